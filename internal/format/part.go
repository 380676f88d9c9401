package format

import (
	"fmt"
	"slices"
	"strings"

	"charts/internal/grid"
	"charts/internal/message"
	"charts/internal/notation"
)

// A Kind says what a part of a file is.
type Kind uint8

// The kinds of parts. Where one is of pages or of plain text, all are.
const (
	Text    Kind = iota // a paragraph
	Heading             // of a level from 1
	Note                // a remark on the table before it
	Table               // rows of cells, or records
	Values              // records under their names, all that the file holds
	Sheet               // rows or records among which tables and texts stand, with a name
	List                // items of one line each
	Typed               // lines that tabs and blanks lay out
	Title               // of the document, as the file says beside its text
	Plain               // the lines of a page of plain text, which may be all of it
	Placed              // words with their places
)

// A Part is a piece of what a file holds. Parts come in the order of the file.
type Part struct {
	Kind    Kind
	Level   int    // of a heading, from 1
	Name    string // of a sheet, or the title of the document
	Lines   []Line // of a text; of a sheet that is a section, its heading
	Rows    []Row
	Records []Record // in place of rows
	Comma   rune     // what parts the cells of the records
	Page    Page     // of a page
	Words   grid.Page
}

// A Line is a line of text, counted from 1.
type Line struct {
	No     int
	Text   string
	Gap    bool   // a blank line, or a page break, is before it
	Indent int    // how wide the blanks are in front of the text
	At     *Place // where the format counts no lines
}

// A Row is one row as the file holds it. In a table it is without the cells that
// another row's cell covers, in a sheet it has a cell for every column up to its
// last filled one.
type Row struct {
	No     int
	At     *Place // where the format counts no lines
	Head   bool   // marked as part of the header
	Cells  []Cell
	Doubts Doubts
}

// A Cell is one cell. Zero spans count as one.
type Cell struct {
	Text       string
	Cols, Rows int
	Covered    bool // in a sheet: another cell is merged over it
	Across     bool // covered by a cell that begins in a column before
	Doubt      *Doubt
	Box        grid.Box // of a page, where it has one
}

// A Doubt is what a format does not tell for certain about a cell of a row, from 0,
// or about all of [AllCells] or of the [WholeTable].
type Doubt struct {
	Cell    int
	Reason  message.Text
	Instead message.Text // what else it could be, or nothing
}

// What a doubt is about besides a cell.
const (
	AllCells   = -1 // that are filled
	WholeTable = -2
)

// Doubts are those of a row.
type Doubts []Doubt

// Add adds a doubt of a cell, where it has none yet.
func (d *Doubts) Add(cell int, reason, instead message.Text) {
	if len(*d) < MaxColumns && (cell < 0 || !slices.ContainsFunc(*d, func(old Doubt) bool { return old.Cell == cell })) {
		*d = append(slices.Clip(*d), Doubt{Cell: cell, Reason: reason, Instead: instead})
	}
}

// Move gives the doubts of the cells the places to which the cells move; a cell that
// is left out takes its doubt along.
func (d *Doubts) Move(to func(cell int) (int, bool)) {
	moved := (*d)[:0:0]
	for _, one := range *d {
		ok := true
		if one.Cell >= 0 {
			one.Cell, ok = to(one.Cell)
		}
		if ok {
			moved = append(moved, one)
		}
	}
	*d = moved
}

// Cut keeps the doubts of the cells from one up to another.
func (d *Doubts) Cut(from, to int) {
	if len(*d) > 0 {
		d.Move(func(cell int) (int, bool) { return cell - from, from <= cell && cell < to })
	}
}

// A Record is a row of a file that holds values alone. A blank one has no cells.
type Record struct {
	No    int
	Cells []string
	Text  string // the cells parted by tabs
}

// newText is a paragraph or, of a level, a heading.
func newText(level int) Part {
	if level > 0 {
		return Part{Kind: Heading, Level: level}
	}
	return Part{}
}

// placed gives the lines of parts places by their numbers.
func placed(parts []Part, format string) []Part {
	for _, p := range parts {
		for i := range p.Lines {
			p.Lines[i].At = &Place{Text: fmt.Sprintf(format, p.Lines[i].No)}
		}
		for i := range p.Rows {
			p.Rows[i].At = &Place{Text: fmt.Sprintf(format, p.Rows[i].No)}
		}
	}
	return parts
}

// holds doubts a cell that has a table in place of a text: it has a value all the same.
func (s *Cell) holds(table bool) {
	if table && !s.Filled() {
		s.Doubt = &Doubt{Reason: message.Of("the cell holds a table, which was read by itself")}
	}
}

func (s Cell) Filled() bool { return strings.TrimFunc(s.Text, notation.Blank) != "" }

// Empty reports whether no cell is filled.
func Empty(cells []Cell) bool { return !slices.ContainsFunc(cells, Cell.Filled) }

// Single reports whether only the first cell is filled.
func Single(cells []Cell) bool {
	return len(cells) > 0 && cells[0].Filled() && Empty(cells[1:])
}

// CellsOf are the cells of texts.
func CellsOf(texts []string) []Cell {
	cells := make([]Cell, len(texts))
	for i, s := range texts {
		cells[i].Text = s
	}
	return cells
}

// Narrowed are the cells of a row without one that is merged into one before it.
func Narrowed(cells []Cell, j int) []Cell {
	cells = slices.Clone(cells)
	owner := j - 1
	for owner > 0 && cells[owner].Across {
		owner--
	}
	if cells[owner].Cols > 1 {
		cells[owner].Cols--
	}
	return slices.Delete(cells, j, j+1)
}

// Flat makes a cell one line; tabs part cells.
func Flat(s string) string {
	if !strings.ContainsAny(s, "\t\r\n\v\f\u2028\u2029") {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, s)
}
