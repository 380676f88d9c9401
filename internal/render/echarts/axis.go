package echarts

import "charts/internal/chart"

type direction bool

const (
	horizontal direction = false
	vertical   direction = true
)

func (p *panel) axis(a chart.Axis, gridIndex int, d direction) axis {
	out := axis{
		Type:      string(a.Kind),
		Show:      true,
		GridIndex: gridIndex,
		Inverse:   a.Reversed,
		AxisLine:  lineShown{Show: a.Line, OnZero: true, LineStyle: lineStyle{Color: p.style.Rule, Width: p.style.GridWidth}},
		AxisLabel: axisLabel{Show: !a.Hidden, HideOverlap: true, Color: p.style.Muted, FontSize: p.style.SmallSize},
		SplitLine: lineShown{Show: a.Grid, LineStyle: lineStyle{Color: p.style.Grid, Width: p.style.GridWidth}},
	}
	if a.Title != "" && !(p.across() && d == horizontal) { // over bars it is a text of its own
		out.Name, out.NameLocation, out.NameGap = a.Title, "end", p.style.SmallSize
		out.NameTextStyle = textStyle{Color: p.style.Muted, FontSize: p.style.SmallSize, Align: "left"}
		if d == horizontal {
			out.NameLocation, out.NameTextStyle.Align = "middle", "center"
		}
	}
	switch a.Kind {
	case chart.NoAxis:
		out.Type, out.Show, out.Inverse = "value", false, d == vertical
		out.Min, out.Max = new(0.0), new(1.0)
	case chart.Band:
		out.Type, out.Data = "category", a.Labels
		if a.Min > 0 {
			out.BoundaryGap = new(false)
		}
		out.AxisLabel.Color, out.AxisLabel.FontSize = p.style.Ink, p.style.TextSize
	case chart.Linear:
		out.Type = "value"
		out.ticks(a)
	case chart.Log:
		out.ticks(a)
	}
	return out
}

// ticks gives the axis the chart's range and exactly its ticks and their texts.
func (out *axis) ticks(a chart.Axis) {
	out.Min, out.Max = new(a.Min), new(a.Max)
	fn := function{Name: "tick", At: []float64{}, Text: []string{}}
	for _, t := range a.Ticks {
		fn.At, fn.Text = append(fn.At, t.At), append(fn.Text, t.Label)
	}
	out.AxisLabel.Formatter = &fn
	out.AxisLabel.CustomValues, out.AxisTick.CustomValues = fn.At, fn.At
}
