package diag_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"charts/internal/diag"
	"charts/internal/message"

	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "write the golden files anew")

const golden = "testdata/print.txtar"

// files are the texts that the problems below point into.
func files(t *testing.T) (*txtar.Archive, func(string) []byte) {
	t.Helper()
	a, err := txtar.ParseFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	return a, func(name string) []byte {
		for _, f := range a.Files {
			if f.Name == name {
				return f.Data
			}
		}
		return nil
	}
}

// Every form of a problem, as a terminal shows it.
func TestPrint(t *testing.T) {
	a, text := files(t)
	at := func(file string, line, col int) diag.Pos { return diag.Pos{File: file, Line: line, Col: col} }
	var l diag.List
	p := l.Errorf(at("a.yaml", 5, 14), "unknown-column", "no column %q in 表 1", "报道率")
	p.Pos.Len, p.Hint = 3, message.Of("its columns are 专业名称, 录取数, 报到数, 报到率")
	p.See = []diag.Note{{Pos: at("2023.txt", 1, 0), Text: message.Of("the table")}}
	l.Warnf(at("a.yaml", 2, 8), "pie", "a pie of many slices").Pos.Len = 3
	l.Errorf(at("a.yaml", 1, 1), "wide", "full-width letters count as two").Pos.Len = 7
	l.Errorf(at("a.yaml", 3, 7), "tab", "a tab is one blank").Pos.Len = 2
	l.Errorf(at("a.yaml", 4, 8), "marks", "marks above letters count as none").Pos.Len = 4
	l.Errorf(at("a.yaml", 6, 0), "line", "a line without a column")
	l.Errorf(at("a.yaml", 6, 7), "end", "past the end of the line")
	l.Errorf(at("a.yaml", 6, 90), "far", "far past the end")
	l.Errorf(at("a.yaml", 7, 150), "long", "in the middle of a long line").Pos.Len = 2
	l.Errorf(at("a.yaml", 99, 1), "none", "a line that is not there")
	l.Errorf(at("gone.yaml", 1, 1), "none", "a file without text")
	l.Errorf(diag.Pos{File: "a.yaml"}, "file", "the file as a whole")
	l.Errorf(diag.Pos{}, "nowhere", "no place at all")
	l.Errorf(at("a.yaml", 1, 1), "control", "text with \x1b[31mcontrol\x1b[0m characters\nand lines")
	l.Errorf(at("a.yaml", 6, 0), "line", "a line without a column") // said once

	var out bytes.Buffer
	diag.Print(&out, message.English, l, diag.Files{Text: text})
	if *update {
		a.Files[len(a.Files)-1].Data = out.Bytes()
		if err := os.WriteFile(golden, txtar.Format(a), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if want := string(text("want")); out.String() != want {
		t.Errorf("got\n%s\nwant\n%s", out.String(), want)
	}
	if l[0].Rule != "unknown-column" {
		t.Errorf("Print changed the order of its list")
	}
}

// A nil text function prints the first lines and the hints alone.
func TestPrintWithoutText(t *testing.T) {
	var l diag.List
	l.Errorf(diag.Pos{File: "a", Line: 1, Col: 2}, "r", "t").Hint = message.Of("h")
	var out strings.Builder
	diag.Print(&out, message.English, l, diag.Files{})
	if want := "a:1:2: t\n  hint: h\n"; out.String() != want {
		t.Errorf("got %q, want %q", out.String(), want)
	}
}

func TestNearest(t *testing.T) {
	tests := []struct {
		name string
		from string // the candidates
		want string
	}{
		{"barr", "bar line area", "bar"},
		{"Bar", "bar line", "bar"},           // case counts for nothing
		{"tilte", "subtitle title", "title"}, // two letters changed places
		{"colour", "color colors", "color"},  // one letter less
		{"报道率", "报到数 报到率", "报到率"},            // one of three characters
		{"人 数", "人数 比例", "人数"},               // a stray blank
		{"报到", "报到率 报到数", "报到率"},             // the first of equals
		{"xyz", "bar line", ""},              // nothing near
		{"背景", "bar line", ""},               // nothing in common
		{"", "bar", ""},                      // no name
		{"bar", "", ""},                      // no candidates
		{"ab", "ba", "ba"},                   // a single swap
		{"年份", "年度 月份", "年度"},                // one of two is still near
		{"destinaton", "destinations", "destinations"},
		{"output", "out outputs", "outputs"}, // near before part
		{"output", "out report", "out"},      // a name and more
		{"cn", "en zh-CN", "zh-CN"},          // a piece rather than half of another
		{"barchart", "bar rose", "bar"},      // what it is called elsewhere
		{"去向", "毕业去向 人数", "毕业去向"},            // a piece
		{"a", "alpha", ""},                   // one letter says nothing
		{"reports", "report", "report"},
	}
	for _, tt := range tests {
		if got := diag.Nearest(tt.name, strings.Fields(tt.from)); got != tt.want {
			t.Errorf("Nearest(%q, %s) = %q, want %q", tt.name, tt.from, got, tt.want)
		}
	}
}

func TestColumns(t *testing.T) {
	tests := []struct {
		text string
		want int
	}{
		{"", 0}, {"abc", 3}, {"人数", 4}, {"ａ：", 4}, {"升学 2469 人", 12}, {"−", 1}, {"e\u0301", 1}, {"ｱ", 1}, {"한", 2}, {"😀", 2}, {"a\u200bb", 2},
	}
	for _, tt := range tests {
		if got := diag.Columns(tt.text); got != tt.want {
			t.Errorf("Columns(%q) = %d, want %d", tt.text, got, tt.want)
		}
	}
}

func TestLine(t *testing.T) {
	tests := []struct {
		text string
		n    int
		want string
		ok   bool
	}{
		{"a\nb", 1, "a", true}, {"a\nb", 2, "b", true}, {"a\nb", 3, "", false}, {"a\r\nb\r\n", 2, "b", true}, {"a\n", 2, "", true},
		{"\ufeff标题", 1, "标题", true}, {"", 1, "", true}, {"\xff", 1, "\xff", false},
	}
	for _, tt := range tests {
		if got, ok := diag.Line([]byte(tt.text), tt.n); got != tt.want || ok != tt.ok {
			t.Errorf("Line(%q, %d) = %q, %v; want %q, %v", tt.text, tt.n, got, ok, tt.want, tt.ok)
		}
	}
}

func TestPos(t *testing.T) {
	tests := []struct {
		pos  diag.Pos
		want string
	}{
		{diag.Pos{}, ""}, {diag.Pos{File: "a"}, "a"}, {diag.Pos{File: "a", Line: 3}, "a:3"}, {diag.Pos{File: "a", Line: 3, Col: 7}, "a:3:7"},
		{diag.Pos{File: "a", Col: 7}, "a"},
	}
	for _, tt := range tests {
		if got := tt.pos.String(); got != tt.want {
			t.Errorf("%+v prints as %q, want %q", tt.pos, got, tt.want)
		}
	}
}

func TestSort(t *testing.T) {
	var l diag.List
	l.Errorf(diag.Pos{File: "b", Line: 1}, "r", "4")
	l.Errorf(diag.Pos{File: "a", Line: 10, Col: 1}, "r", "3")
	l.Errorf(diag.Pos{File: "a", Line: 9, Col: 2}, "r", "2")
	l.Warnf(diag.Pos{File: "a", Line: 9, Col: 1}, "r", "1")
	l.Errorf(diag.Pos{File: "a", Line: 9, Col: 2}, "r", "2b")
	l.Errorf(diag.Pos{File: "a", Line: 9, Col: 2}, "r", "2") // once more, behind another
	l.Errorf(diag.Pos{}, "r", "0")
	l.Sort()
	var got strings.Builder
	for _, p := range l {
		fmt.Fprint(&got, p.Text)
	}
	if got.String() != "0122b34" {
		t.Errorf("sorted as %s, want 0122b34", got.String())
	}
}

func TestHasErrors(t *testing.T) {
	var l diag.List
	if l.HasErrors() {
		t.Error("an empty list has errors")
	}
	l.Warnf(diag.Pos{}, "r", "t")
	if l.HasErrors() {
		t.Error("a warning is an error")
	}
	l.Errorf(diag.Pos{}, "r", "t")
	if !l.HasErrors() {
		t.Error("an error is none")
	}
}

// A caret stands under the first column of its text, whatever stands before it.
func FuzzPrint(f *testing.F) {
	f.Add("value: [录取数, 报道率]", 14, 3)
	f.Add("e\u0301\t：x", 4, 1)
	f.Fuzz(func(t *testing.T, line string, col, length int) {
		if strings.ContainsAny(line, "\n\r\ufeff") || strings.ToValidUTF8(line, "") != line {
			return
		}
		runes := []rune(line)
		if len(runes) > 100 || col < 1 || col > len(runes) || length < 1 || length > 100 {
			return
		}
		var l diag.List
		l.Errorf(diag.Pos{File: "f", Line: 1, Col: col}, "r", "t").Pos.Len = length
		var out strings.Builder
		diag.Print(&out, message.English, l, diag.Files{Text: func(string) []byte { return []byte(line) }})
		lines := strings.Split(out.String(), "\n")
		before := strings.TrimPrefix(lines[2], "      | ")
		blanks := len(before) - len(strings.TrimLeft(before, " "))
		if want := diag.Columns(string([]rune(strings.TrimPrefix(lines[1], "    1 | "))[:col-1])); blanks != want {
			t.Errorf("caret after %d columns, want %d:\n%s", blanks, want, out.String())
		}
	})
}
