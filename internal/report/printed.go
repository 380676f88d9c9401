package report

import (
	"slices"
	"strings"

	"charts/internal/format"
	"charts/internal/grid"
)

// A Printed line is what stands on a line of the file, before tables are made of it.
type Printed struct {
	Line int
	Page Page
	// Table is the number of the table that the file shows there, or 0. Tables that
	// stand side by side share lines.
	Table int
	// Rows are the rows of cells that stand on it: one, unless they are a header. What
	// is no row is one cell.
	Rows [][]PrintedCell
}

// A PrintedCell is a cell as the file has it.
type PrintedCell struct {
	Text       string
	Cols, Rows int      // that it covers
	Head       bool     // the file marks it as a name
	Box        grid.Box // on the page, y growing downwards from its top
}

// Printed are the lines of a file that [Trace] has read.
func (d *Document) Printed() []Printed {
	var all []Printed
	tables := 0
	for _, b := range d.traced {
		if b.kind == blockGrid {
			tables++
		}
		for _, l := range b.printed() {
			p := Printed{Line: l.no}
			if b.kind == blockGrid {
				p.Table = tables
			}
			for _, r := range rowsBehind([]line{l}) {
				p.Rows = append(p.Rows, r.cellsOn(l.at))
			}
			if l.at != nil {
				p.Page = l.at.Page
			}
			all = append(all, p)
		}
	}
	slices.SortStableFunc(all, func(a, b Printed) int { return a.Line - b.Line })
	return all
}

// cellsOn are the cells of a row with their boxes on the page that it is on.
func (r spanRow) cellsOn(at *format.Place) []PrintedCell {
	cells := make([]PrintedCell, len(r.cells))
	for i, s := range r.cells {
		cells[i] = PrintedCell{Text: strings.TrimSpace(s.Text), Cols: max(s.Cols, 1), Rows: max(s.Rows, 1), Head: r.head}
		if at != nil && at.Page.Number > 0 {
			cells[i].Box = grid.Box{X0: s.Box.X0, Y0: at.Page.Height - s.Box.Y1, X1: s.Box.X1, Y1: at.Page.Height - s.Box.Y0}
		}
	}
	return cells
}
