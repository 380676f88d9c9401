package report

import (
	"slices"
	"strings"

	"charts/internal/message"
)

// repair joins the rows that a page break tore, and moves the cells of shifted
// rows back in place. What a column usually holds is learned from the rows that
// reach the last column.
func repair(rows []gridRow, t *Table) []gridRow {
	seen := learn(rows, len(t.Columns))
	if seen == nil {
		return rows
	}
	if rows[0].exact && !rows[0].placed {
		seen.doubt(rows, t)
		return rows
	}
	kept := rows[:0:0]
	for _, r := range rows {
		if len(kept) > 0 && (r.gap || !r.placed) && (seen.torn(kept[len(kept)-1], r) || seen.unnumbered(kept[len(kept)-1], r)) {
			join(kept[len(kept)-1], r, t)
			continue
		}
		if !r.placed {
			seen.unshift(r, t)
		}
		kept = append(kept, r)
	}
	return kept
}

// doubt marks the rows of a file that knows its cells where they would fit the
// columns better further right. They stay where the file has them.
func (h habits) doubt(rows []gridRow, t *Table) {
	for _, r := range rows {
		moved := r
		moved.cells = slices.Clone(r.cells)
		h.unshift(moved, &Table{})
		if !slices.Equal(moved.cells, r.cells) {
			t.Doubts = append(t.Doubts, Doubt{r.no, message.Of("the cells fit the columns better further right; they were left where the file has them")})
		}
	}
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

// unnumbered reports whether r is the rest of the row before it in a table that
// numbers its rows: after a page break, it goes on with words that the row
// before has too, and has no number of its own.
func (h habits) unnumbered(before, r gridRow) bool {
	if !r.gap || r.cells[0] != "" || h[0].number < 2 || h[0].text > 0 || h[0].blank > 1 {
		return false
	}
	for i, c := range r.cells {
		if c != "" && (isValue(c) || before.cells[i] == "" || isValue(before.cells[i])) {
			return false
		}
	}
	return true
}

// join adds the rest of a torn row, unless the row before is already complete.
func join(before, rest gridRow, t *Table) {
	for i, c := range rest.cells {
		if c == "" || strings.HasSuffix(Fold(before.cells[i]), Fold(c)) {
			continue
		}
		before.cells[i] = glue(before.cells[i], c)
		t.Doubts = append(t.Doubts, Doubt{rest.no, message.Of("%q was joined to line %d, which a page break cut off", c, before.no)})
	}
}
