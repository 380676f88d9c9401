package chart

import (
	"math"
	"strings"
)

// endTexts writes the labels left and right of lines that end there, moved apart
// where lines end close together.
func (u *upright) endTexts() {
	pl := u.p.plane()
	for _, place := range []LabelPlace{Left, Right} {
		var data []Datum
		for _, m := range u.p.Marks {
			if l, ok := m.(Lines); ok {
				data = append(data, labelled(l.Data, place)...)
			}
		}
		var at, heights []float64
		for _, d := range data {
			at = append(at, pl.py(heightOf(d)))
			heights = append(heights, u.line(u.em)*0.95*float64(1+strings.Count(d.Label.Text, "\n")))
		}
		for i, y := range spread(at, heights, u.p.Area.Y-u.em, u.p.Area.Y+u.p.Area.H+float64(0.3*u.em)) {
			u.endText(pl, data[i], at[i], y)
		}
	}
}

// endText writes one label at height y, with a lead line when its line ends
// elsewhere.
func (u *upright) endText(pl plane, d Datum, at, y float64) {
	side := 1.0
	if d.Label.Place == Left {
		side = -1
	}
	x, lead := pl.px(d.X), float64((u.endGap()-aroundLead)*u.em)
	if math.Abs(y-at) > 0.3*u.em && !d.Missing && lead > 0 {
		u.stroke(u.c.Style.Rule, u.c.Style.LeadWidth, Point{x + float64(side*0.5*u.em), at}, Point{x + float64(side*1.3*u.em), y})
	}
	u.boxLabel(Rect{x - lead, y, 2 * lead, 0}, d.Label, u.em)
}

// heightOf is the value at which a label stands.
func heightOf(d Datum) float64 {
	if d.Missing {
		return d.Base
	}
	return d.Y
}

func labelled(data []Datum, place LabelPlace) []Datum {
	var some []Datum
	for _, d := range data {
		if d.Label.Text != "" && d.Label.Place == place {
			some = append(some, d)
		}
	}
	return some
}

// endLabels is how many lines of labels stand at the right of lines, under one another.
func (u *upright) endLabels() int {
	n := 0
	for _, m := range u.p.Marks {
		if l, ok := m.(Lines); ok {
			for _, d := range labelled(l.Data, Right) {
				n += 1 + strings.Count(d.Label.Text, "\n")
			}
		}
	}
	return n
}
