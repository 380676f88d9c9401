package report

import (
	"slices"
	"strings"

	"charts/internal/format"
	"charts/internal/message"
	"charts/internal/notation"
	"charts/internal/regexp"
	"charts/internal/table"
)

// A plan is what the columns of a table without tabs hold, left to right: a
// running number, names, a unit, values.
type plan struct {
	head     []string
	numbered bool
	united   bool // there is a column 单位
	values   int  // how many of the last columns hold values
}

func newPlan(head []string, values int) plan {
	lead := head[:len(head)-values]
	return plan{
		head:     head,
		numbered: len(lead) > 1 && notation.Numbering(lead[0]),
		united:   len(lead) > 1 && notation.Fold(lead[len(lead)-1]) == "单位",
		values:   values,
	}
}

var runningForm = regexp.MustCompile(`^(?:\d{1,3}|[（(]?[一二三四五六七八九十]{1,3}[)）]?)[.．、]?$`)

// row puts the cells of one row into their columns. Of what does not fit, and of
// the values that are left out for it, it has doubts.
func (p plan) row(cells []string, join func(a, b string) string) (l line) {
	number := ""
	if p.numbered && len(cells) > 1 && runningForm.MatchString(cells[0]) && !notation.Value(cells[1]) {
		number, cells = cells[0], cells[1:]
	}
	words, values := p.part(cells)
	return p.place(number, words, values, join)
}

// place puts the number of a row, its words and its values into their columns.
func (p plan) place(number string, words, values []string, join func(a, b string) string) (l line) {
	placed := make([]string, len(p.head))
	at := 0
	if p.numbered {
		placed[0], at = number, 1
	}
	end := len(p.head) - p.values
	var left message.Text
	switch n := len(values); {
	case n == p.values:
		copy(placed[end:], values)
	case n > 0:
		left = message.Of("the row has %d values for %d columns; they were left out", n, p.values)
	}
	if p.united {
		end--
		if n := len(words); n > 0 && notation.UnitCell(words[n-1]) {
			placed[end], words = words[n-1], words[:n-1]
		}
	}
	if left.Empty() && len(words) != end-at && slices.ContainsFunc(words, notation.Value) {
		left = message.Of("there are numbers among the names of the row; its values were left out")
	}
	if !left.Empty() {
		clear(placed[len(p.head)-p.values:])
		printed := table.Apart(values...)
		for i := len(p.head) - p.values; i < min(len(p.head), format.MaxColumns); i++ {
			l.doubt(i, left, printed)
		}
	}
	if more := len(words) - (end - at); more > 0 {
		printed := table.Apart(words...)
		words = slices.Clone(words)
		for range more {
			n := len(words)
			words = append(words[:n-2], join(words[n-2], words[n-1]))
		}
		for i := at; i < min(end, format.MaxColumns) && end-at > 1; i++ {
			l.doubt(i, message.Of("the row has more names than the table has columns for them"), printed)
		}
	}
	copy(placed[end-len(words):end], words)
	l.text = strings.Join(placed, "\t")
	return l
}

// part divides the cells into words and values.
func (p plan) part(cells []string) (words, values []string) {
	n := len(cells)
	for n > 0 && notation.Value(cells[n-1]) {
		n--
	}
	words, values = cells[:n], cells[n:]
	if p.united && len(values) == p.values+1 && notation.None(values[0]) {
		words, values = cells[:n+1], cells[n+1:]
	}
	return words, values
}
