// Package peer tells where an institution stands among all that have a number of the
// same thing.
package peer

import (
	"cmp"
	"slices"

	"charts/internal/quantity"
)

// An Indicator is what numbers of many institutions are of.
type Indicator struct{ Table, Row, Column, Unit, Year string }

// Of is the indicator of a fact.
func Of(f Fact) Indicator { return Indicator{f.Table, f.Row, f.Column, f.Unit, f.Year} }

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

// Settled is one entry of each institution that has one, of all in whatever order they
// came, by the names of the institutions.
func Settled(all []Entry, year string) (own []Entry) {
	all = slices.SortedFunc(slices.Values(all), func(a, b Entry) int {
		return cmp.Or(cmp.Compare(a.Institution, b.Institution), cmp.Compare(b.weight(year), a.weight(year)), cmp.Compare(a.Value, b.Value))
	})
	for from := 0; from < len(all); {
		to := from + 1
		for to < len(all) && all[to].Institution == all[from].Institution {
			to++
		}
		if e, ok := settled(all[from:to]); ok {
			own = append(own, e)
		}
		from = to
	}
	return own
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

// A Number is what one institution has of an indicator.
type Number struct {
	Indicator Indicator
	Value     float64
}

// Numbers are those of one institution, of all facts in its reports.
func Numbers(facts []Fact) (all []Number) {
	entries := map[Indicator][]Entry{}
	for _, f := range facts {
		if f.Value != nil {
			entries[Of(f)] = append(entries[Of(f)], Entry{f.Institution, f.Edition, *f.Value})
		}
	}
	for i, of := range entries {
		for _, e := range Settled(of, i.Year) {
			all = append(all, Number{i, e.Value})
		}
	}
	slices.SortFunc(all, func(a, b Number) int { return a.Indicator.Compare(b.Indicator) })
	return all
}

// A Field is the numbers that all institutions have of an indicator.
type Field struct {
	Values            []float64 // one of each institution, the greatest first
	Low, Median, High float64   // by QUARTILE.INC
}

// FieldOf takes the numbers in any order, and orders them.
func FieldOf(values []float64) Field {
	slices.SortFunc(values, func(a, b float64) int { return cmp.Compare(b, a) })
	return Field{values, quantity.Quartile(values, 1), quantity.Median(values), quantity.Quartile(values, 3)}
}

// Rank is the place of a number from the greatest, equal for equal numbers.
func (f Field) Rank(v float64) int {
	at, _ := slices.BinarySearchFunc(f.Values, v, func(a, v float64) int { return cmp.Compare(v, a) })
	return at + 1
}

// far is how far beyond the quartiles a number is out, in their distance.
const far = 3

// Out reports whether a number lies far from all others. Where half of all have the
// same number, nothing tells what is far.
func (f Field) Out(v float64) bool {
	room := far * (f.High - f.Low)
	return len(f.Values) >= leastOut && room > 0 && (v < f.Low-room || v > f.High+room)
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

// Standing is that of a number of the field.
func (f Field) Standing(n Number) Standing {
	return Standing{n.Indicator, n.Value, f.Rank(n.Value), len(f.Values), f.Low, f.Median, f.High}
}
