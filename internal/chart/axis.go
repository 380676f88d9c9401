package chart

import "math"

// bandAxis is an axis of categories.
func bandAxis(cats []string) Axis {
	a := Axis{Kind: Band, Min: 0, Max: float64(len(cats)), Line: true}
	for _, c := range cats {
		a.Labels = append(a.Labels, typeset(c))
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
		for _, c := range r.cells {
			if !c.Missing && c.Y != math.Trunc(c.Y) {
				return false
			}
		}
	}
	return true
}

// valueAxis is the axis for values in s, with the author's changes.
func (d *draft) valueAxis(s span, m measure, least float64) Axis {
	if !s.some {
		s = span{0, 1, true}
	}
	if a := d.fig.Axis.Min; a.Set() {
		s.lo = min(a.V, s.hi)
	}
	if a := d.fig.Axis.Max; a.Set() {
		s.hi = max(a.V, s.lo)
	}
	return linearAxis(niceScale(s.lo, s.hi, least), m)
}

// linearAxis writes the ticks of a scale.
func linearAxis(sc scale, m measure) Axis {
	a := Axis{Kind: Linear, Min: sc.min, Max: sc.max, Grid: true}
	f := m.format
	f.decimals = asPrinted
	for _, t := range sc.ticks {
		a.Ticks = append(a.Ticks, Tick{At: t, Label: f.number(t, sc.decimals)})
	}
	return a
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
