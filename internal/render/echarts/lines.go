package echarts

import (
	"slices"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"

	"charts/internal/chart"
	"charts/internal/message"
)

func (p *panel) lines(l chart.Lines) []*series {
	size := 0.0
	if l.Dots {
		size = p.style.DotSize
	}
	s := p.style.newSeries(charts.SingleSeries{
		Type: types.ChartLine, Name: l.Name, Symbol: "circle", SymbolSize: size, ShowSymbol: opts.Bool(l.Dots || labelled(l.Data)),
		ItemStyle: filled(l.Color), LabelLayout: &opts.LabelLayout{HideOverlap: opts.Bool(true)},
	})
	s.ShowAllSymbol, s.LineStyle = true, solid(l.Color, l.Width)
	if l.Dashed {
		s.LineStyle.Type = "dashed"
	}
	if l.Step {
		s.Step = "end"
	}
	data := slices.Clone(l.Data)
	for i := range data {
		if d := &data[i]; beside(d.Label.Place) && !p.across() {
			p.end(*d, d.Label)
			d.Label = chart.Label{}
		}
		s.Data = append(s.Data, p.item(data[i], l.Color))
	}
	p.name(l)
	return p.withGaps(p.on(s, l.Second), data, 0)
}

// labelled reports whether a point of a line bears a label, which hangs on its
// dot. A dot for every point of a long line takes long to draw.
func labelled(data []chart.Datum) bool {
	return slices.ContainsFunc(data, func(d chart.Datum) bool { return d.Label.Text != "" && !d.Missing })
}

func beside(place chart.LabelPlace) bool { return place == chart.Left || place == chart.Right }

// name sets the name of a line beside its last datum.
func (p *panel) name(l chart.Lines) {
	for _, d := range slices.Backward(l.Data) {
		if !d.Missing {
			p.end(d, l.End)
			return
		}
	}
}

// end takes a label beside the end of a line. They are kept for one series,
// because labels of several lines keep clear of one another.
func (p *panel) end(d chart.Datum, l chart.Label) {
	if l.Text == "" {
		return
	}
	if d.Missing {
		d.Y = d.Base
	}
	it := p.item(chart.Datum{X: d.X, Y: d.Y, Label: l}, "")
	if l.Place == chart.Left {
		p.left = append(p.left, it)
	} else {
		p.right = append(p.right, it)
	}
}

// ends are the labels beside the ends of the panel's lines.
func (p *panel) ends() []*series {
	var all []*series
	for _, side := range [][]item{p.left, p.right} {
		if len(side) == 0 {
			continue
		}
		s := p.custom("", function{Name: "end"})
		s.Silent, s.Data = true, side
		all = append(all, s)
	}
	return all
}

// areas are lines with the room under them filled. A stack takes the thickness
// of each area, as ECharts wants it.
func (p *panel) areas(a chart.Areas) ([]*series, error) {
	s := p.style.newSeries(charts.SingleSeries{
		Type: types.ChartLine, Name: a.Name, Stack: p.own(a.Stack), Symbol: "none", ShowSymbol: opts.Bool(false),
		ItemStyle: filled(a.Color),
	})
	s.LineStyle = solid(a.Color, 0)
	s.AreaStyle = &areaStyle{AreaStyle: opts.AreaStyle{Color: string(a.Color), Opacity: opts.Float(1)}}
	for i, d := range a.Data {
		it := p.item(d, a.Color)
		switch {
		case d.Missing:
		case a.Stack != "":
			*it.Value[p.valueDim()] = tidy(d.Y - d.Base)
		case i > 0 && d.Base != a.Data[0].Base:
			return nil, message.Errorf("the area %q has a base that is not level and no stack", a.Name)
		default:
			s.AreaStyle.Origin = d.Base
		}
		s.Data = append(s.Data, it)
	}
	return p.withGaps(p.on(s, false), a.Data, 0), nil
}

func (p *panel) points(pt chart.Points) ([]*series, error) {
	if len(pt.Size) > 0 && len(pt.Size) != len(pt.Data) {
		return nil, message.Errorf("the points %q have %d sizes for %d data", pt.Name, len(pt.Size), len(pt.Data))
	}
	s := p.style.newSeries(charts.SingleSeries{
		Type: types.ChartScatter, Name: pt.Name, Symbol: "circle", SymbolSize: p.style.DotSize,
		ItemStyle: p.style.dot(pt.Color, pt.Hollow), LabelLayout: &opts.LabelLayout{HideOverlap: opts.Bool(true)},
	})
	for i, d := range pt.Data {
		it := p.item(d, pt.Color)
		if it.ItemStyle != nil {
			it.ItemStyle = p.style.dot(d.Color, pt.Hollow)
		}
		if len(pt.Size) > 0 {
			it.SymbolSize = new(pt.Size[i])
		}
		s.Data = append(s.Data, it)
	}
	return p.withGaps(p.on(s, pt.Second), pt.Data, 0), nil
}
