package plot

import (
	"math"

	"gonum.org/v1/plot/vg"
)

// A decimator keeps of the points that fall into one column of pixels the first,
// the lowest, the highest and the last: no more of them can be seen. Of very many
// the lowest and the highest are enough. A line of a million points is then as
// cheap as the picture is wide.
type decimator struct {
	column float64 // width in points
	across bool    // columns are rows: values run to the right
	run    []vg.Point

	from, to               float64 // the column that is pending
	count                  int     // of its points
	first, low, high, last vg.Point
	lowest, highest        float64
	lowAt, highAt          int // which of the points these are
}

// crowd is how many points of a column hide where the line enters and leaves it.
const crowd = 16

// add takes the next point of a run.
func (t *decimator) add(p vg.Point) {
	along, value := t.coordinates(p)
	if t.count == 0 || along < t.from || along >= t.to {
		t.flush()
		t.from = math.Floor(along/t.column) * t.column
		t.to = t.from + t.column
		t.first, t.low, t.high = p, p, p
		t.lowest, t.highest = value, value
		t.lowAt, t.highAt = 0, 0
	}
	if value < t.lowest {
		t.low, t.lowest, t.lowAt = p, value, t.count
	}
	if value > t.highest {
		t.high, t.highest, t.highAt = p, value, t.count
	}
	t.last = p
	t.count++
}

// end returns the run, nil for an empty one, and begins the next.
func (t *decimator) end() []vg.Point {
	t.flush()
	run := t.run
	t.run = nil
	return run
}

// flush appends the points of the pending column in the order that they came, or
// the two of a crowd in the order that is the shorter way.
func (t *decimator) flush() {
	if t.count == 0 {
		return
	}
	a, b := t.low, t.high
	if t.count > crowd {
		if len(t.run) > 0 && t.away(b) < t.away(a) {
			a, b = b, a
		}
		t.run = append(t.run, a, b)
		t.count = 0
		return
	}
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

// away is how far a point lies from the last of the run along the values.
func (t *decimator) away(p vg.Point) float64 {
	_, value := t.coordinates(p)
	_, last := t.coordinates(t.run[len(t.run)-1])
	return math.Abs(value - last)
}

func (t *decimator) coordinates(p vg.Point) (along, value float64) {
	if t.across {
		return float64(p.Y), float64(p.X)
	}
	return float64(p.X), float64(p.Y)
}
