package report

import (
	"fmt"
	"slices"
	"strings"
)

// repair joins the rows that a page break tore, and moves the cells of shifted
// rows back in place. What a column usually holds is learned from the rows that
// reach the last column.
func repair(rows []gridRow, t *Table) []gridRow {
	seen := learn(rows, len(t.Columns))
	if seen == nil || rows[0].exact {
		return rows
	}
	kept := rows[:0:0]
	for _, r := range rows {
		if len(kept) > 0 && seen.torn(kept[len(kept)-1], r) {
			join(kept[len(kept)-1], r, t)
			continue
		}
		seen.unshift(r, t)
		kept = append(kept, r)
	}
	return kept
}

// A habit is what a column holds in the whole rows of its table.
type habit struct{ blank, number, text int }

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
			switch {
			case c == "":
				h[i].blank++
			case isMissing(c):
			case isNumber(c):
				h[i].number++
			default:
				h[i].text++
			}
		}
	}
	if whole == 0 {
		return nil
	}
	return h
}

// maxNumber is more bytes than a number has, in full-width digits too.
const maxNumber = 60

// isNumber takes a plain number, with a % or thousands separators.
func isNumber(s string) bool {
	if len(s) > maxNumber {
		return false
	}
	s = strings.TrimSuffix(Fold(s), "%")
	return startsWithDigit(s) && strings.Trim(s, "0123456789.,+-−") == ""
}

// misfit counts what is unusual about a cell in its column.
func (h habit) misfit(c string) int {
	switch {
	case c == "":
		if h.blank == 0 {
			return 3
		}
	case isMissing(c):
	case isNumber(c):
		if h.number == 0 && h.text > 0 {
			return 2
		}
	case h.text == 0 && h.number > 0:
		return 2
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

// torn reports whether r is the rest of the row before it: after a page break,
// mostly blank, with the last column blank although it never is. Without the
// break, only a rest that the row before already holds.
func (h habits) torn(before, r gridRow) bool {
	last := len(r.cells) - 1
	filled := 0
	held := true
	for i, c := range r.cells {
		if c != "" {
			filled++
			held = held && strings.HasSuffix(Fold(before.cells[i]), Fold(c))
		}
	}
	return 2*filled <= len(r.cells) && r.cells[last] == "" && h[last].blank == 0 && (r.gap || held) && !isTotal(r.cells)
}

// join adds the rest of a torn row, unless the row before is already complete.
func join(before, rest gridRow, t *Table) {
	for i, c := range rest.cells {
		if c == "" || strings.HasSuffix(Fold(before.cells[i]), Fold(c)) {
			continue
		}
		before.cells[i] = glue(before.cells[i], c)
		t.Doubts = append(t.Doubts, Doubt{rest.no, fmt.Sprintf("%q was joined to line %d, which a page break cut off", c, before.no)})
	}
}

// unshift moves the cells of a row to the right where that fits the columns
// better: merged cells vanished, and the row was filled up with blanks at its
// end.
func (h habits) unshift(r gridRow, t *Table) {
	last := len(r.cells) - 1
	if last < 1 || last >= maxAlign || r.cells[last] != "" || isTotal(r.cells) {
		return
	}
	end := last
	for end > 0 && r.cells[end-1] == "" {
		end--
	}
	placed, misfit, only := h.align(withoutBlanks(r.cells[:end])).best(h)
	if misfit >= h.misfit(r.cells) {
		return
	}
	copy(r.cells, placed)
	if !only || misfit > 0 {
		t.Doubts = append(t.Doubts, Doubt{r.no, "the cells were shifted to the left; their columns are not certain"})
	}
}

// withoutBlanks leaves out the blank cells: with cells missing their places say
// little.
func withoutBlanks(cells []string) []string {
	return slices.DeleteFunc(slices.Clone(cells), func(c string) bool { return c == "" })
}
