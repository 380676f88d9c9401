package claim

import (
	"math"
	"testing"
)

// What a printed number can stand for: it was rounded, or cut off towards zero; a count
// is what it is.
func TestBounds(t *testing.T) {
	for text, want := range map[string][2]float64{
		"12 人":    {12, 12},
		"12.3%":   {12.25, 12.4},
		"-12.3%":  {-12.4, -12.25},
		"近 110 人": {99, 110},
		"300 余人":  {300, 400},
		"约 300 人": {250, 350},
		"不足 40 人": {30, 40},
		"不超过 3 人": {math.Inf(-1), 3},
		"1.5 万元":  {1.45 * 1e4, 1.6 * 1e4},
	} {
		n := ReadNumber(text)
		if math.Abs(n.Low-want[0]) > 1e-6 && n.Low != want[0] || math.Abs(n.High-want[1]) > 1e-6 && n.High != want[1] {
			t.Errorf("%s is from %v to %v; want %v", text, n.Low, n.High, want)
		}
	}
}

// A number that is only about right stands for all between its bounds, and they with
// it; an exact one stands for none but itself.
func TestSpans(t *testing.T) {
	for _, tt := range []struct {
		text  string
		value float64
		want  bool
	}{
		{"300 余人", 300, true}, {"300 余人", 400, true}, {"300 余人", 299, false}, {"300 余人", 401, false},
		{"约 300 人", 250, true}, {"约 300 人", 351, false}, {"300 人", 300, false},
	} {
		if got := ReadNumber(tt.text).Spans(tt.value); got != tt.want {
			t.Errorf("%s spans %v: %v", tt.text, tt.value, got)
		}
	}
}
