package draft

import (
	"testing"

	"charts/internal/quantity"
)

// Of a piece of a sentence the numbers that it holds whole are its own.
func TestWithin(t *testing.T) {
	values := []quantity.Match{{Start: 0, End: 4}, {Start: 10, End: 12}, {Start: 20, End: 25}}
	for _, tt := range []struct{ from, to, first, n int }{{0, 30, 0, 3}, {1, 30, 10, 2}, {10, 24, 10, 1}, {12, 19, 0, 0}, {26, 30, 0, 0}, {0, 0, 0, 0}} {
		if got := within(values, tt.from, tt.to); len(got) != tt.n || tt.n > 0 && got[0].Start != tt.first {
			t.Errorf("%d to %d has %v", tt.from, tt.to, got)
		}
	}
}
