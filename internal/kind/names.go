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
	if of := kindOf(f.Chart.V).names; of != nil {
		return of(f)
	}
	return nil, true
}

// namesOfRows are those of kinds whose names are in the rows alone.
func namesOfRows(*spec.Figure) ([]string, bool) { return nil, false }

// yName is the one name of a cloud of dots.
func yName(f *spec.Figure) ([]string, bool) { return []string{f.Y.V}, !f.Series.Set() }

// valueNames are the columns of the values, where each is a series; one stands
// alone.
func valueNames(f *spec.Figure) (names []string, said bool) {
	if names, said = seriesNames(f); len(f.Value) == 1 {
		return nil, said
	}
	return names, said
}

// noSpecNames are those of kinds whose columns stand alone.
func noSpecNames(f *spec.Figure) ([]string, bool) {
	_, said := seriesNames(f)
	return nil, said
}

// seriesNames are the columns of the values.
func seriesNames(f *spec.Figure) (names []string, said bool) {
	if f.Series.Set() || f.Legend.V == "true" || !f.Category.Set() { // the legend of one series, the values of a sentence
		return nil, false
	}
	for _, at := range f.Value {
		if !slices.Contains(names, at.V) {
			names = append(names, at.V)
		}
	}
	return names[:min(len(names), palette.MaxSeries)], true
}
