package kind

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"charts/internal/chart"
	"charts/internal/palette"
	"charts/internal/series"
)

// The cells are a hundred, and no part is a cell away from its share.
func TestCellsOfAWaffle(t *testing.T) {
	for _, tt := range []struct {
		values []float64
		whole  float64 // 0: their sum
		want   []int
	}{
		{[]float64{1}, 0, []int{100}},
		{[]float64{50, 30, 20}, 0, []int{50, 30, 20}},
		{[]float64{1, 1, 1}, 0, []int{34, 33, 33}}, // what is left goes to the first of equal rests
		{[]float64{995, 4, 1}, 0, []int{100, 0, 0}},
		{[]float64{2469, 3310, 260, 31, 330}, 0, []int{39, 52, 4, 0, 5}},
		{[]float64{0, 7}, 0, []int{0, 100}},
		{[]float64{1e300, 1e300}, 0, []int{50, 50}},
		{[]float64{20, 30}, 100, []int{20, 30}},
		{[]float64{97.25}, 100, []int{97}},
		{[]float64{33.3, 33.3, 33.3}, 100, []int{34, 33, 33}},
		{[]float64{0.4}, 100, []int{0}},
	} {
		var cells []cell
		sum := 0.0
		for _, v := range tt.values {
			cells, sum = append(cells, cell{Datum: chart.Datum{Y: v}}), sum+v
		}
		if got := cellCounts(cells, cmp.Or(tt.whole, sum)); !slices.Equal(got, tt.want) {
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

// Percentages that make no whole leave cells blank: a cell is one percent of a hundred.
func TestBlankCellsOfAWaffle(t *testing.T) {
	for _, tt := range []struct {
		values []float64
		blank  int
	}{{[]float64{20, 30}, 50}, {[]float64{97.25}, 3}, {[]float64{60, 40}, 0}, {[]float64{60.1, 40}, 0}} {
		var rows [][]series.Value
		for i, v := range tt.values {
			rows = append(rows, []series.Value{text(string(rune('a' + i))), num(v, 2, "%")})
		}
		c, _ := Resolve(fig("waffle", "去向", "比例"), frame("去向 比例/%", rows...), Options{})
		signs, blank := c.Panels[0].Marks[1].(chart.Cells), 0
		for _, s := range signs.Data {
			if s.Color == palette.Themes[0].Grid {
				blank++
			}
		}
		if len(signs.Data) != waffleCells || blank != tt.blank {
			t.Errorf("%v: %d cells, %d blank, want %d", tt.values, len(signs.Data), blank, tt.blank)
		}
	}
}
