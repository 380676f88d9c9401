package series

import "testing"

// 1:3 and 3:1 are both the number 3, of two units; 1:1 is of either.
func TestRatiosHaveSides(t *testing.T) {
	for _, tt := range []struct {
		cells []string
		want  int // units
	}{
		{[]string{"1:3", "1:5"}, 1},
		{[]string{"3:1", "16.5：1"}, 1},
		{[]string{"1:3", "3:1"}, 2},
		{[]string{"1：18", "1:1", "1:5"}, 1},
		{[]string{"1:1"}, 0},
		{nil, 0},
	} {
		f := Frame{Columns: []Column{{Name: "师生比"}}}
		for _, cell := range tt.cells {
			f.Rows = append(f.Rows, Row{Cells: []Value{{Kind: Number, Num: 3, Text: cell, Unit: ":"}}})
		}
		if units, _ := unitsOf(f, 0); len(units) != tt.want {
			t.Errorf("%v: %d units, want %d", tt.cells, len(units), tt.want)
		}
	}
}
