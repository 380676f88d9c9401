package kind

import (
	"slices"
	"strings"
	"testing"

	"charts/internal/chart"
)

// The cells are a hundred, and no part is a cell away from its share.
func TestCellsOfAWaffle(t *testing.T) {
	for _, tt := range []struct {
		values []float64
		want   []int
	}{
		{[]float64{1}, []int{100}},
		{[]float64{50, 30, 20}, []int{50, 30, 20}},
		{[]float64{1, 1, 1}, []int{34, 33, 33}}, // what is left goes to the first of equal rests
		{[]float64{995, 4, 1}, []int{100, 0, 0}},
		{[]float64{2469, 3310, 260, 31, 330}, []int{39, 52, 4, 0, 5}},
		{[]float64{0, 7}, []int{0, 100}},
		{[]float64{1e300, 1e300}, []int{50, 50}},
	} {
		var cells []cell
		sum := 0.0
		for _, v := range tt.values {
			cells, sum = append(cells, cell{Datum: chart.Datum{Y: v}}), sum+v
		}
		if got := cellCounts(cells, sum); !slices.Equal(got, tt.want) {
			t.Errorf("%v have %v cells, want %v", tt.values, got, tt.want)
		}
	}
}

// A note says that cells are rounded, and which parts are too small for one.
func TestNotesOfAWaffle(t *testing.T) {
	f, data := destinations("waffle")
	data.Rows[2].Cells[1] = num(2, 0, "人")
	c, problems := Resolve(f, data, Options{})
	if len(problems) > 0 {
		t.Fatal(said(problems))
	}
	if got := strings.Join(c.Notes, ""); !strings.Contains(got, "按最大余数法取整") || !strings.Contains(got, "不足一格、未画格的：自主创业") {
		t.Errorf("the notes are %q", got)
	}
}
