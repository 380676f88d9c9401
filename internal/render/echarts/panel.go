package echarts

import (
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"

	"charts/internal/chart"
)

// A panel is drawn on its plane.
type panel struct {
	plane
	chart  *chart.Chart
	style  look
	height float64 // of the chart without its foot

	left, right []item // labels beside the ends of lines, of all its series
}

// axes adds the grid and the axes of p. A panel without axes gets hidden ones
// from 0 to 1, so that every mark has a place on some axes.
func (o *option) axes(p *panel) {
	g := len(o.grids)
	o.grids = append(o.grids, p.grid())
	p.x = len(o.xAxes)
	o.xAxes = append(o.xAxes, p.axis(p.X, g, horizontal))
	p.y = len(o.yAxes)
	o.yAxes = append(o.yAxes, p.axis(p.Y, g, vertical))
	if p.Y2.Kind != chart.NoAxis {
		p.y2 = len(o.yAxes)
		o.yAxes = append(o.yAxes, p.axis(p.Y2, g, vertical))
		o.yAxes[p.y2].Position = "right"
	}
}

// grid is the place of the marks. A single panel with axes keeps the layout's
// upper and right margins, which hold its texts; those to the left and below are
// measured by ECharts, because names of categories may break, and so is the room
// for the name of the values. Other panels keep the layout's shares, and with
// them their proportions.
func (p *panel) grid() grid {
	a, c := p.Area, p.chart
	if len(c.Panels) == 1 && p.X.Kind != chart.NoAxis {
		return grid{opts.Grid{Left: "0", Top: pixels(max(descent, a.Y-p.nameRoom())), Right: pixels(c.Width - a.X - a.W), Bottom: pixels(descent)}, "same"}
	}
	return grid{opts.Grid{
		Left: percent(a.X / c.Width), Top: percent(a.Y / p.height),
		Right: percent(1 - (a.X+a.W)/c.Width), Bottom: percent(1 - (a.Y+a.H)/p.height),
	}, "none"}
}

// descent is the room over and under the letters of the outermost rows, which
// ECharts does not measure.
const descent = 3

// nameGap is how far the name of the values is over the data area: clear of
// the labels over the highest mark, where there are any.
func (p *panel) nameGap() float64 {
	if p.Y.Hidden {
		return 1.75 * p.style.TextSize
	}
	return p.style.SmallSize
}

// nameRoom is the height that the layout has for the name of the values.
func (p *panel) nameRoom() float64 {
	if p.across() || p.Y.Title == "" && p.Y2.Title == "" {
		return 0
	}
	return p.nameGap() + (p.style.LineHeight+0.3)*p.style.TextSize
}

// heading is the panel's title, where paper has it.
func (p *panel) heading() title {
	return title{
		Title: opts.Title{
			Title: p.Title, Left: percent(p.Head.X / p.chart.Width), Top: percent(max(descent, p.Head.Y) / p.height),
		},
		TitleStyle: bold(p.style.Ink, p.style.TextSize),
	}
}

// valueTitle names the values: over the first bar, where paper has it.
func (p *panel) valueTitle() []*series {
	if !p.across() || p.X.Title == "" {
		return nil
	}
	s := p.custom("", function{Name: "over"})
	s.Silent, s.Label.Color, s.Label.FontSize = true, string(p.style.Muted), float32(p.style.SmallSize)
	s.Data = []item{{Value: []*float64{new(p.X.Min), new(0.0)}, Datum: datum{Label: p.X.Title}}}
	return []*series{s}
}

// custom is a series that a function of the page draws, in the units of the
// chart's axes.
func (p *panel) custom(name string, fn function) *series {
	fn.XBands, fn.YBands = len(p.X.Labels), len(p.Y.Labels)
	s := p.style.newSeries(charts.SingleSeries{
		Type: types.ChartCustom, Name: name, CoordSystem: "cartesian2d", Encode: &opts.Encode{X: 0, Y: 1},
	})
	s.RenderItem = &fn
	return p.on(s, false)
}

// item is a datum at its place on the axes: of a band axis the number of the
// band, because ECharts counts categories.
func (p *panel) item(d chart.Datum, own chart.Color) item {
	it := p.words(d)
	along, value := new(d.X), new(d.Y)
	if p.X.Kind == chart.Band || p.across() {
		along = new(d.X - 0.5)
	}
	if d.Missing {
		value = nil
	}
	it.Value = []*float64{along, value}
	if p.across() {
		it.Value = []*float64{value, along}
	}
	if d.Color != "" && d.Color != own {
		it.ItemStyle = filled(d.Color)
	}
	return it
}

// words are an item's texts, without a place.
func (p *panel) words(d chart.Datum) item {
	return item{
		CustomData: opts.CustomData{Name: d.Name},
		Label:      p.label(d),
		Datum:      datum{Label: d.Label.Text, Text: d.Text, Share: d.Share, Computed: d.Computed, Sources: d.Sources, Path: d.Path},
	}
}

// label is the label of one datum, or nil.
func (p *panel) label(d chart.Datum) *label {
	if d.Label.Text == "" {
		return nil
	}
	l := &label{Label: opts.Label{
		Show: opts.Bool(true), Position: p.position(d), Color: string(d.Label.Color), FontWeight: weight(d.Label.Bold),
	}}
	if place := d.Label.Place; p.ruled() && (place == chart.Outside || place == chart.Above || place == chart.Below) {
		l.TextBorderColor, l.TextBorderWidth = string(p.style.Background), 3
	}
	return l
}

func pixels(v float64) string { return strconv.FormatFloat(tidy(v), 'f', -1, 64) }

// percent writes a share with three digits, more than any screen has pixels.
func percent(share float64) string { return strconv.FormatFloat(share*100, 'f', 3, 64) + "%" }
