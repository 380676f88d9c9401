package echarts

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"

	"charts/internal/chart"
	"charts/internal/message"
)

// cells are boxes from their upper left corner, in the units of the axes.
func (p *panel) cells(c chart.Cells) ([]*series, error) {
	if len(c.Boxes) != len(c.Data) {
		return nil, message.Errorf("the cells %q have %d boxes for %d data", c.Name, len(c.Boxes), len(c.Data))
	}
	s := p.custom(c.Name, function{Name: "cell"})
	if c.Large {
		s.RenderItem.Name, s.Label.Color = "number", string(p.style.Muted)
	}
	for i, d := range c.Data {
		it := p.words(d)
		it.Value = box(c.Boxes[i])
		it.ItemStyle = filled(d.Color)
		s.Data = append(s.Data, it)
	}
	return []*series{s}, nil
}

func box(r chart.Rect) []*float64 {
	return []*float64{new(r.X), new(r.Y), new(r.W), new(r.H)}
}

// flows are the ribbons, then the nodes over them.
func (p *panel) flows(f chart.Flows) ([]*series, error) {
	if len(f.Boxes) != len(f.Nodes) {
		return nil, message.Errorf("the flows %q have %d boxes for %d nodes", f.Name, len(f.Boxes), len(f.Nodes))
	}
	links := p.custom(f.Name, function{Name: "ribbon"})
	for _, l := range f.Links {
		if l.From < 0 || l.From >= len(f.Boxes) || l.To < 0 || l.To >= len(f.Boxes) {
			return nil, message.Errorf("the flows %q have a link to a node that is not there", f.Name)
		}
		from, to := f.Boxes[l.From], f.Boxes[l.To]
		it := p.words(l.Datum)
		it.Value = []*float64{new(tidy(from.X + from.W)), new(l.FromY), new(to.X), new(l.ToY), new(l.Thick)}
		it.ItemStyle = filled(l.Color)
		links.Data = append(links.Data, it)
	}
	nodes, err := p.cells(chart.Cells{Name: f.Name, Data: f.Nodes, Boxes: f.Boxes})
	return append([]*series{links}, nodes...), err
}

// regions are polygons, each a path of rings.
func (p *panel) regions(r chart.Regions) ([]*series, error) {
	if len(r.Outlines) != len(r.Data) {
		return nil, message.Errorf("the regions %q have %d outlines for %d data", r.Name, len(r.Outlines), len(r.Data))
	}
	s := p.custom(r.Name, function{Name: "region"})
	s.ItemStyle = p.edged("", p.style.GridWidth)
	for i, d := range r.Data {
		it := p.words(d)
		it.Value = []*float64{new(d.X), new(d.Base)}
		it.ItemStyle = p.edged(d.Color, p.style.GridWidth)
		for _, ring := range r.Outlines[i] {
			it.Datum.Rings = append(it.Datum.Rings, flat(ring))
		}
		s.Data = append(s.Data, it)
	}
	return []*series{s}, nil
}

// flat are the places of a ring, one number after the other.
func flat(ring chart.Ring) []float64 {
	var all []float64
	for _, at := range ring {
		all = append(all, at.X, at.Y)
	}
	return all
}

// notes are texts at places of the axes.
func (p *panel) notes(n chart.Notes) []*series {
	s := p.custom("", function{Name: "note"})
	s.Silent = true
	for _, d := range n.Data {
		s.Data = append(s.Data, p.item(d, ""))
	}
	return []*series{s}
}

// rules are the lines and bands of an empty series, which stay when the reader
// hides another.
func (p *panel) rules(r chart.Rules) []*series {
	first, second := p.ruler(r, false), p.ruler(r, true)
	var all []*series
	for _, s := range []*series{first, second} {
		if s.MarkLine != nil || s.MarkArea != nil {
			all = append(all, s)
		}
	}
	return all
}

func (p *panel) ruler(r chart.Rules, second bool) *series {
	s := p.on(p.newSeries(charts.SingleSeries{Type: types.ChartLine}), second)
	s.Silent = true
	name := label{
		Label:     opts.Label{Show: opts.Bool(true), Color: string(p.style.Ink), FontSize: float32(p.style.SmallSize)},
		Formatter: &function{Name: "name"},
	}
	for _, rule := range r.Data {
		switch {
		case rule.Second != second:
		case rule.From == rule.To:
			if s.MarkLine == nil {
				s.MarkLine = &markLine{Z: 1, Silent: true, Label: name}
				s.MarkLine.Symbol = []string{"none", "none"}
			}
			s.MarkLine.Data = append(s.MarkLine.Data, p.line(rule))
		default:
			if s.MarkArea == nil {
				s.MarkArea = &markArea{Silent: true, Label: name}
			}
			s.MarkArea.Data = append(s.MarkArea.Data, p.band(rule))
		}
	}
	return s
}

func (p *panel) line(r chart.Rule) markItem {
	m := p.at(r.From)
	m.Name = r.Label
	m.Label = &opts.Label{Show: opts.Bool(r.Label != ""), Position: p.ruleEnd(), Color: string(r.Color)}
	m.LineStyle = &opts.LineStyle{Color: string(r.Color), Width: float32(p.style.LineWidth), Type: "solid"}
	if r.Dashed {
		m.LineStyle.Type = "dashed"
	}
	return m
}

// ruleEnd is the place of a rule's name: over its right end, or over its upper
// end when it stands upright.
func (p *panel) ruleEnd() string {
	switch {
	case !p.across():
		return "insideEndTop"
	case p.Y.Reversed:
		return "start"
	}
	return "end"
}

func (p *panel) band(r chart.Rule) [2]markItem {
	from, to := p.at(r.From), p.at(r.To)
	from.Name = r.Label
	from.ItemStyle = filled(r.Color)
	from.Label = &opts.Label{Show: opts.Bool(r.Label != ""), Position: "insideTopLeft", Color: string(p.style.Muted)}
	return [2]markItem{from, to}
}

// at is a place on the value axis.
func (p *panel) at(v float64) markItem {
	if p.across() {
		return markItem{XAxis: new(v)}
	}
	return markItem{YAxis: new(v)}
}
