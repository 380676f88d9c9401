package chart

import "testing"

func TestPlaced(t *testing.T) {
	value, names := Axis{Kind: Linear}, Axis{Kind: Band}
	for _, tt := range []struct {
		name   string
		panels []Panel
		want   bool
	}{
		{"columns", []Panel{{X: names, Y: value, Marks: Marks{Bars{}}}}, false},
		{"dots at two numbers", []Panel{{X: value, Y: value, Marks: Marks{Points{}}}}, false},
		{"dots on rows", []Panel{{X: value, Y: names, Marks: Marks{Points{}}}}, true},
		{"lines with names at both ends", []Panel{{X: names, Y: value, Marks: Marks{Lines{Data: []Datum{{Label: Label{Text: "会计", Place: Left}}}}}}}, true},
		{"lines", []Panel{{X: names, Y: value, Marks: Marks{Lines{Data: []Datum{{Label: Label{Text: "12", Place: Above}}}}}}}, false},
		{"a grid of cells", []Panel{{X: names, Y: names, Marks: Marks{Cells{}}}}, true},
		{"without axes", []Panel{{Marks: Marks{Slices{}}}}, true},
		{"panels", []Panel{{X: names, Y: value}, {X: names, Y: value}}, true},
		{"without values", nil, false},
	} {
		if got := (&Chart{Panels: tt.panels}).Placed(); got != tt.want {
			t.Errorf("%s: placed %v, want %v", tt.name, got, tt.want)
		}
	}
}
