package series

import (
	"slices"
	"strings"

	"charts/internal/diag"
	"charts/internal/report"
	"charts/internal/spec"
	"charts/internal/table"
)

// A Doubted is a doubt of the reader about a cell behind a frame.
type Doubted struct {
	Doc   *report.Document
	Table *table.Table
	*table.Doubt
}

// Doubts are what the reader doubts of the cells that a frame was read from: those
// in the rows of its sources, in columns that it has or that its data names.
func Doubts(docs []*report.Document, d *spec.Data, f Frame) (all []Doubted) {
	used := func(column string) bool {
		return slices.ContainsFunc(f.Columns, func(c Column) bool { return c.Name == column }) || names(d, column)
	}
	for _, r := range f.Rows {
		for _, s := range r.Sources {
			for _, found := range doubtsOf(docs, s, used) {
				if !slices.Contains(all, found) {
					all = append(all, found)
				}
			}
		}
	}
	return all
}

// doubtsOf are the doubts about the row of a source, one a column.
func doubtsOf(docs []*report.Document, s Source, used func(string) bool) (all []Doubted) {
	i := slices.IndexFunc(docs, func(d *report.Document) bool { return d.Holds(s.Report) })
	if i < 0 || s.Table == "" {
		return nil
	}
	at := diag.Pos{File: s.Report, Line: s.Line}
	for _, t := range docs[i].Lookup(s.Table) {
		if len(t.Doubts) == 0 {
			continue
		}
		row := slices.IndexFunc(t.Rows, func(r table.Row) bool { return docs[i].At(r.Line) == at })
		for col := 0; row >= 0 && col < len(t.Columns); col++ {
			if d := t.Doubt(row, col); d != nil && used(t.Columns[col].Name) {
				all = append(all, Doubted{docs[i], t, d})
			}
		}
	}
	return all
}

// names reports whether a data block names a column of a table.
func names(d *spec.Data, column string) bool {
	if strings.Contains(d.Where.V, column) || strings.Contains(d.SQL.V, column) || strings.Contains(d.SQL.V, "*") {
		return true
	}
	return slices.ContainsFunc(d.Columns, func(r spec.Rename) bool { return r.From.V == column }) ||
		slices.ContainsFunc(d.Inputs, func(in spec.NamedInput) bool { return names(&in.Data, column) })
}
