package kind

import (
	"slices"

	"charts/internal/palette"
	"charts/internal/series"
	"charts/internal/spec"
)

// Names are the categories or series that a figure tells apart by colour, in
// the order of its marks: what [Assign] takes. Of more names than colours, those
// that are too many take their turn.
func Names(f *spec.Figure, data series.Frame) []string {
	d := newBuilder(f, data, Options{})
	content(d)
	return d.painted[:min(len(d.painted), palette.MaxSeries)]
}

// SpecNames are the [Names] of a figure as its spec alone says them; false where
// its values do. A run asks them of the figures that it does not draw, and so need
// not read the values of most.
func SpecNames(f *spec.Figure) (names []string, said bool) {
	switch f.Chart.V {
	case "column", "bar", "line", "area", "combo", "radar", "dumbbell", "panels":
		return valueNames(f)
	case "scatter", "bubble":
		return []string{f.Y.V}, !f.Series.Set()
	case "donut", "pie", "rose", "sunburst", "treemap", "sankey":
		return nil, false
	}
	return nil, true
}

// valueNames are the columns of the values, where each is a series.
func valueNames(f *spec.Figure) (names []string, said bool) {
	if f.Series.Set() || f.Legend.V == "true" || !f.Category.Set() { // the legend of one series, the values of a sentence
		return nil, false
	}
	if f.Chart.V == "panels" || f.Chart.V != "radar" && len(f.Value) == 1 {
		return nil, true // each stands alone
	}
	for _, at := range f.Value {
		if !slices.Contains(names, at.V) {
			names = append(names, at.V)
		}
	}
	return names[:min(len(names), palette.MaxSeries)], true
}
