package grid

import (
	"strings"
	"unicode/utf8"

	"charts/internal/message"
)

// toRule goes on to the last line above the rule at the foot of a table.
func (s *stream) toRule(last, end int) int {
	for n := 1; n <= 2 && last+n < end; n++ {
		l := s.lines[last+n]
		if isCaption(l.text()) || s.isProse(last+n) || s.lines[last+n-1].y-l.y > 1.6*l.size {
			break
		}
		below := l.y - 1.5*l.size
		for _, b := range s.rules {
			if b.across() && b.Y0 < l.y && b.Y0 > below && b.X0 <= l.x0()+near && b.X1 >= s.lines[last].x1()-near {
				return last + n
			}
		}
	}
	return last
}

// fullName is how much of the longest line of its column a line has at least that may
// go on.
const fullName = 0.75

// cutOff doubts the names of the last row on a page where names have several lines and
// the last line is as long as others: it may go on on the next page.
func (t *Table) cutOff() {
	row := &t.Rows[len(t.Rows)-1]
	longest := map[int]int{} // of the lines of names with several, by the number of the cell
	for _, r := range t.Rows[:len(t.Rows)-1] {
		for k, c := range r.Cells {
			if !r.Head && len(r.Cells) == len(row.Cells) && strings.Contains(c.Text, "\n") {
				longest[k] = max(longest[k], longestLine(c.Text))
			}
		}
	}
	for k := range row.Cells {
		c := &row.Cells[k]
		last := c.Text[strings.LastIndex(c.Text, "\n")+1:]
		if c.Text != "" && longest[k] > 0 && float64(utf8.RuneCountInString(last)) >= fullName*float64(longest[k]) && c.Doubt.Empty() {
			c.Doubt = message.Of("the page ends here, and the name may go on on the next one")
		}
	}
}

func longestLine(s string) (n int) {
	for l := range strings.SplitSeq(s, "\n") {
		n = max(n, utf8.RuneCountInString(l))
	}
	return n
}
