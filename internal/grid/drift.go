package grid

import (
	"slices"

	"charts/internal/message"
)

// spaced reports whether gaps part the texts of some lines, and not only that they
// were not written in one go.
func (s *stream) spaced(first, end int) bool {
	jumps := false
	for _, l := range s.lines[first:end] {
		for i := 1; i < len(l.pieces); i++ {
			a, b := l.pieces[i-1], l.pieces[i]
			if b.X0-a.X1 > wide*l.size {
				return true
			}
			jumps = jumps || b.Order > a.Order+1
		}
	}
	return !jumps
}

// region is that of the lines whose texts were moved.
func (s *straightening) region() (*region, bool) {
	inner := stream{lines: s.lines}
	inner.measure()
	r := inner.region(0, len(s.lines))
	r.drift = s.drift
	_, ok := r.table()
	return r, ok && inner.holds(r) && r.width() == s.width
}

// holds reports whether the columns part the rows: most have texts in several.
func (s *stream) holds(r *region) bool {
	rows, fit := 0, 0
	for i, l := range r.lines {
		if len(l.segments()) < 2 {
			continue
		}
		rows++
		if names := r.place(i); len(names) > 1 && !clash(names) {
			fit++
		}
	}
	return 10*fit >= 7*rows
}

// ordered takes the texts of each line as its cells, where columns cannot be
// told. A row is certain where it has as many texts as the names of the columns, and of
// the kinds of most rows.
func (s *stream) ordered(first, end int) Table {
	r := s.region(first, end)
	t := Table{Box: r.box, Loose: true}
	kinds := kindsOf(r.lines)
	for i, l := range r.lines {
		row := Row{Y: l.y}
		segments := l.segments()
		sure := kinds != nil && len(segments) == len(kinds)
		for k, g := range segments {
			sure = sure && (i == 0 || isValue(g.text()) == kinds[k])
			row.Cells = append(row.Cells, Cell{Text: g.text(), Cols: 1, Rows: 1})
		}
		for k := range row.Cells {
			if !sure {
				row.Cells[k].Doubt = message.Of("the table has no rules, and its columns overlap: which cell is of which column is not certain")
			}
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// kindsOf tells which of the texts of rows are values, where some are and most rows have
// as many texts as the line of names above them.
func kindsOf(lines []line) []bool {
	head := lines[0].segments()
	values, rows := make([]int, len(head)), 0
	for _, l := range lines[1:] {
		segments := l.segments()
		if len(segments) != len(head) {
			continue
		}
		rows++
		for k, g := range segments {
			if isValue(g.text()) {
				values[k]++
			}
		}
	}
	kinds := make([]bool, len(head))
	for k, n := range values {
		kinds[k] = 2*n > rows
	}
	if rows < 2 || 2*rows <= len(lines)-1 || !slices.Contains(kinds, true) {
		return nil
	}
	return kinds
}
