package table

import (
	"slices"

	"charts/internal/notation"
)

// A habit is what a column holds in the whole rows of its table.
type habit struct{ blank, number, rate, text int }

type habits []habit

// learn returns nil when no row reaches the last column.
func learn(rows []gridRow, width int) habits {
	h := make(habits, width)
	whole := 0
	for _, r := range rows {
		if r.cells[width-1] == "" || notation.TotalRow(r.cells) {
			continue
		}
		whole++
		for i, c := range r.cells {
			h[i].count(c)
		}
	}
	if whole == 0 {
		return nil
	}
	return h
}

func (h *habit) count(c string) {
	switch {
	case c == "":
		h.blank++
	case notation.None(c):
	case notation.Percentage(c):
		h.rate++
	case notation.Number(c):
		h.number++
	default:
		h.text++
	}
}

// misfit counts what is unusual about a cell in its column. A value may be
// missing anywhere, so that a blank among values says little.
func (h habit) misfit(c string) int {
	values := h.number + h.rate
	switch {
	case c == "" && h.text == 0 && values > 0:
		return 1
	case c == "" && h.blank == 0:
		return 3
	case c == "" || notation.None(c):
	case notation.Number(c) && values == 0 && h.text > 0:
		return 4
	case notation.Percentage(c) && h.rate == 0 && h.number > 0, notation.Number(c) && !notation.Percentage(c) && h.number == 0 && h.rate > 0:
		return 2
	case !notation.Number(c) && h.text == 0 && values > 0:
		return 4
	}
	return 0
}

func (h habits) misfit(cells []string) int {
	sum := 0
	for i, c := range cells {
		sum += h[i].misfit(c)
	}
	return sum
}

// ofTotals are the habits of a row that sums up others: it has a name in any of
// the columns in front of the values, and blanks in the others.
func (h habits) ofTotals() habits {
	t := slices.Clone(h)
	for i := range t {
		if t[i].text > 0 || i == 0 {
			t[i].text++
			t[i].blank++
		}
	}
	return t
}
