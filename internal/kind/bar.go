package kind

import (
	"charts/internal/chart"
	"charts/internal/layout"
	"charts/internal/typeset"
)

// widestBar is the width of a bar at most, in ems.
const widestBar = 7.0

func bar(d *builder) { bars(d, true) }

// bars makes the content of bar and column: simple, grouped, stacked or parts of
// a hundred.
func bars(d *builder, horizontal bool) {
	m, ok := oneAxis(d)
	if !ok || !fewSeries(d, m) || !underWholes(d, &m) {
		return
	}
	stack := stackMode(d)
	if stack != "" && !stackable(d, m) || asShares(stack) && !toPercent(d, &m) {
		return
	}
	if !horizontal && !columnsFit(d, m, stack) {
		horizontal = true
	}
	if !horizontal {
		warnBackwards(d, m)
	}
	limits, limited := rateBars(d, m)
	all := m
	if horizontal && m.depth == nil {
		m = foldRows(d, m, stack)
	}
	marks, s := barMarks(d, m, stack, barLimit(d, m, horizontal))
	if m.depth != nil && stack == "" {
		shadeParts(d, m, marks)
	}
	bands, lines := references(d, all, &s)
	s = asked(d, all.measure, d.fig.Axis, s, s.fromZero())
	value := barAxis(d, s, m, stack)
	if stack == "diverging" {
		if value, ok = diverge(d, m, marks); !ok {
			return
		}
	}
	if stack != "" && !horizontal {
		nameDirectly(d, m, value, marks)
	}
	totals := totalBars(d, m, stack)
	values := stack == "" && !d.unlabelled() && valuesFit(d, m, horizontal)
	if stack == "" {
		warnBare(d, values)
		labelBars(d, m, marks, horizontal, values)
	} else {
		labelStack(d, m, marks, horizontal, value)
	}
	if values {
		value = bareAxis(s, value)
	} else if limited {
		lines = append(lines, limits.rules(d)...)
	}
	value.Title = valueTitle(d, m, value.Hidden)
	p := chart.Panel{X: m.axis(), Y: value, Totals: totals}
	if horizontal {
		p.X, p.Y = p.Y, p.X
		p.Y.Reversed = true // the first category is on top
	}
	p.Marks = append(p.Marks, bands...)
	for _, b := range marks {
		p.Marks = append(p.Marks, b)
	}
	p.Marks = append(p.Marks, lines...)
	p.Marks = append(p.Marks, annotations(d, m)...)
	d.chart.Panels = []chart.Panel{p}
	d.legend(m, chart.Square)
	if stack == "diverging" {
		for i := range d.chart.Legend {
			d.chart.Legend[i].Color = marks[i].Color
		}
	}
}

// asShares reports whether a stack shows parts of a hundred.
func asShares(stack string) bool { return stack == "percent" || stack == "diverging" }

// stackMode is "", "true", "percent" or "diverging".
func stackMode(d *builder) string {
	switch s := d.fig.Stack; s.V {
	case "", "false":
		return ""
	case "true", "percent", "diverging":
		return s.V
	default:
		d.errorAt(s, "stack", "stack is true, false, percent or diverging, not %q", s.V)
		return ""
	}
}

// barLimit is the width of a bar at most, in bands: of few columns none is a
// wall. Rows are only as high as they need.
func barLimit(d *builder, m matrix, horizontal bool) float64 {
	if horizontal {
		return 1
	}
	return widestBar / d.stepEms(m)
}

// barMarks makes one mark a series and the span of all bars.
func barMarks(d *builder, m matrix, stack string, widest float64) ([]chart.Bars, span) {
	up, down := make([]float64, len(m.cats)), make([]float64, len(m.cats))
	var marks []chart.Bars
	var s span
	alone := len(m.runs) == 1 && !d.kind.withLine
	for i, r := range m.runs {
		b := chart.Bars{Name: typeset.Text(r.name), Color: d.theme.Accent, Width: min(layout.BarWidth, widest), Data: make([]chart.Datum, 0, len(r.cells))}
		if stack != "" {
			b.Stack = "stack"
		} else if n := float64(len(m.runs)); n > 1 {
			pitch := min(groupBands(d, m)/n, widest)
			b.Width = pitch * layout.BarShare
			b.Offset = pitch * (float64(i) - (n-1)/2)
		}
		if !alone {
			b.Color = d.paint(r.name, i)
		}
		for j, c := range r.cells {
			datum := c.Datum
			if stack != "" && !datum.Missing {
				onto(&datum, up, down, j)
			}
			if !datum.Missing {
				s.add(datum.Y)
			}
			if alone && datum.Color == "" {
				datum.Color = ownColor(d.paintOne(m.cats[j]), b.Color)
			}
			b.Data = append(b.Data, datum)
		}
		marks = append(marks, b)
	}
	if !d.kind.withLine {
		d.checkNames(barNames(m))
	}
	return marks, s
}

// barNames are the names that highlight and colors may use.
func barNames(m matrix) []string {
	if len(m.runs) == 1 {
		return append(m.cats[:len(m.cats):len(m.cats)], m.folded...)
	}
	return m.runNames()
}

// ownColor is "" where a datum has the colour of its mark.
func ownColor(c, mark chart.Color) chart.Color {
	if c == mark {
		return ""
	}
	return c
}

// onto stands a datum on those before it; what is negative hangs from zero.
func onto(datum *chart.Datum, up, down []float64, j int) {
	pile := up
	if datum.Y < 0 {
		pile = down
	}
	datum.Base = pile[j]
	pile[j] += datum.Y
	datum.Y = pile[j]
}

// barAxis is the value axis of bars. Whole numbers have whole ticks, and shares
// end at 100.
func barAxis(d *builder, s span, m matrix, stack string) chart.Axis {
	if asShares(stack) {
		return d.linearAxis(niceScale(0, 100, 0), m.measure)
	}
	if a := d.fig.Axis.Min; a.Set() && a.V > 0 {
		d.problems.Errorf(a.Pos, "bars-from-zero", "bars start at zero, not at %v", a.V).Hintf("leave axis min out, or use chart: line")
		return chart.Axis{Kind: chart.Linear, Max: 1}
	}
	if a := d.fig.Axis.Log; a.V {
		d.problems.Errorf(a.Pos, "bars-from-zero", "bars start at zero, which a log axis does not have").Hintf("leave axis log out, or use chart: line")
		return chart.Axis{Kind: chart.Linear, Max: 1}
	}
	return valueAxis(d, d.fig.Axis, s, m.measure, m.leastStep())
}
