package chart

import (
	"math"
	"slices"
	"strings"
)

// heart is the point of a region with the most room for a name: of the middles
// of level lines through its largest part, the one with the widest free room at
// the height of a text.
func heart(l land) Point {
	var most Ring
	for _, r := range l.rings {
		if most == nil || area(r) < area(most) { // borders run clockwise once Y points down
			most = r
		}
	}
	lo, hi := bounds([]land{{rings: []Ring{most}}})
	best, widest := Point{(lo.X + hi.X) / 2, (lo.Y + hi.Y) / 2}, -1.0
	const lines = 24
	for k := 1; k < lines; k++ {
		y := lo.Y + float64((hi.Y-lo.Y)*float64(k))/lines
		crossings := l.crossings(y)
		for i := 0; i+1 < len(crossings); i += 2 {
			at := Point{(crossings[i] + crossings[i+1]) / 2, y}
			room := min(l.room(at, 0), l.room(at, -textHalf), l.room(at, textHalf))
			room = min(room, 3*(y-lo.Y), 3*(hi.Y-y))
			nearer := math.Abs(y-(lo.Y+hi.Y)/2) < math.Abs(best.Y-(lo.Y+hi.Y)/2)
			if room > widest+1e-9 || nearer && room > widest-1e-9 {
				best, widest = at, room
			}
		}
	}
	return best
}

// textHalf is half the height of a name with its value, in ems.
const textHalf = 1.2

// room is the width around a point that no border crosses, so much below it.
func (l land) room(at Point, below float64) float64 {
	crossings := l.crossings(at.Y + below)
	for i := 0; i+1 < len(crossings); i += 2 {
		if crossings[i] <= at.X && at.X <= crossings[i+1] {
			return 2 * min(at.X-crossings[i], crossings[i+1]-at.X)
		}
	}
	return 0
}

// holds reports whether a text around a point lies within a region.
func (l land) holds(mid Point, text string) bool {
	lines := strings.Split(text, "\n")
	w, h := widest(lines, 1, true)/2+0.25, float64(0.6*float64(len(lines)))+0.2
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
