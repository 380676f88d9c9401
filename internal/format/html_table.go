package format

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// table reads a table. One that only places other tables, or has one column, is
// read as running text.
func (p *page) table(n *html.Node) {
	rows, caption := tableRows(n)
	if caption != nil {
		p.walk(caption)
		p.flush()
	}
	if isLayout(rows) {
		for _, r := range rows {
			for _, c := range r.cells {
				p.no = max(p.no, number(c, lineAttr, p.no))
				p.walk(c)
				p.flush()
			}
		}
		return
	}
	var nested []Part
	grid := make([]Row, len(rows))
	for i, r := range rows {
		grid[i], nested = p.row(r, nested)
	}
	parts := append([]Part{{Kind: Table, Rows: grid}}, nested...)
	if p.inCell {
		p.nested = append(p.nested, parts...)
		return
	}
	p.parts = append(p.parts, parts...)
}

// An htmlRow is a tr.
type htmlRow struct {
	node  *html.Node
	cells []*html.Node
	head  bool // in thead, or of th alone
}

// tableRows finds the rows of a table, not those of tables inside it.
func tableRows(n *html.Node) (rows []htmlRow, caption *html.Node) {
	for c := range n.ChildNodes() {
		switch c.DataAtom {
		case atom.Caption:
			caption = c
		case atom.Tr:
			if r := newHTMLRow(c, n.DataAtom == atom.Thead); len(r.cells) > 0 && !hidden(c) {
				rows = append(rows, r)
			}
		case atom.Thead, atom.Tbody, atom.Tfoot:
			if !hidden(c) {
				inner, _ := tableRows(c)
				rows = append(rows, inner...)
			}
		}
	}
	return rows, caption
}

func newHTMLRow(tr *html.Node, inHead bool) htmlRow {
	r := htmlRow{node: tr}
	names := 0
	for c := range tr.ChildNodes() {
		if (c.DataAtom == atom.Td || c.DataAtom == atom.Th) && !hidden(c) {
			r.cells = append(r.cells, c)
			if c.DataAtom == atom.Th {
				names++
			}
		}
	}
	r.head = inHead || names == len(r.cells)
	return r
}

// isLayout reports whether a table holds other tables in a single row or
// column, or has a single column.
func isLayout(rows []htmlRow) bool {
	width, inner := 0, false
	for _, r := range rows {
		width = max(width, len(r.cells))
		for _, c := range r.cells {
			inner = inner || holdsTable(c)
		}
	}
	return width <= 1 || inner && len(rows) == 1
}

func holdsTable(n *html.Node) bool {
	for c := range n.Descendants() {
		if c.DataAtom == atom.Table {
			return true
		}
	}
	return false
}

// row reads the cells of a row; tables inside them are added to nested.
func (p *page) row(r htmlRow, nested []Part) (Row, []Part) {
	no := max(p.no, number(r.node, lineAttr, p.no))
	row := Row{No: no, Head: r.head}
	for _, c := range r.cells {
		inner := page{no: no, inCell: true}
		inner.walk(c)
		inner.flush()
		p.no = max(p.no, inner.no)
		nested = append(nested, inner.nested...)
		rows := number(c, "rowspan", 1)
		if rows == 0 {
			rows = MaxCells
		}
		s := Cell{Text: inner.allText(), Cols: number(c, "colspan", 1), Rows: rows}
		s.holds(len(inner.nested) > 0)
		row.Cells = append(row.Cells, s)
	}
	return row, nested
}

func (p *page) allText() string {
	var all []string
	for _, part := range p.parts {
		for _, l := range part.Lines {
			all = append(all, l.Text)
		}
	}
	return strings.Join(all, "\n")
}
