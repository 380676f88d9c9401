package lint

import (
	"slices"
	"strings"

	"charts/internal/chart"
	"charts/internal/message"
	"charts/internal/notation"
	"charts/internal/quantity"
	"charts/internal/regexp"
	"charts/internal/series"
	"charts/internal/spec"
)

// stackedRates finds stacks of what has no sum. Shares that make a whole have one.
func stackedRates(v *view) {
	if v.Spec.Stack.V != "true" || !v.is("column", "bar", "area") || len(v.runs) < 2 {
		return
	}
	whole := true
	for i := range v.names {
		whole = whole && series.IsWhole(v.at(i))
	}
	for _, r := range v.runs {
		if what, ok := quantity.Adds(r.measure, r.unit, whole); !ok && !whole {
			v.warn(v.Spec.Stack, "%s are stacked: %s have no sum", r.measure, what)
			return
		}
	}
}

// averaged are the columns that SQL takes averages of.
var averaged = regexp.MustCompile(`(?i)\bavg\s*\(\s*(?:distinct\s+)?(?:[\pL\d_]+\s*\.\s*)?("[^"]+"|[\pL_][\pL\d_]*)\s*\)`)

// weighted is what of the kinds of measures without a sum is of a group: a class
// has a rate, and a person an age.
var weighted = []message.Format{"rates", "ratios", "averages", "percentages that make no whole"}

// unweightedAverage finds averages of rates in SQL.
func unweightedAverage(v *view) {
	sql := v.Spec.Data.SQL
	for _, m := range averaged.FindAllStringSubmatchIndex(sql.V, -1) {
		name := strings.Trim(sql.V[m[2]:m[3]], `"`)
		what, ok := quantity.Adds(name, "", false)
		if ok || !slices.Contains(weighted, what) {
			continue
		}
		v.warn(spec.At[string]{Pos: spec.Within(sql, m[0], m[1])}, "avg takes the average of %s, and %s have weights", name, what)
	}
}

// totalAsPart finds a total among its parts: by its name, where that is not refused
// already, or because many parts make it exactly.
func totalAsPart(v *view) {
	switch {
	case len(v.runs) > 1 && v.stacked() && v.is("column", "bar", "area"):
		for i, r := range v.runs {
			if v.sumsRuns(i) {
				v.warn(v.Spec.Stack, "%s is the sum of the series that it stands on", r.name)
				return
			}
		}
	case len(v.runs) == 1 && v.is("pie", "donut", "rose", "pictogram"):
		for i, name := range v.names {
			if sums(v.runs[0].values, i, notation.Whole(name)) {
				v.warn(v.valueAt(), "%s is the sum of the parts beside it", name)
				return
			}
		}
	}
}

// sumsRuns reports whether a series is at every name the sum of the others.
func (v *view) sumsRuns(run int) bool {
	for i := range v.names {
		if !sums(v.at(i), run, false) {
			return false
		}
	}
	return len(v.names) > 0
}

// leastParts and leastSum are what a sum without its name has, so that no chance makes it.
const (
	leastParts = 3
	leastSum   = 100
)

// sums reports whether one of some values is the sum of the others.
func sums(values []series.Value, i int, named bool) bool {
	others := 0
	for j, v := range values {
		if j != i && v.Kind == series.Number {
			others++
		}
	}
	return (named || others >= leastParts && values[i].Num >= leastSum) && series.IsSum(values, i)
}

// comboSameUnit finds a line with the unit of the columns on another axis.
func comboSameUnit(v *view) {
	if !v.is("combo") || len(v.runs) < 2 || len(v.Chart.Panels) == 0 {
		return
	}
	last := v.runs[len(v.runs)-1]
	if last.unit == "" || v.runs[0].unit != last.unit {
		return
	}
	if slices.ContainsFunc(chart.Only[chart.Lines](v.Chart.Panels[0].Marks), func(l chart.Lines) bool { return l.Second }) {
		v.warn(v.Spec.Value[len(v.Spec.Value)-1], "%s and %s are in %s, and the line has an axis of its own", v.runs[0].name, last.name, last.unit)
	}
}

// mostParts is how many parts a reader can tell apart.
const mostParts = 6

// tooManyParts counts slices, stacked parts and series. Where some are pointed at
// the others are a background.
func tooManyParts(v *view) {
	if len(v.Spec.Highlight) > 0 {
		return
	}
	kind, _ := spec.FindKind(v.Spec.Chart.V)
	switch n := len(v.runs); {
	case n == 1 && v.is("pie", "donut"):
		if n := len(v.runs[0].numbers()); n > mostParts {
			v.warn(v.Spec.Chart, "%d slices, and a reader can tell %d apart", n, mostParts)
		}
	case n > mostParts && v.stacked():
		v.warn(v.Spec.Stack, "%d parts in a stack, and a reader can tell %d apart", n, mostParts)
	case n > mostParts && kind.Compares():
		v.warn(v.Spec.Chart, "%d series, and a reader can tell %d apart", n, mostParts)
	}
}
