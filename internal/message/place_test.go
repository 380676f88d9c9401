package message_test

import (
	"testing"

	"charts/internal/message"
)

// Places of files are said in the reader's language; names of cells are the same in all.
func TestPlace(t *testing.T) {
	tests := []struct{ place, english, chinese string }{
		{"page 12", "page 12", "第 12 页"},
		{"paragraph 5", "paragraph 5", "第 5 段"},
		{"table 1 row 3", "row 3 of table 1", "第 1 个表格第 3 行"},
		{"line 7 of the text", "line 7 of the text", "正文第 7 行"},
		{"Sheet1!B7:D7", "Sheet1!B7:D7", "Sheet1!B7:D7"},
		{"", "", ""},
	}
	for _, tt := range tests {
		p := message.Place(tt.place)
		if en, zh := p.In(message.English), p.In(message.Chinese); en != tt.english || zh != tt.chinese {
			t.Errorf("%s: %q, %q; want %q, %q", tt.place, en, zh, tt.english, tt.chinese)
		}
	}
}

// A place is named with its table, and a line only where a file has no other places.
func TestPlaceIn(t *testing.T) {
	tests := []struct {
		table, place     string
		line             int
		english, chinese string
	}{
		{"表 6", "", 287, "表 6, line 287", "表 6，第 287 行"},
		{"表 6", "page 12", 287, "表 6, page 12", "表 6，第 12 页"},
		{"表 6", "table 1 row 3", 40, "表 6, row 3", "表 6，第 3 行"},
		{"", "table 1 row 3", 40, "row 3 of table 1", "第 1 个表格第 3 行"},
		{"第 24 行", "", 26, "line 26", "第 26 行"},
		{"line 24", "page 2", 26, "page 2", "第 2 页"},
		{"line 24", "", 0, "line 24", "line 24"},
		{"表 6", "", 0, "表 6", "表 6"},
		{"", "", 1, "line 1", "第 1 行"},
		{"", "", 0, "", ""},
	}
	for _, tt := range tests {
		p := message.PlaceIn(tt.table, tt.place, tt.line)
		if en, zh := p.In(message.English), p.In(message.Chinese); en != tt.english || zh != tt.chinese {
			t.Errorf("%s %s %d: %q, %q; want %q, %q", tt.table, tt.place, tt.line, en, zh, tt.english, tt.chinese)
		}
	}
}

func TestRanges(t *testing.T) {
	for _, tt := range []struct {
		said             message.Text
		english, chinese string
	}{
		{message.Lines(3, 3), "line 3", "第 3 行"},
		{message.Lines(3, 5), "lines 3–5", "第 3—5 行"},
		{message.Pages(3, 3), "p. 3", "第 3 页"},
		{message.Pages(3, 5), "pp. 3–5", "第 3—5 页"},
	} {
		if en, zh := tt.said.In(message.English), tt.said.In(message.Chinese); en != tt.english || zh != tt.chinese {
			t.Errorf("%q, %q; want %q, %q", en, zh, tt.english, tt.chinese)
		}
	}
}

// In Chinese a blank stands between Chinese characters and other words, whatever is put in.
func TestBlanksInChinese(t *testing.T) {
	for _, tt := range []struct {
		said message.Text
		want string
	}{
		{message.Of("%s wants %s, found %s", "labels", message.Data("true"), "no"), "labels 要写 true，这里是 no"},
		{message.Of("%s wants %s, found %s", "标签", message.Data("真"), "否"), "标签要写真，这里是否"},
		{message.Of("the file is %s", "5%"), "文件是 5%"},
		{message.Of("the %s changed", "2023年a"), "2023年a 变了"},
	} {
		if got := tt.said.In(message.Chinese); got != tt.want {
			t.Errorf("%s; want %s", got, tt.want)
		}
	}
}

func TestLineLabel(t *testing.T) {
	for label, want := range map[string]bool{message.LineLabel(24, true): true, message.LineLabel(24, false): true, "表 24": false, "headline 24": false} {
		if got := message.IsLineLabel(label); got != want {
			t.Errorf("%s: %v", label, got)
		}
	}
}

// A text that says nothing says nothing in any language.
func TestEmptyText(t *testing.T) {
	var none message.Text
	for _, l := range []message.Language{message.English, message.Chinese} {
		if said := none.Said(l).In(l); said != "" {
			t.Errorf("%s: %q", l, said)
		}
	}
}

// What a format quotes stands between the quotation marks alone.
func TestQuoted(t *testing.T) {
	for _, l := range []message.Language{message.English, message.Chinese} {
		if got := message.Of("--%s %q: %s", "format", "jpg", "甲").In(l); got != `--format "jpg": 甲` && got != "--format“jpg”：甲" {
			t.Errorf("%s: %q", l, got)
		}
	}
}
