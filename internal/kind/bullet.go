package kind

import (
	"charts/internal/chart"
	"charts/internal/typeset"
)

// maxBullets is how many bars with targets a page holds.
const maxBullets = 40

// bullet shows values as bars against their targets.
func bullet(d *builder) {
	all, ok := meters(d)
	if !ok {
		return
	}
	if len(all) > maxBullets {
		d.errorAt(d.fig.Value[0], "too-many", "%d bars do not fit on a page", len(all)).Hintf("narrow with where, or use chart: bar")
		return
	}
	for _, one := range all {
		if !one.value.Missing && one.value.Y < 0 || one.target != nil && one.target.Y < 0 {
			d.errorAt(d.fig.Value[0], "negative-share", "%s is negative, and a bullet starts at zero", one.name).Hintf("use chart: bar, with reference for what is to be reached")
			return
		}
	}
	track := chart.Bars{Color: d.theme.Grid, Width: 0.62}
	value := chart.Bars{Name: typeset.Text(d.fig.Value[0].V), Color: d.theme.Accent, Width: 0.3}
	target := chart.Bars{Color: d.theme.Ink, Width: 0.62}
	var names []string
	most := 0.0
	for _, one := range all {
		most = max(most, one.top())
	}
	most = d.facets.most(most)
	rateMeters(d, all)
	tellAims(d, all)
	for i, one := range all {
		names = append(names, one.name)
		x := float64(i) + 0.5
		label := d.outsideLabel(one.value) // beyond the track, clear of the target
		if one.target != nil {
			target.Data = append(target.Data, chart.Datum{X: x, Base: one.target.Y - most/400, Y: one.target.Y + most/400})
			label.Text = typeset.Text(label.Text + d.say("（", " (") + aimName(d) + " " + one.target.short + d.say("）", ")"))
		}
		track.Data = append(track.Data, chart.Datum{X: x, Y: one.top(), Label: label})
		value.Data = append(value.Data, one.value.Datum)
	}
	m := all[0].m
	p := chart.Panel{X: chart.Axis{Kind: chart.Linear, Max: most, Hidden: true}, Y: bandAxis(names), Marks: chart.Marks{track, value, target}, Column: true}
	p.Y.Reversed, p.Y.Line = true, false
	if len(all) > 1 {
		p.X.Title = valueTitle(d, matrix{runs: m.runs[:1], measure: m.measure}, true)
	}
	d.chart.Panels = []chart.Panel{p}
}
