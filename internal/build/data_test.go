package build

import (
	"testing"

	"charts/internal/series"
)

// A number that names a row keeps its zeros; a value has its shortest form.
func TestDataKeepsNames(t *testing.T) {
	for _, tt := range []struct {
		key, want string
		decimals  int
	}{
		{"category", "2023.10", 2},
		{"facet", "2023.1", 1},
		{"category", "2023.1", -1},
		{"x", "2023.1", 2}, // of a scatter
		{"", "2023.1", 2},
	} {
		f := series.Frame{Columns: []series.Column{{Name: "月", Key: tt.key}}, Rows: []series.Row{{Cells: []series.Value{{Kind: series.Number, Num: 2023.1, Decimals: tt.decimals}}}}}
		if got := dataOf("f", f, func(s string) string { return s }).Rows[0].Cells[0].Text; got != tt.want {
			t.Errorf("%+v: %s", tt, got)
		}
	}
}
