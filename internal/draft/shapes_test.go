package draft

import (
	"testing"

	"charts/internal/series"
)

// The largest values are shown down to one that differs from the next.
func TestTopBy(t *testing.T) {
	for _, c := range []struct {
		name   string
		values []float64 // of the rows from the 15th on; those before are larger
		want   int
	}{
		{"all differ", []float64{9, 8, 7, 6, 5, 4, 3}, 15},
		{"two are equal", []float64{9, 9, 7, 6, 5, 4, 3}, 16},
		{"six are equal", []float64{9, 9, 9, 9, 9, 9, 3}, 20},
		{"seven are equal", []float64{9, 9, 9, 9, 9, 9, 9, 3}, 15},
		{"all are equal", []float64{9, 9, 9, 9}, 15},
		{"few", nil, 15},
	} {
		s := &profile{}
		for i := range topRows - 1 {
			s.rows = append(s.rows, series.Row{Cells: []series.Value{{Kind: series.Number, Num: float64(100 + i)}}})
		}
		s.rows = append(s.rows, series.Row{Cells: []series.Value{{}}}) // a missing one is none of them
		for _, v := range c.values {
			s.rows = append(s.rows, series.Row{Cells: []series.Value{{Kind: series.Number, Num: v}}})
		}
		if got := s.topBy(0); got != c.want {
			t.Errorf("%s: %d are shown, want %d", c.name, got, c.want)
		}
	}
}
