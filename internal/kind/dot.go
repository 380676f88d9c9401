package kind

import (
	"charts/internal/chart"
	"charts/internal/typeset"
)

// dot makes a dot for each value on the row of its category: its place shows the
// value and not a length, so that the axis need not start at zero.
func dot(d *builder) {
	m, ok := oneAxis(d)
	if !ok || !fewSeries(d, m) {
		return
	}
	all := m
	m = foldRows(d, m, "")
	s := all.extent()
	bands, lines := references(d, all, &s)
	value := valueAxis(d, d.fig.Axis, lineRange(d, all.measure, s).shares(all), m.measure, m.leastStep())
	value.Title = valueTitle(d, m, false)
	p := rowPanel(m, value)
	p.Marks = append(append(p.Marks, bands...), lines...)
	for i, r := range m.runs {
		p.Marks = append(p.Marks, rowDots(d, m, r, i))
	}
	d.noteGaps(m)
	d.checkNames(barNames(m))
	d.chart.Panels = []chart.Panel{p}
	d.legend(m, chart.Dot)
}

// rowPanel is a panel of rows, the first on top, with values that run to the right.
func rowPanel(m matrix, value chart.Axis) chart.Panel {
	y := m.axis()
	y.Reversed, y.Line = true, false
	return chart.Panel{X: value, Y: y}
}

// largeDot is how much larger than others a dot is that stands for a row.
const largeDot = 1.7

// rowDots are the values of a series on their rows; those of the only one are written
// beside them.
func rowDots(d *builder, m matrix, r run, i int) chart.Points {
	alone := len(m.runs) == 1
	dots := chart.Points{Name: typeset.Text(r.name), Color: d.theme.Accent}
	if !alone {
		dots.Color = d.paint(r.name, i)
	}
	for j, c := range r.cells {
		datum := c.Datum
		if alone {
			datum.Color = ownColor(d.paintOne(m.cats[j]), dots.Color)
			datum.Label = d.besideDot(c)
		}
		dots.Data = append(dots.Data, datum)
		dots.Size = append(dots.Size, largeDot*d.chart.Style.DotSize)
	}
	return dots
}

// besideDot is the value at the right of a dot, or at the left of one below zero.
func (d *builder) besideDot(c cell) chart.Label {
	switch {
	case c.Missing || d.unlabelled():
		return chart.Label{}
	case c.Y < 0:
		return chart.Label{Text: c.short, Place: chart.Left, Color: d.theme.Ink}
	}
	return chart.Label{Text: c.short, Place: chart.Right, Color: d.theme.Ink}
}
