package kind

import (
	"math"
	"slices"
	"strings"

	"charts/internal/chart"
	"charts/internal/spec"
	"charts/internal/typeset"
)

// bandAxis is an axis of categories.
func bandAxis(cats []string) chart.Axis {
	a := chart.Axis{Kind: chart.Band, Min: 0, Max: float64(len(cats)), Line: true}
	for _, c := range cats {
		a.Labels = append(a.Labels, typeset.Text(c))
	}
	a.Sequence = isSequence(cats)
	return a
}

// axis is the axis of the categories: with a band without a name for each year
// that is left out, and one for what was folded.
func (m matrix) axis() chart.Axis {
	if m.bands != nil {
		return bandAxis(m.bands)
	}
	a := bandAxis(m.cats)
	a.Depth = m.depth
	return a
}

// lineAxis is the axis of categories under lines and areas, which run from edge
// to edge unless values are at all their points.
func (m matrix) lineAxis(edge bool) chart.Axis {
	a := m.axis()
	if n := float64(len(m.bands)); edge && n > 1 {
		a.Min, a.Max = 0.5, n-0.5
	}
	return a
}

// A span is the range of some values; empty when it was not widened yet.
type span struct {
	lo, hi float64
	some   bool
}

func (s *span) add(v float64) {
	if !s.some {
		*s = span{v, v, true}
		return
	}
	s.lo, s.hi = min(s.lo, v), max(s.hi, v)
}

// spanOf is the range of some values.
func spanOf(values []float64) (s span) {
	for _, v := range values {
		s.add(v)
	}
	return s
}

// extent is the range of all values of a matrix.
func (m matrix) extent() span {
	var s span
	for _, r := range m.runs {
		for _, c := range r.cells {
			if !c.Missing {
				s.add(c.Y)
			}
		}
	}
	return s
}

// whole reports whether all values are whole numbers, so that ticks are too.
func (m matrix) whole() bool {
	for _, r := range m.runs {
		if slices.ContainsFunc(r.cells, func(c cell) bool { return !c.Missing && c.Y != math.Trunc(c.Y) }) {
			return false
		}
	}
	return true
}

// valueAxis is the axis for values in s. An end that the author asks for is the
// end of the axis; others are rounded to the next tick.
func valueAxis(d *builder, ask spec.Axis, s span, m measure, least float64) chart.Axis {
	s, least = d.facets.share(s), d.facets.least(least)
	if !s.some {
		s = span{0, 1, true}
	}
	if ask.Log.V {
		return logAxis(d, ask, s, m)
	}
	a := d.linearAxis(niceScale(s.lo, s.hi, least), m)
	if ask.Min.Set() {
		a.Min = s.lo
	}
	if ask.Max.Set() {
		a.Max = s.hi
	}
	a.Ticks = slices.DeleteFunc(a.Ticks, func(t chart.Tick) bool { return t.At < a.Min || t.At > a.Max })
	return a
}

// asked widens a span to the ends that the author asks for, which may not cut
// off any of the data.
func asked(d *builder, m measure, ask spec.Axis, data, s span) span {
	if at, v := ask.Min, m.typed(ask.Min.V); at.Set() {
		if data.some && v > data.lo {
			d.problems.Errorf(at.Pos, "axis-cuts", "axis min %v is above the smallest value, %v", at.V, scaled(data.lo, -m.up)).Hintf("leave it out, or write a smaller one")
		}
		tellFraction(d, at, at.V, m.unit, data.lo)
		s.lo, s.hi = v, max(s.hi, v)
	}
	if at, v := ask.Max, m.typed(ask.Max.V); at.Set() {
		if data.some && v < data.hi {
			p := d.problems.Errorf(at.Pos, "axis-cuts", "axis max %v is below the largest value, %v", at.V, scaled(data.hi, -m.up))
			p.Hintf("leave it out, or write a larger one")
			if fraction(at.V, m.unit, data.hi) {
				p.Hint = percentHint(at.V)
			}
		}
		s.lo, s.hi = min(s.lo, v), v
	}
	return s
}

// logAxis is an axis of powers of ten; it has no place for zero.
func logAxis(d *builder, ask spec.Axis, s span, m measure) chart.Axis {
	if s.lo <= 0 {
		d.problems.Errorf(ask.Log.Pos, "log", "a log axis has no place for %v", s.lo).Hintf("leave axis log out")
		return chart.Axis{Kind: chart.Linear, Max: 1}
	}
	a := d.linearAxis(logScale(s.lo, s.hi), m)
	a.Kind = chart.Log
	return a
}

// linearAxis writes the ticks of a scale.
func (d *builder) linearAxis(sc scale, m measure) chart.Axis {
	a := chart.Axis{Kind: chart.Linear, Min: sc.min, Max: sc.max, Grid: true}
	f := m.format
	f.decimals = asPrinted
	up, decimals := tickUp(d, sc, m)
	for _, t := range sc.ticks {
		label := f.number(t, sc.decimals)
		if t != 0 && up.word != "" {
			label = typeset.Text(f.number(scaled(t, up.up), decimals) + up.word)
		}
		a.Ticks = append(a.Ticks, chart.Tick{At: t, Label: label})
	}
	return a
}

// longTicks is from where on ticks are written by their magnitude.
var longTicks = map[string][]tenfold{
	"zh-CN": {{"亿", 8}, {"万", 4}},
	"en":    {{typeset.NoBreak + englishWords[9], 9}, {typeset.NoBreak + englishWords[6], 6}},
}

// tickUp is the magnitude by which long ticks are written, and with how many decimals:
// 50 万 for 500,000. Ticks of a unit that has one, and those whose form the author says,
// are written out.
func tickUp(d *builder, sc scale, m measure) (tenfold, int) {
	n := len(sc.ticks)
	if _, up := splitUnit(m.unit); n < 2 || up > 0 || m.up > 0 || m.plain || m.decimals != asPrinted || strings.Contains(m.unit, " ") {
		return tenfold{}, 0
	}
	largest, step := max(sc.max, -sc.min), sc.ticks[n-1]-sc.ticks[n-2]
	for _, up := range longTicks[d.lang()] {
		switch whole := math.Pow10(up.up); {
		case largest < 10*whole:
		case math.Mod(step, whole) == 0:
			return up, 0
		case math.Mod(step, whole/10) == 0:
			return up, 1
		}
	}
	return tenfold{}, 0
}

// fromZero is the span with zero in it: bars start there.
func (s span) fromZero() span {
	if s.some {
		s.add(0)
	}
	return s
}

// shares ends the span of percentages at 100 where padding went beyond it.
func (s span) shares(m matrix) span {
	if m.unit == "%" && m.extent().hi <= 100 {
		s.hi = min(s.hi, 100)
	}
	return s
}

// lineRange is the span of the figure's line axis: a log axis takes the values as
// they are.
func lineRange(d *builder, m measure, s span) span {
	if d.fig.Axis.Log.V {
		return s
	}
	return asked(d, m, d.fig.Axis, s, lineSpan(s))
}

// lineSpan is the span of a line axis: from zero, unless the values lie so
// close together that their changes would not be seen.
func lineSpan(s span) span {
	room := (s.hi - s.lo) * 0.15
	switch {
	case s.lo >= 0 && s.hi-s.lo < s.hi/2 && s.hi > s.lo:
		return span{max(0, s.lo-room), s.hi + room, s.some}
	case s.hi <= 0 && s.hi-s.lo < -s.lo/2 && s.hi > s.lo:
		return span{s.lo - room, min(0, s.hi+room), s.some}
	}
	return s.fromZero()
}

// leastStep is the smallest step between ticks: 1 for counts.
func (m matrix) leastStep() float64 {
	if m.whole() && m.decimals <= 0 {
		return 1
	}
	return 0
}

// padded is the range of the values with a part of it on both sides.
func (s span) padded(part float64) span {
	room := (s.hi - s.lo) * part
	if room == 0 {
		room = max(1, s.hi, -s.hi) * part
	}
	return span{s.lo - room, s.hi + room, s.some}
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
