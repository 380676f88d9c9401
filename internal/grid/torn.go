package grid

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Rest is the end of a name that a page break tore.
type Rest struct {
	Name string // the text of the cell in the last row of the page above
	Text string // what stands on the next page
	Sure bool   // the table goes on below it
}

// Torn finds the rests, at the top of a page, of the names in the row with which the
// table at the foot of the page above ends. It returns the page without them.
func Torn(above, below []Block) (rests []Rest, left []Block) {
	t := lastTable(above)
	below = absorb(slices.Clone(below))
	first := slices.IndexFunc(below, func(b Block) bool { return b.Table != nil || !isFurniture(b.Line, above) })
	if t == nil || first < 0 {
		return nil, below
	}
	if b := below[first].Table; b != nil {
		rows := slices.Clone(b.Rows)
		mended := *b
		below[first].Table, mended.Rows = &mended, rows
		rests, mended.Rows = t.restsIn(rows)
		return rests, below
	}
	return t.restsOver(below, first)
}

// lastTable is the table with which a page ends, or nil.
func lastTable(page []Block) *Table {
	for i := len(page) - 1; i >= 0; i-- {
		if t := page[i].Table; t != nil {
			return t
		}
		if !isFurniture(page[i].Line, nil) {
			break
		}
	}
	return nil
}

// isFurniture reports whether a line is the number of its page, or stands at the top of
// the page above as well.
func isFurniture(l *Line, above []Block) bool {
	if len(above) > 0 && above[0].Line != nil && above[0].Line.Text == l.Text {
		return true
	}
	return !strings.ContainsFunc(l.Text, func(r rune) bool { return unicode.IsLetter(r) && r != '第' && r != '页' && r != '頁' })
}

// maxRest is how many lines the rest of a name has.
const maxRest = 3

// restsOver takes lines over a table, or over nothing, as the rest of a name that
// stands in their column.
func (t *Table) restsOver(page []Block, first int) (rests []Rest, left []Block) {
	torn, text, end := t.rest(page, first)
	goesOn := end < len(page) && page[end].Table != nil
	if torn == nil || !goesOn && !t.wraps(*torn) {
		return nil, page
	}
	return []Rest{{torn.Text, text, goesOn}}, slices.Delete(page, first, end)
}

// rest finds the cell of the last row that lines from first on go on with.
func (t *Table) rest(page []Block, first int) (torn *Cell, text string, end int) {
	cells := t.Rows[len(t.Rows)-1].Cells
	for end = first; end < len(page) && end < first+maxRest && page[end].Line != nil; end++ {
		l := page[end].Line
		if isCaption(l.Text) || isValue(l.Text) || isSentence(l.Text) || end > first && page[end-1].Line.Y-l.Y > lineStep*l.Size {
			break
		}
		k := slices.IndexFunc(cells, func(c Cell) bool { return t.mayGoOn(c, l.Text, l.X0, l.X1) })
		if k < 0 || torn != nil && torn != &cells[k] {
			break
		}
		torn, text = &cells[k], strings.TrimPrefix(text+"\n"+l.Text, "\n")
	}
	return torn, text, end
}

// absorb puts lines right under a table, which it did not take for its own, back to the
// names of its last row: the page ends there, or other names have several lines.
func absorb(page []Block) []Block {
	for i := len(page) - 2; i >= 0; i-- {
		t := page[i].Table
		if t == nil || page[i+1].Line == nil || t.Box.Y0-page[i+1].Line.Y > lineStep*page[i+1].Line.Size {
			continue
		}
		torn, text, end := t.rest(page, i+1)
		if torn != nil && (end == len(page) || t.wraps(*torn)) {
			torn.Text += "\n" + text
			page = slices.Delete(page, i+1, end)
		}
	}
	return page
}

func isSentence(s string) bool { return strings.ContainsAny(s, "。；") || strings.HasSuffix(s, ".") }

// restsIn takes them out of the rows of a table: what stands under the names of the
// columns, which it repeats, or in rows of its own.
func (t *Table) restsIn(rows []Row) (rests []Rest, left []Row) {
	at := 0
	for at < len(rows) && at < len(t.Rows) && equalRows(rows[at], t.Rows[at]) {
		at++
	}
	if at == len(rows) || at > 0 && !rows[at-1].Head || at == 0 && rows[0].Head {
		return nil, rows
	}
	torn := t.Rows[len(t.Rows)-1].Cells
	end := at
	for ; end < min(len(rows), at+maxRest); end++ {
		found, ok := t.restsOf(torn, rows[end])
		if !ok {
			break
		}
		for _, rest := range found {
			if k := slices.IndexFunc(rests, func(r Rest) bool { return r.Name == rest.Name }); k >= 0 {
				rests[k].Text += "\n" + rest.Text
			} else {
				rest.Sure = at > 0 || len(rows) > 1
				rests = append(rests, rest)
			}
		}
	}
	return rests, slices.Delete(rows, at, end)
}

// restsOf are the texts of a row as the rests of torn names, if all are.
func (t *Table) restsOf(torn []Cell, row Row) (rests []Rest, ok bool) {
	for _, c := range row.Cells {
		if c.Text == "" {
			continue
		}
		k := slices.IndexFunc(torn, func(torn Cell) bool { return t.mayGoOn(torn, c.Text, c.Box.X0, c.Box.X1) })
		if k < 0 || isValue(c.Text) {
			return nil, false
		}
		rests = append(rests, Rest{Name: torn[k].Text, Text: c.Text})
	}
	return rests, len(rests) > 0
}

func equalRows(a, b Row) bool {
	return a.Head == b.Head && slices.EqualFunc(a.Cells, b.Cells, func(a, b Cell) bool { return a.Text == b.Text })
}

// mayGoOn reports whether a text is the rest of a name: it stands in its column, and its
// first word has no room behind the last line of the name.
func (t *Table) mayGoOn(c Cell, rest string, x0, x1 float64) bool {
	if c.Text == "" || isValue(c.Text) || c.Cols > 1 {
		return false
	}
	column := c.Box
	t.beside(c, func(o Cell) { column.X0, column.X1 = min(column.X0, o.Box.X0), max(column.X1, o.Box.X1) })
	size := (c.Box.Y1 - c.Box.Y0) / float64(strings.Count(c.Text, "\n")+1)
	word, _, _ := strings.Cut(rest, " ")
	room := 0.0
	if letters := utf8.RuneCountInString(word); !endsHan(c.Text) {
		room = leastBlank*size + (x1-x0)*float64(letters)/float64(utf8.RuneCountInString(rest))
	}
	return x0 > column.X0-size && x1 < column.X1+size && c.last+room > column.X1-column.X0-0.6*size
}

// wraps reports whether names beside a cell have several lines.
func (t *Table) wraps(c Cell) (several bool) {
	t.beside(c, func(o Cell) { several = several || strings.Contains(o.Text, "\n") })
	return several
}

// beside visits the cells of the column of a cell.
func (t *Table) beside(c Cell, visit func(Cell)) {
	for _, r := range t.Rows {
		for _, o := range r.Cells {
			if o.Cols == 1 && o.Text != "" && !r.Head && o.Box.X0 < c.Box.X1 && c.Box.X0 < o.Box.X1 {
				visit(o)
			}
		}
	}
}
