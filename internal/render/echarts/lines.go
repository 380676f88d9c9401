package echarts

import (
	"fmt"

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
		s.Data = append(s.Data, p.item(d, l.Color))
	}
	return append(p.withGaps(p.on(s, l.Second), l.Data, 0), p.end(l)...)
}

// end is the name at the end of the line.
func (p *panel) end(l chart.Lines) []series {
	last := len(l.Data) - 1
	for last >= 0 && l.Data[last].Missing {
		last--
	}
	if last < 0 || l.End.Text == "" {
		return nil
	}
	s := p.on(p.custom(l.Name, function{Name: "note"}), l.Second)
	s.Silent = true
	d := chart.Datum{X: l.Data[last].X, Y: l.Data[last].Y, Label: l.End}
	s.Data = append(s.Data, p.item(d, ""))
	return []series{s}
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
