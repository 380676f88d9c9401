package plot

import (
	"math"

	"gonum.org/v1/plot/vg"
)

// A thinner keeps of the points that fall into one column of pixels the first,
// the lowest, the highest and the last: no more of them can be seen. A line of a
// million points is then as cheap as the picture is wide.
type thinner struct {
	column float64 // width in points
	across bool    // columns are rows: values run to the right
	run    []vg.Point

	index                  int // of the column that is pending
	count                  int // of its points
	first, low, high, last vg.Point
	lowAt, highAt          int // which of the points these are
}

// add takes the next point of a run.
func (t *thinner) add(p vg.Point) {
	along, value := t.coordinates(p)
	index := int(math.Floor(along / t.column))
	if t.count > 0 && index != t.index {
		t.flush()
	}
	if t.count == 0 {
		t.index, t.first, t.low, t.high = index, p, p, p
		t.lowAt, t.highAt = 0, 0
	}
	if _, low := t.coordinates(t.low); value < low {
		t.low, t.lowAt = p, t.count
	}
	if _, high := t.coordinates(t.high); value > high {
		t.high, t.highAt = p, t.count
	}
	t.last = p
	t.count++
}

// end returns the run, nil for an empty one, and begins the next.
func (t *thinner) end() []vg.Point {
	t.flush()
	run := t.run
	t.run = nil
	return run
}

// flush appends the points of the pending column in the order that they came.
func (t *thinner) flush() {
	if t.count == 0 {
		return
	}
	a, b := t.low, t.high
	if t.lowAt > t.highAt {
		a, b = b, a
	}
	t.run = append(t.run, t.first)
	for _, p := range [...]vg.Point{a, b, t.last} {
		if p != t.run[len(t.run)-1] {
			t.run = append(t.run, p)
		}
	}
	t.count = 0
}

func (t *thinner) coordinates(p vg.Point) (along, value float64) {
	if t.across {
		return float64(p.Y), float64(p.X)
	}
	return float64(p.X), float64(p.Y)
}
