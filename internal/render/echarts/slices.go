package echarts

import (
	"slices"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"

	"charts/internal/chart"
	"charts/internal/message"
)

// slices are a pie, or, where they lie around one another, a sunburst.
func (p *panel) slices(s chart.Slices) ([]*series, error) {
	for _, n := range []int{len(s.From), len(s.To), len(s.Inner), len(s.Outer)} {
		if n != len(s.Data) {
			return nil, message.Errorf("the slices %q have %d angles or radii for %d data", s.Name, n, len(s.Data))
		}
	}
	switch {
	case len(s.Data) == 0:
		return nil, nil
	case s.Nested:
		return p.sunburst(s), nil
	}
	return []*series{p.pie(s)}, nil
}

// pie is a ring or a part of one, as of a gauge, whose slices have the angles of
// their values, or petals of one angle, which are as long as ECharts is told: to
// the value itself, whose area would be its square.
func (p *panel) pie(s chart.Slices) *series {
	x, y, unit := p.circle()
	from, turn, most := s.From[0], s.To[len(s.To)-1]-s.From[0], slices.Max(s.Outer)
	out := p.style.newSeries(charts.SingleSeries{
		Type: types.ChartPie, Name: s.Name, StartAngle: tidy(90 - 360*from),
		Center:    []string{percent(x), percent(y)},
		Radius:    []string{percent(s.Inner[0] * unit), percent(most * unit)},
		ItemStyle: p.style.edged("", 1),
	})
	if !near(turn, 1) {
		out.EndAngle = new(tidy(out.StartAngle - 360*turn))
	}
	petals := most != slices.Min(s.Outer)
	if petals {
		out.RoseType = "area"
	}
	out.StillShowZeroSum, out.LabelLine = opts.Bool(false), p.style.lead()
	out.Label.Show = opts.Bool(true) // ECharts draws no lead lines when the series itself has no labels
	out.Label.Overflow, out.Label.LineHeight = "break", float32(p.style.TextSize*p.style.LineHeight)
	for i, d := range s.Data {
		it := p.slice(d)
		it.Value = []*float64{new(d.Y)}
		switch {
		case petals:
			*it.Value[0] = tidy(s.Outer[i] - s.Inner[i])
		case s.Name == "": // a track has no value
			*it.Value[0] = tidy(s.To[i] - s.From[i])
		}
		out.Data = append(out.Data, it)
	}
	return out
}

// lead is the line from a slice to its label.
func (l look) lead() *labelLine {
	line := &opts.LineStyle{Color: string(l.Rule), Width: float32(l.LeadWidth)}
	return &labelLine{LabelLine: opts.LabelLine{Show: opts.Bool(true), Length2: 8, LineStyle: line}, Length: 10}
}

// slice is a datum of a ring, whose labels are outside or in the middle.
func (p *panel) slice(d chart.Datum) item {
	it := p.words(d)
	it.ItemStyle = p.style.edged(d.Color, 1)
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

// circle is the middle of the area as parts of the canvas, and the unit of the
// radii as a part of half its smaller side.
func (p *panel) circle() (x, y, unit float64) {
	a, c := p.Area, p.chart
	return (a.X + a.W/2) / c.Width, (a.Y + a.H/2) / p.height, min(a.W, a.H) / min(c.Width, p.height)
}

// middle is the text in the hole of a ring; in half a ring it is above the
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
