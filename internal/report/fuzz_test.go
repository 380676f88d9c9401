package report

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"charts/internal/format"
	"charts/internal/notation"
)

// FuzzParseIsWhole: whatever the input, every row is as wide as its table, every
// line lies in the file, every piece lies in its paragraph, and ids are unique.
func FuzzParseIsWhole(f *testing.F) {
	for _, s := range []string{
		"1 概况\n\n表 1：甲\n\n序号\t指标\t单位\t值\n1\t甲\t个\t3\n乙\t个\t2\t\n",
		"表12022年\na\t\tb\n\tc\td\n1\t2\t3\n", "目录\n一\t1\n\n一、甲\n（一）乙\n", "甲，\n\n12\n\n乙\t\n\t\t\n备注：\n",
		"\t\n\t\t\t\n", "图1\n",
		"表 1 甲\n\n| 甲 | 乙 |\n|---|---|\n| 丙 | 3 |\n", "表 1\n甲 |\n乙 |\n丙 |\n3 |\n", "表 1\n专业   人数\n甲      3\n乙     14\n",
		"表 1\n专业 人数\n甲 3\n乙 4 5\n", "表 1\n专业\n人数\n甲\n3\n乙\n4\n", "表 1 试 序号 专业 人数 1 甲 3 2 乙 4\n", "表 1\n甲\t乙\t丙\n丁\t1\n2\n续表\n戊\t3 4\n", "表 1\n\n其中：\t单位\n其中：\t%\n",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		if !utf8.Valid(src) {
			t.Skip("the lines are counted in UTF-8 here")
		}
		d, problems := Parse("", "r.txt", src)
		if problems.HasErrors() {
			return // it is refused, which is no silence
		}
		lines := bytes.Count(src, []byte("\n")) + 1
		checkTables(t, d, lines)
		if lost := unheld(strings.Split(string(src), "\n"), d); len(lost) > 0 {
			t.Errorf("lines %v stand in no table and no doubt", lost)
		}
		for _, p := range d.Paragraphs {
			for i, piece := range p.Pieces {
				if piece.Line < 1 || piece.Line > lines || piece.Offset > len(p.Text) || i == 0 && piece.Offset != 0 {
					t.Errorf("piece %+v of %q", piece, p.Text)
				}
			}
			for s := range p.Sentences() {
				if p.Text[s.Offset:s.Offset+len(s.Text)] != s.Text {
					t.Errorf("sentence %+v of %q", s, p.Text)
				}
			}
		}
		d.Find("甲")
		d.Lookup("表 1")
	})
}

func checkTables(t *testing.T, d *Document, lines int) {
	ids := map[string]bool{}
	for _, tab := range d.Tables {
		if ids[tab.ID] || tab.Line < 1 || tab.Line > lines {
			t.Errorf("table %q at line %d", tab.ID, tab.Line)
		}
		ids[tab.ID] = true
		names := map[string]bool{}
		for _, c := range tab.Columns {
			if c.Name == "" || names[notation.Fold(c.Name)] {
				t.Errorf("%s: columns %q", tab.ID, tab.Columns)
			}
			names[notation.Fold(c.Name)] = true
		}
		for _, r := range tab.Rows {
			if len(r.Cells) != len(tab.Columns) || r.Line < 1 || r.Line > lines {
				t.Errorf("%s: row %+v of %d lines", tab.ID, r, lines)
			}
		}
	}
}

// BenchmarkLinear reads eight times as much of the same: the bytes a second of
// each pair should be alike.
func BenchmarkLinear(b *testing.B) {
	for _, c := range []struct{ name, unit string }{
		{"rows", "甲\t乙\t\n"}, {"paragraphs", "甲，乙\n"}, {"tabs", strings.Repeat("\t", 199) + "\n"},
		{"tables", "表 1：甲\n\n甲\t乙\n1\t2\n\n"}, {"groups", "其中：甲\t\t个\t1\n"}, {"long line", "甲\t乙，"},
		{"bars", "甲 | 乙\n"}, {"aligned", "甲   乙   3\n"}, {"blanks", "表 1\n甲 乙\n丙 3\n"}, {"cells", "表 1\n甲\n乙\n3\n"}, {"one line", "表 1 甲 乙 丙 3 4 5 "},
	} {
		for _, size := range []int{1 << 17, 1 << 20} {
			b.Run(fmt.Sprintf("%s/%d", c.name, size), func(b *testing.B) {
				src := []byte(strings.Repeat(c.unit, size/len(c.unit)))
				b.SetBytes(int64(len(src)))
				for b.Loop() {
					Parse("", "r.txt", src)
				}
			})
		}
	}
}

func BenchmarkParse(b *testing.B) {
	for _, c := range []struct{ name, path string }{{"digest", digestPath}, {"report", realPath}} {
		b.Run(c.name, func(b *testing.B) {
			src, err := os.ReadFile(c.path)
			if err != nil {
				b.Skip(err)
			}
			b.SetBytes(int64(len(src)))
			for b.Loop() {
				Parse("", c.path, src)
			}
		})
	}
}

// BenchmarkSize reads the digest again and again in one file: the time and the
// memory of a byte stay the same.
func BenchmarkSize(b *testing.B) {
	digest, err := os.ReadFile(digestPath)
	if err != nil {
		b.Fatal(err)
	}
	for _, kb := range []int{200, 2_000, 20_000, 100_000} {
		b.Run(fmt.Sprintf("%dKB", kb), func(b *testing.B) {
			src := bytes.Repeat(digest, kb*1000/len(digest))
			if len(src) > format.MaxText {
				b.Skip("over the limit")
			}
			b.SetBytes(int64(len(src)))
			b.ReportAllocs()
			for b.Loop() {
				Parse("", "r.txt", src)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(src)), "ns/byte")
		})
	}
}

func BenchmarkFind(b *testing.B) {
	d := parseFile(b, digestPath)
	for b.Loop() {
		d.Find("满意度 98.54%")
	}
}
