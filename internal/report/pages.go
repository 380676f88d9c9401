package report

import (
	"fmt"
	"slices"
	"strings"

	"charts/internal/format"
	"charts/internal/grid"
	"charts/internal/message"
	"charts/internal/notation"
	"charts/internal/pdftext"
	"charts/internal/table"
)

// A pageRows gathers the rows of pages.
type pageRows struct {
	rows  []pageRow
	count int
	above []grid.Block // the page above
}

// A pageRow is a line of text, or a row of a table.
type pageRow struct {
	line
	page    int
	table   *shape // that it is a row of, or nil
	outside bool   // near the top or the foot of its page
}

// A shape is what tells whether a table goes on in another one.
type shape struct {
	width int
	head  string // its header, or ""
}

// pageBlocks reads pages of words with places. Tables are taken from their rules or,
// where there are none, from the columns that words stand in.
func pageBlocks(pages []format.Part, h hints) []block {
	words := make([]grid.Page, len(pages))
	for i, page := range pages {
		words[i] = page.Words
	}
	var p pageRows
	for i, words := range grid.WithoutFurniture(words) {
		p.page(pages[i], words, h)
	}
	lines := p.lines()
	readTwins(lines)
	return textBlocks(dropContents(lines), h)
}

// readTwins reads 戶 as 户 where nothing else is traditional: fonts of simplified Chinese
// draw both alike, and some writers of PDF take the first that is drawn so.
func readTwins(lines []line) {
	twins := strings.NewReplacer("戶", "户")
	if slices.ContainsFunc(lines, func(l line) bool { return table.Traditional.In(twins.Replace(l.text)) }) {
		return
	}
	for i := range lines {
		lines[i].text = twins.Replace(lines[i].text)
	}
}

// page reads the tables and lines of a page.
func (p *pageRows) page(page format.Part, words grid.Page, h hints) {
	var rows []pageRow
	var above *grid.Line
	said, places := h.onPage(page.Page.Number, page.Page.Height)
	words.Above = p.above
	for _, b := range p.mend(grid.Read(words, places...)) {
		if b.Table != nil {
			rows = append(rows, gridRows(*b.Table, placedRows(*b.Table), said)...)
			above = nil
			continue
		}
		r := pageRow{line: line{text: b.Line.Text, placed: true, from: []spanRow{{cells: []format.Cell{{Text: b.Line.Text, Box: b.Line.Box()}}}}}}
		if above != nil {
			r.gap = endsAbove(*above, *b.Line)
		}
		rows, above = append(rows, r), b.Line
	}
	at := &format.Place{Text: fmt.Sprintf("page %d", page.Page.Number), Page: page.Page}
	for i := range rows {
		rows[i].at = at
	}
	p.add(rows)
}

// mend puts the rests of names at the top of a page back to the last row of the page
// above.
func (p *pageRows) mend(page []grid.Block) []grid.Block {
	rests, left := grid.Torn(p.above, page)
	p.above = left
	for _, rest := range rests {
		i := len(p.rows) - 1
		for i >= 0 && p.rows[i].table == nil {
			i--
		}
		if i < 0 {
			return left
		}
		row, name := &p.rows[i].line, gluedLines(rest.Name)
		cells := strings.Split(row.text, "\t")
		k := slices.IndexFunc(cells, func(c string) bool { return strings.TrimSpace(c) == name })
		if k < 0 {
			return left
		}
		cells[k] = notation.Glue(name, gluedLines(rest.Text))
		row.text = strings.Join(cells, "\t")
		if !rest.Sure {
			row.doubt(k, message.Of("the page break cut off the name, as it seems, and %q on the next page was joined to it", rest.Text), message.Data(name))
		}
	}
	return left
}

// add takes the rows of the next page.
func (p *pageRows) add(rows []pageRow) {
	p.count++
	for i := range rows {
		rows[i].page = p.count
		rows[i].gap = rows[i].gap || i == 0
		rows[i].outside = (i < 2 || i >= len(rows)-2) && rows[i].table == nil
	}
	p.rows = append(p.rows, rows...)
}

// endsAbove reports whether a paragraph ends above a line: it stands further down,
// or the line above is short.
func endsAbove(above, l grid.Line) bool {
	return above.Y-l.Y > 2.2*max(above.Size, l.Size) || above.X1 < above.Right-3*above.Size || above.Y < l.Y
}

// gridRows prints the rows of a table, the title over it and the notes under it
// as lines of text.
func gridRows(t grid.Table, rows []spanRow, hints hints) []pageRow {
	var said *hinted
	if t.Hint > 0 {
		said = hints[t.Hint-1]
		said.parted = true
	}
	if said != nil && said.Ignore {
		said.found++
		return nil
	}
	parts, err := gridParts(rows, said)
	if err != nil {
		return nil
	}
	var out []pageRow
	for _, p := range parts {
		var table *shape
		if p.grid {
			table = &shape{width: strings.Count(p.lines[0].text, "\t")}
			p.lines[0].hint = said
			if t.Headed() {
				table.head = p.lines[0].text
			}
		}
		for _, l := range p.lines {
			l.gap = !p.grid
			out = append(out, pageRow{line: l, table: table})
		}
	}
	return slices.DeleteFunc(out, func(r pageRow) bool { return strings.TrimSpace(r.text) == "" })
}

// placedRows are the rows of a table with their merged cells.
func placedRows(t grid.Table) []spanRow {
	rows := make([]spanRow, len(t.Rows))
	for i, r := range t.Rows {
		rows[i] = spanRow{line: line{exact: !t.Loose, placed: !t.Loose}, head: r.Head}
		for _, c := range r.Cells {
			s := format.Cell{Text: gluedLines(c.Text), Cols: c.Cols, Rows: c.Rows, Box: c.Box}
			if !c.Doubt.Empty() {
				s.Doubt = &format.Doubt{Reason: c.Doubt, Instead: message.Data(c.Instead)}
			}
			rows[i].cells = append(rows[i].cells, s)
		}
	}
	return rows
}

// gluedLines joins the lines of a cell.
func gluedLines(s string) string {
	text := ""
	for l := range strings.SplitSeq(s, "\n") {
		text = notation.Glue(text, l)
	}
	return text
}

// lines drops the numbers of pages.
func (p *pageRows) lines() []line {
	var lines []line
	gap := true
	var above pageRow // the row of a table, or the line, that the next one follows
	for i, r := range p.rows {
		if r.outside && isPageNumber(strings.TrimSpace(r.text)) {
			gap = true
			continue
		}
		if r.page > above.page && above.table != nil && mayBeRest(r) {
			r.doubt(format.AllCells, message.Of("the row may be the rest of the one above, which the page break cut"), message.Of("a part of the cell above"))
		}
		if r.table == nil { // most often the dot of a list
			r.text = strings.TrimLeft(r.text, pdftext.Unknown+" ")
		}
		if r.gap = gap || r.gap; r.no == 0 {
			r.no = i + 1
		}
		r.begins = r.hint != nil || r.table != nil && (above.table == nil || r.table != above.table && !r.table.continues(*above.table))
		if r.table != nil || !r.outside { // what a page has at its edge parts no table
			above = r
		}
		lines = append(lines, r.line)
		gap = false
	}
	return lines
}

// continues reports whether a table goes on with the one above it: it has as
// many columns, and the same header or none.
func (t *shape) continues(above shape) bool {
	return t.width == above.width && (t.head == "" || notation.Fold(t.head) == notation.Fold(above.head))
}

// mayBeRest reports whether the first row of a page is no header, and has neither
// a name nor a value.
func mayBeRest(r pageRow) bool {
	return r.table != nil && r.table.head == "" && strings.HasPrefix(r.text, "\t") && !slices.ContainsFunc(strings.Split(r.text, "\t"), notation.Value)
}
