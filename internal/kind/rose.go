package kind

import (
	"math"

	"charts/internal/chart"
	"charts/internal/palette"
	"charts/internal/typeset"
)

// roseHole is the inner radius of a rose, as a part of the outer.
const roseHole = 0.16

// maxPetals is how many sectors a rose has at most.
const maxPetals = 24

// rose makes sectors of equal angle whose areas are in proportion to the values.
func rose(d *builder) {
	m, ok := oneAxis(d)
	if !ok {
		return
	}
	if len(m.cats) > maxPetals {
		d.errorAt(d.fig.Category, "too-many-slices", "%d sectors, and a rose has room for %d", len(m.cats), maxPetals).Hintf("use chart: bar")
		return
	}
	if !fromZero(d, m, "sector") {
		return
	}
	most := d.facets.share(m.extent()).hi
	s := chart.Slices{Name: typeset.Text(m.runs[0].name)}
	for i, c := range m.runs[0].cells {
		datum := c.Datum
		datum.X = 0
		datum.Color = d.theme.Accent
		if len(m.cats) <= palette.MaxSeries {
			datum.Color = d.paint(m.cats[i], i)
		}
		datum.Label = chart.Label{Text: c.Name + typeset.NoBreak + c.Text, Place: chart.Outside, Color: d.theme.Muted}
		switch {
		case d.facets != nil: // the legend has the names
			datum.Label.Text = c.short
		case d.unlabelled():
			datum.Label.Text = c.Name
		}
		area := 0.0
		if most > 0 && !c.Missing {
			area = c.Y / most
		}
		s.Data = append(s.Data, datum)
		s.From = append(s.From, float64(i)/float64(len(m.cats)))
		s.To = append(s.To, float64(i+1)/float64(len(m.cats)))
		s.Inner = append(s.Inner, roseHole)
		s.Outer = append(s.Outer, math.Sqrt(roseHole*roseHole+(1-roseHole*roseHole)*area))
	}
	if d.facets != nil {
		nameParts(d, s.Data)
	}
	d.checkNames(m.cats)
	d.chart.Panels = []chart.Panel{{Marks: chart.Marks{s}}}
}
