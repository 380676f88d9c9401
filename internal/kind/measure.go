package kind

import (
	"slices"
	"strings"

	"charts/internal/notation"
	"charts/internal/quantity"
	"charts/internal/series"
	"charts/internal/spec"
	"charts/internal/typeset"
)

// measured converts all values of a matrix to one unit and writes their texts.
func measured(d *builder, m *matrix) bool { return measuredAs(d, m, d.fig.Format) }

// measuredAs is [measured] in a format of its own.
func measuredAs(d *builder, m *matrix, as spec.At[string]) bool {
	unit, ok := commonUnit(d, m.runs)
	if !ok {
		return false
	}
	all := append(m.runs[:len(m.runs):len(m.runs)], d.facets.others(d, unit)...)
	shown, ok := measureOf(d, all, unit, as)
	if !ok {
		return false
	}
	shown.settle(all)
	if !d.kind.asPrinted {
		shown.align(all)
	}
	m.measure = shown
	for i := range m.runs {
		writeRun(d, &m.runs[i], shown)
	}
	return true
}

// measuredEach converts each series to a unit of its own, for panels.
func measuredEach(d *builder, m *matrix) bool {
	for i := range m.runs {
		one := matrix{runs: m.runs[i : i+1]}
		if !measured(d, &one) {
			return false
		}
	}
	return true
}

// measureOf chooses how the numbers of some series are shown.
func measureOf(d *builder, runs []run, unit string, as spec.At[string]) (measure, bool) {
	f := format{decimals: asPrinted}
	if as.V != "" {
		var ok bool
		if f, ok = parseFormat(as.V); !ok {
			d.errorAt(as, "format", "no format %q", as.V).Hintf("a format is like 0, 0.0, 0,0.00, wan or yi")
			return measure{}, false
		}
	}
	m := measure{format: f, unit: unit}
	switch {
	case !d.fig.Unit.Set() && slices.ContainsFunc(runs, run.identifies):
		m.plain = true
		return m, true
	case d.fig.Unit.Set(), d.kind.asPrinted && f.shift == 0: // asked for, or as printed
		return m, true
	}
	return chooseMeasure(unit, f, numbersOf(runs), d.chart.Lang == "en"), true
}

// identifies reports whether the numbers of a series name things, and so stand as
// they are printed: years, codes.
func (r run) identifies() bool {
	if r.unit != "" {
		return false
	}
	return quantity.Identifies(r.name) || r.areCodes() || r.areYears()
}

// areYears reports whether the numbers of a series are all printed as years are,
// under a name that says so.
func (r run) areYears() bool {
	some := false
	for _, c := range r.cells {
		if c.Missing {
			continue
		}
		if some = true; !notation.YearUnder(r.name, c.v.Text) {
			return false
		}
	}
	return some
}

// codeDigits is how many digits a code has at least that no name tells.
const codeDigits = 8

// areCodes reports whether the numbers of a series are long, of one length and all
// different, as codes are.
func (r run) areCodes() bool {
	seen := map[string]bool{}
	length := 0
	for _, c := range r.cells {
		if c.Missing {
			continue
		}
		text := c.v.Text
		if strings.Trim(text, "0123456789") != "" || len(text) < codeDigits || length > 0 && len(text) != length || seen[text] {
			return false
		}
		seen[text], length = true, len(text)
	}
	return len(seen) > 1
}

// numbersOf are the numbers of some series.
func numbersOf(runs []run) []float64 {
	var all []float64
	for _, r := range runs {
		all = slices.Grow(all, len(r.cells))
		for i := range r.cells {
			if c := &r.cells[i]; !c.Missing {
				all = append(all, c.v.Num)
			}
		}
	}
	return all
}

// computedMark is after a value that no report prints.
const computedMark = "*"

// allComputed reports whether no report prints any of the figure's numbers:
// counts by SQL.
func allComputed(d *builder) bool {
	roles, some := slices.Clone(d.fig.Value), false
	if d.kind.plane {
		roles = append(roles, d.fig.X, d.fig.Y)
	}
	for i, c := range d.data.Columns {
		if !slices.ContainsFunc(roles, func(at spec.At[string]) bool { return at.V == c.Name }) {
			continue
		}
		for _, row := range d.data.Rows {
			if v := row.Cells[i]; v.Kind == series.Number {
				if !v.Computed {
					return false
				}
				some = true
			}
		}
	}
	return some
}

// writeRun writes the numbers of a series. A value whose digits are not known
// takes as many decimals as the other values have, and more where it could not be
// read with them: 1.5 beside 12 and 3 is not 2.
func writeRun(d *builder, r *run, m measure) {
	r.measure = m
	names := m.unit == "" && r.identifies()
	usual := asPrinted
	for i := range r.cells {
		if c := &r.cells[i]; !c.Missing {
			usual = max(usual, c.v.Decimals)
		}
	}
	for i := range r.cells {
		c := &r.cells[i]
		if c.Missing {
			c.short, c.Text = d.say("无数据", "no data"), d.say("无数据", "no data")
			continue
		}
		if c.v.Decimals == asPrinted && usual != asPrinted {
			c.v.Decimals = legibleDecimals(c.v.Num, usual, maxDecimals)
		}
		if names && c.v.Text != "" {
			c.Y, c.short, c.Text = c.v.Num, name(c.v), name(c.v)
			continue
		}
		c.Y = scaled(c.v.Num, m.up) + 0 // no negative zero
		c.short, c.Text = m.texts(c.v)
		if c.Computed {
			d.computed = true
			if !d.all {
				c.short += computedMark
				c.Text += computedMark
			}
		}
	}
}

// valueTitle is the title of a value axis: 人数（人）. Where every label carries
// its %, the unit is not said again.
func valueTitle(d *builder, m matrix, labelled bool) string {
	if d.fig.Axis.Title.Set() {
		return typeset.Text(d.fig.Axis.Title.V)
	}
	name := ""
	if d.fig.Category.V != "" && (len(m.runs) == 1 || d.fig.Series.Set()) {
		name = d.fig.Value[0].V
	}
	unit := m.unit
	if labelled && strings.Contains("%‰", unit) {
		unit = ""
	}
	switch {
	case unit == "":
		return typeset.Text(name)
	case name == "" || name == unit:
		return typeset.Text(d.say("单位：", "Unit: ") + unit)
	case strings.HasSuffix(name, unit): // 招生人次
		return typeset.Text(name)
	}
	return withUnitOf(d, name, unit)
}

// withUnitOf is the name of values with their unit, that of ratios as they are read.
func withUnitOf(d *builder, name, unit string) string {
	switch {
	case unit == ":":
		unit = ":1"
	case unit == perOne:
		unit = "1:n"
	case strings.EqualFold(notation.Stem(name), unit): // Hours (hours)
		return typeset.Text(notation.Stem(name))
	}
	return typeset.Text(notation.Stem(name) + d.say("（", " (") + unit + d.say("）", ")"))
}

// typed is a number of the spec on the axis: it is in the unit of the data, not in the 万
// or million that the axis may have.
func (m measure) typed(v float64) float64 { return scaled(v, m.up) }

// at is a number on the axis of a matrix as text: a mean, a reference. It has
// as many decimals as the values have, or more where it could not be read with them.
func (m matrix) at(v float64) string {
	decimals := m.mostDecimals()
	if decimals != asPrinted {
		decimals = legibleDecimals(v, decimals, maxDecimals)
	}
	return m.marked(m.number(v, decimals))
}

// marked is a number with the sign of its unit, where that is no word.
func (m measure) marked(number string) string {
	if m.unit == "%" || m.unit == "‰" {
		return number + m.unit
	}
	return number
}

// mostDecimals is how many decimals the value has that is shown with most.
func (m matrix) mostDecimals() int {
	decimals := asPrinted
	for _, r := range m.runs {
		for _, c := range r.cells {
			if !c.Missing {
				decimals = max(decimals, m.decimalsOf(c.v))
			}
		}
	}
	return decimals
}

// withUnit is a number text of [matrix.at] with the unit that is not yet there.
func (m matrix) withUnit(s string) string {
	if m.unit == "%" || m.unit == "‰" {
		return s
	}
	return withUnit(s, m.unit)
}
