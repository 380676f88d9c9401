package kind

import (
	"charts/internal/chart"
	"charts/internal/layout"
	"charts/internal/palette"
	"charts/internal/typeset"
)

// Widths of bars in bands: one bar, and a group of bars.
const (
	groupWidth = 0.72
	wideGroup  = 0.86
	widestBar  = 7.0 // in ems
)

func (d *draft) column() { d.bars(false) }

func (d *draft) bar() { d.bars(true) }

// bars makes the content of bar and column: simple, grouped, stacked or parts of
// a hundred.
func (d *draft) bars(horizontal bool) {
	m, ok := d.oneAxis()
	if !ok || !d.fewSeries(m) {
		return
	}
	stack := d.stackMode()
	if stack != "" && !d.stackable(m) || stack == "percent" && !d.toPercent(&m) {
		return
	}
	if !horizontal && !d.columnsFit(m, stack) {
		horizontal = true
	}
	if !horizontal {
		d.warnBackwards(m)
	}
	limits, limited := d.rateBars(m)
	all := m
	if horizontal {
		m = d.foldRows(m, stack)
	}
	marks, s := d.barMarks(m, stack, d.widestBar(m, horizontal))
	bands, lines := d.references(all, &s)
	s = d.asked(s, s.fromZero())
	value := d.barAxis(s, m, stack)
	if stack != "" && !horizontal {
		d.nameDirectly(m, value, marks)
	}
	totals := d.totalBars(m, stack)
	if d.labelBars(m, marks, stack, horizontal, value) {
		value = bareAxis(s, value)
	} else if limited {
		lines = append(lines, limits.rules(d)...)
	}
	value.Title = d.valueTitle(m, value.Hidden)
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
	p.Marks = append(p.Marks, d.annotations(m)...)
	d.chart.Panels = []chart.Panel{p}
	d.legend(m, chart.Square)
}

// stackMode is "", "true" or "percent".
func (d *draft) stackMode() string {
	switch s := d.fig.Stack; s.V {
	case "", "false":
		return ""
	case "true", "percent":
		return s.V
	default:
		d.errorAt(s, "stack", "stack is true, false or percent, not %q", s.V)
		return ""
	}
}

// fewSeries reports whether the figure can tell its series apart.
func (d *draft) fewSeries(m matrix) bool {
	if len(m.runs) <= palette.MaxSeries {
		return true
	}
	at := d.fig.Series
	if !at.Set() && len(d.fig.Value) > 0 {
		at = d.fig.Value[0]
	}
	p := d.errorAt(at, "too-many-series", "%d series, and a reader can tell %d apart", len(m.runs), palette.MaxSeries)
	p.Hintf("narrow with where, or show the series as categories")
	return false
}

// widestBar is the width of a bar at most, in bands: of few columns none is a
// wall. Rows are only as high as they need.
func (d *draft) widestBar(m matrix, horizontal bool) float64 {
	if horizontal {
		return 1
	}
	return widestBar / d.stepEms(m)
}

// barMarks makes one mark a series and the span of all bars.
func (d *draft) barMarks(m matrix, stack string, widest float64) ([]chart.Bars, span) {
	up, down := make([]float64, len(m.cats)), make([]float64, len(m.cats))
	var marks []chart.Bars
	var s span
	alone := len(m.runs) == 1 && d.fig.Chart.V != "combo" // whose line is a series too
	for i, r := range m.runs {
		b := chart.Bars{Name: typeset.Text(r.name), Color: d.theme.Accent, Width: min(layout.BarWidth, widest), Data: make([]chart.Datum, 0, len(r.cells))}
		if stack != "" {
			b.Stack = "stack"
		} else if n := float64(len(m.runs)); n > 1 {
			pitch := min(d.group(m)/n, widest)
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
	if d.fig.Chart.V != "combo" {
		d.checkNames(d.barNames(m))
	}
	return marks, s
}

// barNames are the names that highlight and colors may use.
func (d *draft) barNames(m matrix) []string {
	if len(m.runs) == 1 {
		return append(m.cats[:len(m.cats):len(m.cats)], m.folded...)
	}
	return m.runNames()
}

func (m matrix) runNames() []string {
	var names []string
	for _, r := range m.runs {
		names = append(names, r.name)
	}
	return names
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
func (d *draft) barAxis(s span, m matrix, stack string) chart.Axis {
	if stack == "percent" {
		return linearAxis(niceScale(0, 100, 0), m.measure)
	}
	if a := d.fig.Axis.Min; a.Set() && a.V > 0 {
		p := d.problems.Errorf(a.Pos, "bars-from-zero", "bars start at zero, not at %v", a.V)
		p.Hintf("leave axis min out, or use chart: line")
		return chart.Axis{Kind: chart.Linear, Max: 1}
	}
	if a := d.fig.Axis.Log; a.V {
		d.problems.Errorf(a.Pos, "bars-from-zero", "bars start at zero, which a log axis does not have").Hintf("leave axis log out, or use chart: line")
		return chart.Axis{Kind: chart.Linear, Max: 1}
	}
	return d.valueAxis(s, m.measure, m.leastStep())
}

// leastStep is the smallest step between ticks: 1 for counts.
func (m matrix) leastStep() float64 {
	if m.whole() && m.decimals <= 0 {
		return 1
	}
	return 0
}

// bareAxis is the axis of bars that all carry their values: it ends where they
// end, and nothing is written at it.
func bareAxis(s span, a chart.Axis) chart.Axis {
	a.Hidden, a.Grid, a.Ticks = true, false, nil
	if s.some && s.hi > s.lo {
		a.Min, a.Max = s.lo, s.hi
	}
	return a
}
