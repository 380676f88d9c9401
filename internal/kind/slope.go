package kind

import (
	"charts/internal/chart"
	"charts/internal/layout"
	"charts/internal/typeset"
)

// slope makes a line for each category from its first value to its second.
func slope(d *builder) {
	m, ok := pairs(d)
	if !ok {
		return
	}
	if len(m.cats) > maxSlopes {
		d.errorAt(d.fig.Category, "too-many", "%d lines, and a reader can follow %d", len(m.cats), maxSlopes).Hintf("narrow with where or top, or use chart: dumbbell")
		return
	}
	p := chart.Panel{X: bandAxis(m.runNames()), Y: pairAxis(d, m, 0.06)}
	p.Y.Title = valueTitle(d, m, true)
	p.X.Line = false
	for j, c := range m.cats {
		p.Marks = append(p.Marks, slopeLine(d, m, j, c))
	}
	d.checkNames(m.cats)
	d.chart.Panels = []chart.Panel{p}
}

// slopeLine is the line of one category, with its name and value at both ends.
func slopeLine(d *builder, m matrix, j int, category string) chart.Lines {
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
		datum.Label = chart.Label{Text: folded(d, text, d.em/4-layout.EndGap(d.onPhone())), Place: place, Color: d.theme.Ink, Bold: d.highlighted(category)}
		l.Data = append(l.Data, datum)
	}
	return l
}
