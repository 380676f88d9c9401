package kind

import (
	"charts/internal/chart"
	"charts/internal/palette"
	"charts/internal/typeset"
)

// dumbbell makes two dots a category on one row, joined.
func dumbbell(d *builder) {
	m, ok := pairs(d)
	if !ok {
		return
	}
	value := pairAxis(d, m, dotRoom)
	if d.unlabelled() {
		value = valueAxis(d, d.fig.Axis, lineRange(d, m.measure, m.extent()), m.measure, 0)
	}
	value.Title = valueTitle(d, m, value.Hidden)
	p := chart.Panel{X: value, Y: bandAxis(m.cats)}
	p.Y.Reversed, p.Y.Line = true, false
	join := chart.Bars{Color: palette.Mix(d.theme.Background, d.theme.Rest, 0.5), Width: 0.13}
	dots, lit := [2]chart.Points{}, d.lit.any(m.cats)
	for i, r := range m.runs {
		dots[i] = chart.Points{Name: typeset.Text(r.name), Color: d.paintMark(r.name, i, lit), Data: pairDots(d, m, i, lit)}
		for range m.cats {
			dots[i].Size = append(dots[i].Size, 1.9*d.chart.Style.DotSize)
		}
	}
	for j := range m.cats {
		a, b := dots[0].Data[j], dots[1].Data[j]
		join.Data = append(join.Data, chart.Datum{X: a.X, Base: a.Y, Y: b.Y, Missing: a.Missing || b.Missing})
	}
	p.Marks = chart.Marks{join, dots[0], dots[1]}
	d.checkHighlight(append(m.runNames(), m.cats...))
	d.checkColors(m.runNames())
	d.chart.Panels = []chart.Panel{p}
	d.legend(m, chart.Dot)
	for i := range d.chart.Legend {
		d.chart.Legend[i].Color = dots[i].Color
	}
}

// dotRoom is the room beyond the outermost dots, as a part of the range between them. The
// layout leaves their values more.
const dotRoom = 0.02

// pairDots are the values of one side: the smaller has its label at the left.
func pairDots(d *builder, m matrix, i int, lit bool) []chart.Datum {
	var data []chart.Datum
	for j, c := range m.runs[i].cells {
		other := m.runs[1-i].cells[j]
		datum := c.Datum
		datum.Color = d.paintIn(m.runs[i].name, m.cats[j], lit)
		datum.Label = chart.Label{Text: c.short, Place: chart.Right, Color: d.theme.Ink}
		switch {
		case c.Missing:
			datum.Label.Text = ""
		case d.unlabelled():
			datum.Label = chart.Label{}
		case other.Missing:
			datum.Label.Text += typeset.Text(d.say("（", " (") + m.runs[1-i].name + d.say("无数据）", ": no data)"))
		case c.Y < other.Y, c.Y == other.Y && i == 0:
			datum.Label.Place = chart.Left
		}
		data = append(data, datum)
	}
	return data
}
