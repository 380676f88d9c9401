package kind

import (
	"cmp"
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"charts/internal/diag"
	"charts/internal/message"
	"charts/internal/notation"
	"charts/internal/quantity"
	"charts/internal/series"
	"charts/internal/spec"
	"charts/internal/typeset"
)

// commonUnit is the unit that all values have or can be converted to: the one
// of the spec, or that of the first value. Two units on one axis are an error
// that names the columns, or the rows where one column has both.
func commonUnit(d *builder, runs []run) (string, bool) {
	unit, first := askedUnit(d, runs), ""
	asked := unit != ""
	if !asked {
		unit, first = firstUnit(runs)
	}
	for i := range runs {
		for j := range runs[i].cells {
			c := &runs[i].cells[j]
			if c.Missing {
				continue
			}
			c.v.Unit = cmp.Or(c.v.Unit, runs[i].unit)
			bare := c.v.Unit == "" && c.v.Text != "" && unit != "" && !asked
			if bare || !convert(&c.v, unit) {
				mixedUnits(d, &runs[i], c, runs[i].called(c, len(runs)), unit, first)
				return "", false
			}
		}
	}
	if unit == "" && !d.kind.mixed && !d.kind.asPrinted {
		return "", namesAgree(d, runs)
	}
	return unit, true
}

// namesAgree reports whether the names of values have no units in brackets, or all the
// same: 经费（万元） and 教师（人） are no parts of one sum.
func namesAgree(d *builder, runs []run) bool {
	var first *cell
	unit := ""
	for i := range runs {
		for j := range runs[i].cells {
			c := &runs[i].cells[j]
			_, own, _ := notation.Bracket(c.Name)
			switch {
			case c.Missing:
			case !notation.Unit(own): // not every name has one
				return true
			case first == nil:
				first, unit = c, own
			}
		}
	}
	for i := range runs {
		for j := range runs[i].cells {
			c := &runs[i].cells[j]
			if _, own, _ := notation.Bracket(c.Name); first != nil && !c.Missing && own != unit {
				c.v.Unit = own
				mixedUnits(d, &runs[i], c, c.Name, unit, first.Name)
				return false
			}
		}
	}
	return true
}

// firstUnit is the first unit among some values, and what has it.
func firstUnit(runs []run) (unit, name string) {
	for _, r := range runs {
		for _, c := range r.cells {
			if unit = cmp.Or(c.v.Unit, r.unit); unit != "" && !c.Missing {
				return unit, r.called(&c, len(runs))
			}
		}
	}
	return "", ""
}

// called is what a message calls a value: its column where there are several, and
// its row where the column has several units.
func (r run) called(c *cell, runs int) string {
	switch {
	case runs < 2 || r.name == "" || r.name == c.Name:
		return c.Name
	case mixed(matrix{runs: []run{r}}):
		return r.name + " of " + c.Name
	}
	return r.name
}

// mixed reports whether the numbers of a matrix differ in unit; a number of the
// spec has that of the others.
func mixed(m matrix) bool {
	units := map[string]bool{}
	for _, r := range m.runs {
		for _, c := range r.cells {
			if unit := cmp.Or(c.v.Unit, r.unit); !c.Missing && (unit != "" || c.v.Text != "") {
				units[unit] = true
			}
		}
	}
	return len(units) > 1
}

// askedUnit is the unit of the spec. Where there are several axes it is meant for
// those whose values can have it.
func askedUnit(d *builder, runs []run) string {
	asked := d.fig.Unit.V
	if !d.kind.severally {
		return asked
	}
	for i := range runs {
		r := &runs[i]
		for j := range r.cells {
			own := cmp.Or(r.cells[j].v.Unit, r.unit)
			if _, ok := convertible(own, asked); own != "" && own != asked && !ok {
				return ""
			}
		}
	}
	return asked
}

// perOne is the unit of ratios whose number is behind the 1: 1:16.5.
const perOne = "1:"

// ratioUnit is the unit of the ratios of a column, by the side that their numbers are on;
// 1:1 is of either.
func ratioUnit(f series.Frame, col int) string {
	for _, r := range f.Rows {
		if text := notation.Fold(r.Cells[col].Text); strings.HasPrefix(text, "1:") && text != "1:1" {
			return perOne
		}
	}
	return ":"
}

// convert brings a value to a unit. A value without a unit takes any.
func convert(v *series.Value, unit string) bool {
	if v.Unit == unit || v.Unit == "" {
		v.Unit = unit
		return true
	}
	up, ok := convertible(v.Unit, unit)
	if !ok {
		return false
	}
	exact := v.Decimals + up
	if v.Num, v.Unit = scaled(v.Num, up), unit; v.Decimals != asPrinted {
		v.Decimals = legibleDecimals(v.Num, max(0, min(exact, max(v.Decimals, 2))), exact)
	}
	return true
}

func mixedUnits(d *builder, r *run, c *cell, name, unit, first string) {
	if d.fig.Unit.Set() {
		d.errorAt(d.fig.Unit, "unit", "%s is in %s, which is no multiple of %s", name, c.v.Unit, unit).See = d.seeCell(c)
		return
	}
	at := d.fig.Category
	if len(d.fig.Value) > 0 {
		at = d.fig.Value[0]
	}
	for _, own := range d.fig.Value {
		if own.V == r.name {
			at = own
		}
	}
	p := d.errorAt(at, "mixed-units", "one axis cannot carry %s (%s) and %s (%s)", first, quantity.UnitText(unit), name, quantity.UnitText(c.v.Unit))
	p.Hintf("narrow the rows with where, or use chart: panels")
	if c.v.Unit == "" || unit == "" {
		p.Hintf("write unit: where the report leaves it out, or use chart: panels")
	}
	p.See = d.seeCell(c)
}

// tellFraction tells of a number of a spec that is meant as a part of one, where the values
// are percentages far above it: 0.9 over 80 %.
func tellFraction[T any](d *builder, at spec.At[T], v float64, unit string, lowest float64) {
	if !fraction(v, unit, lowest) {
		return
	}
	d.problems.Warnf(at.Pos, "fraction", "%v is %v %% here, and the values begin at %v %%", at.V, v, lowest).Hint = percentHint(v)
}

func percentHint(v float64) message.Text {
	n := math.Round(v*1e6) / 1e4 // 29, not 28.999999999999996
	return message.Of("for %v %% write %v", n, n)
}

// fraction reports whether a number reads like a part of one among percentages.
func fraction(v float64, unit string, lowest float64) bool {
	return unit == "%" && v > 0 && v <= 1 && lowest >= 10
}

// seeCell is the place of a value in its report.
func (d *builder) seeCell(c *cell) []diag.Note {
	if len(c.Sources) == 0 {
		return nil
	}
	s := d.chart.Sources[c.Sources[0]]
	return []diag.Note{{Pos: diag.Pos{File: s.Report, Line: s.Line}, Text: message.Of("the row of %s", c.Name)}}
}

// withUnit is a number with its unit: one that is no 汉字 stands apart, and one that
// begins with a digit behind a sign, so that 12.4 of 10k is not 12.410k.
func withUnit(number, unit string) string {
	first, _ := utf8.DecodeRuneInString(unit)
	sign, rest, money := notation.MoneySign(unit)
	switch {
	case money:
		digits := strings.TrimLeft(number, "−-+")
		number = number[:len(number)-len(digits)] + sign + digits
		unit = strings.TrimSuffix(" "+rest, " ")
	case unit == "", unit == "%", unit == "‰", strings.HasPrefix(unit, ":1"), typeset.IsHan(first):
	case unit == perOne:
		number, unit = perOne+number, ""
	case unit == ":": // a ratio, which reports print without what it is to
		unit = ":1"
	case unicode.IsDigit(first):
		unit = " × " + unit
	default:
		unit = " " + unit
	}
	return typeset.Text(number + unit)
}
