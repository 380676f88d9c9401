package series

import (
	"math"
	"slices"

	"charts/internal/message"
	"charts/internal/quantity"
	"charts/internal/spec"
)

// top keeps the first rows and adds the rest up into one, named in the first
// column that names things. Without a name for it the rest goes. What has no sum
// makes no rest.
func top(q *question, f *Frame, roles []role, t spec.Top) {
	if !t.N.Set() || t.N.V < 1 || len(f.Rows) <= t.N.V {
		return
	}
	rest := f.Rows[t.N.V:]
	kept := slices.Clip(f.Rows[:t.N.V])
	if t.Other.V == "" {
		if !torn(q, kept, rest, roles, t) {
			f.Rows = kept
		}
		return
	}
	if !foldable(q, f.Rows, rest, roles, t) {
		return
	}
	other := Row{Cells: make([]Value, len(f.Columns)), Label: t.Other.V, Computed: true}
	named := false
	for col := range f.Columns {
		switch {
		case !isNames(f.Rows, col, roles):
			if !adds(q, f, col, t) || !numbersOnly(q, f.Columns[col].Name, rest, col, t) {
				return
			}
			other.Cells[col] = Sum(column(rest, col))
			unknownRest(q, rest, col, t)
		case !named:
			other.Cells[col], named = Value{Kind: Text, Text: t.Other.V}, true
		}
	}
	for _, r := range rest {
		other.Sources = append(other.Sources, r.Sources...)
	}
	f.Rows = append(kept, other)
}

// torn refuses first rows that hold a category for some series or small charts and
// not for others: what was left out would look as if it were missing.
func torn(q *question, kept, rest []Row, roles []role, t spec.Top) bool {
	is := func(names ...string) int {
		return slices.IndexFunc(roles, func(r role) bool { return slices.Contains(names, r.is) })
	}
	category, by := is("category"), is("series", "facet")
	if category < 0 || by < 0 {
		return false
	}
	stay := map[string]bool{}
	for _, r := range kept {
		stay[r.Cells[category].Text] = true
	}
	i := slices.IndexFunc(rest, func(r Row) bool { return stay[r.Cells[category].Text] })
	if i < 0 {
		return false
	}
	p := q.problems.Errorf(t.N.Pos, "torn", "top keeps some rows of %s and drops others, which would look missing", rest[i].Cells[category].Text)
	p.See = seeSource(rest[i], "the row")
	p.Hintf("sort by %s, so that its rows stand together, and keep all of them, or narrow with where", roles[category].name.V)
	return true
}

// tied warns where the first rows end between rows of the same value, so that their
// order in the report decides which of them stay.
func tied(q *question, rows []Row, name string, value func(Row) Value, t spec.Top) {
	n := t.N.V
	if n < 1 || n >= len(rows) {
		return
	}
	last, next := value(rows[n-1]), value(rows[n])
	equal := func(r Row) bool { v := value(r); return v.Kind == Number && v.Num == last.Num }
	if last.Kind != Number || !equal(rows[n]) {
		return
	}
	from := slices.IndexFunc(rows, equal)
	to := n + 1
	for to < len(rows) && equal(rows[to]) {
		to++
	}
	p := q.problems.Warnf(t.N.Pos, "tied", "top: %d ends between equal rows: %s of %s and of %s is %s", n, name, rowName(rows[n-1]), rowName(rows[n]), next.Text)
	if p.Hintf("write %d", to); from > 0 {
		p.Hintf("write %d or %d", from, to)
	}
}

// foldable refuses a rest that would count something twice, that several series
// would share, or that has the name of a row that stays.
func foldable(q *question, all, rest []Row, roles []role, t spec.Top) bool {
	keys := column(all[:len(all)-len(rest)], 0)
	r, why := Overlap(rest, all)
	hint := message.Format("leave the row out with where, or leave other out")
	switch {
	case !why.Empty():
	case slices.ContainsFunc(roles, func(r role) bool { return (r.is == "series" || r.is == "facet") && r.name.Set() }):
		why, hint = message.Of("series part the rows, and the rest belongs to none"), "fold the rows with sql, or leave other out"
	case slices.ContainsFunc(keys, func(v Value) bool { return v.Kind == Text && v.Text == t.Other.V }):
		why, hint = message.Of("a row that stays has that name"), "give the rest another name"
	default:
		return true
	}
	p := q.problems.Errorf(t.Other.Pos, "no-rest", "the rest cannot be folded into %q: %s", t.Other.V, why)
	p.Hintf(hint)
	if len(r.Sources) > 0 {
		p.See = seeSource(r, "the row")
	}
	return false
}

// adds refuses the rest of a column whose values have no sum.
func adds(q *question, f *Frame, col int, t spec.Top) bool {
	c := f.Columns[col]
	values := column(f.Rows, col)
	what, ok := quantity.Adds(c.Name, c.Unit, IsWhole(values))
	if units, _ := unitsOf(*f, col); len(units) > 1 {
		what, ok = "values in different units", false
	}
	if ok {
		return true
	}
	p := q.problems.Errorf(t.Other.Pos, "no-sum", "%s cannot be folded into %q: %s have no sum", c.Name, t.Other.V, what)
	p.Hintf("leave other out, which drops the rest, or compute the value of the rest with sql")
	return false
}

// unknownRest warns of a rest that is not known, because a part of it is not.
func unknownRest(q *question, rest []Row, col int, t spec.Top) {
	i := slices.IndexFunc(rest, func(r Row) bool { return r.Cells[col].Kind != Number })
	if i < 0 {
		return
	}
	p := q.problems.Warnf(t.Other.Pos, "unknown-rest", "the value of %q is not known: %s, which is folded into it, has none", t.Other.V, rowName(rest[i]))
	p.Hintf("leave out the rows without a value with where")
}

// column are the values of a column.
func column(rows []Row, col int) []Value {
	values := make([]Value, len(rows))
	for i, r := range rows {
		values[i] = r.Cells[col]
	}
	return values
}

// IsWhole reports whether values are the parts of one whole: they make a hundred,
// a thousand of ‰, or one, as far as they are rounded.
func IsWhole(values []Value) bool {
	sum := Sum(values)
	near := func(size float64) bool { return math.Abs(sum.Num-size) <= size/100 }
	switch {
	case sum.Kind != Number:
		return false
	case sum.Unit == "‰":
		return near(1000)
	case sum.Unit == "":
		return near(100) || near(1)
	}
	return near(100)
}

// isNames reports whether a column names things: by its role, or because it holds
// texts and no numbers.
func isNames(rows []Row, col int, roles []role) bool {
	numbers, texts := Frame{Rows: rows}.kinds(col)
	return col < len(roles) && roles[col].keys || texts && !numbers
}

// numbersOnly refuses a rest with a text among its numbers.
func numbersOnly(q *question, name string, rest []Row, col int, t spec.Top) bool {
	i := slices.IndexFunc(rest, func(r Row) bool { return r.Cells[col].Kind == Text })
	if i < 0 {
		return true
	}
	p := q.problems.Errorf(t.Other.Pos, "not-a-number", "%s cannot be added up: %s of %s is %q", t.Other.V, name, rowName(rest[i]), rest[i].Cells[col].Text)
	p.See = seeSource(rest[i], "the row")
	p.Hintf("leave the row out with where, or give no other:")
	return false
}
