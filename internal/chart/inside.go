package chart

import (
	"slices"
	"strings"
)

// heart is a point well within the largest part of a region: of those on a
// lattice, the one with the widest free room left and right.
func heart(l land) Point {
	var most Ring
	for _, r := range l.rings {
		if most == nil || area(r) < area(most) { // borders run clockwise once Y points down
			most = r
		}
	}
	lo, hi := bounds([]land{{rings: []Ring{most}}})
	best, room := Point{(lo.X + hi.X) / 2, (lo.Y + hi.Y) / 2}, -1.0
	const lines = 24
	for k := 1; k < lines; k++ {
		y := lo.Y + float64((hi.Y-lo.Y)*float64(k))/lines
		crossings := l.crossings(y)
		for i := 0; i+1 < len(crossings); i += 2 {
			// among equals, the one nearest to the middle
			if free := min(crossings[i+1]-crossings[i], 3*(y-lo.Y), 3*(hi.Y-y)); free > room+1e-9 {
				best, room = Point{(crossings[i] + crossings[i+1]) / 2, y}, free
			}
		}
	}
	return best
}

// holds reports whether a text around a point lies within a region.
func (l land) holds(mid Point, text string) bool {
	lines := strings.Split(text, "\n")
	w, h := widest(lines, 1, true)/2+0.25, 0.6*float64(len(lines))+0.2
	const steps = 6
	for k := 0; k <= steps; k++ {
		y := mid.Y - h + float64(2*h*float64(k))/steps
		if !l.spans(y, mid.X-w, mid.X+w) {
			return false
		}
	}
	return true
}

// spans reports whether a region has no border between two places on a line.
func (l land) spans(y, from, to float64) bool {
	crossings := l.crossings(y)
	for i := 0; i+1 < len(crossings); i += 2 {
		if crossings[i] <= from && to <= crossings[i+1] {
			return true
		}
	}
	return false
}

// crossings are the places where a level line meets the borders of a region, from
// left to right: it lies within between the first and the second, and so on.
func (l land) crossings(y float64) []float64 {
	var xs []float64
	for _, r := range l.rings {
		for i, p := range r {
			q := r[(i+1)%len(r)]
			if (p.Y <= y) != (q.Y <= y) {
				xs = append(xs, p.X+float64((q.X-p.X)*(y-p.Y)/(q.Y-p.Y)))
			}
		}
	}
	slices.Sort(xs)
	return xs
}
