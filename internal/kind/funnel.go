package kind

import (
	"charts/internal/chart"
	"charts/internal/palette"
	"charts/internal/typeset"
)

// Measures of a funnel in ems.
const (
	funnelRow  = 2.7
	funnelBar  = 2.1
	funnelRate = 8.0 // the column of rates at the right
	leastRate  = 3.8
)

// funnel makes centred bars, one a step, with the rate of each step at the right.
func funnel(d *builder) {
	m, ok := oneAxis(d)
	if !ok {
		return
	}
	most := d.facets.share(m.extent()).hi
	if !m.extent().some {
		d.noteGaps(m)
		return
	}
	if !fromZero(d, m, "width") {
		return
	}
	if most == 0 {
		noteZeros(d, m)
		return
	}
	cells := m.runs[0].cells
	names := min(nameEms(d, m.cats), d.em*0.3)
	row := funnelRow
	for _, n := range m.cats {
		row = max(row, 1.25*float64(len(d.faces.Wrap(n, names-1, 1, false)))+0.4)
	}
	st := d.open(row * float64(len(cells)))
	rates := min(funnelRate, max(leastRate, st.W*0.2))
	room := st.W - names - rates
	steps := chart.Cells{Name: typeset.Text(m.runs[0].name)}
	var notes chart.Notes
	for i, c := range cells {
		y := (float64(i) + 0.5) * row
		name := chart.Label{Text: folded(d, m.cats[i], names-1), Place: chart.Left, Color: d.theme.Ink, Bold: d.lit.has(m.cats[i])}
		notes.Data = append(notes.Data, st.Note(names-0.6, y, name))
		if rate := stepRate(cells, i); rate != "" {
			notes.Data = append(notes.Data, st.Note(st.W-rates+0.6, y, chart.Label{Text: rate, Place: chart.Right, Color: d.theme.Muted}))
		}
		w := room * c.Y / most
		datum := c.Datum
		datum.Color = d.paintOne(m.cats[i])
		datum.Label = chart.Label{Text: c.short, Place: chart.Center, Color: palette.InkOn(datum.Color)}
		if w < d.faces.Width(c.short, 1, false)+0.8 {
			datum.Label.Place, datum.Label.Color = chart.Right, d.theme.Ink
		}
		if d.unlabelled() {
			datum.Label = chart.Label{}
		}
		if c.Missing {
			w, datum.Label = 0, chart.Label{Text: c.short, Place: chart.Center, Color: d.theme.Muted}
		}
		steps.Data = append(steps.Data, datum)
		steps.Boxes = append(steps.Boxes, st.Box(names+(room-w)/2, y-funnelBar/2, w, funnelBar))
	}
	d.checkNames(m.cats)
	d.chart.Panels = []chart.Panel{{Marks: chart.Marks{steps, notes}}}
	if len(notes.Data) > len(cells) {
		d.chart.Notes = append(d.chart.Notes, d.say("右侧百分数为与上一步之比。", "The percentages at the right compare with the step before."))
	}
}

// stepRate is a step in percent of the one before.
func stepRate(cells []cell, i int) string {
	if i == 0 || cells[i].Missing || cells[i-1].Missing || cells[i-1].Y == 0 {
		return ""
	}
	return shareText(cells[i].Y, cells[i-1].Y)
}
