// Package peer tells where an institution stands among all that have a number of the
// same thing.
package peer

import (
	"cmp"
	"slices"

	"charts/internal/quantity"
	"charts/reach/internal/fact"
)

// An Indicator is what numbers of many institutions are of.
type Indicator struct{ Table, Row, Column, Unit, Year string }

// Of is the indicator of a fact.
func Of(f fact.Fact) Indicator { return Indicator{f.Table, f.Row, f.Column, f.Unit, f.Year} }

// Compare orders indicators by table, row, column, unit and year.
func (i Indicator) Compare(j Indicator) int {
	return cmp.Or(cmp.Compare(i.Table, j.Table), cmp.Compare(i.Row, j.Row), cmp.Compare(i.Column, j.Column), cmp.Compare(i.Unit, j.Unit), cmp.Compare(i.Year, j.Year))
}

// An Entry is the number of one institution, as one of its reports has it.
type Entry struct {
	Institution string
	Edition     string
	Value       float64
}

// A Field is what all institutions have of an indicator: the greatest number first.
type Field struct {
	Entries           []Entry // one of each institution
	Low, Median, High float64 // by QUARTILE.INC
}

// FieldOf settles entries in whatever order they came.
func FieldOf(all []Entry, year string) Field {
	slices.SortFunc(all, func(a, b Entry) int {
		return cmp.Or(cmp.Compare(a.Institution, b.Institution), cmp.Compare(b.weight(year), a.weight(year)), cmp.Compare(a.Value, b.Value))
	})
	var f Field
	for from := 0; from < len(all); {
		to := from + 1
		for to < len(all) && all[to].Institution == all[from].Institution {
			to++
		}
		if e, ok := settled(all[from:to]); ok {
			f.Entries = append(f.Entries, e)
		}
		from = to
	}
	slices.SortStableFunc(f.Entries, func(a, b Entry) int { return cmp.Compare(b.Value, a.Value) })
	values := make([]float64, len(f.Entries))
	for i, e := range f.Entries {
		values[i] = e.Value
	}
	f.Low, f.Median, f.High = quantity.Quartile(values, 1), quantity.Median(values), quantity.Quartile(values, 3)
	return f
}

// weight orders reports by what they know of a year: its own before later ones, which
// correct one another.
func (e Entry) weight(year string) string {
	if e.Edition == year {
		return "own"
	}
	return e.Edition
}

// settled is the entry of the report that counts, the first. Where it has two numbers
// of one thing, none of them is the one.
func settled(own []Entry) (Entry, bool) {
	first := own[0]
	return first, !slices.ContainsFunc(own, func(e Entry) bool { return e.Edition == first.Edition && e.Value != first.Value })
}

// Rank is the place of an entry from the greatest, equal for equal numbers.
func (f Field) Rank(i int) int {
	at, _ := slices.BinarySearchFunc(f.Entries, f.Entries[i].Value, func(e Entry, v float64) int { return cmp.Compare(v, e.Value) })
	return at + 1
}

// far is how far beyond the quartiles a number is out, in their distance.
const far = 3

// Out reports whether a number lies far from all others. Where half of all have the
// same number, nothing tells what is far.
func (f Field) Out(v float64) bool {
	room := far * (f.High - f.Low)
	return len(f.Entries) >= leastOut && room > 0 && (v < f.Low-room || v > f.High+room)
}

// leastOut is of how many numbers it can be said that one is out.
const leastOut = 12

// A Standing is the number of one institution among all.
type Standing struct {
	Indicator         Indicator
	Own               float64
	Rank, Of          int
	Low, Median, High float64
}

// Standing is that of an entry.
func (f Field) Standing(of Indicator, i int) Standing {
	return Standing{of, f.Entries[i].Value, f.Rank(i), len(f.Entries), f.Low, f.Median, f.High}
}
