package grid

import (
	"math"
	"slices"

	"charts/internal/message"
	"charts/internal/notation"
)

// A stretch is the columns that a name stands over, both included.
type stretch struct{ first, last int }

// A heading puts the names of a header over columns, from its last line to its first: all
// names of a line at once, in their order, in the way that least speaks against.
type heading struct {
	*region
	side   side
	bodies []box1   // of the columns: from where to where their rows reach
	names  [][]name // of each line
	under  []*name  // of the columns: the nearest name below the line that is placed
	path   []string // and all of them
	line   []int    // that the lowest one stands on, or -1
	last   int      // the last line but for those of units
	step   float64  // how far apart the lines of one name stand at most, or 0 where that is not known
	cost   float64  // what speaks against the names
	blank  bool     // no name stands over the first column
	doubts []bool   // of the columns: other names may stand over them as well
}

// A side is where the names over several columns stand in their cells.
type side int

const (
	centred side = iota
	left
	right
)

// placeHeader places the names of the header, all on the side that fits best.
func (r *region) placeHeader() {
	var best, other *heading
	for s := centred; s <= right; s++ {
		h := r.heading(s)
		switch {
		case best == nil || h.cost < best.cost:
			best, other = h, best
		case other == nil || h.cost < other.cost:
			other = h
		}
	}
	if other.cost < best.cost+hardly+0.15*r.drift {
		best.differ(other)
	}
	r.head = best
}

func (r *region) heading(s side) *heading {
	n := r.width()
	h := &heading{region: r, side: s, bodies: r.rowStretches(), names: make([][]name, r.body), under: make([]*name, n), path: make([]string, n), line: make([]int, n), last: r.unitsFrom() - 1, step: r.cellStep(), doubts: make([]bool, n)}
	h.blank = h.joined(0, h.body)[0] == ""
	for k := range h.line {
		h.line[k] = -1
	}
	abreast := h.abreast()
	for i := r.body - 1; i >= 0; i-- {
		if n := i - (h.last - len(abreast) + 1); n >= 0 && n < len(abreast) {
			h.names[i] = abreast[n]
		} else {
			h.names[i] = r.placeLine(i, func(l line, run stretch) []name { return h.place(i, l, run) })
		}
		for j := range h.names[i] {
			if i > h.last {
				break
			}
			h.take(i, &h.names[i][j])
		}
	}
	return h
}

// maxUnits is how many lines a unit takes at most: EUR over million.
const maxUnits = 3

// unitsFrom is the line from which on a header has nothing but the units of columns, or
// its end.
func (r *region) unitsFrom() int {
	for i := max(r.body-maxUnits, 0); i < r.body; i++ {
		texts := r.joined(i, r.body)
		if i+1 == r.body {
			texts = textsOf(r.segments(r.lines[i]))
		}
		if notation.UnitRow(texts) > 1 && !slices.ContainsFunc(texts, isRest) {
			return i
		}
	}
	return r.body
}

// cellStep is how far apart the lines of one cell stand at most, or 0 where those of two rows
// stand no further apart.
func (r *region) cellStep() float64 {
	lines, rows := math.Inf(1), math.Inf(1)
	over := make([]Piece, r.width()) // the last text of each column
	for _, l := range r.lines {
		for _, p := range l.pieces {
			q := over[r.columnAt(middleX(p))]
			if q.Text == "" || q.Y-p.Y < 0.9*l.size {
				continue
			}
			lines = min(lines, q.Y-p.Y)
			if isValue(p.Text) && isValue(q.Text) {
				rows = min(rows, q.Y-p.Y)
			}
		}
		for _, p := range l.pieces {
			over[r.columnAt(middleX(p))] = p
		}
	}
	if lines > 0.8*rows || math.IsInf(rows, 1) {
		return 0
	}
	return 1.1 * lines
}

// take notes a name as the one over its columns.
func (h *heading) take(i int, n *name) {
	for k := n.first; k <= n.last; k++ {
		if h.under[k] == nil {
			h.line[k] = i
		}
		h.under[k], h.path[k] = n, notation.Fold(n.text())+"/"+h.path[k]
	}
}

// differ marks the columns over which other names stand.
func (h *heading) differ(o *heading) {
	for i := range h.names {
		a, b := h.covers(i), o.covers(i)
		for k := range a {
			h.doubts[k] = h.doubts[k] || a[k] != b[k]
		}
	}
}

// covers is, for each column, the columns of the name over it in a line.
func (h *heading) covers(i int) []stretch {
	out := make([]stretch, h.width())
	for k := range out {
		out[k] = stretch{-1, -1}
	}
	for _, n := range h.names[i] {
		for k := n.first; k <= n.last; k++ {
			out[k] = n.stretch
		}
	}
	return out
}

// doubt marks the cells of the last row of names.
func (h *heading) doubt(cells []*Cell) {
	drifted := slices.ContainsFunc(h.lines[:h.body], func(l line) bool { return l.unsure })
	for k, c := range cells {
		if h.doubts[k] || drifted && h.values[k] {
			c.Doubt = message.Of("which of the names above stand over this column is not certain")
		}
	}
}

// place puts the names of line i between two rules over columns.
func (h *heading) place(i int, l line, run stretch) []name {
	segments := h.segments(l)
	a := h.assign(i, l, segments, run)
	best, cost := a.best()
	if math.IsInf(cost, 1) {
		h.cost += float64(len(segments))
		return h.overlapping(segments, run)
	}
	h.cost += cost
	a.unsure(best, cost+hardly+0.15*h.drift)
	var out []name
	for k, over := range best {
		if dealt := h.dealt(segments[k].pieces, over); h.under[over.first] == nil && dealt != nil {
			out = append(out, dealt...)
			continue
		}
		out = append(out, name{over, segments[k].pieces})
	}
	return out
}

// overlapping puts more names than columns where they overlap most.
func (h *heading) overlapping(segments []segment, run stretch) (out []name) {
	columns := make([]segment, 0, run.last-run.first+1)
	for _, b := range h.stubs[run.first : run.last+1] {
		columns = append(columns, segment{x0: b.x0, x1: b.x1})
	}
	for _, s := range segments {
		k := run.first + nearest(columns, s)
		out = append(out, name{stretch{k, k}, s.pieces})
	}
	return out
}

// cornered reports whether another line has a name over the first column, further left
// than one.
func (h *heading) cornered(i int, s segment) bool {
	for j, l := range h.lines[:h.body] {
		if c := l.segments()[0]; j != i && c.x0 < s.x0-l.size && h.columnAt(c.center()) == 0 {
			return true
		}
	}
	return false
}
