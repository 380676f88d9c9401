package grid

import (
	"slices"

	"charts/internal/notation"
)

// moveNames moves names of rows that stand under those of groups, further right, into
// the next column, where the first rows of the groups have theirs.
func (t *Table) moveNames() {
	body := t.Rows[slices.IndexFunc(append(t.Rows, Row{}), func(r Row) bool { return !r.Head }):]
	left, right, size := 0.0, 0.0, 0.0 // of the names of groups
	pairs, units := 0, 0
	for _, r := range body {
		if len(r.Cells) < 3 || slices.ContainsFunc(r.Cells, func(c Cell) bool { return c.Cols > 1 || c.Rows > 1 }) {
			return
		}
		name, next := r.Cells[0], r.Cells[1].Text
		if name.Text == "" || next == "" {
			continue
		}
		if isValue(next) || isValue(name.Text) {
			return
		}
		if pairs == 0 {
			left, right, size = name.Box.X0, name.Box.X0, (name.Box.Y1-name.Box.Y0)/1.1
		}
		left, right = min(left, name.Box.X0), max(right, name.Box.X0)
		if pairs++; notation.UnitAlone(next) {
			units++
		}
	}
	if pairs == 0 || 2*units > pairs || right > left+0.5*size {
		return
	}
	for _, r := range body {
		if name := r.Cells[0]; name.Text != "" && r.Cells[1].Text == "" && name.Box.X0 > left+0.8*size {
			r.Cells[0], r.Cells[1] = Cell{Cols: 1, Rows: 1}, name
		}
	}
}
