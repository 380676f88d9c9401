package series

import (
	"fmt"
	"strings"
	"testing"
)

// Only other names in other brackets may be of other units.
func TestUnlikeBrackets(t *testing.T) {
	for _, tt := range []struct {
		a, b, chart string
		warned      bool
	}{
		{"浊度（NTU）", "色度（CU）", "column", true},
		{"浊度（NTU）", "色度（NTU）", "column", false},
		{"浊度（NTU）", "浊度（CU）", "column", false},
		{"浊度（NTU）", "色度", "column", false},
		{"浊度（NTU）", "色度（CU）", "panels", false},
	} {
		f := figure(t, fmt.Sprintf("chart: %s\ndata: {source: 水厂, values: [{站: 东, %[2]s: 1, %[3]s: 2}, {站: 西, %[2]s: 3, %[3]s: 4}]}\ncategory: 站\nvalue: [%[2]s, %[3]s]", tt.chart, tt.a, tt.b))
		_, problems := newStore(t).Figure(t.Context(), f)
		if got := strings.Contains(printed(problems), "may be units"); got != tt.warned {
			t.Errorf("%s beside %s in %s: warned %v", tt.a, tt.b, tt.chart, printed(problems))
		}
	}
}
