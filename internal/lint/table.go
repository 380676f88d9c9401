package lint

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"charts/internal/series"
	"charts/internal/spec"
)

// A table is the values of a figure by category and series.
type table struct {
	names []string
	runs  []run
}

// A run is one series.
type run struct {
	name    string
	measure string // the column of its values
	unit    string
	values  []series.Value // one a name
}

// tableOf reads the roles category, value and series. Without a category the one
// row of a sentence has its columns for names. Other kinds have no table.
func tableOf(f *spec.Figure, frame series.Frame) table {
	var cols []int
	for _, at := range f.Value {
		if c := column(frame, at.V); c >= 0 {
			cols = append(cols, c)
		}
	}
	cat := column(frame, f.Category.V)
	switch {
	case len(cols) == 0 || cat < 0 && len(frame.Rows) != 1, f.Facet.Column.Set(): // a table for each
		return table{}
	case cat < 0:
		return sentence(f, frame, cols)
	case f.Series.Set():
		return pivot(f, frame, cat, cols[0])
	}
	t := table{}
	for _, row := range frame.Rows {
		t.names = append(t.names, text(row.Cells[cat]))
	}
	for _, c := range cols {
		r := run{name: frame.Columns[c].Name, measure: frame.Columns[c].Name}
		for _, row := range frame.Rows {
			r.values = append(r.values, row.Cells[c])
		}
		r.unit = unitOf(f, frame.Columns[c].Unit, r.values)
		t.runs = append(t.runs, r)
	}
	return t
}

// sentence is the one row of a sentence.
func sentence(f *spec.Figure, frame series.Frame, cols []int) table {
	t := table{runs: []run{{}}}
	r := &t.runs[0]
	for _, c := range cols {
		t.names = append(t.names, frame.Columns[c].Name)
		r.values = append(r.values, frame.Rows[0].Cells[c])
	}
	r.unit = unitOf(f, frame.Columns[cols[0]].Unit, r.values)
	return t
}

// pivot parts the values of one column by the names of another.
func pivot(f *spec.Figure, frame series.Frame, cat, value int) table {
	by := column(frame, f.Series.V)
	t := table{}
	if by < 0 {
		return t
	}
	nameAt, runAt := map[string]int{}, map[string]int{}
	for _, row := range frame.Rows {
		place(nameAt, &t.names, text(row.Cells[cat]))
	}
	var all []string
	for _, row := range frame.Rows {
		name := text(row.Cells[by])
		if _, ok := runAt[name]; !ok {
			place(runAt, &all, name)
			t.runs = append(t.runs, run{name: name, measure: frame.Columns[value].Name, values: make([]series.Value, len(t.names))})
		}
		t.runs[runAt[name]].values[nameAt[text(row.Cells[cat])]] = row.Cells[value]
	}
	for i := range t.runs {
		t.runs[i].unit = unitOf(f, frame.Columns[value].Unit, t.runs[i].values)
	}
	return t
}

// place gives a name its place among those seen.
func place(at map[string]int, all *[]string, name string) {
	if _, ok := at[name]; !ok {
		at[name] = len(*all)
		*all = append(*all, name)
	}
}

func column(f series.Frame, name string) int {
	return slices.IndexFunc(f.Columns, func(c series.Column) bool { return c.Name == name && name != "" })
}

// text is a name as printed.
func text(v series.Value) string {
	if v.Kind == series.Number && v.Text == "" {
		return strconv.FormatFloat(v.Num, 'f', -1, 64)
	}
	return strings.Join(strings.Fields(v.Text), " ")
}

// unitOf is the unit that the numbers of a run have, or are given by the spec.
func unitOf(f *spec.Figure, column string, values []series.Value) string {
	unit := cmp.Or(column, f.Unit.V)
	for _, v := range values {
		unit = cmp.Or(unit, v.Unit)
	}
	return unit
}

// numbers are the values of a run that are there.
func (r run) numbers() (all []series.Value) {
	for _, v := range r.values {
		if v.Kind == series.Number {
			all = append(all, v)
		}
	}
	return all
}

// at are the values of all runs at one name.
func (t table) at(i int) (all []series.Value) {
	for _, r := range t.runs {
		all = append(all, r.values[i])
	}
	return all
}
