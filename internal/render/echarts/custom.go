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
	if c.Nested {
		return p.treemap(c), nil
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

// notes are texts at places of the axes.
func (p *panel) notes(n chart.Notes) []*series {
	if n.Groups {
		return nil
	}
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
	s := p.on(p.style.newSeries(charts.SingleSeries{Type: types.ChartLine}), second)
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
	m.Label = &label{Label: opts.Label{Show: opts.Bool(r.Label != ""), Position: p.ruleEnd(), Color: string(r.Color)}}
	if !p.across() {
		m.Label.Width, m.Label.Overflow = tidy(p.chart.Width-p.Area.X-p.Area.W-ruleGap), "break"
	}
	m.LineStyle = &opts.LineStyle{Color: string(r.Color), Width: float32(p.style.LineWidth), Type: "solid"}
	if r.Dashed {
		m.LineStyle.Type = "dashed"
	}
	return m
}

// ruleGap is what parts a rule from its name.
const ruleGap = 5

// ruleEnd is the place of a rule's name: beyond its right end, or over its upper end
// when it stands upright.
func (p *plane) ruleEnd() string {
	switch {
	case p.across() && p.Y.Reversed:
		return "start"
	}
	return "end"
}

func (p *panel) band(r chart.Rule) [2]markItem {
	from, to := p.at(r.From), p.at(r.To)
	from.Name = r.Label
	from.ItemStyle = filled(r.Color)
	from.Label = &label{Label: opts.Label{Show: opts.Bool(r.Label != ""), Position: "insideTopLeft", Color: string(p.style.Muted)}}
	return [2]markItem{from, to}
}

// at is a place on the value axis.
func (p *plane) at(v float64) markItem {
	if p.across() {
		return markItem{XAxis: new(v)}
	}
	return markItem{YAxis: new(v)}
}
