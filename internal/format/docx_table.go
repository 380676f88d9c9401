package format

import (
	"strconv"
	"strings"
)

// table reads a table. One that only holds a box of text, or places other
// tables, is read as running text.
func (d *docx) table(t *node) {
	rows := docxRows(t)
	if merge(rows); isPlacing(rows) {
		for _, r := range rows {
			for _, c := range r.cells {
				d.flow(c.node)
			}
		}
		return
	}
	inner := cellText{styles: d.styles}
	for _, r := range rows {
		for i := range r.cells {
			if c := &r.cells[i]; !c.hidden {
				before := len(inner.tables)
				c.Text = inner.read(c.node)
				c.holds(len(inner.tables) > before)
			}
		}
	}
	d.grid(rows)
	for _, ref := range inner.refs {
		d.add(Part{Kind: Note}, d.notes[ref])
	}
	for _, t := range inner.tables {
		d.table(t)
	}
}

// docxRows finds the rows of a table, not those of tables inside it, nor rows and
// cells that were deleted.
func docxRows(n *node) []mergedRow {
	var rows []mergedRow
	for _, k := range n.kids {
		switch {
		case k.name == "tr" && !k.child("trPr").has("del") && !k.child("trPr").has("hidden"):
			r := mergedRow{head: k.child("trPr").has("tblHeader")}
			if before, _ := strconv.Atoi(k.find("trPr", "gridBefore").attr("val")); before > 0 {
				r.cells = append(r.cells, mergedCell{node: &node{}, Cell: Cell{Cols: min(before, MaxColumns)}})
			}
			r.read(k)
			rows = append(rows, r)
		case k.name != "tr" && !ignored[k.name]:
			rows = append(rows, docxRows(k)...)
		}
	}
	return rows
}

func (r *mergedRow) read(n *node) {
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

func (r *mergedRow) add(tc *node) {
	props := tc.child("tcPr")
	cols, _ := strconv.Atoi(props.child("gridSpan").attr("val"))
	cols = min(max(cols, 1), MaxColumns+1)
	if merged := props.child("hMerge"); merged.name != "" && merged.attr("val") != "restart" && len(r.cells) > 0 {
		r.cells[len(r.cells)-1].Cols += cols
		return
	}
	merged := props.child("vMerge")
	c := mergedCell{node: tc, Cell: Cell{Cols: cols}, continues: merged.name != "" && merged.attr("val") != "restart"}
	if n := len(r.cells); n > 0 {
		c.col = r.cells[n-1].col + r.cells[n-1].Cols
	}
	r.cells = append(r.cells, c)
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
