package kind

import (
	"strings"

	"charts/internal/chart"
	"charts/internal/layout"
	"charts/internal/palette"
	"charts/internal/typeset"
)

// pairs reads two values of each category: two columns, or one that a series
// parts in two.
func (d *draft) pairs() (matrix, bool) {
	m, ok := d.oneAxis()
	if !ok {
		return m, false
	}
	if len(m.runs) != 2 {
		at := d.fig.Series
		if !at.Set() {
			at = d.fig.Value[0]
		}
		d.errorAt(at, "pair", "a %s chart compares two values, not %d", d.fig.Chart.V, len(m.runs)).Hintf("name two columns in value, or narrow series to two values with where")
		return m, false
	}
	return m, true
}

// maxSlopes is how many lines a slope chart has at most.
const maxSlopes = 24

// slope makes a line for each category from its first value to its second.
func (d *draft) slope() {
	m, ok := d.pairs()
	if !ok {
		return
	}
	if len(m.cats) > maxSlopes {
		d.errorAt(d.fig.Category, "too-many", "%d lines, and a reader can follow %d", len(m.cats), maxSlopes).Hintf("narrow with where or top, or use chart: dumbbell")
		return
	}
	p := chart.Panel{X: bandAxis(m.runNames()), Y: d.pairAxis(m, 0.06)}
	p.Y.Title = d.valueTitle(m, true)
	p.X.Line = false
	for j, c := range m.cats {
		p.Marks = append(p.Marks, d.slopeLine(m, j, c))
	}
	d.checkNames(m.cats)
	d.chart.Panels = []chart.Panel{p}
}

// slopeLine is the line of one category, with its name and value at both ends.
func (d *draft) slopeLine(m matrix, j int, category string) chart.Lines {
	l := chart.Lines{Name: typeset.Text(category), Color: d.paintOne(category), Width: d.chart.Style.LineWidth, Dots: true}
	for i, place := range []chart.LabelPlace{chart.Left, chart.Right} {
		c := m.runs[i].cells[j]
		datum := c.Datum
		datum.X, datum.Name = float64(i)+0.5, typeset.Text(m.runs[i].name)
		text := typeset.Text(category)
		if !d.unlabelled() || c.Missing {
			text += typeset.NoBreak + c.short
		}
		if c.Missing {
			datum.Base = m.runs[1-i].cells[j].Y
		}
		datum.Label = chart.Label{Text: d.folded(text, d.em/4-layout.EndGap(d.onPhone())), Place: place, Color: d.theme.Ink, Bold: d.highlighted(category)}
		l.Data = append(l.Data, datum)
	}
	return l
}

// folded breaks a label into lines of at most that many ems.
func (d *draft) folded(s string, limit float64) string {
	return strings.Join(typeset.Wrap(s, limit, 1, false), "\n")
}

// pairAxis is the axis of two values a category, which stand at the marks: it ends
// near the outermost, with room for so large a part of it beyond.
func (d *draft) pairAxis(m matrix, room float64) chart.Axis {
	s := m.extent()
	a := d.valueAxis(d.lineSpan(s), m.measure, 0)
	if a.Kind == chart.Log {
		return bareAxis(span{a.Min, a.Max, true}, a)
	}
	return bareAxis(d.asked(s, s.padded(room)), a)
}

// padded is the range of the values with a part of it on both sides.
func (s span) padded(part float64) span {
	room := (s.hi - s.lo) * part
	if room == 0 {
		room = max(1, s.hi, -s.hi) * part
	}
	return span{s.lo - room, s.hi + room, s.some}
}

// dumbbell makes two dots a category on one row, joined.
func (d *draft) dumbbell() {
	m, ok := d.pairs()
	if !ok {
		return
	}
	value := d.pairAxis(m, d.dotRoom(m))
	if d.unlabelled() {
		value = d.valueAxis(d.lineSpan(m.extent()), m.measure, 0)
	}
	value.Title = d.valueTitle(m, value.Hidden)
	p := chart.Panel{X: value, Y: bandAxis(m.cats)}
	p.Y.Reversed, p.Y.Line = true, false
	join := chart.Bars{Color: palette.Mix(d.theme.Background, d.theme.Rest, 0.5), Width: 0.13}
	dots, lit := [2]chart.Points{}, d.lights(m.cats)
	for i, r := range m.runs {
		dots[i] = chart.Points{Name: typeset.Text(r.name), Color: d.paintMark(r.name, i, lit), Data: d.dots(m, i, lit)}
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

// dotRoom is the room for the values at both ends of the rows, as a part of the
// range between them.
func (d *draft) dotRoom(m matrix) float64 {
	part := min((m.shortWidth()+1)/(d.em*(1-layout.NameShare)), 0.4)
	return part / (1 - 2*part)
}

// dots are the values of one side: the smaller has its label at the left.
func (d *draft) dots(m matrix, i int, lit bool) []chart.Datum {
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
