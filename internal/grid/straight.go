package grid

import (
	"math"
	"slices"

	"charts/internal/notation"
)

// A straightening moves the texts of rows under one another that drifted: the
// rows have one number of cells, of the same kinds, and so their order tells the
// columns.
type straightening struct {
	lines []line
	cells [][]segment // of each line
	width int         // how many cells a row has
	kinds []bool      // of the columns: they hold values
	names int         // the line with the names of the single columns
	first int         // the column of the first of these names
	slots []box1      // the new places of the columns
}

// straight returns lines with their texts moved under one another.
func straight(lines []line) ([]line, bool) {
	s := straightening{lines: lines, names: -1}
	for _, l := range lines {
		s.cells = append(s.cells, l.cells())
	}
	if !s.measure() || s.names < 0 {
		return nil, false
	}
	out := make([]line, len(lines))
	for i, l := range lines {
		out[i] = line{y: l.y, size: l.size, leaders: l.leaders}
		for k, c := range s.cells[i] {
			out[i].pieces = append(out[i].pieces, moved(c, s.place(i, k, c))...)
		}
	}
	return out, true
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
	s.first = s.width - len(s.cells[s.names])
	s.setSlots()
	return s.first == 0 || s.first == 1 && !s.kinds[0]
}

// from is the column of the first cell of a row: what it leaves blank are names.
func (s *straightening) from(i int) int { return s.width - len(s.cells[i]) }

// areUnits reports whether a line has nothing but units.
func areUnits(cells []segment) bool {
	texts := make([]string, len(cells))
	for i, c := range cells {
		texts[i] = c.text()
	}
	return notation.UnitRow(texts) > 0
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

// sameKinds reports whether each column holds values alone, or none, and short rows
// are short of names in front.
func (s *straightening) sameKinds() bool {
	for i, cells := range s.cells {
		if s.isRow(i) && len(cells) == s.width && s.kinds == nil {
			for _, c := range cells {
				s.kinds = append(s.kinds, isValue(c.text()))
			}
		}
	}
	for i, cells := range s.cells {
		if !s.isRow(i) {
			continue
		}
		if slices.Contains(s.kinds[:s.from(i)], true) {
			return false
		}
		for k, c := range cells {
			if isValue(c.text()) != s.kinds[k+s.from(i)] {
				return false
			}
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
			if n := k - s.from(i); s.isRow(i) && n >= 0 {
				width = max(width, cells[n].width())
			}
			if n := k - s.first; i == s.names && n >= 0 {
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
		if s.isRow(i) && s.from(i) == 0 || len(cells) == 1 && i > s.names {
			x0, x1 = min(x0, cells[0].x0), max(x1, cells[0].x1)
		}
	}
	return x0, x1
}

// place is where the middle of a cell goes: to its column or, of a name over
// several, between their names; what goes on with a row stays under its cell.
func (s *straightening) place(i, k int, c segment) float64 {
	switch {
	case s.isRow(i) && k+s.from(i) == 0, len(s.cells[i]) == 1 && i > s.names && c.x1 <= s.slots[0].x1:
		return c.center()
	case s.isRow(i):
		return s.slots[k+s.from(i)].center()
	case i == s.names, areUnits(s.cells[i]) && len(s.cells[i]) == s.width-s.first:
		return s.slots[k+s.first].center()
	case areUnits(s.cells[i]) && len(s.cells[i]) == s.width-1:
		return s.slots[k+1].center()
	case i > s.row(0):
		return s.slots[nearest(s.cells[s.row(i)], c)+s.from(s.row(i))].center()
	}
	if at, ok := s.evenly(i, k); ok {
		return at
	}
	return s.among(c)
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
func (s *straightening) evenly(i, k int) (float64, bool) {
	names, upper := s.cells[s.names], len(s.cells[i])
	if s.first == 1 && s.cells[i][0].center() < names[0].x0 {
		upper, k = upper-1, k-1
	}
	if k < 0 || upper < 2 || len(names)%upper > 0 || len(names) == upper {
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
	if s.first == 1 && c.center() < names[0].x0 {
		return s.slots[0].center()
	}
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
