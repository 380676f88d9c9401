package table

import (
	"slices"
	"strings"

	"charts/internal/message"
	"charts/internal/notation"
)

// repair joins the rows that a page break tore, and moves the cells of shifted
// rows back in place. What a column usually holds is learned from the rows that
// reach the last column.
func repair(rows []gridRow, cols []Column) []gridRow {
	seen := learn(rows, len(cols))
	if seen == nil {
		return rows
	}
	if rows[0].Exact && !rows[0].Placed {
		seen.doubt(rows, cols)
		return rows
	}
	kept := rows[:0:0]
	for _, r := range rows {
		if len(kept) > 0 && (r.Gap || !r.Placed) && (seen.torn(kept[len(kept)-1], r) || seen.unnumbered(kept[len(kept)-1], r)) {
			join(&kept[len(kept)-1], r)
			continue
		}
		if !r.Placed {
			seen.unshift(&r, cols)
		}
		kept = append(kept, r)
	}
	return kept
}

// doubt marks the rows of a file that knows its cells where they would fit the
// columns better further right. They stay where the file has them.
func (h habits) doubt(rows []gridRow, cols []Column) {
	for k := range rows {
		r := &rows[k]
		moved := *r
		moved.cells = slices.Clone(r.cells)
		h.unshift(&moved, cols)
		to := placesOf(moved.cells)
		if slices.Equal(moved.cells, r.cells) || filled(moved.cells) < filled(r.cells) {
			continue
		}
		for n, from := range placesOf(r.cells) {
			if to[n] != from {
				r.doubt(from, message.Of("the cell fits a column further right better; it was left where the file has it"), inColumn(cols[to[n]].Name))
			}
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
			held = held && strings.HasSuffix(notation.Fold(before.cells[i]), notation.Fold(c))
		}
	}
	return 2*filled <= len(r.cells) && r.cells[last] == "" && h[last].blank == 0 && (r.Gap || held) && !notation.TotalRow(r.cells)
}

// unnumbered reports whether r is the rest of the row before it in a table that
// numbers its rows: after a page break, it goes on with words that the row
// before has too, and has no number of its own.
func (h habits) unnumbered(before, r gridRow) bool {
	if !r.Gap || r.cells[0] != "" || h[0].number < 2 || h[0].text > 0 || h[0].blank > 1 {
		return false
	}
	for i, c := range r.cells {
		if c != "" && (notation.Value(c) || before.cells[i] == "" || notation.Value(before.cells[i])) {
			return false
		}
	}
	return true
}

// join adds the rest of a torn row, unless the row before is already complete.
func join(before *gridRow, rest gridRow) {
	for i, c := range rest.cells {
		if c == "" || strings.HasSuffix(notation.Fold(before.cells[i]), notation.Fold(c)) {
			continue
		}
		alone := before.cells[i]
		before.cells[i] = notation.Glue(alone, c)
		before.doubt(i, message.Of("%q was joined to it, as a page break cut it off", c), message.Data(alone))
	}
}
