package grid

import (
	"slices"

	"charts/internal/notation"
)

// isBand reports whether line i is one name over all columns, below the names of the
// columns, that names the rows under it, and no cell of the column that it stands in.
func (r *region) isBand(i int) bool {
	if i == 0 || i+1 == len(r.lines) || len(r.lines[i].pieces) == 0 || r.width() < 3 {
		return false
	}
	l, names := r.lines[i], r.lines[:i]
	segments, over := l.segments(), r.lines[i-1].segments()
	if len(segments) > 1 || isValue(l.text()) || notation.UnitAlone(l.text()) || isOpen(over[nearest(over, segments[0])].text(), l.text()) {
		return false
	}
	if k := r.columnAt(l.x0()); k == r.columnAt(l.x1()) && r.cells(r.lines[i-1])[k] == "" && !r.values[k] {
		return false // it goes on with a cell whose lines stand above and below those of its row
	}
	return l.x0() > r.stubs[0].x0+2*l.size && !slices.Contains(r.cells(r.lines[i+1]), "") && r.named(names) && (r.isCentred(l, r.box) || r.isAside(i))
}

// isAside reports whether line i, below a row, stands among values or where no row near it
// has a text.
func (r *region) isAside(i int) bool {
	l, rows := r.lines[i], 0
	if !slices.ContainsFunc(r.lines[i-1].pieces, func(p Piece) bool { return isValue(p.Text) }) {
		return false
	}
	for _, m := range r.lines[max(0, i-maxBelow):min(len(r.lines), i+maxBelow)] {
		segments := m.segments()
		if len(segments) != r.width() {
			continue
		}
		rows++
		for k, s := range segments {
			if s.x0 < l.x1() && l.x0() < s.x1 && !r.values[k] {
				return false
			}
		}
	}
	return rows > 1
}
