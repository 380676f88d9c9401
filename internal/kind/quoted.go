package kind

import (
	"slices"

	"charts/internal/chart"
	"charts/internal/diag"
	"charts/internal/message"
	"charts/internal/series"
	"charts/internal/spec"
)

// A Quoted is a number as it is in a text or on a card, with where it was
// read.
type Quoted struct {
	Value   series.Value
	Column  string // of the data that it was read from
	Text    string // with its unit
	Source  string // the source line
	Sources []chart.Source
}

// ResolveNumber writes a number for a text. Its data is one row.
func ResolveNumber(n spec.Number, data series.Frame, o Options) (Quoted, diag.List) {
	f := &spec.Figure{
		Chart: spec.At[string]{V: "kpi", Pos: n.Name.Pos}, Data: n.Data,
		Value: []spec.At[string]{numberColumn(n.Value, n.Name, data)}, Format: n.Format,
	}
	f.Path = n.Name.Pos.File
	d := newBuilder(f, data, o)
	if rows := len(data.Rows); rows != 1 {
		d.errorAt(n.Name, "one-row", "the value %s is one row, and its data has %d", n.Name.V, rows).Hintf("narrow the data with where")
		return Quoted{}, d.problems
	}
	if several := numberColumns(data); n.Value.V == "" && len(several) > 1 {
		d.errorAt(n.Name, "missing-role", "the value %s has several numbers to choose from: %s", n.Name.V, message.List(several)).Hintf("add value: and the name of a column")
		return Quoted{}, d.problems
	}
	all, ok := meters(d)
	if !ok {
		return Quoted{}, d.problems
	}
	return quoted(d, all[0]), d.problems
}

// quoted is the number of a meter.
func quoted(d *builder, one meter) Quoted {
	q := Quoted{Value: one.value.v, Column: d.fig.Value[0].V, Text: one.value.Text, Source: sourceLine(d, tablePlace)}
	for _, i := range one.value.Sources {
		q.Sources = append(q.Sources, d.chart.Sources[i])
	}
	return q
}

// numberColumn is the column that a spec names, or the first that holds a number.
func numberColumn(named, title spec.At[string], data series.Frame) spec.At[string] {
	if named.V != "" {
		return named
	}
	at := spec.At[string]{Pos: title.Pos}
	if all := numberColumns(data); len(all) > 0 {
		at.V = all[0]
	}
	return at
}

// numberColumns are the columns that hold numbers.
func numberColumns(data series.Frame) []string {
	var names []string
	for i, col := range data.Columns {
		if slices.ContainsFunc(data.Rows, func(r series.Row) bool { return r.Cells[i].Kind == series.Number }) {
			names = append(names, col.Name)
		}
	}
	return names
}
