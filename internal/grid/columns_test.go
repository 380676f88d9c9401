package grid

import "testing"

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
