package kind

import (
	"cmp"
	"slices"
	"strings"

	"charts/internal/layout"
	"charts/internal/series"
	"charts/internal/spec"
)

// facets are the parts of a figure that its kind draws one by one, each as a figure
// of its own over the same categories, series and scales.
type facets struct {
	parts   []facet
	known   []string // names that are in any of them
	columns int      // side by side
	free    bool
	pools   [][]float64 // what the scales are made of, in the order in which a kind makes them
	settled bool        // the pools hold the values of all parts
	next    int         // the scale that is made next
}

// A facet is the rows of one value of the facet column.
type facet struct {
	name string
	rows []int // of the whole
}

// maxFacets is how many small charts a page holds.
const maxFacets = 40

// makePanels lets the kind make the panels of a figure, or those of its parts.
func makePanels(d *builder) {
	if !d.fig.Facet.Column.Set() {
		d.kind.make(d)
		for i := range d.chart.Panels {
			d.chart.Panels[i].Stage = d.stage
		}
		return
	}
	if f, ok := facetsOf(d); ok {
		f.make(d)
	}
}

// facetsOf parts the rows by the facet column, each with a row for every category
// and series that the others have.
func facetsOf(d *builder) (*facets, bool) {
	col, ok := d.role("facet", d.fig.Facet.Column)
	if !ok || len(d.data.Rows) == 0 {
		return nil, false
	}
	f := &facets{known: textsIn(d), free: d.fig.Facet.Scale.V == "free"}
	names := distinct(d, col)
	if len(names) > maxFacets {
		d.errorAt(d.fig.Facet.Column, "too-many", "%d small charts do not fit on a page", len(names)).Hintf("narrow with where, or keep the first with top")
		return nil, false
	}
	if !f.free {
		d.data.Rows = completed(d, col, names)
		d.whole = d.data.Rows
		d.index, d.cites = indexes(len(d.whole)), make([][]int, len(d.whole))
	}
	at := positions(names)
	f.parts = make([]facet, len(names))
	for i, row := range d.data.Rows {
		p := &f.parts[at[name(row.Cells[col])]]
		p.name, p.rows = name(row.Cells[col]), append(p.rows, i)
	}
	f.columns = columnsOf(d, len(names))
	return f, true
}

// completed are the rows in the order of the facets, and in each of them in that of
// the categories and series; where one has no row for them, it gets one without
// values.
func completed(d *builder, col int, names []string) []series.Row {
	keys := keyColumns(d)
	if len(keys) == 0 {
		return d.data.Rows
	}
	keyOf := func(row series.Row) string {
		parts := make([]string, len(keys))
		for i, k := range keys {
			parts[i] = name(row.Cells[k])
		}
		return strings.Join(parts, "\x00")
	}
	var order []string
	first := map[string]series.Row{}
	held := map[string][]series.Row{}
	for _, row := range d.data.Rows {
		key := keyOf(row)
		if _, ok := first[key]; !ok {
			first[key] = row
			order = append(order, key)
		}
		at := name(row.Cells[col]) + "\x00" + key
		held[at] = append(held[at], row)
	}
	var rows []series.Row
	for _, n := range names {
		for _, key := range order {
			if own := held[n+"\x00"+key]; own != nil {
				rows = append(rows, own...)
			} else {
				rows = append(rows, gapRow(d, col, n, keys, first[key]))
			}
		}
	}
	return rows
}

// keyColumns are the columns of names that give each value its place.
func keyColumns(d *builder) (keys []int) {
	if d.kind.plane {
		return nil
	}
	for i, c := range d.data.Columns {
		for _, at := range []spec.At[string]{d.fig.Category, d.fig.Series, d.fig.X, d.fig.Y, d.fig.Indent} {
			if at.Set() && at.V == c.Name {
				keys = append(keys, i)
			}
		}
	}
	return keys
}

// gapRow is a row of a facet with the names of another and no values.
func gapRow(d *builder, col int, facet string, keys []int, like series.Row) series.Row {
	row := series.Row{Cells: make([]series.Value, len(d.data.Columns)), Label: like.Label, Of: like.Of}
	for _, k := range keys {
		row.Cells[k] = like.Cells[k]
	}
	row.Cells[col] = series.Value{Kind: series.Text, Text: facet}
	return row
}

// leastFacet is the width of a small chart at least, in ems.
const leastFacet = 10.5

// columnsOf is how many of n small charts are side by side: what the author says,
// or as many as have room, so that the rows are evenly full.
func columnsOf(d *builder, n int) int {
	if c := d.fig.Facet.Columns.V; c > 0 {
		return min(c, n)
	}
	most := max(1, min(n, int((d.em-axisEms)/cmp.Or(d.kind.facet, leastFacet))))
	rows := (n + most - 1) / most
	return (n + rows - 1) / rows
}

// part is the share of a width in ems that one small chart has.
func (f *facets) part(em float64) float64 {
	if f == nil {
		return em
	}
	return layout.PartOf(em, f.columns)
}

// pool are the values that a scale is made of: those of all parts, once they are known.
func (f *facets) pool(values ...float64) []float64 {
	if f == nil || f.free {
		return values
	}
	if f.next == len(f.pools) {
		if f.settled { // a scale that the other parts did not have
			return values
		}
		f.pools = append(f.pools, nil)
	}
	all := &f.pools[f.next]
	f.next++
	if f.settled {
		return *all
	}
	*all = append(*all, values...)
	return values
}

// share is the span of a scale.
func (f *facets) share(s span) span {
	if s.some {
		return spanOf(f.pool(s.lo, s.hi))
	}
	return spanOf(f.pool())
}

// most and least are the largest and the smallest of what the parts have.
func (f *facets) most(v float64) float64  { return slices.Max(f.pool(v)) }
func (f *facets) least(v float64) float64 { return slices.Min(f.pool(v)) }

// others are the values of the whole in some series' columns, so that every part
// shows its numbers in the same way.
func (f *facets) others(d *builder, unit string) []run {
	if f == nil {
		return nil
	}
	var all []run
	for i, c := range d.data.Columns {
		if !slices.ContainsFunc(d.fig.Value, func(at spec.At[string]) bool { return at.V == c.Name }) {
			continue
		}
		r := run{name: c.Name}
		r.unit = c.Unit
		for _, row := range d.whole {
			v := row.Cells[i]
			if v.Kind == series.Number && convert(&v, unit) {
				r.cells = append(r.cells, cell{v: v})
			}
		}
		all = append(all, r)
	}
	return all
}

// names are those that are in any part.
func (f *facets) names() []string {
	if f == nil {
		return nil
	}
	return f.known
}

// textsIn are the texts of the data and what its rows are called.
func textsIn(d *builder) (names []string) {
	for _, row := range d.data.Rows {
		names = append(names, row.Label)
		for _, v := range row.Cells {
			if v.Kind == series.Text {
				names = append(names, name(v))
			}
		}
	}
	return names
}
