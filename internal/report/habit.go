package report

import (
	"slices"
	"strings"
)

// A habit is what a column holds in the whole rows of its table.
type habit struct{ blank, number, rate, text int }

type habits []habit

// learn returns nil when no row reaches the last column.
func learn(rows []gridRow, width int) habits {
	h := make(habits, width)
	whole := 0
	for _, r := range rows {
		if r.cells[width-1] == "" || isTotal(r.cells) {
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
	case isMissing(c):
	case isRate(c):
		h.rate++
	case isNumber(c):
		h.number++
	default:
		h.text++
	}
}

// isRate takes a number printed with a %.
func isRate(s string) bool { return isNumber(s) && strings.HasSuffix(Fold(s), "%") }

// maxNumber is more bytes than a number has, in full-width digits too.
const maxNumber = 60

// isNumber takes a plain number, with a % or thousands separators.
func isNumber(s string) bool {
	if isPlain(s) {
		first := strings.TrimPrefix(s, "-")[0]
		return first >= '0' && first <= '9'
	}
	if len(s) > maxNumber || !startsWithDigit(s) {
		return false
	}
	s = strings.TrimSuffix(Fold(s), "%")
	return strings.Trim(s, "0123456789.,+-−") == ""
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
	case c == "" || isMissing(c):
	case isNumber(c) && values == 0 && h.text > 0:
		return 4
	case isRate(c) && h.rate == 0 && h.number > 0, isNumber(c) && !isRate(c) && h.number == 0 && h.rate > 0:
		return 2
	case !isNumber(c) && h.text == 0 && values > 0:
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
