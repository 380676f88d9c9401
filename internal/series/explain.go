package series

import (
	"database/sql/driver"
	"math"
	"slices"
	"strconv"
	"strings"

	"charts/internal/diag"
	"charts/internal/message"
	"charts/internal/quantity"
)

// maxSources is how many lines a row names when it cannot be told which of them
// it came from.
const maxSources = 40

// explain turns an answer into a relation whose rows know where they came from.
func explain(q *question, st statement, a answer, w wording) (relation, error) {
	out := relation{name: theSQL}
	origins := origins(q, st, len(a.columns))
	traces := traces(q, st, a)
	if traces != nil {
		if err := repeats(q, st, a, traces, origins); err != nil {
			return relation{}, err
		}
	}
	whole := addSubqueries(q, st, traces)
	shown := st.shown(a.columns)
	answered := answered(traces, len(st.arms))
	for _, i := range shown {
		out.Columns = append(out.Columns, Column{Name: a.columns[i]})
	}
	unsure := false
	for n, raw := range a.rows {
		arm, refs, exact := 0, []ref(nil), false
		if traces != nil {
			arm, refs, exact = traces[n].arm, traces[n].refs, whole[traces[n].arm]
		}
		if !exact {
			arm, refs = guess(q, origins, arm, refs, raw, a.reads)
		}
		of := origins[min(arm, len(origins)-1)]
		row, err := row(q, of, refs, raw)
		if err != nil {
			return relation{}, err
		}
		if sure, err := combine(q, &row, of, refs, answered[arm]); err != nil && sure && (exact || !st.narrows()) {
			return relation{}, err
		} else if err != nil && !unsure {
			unsure = true
			w.show(q.problems.Warnf(w.at.Pos, "unsure-sum", "unless the query leaves rows out, %v", err), w.all())
		}
		all := row.Cells
		row.Cells = make([]Value, len(shown))
		for k, i := range shown {
			row.Cells[k] = all[i]
			row.Computed = row.Computed || all[i].Computed
		}
		out.Rows = append(out.Rows, row)
	}
	lacking(q, out, w)
	out.settleUnits()
	return out, nil
}

// lacking tells which rows have no value for a sum, of all rows of an answer once.
func lacking(q *question, r relation, w wording) {
	var names []string
	for _, row := range r.Rows {
		names = append(names, row.Lacks...)
	}
	if len(names) == 0 {
		return
	}
	slices.Sort(names)
	names = slices.Compact(names)
	p := q.problems.Warnf(w.at.Pos, "missing-part", "what the SQL adds up has no value of %s", message.List(names[:min(len(names), maxLacks)]))
	p.Severity = diag.Doubt
	w.show(p, w.all())
}

// maxLacks is how many of the rows that a sum lacks are named.
const maxLacks = 6

// shown are the columns of an answer without the hidden ones that a * brought.
func (s statement) shown(columns []string) []int {
	var shown []int
	for i, c := range columns {
		named := slices.ContainsFunc(s.arms, func(a arm) bool {
			return slices.ContainsFunc(a.items, func(t token) bool { return t.text == c })
		})
		if named || !slices.Contains(hiddenColumns, c) {
			shown = append(shown, i)
		}
	}
	return shown
}

// traces asks the query again with a column that tells its rows. What it tells
// counts only when all else is the same; nil means that it cannot be told.
func traces(q *question, st statement, a answer) []trace {
	query := st.traced(q.engine.knows)
	if query == "" {
		return nil
	}
	b, err := q.engine.query(q.ctx, query)
	if err != nil || len(b.rows) != len(a.rows) {
		return nil
	}
	traces := make([]trace, len(a.rows))
	for i, row := range b.rows {
		last := len(row) - 1
		told, ok := row[last].(string)
		if !ok || !slices.Equal(row[:last], a.rows[i]) {
			return nil
		}
		traces[i] = st.read(told)
	}
	return traces
}

// answered are for each arm all rows behind its answer.
func answered(traces []trace, arms int) [][]ref {
	all := make([][]ref, max(1, arms))
	for _, t := range traces {
		all[t.arm] = append(all[t.arm], t.refs...)
	}
	return all
}

// read reads "arm table:row table:row".
func (s statement) read(told string) trace {
	words := strings.Fields(told)
	t := trace{}
	t.arm, _ = strconv.Atoi(words[0])
	for _, w := range words[1:] {
		table, row, _ := strings.Cut(w, ":")
		i, _ := strconv.Atoi(table)
		n, _ := strconv.Atoi(row)
		t.refs = append(t.refs, ref{strings.ToLower(s.arms[t.arm].tables[i].table), n - 1, i})
	}
	return t
}

// addSubqueries adds to traces the rows that the subqueries of each arm read. It
// tells for each arm whether its traces are all there is to know.
func addSubqueries(q *question, st statement, traces []trace) []bool {
	whole := make([]bool, len(st.arms))
	if traces == nil {
		return whole
	}
	more := make([][]ref, len(st.arms))
	for k, a := range st.arms {
		whole[k] = st.plain(a, q.engine)
		for _, sub := range a.subs {
			refs, ok := refsOf(q, sub)
			for i := range refs {
				refs[i].at = inSubquery
			}
			more[k], whole[k] = append(more[k], refs...), whole[k] && ok
		}
	}
	for i, t := range traces {
		traces[i].refs = append(t.refs, more[t.arm]...)
	}
	return whole
}

// refsOf are the rows that a subquery reads, when it can be asked by itself.
func refsOf(q *question, sub string) ([]ref, bool) {
	st := parse(sub)
	query := st.traced(q.engine.knows)
	if query == "" {
		return nil, false
	}
	b, err := q.engine.query(q.ctx, query)
	if err != nil || len(b.rows) > maxSources {
		return nil, false
	}
	var refs []ref
	for _, row := range b.rows {
		if told, ok := row[len(row)-1].(string); ok {
			refs = append(refs, st.read(told).refs...)
		}
	}
	return refs, true
}

// plain reports whether an arm reads only relations that the store knows, so
// that its rows can be told.
func (s statement) plain(a arm, e *engine) bool {
	return !a.nested && !slices.ContainsFunc(a.tables, func(t tableRef) bool {
		return slices.Contains(s.with, strings.ToLower(t.table)) || !e.knows(t.table)
	})
}

// guess finds the rows that a row of an answer may have come from: of each
// relation that was read and is not traced, those that hold its bare columns'
// values.
func guess(q *question, origins [][]origin, arm int, refs []ref, raw []driver.Value, reads []string) (int, []ref) {
	traced := map[string]bool{}
	for _, r := range refs {
		traced[r.relation] = true
	}
	if len(refs) == 0 {
		arm = likely(q, origins, raw)
	}
	for _, name := range reads {
		if traced[name] {
			continue
		}
		for i, row := range q.engine.relations[name].Rows {
			if len(refs) < maxSources && holds(q, name, row, origins[arm], raw) {
				refs = append(refs, ref{name, i, somewhere})
			}
		}
	}
	return arm, refs
}

// likely is the first arm of which a row can have come, or the first.
func likely(q *question, origins [][]origin, raw []driver.Value) int {
	for k, arm := range origins {
		for _, o := range arm {
			rel, ok := q.engine.relations[o.relation]
			if ok && slices.ContainsFunc(rel.Rows, func(r Row) bool { return holds(q, o.relation, r, arm, raw) }) {
				return k
			}
		}
	}
	return 0
}

// holds reports whether a row of a relation has the values of all bare columns.
func holds(q *question, relation string, row Row, arm []origin, raw []driver.Value) bool {
	for i, o := range arm {
		if o.relation != relation {
			continue
		}
		if v, ok := q.engine.relations[relation].cell(row, o.column); !ok || argument(v) != raw[i] {
			return false
		}
	}
	return true
}

// row makes a row of the raw values and the rows that they came from.
func row(q *question, arm []origin, refs []ref, raw []driver.Value) (Row, error) {
	row := Row{Cells: make([]Value, len(raw))}
	for _, ref := range refs {
		from := q.engine.relations[ref.relation].Rows[ref.row]
		for _, s := range from.Sources {
			if len(row.Sources) < maxSources && !slices.Contains(row.Sources, s) {
				row.Sources = append(row.Sources, s)
			}
		}
		if len(refs) == 1 {
			row.Label = from.Label
		}
	}
	for i, v := range raw {
		var err error
		if row.Cells[i], err = value(q, arm[i], refs, v); err != nil {
			return Row{}, err
		}
	}
	return row, nil
}

// value gives a raw value the unit and the digits that it was printed with, when
// it is a bare column, and marks it as computed when it is not.
func value(q *question, o origin, refs []ref, raw driver.Value) (Value, error) {
	for _, ref := range refs {
		if ref.relation != o.relation {
			continue
		}
		r := q.engine.relations[ref.relation]
		if v, ok := r.cell(r.Rows[ref.row], o.column); ok && argument(v) == raw {
			return v, nil
		}
	}
	switch v := raw.(type) {
	case nil:
		return Value{}, nil
	case string:
		return textValue(v), nil
	}
	n, ok := float(raw)
	if !ok || math.IsInf(n, 0) || math.IsNaN(n) {
		return Value{}, message.Errorf("the SQL gives a number that is not finite")
	}
	n = quantity.Round(n)
	return Value{Kind: Number, Num: n, Unit: o.unit, Text: strconv.FormatFloat(n, 'f', -1, 64), Decimals: -1,
		Computed: o.relation == "" && !o.read}, nil
}
