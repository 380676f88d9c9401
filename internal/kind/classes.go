package kind

import (
	"math"
	"slices"
	"strings"

	"charts/internal/chart"
	"charts/internal/typeset"
)

// classes are the steps of colour of a heatmap or a map. Every value belongs to
// one of them, and the legend leaves no doubt to which: counts are 1–5, 6–10;
// values in between are <92, 92–<94, ≥94.
type classes struct {
	ends     []float64 // one more than classes
	decimals int
	counts   bool // whole numbers: a class ends with its upper end
	from     float64
	measure
}

// classesOf are round steps over the values of a matrix; where most values would be of
// one colour, the classes are where the values lie.
func classesOf(d *builder, m matrix) classes {
	values := d.facets.pool(m.sorted()...)
	slices.Sort(values)
	s := spanOf(values)
	if !s.some {
		s = span{0, 1, true}
	}
	least := d.facets.least(m.leastStep())
	sc := niceScale(s.lo, s.hi, least)
	c := classes{ends: sc.ticks, decimals: sc.decimals, counts: least == 1, from: s.lo, measure: m.measure}
	c.format.decimals = asPrinted
	c = c.trimmed(s)
	if len(values) < fewValues || c.fullest(values) <= len(values)/2 {
		return c
	}
	for _, scale := range []func(float64) float64{plainly, math.Log} {
		if math.IsNaN(scale(values[0])) || math.IsInf(scale(values[0]), -1) {
			continue
		}
		if n := c.natural(values, scale); n.fullest(values) <= len(values)/2 {
			return n
		}
	}
	return c.natural(values, ranked(values))
}

// sorted are the values, the least first.
func (m matrix) sorted() (values []float64) {
	for _, r := range m.runs {
		for _, c := range r.cells {
			if !c.Missing {
				values = append(values, c.Y)
			}
		}
	}
	slices.Sort(values)
	return values
}

// fullest is how many values the class has that has most.
func (c classes) fullest(values []float64) (most int) {
	n := make([]int, c.count())
	for _, v := range values {
		n[c.of(v)]++
	}
	return slices.Max(n)
}

// trimmed are the classes that have a value.
func (c classes) trimmed(s span) classes {
	for c.count() > 1 && c.of(s.lo) > 0 {
		c.ends = c.ends[1:]
	}
	for c.count() > 1 && c.of(s.hi) < c.count()-1 {
		c.ends = c.ends[:c.count()]
	}
	return c
}

func (c classes) count() int { return len(c.ends) - 1 }

// of is the class of a value.
func (c classes) of(v float64) int {
	k := 0
	for k < c.count()-1 && (v > c.ends[k+1] || v == c.ends[k+1] && !c.counts) {
		k++
	}
	return k
}

// name is a class in the legend.
func (c classes) name(k int) string {
	lo, hi := c.ends[k], c.ends[k+1]
	if c.counts {
		if k > 0 || c.from > lo {
			lo++
		}
		if lo == hi {
			return c.end(hi)
		}
		return c.between(lo, c.end(hi))
	}
	switch k {
	case 0:
		return "<" + c.end(hi)
	case c.count() - 1:
		return "≥" + c.end(lo)
	}
	return c.between(lo, "<"+c.end(hi))
}

// between joins the ends of a class; beside a minus sign a dash would be misread.
func (c classes) between(lo float64, hi string) string {
	if c.ends[0] < 0 {
		return c.end(lo) + " … " + hi
	}
	return c.end(lo) + "–" + hi
}

func (c classes) end(v float64) string { return c.number(v, c.decimals) }

// classLegend names the classes by their ends, and the gaps where there are some.
func classLegend(d *builder, c classes, gaps string) {
	for k := range c.count() {
		d.chart.Legend = append(d.chart.Legend, chart.Entry{Name: c.name(k), Color: d.theme.Class(k, c.count()), Shape: chart.Square})
	}
	if last := &d.chart.Legend[len(d.chart.Legend)-1]; c.unit != "" && !strings.HasSuffix(last.Name, c.unit) {
		last.Name = typeset.Text(last.Name + typeset.NoBreak + c.unit)
	}
	if gaps != "" {
		d.chart.Legend = append(d.chart.Legend, chart.Entry{Name: gaps, Color: d.theme.Grid, Shape: chart.Square})
	}
}

// hasGaps reports whether a value is missing.
func (m matrix) hasGaps() bool {
	for _, r := range m.runs {
		if slices.ContainsFunc(r.cells, func(c cell) bool { return c.Missing }) {
			return true
		}
	}
	return false
}
