package kind

import (
	"charts/internal/chart"
	"charts/internal/typeset"
)

// strip makes a dot for each row on the line of its category.
func strip(d *builder) {
	g, ok := readGroups(d)
	if !ok {
		return
	}
	p := g.panel(d)
	dots := chart.Points{Name: typeset.Text(d.fig.Value[0].V), Color: d.theme.Accent, Hollow: true}
	lit := d.lit.any(g.names)
	var front []chart.Datum
	for k, c := range g.runs[0].cells {
		datum := c.Datum
		switch {
		case c.Missing:
		case d.lit.has(g.names[k]):
			datum.Label = chart.Label{Text: datum.Name, Place: chart.Above, Color: d.theme.Ink}
			front = append(front, datum)
		case lit:
			datum.Color = d.theme.Rest
			dots.Data = append(dots.Data, datum)
		default:
			dots.Data = append(dots.Data, datum)
		}
	}
	dots.Data = append(dots.Data, front...)
	d.leaveOut(missingOf(g.named()), missingParts)
	d.checkNames(append(g.names, g.cats...))
	p.Marks = append(p.Marks, dots)
	d.chart.Panels = []chart.Panel{p}
}
