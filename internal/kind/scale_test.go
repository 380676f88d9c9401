package kind

import (
	"fmt"
	"math"
	"testing"
)

func TestNiceScale(t *testing.T) {
	tests := []struct {
		lo, hi, least float64
		want          string
	}{
		{0, 2469, 0, "[0 500 1000 1500 2000 2500]"},
		{0, 12391, 0, "[0 5000 10000 15000]"},
		{0, 100, 0, "[0 20 40 60 80 100]"}, // a share ends at 100
		{0, 1.2, 0, "[0 0.5 1 1.5]"},
		{0, 0.3, 0, "[0 0.1 0.2 0.3]"}, // not 0.30000000000000004
		{0, 1, 1, "[0 1]"},             // there is no half person
		{0, 3, 1, "[0 1 2 3]"},
		{92.1, 98.12, 0, "[92 94 96 98 100]"}, // a line need not start at zero
		{-150.75, 120.5, 0, "[-200 -100 0 100 200]"},
		{-10, 0, 0, "[-10 -8 -6 -4 -2 0]"},
		{0, 0, 0, "[0 0.2 0.4 0.6 0.8 1]"}, // all values are zero
		{7, 7, 0, "[0 2 4 6 8]"},           // one value
		{-7, -7, 0, "[-8 -6 -4 -2 0]"},
		{0, 1e-12, 0, "[0 2e-13 4e-13 6e-13 8e-13 1e-12]"},
		{0, 4e200, 0, "[0 1e+200 2e+200 3e+200 4e+200]"},
	}
	for _, tt := range tests {
		if got := fmt.Sprint(niceScale(tt.lo, tt.hi, tt.least).ticks); got != tt.want {
			t.Errorf("niceScale(%v, %v, %v) = %v; want %v", tt.lo, tt.hi, tt.least, got, tt.want)
		}
	}
}

// FuzzNiceScale holds: the ticks are even, at most six, and reach around the
// values.
func FuzzNiceScale(f *testing.F) {
	f.Add(0.0, 2469.0)
	f.Add(-1e300, 1e300)
	f.Add(1e-300, 2e-300)
	f.Fuzz(func(t *testing.T, lo, hi float64) {
		if !(math.Abs(lo) <= maxNumber && math.Abs(hi) <= maxNumber) || lo > hi {
			return
		}
		s := niceScale(lo, hi, 0)
		if n := len(s.ticks); n < 2 || n > maxTicks {
			t.Errorf("niceScale(%v, %v) has %d ticks", lo, hi, n)
		}
		if room := (hi - lo) * 1e-8; s.min > lo+room || s.max < hi-room {
			t.Errorf("niceScale(%v, %v) runs from %v to %v", lo, hi, s.min, s.max)
		}
		for i := 1; i < len(s.ticks); i++ {
			if s.ticks[i] <= s.ticks[i-1] {
				t.Errorf("niceScale(%v, %v) = %v", lo, hi, s.ticks)
			}
		}
	})
}

func TestLogScale(t *testing.T) {
	tests := []struct {
		lo, hi float64
		want   string
	}{
		{3, 800, "[1 10 100 1000]"},
		{1, 1, "[1 10]"},
		{0.02, 5, "[0.01 0.1 1 10]"},
		{1, 1e12, "[1 1000 1e+06 1e+09 1e+12]"}, // every third power
	}
	for _, tt := range tests {
		if got := fmt.Sprint(logScale(tt.lo, tt.hi).ticks); got != tt.want {
			t.Errorf("logScale(%v, %v) = %v; want %v", tt.lo, tt.hi, got, tt.want)
		}
	}
}
