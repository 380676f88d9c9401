package spec

import "testing"

// What other programs and people call a kind is understood however it is written.
func TestKindCalled(t *testing.T) {
	for name, want := range map[string]string{
		"stacked-bar": "bar", "Stacked bars": "bar", "stacked_bar_chart": "bar", "doughnut": "donut", "100% stacked bar": "bar", "堆积柱形图": "column", "grouped": "", "clustered columns": "column", "条形图": "bar", "热力图": "heatmap", "heap": "", "": "",
	} {
		if got := kindCalled(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}
