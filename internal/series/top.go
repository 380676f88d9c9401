package series

import (
	"slices"

	"charts/internal/quantity"
	"charts/internal/spec"
)

// top keeps the first rows and adds the rest up into one, named in the first
// column that names things. Without a name for it the rest goes.
func top(f *Frame, roles []role, t spec.Top) {
	if !t.N.Set() || t.N.V < 1 || len(f.Rows) <= t.N.V {
		return
	}
	rest := f.Rows[t.N.V:]
	f.Rows = slices.Clip(f.Rows[:t.N.V])
	if t.Other.V == "" {
		return
	}
	other := Row{Cells: make([]Value, len(f.Columns)), Label: t.Other.V, Computed: true}
	named := false
	for col := range f.Columns {
		if !isNames(f.Rows, col, roles) {
			other.Cells[col] = sum(rest, col)
		} else if !named {
			other.Cells[col], named = Value{Kind: Text, Text: t.Other.V}, true
		}
	}
	for _, r := range rest {
		other.Sources = append(other.Sources, r.Sources...)
	}
	f.Rows = append(f.Rows, other)
}

// isNames reports whether a column names things: by its role, or because it holds
// text.
func isNames(rows []Row, col int, roles []role) bool {
	return col < len(roles) && roles[col].keys ||
		slices.ContainsFunc(rows, func(r Row) bool { return r.Cells[col].Kind == Text })
}

// sum adds a column up; missing values add nothing, and nothing adds up to a
// missing value.
func sum(rows []Row, col int) Value {
	total := Value{Computed: true}
	for _, r := range rows {
		v := r.Cells[col]
		if v.Kind != Number {
			continue
		}
		total.Kind = Number
		total.Num += v.Num
		total.Unit = v.Unit
		total.Decimals = max(total.Decimals, v.Decimals)
	}
	total.Num = quantity.Round(total.Num)
	return total
}
