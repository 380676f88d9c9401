package kind

import (
	"charts/internal/chart"
	"charts/internal/palette"
)

// area makes the content of area charts: filled from zero, stacked or not.
func (d *draft) area() {
	m, ok := d.oneAxis()
	if !ok || !d.fewSeries(m) || !d.once(m) {
		return
	}
	if len(m.cats) == 1 { // one point bounds no area
		d.bars(false)
		return
	}
	stack := d.stackMode()
	if stack != "" && !d.stackable(m) || stack == "percent" && !d.toPercent(&m) {
		return
	}
	if stack != "" && !d.oneSign(m) {
		return
	}
	m = d.forward(m).alongTime()
	bars, s := d.barMarks(m, stack, 1)
	bands, lines := d.references(m, &s)
	value := d.barAxis(d.asked(s, s.fromZero()), m, stack)
	value.Title = d.valueTitle(m, false)
	p := chart.Panel{X: m.lineAxis(true), Y: value, Marks: bands}
	named := stack == "" && d.namedAtEnd(m)
	if stack != "" {
		d.nameDirectly(m, value, bars)
	}
	for i, b := range bars {
		marks := areaMark(d, b, stack)
		if edge, ok := marks[len(marks)-1].(chart.Lines); ok {
			edge.End = d.endLabel(m, m.runs[i], edge.Color, named)
			marks[len(marks)-1] = edge
		}
		p.Marks = append(p.Marks, marks...)
	}
	p.Marks = append(p.Marks, lines...)
	p.Marks = append(p.Marks, d.annotations(m)...)
	d.chart.Panels = []chart.Panel{p}
	if !named {
		d.legend(m, chart.Square)
	}
	d.noteGaps(m)
}

// oneSign refuses a stack of areas that cross each other.
func (d *draft) oneSign(m matrix) bool {
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
func areaMark(d *draft, b chart.Bars, stack string) []chart.Mark {
	a := chart.Areas{Name: b.Name, Color: b.Color, Stack: b.Stack, Data: b.Data, End: b.End}
	if stack != "" {
		return []chart.Mark{a}
	}
	a.Color = palette.Mix(d.theme.Background, b.Color, 0.25)
	edge := chart.Lines{Name: b.Name, Color: b.Color, Width: d.lineWidth(len(b.Data)), Data: b.Data}
	return []chart.Mark{a, edge}
}
