package lint

import (
	"testing"

	"charts/internal/series"
)

// Two values are one when one is the other rounded or cut off, and no more.
func TestSameValue(t *testing.T) {
	of := func(num float64, decimals int, unit string) series.Value {
		return series.Value{Kind: series.Number, Num: num, Decimals: decimals, Unit: unit}
	}
	for _, tt := range []struct {
		a, b series.Value
		want bool
	}{
		{of(2469, 0, ""), of(2469, 0, ""), true},
		{of(2469, 0, ""), of(2470, 0, ""), false},
		{of(38.62, 2, "%"), of(38.6, 1, "%"), true},
		{of(38.69, 2, "%"), of(38.6, 1, "%"), true}, // cut off
		{of(38.7, 1, "%"), of(38.6, 1, "%"), false},
		{of(1.2, 1, "万元"), of(12000, 0, "元"), true},
		{of(1.2, 1, "万元"), of(13000, 0, "元"), false},
		{of(5, 0, "人"), of(5, 0, ""), true},
		{of(5, 0, "人"), of(6, 0, ""), false},
	} {
		if same(tt.a, tt.b) != tt.want || same(tt.b, tt.a) != tt.want {
			t.Errorf("%v %s and %v %s: one is %v", tt.a.Num, tt.a.Unit, tt.b.Num, tt.b.Unit, !tt.want)
		}
	}
}
