package format

import (
	"fmt"
	"strings"

	"charts/internal/meter"
)

// A document gathers the paragraphs and tables of a format that counts no lines.
type document struct {
	parts  []Part
	no     int  // of the last paragraph or row
	tables int  // so far
	blank  bool // a blank paragraph is before the next one
	meter  *meter.Meter
}

// add adds a paragraph; every line of it that its writer broke stands for
// itself.
func (d *document) add(p Part, text string) {
	for s := range strings.Lines(text) {
		if s = strings.Trim(s, margin); strings.TrimSpace(s) != "" {
			d.no++
			d.meter.Bytes(lineCost + len(s))
			p.Lines = append(p.Lines, Line{No: d.no, Text: s, Gap: d.blank && len(p.Lines) == 0, At: &Place{Text: fmt.Sprintf("paragraph %d", d.no)}})
		}
	}
	if len(p.Lines) > 0 {
		d.parts, d.blank = append(d.parts, p), false
	}
}

// grid adds a table.
func (d *document) grid(rows []mergedRow) {
	d.tables++
	p := Part{Kind: Table}
	for i, r := range rows {
		d.no++
		d.meter.Bytes(rowCost + cellCost*len(r.cells))
		row := Row{No: d.no, At: &Place{Text: fmt.Sprintf("table %d row %d", d.tables, i+1)}, Head: r.head}
		for _, c := range r.cells {
			if !c.hidden {
				d.meter.Bytes(len(c.Text))
				row.Cells = append(row.Cells, c.Cell)
			}
		}
		p.Rows = append(p.Rows, row)
	}
	d.parts = append(d.parts, p)
}

// A mergedRow is a row of cells that may say to go on those above them.
type mergedRow struct {
	cells []mergedCell
	head  bool
}

// A mergedCell is a cell with its place in the grid.
type mergedCell struct {
	Cell
	node      *node // that holds it
	col       int
	continues bool // it says that it is merged with the cell above
	hidden    bool // it is
}

// merge counts how far cells reach down.
func merge(rows []mergedRow) {
	open := map[int]*mergedCell{} // by column, the cell that may go on
	for _, r := range rows {
		now := map[int]*mergedCell{}
		for k := range r.cells {
			c := &r.cells[k]
			above := open[c.col]
			if c.continues && above != nil && above.Cols == c.Cols {
				above.Rows++
				c.hidden = true
				now[c.col] = above
				continue
			}
			c.Rows = 1
			now[c.col] = c
		}
		open = now
	}
}

// isPlacing reports whether a table has a single column, or a single row that
// holds other tables.
func isPlacing(rows []mergedRow) bool {
	width, inner := 0, false
	for _, r := range rows {
		width = max(width, len(r.cells))
		for _, c := range r.cells {
			inner = inner || c.node != nil && c.node.holds("tbl")
		}
	}
	return width <= 1 || inner && len(rows) == 1
}
