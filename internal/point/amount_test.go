package point

import (
	"math"
	"testing"

	"github.com/shopspring/decimal"
)

func TestSize(t *testing.T) {
	for _, c := range []struct {
		a, b int64
		unit string
		want float64
	}{
		{55, 50, "%", 0.5}, {50, 55, "%", 0.5}, {60, 50, "%", 1}, {90, 50, "%", 1}, {50, 50, "%", 0},
		{100, 85, "人", 0.5}, {85, 100, "人", 0.5}, {-100, -85, "人", 0.5}, {100, 70, "人", 1}, {100, 0, "人", 1}, {0, 0, "人", 0},
	} {
		a, b := amount{value: decimal.NewFromInt(c.a), unit: c.unit}, amount{value: decimal.NewFromInt(c.b), unit: c.unit}
		if got := size(a, b); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("from %d to %d %s matters %v, want %v", c.a, c.b, c.unit, got, c.want)
		}
	}
}
