// Package echarts writes a [chart.Chart] as the option of Apache ECharts 6. It
// decides nothing: values, ranges, ticks, order, colours and texts are the
// chart's.
//
// The option types are ours. The builders that exist for Go drop zero values,
// keep some numbers in 32 bits and pass functions as text that runs; here a zero
// is written, every number has 64 bits, and a function is a name that the page
// looks up ({"$fn": "tick"}), with its arguments as plain data.
package echarts

import (
	"encoding/json"
	"fmt"
	"math"

	"charts/internal/chart"
)

// fontFamily starts with the family of the printed figures; the others stand in
// for it, because a page does not carry a Chinese font.
const fontFamily = "Noto Sans SC, Noto Sans CJK SC, system-ui, PingFang SC, Microsoft YaHei, sans-serif"

// Option returns the option that draws c, as JSON. It is deterministic, and safe
// inside a script element: <, > and & are escaped.
func Option(c *chart.Chart) ([]byte, error) {
	if c.Width <= 0 || c.Height <= 0 {
		return nil, fmt.Errorf("%s has no size", c.ID)
	}
	o, err := build(c)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", c.ID, err)
	}
	out, err := json.Marshal(o)
	if err != nil {
		return nil, fmt.Errorf("%s holds a value that is not a number: %w", c.ID, err)
	}
	return out, nil
}

func build(c *chart.Chart) (*option, error) {
	o := &option{
		Animation: true,
		Aria:      aria{Enabled: true, Label: ariaLabel{Description: c.Alt}},
		TextStyle: textStyle{Color: c.Style.Ink, FontFamily: fontFamily, FontSize: c.Style.TextSize},
		Tooltip:   tooltipOf(c),
		Series:    []series{},
		Layout:    layoutSize{Width: c.Width, Height: c.Height, Rows: rows(c)},
	}
	for _, s := range c.Sources {
		o.Sources = append(o.Sources, source(s))
	}
	if c.Empty {
		o.Title = append(o.Title, empty(c))
		return o, nil
	}
	for i := range c.Panels {
		if err := o.add(c, &c.Panels[i]); err != nil {
			return nil, err
		}
	}
	o.legend(c)
	return o, nil
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
	p := panel{Panel: cp, chart: c, style: &c.Style}
	o.axes(&p)
	if cp.Title != "" {
		o.Title = append(o.Title, p.heading())
	}
	bars := nativeBars(cp)
	for _, m := range cp.Marks {
		all, err := p.series(m, bars)
		if err != nil {
			return err
		}
		o.Series = append(o.Series, all...)
		if s, ok := m.(chart.Slices); ok && s.Title != "" {
			o.Title = append(o.Title, p.middle(s))
		}
	}
	o.Series = append(o.Series, p.ends()...)
	o.Series = append(o.Series, p.valueTitle()...)
	return nil
}

// series are what ECharts draws a mark with: most marks take one series, gaps
// with a text and marks with hands take another.
func (p *panel) series(m chart.Mark, native bool) ([]series, error) {
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
	return nil, fmt.Errorf("cannot draw %T", m)
}

// tooltipOf makes one box a category where marks stand along a band axis, and
// one box a mark elsewhere.
func tooltipOf(c *chart.Chart) tooltip {
	t := tooltip{
		Trigger:         "axis",
		Confine:         true,
		ClassName:       "tip",
		Formatter:       function{Name: "tooltip"},
		BackgroundColor: c.Style.Background,
		BorderColor:     c.Style.Rule,
		BorderWidth:     1,
		TextStyle:       textStyle{Color: c.Style.Ink, FontSize: c.Style.TextSize},
		AxisPointer:     axisPointer{Type: "line"},
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
		Text: "无数据", Left: "50%", Top: "50%", TextAlign: "center", TextVerticalAlign: "middle",
		TextStyle: textStyle{Color: c.Style.Muted, FontSize: c.Style.TextSize, FontWeight: "normal"},
	}
	if c.Lang == "en" {
		t.Text = "no data"
	}
	return t
}

// legend names the entries. ECharts shows only those that a series bears, so an
// entry without one (the colours of single data) gets an empty series.
func (o *option) legend(c *chart.Chart) {
	if len(c.Legend) == 0 {
		return
	}
	l := &legend{
		ItemGap: 16, ItemWidth: 12, ItemHeight: 12, SelectedMode: true,
		TextStyle: textStyle{Color: c.Style.Ink, FontSize: c.Style.TextSize},
	}
	for _, e := range c.Legend {
		l.Data = append(l.Data, legendItem{e.Name, icons[e.Shape], itemStyle{Color: e.Color}})
		if !o.names(e.Name) {
			l.SelectedMode = false
			o.Series = append(o.Series, series{
				Type: "scatter", Name: e.Name, CoordinateSystem: "none", Data: []item{}, ItemStyle: itemStyle{Color: e.Color, Opacity: new(1.0)},
			})
		}
	}
	o.Legend = l
}

// names reports whether a series, or a slice of a pie, bears the name.
func (o *option) names(name string) bool {
	for _, s := range o.Series {
		if s.Name == name {
			return true
		}
		for _, it := range s.Data {
			if s.Type == "pie" && it.Name == name {
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
