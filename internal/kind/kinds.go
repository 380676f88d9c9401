package kind

import "charts/internal/spec"

// A kind makes the content of a figure.
type kind struct {
	name string
	make func(*builder)
	traits
}

// traits are what the parts that all kinds share have to know of one.
type traits struct {
	names     func(*spec.Figure) ([]string, bool) // those that it tells apart by colour, and whether the spec says them; nil: none
	severally bool                                // its values have several axes: the unit of the spec is for those that can have it
	withLine  bool                                // a line is a series beside its bars
	once      bool                                // each of its names has one mark
	plane     bool                                // x and y are values, too
	sized     bool                                // size is a column, and not of the page
	mixed     bool                                // its numbers may differ in unit
	single    bool                                // each of its numbers has a place of its own, also when it is missing
	facet     float64                             // its width in ems at least, as one of several; 0: the usual one
	asPrinted bool                                // its numbers are written as they are printed
}

// kinds are the chart kinds, in the order of help.
var kinds = []kind{
	{"column", columnBars, traits{names: valueNames}},
	{"bar", bar, traits{names: valueNames}},
	{"dot", dot, traits{names: valueNames}},
	{"lollipop", lollipop, traits{}},
	{"range", ranges, traits{facet: 16}},
	{"histogram", histogram, traits{}},
	{"boxplot", boxplot, traits{}},
	{"strip", strip, traits{}},
	{"line", line, traits{names: valueNames, once: true}},
	{"area", area, traits{names: valueNames, once: true}},
	{"combo", combo, comboTraits},
	{"panels", panels, panelsTraits},
	{"donut", donut, traits{names: namesOfRows, facet: 17}},
	{"pie", pie, traits{names: namesOfRows, facet: 17}},
	{"waffle", waffle, traits{names: namesOfRows, facet: 14}},
	{"rose", rose, traits{names: namesOfRows, facet: 17}},
	{"funnel", funnel, traits{facet: 16}},
	{"treemap", treemap, traits{names: namesOfRows, facet: 14}},
	{"sankey", sankey, traits{names: namesOfRows, facet: 22}},
	{"radar", radar, traits{names: seriesNames, facet: 20}},
	{"gauge", gauge, traits{facet: 17}},
	{"bullet", bullet, traits{}},
	{"kpi", kpi, kpiTraits},
	{"table", table, tableTraits},
	{"pictogram", pictogram, traits{facet: 16}},
	{"sunburst", sunburst, traits{names: namesOfRows, facet: 17}},
	{"waterfall", waterfall, traits{}},
	{"scatter", scatter, scatterTraits},
	{"bubble", scatter, bubbleTraits},
	{"heatmap", heatmap, traits{facet: 13}},
	{"calendar", calendar, traits{once: true}},
	{"slope", slope, traits{facet: 20}},
	{"dumbbell", dumbbell, traits{names: valueNames}},
	{"map", regions, traits{facet: 14, once: true}},
}

// kindOf is the kind of that name; without one it makes nothing.
func kindOf(name string) kind {
	for _, k := range kinds {
		if k.name == name {
			return k
		}
	}
	return kind{}
}

// Kinds are the names of the chart kinds.
func Kinds() []string {
	names := make([]string, len(kinds))
	for i, k := range kinds {
		names[i] = k.name
	}
	return names
}
