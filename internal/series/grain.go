package series

import (
	"database/sql/driver"
	"fmt"
	"slices"

	"charts/internal/message"
)

// repeated finds a row that is added up more than once, because a join repeats it.
func (c combining) repeated(parts []summand) error {
	if c.distinct || c.window {
		return nil
	}
	seen := map[ref]bool{}
	for _, p := range parts {
		if p.at >= 0 && seen[p.ref] {
			return message.Errorf("the join repeats the row of %s, so that its value counts more than once; add up before the join, or join on columns that tell the rows apart",
				rowName(p.row))
		}
		seen[p.ref] = true
	}
	return nil
}

// single finds a bare column of which GROUP BY leaves the value of any one row,
// where the rows of the group differ.
func single(q *question, of []origin, refs []ref) error {
	for _, o := range of {
		if !o.grouped {
			continue
		}
		var first *Value
		at := o.at
		for _, ref := range refs {
			if ref.at < 0 || ref.relation != o.relation || o.at >= 0 && ref.at != o.at {
				continue
			}
			if at < 0 {
				at = ref.at
			}
			if ref.at != at { // one of two tables of the same name
				continue
			}
			r := q.engine.relations[ref.relation]
			v, ok := r.cell(r.Rows[ref.row], o.column)
			if ok && first != nil && argument(v) != argument(*first) {
				return message.Errorf("%s is that of one row of its group, and the rows differ; put it into GROUP BY, or say which: max(%s), sum(%s)", o.column, o.column, o.column)
			}
			if ok && first == nil {
				first = &v
			}
		}
	}
	return nil
}

// repeats finds two rows of an answer that show the same numbers of the same row:
// a join that was to add something to it has made it two.
func repeats(q *question, st statement, a answer, traces []trace, origins [][]origin) error {
	seen := map[string]int{}
	for n, raw := range a.rows {
		if t := traces[n]; len(st.arms[t.arm].tables) < 2 || st.arms[t.arm].aggregate {
			continue
		}
		key := fmt.Sprint(traces[n].arm, raw)
		before, ok := seen[key]
		if !ok {
			seen[key] = n
			continue
		}
		if ref, ok := sameRow(traces[before], traces[n], origins[traces[n].arm], raw); ok {
			row := q.engine.relations[ref.relation].Rows[ref.row]
			return message.Errorf("the join repeats the row of %s; join on columns that tell the rows apart, or write SELECT DISTINCT", rowName(row))
		}
	}
	return nil
}

// sameRow is the row of which two rows of an answer both show a number.
func sameRow(a, b trace, of []origin, raw []driver.Value) (ref, bool) {
	for _, r := range a.refs {
		shows := func(o origin) bool { return o.relation == r.relation }
		if r.at < 0 || !slices.Contains(b.refs, r) || !slices.ContainsFunc(of, shows) {
			continue
		}
		for i, o := range of {
			_, text := raw[i].(string)
			if shows(o) && raw[i] != nil && !text {
				return r, true
			}
		}
	}
	return ref{}, false
}
