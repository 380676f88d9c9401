package echarts

import (
	"fmt"
	"slices"

	"charts/internal/chart"
)

func (p *panel) lines(l chart.Lines) []series {
	size := 0.0
	if l.Dots {
		size = p.style.DotSize
	}
	s := series{
		Type: "line", Name: l.Name, Symbol: "circle", SymbolSize: new(size),
		ShowSymbol: new(true), ShowAllSymbol: new(true),
		ItemStyle: itemStyle{Color: l.Color},
		LineStyle: &lineStyle{Color: l.Color, Width: l.Width, Type: "solid"},
		Label:     p.labels(), LabelLayout: &labelLayout{HideOverlap: true}, Data: []item{},
	}
	if l.Dashed {
		s.LineStyle.Type = "dashed"
	}
	if l.Step {
		s.Step = "end"
	}
	for _, d := range l.Data {
		if beside(d.Label.Place) && !p.across() {
			p.end(d, d.Label)
			d.Label = chart.Label{}
		}
		s.Data = append(s.Data, p.item(d, l.Color))
	}
	p.name(l)
	return p.withGaps(p.on(s, l.Second), l.Data, 0)
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
func (p *panel) ends() []series {
	var all []series
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
func (p *panel) areas(a chart.Areas) ([]series, error) {
	s := series{
		Type: "line", Name: a.Name, Stack: a.Stack, Symbol: "none", ShowSymbol: new(false),
		ItemStyle: itemStyle{Color: a.Color},
		LineStyle: &lineStyle{Color: a.Color, Width: 0, Type: "solid"},
		AreaStyle: &areaStyle{Color: a.Color, Opacity: 1},
		Label:     p.labels(), Data: []item{},
	}
	for i, d := range a.Data {
		it := p.item(d, a.Color)
		switch {
		case d.Missing:
		case a.Stack != "":
			*it.Value[p.valueDim()] = tidy(d.Y - d.Base)
		case i > 0 && d.Base != a.Data[0].Base:
			return nil, fmt.Errorf("the area %q has a base that is not level and no stack", a.Name)
		default:
			s.AreaStyle.Origin = d.Base
		}
		s.Data = append(s.Data, it)
	}
	return p.withGaps(p.on(s, false), a.Data, 0), nil
}

func (p *panel) points(pt chart.Points) ([]series, error) {
	if len(pt.Size) > 0 && len(pt.Size) != len(pt.Data) {
		return nil, fmt.Errorf("the points %q have %d sizes for %d data", pt.Name, len(pt.Size), len(pt.Data))
	}
	s := series{
		Type: "scatter", Name: pt.Name, Symbol: "circle", SymbolSize: new(p.style.DotSize),
		ItemStyle: p.dot(pt.Color, pt.Hollow),
		Label:     p.labels(), LabelLayout: &labelLayout{HideOverlap: true}, Data: []item{},
	}
	for i, d := range pt.Data {
		it := p.item(d, pt.Color)
		if it.ItemStyle != nil {
			it.ItemStyle = new(p.dot(d.Color, pt.Hollow))
		}
		if len(pt.Size) > 0 {
			it.SymbolSize = new(pt.Size[i])
		}
		s.Data = append(s.Data, it)
	}
	return p.withGaps(p.on(s, pt.Second), pt.Data, 0), nil
}

func (p *panel) dot(color chart.Color, hollow bool) itemStyle {
	if hollow {
		return itemStyle{Color: p.style.Background, BorderColor: color, BorderWidth: p.style.LineWidth, Opacity: new(1.0)}
	}
	return itemStyle{Color: color, Opacity: new(1.0)} // ECharts' own points let the light through
}
