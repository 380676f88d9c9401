package kind

import (
	"charts/internal/chart"
	"charts/internal/palette"
)

// area makes the content of area charts: filled from zero, stacked or not.
func area(d *builder) {
	m, ok := oneAxis(d)
	if !ok || !fewSeries(d, m) {
		return
	}
	if len(m.cats) == 1 { // one point bounds no area
		bars(d, false)
		return
	}
	stack := stackMode(d)
	if stack == "diverging" {
		d.errorAt(d.fig.Stack, "stack", "areas have no middle").Hintf("use chart: bar, or stack: percent")
		return
	}
	if stack != "" && !stackable(d, m) || stack == "percent" && !toPercent(d, &m) {
		return
	}
	if stack != "" && !oneSign(d, m) {
		return
	}
	m = forward(d, m).alongTime()
	bars, s := barMarks(d, m, stack, 1)
	bands, lines := references(d, m, &s)
	value := barAxis(d, asked(d, m.measure, d.fig.Axis, s, s.fromZero()), m, stack)
	value.Title = valueTitle(d, m, false)
	p := chart.Panel{X: m.lineAxis(true), Y: value, Marks: bands}
	named := stack == "" && namedAtEnd(d, m)
	if stack != "" {
		nameDirectly(d, m, value, bars)
	}
	for i, b := range bars {
		marks := areaMark(d, b, stack)
		if edge, ok := marks[len(marks)-1].(chart.Lines); ok {
			edge.End = endLabel(d, m, m.runs[i], edge.Color, named)
			marks[len(marks)-1] = edge
		}
		p.Marks = append(p.Marks, marks...)
	}
	p.Marks = append(p.Marks, lines...)
	p.Marks = append(p.Marks, annotations(d, m)...)
	d.chart.Panels = []chart.Panel{p}
	if !named {
		d.legend(m, chart.Square)
	}
	d.noteGaps(m)
}

// oneSign refuses a stack of areas that cross each other.
func oneSign(d *builder, m matrix) bool {
	s := m.extent()
	if s.lo >= 0 || s.hi <= 0 {
		return true
	}
	for _, r := range m.runs {
		for i := range r.cells {
			if c := &r.cells[i]; !c.Missing && c.Y < 0 {
				p := d.errorAt(d.fig.Stack, "both-signs", "areas above and below zero cannot be stacked: %s of %s is negative", r.name, c.Name)
				p.See = d.seeCell(c)
				p.Hintf("use chart: column, or leave stack out")
				return false
			}
		}
	}
	return true
}

// areaMark fills a series and, where series lie over one another, draws its edge.
func areaMark(d *builder, b chart.Bars, stack string) []chart.Mark {
	a := chart.Areas{Name: b.Name, Color: b.Color, Stack: b.Stack, Data: b.Data, End: b.End}
	if stack != "" {
		return []chart.Mark{a}
	}
	a.Color = palette.Mix(d.theme.Background, b.Color, 0.25)
	edge := chart.Lines{Name: b.Name, Color: b.Color, Width: lineWidth(d, len(b.Data)), Data: b.Data}
	return []chart.Mark{a, edge}
}
