package kind

import (
	"testing"

	"charts/internal/chart"
)

func TestPlaced(t *testing.T) {
	value, names := chart.Axis{Kind: chart.Linear}, chart.Axis{Kind: chart.Band}
	for _, tt := range []struct {
		name   string
		panels []chart.Panel
		want   bool
	}{
		{"columns", []chart.Panel{{X: names, Y: value, Marks: chart.Marks{chart.Bars{}}}}, false},
		{"dots at two numbers", []chart.Panel{{X: value, Y: value, Marks: chart.Marks{chart.Points{}}}}, false},
		{"dots on rows", []chart.Panel{{X: value, Y: names, Marks: chart.Marks{chart.Points{}}}}, true},
		{"lines with names at both ends", []chart.Panel{{X: names, Y: value, Marks: chart.Marks{chart.Lines{Data: []chart.Datum{{Label: chart.Label{Text: "会计", Place: chart.Left}}}}}}}, true},
		{"lines", []chart.Panel{{X: names, Y: value, Marks: chart.Marks{chart.Lines{Data: []chart.Datum{{Label: chart.Label{Text: "12", Place: chart.Above}}}}}}}, false},
		{"a grid of cells", []chart.Panel{{X: names, Y: names, Marks: chart.Marks{chart.Cells{}}}}, true},
		{"without axes", []chart.Panel{{Marks: chart.Marks{chart.Slices{}}}}, true},
		{"panels", []chart.Panel{{X: names, Y: value}, {X: names, Y: value}}, true},
		{"without values", nil, false},
	} {
		if got := (&chart.Chart{Panels: tt.panels}).Placed(); got != tt.want {
			t.Errorf("%s: placed %v, want %v", tt.name, got, tt.want)
		}
	}
}
