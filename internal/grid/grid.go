// Package grid finds the tables on a page of placed text.
//
// It takes pieces of text with their boxes, and the rules and fills drawn on the
// page; it knows neither the format that they come from nor what the cells mean.
// Every table is made in the same way: the rules that are drawn part cells, and
// where none is drawn the evidence draws one — a gap that all rows leave, a
// value on every line, a name centred over its columns. What lies between the
// rules is a cell.
package grid

import (
	"slices"

	"charts/internal/message"
)

// A Piece is a run of characters without a blank. Places are of one unit
// throughout, such as points, and y grows upwards.
type Piece struct {
	Text   string
	X0, X1 float64
	Y      float64 // of the line it stands on
	Size   float64 // about the height of its characters
	// Order counts the pieces of a page as they were written: what was written
	// in one go has numbers that follow each other. 0 where nothing tells.
	Order int
}

// A Box is a rule or a filled box. A rule has no width, or no height.
type Box struct{ X0, Y0, X1, Y1 float64 }

// with is the smallest box around the box, unless it is none, and a piece.
func (b Box) with(p Piece) Box {
	text := Box{p.X0, p.Y - 0.25*p.Size, p.X1, p.Y + 0.85*p.Size}
	if b == (Box{}) {
		return text
	}
	return Box{min(b.X0, text.X0), min(b.Y0, text.Y0), max(b.X1, text.X1), max(b.Y1, text.Y1)}
}

// A Page is what one page shows.
type Page struct {
	Pieces []Piece
	Rules  []Box
	// Above is the page before: a table that begins with the same names in the same
	// places as its last one has the same columns.
	Above []Block
	// Below is the page after, or nil: so does one that ends with fewer rows than begin it.
	Below *Page
}

// A Block is a line of text, or a table.
type Block struct {
	Line  *Line
	Table *Table
}

// A Line is a line of text outside tables.
type Line struct {
	Y, Size float64
	X0, X1  float64
	Right   float64 // where the longest line beside it ends
	Text    string
}

// Box is where the text of the line stands.
func (l Line) Box() Box { return Box{}.with(Piece{X0: l.X0, X1: l.X1, Y: l.Y, Size: l.Size}) }

// A Table is rows of cells.
type Table struct {
	Box  Box
	Rows []Row
	// Loose says that no columns could be told: the cells of a row are its
	// texts, one after the other.
	Loose bool
	// Guessed says that only the first place makes the first row a header.
	Guessed bool
	region  *region // that it was read from
	// Hint is the number of the hint that the table was found by, from 1, or 0.
	Hint int
}

// Headed reports whether the names of the columns are known.
func (t Table) Headed() bool { return !t.Guessed && len(t.Rows) > 0 && t.Rows[0].Head }

// onTop reports whether the names of groups, in the first column, stand beside the first
// of their rows.
func (t *Table) onTop() bool {
	blank, top := false, false
	for _, r := range t.Rows {
		if r.Head || len(r.Cells) < 3 || r.Cells[0].Cols > 1 {
			continue
		}
		if r.Cells[0].Rows > 1 || r.Cells[0].Text == "" && !top {
			return false
		}
		top = true
		blank = blank || r.Cells[0].Text == "" && r.Cells[1].Text != ""
	}
	return blank
}

// A Row is a row without the cells that one of a row above covers.
type Row struct {
	Head  bool    // it holds names of columns
	Y     float64 // of its line with the most texts
	Cells []Cell
}

// A Cell covers Cols columns and Rows rows, one at least. Line ends part the
// lines of its text.
type Cell struct {
	Text       string
	Box        Box // of the text
	Cols, Rows int
	last       float64      // how long the last line of the text is
	Doubt      message.Text // why the text may be of another column, or nothing
	Instead    string       // what it could be else, or ""
}

// Read returns the tables of a page and the lines of text between them, in the
// order in which they are read.
func Read(p Page, hints ...Hint) []Block {
	hinted, pieces, rules := readHints(p.Pieces, tidy(p.Rules), hints)
	tables, pieces, rules := ruled(pieces, rules)
	tables = append(hinted, tables...)
	slices.SortStableFunc(tables, func(a, b Table) int { return descending(a.Box.Y1, b.Box.Y1) })
	above := lastTable(p.Above)
	var blocks []Block
	for i, s := range streams(pieces, tables, rules, 0) {
		s.top, s.below = i == 0, p.Below
		if above != nil {
			s.before = above.region
		}
		blocks = append(blocks, s.blocks(rules)...)
	}
	for _, b := range blocks {
		t := b.Table
		if t == nil || t.region == nil {
			continue
		}
		if t.region.open {
			t.moveNames()
		}
		if t.region.free() && !(above != nil && t.region.before.heads(t.region) && above.onTop()) {
			t.centred()
		}
		t.region.before = before{} // else each page would keep all before it
	}
	return blocks
}

// ruled finds the tables that are drawn with rules across and down, and what is
// outside them.
func ruled(pieces []Piece, rules []Box) (tables []Table, rest []Piece, others []Box) {
	rest = pieces
	if len(rules) > maxRules {
		return nil, rest, nil
	}
	for _, group := range connected(rules) {
		frame := bounds(group)
		if !isLattice(group, frame) {
			others = append(others, group...)
			continue
		}
		inside, outside := part(rest, frame)
		r := region{ruling: ruling{box: frame, rules: group}, lines: linesOf(inside)}
		if t, ok := r.table(); ok {
			tables, rest = append(tables, t), outside
			continue
		}
		others = append(others, group...)
	}
	return tables, rest, others
}

func descending(a, b float64) int {
	switch {
	case a > b:
		return -1
	case a < b:
		return 1
	}
	return 0
}

// part sorts out the pieces whose middle lies in the box.
func part(pieces []Piece, b Box) (inside, outside []Piece) {
	for _, p := range pieces {
		x, y := p.middle()
		if b.X0 <= x && x <= b.X1 && b.Y0 <= y && y <= b.Y1 {
			inside = append(inside, p)
		} else {
			outside = append(outside, p)
		}
	}
	return inside, outside
}

// middle is the middle of a piece; letters stand higher than their line.
func (p Piece) middle() (x, y float64) { return (p.X0 + p.X1) / 2, p.Y + 0.3*p.Size }
