package format

import (
	"fmt"
	"strconv"
	"strings"
)

// A docxCell is a tc with its place in the grid.
type docxCell struct {
	node      *node
	col, cols int
	rows      int  // that it is merged over
	continues bool // it says that it is merged with the cell above
	hidden    bool // it is
}

// A docxRow is a tr.
type docxRow struct {
	cells []docxCell
	head  bool
}

// table reads a table. One that only holds a box of text, or places other
// tables, is read as running text.
func (d *docx) table(t *node) {
	rows := docxRows(t)
	merge(rows)
	if docxLayout(rows) {
		for _, r := range rows {
			for _, c := range r.cells {
				d.flow(c.node)
			}
		}
		return
	}
	d.tables++
	number := d.tables
	grid := make([]Row, len(rows))
	inner := cellText{styles: d.styles}
	for i, r := range rows {
		d.no++
		at := &Place{Text: fmt.Sprintf("table %d row %d", number, i+1)}
		grid[i] = Row{No: d.no, At: at, Head: r.head}
		for _, c := range r.cells {
			if !c.hidden {
				before := len(inner.tables)
				s := Cell{Text: inner.read(c.node), Cols: c.cols, Rows: c.rows}
				s.holds(len(inner.tables) > before)
				grid[i].Cells = append(grid[i].Cells, s)
			}
		}
	}
	d.parts = append(d.parts, Part{Kind: Table, Rows: grid})
	for _, ref := range inner.refs {
		d.add(Part{Kind: Note}, d.notes[ref])
	}
	for _, t := range inner.tables {
		d.table(t)
	}
}

// docxRows finds the rows of a table, not those of tables inside it, nor rows and
// cells that were deleted.
func docxRows(n *node) []docxRow {
	var rows []docxRow
	for _, k := range n.kids {
		switch {
		case k.name == "tr" && !k.child("trPr").has("del") && !k.child("trPr").has("hidden"):
			r := docxRow{head: k.child("trPr").has("tblHeader")}
			if before, _ := strconv.Atoi(k.find("trPr", "gridBefore").attr("val")); before > 0 {
				r.cells = append(r.cells, docxCell{node: &node{}, cols: min(before, MaxColumns)})
			}
			r.read(k)
			rows = append(rows, r)
		case k.name != "tr" && !ignored[k.name]:
			rows = append(rows, docxRows(k)...)
		}
	}
	return rows
}

func (r *docxRow) read(n *node) {
	for _, k := range n.kids {
		switch {
		case k.name == "tc" && k.child("tcPr").has("cellDel"):
		case k.name == "tc":
			r.add(k)
		case !ignored[k.name]:
			r.read(k)
		}
	}
}

func (r *docxRow) add(tc *node) {
	props := tc.child("tcPr")
	cols, _ := strconv.Atoi(props.child("gridSpan").attr("val"))
	cols = min(max(cols, 1), MaxColumns+1)
	if merged := props.child("hMerge"); merged.name != "" && merged.attr("val") != "restart" && len(r.cells) > 0 {
		r.cells[len(r.cells)-1].cols += cols
		return
	}
	merged := props.child("vMerge")
	c := docxCell{node: tc, cols: cols, continues: merged.name != "" && merged.attr("val") != "restart"}
	if n := len(r.cells); n > 0 {
		c.col = r.cells[n-1].col + r.cells[n-1].cols
	}
	r.cells = append(r.cells, c)
}

// merge counts how far cells reach down.
func merge(rows []docxRow) {
	open := map[int]*docxCell{} // by column, the cell that may go on
	for _, r := range rows {
		now := map[int]*docxCell{}
		for k := range r.cells {
			c := &r.cells[k]
			above := open[c.col]
			if c.continues && above != nil && above.cols == c.cols {
				above.rows++
				c.hidden = true
				now[c.col] = above
				continue
			}
			c.rows = 1
			now[c.col] = c
		}
		open = now
	}
}

// docxLayout reports whether a table has a single column, or a single row that
// holds other tables.
func docxLayout(rows []docxRow) bool {
	width, inner := 0, false
	for _, r := range rows {
		width = max(width, len(r.cells))
		for _, c := range r.cells {
			for range c.node.all("tbl") {
				inner = true
			}
		}
	}
	return width <= 1 || inner && len(rows) == 1
}

// cellText gathers what cells hold besides their text.
type cellText struct {
	styles styles
	refs   []string
	tables []*node
}

// read returns the text of a cell without the tables in it.
func (t *cellText) read(n *node) string {
	var texts []string
	for _, k := range n.kids {
		switch {
		case k.name == "p":
			w := words{styles: t.styles}
			w.read(k)
			texts = append(texts, w.String())
			t.refs = append(t.refs, w.refs...)
			for _, box := range w.boxes {
				texts = append(texts, t.read(box))
			}
		case k.name == "tbl":
			t.tables = append(t.tables, k)
		case !ignored[k.name]:
			texts = append(texts, t.read(k))
		}
	}
	return strings.TrimSpace(strings.Join(texts, "\n"))
}
