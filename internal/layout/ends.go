package layout

import (
	"math"
	"strings"

	"charts/internal/chart"
)

// endTexts writes the labels left and right of lines that end there, moved apart
// where lines end close together.
func (u *vertical) endTexts() {
	pl := u.p.Plane()
	for _, place := range []chart.LabelPlace{chart.Left, chart.Right} {
		var data []chart.Datum
		for _, l := range chart.Only[chart.Lines](u.p.Marks) {
			data = append(data, chart.Labelled(l.Data, place)...)
		}
		var at, heights []float64
		for _, d := range data {
			at = append(at, pl.Py(heightOf(d)))
			heights = append(heights, u.line(u.em)*0.95*float64(1+strings.Count(d.Label.Text, "\n")))
		}
		for i, y := range Spread(at, heights, u.p.Area.Y-u.em, u.p.Area.Y+u.p.Area.H+0.3*u.em) {
			u.endText(pl, data[i], at[i], y)
		}
	}
}

// endText writes one label at height y, with a lead line when its line ends
// elsewhere.
func (u *vertical) endText(pl chart.Plane, d chart.Datum, at, y float64) {
	side := 1.0
	if d.Label.Place == chart.Left {
		side = -1
	}
	x, lead := pl.Px(d.X), (EndGap(u.c.Form == chart.Screen && u.page.Ems < PhoneEms)-aroundLead)*u.em
	if math.Abs(y-at) > 0.3*u.em && !d.Missing && lead > 0 {
		u.stroke(u.c.Style.Rule, u.c.Style.LeadWidth, chart.Point{X: x + side*0.5*u.em, Y: at}, chart.Point{X: x + side*1.3*u.em, Y: y})
	}
	u.boxLabel(chart.Rect{X: x - lead, Y: y, W: 2 * lead, H: 0}, d.Label, u.em)
}

// heightOf is the value at which a label stands.
func heightOf(d chart.Datum) float64 {
	if d.Missing {
		return d.Base
	}
	return d.Y
}

// endLabels is how many lines of labels are at the right of lines, under one another.
func (u *vertical) endLabels() int {
	n := 0
	for _, l := range chart.Only[chart.Lines](u.p.Marks) {
		for _, d := range chart.Labelled(l.Data, chart.Right) {
			n += 1 + strings.Count(d.Label.Text, "\n")
		}
	}
	return n
}
