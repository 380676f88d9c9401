package echarts

import (
	"slices"
	"strings"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"

	"charts/internal/chart"
)

// moving is how long parts move, in milliseconds: as long as all marks of a page.
const moving = 300

// treemap is laid out by ECharts, which has other room than the layout. A click
// is the page's (drill.js), and so is the way back, for the keyboard.
func (p *panel) treemap(c chart.Cells) []*series {
	a := p.Area
	s := p.style.newSeries(charts.SingleSeries{
		Type: types.ChartTreeMap, Name: c.Name, Roam: opts.Bool(false), AnimationDurationUpdate: moving, ItemStyle: p.style.edged("", 1),
		Left: percent(a.X / p.chart.Width), Right: percent(1 - (a.X+a.W)/p.chart.Width),
		Top: percent(a.Y / p.height), Bottom: percent(1 - (a.Y+a.H)/p.height),
	})
	s.ItemStyle.BorderWidth, s.ItemStyle.GapWidth = 0, 1
	s.Levels = []opts.TreeMapLevel{{UpperLabel: &opts.UpperLabel{Show: opts.Bool(false)}}} // of the whole
	s.NodeClick, s.Breadcrumb, s.SquareRatio, s.Sort = new(false), &breadcrumb{}, 1, unsorted
	s.Emphasis = pointed("")
	s.UpperLabel = &upperLabel{UpperLabel: opts.UpperLabel{
		Show: opts.Bool(true), Color: string(p.style.Ink), FontWeight: weight(true), Padding: []int{0, 2},
		FontSize: float32(p.style.TextSize), Height: float32(1.5 * p.style.TextSize),
	}, Formatter: function{Name: "name"}}
	p.style.within(s)
	s.Label.Overflow, s.Label.Padding = "break", []float64{2, 2}
	var all []*item
	valued := slices.ContainsFunc(c.Data, func(d chart.Datum) bool { return strings.Contains(unbroken(d), "\n") })
	for _, d := range c.Data {
		d.Label.Text = unbroken(d)
		switch { // on paper there was no room
		case d.Label.Text == "" && valued:
			d.Label.Text = d.Name + "\n" + d.Text
		case d.Label.Text == "":
			d.Label.Text = d.Name
		}
		it := p.words(d)
		it.Value, it.ItemStyle = []*float64{new(d.Y)}, filled(d.Color)
		all = append(all, &it)
	}
	s.Data = nested(all)
	return []*series{s}
}

// unbroken is a label without the breaks in the name that it begins with: ECharts
// breaks it for the room that it finds.
func unbroken(d chart.Datum) string {
	lines := strings.Split(d.Label.Text, "\n")
	letters := func(s string) string { return strings.ReplaceAll(s, " ", "") }
	for i := range lines {
		if letters(strings.Join(lines[:i+1], "")) == letters(d.Name) {
			return strings.Join(append([]string{d.Name}, lines[i+1:]...), "\n")
		}
	}
	return d.Label.Text
}

// sunburst is a treemap around a middle.
func (p *panel) sunburst(c chart.Slices) []*series {
	x, y, unit := p.circle()
	first, last := c.Inner[0], c.Outer[0]
	for i := range c.Data {
		first, last = min(first, c.Inner[i]), max(last, c.Outer[i])
	}
	s := p.style.newSeries(charts.SingleSeries{
		Type: types.ChartSunburst, Name: c.Name, StartAngle: 90, AnimationDurationUpdate: moving, ItemStyle: p.style.edged("", 1),
		Center: []string{percent(x), percent(y)}, Radius: []string{percent(first * unit), percent(last * unit)},
	})
	s.NodeClick, s.Sort, s.Emphasis = new(false), unsorted, pointed("relative")
	p.style.within(s)
	s.Label.Rotate = new(0)
	var all []*item
	for _, d := range c.Data {
		it := p.slice(d)
		it.Value = []*float64{new(d.Y)}
		all = append(all, &it)
	}
	s.Data = nested(all)
	return []*series{s}
}

// within sets what the labels of parts have in common: where the chart has no
// colour for one, ECharts takes what can be read.
func (l look) within(s *series) {
	s.Label.Color, s.Label.LineHeight = "", float32(l.TextSize*1.2)
}

// nested puts items under those that their paths name, of which it makes the ones
// that are not among them.
func nested(items []*item) []item {
	top := &item{}
	for _, it := range items {
		at := top
		for depth, name := range it.Datum.Path {
			at = at.child(name, it.Datum.Path[:depth])
		}
		at.Children = append(at.Children, it)
	}
	all := make([]item, len(top.Children))
	for i, it := range top.Children {
		all[i] = *it
	}
	return all
}

// child is the last item of a name under it.
func (it *item) child(name string, above []string) *item {
	for _, c := range slices.Backward(it.Children) {
		if c.Name == name {
			return c
		}
	}
	c := &item{CustomData: opts.CustomData{Name: name}, Datum: datum{Path: above}}
	it.Children = append(it.Children, c)
	return c
}
