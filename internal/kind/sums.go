package kind

import (
	"cmp"
	"slices"

	"charts/internal/chart"
	"charts/internal/message"
	"charts/internal/notation"
	"charts/internal/quantity"
	"charts/internal/series"
	"charts/internal/spec"
)

// sum is the one cell of several rows: what their values make, exactly, with the
// words that they have. One row stays as it is.
func (m matrix) sum(cells []cell) cell {
	if len(cells) == 1 {
		return cells[0]
	}
	sum := cell{v: series.Sum(valuesOf(cells)), Datum: chart.Datum{Computed: true}}
	for _, c := range cells {
		sum.Y += c.Y
		sum.Sources, sum.Rows = append(sum.Sources, c.Sources...), append(sum.Rows, c.Rows...)
	}
	slices.Sort(sum.Sources)
	sum.Sources = slices.Compact(sum.Sources)
	sum.short, sum.Text = m.texts(sum.v)
	return sum
}

// SumText is the sum of the numbers of a column as a table shows them, or "" where
// they have none.
func SumText(f series.Frame, col int) string {
	var values []series.Value
	if _, overlap := series.Overlap(f.Rows, f.Rows); !overlap.Empty() {
		return ""
	}
	for _, r := range f.Rows {
		if v := r.Cells[col]; v.Kind == series.Number {
			values = append(values, v)
		}
	}
	unit := f.Columns[col].Unit
	differs := func(v series.Value) bool { return v.Unit != unit }
	if _, ok := quantity.Adds(f.Columns[col].Name, unit, true); !ok || len(values) == 0 || slices.ContainsFunc(values, differs) {
		return ""
	}
	return measure{format: format{decimals: asPrinted}, unit: unit}.full(series.Sum(values))
}

func valuesOf(cells []cell) []series.Value {
	values := make([]series.Value, len(cells))
	for i, c := range cells {
		values[i] = c.v
	}
	return values
}

// adds refuses a figure that shows sums of what has none: rates, averages, ranks.
// Percentages may be shares of one whole; those that do not make it are told.
func adds(d *builder, m matrix) bool {
	if len(d.fig.Value) == 0 { // it counts rows
		return true
	}
	at, values := d.fig.Value[0], valuesOf(m.runs[0].cells)
	if !apart(d, m.runs[0].cells) || !columnsApart(d, at) {
		return false
	}
	values = slices.DeleteFunc(values, func(v series.Value) bool { return v.Kind != series.Number })
	if series.IsWhole(values) {
		return true
	}
	if what, ok := quantity.Adds(at.V, m.runs[0].measure.unit, true); !ok {
		d.errorAt(at, "no-sum", "%s makes no shares: %s have no sum", at.V, what).Hintf("use chart: bar, which needs no whole")
		return false
	}
	if sum := m.sum(m.runs[0].cells); m.unit == "%" && sum.Y > 0 {
		d.problems.Warnf(at.Pos, "not-a-whole", "the shares add up to %s, not to 100%%", sum.short).Hintf("use chart: bar, which needs no whole")
	}
	return true
}

// apart refuses parts of which one counts what another counts as well.
func apart(d *builder, cells []cell) bool {
	var rows []series.Row
	for _, c := range cells {
		for _, i := range c.Rows {
			if !c.Missing {
				rows = append(rows, d.whole[i])
			}
		}
	}
	_, why := series.Overlap(rows, rows)
	if total := totalOf(cells); why.Empty() && total != "" {
		why = message.Of("%s is a sum of other rows", total)
	}
	if !why.Empty() {
		d.errorAt(d.fig.Value[0], "overlap", "these are no parts of one whole: %s", why).Hintf("leave the row out with where, or use chart: bar")
	}
	return why.Empty()
}

// totalOf is the name of a cell that is called the whole of others, and is their
// sum, or "".
func totalOf(cells []cell) string {
	values := valuesOf(cells)
	i := slices.IndexFunc(cells, func(c cell) bool { return notation.Whole(c.Name) })
	for ; i >= 0 && i < len(cells); i++ {
		if notation.Whole(cells[i].Name) && series.IsSum(values, i) {
			return cells[i].Name
		}
	}
	return ""
}

// columnsApart refuses columns of values of which one is a part of another.
func columnsApart(d *builder, at spec.At[string]) bool {
	for _, c := range d.data.Columns {
		if c.Of != "" {
			d.errorAt(at, "overlap", "these are no parts of one whole: %s is a part of %s", c.Name, c.Of).Hintf("leave one of them out of value, or use chart: bar")
			return false
		}
	}
	return true
}

// stackable refuses series of which one holds what another holds as well: a column
// of totals, or one of 其中 beside its whole.
func stackable(d *builder, m matrix) bool {
	if !columnsApart(d, d.fig.Stack) {
		return false
	}
	sum := func(name string) bool { return notation.Total(name) || notation.Mean(name) }
	part := func(name string) bool {
		_, is := notation.Part(name)
		return is
	}
	whole := func(name string) bool { return name == m.total() }
	for _, is := range []func(string) bool{sum, part, whole} {
		i := slices.IndexFunc(m.runs, func(r run) bool { return is(r.name) })
		if i >= 0 && slices.ContainsFunc(m.runs, func(r run) bool { return !is(r.name) }) {
			p := d.errorAt(d.fig.Stack, "overlap", "%s cannot stand on the others: it counts what they count", m.runs[i].name)
			p.Hintf("leave it out of value, or leave stack out")
			return false
		}
	}
	return true
}

// total is the name of a series that is called the whole of the others, and is
// their sum at every name, or "".
func (m matrix) total() string {
	for i, r := range m.runs {
		sums := notation.Whole(r.name)
		for j := 0; sums && j < len(m.cats); j++ {
			at := make([]series.Value, len(m.runs))
			for k := range at {
				at[k] = m.runs[k].cells[j].v
			}
			sums = series.IsSum(at, i)
		}
		if sums && len(m.cats) > 0 {
			return r.name
		}
	}
	return ""
}

// fromZero refuses a value below zero in a figure that has no place for it.
func fromZero(d *builder, m matrix, lacks string) bool {
	for _, r := range m.runs {
		for i := range r.cells {
			if c := &r.cells[i]; !c.Missing && c.Y < 0 {
				p := d.errorAt(d.fig.Value[0], "negative-share", "%s is negative and has no %s", cmp.Or(c.Name, "a value"), lacks)
				p.See = d.seeCell(c)
				p.Hintf("use chart: bar")
				return false
			}
		}
	}
	return true
}

// noteSums says that the numbers of names with several rows are sums.
func noteSums(d *builder) {
	d.noteOnce(d.say("含多行的数为各行之和（计算值）。", "The number of several rows is their sum (computed)."))
}
