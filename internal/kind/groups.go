package kind

import (
	"slices"

	"charts/internal/chart"
	"charts/internal/typeset"
)

// grouped are the values of a column by category, several in each, with the names of
// their rows.
type grouped struct {
	matrix          // the values, one row each
	cats   []string // in the order of their first rows
	of     []int    // the category of each value
	names  []string // of the rows
}

// readGroups reads the roles category, value and label.
func readGroups(d *builder) (grouped, bool) {
	cat, ok := d.role("category", d.fig.Category)
	cols, ok2 := d.valueColumns()
	if !ok || !ok2 || len(d.data.Rows) == 0 {
		return grouped{}, false
	}
	names, ok := rowNames(d)
	g := grouped{matrix: columnMatrix(d, cols[0]), cats: distinct(d, cat), names: names}
	if !ok || !measured(d, &g.matrix) {
		return g, false
	}
	if len(g.cats) > maxCategories {
		d.errorAt(d.fig.Category, "too-many", "%d categories do not fit on a page", len(g.cats)).Hintf("keep the most important with top: {n: 20}, or narrow with where")
		return g, false
	}
	at := positions(g.cats)
	for i := range d.data.Rows {
		g.of = append(g.of, at[name(d.data.Rows[i].Cells[cat])])
		c := &g.runs[0].cells[i]
		c.Datum.Name, c.X = typeset.Text(names[i]), float64(g.of[i])+0.5
		if names[i] == "" {
			c.Datum.Name = typeset.Text(g.cats[g.of[i]])
		}
	}
	return g, true
}

// in are the values of a category that are there.
func (g grouped) in(i int) (some []cell) {
	for k, c := range g.runs[0].cells {
		if g.of[k] == i && !c.Missing {
			some = append(some, c)
		}
	}
	return some
}

// groupRow is the height of a row of many values, in ems.
const groupRow = 3.6

// panel is a panel of the categories as rows, over the axis of all values.
func (g grouped) panel(d *builder) chart.Panel {
	s := g.extent()
	bands, lines := references(d, g.matrix, &s)
	value := valueAxis(d, d.fig.Axis, lineRange(d, g.measure, s).shares(g.matrix), g.measure, g.leastStep())
	value.Title = valueTitle(d, g.matrix, false)
	p := rowPanel(matrix{cats: g.cats}, value)
	p.Row = groupRow
	p.Marks = slices.Concat(bands, lines)
	return p
}

// named is the matrix with the names of its rows.
func (g grouped) named() matrix {
	m := g.matrix
	m.cats = nil
	for _, c := range m.runs[0].cells {
		m.cats = append(m.cats, c.Name)
	}
	return m
}
