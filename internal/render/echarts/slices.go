package echarts

import (
	"math"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"

	"charts/internal/chart"
	"charts/internal/message"
)

// slices are a pie when ECharts would cut the same pieces: one ring, all the way
// round. Others (rose, sunburst, gauge) are a custom series.
func (p *panel) slices(s chart.Slices) ([]*series, error) {
	for _, n := range []int{len(s.From), len(s.To), len(s.Inner), len(s.Outer)} {
		if n != len(s.Data) {
			return nil, message.Errorf("the slices %q have %d angles or radii for %d data", s.Name, n, len(s.Data))
		}
	}
	if len(s.Data) > 0 && round(s) {
		return []*series{p.pie(s)}, nil
	}
	return []*series{p.sectors(s)}, nil
}

// round reports whether the slices are one ring, in the proportions of their
// values.
func round(s chart.Slices) bool {
	total, end := 0.0, 0.0
	for _, d := range s.Data {
		total += d.Y
	}
	for i, d := range s.Data {
		if d.Missing || d.Y < 0 || s.Inner[i] != s.Inner[0] || s.Outer[i] != s.Outer[0] ||
			!near(s.From[i], end) || math.Abs(float64((s.To[i]-s.From[i])*total)-d.Y) > 1e-6*total {
			return false
		}
		end = s.To[i]
	}
	return near(end, 1)
}

func (p *panel) pie(s chart.Slices) *series {
	x, y, unit := p.circle()
	out := p.newSeries(charts.SingleSeries{
		Type: types.ChartPie, Name: s.Name, StartAngle: 90,
		Center:    []string{percent(x), percent(y)},
		Radius:    []string{percent(s.Inner[0] * unit), percent(s.Outer[0] * unit)},
		ItemStyle: p.edged("", 1),
	})
	out.StillShowZeroSum, out.LabelLine = opts.Bool(false), p.lead()
	out.Label.Show = opts.Bool(true) // ECharts draws no lead lines when the series itself has no labels
	out.Label.Overflow, out.Label.LineHeight = "break", float32(p.style.TextSize*p.style.LineHeight)
	for _, d := range s.Data {
		it := p.slice(d)
		it.Value = []*float64{new(d.Y)}
		out.Data = append(out.Data, it)
	}
	return out
}

// lead is the line from a slice to its label.
func (p *panel) lead() *labelLine {
	line := &opts.LineStyle{Color: string(p.style.Rule), Width: float32(p.style.LeadWidth)}
	return &labelLine{LabelLine: opts.LabelLine{Show: opts.Bool(true), Length2: 8, LineStyle: line}, Length: 10}
}

// slice is a datum of a ring, whose labels are outside or in the middle.
func (p *panel) slice(d chart.Datum) item {
	it := p.words(d)
	it.ItemStyle = p.edged(d.Color, 1)
	if it.Label == nil {
		it.Label = &label{Label: opts.Label{Show: opts.Bool(false)}}
		return it
	}
	it.Label.Position = "inside"
	if d.Label.Place == chart.Outside {
		it.Label.Position = "outside"
	}
	return it
}

func (p *panel) sectors(s chart.Slices) *series {
	x, y, unit := p.circle()
	out := p.newSeries(charts.SingleSeries{Type: types.ChartCustom, Name: s.Name, CoordSystem: "none", ItemStyle: p.edged("", 1)})
	out.RenderItem = &function{Name: "sector", Center: []float64{x, y}, Radius: unit}
	for i, d := range s.Data {
		if d.Missing && d.Label.Text == "" {
			continue
		}
		it := p.slice(d)
		it.Value = []*float64{new(s.From[i]), new(s.To[i]), new(s.Inner[i]), new(s.Outer[i])}
		out.Data = append(out.Data, it)
	}
	return out
}

// circle is the middle of the area as parts of the canvas, and the unit of the
// radii as a part of half its smaller side.
func (p *panel) circle() (x, y, unit float64) {
	a, c := p.Area, p.chart
	return (a.X + a.W/2) / c.Width, (a.Y + a.H/2) / p.height, min(a.W, a.H) / min(c.Width, p.height)
}

// middle is the text in the hole of a ring; in half a ring it stands above the
// middle, where the hole is.
func (p *panel) middle(s chart.Slices) title {
	x, y, radius := p.circle()
	if s.From[0] == 0.75 {
		y -= 0.3 * radius / 2
	}
	return title{
		Title: opts.Title{
			Title: s.Title, Subtitle: s.Sub, Left: percent(x), Top: percent(y),
			TextAlign: "center", TextVerticalAlign: "middle",
		},
		ItemGap:       2,
		TitleStyle:    bold(p.style.Ink, p.style.TitleSize),
		SubtitleStyle: text(p.style.Muted, p.style.SmallSize),
	}
}
