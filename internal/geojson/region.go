package geojson

import (
	"math"
	"slices"

	"charts/internal/chart"
)

// NamePoint is the point of a region with the most room for a name: of the middles
// of level lines through its largest part, the one with the widest free room at
// the height of a text.
func (l Region) NamePoint() chart.Point {
	var most chart.Ring
	for _, r := range l.Rings {
		if most == nil || area(r) < area(most) { // borders run clockwise once Y points down
			most = r
		}
	}
	lo, hi := Bounds([]Region{{Rings: []chart.Ring{most}}})
	best, widest := chart.Point{X: (lo.X + hi.X) / 2, Y: (lo.Y + hi.Y) / 2}, -1.0
	const lines = 24
	for k := 1; k < lines; k++ {
		y := lo.Y + (hi.Y-lo.Y)*float64(k)/lines
		for _, s := range widestSpans(l.crossings(y)) {
			at := chart.Point{X: (s[0] + s[1]) / 2, Y: y}
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

// mostSpans is how many spans of a level line may hold a name: a coast of so many
// inlets has its room in the widest.
const mostSpans = 32

// widestSpans are the spans between crossings in their order, the widest of very many.
func widestSpans(crossings []float64) (spans [][2]float64) {
	for i := 0; i+1 < len(crossings); i += 2 {
		spans = append(spans, [2]float64{crossings[i], crossings[i+1]})
	}
	if len(spans) <= mostSpans {
		return spans
	}
	widths := make([]float64, len(spans))
	for i, s := range spans {
		widths[i] = s[0] - s[1]
	}
	slices.Sort(widths)
	least := -widths[mostSpans-1]
	spans = slices.DeleteFunc(spans, func(s [2]float64) bool { return s[1]-s[0] < least })
	return spans[:mostSpans]
}

// textHalf is half the height of a name with its value, in the units of a region
// whose texts are one high.
const textHalf = 1.2

// room is the width around a point that no border crosses, so much below it.
func (l Region) room(at chart.Point, below float64) float64 {
	crossings := l.crossings(at.Y + below)
	for i := 0; i+1 < len(crossings); i += 2 {
		if crossings[i] <= at.X && at.X <= crossings[i+1] {
			return 2 * min(at.X-crossings[i], crossings[i+1]-at.X)
		}
	}
	return 0
}

// Fits reports whether a box around a point, of half the width and half the
// height, lies within a region.
func (l Region) Fits(mid chart.Point, w, h float64) bool {
	const steps = 6
	for k := 0; k <= steps; k++ {
		y := mid.Y - h + 2*h*float64(k)/steps
		if !l.spans(y, mid.X-w, mid.X+w) {
			return false
		}
	}
	return true
}

// spans reports whether a region has no border between two places on a line.
func (l Region) spans(y, from, to float64) bool {
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
func (l Region) crossings(y float64) []float64 {
	var xs []float64
	for _, r := range l.Rings {
		for i, p := range r {
			q := r[(i+1)%len(r)]
			if (p.Y <= y) != (q.Y <= y) {
				xs = append(xs, p.X+(q.X-p.X)*(y-p.Y)/(q.Y-p.Y))
			}
		}
	}
	slices.Sort(xs)
	return xs
}

// Bounds are the corners of the box around some regions.
func Bounds(lands []Region) (lo, hi chart.Point) {
	lo, hi = chart.Point{X: math.Inf(1), Y: math.Inf(1)}, chart.Point{X: math.Inf(-1), Y: math.Inf(-1)}
	for _, l := range lands {
		for _, r := range l.Rings {
			for _, p := range r {
				lo = chart.Point{X: min(lo.X, p.X), Y: min(lo.Y, p.Y)}
				hi = chart.Point{X: max(hi.X, p.X), Y: max(hi.Y, p.Y)}
			}
		}
	}
	return lo, hi
}
