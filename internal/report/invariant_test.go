package report

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
)

// unheld are the lines of a text that stand neither in a table nor in a doubt: those
// that look like rows next to one of as many values, and the captions of tables under
// which nothing was read.
func unheld(printed []string, d *Document) (lines []int) {
	held := map[int]bool{}
	for _, t := range d.Tables {
		last := t.HeaderLine
		for _, r := range t.Rows {
			last = max(last, r.Line)
		}
		for n := min(t.Line, t.HeaderLine); n <= last; n++ {
			held[n] = true
		}
		if len(t.Rows) == 0 && len(t.Doubts) == 0 {
			lines = append(lines, t.Line)
		}
	}
	for _, u := range d.Unread {
		held[u.Line] = true
	}
	rowsAt := func(i int) int { return rowValues(strings.TrimSpace(printed[i])) }
	for i := 1; i < len(printed); i++ {
		if n := rowsAt(i); n > 0 && n == rowsAt(i-1) && !(held[i] && held[i+1]) {
			lines = append(lines, i+1)
		}
	}
	return append(lines, unheldCaptions(d, held)...)
}

func unheldCaptions(d *Document, held map[int]bool) (lines []int) {
	for _, c := range d.Captions {
		if isTableLabel(c.Label) && !held[c.Line] && !saysMore.MatchString(c.Title) {
			lines = append(lines, c.Line)
		}
	}
	return lines
}

// TestNothingIsLostSilently: what looks like a row stands in a table or in a doubt.
func TestNothingIsLostSilently(t *testing.T) {
	sources := map[string]string{
		"two rows without a caption": "一、概况\n\n甲 12 30\n乙 14 28\n\n以上为情况。\n",
		"a value and its unit":       "一、概况\n\n经费如下，收支平衡。\n\n学费收入   1,200   万元\n住宿费收入   300   万元\n\n以上为情况。\n",
		"a unit and its value":       "一、概况\n\n经费如下，收支平衡。\n\n学费收入　万元　1,200\n住宿费收入　万元　300\n\n以上为情况。\n",
		"values with their units":    "一、概况\n\n学费收入   1,200万元   占 20%\n住宿费收入   300万元   占 5%\n\n以上为情况。\n",
		"values and words":           "一、概况\n\n学费收入   1,200   较上年增加\n住宿费收入   300   较上年减少\n\n以上为情况。\n",
		"English":                    "Overview\n\nTuition and fees   1,200   million\nHousing   300   million\n\nThat is all.\n",
		"a caption without a table":  "表 1 情况\n\n学校的情况如下图所示，各专业都有。\n\n表 2 后文\n",
	}
	for _, path := range []string{"../../reports/cqipc-2023.txt", "../../../shared/reports/hbkf-2015.txt", "../../../shared/reports/004_c0cd592e8c982e65.txt"} {
		if src, err := os.ReadFile(path); err == nil {
			sources[path] = string(src)
		}
	}
	r := rand.New(rand.NewPCG(3, 4))
	for _, l := range layouts {
		for _, s := range shapes {
			sources[l.name+", "+s.name] = running + "\n\n一、概况\n\n学校概况如下。\n\n表 3 情况表\n\n" + l.write(s.make(r)) + "\n\n二、后文\n\n以上为学校情况。\n"
		}
	}
	for name, src := range sources {
		if lines := unheld(strings.Split(src, "\n"), parseText(t, src)); len(lines) > 0 {
			t.Errorf("%s: lines %v stand in no table and no doubt", name, lines)
		}
	}
}

// besideTables are the lines of a traced document that are of no table, by their
// numbers.
func besideTables(d *Document) []string {
	var lines []string
	for _, p := range d.Printed() {
		for len(lines) < p.Line {
			lines = append(lines, "")
		}
		if p.Table == 0 {
			lines[p.Line-1] = p.Rows[0][0].Text
		}
	}
	return lines
}

// asFormats writes lines as paragraphs of other formats. A line that begins with # is
// a heading, and | stands for a small table.
var asFormats = map[string]func(lines []string) []byte{
	"r.html": func(lines []string) []byte {
		var b strings.Builder
		b.WriteString("<!doctype html>\n")
		for _, l := range lines {
			switch {
			case l == "|":
				b.WriteString("<table>\n<tr><th>专业<th>人数\n<tr><td>甲<td>1\n<tr><td>乙<td>2\n</table>\n")
			case l[0] == '#':
				fmt.Fprintf(&b, "<h1>%s</h1>\n", l[1:])
			default:
				fmt.Fprintf(&b, "<p>%s</p>\n", l)
			}
		}
		return []byte(b.String())
	},
	"r.md": func(lines []string) []byte {
		return []byte(strings.ReplaceAll(strings.Join(lines, "\n\n"), "|", "| 专业 | 人数 |\n| --- | --- |\n| 甲 | 1 |\n| 乙 | 2 |") + "\n")
	},
	"r.docx": func(lines []string) []byte {
		var b strings.Builder
		for _, l := range lines {
			switch {
			case l == "|":
				b.WriteString("<w:tbl>" + row("专业|人数") + row("甲|1") + row("乙|2") + "</w:tbl>")
			case l[0] == '#':
				b.WriteString(styled("1", l[1:]))
			default:
				b.WriteString("<w:p>{" + l + "}</w:p>")
			}
		}
		return word(b.String())
	},
	"r.pdf": func(lines []string) []byte {
		p := &pages{y: pageTop}
		for _, l := range lines {
			if l == "|" {
				p.row("专业", "人数")
				p.row("甲", "1")
				p.row("乙", "2")
				continue
			}
			p.at(50, strings.TrimPrefix(l, "#"))
			p.down()
		}
		p.feed()
		return p.bytes()
	},
}

// TestNothingIsLostInOtherFormats: paragraphs that look like rows, and captions, are
// held there as in a text.
func TestNothingIsLostInOtherFormats(t *testing.T) {
	for name, lines := range map[string][]string{
		"rows without a caption":       {"#一、概况", "表 1 情况", "|", "以上为情况。", "甲校 12 30", "乙校 14 28", "以上为情况。"},
		"a caption over rows":          {"#一、概况", "表 1 情况", "|", "表 2 生源", "甲校 12 30", "乙校 14 28", "以上为情况。"},
		"a caption without a table":    {"#一、概况", "表 1 情况", "|", "表 2 生源", "学校的情况如下图所示，各专业都有。"},
		"a caption at the end":         {"#一、概况", "表 1 情况", "|", "表 2 生源"},
		"rows under a table's caption": {"#一、概况", "表 2 生源", "甲校 12 30 4", "乙校 14 28 5", "#二、后文", "|"},
	} {
		for file, write := range asFormats {
			d, _ := Trace("", file, write(lines))
			if lost := unheld(besideTables(d), d); len(lost) > 0 {
				t.Errorf("%s, %s: lines %v stand in no table and no doubt", name, file, lost)
			}
		}
	}
}
