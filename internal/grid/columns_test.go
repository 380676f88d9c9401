package grid

import (
	"slices"
	"testing"
)

// What stands left of all columns is in the first, and right of them in the last.
func TestColumnAt(t *testing.T) {
	for _, tt := range []struct {
		edges []float64
		x     float64
		want  int
	}{
		{[]float64{0}, 5, 0},
		{[]float64{0, 10}, 15, 0},
		{[]float64{0, 10, 20, 30}, -1, 0},
		{[]float64{0, 10, 20, 30}, 9.9, 0},
		{[]float64{0, 10, 20, 30}, 10, 1},
		{[]float64{0, 10, 20, 30}, 25, 2},
		{[]float64{0, 10, 20, 30}, 99, 2},
	} {
		if got := (&columns{edges: tt.edges}).columnAt(tt.x); got != tt.want {
			t.Errorf("%v: %g is in column %d, want %d", tt.edges, tt.x, got, tt.want)
		}
	}
}

// Stretches that touch are one.
func TestCover(t *testing.T) {
	for _, tt := range []struct {
		add  []box1
		want []box1
	}{
		{[]box1{{5, 6}, {1, 2}, {8, 9}}, []box1{{1, 2}, {5, 6}, {8, 9}}},
		{[]box1{{1, 2}, {5, 6}, {2, 5}}, []box1{{1, 6}}},
		{[]box1{{1, 9}, {3, 4}}, []box1{{1, 9}}},
		{[]box1{{1, 2}, {3, 4}, {6, 7}, {3.5, 5}}, []box1{{1, 2}, {3, 5}, {6, 7}}},
	} {
		var got []box1
		for _, b := range tt.add {
			got = cover(got, b)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%v cover %v, want %v", tt.add, got, tt.want)
		}
	}
}
