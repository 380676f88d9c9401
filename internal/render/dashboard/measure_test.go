package dashboard

import (
	"fmt"
	"testing"

	"charts/internal/chart"
	"charts/internal/chart/charttest"
)

// Of several axes that begin at zero the shortest that holds the numbers is the scale.
func TestScaleEnd(t *testing.T) {
	axis := func(from, to float64) chart.Axis { return chart.Axis{Kind: chart.Linear, Min: from, Max: to} }
	c := &chart.Chart{Panels: []chart.Panel{{Y: axis(0, 100), Y2: axis(0, 40)}, {X: axis(20, 60), Y: axis(0, 60)}}}
	for most, want := range map[float64]float64{12: 40, 40: 40, 41: 60, 99: 100, 101: 101} {
		if got := scaleEnd(c, most); got != want {
			t.Errorf("numbers up to %v end at %v, want %v", most, got, want)
		}
	}
}

func TestMeasures(t *testing.T) {
	bars, donut, lines := charttest.Bars(charttest.Light), charttest.Slices(charttest.Light), charttest.Lines(charttest.Light)
	negative := charttest.Bars(charttest.Light)
	b := negative.Panels[0].Marks[0].(chart.Bars)
	b.Data[5].Y, b.Data[5].Text = -406, "−406 人"
	negative.Panels[0].Marks = chart.Marks{b}
	for _, tt := range []struct {
		name  string
		chart *chart.Chart
		cells []string // of one column of numbers
		want  measure
	}{
		{"to the end of the axis", bars, []string{"2,469 人", "1,830 人", "1,010 人", "640 人", "38 人", "406 人"}, measure{2500, false}},
		{"a missing value", bars, []string{"2,469 人", "无数据", "1,010 人", "640 人"}, measure{2500, false}},
		{"few rows", bars, []string{"2,469 人", "1,830 人"}, measure{}},
		{"years", bars, []string{"2021", "2022", "2023"}, measure{}},
		{"negative", negative, []string{"2,469 人", "1,830 人", "−406 人"}, measure{}},
		{"parts of a whole", donut, []string{"52 %", "24 %", "14 %", "6 %", "4 %"}, measure{52, true}},
		{"an axis that does not begin at zero", lines, []string{"91.2 %", "92.3 %", "92.1 %", "92.8 %", "93.6 %"}, measure{93.6, false}},
		{"texts", bars, []string{"甲", "乙", "丙"}, measure{}},
	} {
		table := Table{Columns: []Column{{Name: "名"}, {Name: "数", Number: true}}}
		for i, cell := range tt.cells {
			table.Rows = append(table.Rows, Row{Cells: []string{fmt.Sprint(i), cell}})
		}
		if got := measures(table, tt.chart); got[0] != (measure{}) || got[1] != tt.want {
			t.Errorf("%s: measures = %v, want %v", tt.name, got, tt.want)
		}
	}
}
