package report

import (
	"math/rand/v2"
	"os"
	"strings"
	"testing"
)

// unheld are the lines of a text that stand neither in a table nor in a doubt: those
// with values behind a name next to one of as many, and the captions of tables under
// which nothing was read.
func unheld(src string, d *Document) (lines []int) {
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
	printed := strings.Split(src, "\n")
	rowsAt := func(i int) int { return valuesBehindName(strings.TrimSpace(printed[i])) }
	for i := 1; i < len(printed); i++ {
		if n := rowsAt(i); n >= raggedValues && n == rowsAt(i-1) && !(held[i] && held[i+1]) {
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
		if lines := unheld(src, parseText(t, src)); len(lines) > 0 {
			t.Errorf("%s: lines %v stand in no table and no doubt", name, lines)
		}
	}
}
