package grid

import (
	"math"

	"charts/internal/notation"
)

// What speaks against a name where it stands. hardly is by how much less a way has to
// cost to be certain.
const (
	hardly    = 0.3
	most      = 10.0 // that the place of one name says
	mostOver  = 24   // columns that one name stands over
	noName    = 1.0  // for a column
	twice     = 1.0  // one name under the same name again
	unequal   = 0.6  // groups that begin alike have different lengths
	another   = 1.5  // a second name for the first column
	mixed     = 2.0  // one name over names of rows and values
	oneName   = 2.0  // over others than the line right below, of the same cell as it seems
	unrelated = 3.0  // a column without a name of its own, under another
)

// leftOut is what speaks against a column without a name from line i.
func (h *heading) leftOut(i, k int) float64 {
	switch {
	case h.under[k] == nil && !h.values[k]:
		return 0.1
	case h.under[k] == nil && i > 0:
		return 0.5
	case h.under[k] == nil:
		return noName
	case h.isWhole(k):
		return 0
	case h.line[0] == h.last || h.blank:
		return 0.25 // names stand at the foot of the header
	}
	return 0.4
}

// isWhole reports whether the name of a column fills the height of the header: it stands
// beside that of the first column, higher than others.
func (h *heading) isWhole(k int) bool {
	return h.line[k] >= 0 && h.line[k] == h.line[0] && h.line[k] < h.last
}

// against is what speaks against a name over some columns; below is the name nearest
// under it.
func (h *heading) against(s segment, below *name, over stretch, l line) float64 {
	first, last := h.under[over.first], h.under[over.last]
	if first != nil && first.first < over.first || last != nil && last.last > over.last {
		return math.Inf(1)
	}
	if over.first == over.last && first == nil {
		return h.aside(s, over.first) / l.size
	}
	cost := h.off(s, over) / l.size
	open := below != nil && isOpen(s.text(), below.text())
	switch cost = min(max(cost-0.3, 0), most); {
	case open && over == below.stretch:
		cost = max(cost-1, 0)
	case over.first == over.last:
		cost += 0.2
	case open:
		cost += 1
	case h.values[over.first] != h.values[over.last]:
		cost += mixed
	}
	if below != nil && over != below.stretch && l.y-below.pieces[0].Y < h.step {
		cost += oneName
	}
	seen := map[string]bool{}
	for k := over.first; k <= over.last; k++ {
		switch middle := h.bodies[k].center(); {
		case h.under[k] == nil && middle > s.x0 && middle < s.x1 && !notation.UnitAlone(notation.BareUnit(s.text())):
			cost += 0.2
		case h.under[k] == nil:
			cost += unrelated
		case h.isWhole(k) && over.first < over.last:
			cost += 0.8
		}
		if first == nil || last == nil || first == last {
			continue
		}
		if h.path[k] != "" && seen[h.path[k]] {
			cost += twice
		}
		seen[h.path[k]] = true
	}
	if over.first < over.last && h.breaks(over) {
		cost += unequal
	}
	return cost
}

// nextTo is the name below that stands nearest under another.
func (h *heading) nextTo(s segment) (best *name) {
	overlap := math.Inf(-1)
	for _, n := range h.under {
		if n == nil {
			continue
		}
		below := newSegment(n.pieces)
		if o := min(s.x1, below.x1) - max(s.x0, below.x0); o > overlap {
			best, overlap = n, o
		}
	}
	return best
}

// breaks reports whether columns from the first one on have the same names as others, but
// never as many as these.
func (h *heading) breaks(over stretch) bool {
	path, first, again := h.path, over.first, false
	if path[first] == "" || path[first] == path[first+1] {
		return false
	}
	for from := range path {
		n := 0
		for n < max(first-from, from-first) && max(first, from)+n < len(path) && path[first+n] == path[from+n] {
			n++
		}
		if n == over.last-first+1 {
			return false
		}
		again = again || n > 1
	}
	return again
}

// aside is how far the middle of a name stands outside the gap between the rows of the
// columns beside its own.
func (h *heading) aside(s segment, k int) float64 {
	x0, x1 := math.Inf(-1), math.Inf(1)
	if k > 0 {
		x0 = h.bodies[k-1].x1
	}
	if k+1 < h.width() {
		x1 = h.bodies[k+1].x0
	}
	b := h.bodies[k]
	lean := min(math.Abs(s.x0-b.x0), math.Abs(s.x1-b.x1), math.Abs(s.center()-b.center()))
	return max(0, x0-s.center(), s.center()-x1) + 0.05*min(lean, most*s.pieces[0].Size)
}

// off is how far a name stands from its side of some columns.
func (h *heading) off(s segment, over stretch) float64 {
	first, last := h.reach(over.first), h.reach(over.last)
	places := [...]float64{left: math.Abs(s.x0 - first.x0), right: math.Abs(s.x1 - last.x1)}
	if over.first == over.last {
		return min(places[left], places[right], math.Abs(s.center()-first.center()))
	}
	if h.side != centred {
		return places[h.side]
	}
	a, b := h.bodies[over.first], h.bodies[over.last]
	return min(math.Abs(s.center()-(first.center()+last.center())/2), math.Abs(s.center()-(min(a.x0, first.x0)+max(b.x1, last.x1))/2))
}

// reach is from where to where the name below in a column reaches or, where it has none,
// its rows.
func (h *heading) reach(k int) box1 {
	if n := h.under[k]; n != nil {
		s := newSegment(n.pieces)
		return box1{s.x0, s.x1}
	}
	return h.bodies[k]
}

// underlined are the columns over the rule right under a name, where it lies
// under no other name.
func (r *region) underlined(s segment, beside []segment, l line, limit stretch) (stretch, bool) {
	for _, b := range r.rules {
		if !b.across() || b.Y0 > l.y || b.Y0 < l.y-1.5*l.size || b.X0 > s.center() || b.X1 < s.center() ||
			b.X1-b.X0 > 0.95*(r.box.X1-r.box.X0) || b.X1-b.X0 < 0.8*s.width() || b.under(beside) > 1 {
			continue
		}
		out := stretch{-1, -1}
		for k := limit.first; k <= limit.last; k++ {
			if c := r.stubs[k].center(); b.X0 <= c && c <= b.X1 {
				if out.first < 0 {
					out.first = k
				}
				out.last = k
			}
		}
		if out.first >= 0 {
			return out, true
		}
	}
	return stretch{}, false
}

// under counts the names whose middle a rule lies under.
func (b Box) under(names []segment) int {
	n := 0
	for _, s := range names {
		if b.X0 <= s.center() && s.center() <= b.X1 {
			n++
		}
	}
	return n
}
