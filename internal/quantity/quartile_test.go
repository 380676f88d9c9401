package quantity

import "testing"

// The quartiles are those that spreadsheets give by QUARTILE.INC.
func TestQuartile(t *testing.T) {
	for _, tt := range []struct {
		values []float64
		want   [3]float64
	}{
		{[]float64{7}, [3]float64{7, 7, 7}},
		{[]float64{4, 1, 3, 2}, [3]float64{1.75, 2.5, 3.25}},
		{[]float64{5, 1, 4, 2, 3}, [3]float64{2, 3, 4}},
		{[]float64{6, 7, 15, 36, 39, 40}, [3]float64{9, 25.5, 38.25}},
		{[]float64{-1e308, 1e308}, [3]float64{-5e307, 0, 5e307}},
		{[]float64{91.36, 93.77, 94.82, 95.1, 96.03, 96.48, 97.9}, [3]float64{94.295, 95.1, 96.255}}, // not 94.29499999999999, which is shown as 94.29
		{nil, [3]float64{}},
	} {
		if got := [3]float64{Quartile(tt.values, 1), Median(tt.values), Quartile(tt.values, 3)}; got != tt.want {
			t.Errorf("quartiles of %v are %v, want %v", tt.values, got, tt.want)
		}
	}
}
