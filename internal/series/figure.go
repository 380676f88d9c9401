package series

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"charts/internal/diag"
	"charts/internal/message"
	"charts/internal/notation"
	"charts/internal/quantity"
	"charts/internal/spec"
)

// Figure gives the rows behind a figure: the columns that its roles name, in the
// order of the roles and under the names that they use; without the rows of
// totals unless the figure asks for them; sorted, and cut to the top.
func (s *Store) Figure(ctx context.Context, f *spec.Figure) (Frame, diag.List) {
	s.mu.Lock()
	defer s.mu.Unlock()
	q := &question{Store: s, ctx: ctx, thin: thinningOf(f)}
	r := q.data(&f.Data)
	if q.failed() {
		return Frame{}, append(q.problems, s.unfiltered(ctx, f)...)
	}
	sample, numeric := r.Sample, r.numeric()
	if !f.Data.SQL.Set() && !f.Totals.V {
		r.Rows = withoutTotals(r.Rows, f.Totals.Set())
	}
	roles := rolesOf(f)
	if f.Sort.Set() {
		r.Rows = slices.Clone(r.Rows) // those of a table are the store's
		q.sort(r, f.Sort, f.Top, roles)
	}
	if len(roles) > 0 {
		r = q.roles(r, roles) // with cells of its own
		nameKeys(r.Columns, f, roles)
	} else {
		r.Frame = r.clone()
	}
	r.settleUnits()
	unread(q, r.Frame, roles, &f.Data)
	if !q.failed() {
		q.mixedUnits(r.Frame, f, roles)
		unlikeBrackets(q, r.Frame, f, roles)
	}
	if q.failed() {
		return Frame{}, q.problems
	}
	q.sourceless(r.Frame, f)
	if top(q, &r.Frame, roles, f.Top); q.failed() {
		return Frame{}, q.problems
	}
	r.Sample, r.Numeric = sample, numeric
	return r.Frame, q.problems
}

// unfiltered are the problems that the columns of a figure have besides those of its
// condition.
func (s *Store) unfiltered(ctx context.Context, f *spec.Figure) diag.List {
	if !f.Data.Where.Set() {
		return nil
	}
	q, d := &question{Store: s, ctx: ctx}, f.Data
	d.Where = spec.At[string]{}
	r := q.data(&d)
	if q.failed() {
		return nil // it is told
	}
	q.roles(r, rolesOf(f))
	return q.problems
}

// sourceless warns of a row that a query made of nothing that it read.
func (q *question) sourceless(f Frame, fig *spec.Figure) {
	i := slices.IndexFunc(f.Rows, func(r Row) bool { return len(r.Sources) == 0 })
	if i < 0 || fig.SourceLine().Set() {
		return
	}
	p := q.problems.Warnf(fig.Data.SQL.Pos, "no-source", "the row of %s comes from no report or file", rowName(f.Rows[i]))
	p.Hintf("read its numbers from a table or sentence, or say with source: where they come from")
}

// withoutTotals leaves the totals out. When only totals are left, because the
// author asked for one of them, they stay, unless totals: false is written.
func withoutTotals(rows []Row, strict bool) []Row {
	totals := 0
	for i := range rows {
		if rows[i].Total {
			totals++
		}
	}
	if totals == 0 || !strict && totals == len(rows) {
		return rows
	}
	return slices.DeleteFunc(slices.Clone(rows), func(r Row) bool { return r.Total }) // they are the store's
}

// roles projects a relation to the columns of the roles. A row counts as
// computed when one of its values is, whatever its names are made of.
func (q *question) roles(r relation, roles []role) relation {
	picks := make([]pick, len(roles))
	for i, role := range roles {
		picks[i] = q.pick(r, role.name, role.name.V)
		if number, ok := quantity.Parse(role.name.V); ok && picks[i].col < 0 && slices.Contains(orNumbers, role.is) {
			q.problems[len(q.problems)-1].Hintf("a number stands alone: write %s: %s", role.is, number.Value)
		}
	}
	if q.failed() {
		return relation{}
	}
	r = r.project(picks)
	for i := range r.Rows {
		row := &r.Rows[i]
		row.Computed = false
		for j := range row.Cells {
			v := &row.Cells[j]
			row.Computed = row.Computed || v.Computed && !roles[j].keys
			if roles[j].keys && v.Kind == Text {
				v.Text = ownName(v.Text)
			}
		}
	}
	return r
}

// ownName is a name without the words that place it under another.
func ownName(name string) string {
	if own, _ := notation.Part(name); own != "" {
		return own
	}
	return name
}

// sort orders the rows by a column; "-" before its name means descending.
// Missing values come last both ways.
func (q *question) sort(r relation, by spec.At[string], t spec.Top, roles []role) {
	name := by
	descending := false
	if r.column(by.V) < 0 {
		name.V, descending = strings.CutPrefix(by.V, "-")
	}
	p := q.pick(r, name, name.V)
	if column, _, ok := strings.Cut(name.V, " "); p.col < 0 && ok && r.column(column) >= 0 {
		q.problems[len(q.problems)-1].Hintf("write sort: %s, or -%[1]s from large to small", column)
	}
	if column := strings.TrimRight(name.V, "-↓"); p.col < 0 && column != name.V && r.column(column) >= 0 {
		q.problems[len(q.problems)-1].Hintf("write sort: %s, or -%[1]s from large to small", column)
	}
	if p.col < 0 && directions[strings.ToLower(name.V)] {
		column := r.names()[len(r.names())-1]
		for _, role := range roles {
			if isValue(roles, role.name.V) && r.column(role.name.V) >= 0 {
				column = role.name.V
				break
			}
		}
		q.problems[len(q.problems)-1].Hintf("sort names a column: sort: %s, or -%[1]s from large to small", column)
	}
	value := func(row Row) Value {
		if p.col < 0 {
			return hidden(row, p.hide)
		}
		return row.Cells[p.col]
	}
	order, key := notation.Compare, value
	if place, ok := notation.Chronology(timesOf(r.Rows, value)); ok {
		order = func(a, b string) int { return cmp.Compare(place[a], place[b]) }
		if p.col >= 0 && !isValue(roles, name.V) {
			key = func(row Row) Value { return asName(value(row)) } // 2023.10 is October
		}
	}
	slices.SortStableFunc(r.Rows, func(a, b Row) int { return compare(key(a), key(b), order, descending) })
	tied(q, r.Rows, name.V, value, t)
}

// isValue reports whether a column is a value of the figure.
func isValue(roles []role, name string) bool {
	return slices.ContainsFunc(roles, func(r role) bool { return r.name.V == name && !r.keys })
}

// asName is a number as the text that it is printed as.
func asName(v Value) Value {
	if v.Kind == Number {
		v.Kind = Text
	}
	return v
}

// directions are what other programs write for the order.
var directions = map[string]bool{"asc": true, "desc": true, "ascending": true, "descending": true, "升序": true, "降序": true, "从大到小": true, "从小到大": true, "由高到低": true, "由低到高": true, "从高到低": true, "从低到高": true, "倒序": true, "true": true, "value": true}

// timesOf are the texts of a column that may all be times, without those of totals.
func timesOf(rows []Row, value func(Row) Value) (names []string) {
	for _, row := range rows {
		if v := value(row); !row.Total && v.Kind != Missing {
			names = append(names, v.Text)
		}
	}
	return names
}

// compare orders values: numbers, then texts, then the missing ones.
func compare(a, b Value, texts func(a, b string) int, descending bool) int {
	if a.Kind != b.Kind {
		return cmp.Compare(kindOrder(a.Kind), kindOrder(b.Kind))
	}
	c := 0
	switch a.Kind {
	case Number:
		c = cmp.Compare(a.Num, b.Num)
	case Text:
		c = texts(a.Text, b.Text)
	}
	if descending {
		return -c
	}
	return c
}

func kindOrder(k Kind) int {
	return [...]int{Missing: 2, Number: 0, Text: 1, NotRead: 1}[k]
}

// mixedUnits reports value columns whose numbers have different units: on one
// axis they would be compared. A table shows each number with its unit.
func (q *question) mixedUnits(f Frame, fig *spec.Figure, roles []role) {
	if fig.Chart.V == "table" || fig.Chart.V == "kpi" {
		return
	}
	for col, role := range roles {
		if role.keys {
			continue
		}
		units, notes := unitsOf(f, col)
		if len(units) < 2 {
			continue
		}
		p := q.problems.Errorf(role.name.Pos, "mixed-units", "%s mixes units on one axis: %s", role.name.V, message.Clauses(units))
		p.See = notes
		p.Hintf("choose rows of one unit with where, or give each unit its own figure")
	}
}
