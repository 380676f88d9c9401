package kind

import (
	"charts/internal/chart"
	"charts/internal/series"
)

// A matrix is the values of a figure by category and series.
type matrix struct {
	cats   []string
	bands  []string // along the axis, where not every band is a category; see axis
	runs   []run
	depth  []int    // of parts under their wholes; nil: none are
	folded []string // categories that are not drawn
	measure
}

// A run is one series: a value for each category.
type run struct {
	name string
	measure
	cells []cell
}

// A cell is one value with its texts.
type cell struct {
	chart.Datum        // X is the middle of its band
	short       string // the text at the mark
	v           series.Value

	unshared bool // part of a whole that is not known
}

func (m matrix) runNames() []string {
	var names []string
	for _, r := range m.runs {
		names = append(names, r.name)
	}
	return names
}
