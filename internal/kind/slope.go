package kind

import (
	"slices"
	"strings"

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
	sides := slopeSides(d, m)
	p := chart.Panel{X: bandAxis(sides.bands(m.runNames())), Y: pairAxis(d, m, 0.06)}
	p.Y.Title = valueTitle(d, m, true)
	p.X.Line = false
	for j, c := range m.cats {
		p.Marks = append(p.Marks, slopeLine(d, m, j, c, sides))
	}
	d.checkNames(m.cats)
	d.chart.Panels = []chart.Panel{p}
}

// sides are the bands without a name left and right of the two values, which give the
// labels room; with such bands the names are at the left alone.
type sides struct{ left, right int }

func (s sides) bands(names []string) []string {
	return slices.Concat(make([]string, s.left), names, make([]string, s.right))
}

// limits are the widths in ems that the labels at the left and the right may have.
func (s sides) limits(d *builder) (left, right float64) {
	band := d.em / float64(2+s.left+s.right)
	gap := layout.EndGap(d.onPhone())
	return band*(float64(s.left)+0.5) - gap, band*(float64(s.right)+0.5) - gap
}

// slopeSides are the fewest bands beside the values with which all labels fit.
func slopeSides(d *builder, m matrix) sides {
	ways := []sides{{}, {1, 0}, {1, 1}, {2, 1}}
	for _, s := range ways {
		left, right := s.limits(d)
		fits := true
		for j := range m.cats {
			before, after := slopeTexts(d, m, j, s)
			fits = fits && fitsInLines(d.faces, before, left) && fitsInLines(d.faces, after, right)
		}
		if fits {
			return s
		}
	}
	return ways[len(ways)-1]
}

// slopeTexts are the labels at the two ends of a line.
func slopeTexts(d *builder, m matrix, j int, s sides) (left, right string) {
	text := func(i int, name string) string {
		if c := m.runs[i].cells[j]; !d.unlabelled() || c.Missing {
			return strings.TrimPrefix(name+typeset.NoBreak+c.short, typeset.NoBreak)
		}
		return name
	}
	name := typeset.Text(m.cats[j])
	if s != (sides{}) {
		return text(0, name), text(1, "")
	}
	return text(0, name), text(1, name)
}

// slopeLine is the line of one category, with its name and value at its ends.
func slopeLine(d *builder, m matrix, j int, category string, s sides) chart.Lines {
	l := chart.Lines{Name: typeset.Text(category), Color: d.paintOne(category), Width: d.chart.Style.LineWidth, Dots: true}
	before, after := slopeTexts(d, m, j, s)
	left, right := s.limits(d)
	for i, at := range []struct {
		place chart.LabelPlace
		text  string
		limit float64
	}{{chart.Left, before, left}, {chart.Right, after, right}} {
		c := m.runs[i].cells[j]
		datum := c.Datum
		datum.X, datum.Name = float64(s.left+i)+0.5, typeset.Text(m.runs[i].name)
		if c.Missing {
			datum.Base = m.runs[1-i].cells[j].Y
		}
		datum.Label = chart.Label{Text: folded(d, at.text, at.limit), Place: at.place, Color: d.theme.Ink, Bold: d.lit.has(category)}
		l.Data = append(l.Data, datum)
	}
	return l
}
