package kind

import (
	"charts/internal/chart"
	"charts/internal/palette"
)

// stem is the width of the line that leads to a dot, in bands.
const stem = 0.08

// lollipop makes bars from zero as thin as a line, with a dot at their ends: of many
// values of about one size it has less ink.
func lollipop(d *builder) {
	m, ok := oneValue(d)
	if !ok {
		return
	}
	all := m
	m = foldRows(d, m, "")
	s := all.extent()
	bands, lines := references(d, all, &s)
	s = asked(d, all.measure, d.fig.Axis, s, s.fromZero())
	value := barAxis(d, s, m, "")
	if !d.unlabelled() {
		value = bareAxis(s, value)
	}
	value.Title = valueTitle(d, m, value.Hidden)
	dots := rowDots(d, m, m.runs[0], 0)
	stems := chart.Bars{Color: palette.Mix(d.theme.Background, d.theme.Rest, 0.8), Width: stem}
	for _, v := range dots.Data {
		stems.Data = append(stems.Data, chart.Datum{X: v.X, Y: v.Y, Missing: v.Missing})
	}
	p := rowPanel(m, value)
	p.Y.Line = true
	p.Marks = append(append(append(p.Marks, bands...), stems, dots), lines...)
	d.noteGaps(m)
	d.checkNames(barNames(m))
	d.chart.Panels = []chart.Panel{p}
}
