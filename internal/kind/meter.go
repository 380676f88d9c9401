package kind

import (
	"cmp"
	"math"
	"strconv"

	"charts/internal/chart"
	"charts/internal/series"
	"charts/internal/spec"
	"charts/internal/typeset"
)

// A meter is one value with what it is held against.
type meter struct {
	name                  string
	m                     matrix
	value                 cell
	target, most, compare *cell // nil when not given
}

// meters reads the roles value, target, max and compare, one meter a row.
func (d *draft) meters() ([]meter, bool) {
	values, ok := d.valueColumns()
	if !ok || len(d.data.Rows) == 0 {
		return nil, false
	}
	var all []meter
	for i, row := range d.data.Rows {
		one := meter{name: row.Label}
		if len(d.data.Rows) == 1 || one.name == "" {
			one.name = d.fig.Value[0].V
		}
		runs := []run{{name: one.name, cells: []cell{d.cell(i, values[0], one.name, i)}}}
		runs[0].unit = d.data.Columns[values[0]].Unit
		for _, at := range []spec.At[string]{d.fig.Target, d.fig.Max, d.fig.Compare} {
			c, ok := d.against(at, i)
			if !ok {
				return nil, false
			}
			if c.v.Unit == "" { // what a value is held against is meant in its unit
				c.v.Unit = cmp.Or(runs[0].cells[0].v.Unit, runs[0].unit)
			}
			runs = append(runs, run{name: at.V, cells: []cell{c}})
		}
		one.m = matrix{cats: []string{one.name}, runs: runs}
		all = append(all, one)
	}
	if !d.measuredTogether(all) {
		return nil, false
	}
	for i := range all {
		all[i].fill()
	}
	return all, true
}

// measuredTogether brings all meters to one measure, so that they can be compared.
// Only the numbers of a kpi may differ in unit, and then are not.
func (d *draft) measuredTogether(all []meter) bool {
	var whole matrix
	for _, one := range all {
		whole.runs = append(whole.runs, one.m.runs...)
	}
	if d.fig.Chart.V == "kpi" && !d.fig.Unit.Set() && mixed(whole) {
		for i := range all {
			if !d.measured(&all[i].m) {
				return false
			}
			d.told = append(d.told, run{name: all[i].name, cells: all[i].m.runs[0].cells})
		}
		return true
	}
	if !d.measured(&whole) {
		return false
	}
	for i := range all {
		n := len(all[i].m.runs)
		all[i].m.runs, whole.runs = whole.runs[:n:n], whole.runs[n:]
		all[i].m.measure = whole.measure
	}
	return true
}

// fill takes the values back from the matrix that has measured them.
func (one *meter) fill() {
	one.value = one.m.runs[0].cells[0]
	for i, to := range []**cell{&one.target, &one.most, &one.compare} {
		if c := &one.m.runs[i+1].cells[0]; !c.Missing {
			*to = c
		}
	}
}

// against reads a role that is a number or a column; it may be left out.
func (d *draft) against(at spec.At[string], i int) (cell, bool) {
	missing := cell{Datum: chart.Datum{Missing: true}}
	if at.V == "" {
		return missing, true
	}
	if n, err := strconv.ParseFloat(at.V, 64); err == nil && n-n == 0 {
		return cell{v: series.Value{Kind: series.Number, Num: n, Decimals: asPrinted}}, true
	}
	col, ok := d.numberRole("column", at)
	if !ok {
		return missing, false
	}
	return d.cell(i, col, at.V, i), true
}

// top is the end of a meter's scale: max, 100 for percentages, or a round number
// beyond the values.
func (one meter) top() float64 {
	if one.most != nil {
		return max(one.most.Y, one.value.Y)
	}
	if one.m.unit == "%" && one.value.Y <= 100 {
		return 100
	}
	high := one.value.Y
	if one.target != nil {
		high = max(high, one.target.Y)
	}
	return niceScale(0, high, 0).max
}

// aimName is what the target is called: its column, or a target where the spec
// gives a number.
func (d *draft) aimName() string {
	if _, err := strconv.ParseFloat(d.fig.Target.V, 64); err == nil {
		return d.say("目标", "target")
	}
	return d.fig.Target.V
}

// aim is the target of a meter with its name.
func (d *draft) aim(one meter) string { return typeset.Text(d.aimName() + " " + one.target.Text) }

// tellAims says the targets, for the alt text.
func (d *draft) tellAims(all []meter) {
	var aims []string
	for _, one := range all {
		switch {
		case one.target == nil:
		case len(all) == 1:
			aims = append(aims, d.aim(one))
		default:
			aims = append(aims, typeset.Text(one.name)+" "+one.target.Text)
		}
	}
	if len(aims) == 0 {
		return
	}
	head := ""
	if len(all) > 1 {
		head = typeset.Text(d.aimName()) + d.say("：", ": ")
	}
	d.rated = append(d.rated, head+d.few(aims))
}

// gaugeRadius is the radius of a gauge in ems.
const gaugeRadius = 8.0

// gauge shows one value on a half circle.
func (d *draft) gauge() {
	all, ok := d.meters()
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
	d.tellAims(all)
	most := one.top()
	s, track := chart.Slices{Name: typeset.Text(one.name), Title: one.value.Text, Sub: typeset.Text(one.name)}, chart.Slices{}
	if d.rateMeters(all) {
		one = all[0]
		s.Sub += d.signOf(one)
	}
	part := 0.5 * one.value.Y / most
	value := one.value.Datum
	if value.X = 0; value.Color == "" {
		value.Color = d.theme.Accent
	}
	s.Add(value, 0.75, 0.75+part, 0.72, 1)
	track.Add(chart.Datum{Color: d.theme.Grid}, 0.75+part, 1.25, 0.72, 1)
	d.gaugePanel(s, track, one, most)
}

// gaugePanel writes value, name and the ends of the scale.
func (d *draft) gaugePanel(s, track chart.Slices, one meter, most float64) {
	st := chart.Stage{W: 2 * gaugeRadius, H: 2 * gaugeRadius, Keep: true, Crop: 0.5 + 0.9/gaugeRadius}
	d.chart.Stage = st
	notes := chart.Notes{Data: []chart.Datum{
		st.Note(gaugeRadius*0.14, gaugeRadius+0.1, chart.Label{Text: d.endText(one.m, 0), Place: chart.Below, Color: d.theme.Muted}),
		st.Note(gaugeRadius*1.86, gaugeRadius+0.1, chart.Label{Text: d.endText(one.m, most), Place: chart.Below, Color: d.theme.Muted}),
	}}
	if one.target != nil {
		notes.Data = append(notes.Data, st.Note(gaugeRadius, gaugeRadius+0.1, chart.Label{Text: d.aim(one), Place: chart.Below, Color: d.theme.Ink}))
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
		l.Data = append(l.Data, chart.Datum{X: 0.5 + float64(sin*r)/2, Y: 0.5 - float64(cos*r)/2})
	}
	return l
}

// endText is an end of a scale, with no more digits than it needs.
func (d *draft) endText(m matrix, v float64) string {
	s := m.number(v, asPrinted)
	if m.unit == "%" || m.unit == "‰" {
		s += m.unit
	}
	return s
}

// maxBullets is how many bars with targets a page holds.
const maxBullets = 40

// bullet shows values as bars against their targets.
func (d *draft) bullet() {
	all, ok := d.meters()
	if !ok {
		return
	}
	if len(all) > maxBullets {
		d.errorAt(d.fig.Value[0], "too-many", "%d bars do not fit on a page", len(all)).Hintf("narrow with where, or use chart: bar")
		return
	}
	track := chart.Bars{Color: d.theme.Grid, Width: 0.62}
	value := chart.Bars{Name: typeset.Text(d.fig.Value[0].V), Color: d.theme.Accent, Width: 0.3}
	target := chart.Bars{Color: d.theme.Ink, Width: 0.62}
	var names []string
	most := 0.0
	for _, one := range all {
		most = max(most, one.top())
	}
	d.rateMeters(all)
	d.tellAims(all)
	for i, one := range all {
		names = append(names, one.name)
		x := float64(i) + 0.5
		label := d.outsideLabel(one.value) // beyond the track, clear of the target
		if one.target != nil {
			target.Data = append(target.Data, chart.Datum{X: x, Base: one.target.Y - most/400, Y: one.target.Y + most/400})
			label.Text += typeset.Text(d.say("（", " (") + d.aimName() + " " + one.target.short + d.say("）", ")"))
		}
		track.Data = append(track.Data, chart.Datum{X: x, Y: one.top(), Label: label})
		value.Data = append(value.Data, one.value.Datum)
	}
	m := all[0].m
	p := chart.Panel{X: chart.Axis{Kind: chart.Linear, Max: most, Hidden: true}, Y: bandAxis(names), Marks: chart.Marks{track, value, target}, Column: true}
	p.Y.Reversed, p.Y.Line = true, false
	if len(all) > 1 {
		p.X.Title = d.valueTitle(matrix{runs: m.runs[:1], measure: m.measure}, true)
	}
	d.chart.Panels = []chart.Panel{p}
}
