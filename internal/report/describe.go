package report

import (
	"math"
	"strings"

	"charts/internal/grid"
	"charts/internal/table"
)

// Describe is what the reader found of a table, as a hint that says the same.
func (d *Document) Describe(t *table.Table) Hint {
	rows := t.HeaderRows
	h := Hint{Caption: strings.TrimPrefix(t.ID, d.below), Header: &rows}
	if t.Uncaptioned() {
		h.Caption, h.First, h.Last = "", t.Line, t.LastLine()
	}
	for i, k := range t.Kinds() {
		h.Columns = append(h.Columns, table.ColumnHint{Name: t.Columns[i].Name, Unit: t.Columns[i].Unit, Kind: k})
	}
	if page, box, edges := d.region(t); page > 0 {
		h.Page, h.Edges = page, edges
		h.Box = [4]float64{box.X0, box.Y0, box.X1, box.Y1}
	}
	return h
}

// boxMargin is how far the side of a table is from its texts, in points.
const boxMargin = 6

// region is where the table stands on the first page that has it, of a PDF whose
// lines are kept, and where its columns part.
func (d *Document) region(t *table.Table) (page int, box grid.Box, edges []float64) {
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
