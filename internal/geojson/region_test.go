package geojson

import (
	"slices"
	"testing"

	"charts/internal/chart"
)

// A level line crosses the border of a region an even number of times, also where it
// meets a corner.
func TestCrossings(t *testing.T) {
	diamond := Region{Rings: []chart.Ring{{{X: 0, Y: 1}, {X: 1, Y: 0}, {X: 2, Y: 1}, {X: 1, Y: 2}}}}
	square := Region{Rings: []chart.Ring{{{X: 0, Y: 0}, {X: 2, Y: 0}, {X: 2, Y: 2}, {X: 0, Y: 2}}}}
	for _, c := range []struct {
		name   string
		region Region
		y      float64
		want   []float64
	}{
		{"between corners", diamond, 0.5, []float64{0.5, 1.5}},
		{"through two corners", diamond, 1, []float64{0, 2}},
		{"along the upper edge", square, 2, nil},
		{"inside a square", square, 1, []float64{0, 2}},
	} {
		if got := c.region.crossings(c.y); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v; want %v", c.name, got, c.want)
		}
	}
}

// Of very many spans the widest are looked at, in their order.
func TestWidestSpans(t *testing.T) {
	teeth := func(n int, width float64) (crossings []float64) {
		for i := range n {
			crossings = append(crossings, float64(10*i), float64(10*i)+width)
		}
		return crossings
	}
	wide := teeth(mostSpans+2, 1)
	wide[3] = 15
	for _, c := range []struct {
		name        string
		crossings   []float64
		n           int
		first, last [2]float64
	}{
		{"as many as are looked at", teeth(mostSpans, 1), mostSpans, [2]float64{0, 1}, [2]float64{10*mostSpans - 10, 10*mostSpans - 9}},
		{"one more, all alike", teeth(mostSpans+1, 1), mostSpans, [2]float64{0, 1}, [2]float64{10*mostSpans - 10, 10*mostSpans - 9}},
		{"none", nil, 0, [2]float64{}, [2]float64{}},
	} {
		spans := widestSpans(c.crossings)
		if len(spans) != c.n || c.n > 0 && (spans[0] != c.first || spans[c.n-1] != c.last) {
			t.Errorf("%s: %d spans, %v", c.name, len(spans), spans)
		}
	}
	if spans := widestSpans(wide); !slices.Contains(spans, [2]float64{10, 15}) {
		t.Errorf("a wide span is left out: %v", spans)
	}
}
