package kind

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"charts/internal/chart"
	"charts/internal/layout"
	"charts/internal/regexp"
	"charts/internal/typeset"
)

// waterfall makes gains and losses that lead from a first value to a last: the
// first row and all totals start at zero, the others where the one before ends.
func waterfall(d *builder) {
	m, ok := oneValue(d)
	if !ok {
		return
	}
	horizontal := !isSequence(m.cats) && !layout.NamesFit(d.faces, m.cats, d.stepEms(m)*0.94/tight)
	up, down, total := d.theme.Series[0], d.theme.Series[1], d.theme.Rest
	b := chart.Bars{Name: typeset.Text(m.runs[0].name), Color: total, Width: min(layout.BarWidth, barLimit(d, m, horizontal)), Joined: true}
	var s span
	level := 0.0
	for j := range m.runs[0].cells {
		c := &m.runs[0].cells[j]
		datum := c.Datum
		whole := j == 0 || isTotal(d, m, j, level)
		if !c.Missing && j > 0 && !reaches(d, m, j, level, whole) {
			return
		}
		if !whole && c.Y > 0 {
			c.short = "+" + c.short
		}
		switch {
		case c.Missing:
			datum.Base, datum.Y = level, level
		case whole:
			level = c.Y
		default:
			datum.Base, datum.Y = level, level+c.Y
			level = datum.Y
			datum.Color = map[bool]chart.Color{true: up, false: down}[c.Y >= 0]
		}
		datum.Label = d.outsideLabel(*c)
		s.add(datum.Base)
		s.add(datum.Y)
		b.Data = append(b.Data, datum)
	}
	marks := chart.Marks{b}
	if start, ok := brokenBase(d, b.Data); ok {
		marks = append(marks, cutBars(d, b, start, s.hi))
		s.lo = start
	} else {
		s = asked(d, m.measure, d.fig.Axis, s, s.fromZero())
	}
	value := barAxis(d, s, m, "")
	if len(marks) > 1 && len(value.Ticks) > 0 {
		d.chart.Notes = append(d.chart.Notes, typeset.Text(fmt.Sprintf(d.say("总额的柱有断口，从 %s 画起，长短不可比。", "The bars of totals are cut and start at %s: their lengths do not compare."), value.Ticks[0].Label)))
	}
	if valuesFit(d, m, horizontal) && !d.unlabelled() {
		value = bareAxis(s, value)
		offZero(d, b.Data, value, horizontal)
	} else {
		unlabel(b.Data)
	}
	d.told = m.runs
	value.Title = valueTitle(d, m, value.Hidden)
	d.chart.Panels = []chart.Panel{waterfallPanel(m, value, marks, horizontal)}
	if d.fig.Legend.V == "false" {
		return
	}
	for _, e := range []chart.Entry{
		{Name: d.say("增加", "gain"), Color: up, Shape: chart.Square}, {Name: d.say("减少", "loss"), Color: down, Shape: chart.Square}, {Name: d.say("总额", "total"), Color: "", Shape: chart.Square},
	} {
		if slices.ContainsFunc(b.Data, func(v chart.Datum) bool { return v.Color == e.Color && !v.Missing }) {
			e.Color = cmp.Or(e.Color, total)
			d.chart.Legend = append(d.chart.Legend, e)
		}
	}
}

// waterfallPanel has its steps side by side, or under one another where the names need
// the room.
func waterfallPanel(m matrix, value chart.Axis, marks chart.Marks, horizontal bool) chart.Panel {
	names := bandAxis(m.cats)
	if !horizontal {
		return chart.Panel{X: names, Y: value, Marks: marks}
	}
	names.Reversed, names.Line = true, false
	return chart.Panel{X: value, Y: names, Marks: marks}
}

// lowSteps is the part of the highest level that the steps must reach over to be seen
// on bars from zero.
const lowSteps = 0.25

// brokenBase is the round number below all levels at which the bars of totals start
// where the steps could not be seen otherwise, unless the author says where the axis
// starts.
func brokenBase(d *builder, data []chart.Datum) (float64, bool) {
	var levels span
	steps := 0
	for _, v := range data {
		if v.Missing {
			continue
		}
		levels.add(v.Y)
		if v.Base != 0 {
			levels.add(v.Base)
			steps++
		}
	}
	reach := levels.hi - levels.lo
	if d.fig.Axis.Min.Set() || d.fig.Axis.Max.Set() || steps == 0 || levels.lo <= 0 || reach == 0 || reach >= lowSteps*levels.hi {
		return 0, false
	}
	start := niceScale(levels.lo-reach/2, levels.hi, 0).min
	return start, start > 0
}

// cutBars lets the bars of totals start at a value and lays two gaps across the foot
// of each, as a sign that it is cut.
func cutBars(d *builder, b chart.Bars, start, high float64) chart.Bars {
	cuts := chart.Bars{Color: d.theme.Background, Width: b.Width}
	for i, v := range b.Data {
		if v.Base != 0 || v.Missing {
			continue
		}
		b.Data[i].Base = start
		for _, at := range []float64{0.06, 0.1} {
			cuts.Data = append(cuts.Data, chart.Datum{X: v.X, Base: start + at*(high-start), Y: start + (at+0.015)*(high-start)})
		}
	}
	return cuts
}

// offZero puts a value at the other end of its bar where it would lie on the
// line at zero.
func offZero(d *builder, data []chart.Datum, value chart.Axis, horizontal bool) {
	length, up, down := d.plotEms(), chart.Above, chart.Below
	if horizontal {
		length, up, down = d.em*(1-layout.NameShare), chart.Right, chart.Left
	}
	em := (value.Max - value.Min) / length
	for i, v := range data {
		near := math.Abs(v.Y) < (layout.TextGap+1)*em && v.Base != 0
		switch {
		case near && v.Base > v.Y && v.Y >= 0:
			data[i].Label.Place = up
		case near && v.Base < v.Y && v.Y <= 0:
			data[i].Label.Place = down
		}
	}
}

// unlabel takes the labels from data that are there.
func unlabel(data []chart.Datum) {
	for i := range data {
		if !data[i].Missing {
			data[i].Label = chart.Label{}
		}
	}
}

// isTotal reports whether row j says where the sum has got to: a total row of
// the report, or a last value that is the sum.
func isTotal(d *builder, m matrix, j int, level float64) bool {
	if d.data.Rows[j].Total {
		return true
	}
	off := math.Abs(m.runs[0].cells[j].Y - level)
	return j > 1 && j == len(m.cats)-1 && (off <= 1e-9*math.Abs(level) || closes(m, j) && off <= rounding(m, j))
}

// closing is the name of a last value that says where the steps have led.
var closing = regexp.MustCompile(`^(?:期末|年末|学年末|月末|期终|最终|结束|结余|余额|本年|今年)|(?:结余|余额|期末数|年末数)$|^(?i:closing|ending|end|final|year-end)\b|(?i:\bbalance)$`)

// closes reports whether the last value says where the steps have led: by its name,
// or because the first and the last are of two times.
func closes(m matrix, j int) bool {
	_, ok := times([]string{m.cats[0], m.cats[j]})
	return j > 1 && j == len(m.cats)-1 && (ok || closing.MatchString(m.cats[j]))
}

// reaches holds a value that starts at zero against where the steps have led, so
// that no end is drawn as one more gain. A step that is missing may explain it.
func reaches(d *builder, m matrix, j int, level float64, whole bool) bool {
	before := m.runs[0].cells[:j]
	c := &m.runs[0].cells[j]
	if !whole && !closes(m, j) || math.Abs(c.Y-level) <= rounding(m, j) || slices.ContainsFunc(before, func(c cell) bool { return c.Missing }) {
		return true
	}
	p := d.errorAt(d.fig.Value[0], "steps-end-elsewhere", "%s is %s, and the steps before it lead to %s", c.Name, m.at(c.Y), m.at(level))
	p.See = d.seeCell(c)
	p.Hintf("write losses with a minus, and leave out with where what is no step")
	return false
}

// rounding is by how much the steps may miss a value, all being rounded.
func rounding(m matrix, j int) float64 {
	off := 0.0
	for _, c := range m.runs[0].cells[:j+1] {
		off += 0.5 * math.Pow10(-max(c.v.Decimals, 0))
	}
	return off
}
