package layout

import (
	"slices"
	"testing"
)

func TestSpread(t *testing.T) {
	tests := []struct {
		centres, heights []float64
		want             []float64
	}{
		{[]float64{10, 50}, []float64{10, 10}, []float64{10, 50}},             // room enough
		{[]float64{50, 52}, []float64{10, 10}, []float64{46, 56}},             // both give way
		{[]float64{52, 50}, []float64{10, 10}, []float64{56, 46}},             // in the order of the arguments
		{[]float64{1, 2, 3}, []float64{10, 10, 10}, []float64{5, 15, 25}},     // against the edge
		{[]float64{98, 99}, []float64{10, 10}, []float64{85, 95}},             // and the other
		{[]float64{50, 50, 90}, []float64{10, 10, 10}, []float64{45, 55, 90}}, // equal centres keep their order
		{[]float64{50, 50, 59}, []float64{10, 10, 10}, []float64{43, 53, 63}}, // a pile weighs as many as it holds
		{[]float64{10, 20}, []float64{60, 60}, []float64{30, 90}},             // no room: from the top on
	}
	for _, tt := range tests {
		if got := Spread(tt.centres, tt.heights, 0, 100); !slices.Equal(got, tt.want) {
			t.Errorf("spread(%v, %v) = %v; want %v", tt.centres, tt.heights, got, tt.want)
		}
	}
}
