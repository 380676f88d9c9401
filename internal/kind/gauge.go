package kind

import (
	"math"

	"charts/internal/chart"
	"charts/internal/typeset"
)

// gaugeRadius is the radius of a gauge in ems.
const gaugeRadius = 8.0

// gauge shows one value on a half circle.
func gauge(d *builder) {
	all, ok := meters(d)
	if !ok {
		return
	}
	if len(all) > 1 {
		d.errorAt(d.fig.Value[0], "one-value", "a gauge shows one row, not %d", len(all)).Hintf("use chart: bullet, or narrow with where")
		return
	}
	one := all[0]
	if one.value.Missing {
		return
	}
	if one.value.Y < 0 {
		d.errorAt(d.fig.Value[0], "negative-share", "%s is negative, and a gauge starts at zero", one.name).Hintf("use chart: kpi")
		return
	}
	tellAims(d, all)
	most := d.facets.most(one.top())
	s, track := chart.Slices{Name: typeset.Text(one.name), Title: one.value.Text, Sub: typeset.Text(one.name)}, chart.Slices{}
	if rateMeters(d, all) {
		one = all[0]
		s.Sub += signOf(d, one)
	}
	part := 0.5 * one.value.Y / most
	value := one.value.Datum
	if value.X = 0; value.Color == "" {
		value.Color = d.theme.Accent
	}
	s.Add(value, 0.75, 0.75+part, 0.72, 1)
	track.Add(chart.Datum{Color: d.theme.Grid}, 0.75+part, 1.25, 0.72, 1)
	gaugePanel(d, s, track, one, most)
}

// gaugePanel writes value, name and the ends of the scale.
func gaugePanel(d *builder, s, track chart.Slices, one meter, most float64) {
	st := chart.Stage{W: 2 * gaugeRadius, H: 2 * gaugeRadius, Keep: true, Crop: 0.5 + 0.9/gaugeRadius}
	d.stage = st
	notes := chart.Notes{Data: []chart.Datum{
		st.Note(gaugeRadius*0.14, gaugeRadius+0.1, chart.Label{Text: endText(one.m, 0), Place: chart.Below, Color: d.theme.Muted}),
		st.Note(gaugeRadius*1.86, gaugeRadius+0.1, chart.Label{Text: endText(one.m, most), Place: chart.Below, Color: d.theme.Muted}),
	}}
	if one.target != nil {
		notes.Data = append(notes.Data, st.Note(gaugeRadius, gaugeRadius+0.1, chart.Label{Text: aimText(d, one), Place: chart.Below, Color: d.theme.Ink}))
	}
	marks := chart.Marks{s, track, notes}
	if one.target != nil && one.target.Y >= 0 && one.target.Y <= most {
		marks = append(marks, needle(0.75+0.5*one.target.Y/most, d.chart.Style))
	}
	d.chart.Panels = []chart.Panel{{Marks: marks}}
}

// needle is a line across the ring of a gauge, at a part of a turn.
func needle(turn float64, st chart.Style) chart.Lines {
	sin, cos := math.Sin(2*math.Pi*turn), math.Cos(2*math.Pi*turn)
	l := chart.Lines{Color: st.Ink, Width: st.LineWidth}
	for _, r := range []float64{0.66, 1} {
		l.Data = append(l.Data, chart.Datum{X: 0.5 + sin*r/2, Y: 0.5 - cos*r/2})
	}
	return l
}
