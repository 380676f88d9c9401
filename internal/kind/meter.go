package kind

import (
	"cmp"
	"slices"
	"strconv"

	"charts/internal/chart"
	"charts/internal/notation"
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
	stated                *statedChange
}

// meters reads the roles value, target, max and compare, one meter a row.
func meters(d *builder) ([]meter, bool) {
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
		earlier := d.fig.Compare
		if one.stated, ok = stated(d, earlier, row, row.Cells[values[0]]); !ok {
			return nil, false
		}
		if one.stated != nil {
			earlier = spec.At[string]{}
		}
		for _, at := range []spec.At[string]{d.fig.Target, d.fig.Max, earlier} {
			c, ok := against(d, at, i)
			if !ok {
				return nil, false
			}
			if c.v.Unit == "" { // what a value is held against is meant in its unit
				c.v.Unit = cmp.Or(runs[0].cells[0].v.Unit, runs[0].unit)
				if !typed(at) && !c.Missing {
					tellFraction(d, at, c.v.Num, c.v.Unit, runs[0].cells[0].v.Num)
				}
			}
			runs = append(runs, run{name: at.V, cells: []cell{c}})
		}
		one.m = matrix{cats: []string{one.name}, runs: runs}
		all = append(all, one)
	}
	if !measuredTogether(d, all) {
		return nil, false
	}
	for i := range all {
		all[i].fill()
		if one := all[i]; one.most != nil && !one.value.Missing && one.value.Y > one.most.Y {
			p := d.errorAt(d.fig.Max, "over-max", "%s is %s, more than the max of %s", one.name, one.value.Text, one.most.Text)
			p.See = d.seeCell(&one.value)
			if fraction(one.most.Y, one.m.unit, one.value.Y) {
				p.Hint = percentHint(one.most.Y)
				return nil, false
			}
			p.Hintf("give a larger max, or leave it out; what is to be reached is target:")
			return nil, false
		} else if one.target != nil && typed(d.fig.Target) {
			tellFraction(d, d.fig.Target, one.target.Y, one.m.unit, one.value.Y)
		}
		if one := all[i]; one.most != nil && one.target != nil && one.target.Y > one.most.Y {
			p := d.errorAt(d.fig.Max, "over-max", "%s is to be %s, more than the max of %s", one.name, one.target.Text, one.most.Text)
			p.Hintf("give a larger max, or leave it out")
			return nil, false
		}
	}
	return all, true
}

// typed reports whether a role is a number of the spec.
func typed(at spec.At[string]) bool {
	n, err := strconv.ParseFloat(at.V, 64)
	return err == nil && n-n == 0
}

// measuredTogether brings all meters to one measure, so that they can be compared.
// Those that may differ in unit then are not.
func measuredTogether(d *builder, all []meter) bool {
	var whole matrix
	for _, one := range all {
		whole.runs = append(whole.runs, one.m.runs...)
	}
	if d.kind.mixed && !d.fig.Unit.Set() && mixed(whole) {
		for i := range all {
			if !measured(d, &all[i].m) {
				return false
			}
			d.told = append(d.told, run{name: all[i].name, cells: all[i].m.runs[0].cells})
		}
		return true
	}
	if !measured(d, &whole) {
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
func against(d *builder, at spec.At[string], i int) (cell, bool) {
	missing := cell{Datum: chart.Datum{Missing: true}}
	if at.V == "" {
		return missing, true
	}
	if typed(at) {
		n, _ := strconv.ParseFloat(at.V, 64)
		return cell{v: series.Value{Kind: series.Number, Num: n, Decimals: asPrinted}}, true
	}
	col, ok := numberRole(d, "column", at)
	if !ok {
		return missing, false
	}
	return d.cell(i, col, at.V, i), true
}

// top is the end of a meter's scale: max, 100 for percentages, or a round number
// beyond the values.
func (one meter) top() float64 {
	if one.most != nil {
		return one.most.Y
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

// aimName is what the target is called: its column, without the unit that the value's
// has too, or a target where the spec gives a number.
func aimName(d *builder) string {
	if typed(d.fig.Target) {
		return d.say("目标", "target")
	}
	name, unit, _ := notation.Bracket(d.fig.Target.V)
	if _, own, _ := notation.Bracket(d.fig.Value[0].V); own == unit {
		return name
	}
	return d.fig.Target.V
}

// aimText is the target of a meter with its name.
func aimText(d *builder, one meter) string { return typeset.Text(aimName(d) + " " + one.target.Text) }

// tellAims says the targets, for the alt text.
func tellAims(d *builder, all []meter) {
	var aims []string
	for _, one := range all {
		switch {
		case one.target == nil:
		case len(all) == 1:
			aims = append(aims, aimText(d, one))
		default:
			aims = append(aims, typeset.Text(one.name)+" "+one.target.Text)
		}
	}
	if len(aims) == 0 {
		return
	}
	head := ""
	if len(all) > 1 {
		head = typeset.Text(aimName(d)) + d.say("：", ": ")
	}
	d.rated = append(d.rated, head+d.few(aims))
}

// rateMeters rates the values of single numbers.
func rateMeters(d *builder, all []meter) bool {
	l, ok := readThresholds(d, d.fig.Limits, d.fig.Good, all[0].m)
	if !ok {
		return false
	}
	var names []string
	var cells []cell
	for _, one := range all {
		names, cells = append(names, one.name), append(cells, one.value)
	}
	rate(d, l, "", names, cells)
	for i := range all {
		all[i].value = cells[i]
	}
	return true
}

// signOf is the sign behind the name of a single number.
func signOf(d *builder, one meter) string {
	if one.value.Missing {
		return ""
	}
	return typeset.NoBreak + signs[slices.Index(d.theme.Levels[:], one.value.Color)]
}
