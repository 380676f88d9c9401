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

// In a table that is named only the row is said.
func TestPlaceIn(t *testing.T) {
	for place, want := range map[string]string{"table 1 row 3": "第 3 行", "page 2": "第 2 页", "": ""} {
		if got := message.PlaceIn(place).In(message.Chinese); got != want {
			t.Errorf("%s: %q; want %q", place, got, want)
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
