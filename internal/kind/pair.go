package kind

import (
	"slices"
	"strings"
	"unicode/utf8"

	"charts/internal/chart"
	"charts/internal/typeset"
)

// pairs reads two values of each category: two columns, or one that a series
// parts in two, the earlier first where they are times.
func pairs(d *builder) (matrix, bool) {
	m, ok := oneAxis(d)
	if !ok {
		return m, false
	}
	if len(m.runs) != 2 {
		at := d.fig.Series
		if !at.Set() {
			at = d.fig.Value[0]
		}
		d.errorAt(at, "pair", "a %s chart compares two values, not %d", d.fig.Chart.V, len(m.runs)).Hintf("name two columns in value, or narrow series to two values with where")
		return m, false
	}
	switch _, back := timeOrder(m.runNames()); {
	case !back:
	case !d.fig.Series.Set():
		p := d.problems.Warnf(d.fig.Value[0].Pos, "backwards", "%s runs backwards, from %s to %s", "value", m.runs[0].name, m.runs[1].name)
		p.Hintf("write value: [%s, %s]", m.runs[1].name, m.runs[0].name)
	case strings.TrimPrefix(d.fig.Sort.V, "-") != d.fig.Series.V:
		slices.Reverse(m.runs)
	}
	return m, true
}

// maxSlopes is how many lines a slope chart has at most.
const maxSlopes = 24

// folded breaks a label into lines of at most that many ems.
func folded(d *builder, s string, limit float64) string {
	return strings.Join(d.faces.Wrap(s, limit, 1, false), "\n")
}

// fitsInLines reports whether a label fits in two lines of that many ems, no word being
// wider; of 汉字 each line has three at least.
func fitsInLines(f typeset.Faces, s string, limit float64) bool {
	lines := f.Wrap(s, limit, 1, false)
	if len(lines) == 2 {
		for _, l := range lines {
			if han := strings.TrimRightFunc(l, func(r rune) bool { return !typeset.IsHan(r) }); han != "" && utf8.RuneCountInString(han) < 3 {
				return false
			}
		}
	}
	return len(lines) <= 2 && f.Fits(s, limit, 1)
}

// pairAxis is the axis of two values a category, which are at the marks: it ends
// near the outermost, with room for so large a part of it beyond.
func pairAxis(d *builder, m matrix, room float64) chart.Axis {
	s := m.extent()
	a := valueAxis(d, d.fig.Axis, lineRange(d, m.measure, s), m.measure, 0)
	if a.Kind == chart.Log {
		return bareAxis(span{a.Min, a.Max, true}, a)
	}
	return bareAxis(asked(d, m.measure, d.fig.Axis, s, s.padded(room)), a)
}
