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
		key := col < len(roles) && roles[col].keys
		if !key {
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
