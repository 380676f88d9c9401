// Package echarts writes a [chart.Chart] as the option of Apache ECharts 6. It
// decides nothing: values, ranges, ticks, order, colours and texts are the
// chart's.
//
// The option is built with the types of go-echarts. Where these drop a zero that
// counts, round a number or lack a word of ECharts 6, a type of option.go adds the
// field. Of go-echarts' functions, which are text that runs, none is used: a
// function is a name that the page looks up ({"$fn": "tick"}), with its arguments
// as plain data. Its page and its templates are not used either.
package echarts

import (
	"encoding/json"
	"math"
	"slices"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"

	"charts/internal/chart"
	"charts/internal/message"
)

// fontFamily starts with the family of the printed figures; the others are in
// for it, because a page does not carry a Chinese font.
const fontFamily = "Noto Sans SC, Noto Sans CJK SC, system-ui, PingFang SC, Microsoft YaHei, sans-serif"

// Option returns the option that draws c, as JSON. It is deterministic, and safe
// inside a script element: <, > and & are escaped.
func Option(c *chart.Chart) ([]byte, error) {
	if c.Width <= 0 || c.Height <= 0 {
		return nil, message.Errorf("%s has no size", c.ID)
	}
	o, err := build(c)
	if err != nil {
		return nil, message.Errorf("%s: %w", c.ID, err)
	}
	figure := charts.BaseConfiguration{Animation: opts.Bool(true)} // of all kinds: a figure may have bars and lines
	figure.Accept(o)
	out, err := json.Marshal(figure.JSON())
	if err != nil {
		return nil, message.Errorf("%s holds a value that is not a number: %w", c.ID, err)
	}
	return out, nil
}

// NeedsAll reports whether c is drawn with series of ECharts that few pages have.
func NeedsAll(c *chart.Chart) bool {
	for _, p := range c.Panels {
		for _, m := range p.Marks {
			switch m := m.(type) {
			case chart.Flows, chart.Regions:
				return true
			case chart.Cells:
				if m.Nested {
					return true
				}
			case chart.Slices:
				if m.Nested {
					return true
				}
			}
		}
	}
	return false
}

func build(c *chart.Chart) (*option, error) {
	o := &option{
		textStyle: text(c.Style.Ink, c.Style.TextSize),
		tooltip:   tooltipOf(c),
		series:    []*series{},
		layout:    layoutSize{Width: c.Width, Height: body(c), Legend: legendHeight(c), Rows: rows(c), Part: part(c)},
	}
	o.textStyle.FontFamily = fontFamily
	for _, s := range c.Sources {
		o.sources = append(o.sources, source(s))
	}
	if c.Empty {
		o.titles = append(o.titles, empty(c))
		return o, nil
	}
	for i := range c.Panels {
		if err := o.add(c, &c.Panels[i]); err != nil {
			return nil, err
		}
	}
	o.addLegend(c)
	return o, nil
}

// part reports whether the chart shows the first of more rows.
func part(c *chart.Chart) bool {
	return slices.ContainsFunc(c.Stories, func(s chart.Story) bool { return s.Part })
}

// body is the height of the chart above its notes and source, which the page has
// in its own text.
func body(c *chart.Chart) float64 {
	marks := 0.0
	for _, p := range c.Panels {
		marks = max(marks, p.Area.Y+p.Area.H)
	}
	end := c.Height
	for _, t := range c.Texts {
		if foot := t.Role == chart.RoleNote || t.Role == chart.RoleSource; foot && !c.Empty && t.Y-t.Size > marks {
			end = min(end, t.Y-t.Size)
		}
	}
	return end
}

// legendHeight is the height of the legend, which the page has in its own words.
func legendHeight(c *chart.Chart) float64 {
	low := 0.0
	for _, t := range c.Texts {
		if t.Role == chart.RoleLegend {
			low = max(low, t.Y+0.5*t.Size) // under the baseline, as the layout has it
		}
	}
	return tidy(low)
}

// rows reports whether marks without axes have names beside them, one under
// another. Others (rings, maps) keep their proportions.
func rows(c *chart.Chart) bool {
	for _, p := range c.Panels {
		for _, m := range p.Marks {
			switch m.(type) {
			case chart.Flows, chart.Cells:
				if p.X.Kind == chart.NoAxis {
					return true
				}
			}
		}
	}
	return false
}

// add draws one panel.
func (o *option) add(c *chart.Chart, cp *chart.Panel) error {
	p := panel{plane: plane{Panel: cp}, chart: c, style: look{&c.Style}, height: body(c)}
	o.axes(&p)
	if cp.Title != "" {
		o.titles = append(o.titles, p.heading())
	}
	bars, from := nativeBars(cp), len(o.series)
	for _, m := range cp.Marks {
		all, err := p.series(m, bars)
		if err != nil {
			return err
		}
		o.series = append(o.series, all...)
		if s, ok := m.(chart.Slices); ok && s.Title != "" {
			o.titles = append(o.titles, p.middle(s))
		}
	}
	o.series = append(o.series, p.ends()...)
	o.series = append(o.series, p.valueTitle()...)
	if c.Columns > 0 {
		for _, s := range o.series[from:] {
			s.Panel = cp.Title
		}
	}
	return nil
}

// series are what ECharts draws a mark with: most marks take one series, gaps
// with a text and marks with hands take another.
func (p *panel) series(m chart.Mark, native bool) ([]*series, error) {
	switch m := m.(type) {
	case chart.Bars:
		return p.bars(m, native), nil
	case chart.Lines:
		return p.lines(m), nil
	case chart.Areas:
		return p.areas(m)
	case chart.Points:
		return p.points(m)
	case chart.Slices:
		return p.slices(m)
	case chart.Cells:
		return p.cells(m)
	case chart.Flows:
		return p.flows(m)
	case chart.Regions:
		return p.regions(m)
	case chart.Rules:
		return p.rules(m), nil
	case chart.Notes:
		return p.notes(m), nil
	}
	return nil, message.Errorf("cannot draw %T", m)
}

// tooltipOf makes one box a category where marks stand along a band axis, and
// one box a mark elsewhere.
func tooltipOf(c *chart.Chart) tooltip {
	t := tooltip{
		Tooltip: opts.Tooltip{
			Trigger:         "axis",
			BackgroundColor: string(c.Style.Background),
			BorderColor:     string(c.Style.Rule),
			AxisPointer:     &opts.AxisPointer{Type: "line"},
		},
		Formatter:   function{Name: "tooltip"},
		Confine:     true,
		ClassName:   "tip",
		BorderWidth: 1,
		TextStyle:   text(c.Style.Ink, c.Style.TextSize),
	}
	for _, p := range c.Panels {
		for _, m := range p.Marks {
			switch m.(type) {
			case chart.Bars:
				t.AxisPointer.Type = "shadow"
			case chart.Points, chart.Slices, chart.Cells, chart.Flows, chart.Regions:
				t.Trigger = "item"
			}
		}
		if (p.X.Kind == chart.Band) == (p.Y.Kind == chart.Band) {
			t.Trigger = "item"
		}
	}
	return t
}

// empty is the word in the place of the marks.
func empty(c *chart.Chart) title {
	t := title{
		Title:      opts.Title{Title: "无数据", Left: "50%", Top: "50%", TextAlign: "center", TextVerticalAlign: "middle"},
		TitleStyle: text(c.Style.Muted, c.Style.TextSize),
	}
	t.TitleStyle.FontWeight = weight(false)
	if c.Lang == "en" {
		t.Title.Title = "no data"
	}
	return t
}

// addLegend names the entries. ECharts shows only those that a series bears, so an
// entry without one (the colours of single data) gets an empty series.
func (o *option) addLegend(c *chart.Chart) {
	if len(c.Legend) == 0 {
		return
	}
	l := &legend{
		Legend:  opts.Legend{Left: "0", Top: "0", Padding: 0, ItemWidth: 12, ItemHeight: 12},
		ItemGap: 16, SelectedMode: true,
		TextStyle: text(c.Style.Ink, c.Style.TextSize),
	}
	for _, e := range c.Legend {
		l.Data = append(l.Data, legendItem{e.Name, icons[e.Shape], *filled(e.Color)})
		if !o.names(e.Name) {
			l.SelectedMode = false
			o.series = append(o.series, &series{
				SingleSeries: charts.SingleSeries{Type: types.ChartScatter, Name: e.Name, CoordSystem: "none", ItemStyle: opaque(e.Color)},
				Data:         []item{},
			})
		}
	}
	o.legend = l
}

// names reports whether a series, or a slice of a pie, bears the name.
func (o *option) names(name string) bool {
	for _, s := range o.series {
		if s.Name == name {
			return true
		}
		for _, it := range s.Data {
			if s.Type == types.ChartPie && it.Name == name {
				return true
			}
		}
	}
	return false
}

var icons = map[chart.Shape]string{
	chart.Square: "rect",
	chart.Dash:   "path://M0,5h12v2h-12z",
	chart.Dot:    "circle",
}

// tidy takes the last bits off a difference, so that 0.3−0.1 is 0.2.
func tidy(v float64) float64 {
	const places = 1e9
	if r := math.Round(v * places); math.Abs(r) < 1<<53 {
		return r / places
	}
	return v
}
