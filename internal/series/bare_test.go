package series

import (
	"reflect"
	"testing"
)

// A column of bare numbers is read at once as it would be cell by cell.
func TestBareColumns(t *testing.T) {
	for _, tt := range []struct {
		unit  string
		cells []string
		bare  bool
	}{
		{"", []string{"1", "2.50", "0", "0.5", "2023"}, true},
		{"%", []string{"92.5", "—", "", "100"}, true},
		{"万元", []string{"186.2", "n/a"}, true},
		{"", []string{"—", ""}, false},
		{"", []string{"007"}, false},
		{"", []string{"1", "-2"}, false},
		{"", []string{"1", "约3"}, false},
		{"人", []string{"1", "2人"}, false},
		{"", []string{"1234567890123456"}, false},
	} {
		g := grid{columns: []Column{{Name: "甲", Unit: tt.unit}}}
		rows := make([]Row, len(tt.cells))
		for i, c := range tt.cells {
			g.rows = append(g.rows, gridRow{cells: []string{c}})
			rows[i].Cells = make([]Value, 1)
		}
		if got := g.bare(0, rows); got != tt.bare {
			t.Errorf("%q: %t", tt.cells, got)
		}
		want, _ := g.numbers(0)
		for i := range want {
			if got := rows[i].Cells[0]; tt.bare && !reflect.DeepEqual(got, want[i]) {
				t.Errorf("%q: %+v, not %+v", tt.cells[i], got, want[i])
			}
		}
	}
}
