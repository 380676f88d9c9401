package kind

import (
	"charts/internal/chart"
	"charts/internal/palette"
	"charts/internal/spec"
	"charts/internal/typeset"
)

// A range is as thick as this, in bands, and lies over the dots at its ends.
const (
	rangeWidth = 0.34
	rangeEnd   = 0.25
)

// ranges makes a bar from the low to the high value of each category, with a dot for
// a value between them.
func ranges(d *builder) {
	m, ok := readRanges(d)
	if !ok || !measured(d, &m) || !risen(d, m) {
		return
	}
	all := m
	m = foldRows(d, m, "")
	s := all.extent()
	bands, lines := references(d, all, &s)
	s = asked(d, m.measure, d.fig.Axis, s, s.padded(dotRoom))
	value := valueAxis(d, d.fig.Axis, s, m.measure, 0)
	if !d.unlabelled() {
		value = bareAxis(s, value)
	}
	value.Title = valueTitle(d, m, value.Hidden)
	p := rowPanel(m, value)
	bars := chart.Bars{Color: palette.Mix(d.theme.Background, d.theme.Accent, 0.35), Width: rangeWidth}
	for j := range m.cats {
		low, high := m.runs[0].cells[j], m.runs[1].cells[j]
		bars.Data = append(bars.Data, chart.Datum{X: low.X, Base: low.Y, Y: high.Y, Missing: low.Missing || high.Missing})
	}
	p.Marks = append(p.Marks, bands...)
	for i, place := range []chart.LabelPlace{chart.Left, chart.Right} {
		p.Marks = append(p.Marks, rangeEnds(d, m, i, bars.Color, place))
	}
	p.Marks = append(p.Marks, bars)
	if len(m.runs) > 2 {
		dots := rowDots(d, m, m.runs[2], 0)
		dots.Color = d.theme.Accent
		p.Marks = append(p.Marks, dots)
		d.chart.Legend = []chart.Entry{{Name: dots.Name, Color: dots.Color, Shape: chart.Dot}}
	}
	p.Marks = append(p.Marks, lines...)
	d.noteGaps(m)
	d.chart.Panels = []chart.Panel{p}
}

// readRanges reads the roles category, low, high and value.
func readRanges(d *builder) (matrix, bool) {
	cat, ok := d.role("category", d.fig.Category)
	var cols []int
	for _, r := range []struct {
		name string
		at   spec.At[string]
	}{{"low", d.fig.Low}, {"high", d.fig.High}} {
		col, found := numberRole(d, r.name, r.at)
		ok = ok && found
		cols = append(cols, col)
	}
	if len(d.fig.Value) > 0 {
		values, found := d.valueColumns()
		ok = ok && found
		cols = append(cols, values...)
	}
	if !ok || len(d.data.Rows) == 0 {
		return matrix{}, false
	}
	return byColumn(d, cat, cols), true
}

// risen refuses a range that ends below its start, and a value outside it.
func risen(d *builder, m matrix) bool {
	for j, name := range m.cats {
		low, high := m.runs[0].cells[j], m.runs[1].cells[j]
		if !low.Missing && !high.Missing && low.Y > high.Y {
			d.errorAt(d.fig.Low, "range", "%s of %s is above its %s", m.runs[0].name, name, m.runs[1].name).See = d.seeCell(&low)
			return false
		}
		if len(m.runs) < 3 {
			continue
		}
		if c := m.runs[2].cells[j]; !c.Missing && (!low.Missing && c.Y < low.Y || !high.Missing && c.Y > high.Y) {
			d.errorAt(d.fig.Value[0], "range", "%s of %s lies outside its range", m.runs[2].name, name).See = d.seeCell(&c)
			return false
		}
	}
	return true
}

// rangeEnds are the values at one end of the ranges, with their texts beside them.
func rangeEnds(d *builder, m matrix, i int, color chart.Color, place chart.LabelPlace) chart.Points {
	ends := chart.Points{Name: typeset.Text(m.runs[i].name), Color: color}
	for _, c := range m.runs[i].cells {
		datum := c.Datum
		if !c.Missing && !d.unlabelled() {
			datum.Label = chart.Label{Text: c.short, Place: place, Color: d.theme.Ink}
		}
		ends.Data = append(ends.Data, datum)
		ends.Size = append(ends.Size, rangeEnd*d.chart.Style.DotSize)
	}
	return ends
}
