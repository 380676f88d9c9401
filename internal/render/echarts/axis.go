package echarts

import (
	"math"
	"strings"

	"github.com/go-echarts/go-echarts/v2/opts"

	"charts/internal/chart"
)

type direction bool

const (
	horizontal direction = false
	vertical   direction = true
)

func (p *panel) axis(a chart.Axis, gridIndex int, d direction) axis {
	out := axis{
		XAxis: opts.XAxis{
			Type: string(a.Kind), Show: opts.Bool(true), Inverse: opts.Bool(a.Reversed),
			AxisLine:  &opts.AxisLine{Show: opts.Bool(a.Line), LineStyle: p.style.hair(p.style.Rule)},
			SplitLine: &opts.SplitLine{Show: opts.Bool(a.Grid), LineStyle: p.style.hair(p.style.Grid)},
		},
		GridIndex: gridIndex,
		AxisTick:  axisTick{AxisTick: opts.AxisTick{Show: opts.Bool(false)}},
		AxisLabel: axisLabel{
			AxisLabel: opts.AxisLabel{Show: opts.Bool(!a.Hidden), HideOverlap: opts.Bool(true), Color: string(p.style.Muted)},
			FontSize:  p.style.SmallSize,
		},
	}
	if a.Title != "" && !(p.across() && d == horizontal) { // over bars it is a text of its own
		out.Name, out.NameLocation, out.NameGap = a.Title, "end", int(p.nameGap())
		out.NameTextStyle = text(p.style.Muted, p.style.SmallSize)
		out.NameTextStyle.Align = "left"
		if d == horizontal {
			out.NameLocation, out.NameGap, out.NameTextStyle.Align = "middle", int(p.style.SmallSize), "center"
		}
	}
	switch a.Kind {
	case chart.NoAxis:
		out.Type, out.Show, out.Inverse = "value", opts.Bool(false), opts.Bool(d == vertical)
		out.Min, out.Max = 0.0, 1.0
	case chart.Band:
		out.Type, out.Data = "category", a.Labels
		if a.Min > 0 {
			out.BoundaryGap = opts.Bool(false) // the first and the last category lie on the edges
		}
		out.AxisLabel.Color, out.AxisLabel.FontSize = string(p.style.Ink), p.style.TextSize
		out.AxisLabel.Margin = p.beyond()
		if a.Depth != nil {
			out.AxisLabel.Align, out.Data = "left", indentedNames(a) // the page knows how wide they are
		}
	case chart.Linear:
		out.Type = "value"
		out.ticks(a)
	case chart.Log:
		out.ticks(a)
	}
	return out
}

// indentedNames are the names of a band axis, parts behind blanks as wide as a 汉字.
func indentedNames(a chart.Axis) []string {
	names := make([]string, len(a.Labels))
	for i, l := range a.Labels {
		names[i] = strings.Repeat("\u3000", a.Depth[i]) + l
	}
	return names
}

// beyond is the distance of the names from the data area where values are between the
// two, beside negative bars and dots; 0 is the usual one.
func (p *panel) beyond() float64 {
	if p.across() && p.Beside > p.style.TextSize {
		return math.Round(p.Beside)
	}
	if !p.across() && p.Y.Hidden && p.Y.Min < 0 {
		return 2 * p.style.TextSize
	}
	return 0
}

// ticks gives the axis the chart's range and exactly its ticks and their texts.
func (out *axis) ticks(a chart.Axis) {
	out.Min, out.Max = a.Min, a.Max
	fn := function{Name: "tick", At: []float64{}, Text: []string{}}
	for _, t := range a.Ticks {
		fn.At, fn.Text = append(fn.At, t.At), append(fn.Text, t.Label)
	}
	out.AxisLabel.Formatter = &fn
	out.AxisLabel.CustomValues, out.AxisTick.CustomValues = fn.At, fn.At
}
