package grid

import (
	"math"
	"slices"

	"charts/internal/notation"
)

// A straightening moves the texts of rows under one another that drifted. The cells of
// most rows are of the same number and kinds, so that their order tells the columns; the
// others have theirs under or over those of such rows.
type straightening struct {
	lines        []line
	cells        [][]segment // of each line
	width        int         // how many cells a whole row has
	at           [][]int     // of the cells of each row: their columns
	unsure       []bool      // of the rows: their cells may be of others
	kinds        []bool      // of the columns: they hold values
	drift        float64     // how far values stand from others of their column, in sizes of a character
	names        int         // the line with the names of the single columns
	first        int         // the column of the first of these names
	slots        []box1      // the new places of the columns
	before, last []box1      // the names before and behind that line
}

// straight moves the texts of lines under one another, or returns nil.
func straight(lines []line) *straightening {
	s := &straightening{names: -1}
	for _, l := range lines {
		s.cells = append(s.cells, l.cells())
	}
	s.lines = lines
	if !s.measure() {
		return nil
	}
	s.lines = make([]line, len(lines))
	for i, l := range lines {
		s.lines[i] = line{y: l.y, size: l.size, leaders: l.leaders}
		for k, c := range s.cells[i] {
			s.lines[i].pieces = append(s.lines[i].pieces, moved(c, s.place(i, k, c))...)
		}
		s.lines[i].unsure = s.unsure[i]
	}
	return s
}

// cells are the texts of a line that were not written in one go.
func (l line) cells() []segment {
	var out []segment
	for _, s := range l.segments() {
		start := 0
		for i := 1; i < len(s.pieces); i++ {
			if s.pieces[i].Order > s.pieces[i-1].Order+1 {
				out = append(out, newSegment(s.pieces[start:i]))
				start = i
			}
		}
		out = append(out, newSegment(s.pieces[start:]))
	}
	return out
}

// measure finds the number of cells, the line of names and the places of the
// columns; it reports whether the rows agree.
func (s *straightening) measure() bool {
	rows := 0
	for i, cells := range s.cells {
		if !s.isRow(i) {
			if rows == 0 && !areUnits(cells) && (s.names < 0 || len(cells) >= len(s.cells[s.names])) {
				s.names = i
			}
			continue
		}
		s.width = max(s.width, len(cells))
		rows++
	}
	if rows < 2 || s.width < 3 || s.width > maxColumns || s.names < 0 || !s.sameKinds() {
		return false
	}
	s.partNames()
	if !s.findNames() {
		return false
	}
	s.setSlots()
	return true
}

// areUnits reports whether a line has nothing but units.
func areUnits(cells []segment) bool { return notation.UnitRow(textsOf(cells)) > 0 }

func textsOf(cells []segment) []string {
	texts := make([]string, len(cells))
	for i, c := range cells {
		texts[i] = c.text()
	}
	return texts
}

// partNames takes the words of the line of names for names where there are as many
// as columns of values.
func (s *straightening) partNames() {
	var words []segment
	for _, c := range s.cells[s.names] {
		for i := range c.pieces {
			words = append(words, newSegment(c.pieces[i:i+1]))
		}
	}
	if n := len(s.cells[s.names]); n < s.width-1 && (len(words) == s.width || len(words) == s.width-1) {
		s.cells[s.names] = words
	}
}

// isRow reports whether a line is a row: it has values behind its first cell, and
// more than years.
func (s *straightening) isRow(i int) bool {
	cells := s.cells[i]
	return slices.ContainsFunc(cells[min(1, len(cells)):], func(c segment) bool { return isValue(c.text()) && !isYear(c.text()) })
}

// row is the nearest row at or above a line, or else the first one.
func (s *straightening) row(i int) int {
	for k := i; k >= 0; k-- {
		if s.isRow(k) {
			return k
		}
	}
	for !s.isRow(i) {
		i++
	}
	return i
}

// sameKinds reports whether each column of the whole rows holds values alone, or none, and
// puts the cells of the others into columns.
func (s *straightening) sameKinds() bool {
	var whole []int
	for i, cells := range s.cells {
		if !s.isRow(i) {
			continue
		}
		if short := s.width - len(cells); short > mostShort {
			return false
		} else if short > 0 {
			continue
		}
		whole = append(whole, i)
		for k, c := range cells {
			if s.kinds = append(s.kinds, isValue(c.text())); s.kinds[k] != isValue(c.text()) {
				return false
			}
		}
	}
	s.kinds = s.kinds[:s.width]
	s.drift = s.drifts(whole)
	s.at, s.unsure = make([][]int, len(s.cells)), make([]bool, len(s.cells))
	for i := range s.cells {
		if s.isRow(i) {
			s.at[i], s.unsure[i] = s.align(i, whole)
		}
	}
	return true
}

// setSlots gives each column the room of its widest text.
func (s *straightening) setSlots() {
	s.slots = make([]box1, s.width)
	x, end := s.ends()
	for k := range s.slots {
		width := 0.0
		if k == 0 {
			width = end - x
		}
		for i, cells := range s.cells {
			if n := slices.Index(s.at[i], k); n >= 0 {
				width = max(width, cells[n].width())
			}
			if n := k - s.first; i == s.names && n >= 0 && n < len(cells) {
				width = max(width, cells[n].width())
			}
		}
		s.slots[k] = box1{x, x + width}
		x += width + 3*s.lines[0].size
	}
}

// ends are the places between which the first texts of the lines stand. They are not
// moved: how far in a name begins says what it is part of.
func (s *straightening) ends() (x0, x1 float64) {
	x0, x1 = math.Inf(1), math.Inf(-1)
	for i, cells := range s.cells {
		if len(s.at[i]) > 0 && s.at[i][0] == 0 || len(cells) == 1 && i > s.names {
			x0, x1 = min(x0, cells[0].x0), max(x1, cells[0].x1)
		}
	}
	return x0, x1
}

// place is where the middle of a cell goes: to its column or, of a name over
// several, between their names; what goes on with a row stays under its cell.
func (s *straightening) place(i, k int, c segment) float64 {
	switch {
	case s.isRow(i) && s.at[i][k] == 0, len(s.cells[i]) == 1 && i > s.names && c.x1 <= s.slots[0].x1:
		return c.center()
	case s.isRow(i):
		return s.slots[s.at[i][k]].center()
	case i == s.names, areUnits(s.cells[i]) && len(s.cells[i]) == s.width-s.first:
		return s.slots[k+s.first].center()
	case areUnits(s.cells[i]) && len(s.cells[i]) == s.width-1:
		return s.slots[k+1].center()
	case i > s.row(0) && s.isBand(i):
		return (s.slots[0].x0 + s.slots[s.width-1].x1) / 2
	case i > s.row(0):
		return s.slots[s.at[s.row(i)][nearest(s.cells[s.row(i)], c)]].center()
	}
	if k, ok := s.beside(c); ok {
		return s.slots[k].center()
	}
	if at, ok := s.evenly(i, c); ok {
		return at
	}
	s.unsure[i] = s.unsure[i] || s.drift > wide && len(s.cells[i]) > 1
	return s.among(c)
}

// isBand reports whether a line between the rows stands over their middle.
func (s *straightening) isBand(i int) bool {
	row := s.cells[s.row(i)]
	x0, x1 := row[0].x0, row[len(row)-1].x1
	return len(s.cells[i]) == 1 && near1(s.cells[i][0].center(), (x0+x1)/2, 0.1*(x1-x0))
}

// nearest is the cell that a text overlaps most, or misses least.
func nearest(cells []segment, c segment) int {
	best, most := 0, math.Inf(-1)
	for k, o := range cells {
		if overlap := min(o.x1, c.x1) - max(o.x0, c.x0); overlap > most {
			best, most = k, overlap
		}
	}
	return best
}

// evenly is the place of a name of an upper line whose names stand over as many
// columns each, under which the same names repeat.
func (s *straightening) evenly(i int, c segment) (float64, bool) {
	names, k, upper := s.cells[s.names], 0, 0
	for _, o := range s.cells[i] {
		if _, beside := s.beside(o); beside {
			continue
		}
		if o.x0 < c.x0 {
			k++
		}
		upper++
	}
	if upper < 2 || len(names)%upper > 0 || len(names) == upper {
		return 0, false
	}
	each := len(names) / upper
	for n := each; n < len(names); n++ {
		if names[n].text() != names[n-each].text() {
			return 0, false
		}
	}
	first := s.first + k*each
	return (s.slots[first].x0 + s.slots[first+each-1].x1) / 2, true
}

// among is the place of an upper name as it stands among the names of columns.
func (s *straightening) among(c segment) float64 {
	names := s.cells[s.names]
	k := 0
	for k+2 < len(names) && names[k+1].center() < c.center() {
		k++
	}
	if len(names) == 1 {
		return s.slots[s.first].center()
	}
	share := (c.center() - names[k].center()) / (names[k+1].center() - names[k].center())
	left, right := s.slots[k+s.first].center(), s.slots[k+1+s.first].center()
	return left + min(max(share, 0), 1)*(right-left)
}

// moved are the pieces of a cell with its middle at another place.
func moved(c segment, middle float64) []Piece {
	out := slices.Clone(c.pieces)
	for i := range out {
		by := middle - c.center()
		out[i].X0, out[i].X1 = out[i].X0+by, out[i].X1+by
	}
	return out
}
