package palette

import (
	"testing"

	"charts/internal/chart"
)

func TestMix(t *testing.T) {
	for _, tt := range []struct {
		a, b, want chart.Color
		part       float64
	}{
		{"#000000", "#ffffff", "#808080", 0.5},
		{"#102030", "#ffffff", "#102030", 0},
		{"#000102", "#000304", "#000203", 0.5}, // with its zeros
		{"#000000", "#000000", "#000000", 1},
	} {
		if got := Mix(tt.a, tt.b, tt.part); got != tt.want {
			t.Errorf("the mix of %s and %s is %s, want %s", tt.a, tt.b, got, tt.want)
		}
	}
}
