package manifest

import (
	"slices"

	"charts/internal/notation"
	"charts/internal/series"
)

// A matching says which columns of two states of a figure's values are the same.
type matching struct {
	before, after sided
	values        [][2]int // pairs of value columns; -1 where a state has none
}

// A sided is one of the states, with its columns parted into those that name the
// rows and the values.
type sided struct {
	Data
	keys, values []int
}

// match finds the columns that name rows by their roles, and pairs the values: by
// name, and where as many are left on both sides, by order, for they have new
// names.
func match(before, after Data) matching {
	known(&before, &after)
	m := matching{before: parted(before), after: parted(after)}
	var added []int
	for _, i := range m.after.values {
		if j := before.column(after.Columns[i].Name); slices.Contains(m.before.values, j) {
			m.values = append(m.values, [2]int{j, i})
		} else {
			added = append(added, i)
		}
	}
	var lost []int
	for _, j := range m.before.values {
		if !slices.ContainsFunc(m.values, func(p [2]int) bool { return p[0] == j }) {
			lost = append(lost, j)
		}
	}
	if len(lost) == len(added) {
		for n := range lost {
			m.values = append(m.values, [2]int{lost[n], added[n]})
		}
		return m
	}
	for _, i := range added {
		m.values = append(m.values, [2]int{-1, i})
	}
	for _, j := range lost {
		m.values = append(m.values, [2]int{j, -1})
	}
	return m
}

func parted(d Data) sided {
	s := sided{Data: d}
	for i, key := range d.Keys {
		if key != "" {
			s.keys = append(s.keys, i)
		} else {
			s.values = append(s.values, i)
		}
	}
	return s
}

// known sees to it that both states have keys. Manifests of older versions have
// none, and of tables and single numbers nobody names them: then they are those of
// the other state, else the first columns of names or years that tell the rows
// apart.
func known(before, after *Data) {
	if len(before.Keys) != len(before.Columns) {
		before.Keys = nil
	}
	if len(after.Keys) != len(after.Columns) {
		after.Keys = nil
	}
	switch {
	case before.Keys == nil && after.Keys == nil:
		names := telling(*before, *after)
		before.keyed(func(name string) string { return keyIf(slices.Contains(names, name)) })
		after.keyed(func(name string) string { return keyIf(slices.Contains(names, name)) })
	case before.Keys == nil:
		before.keyed(after.key)
	case after.Keys == nil:
		after.keyed(before.key)
	}
}

func keyIf(key bool) string {
	if key {
		return "name"
	}
	return ""
}

// keyed fills in the keys of columns by their names.
func (d *Data) keyed(key func(column string) string) {
	d.Keys = make([]string, len(d.Columns))
	for i, c := range d.Columns {
		d.Keys[i] = key(c.Name)
	}
}

// key is that of the column of that name.
func (d Data) key(column string) string {
	if i := d.column(column); i >= 0 {
		return d.Keys[i]
	}
	return ""
}

func (d Data) column(name string) int {
	return slices.IndexFunc(d.Columns, func(c DataColumn) bool { return c.Name == name })
}

// telling are the first columns of names or years that tell the rows of both
// states apart; all of them, if they do not.
func telling(before, after Data) []string {
	var names []string
	for _, c := range after.Columns {
		if !before.naming(c.Name) || !after.naming(c.Name) {
			continue
		}
		if names = append(names, c.Name); before.toldApart(names) && after.toldApart(names) {
			break
		}
	}
	return names
}

// naming reports whether a column holds names or years alone.
func (d Data) naming(column string) bool {
	i := d.column(column)
	return i < 0 || !slices.ContainsFunc(d.Rows, func(r DataRow) bool {
		return r.Cells[i].Kind == series.Number && !notation.YearUnder(column, r.Cells[i].Text)
	})
}

// toldApart reports whether no two rows have the same names.
func (d Data) toldApart(names []string) bool {
	seen := map[string]bool{}
	for _, r := range d.Rows {
		name := ""
		for _, n := range names {
			if i := d.column(n); i >= 0 {
				name += r.Cells[i].Text + "\x00"
			}
		}
		if seen[name] {
			return false
		}
		seen[name] = true
	}
	return true
}
