package report

import (
	"math"
	"slices"
	"strings"

	"charts/internal/grid"
	"charts/internal/notation"
)

// Describe is what the reader found of a table, as a hint that says the same.
func (d *Document) Describe(t *Table) Hint {
	rows := t.HeaderRows
	h := Hint{Caption: strings.TrimPrefix(t.ID, d.below), Header: &rows}
	if t.uncaptioned() {
		h.Caption, h.First, h.Last = "", t.Line, t.LastLine()
	}
	for i, k := range t.Kinds() {
		h.Columns = append(h.Columns, ColumnHint{t.Columns[i].Name, t.Columns[i].Unit, k})
	}
	if page, box, edges := d.region(t); page > 0 {
		h.Page, h.Edges = page, edges
		h.Box = [4]float64{box.X0, box.Y0, box.X1, box.Y1}
	}
	return h
}

// uncaptioned reports whether the table is called by its line.
func (t *Table) uncaptioned() bool { return t.Label == labelOfLine(t.Line) }

// LastLine is the line of its last row.
func (t *Table) LastLine() int {
	last := max(t.Line, t.HeaderLine)
	for _, r := range t.Rows {
		last = max(last, r.Line)
	}
	return last
}

// Kinds are what the columns hold, as the rows are labelled by them.
func (t *Table) Kinds() []ColumnKind {
	unit := t.UnitColumn()
	names := nameColumns(t, unit)
	if len(names) == 0 || unit < 0 {
		names = groupColumns(t, nameColumns(t, -1))
	}
	kinds := make([]ColumnKind, len(t.Columns))
	for i, c := range t.Columns {
		switch {
		case i == unit:
			kinds[i] = UnitColumn
		case slices.Contains(names, i):
			kinds[i] = NameColumn
		case notation.Numbering(c.Name):
			kinds[i] = NumberColumn
		default:
			kinds[i] = ValueColumn
		}
	}
	return kinds
}

// HasNumbers reports whether any cell of a column is a number.
func (t *Table) HasNumbers(col int) bool {
	return slices.ContainsFunc(t.Rows, func(r Row) bool { return notation.Number(r.Cells[col].Text) })
}

// boxMargin is how far the side of a table is from its texts, in points.
const boxMargin = 6

// region is where the table stands on the first page that has it, of a PDF whose
// lines are kept, and where its columns part.
func (d *Document) region(t *Table) (page int, box grid.Box, edges []float64) {
	var columns []grid.Box
	for _, p := range d.Printed() {
		if p.Page.Number == 0 || p.Line < max(t.Line, t.HeaderLine) || p.Line > t.LastLine() || p.Table == 0 || page > 0 && p.Page.Number != page {
			continue
		}
		page = p.Page.Number
		for _, row := range p.Rows {
			at := 0
			for _, c := range row {
				if c.Text != "" {
					box = around(box, c.Box)
				}
				for len(columns) < at+c.Cols {
					columns = append(columns, grid.Box{})
				}
				if c.Cols == 1 && c.Text != "" {
					columns[at] = around(columns[at], c.Box)
				}
				at += c.Cols
			}
		}
	}
	for i := 1; i < len(columns) && len(columns) == len(t.Columns); i++ {
		edges = append(edges, math.Round((columns[i-1].X1+columns[i].X0)/2))
	}
	return page, grid.Box{X0: math.Floor(box.X0 - boxMargin), Y0: math.Floor(box.Y0 - boxMargin), X1: math.Ceil(box.X1 + boxMargin), Y1: math.Ceil(box.Y1 + boxMargin)}, edges
}

// around is the smallest box around two, of which the first may be none.
func around(a, b grid.Box) grid.Box {
	if a == (grid.Box{}) {
		return b
	}
	return grid.Box{X0: min(a.X0, b.X0), Y0: min(a.Y0, b.Y0), X1: max(a.X1, b.X1), Y1: max(a.Y1, b.Y1)}
}
