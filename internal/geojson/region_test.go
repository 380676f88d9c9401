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
