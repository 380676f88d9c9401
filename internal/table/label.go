package table

import (
	"slices"

	"charts/internal/notation"
)

// markTotals finds the rows that sum up others.
func markTotals(t *Table) {
	for i := range t.Rows {
		t.Rows[i].Total = notation.TotalRow(Texts(t.Rows[i].Cells))
	}
}

// label gives every row its path.
func label(t *Table) {
	unit := t.UnitColumn()
	names := nameColumns(t, unit)
	if len(names) == 0 || unit < 0 {
		labelGroups(t, nameColumns(t, -1))
		return
	}
	for i := range t.Rows {
		t.Rows[i].Unit = rowUnit(t.Rows[i].Cells, unit)
	}
	labelScoreCard(t, names)
}

// UnitColumn returns the column that holds the units of the rows, as in a score
// card, or -1. Elsewhere 单位 is an organisation; 计量单位 never is.
func (t *Table) UnitColumn() int {
	if t.kinds != nil {
		return slices.Index(t.kinds, UnitColumn)
	}
	unit := slices.IndexFunc(t.Columns, func(c Column) bool { return notation.UnitName(c.Name) })
	if unit < 0 || notation.Fold(t.Columns[unit].Name) != "单位" {
		return unit
	}
	units := 0
	for _, r := range t.Rows {
		if s := r.Cells[unit].Text; notation.Unit(s) || notation.Measure(s) || notation.None(s) || notation.Fold(s) == ":" {
			units++
		}
	}
	if 2*units < len(t.Rows) {
		return -1
	}
	return unit
}

// nameColumns returns the columns that can name a row: in a score card those in
// front of the unit, but for the amounts that it may follow.
func nameColumns(t *Table, unit int) []int {
	var names []int
	if t.kinds != nil {
		for i, k := range t.kinds {
			if k == NameColumn {
				names = append(names, i)
			}
		}
		return names
	}
	for i, c := range t.Columns {
		if i == unit {
			break
		}
		amounts := i > 0 && i == unit-1 && !t.hasWords(i)
		if !notation.Numbering(c.Name) && !amounts {
			names = append(names, i)
		}
	}
	return names
}

// labelGroups makes paths of leading columns with merged cells: a column that
// is blank in some rows names a group, and the first one without a blank names
// the row.
func labelGroups(t *Table, names []int) {
	names = groupColumns(t, names)
	path := make([]string, len(names))
	over := ""
	headings := t.headings(names)
	for i := range t.Rows {
		r := &t.Rows[i]
		if headings[i] {
			over = r.Cells[names[0]].Text
			r.Label = over
			continue
		}
		if r.Total || len(names) == 0 {
			r.Label = sumLabel(r.Cells, names)
			if len(names) > 0 && notation.Subtotal(r.Label) && (over != "" || r.Cells[names[0]].Text == "") {
				r.Label = joinPath(append([]string{over}, append(slices.Clone(path[:len(path)-1]), r.Label)...))
			}
			continue
		}
		for k, c := range names {
			if s := r.Cells[c].Text; s != "" {
				path[k] = s
				clear(path[k+1:])
			}
		}
		r.Label = joinPath(append([]string{over}, path...))
	}
}

// headings are the rows that name the rows below them, and hold nothing else. They
// are known by the names of rows that come back under several of them, or by the
// first row, which is one.
func (t *Table) headings(names []int) map[int]bool {
	if len(names) != 1 {
		return nil
	}
	found, seen, again := map[int]bool{}, map[string]bool{}, false
	for i, r := range t.Rows {
		name := r.Cells[names[0]].Text
		if filled(Texts(r.Cells)) == 1 && name != "" && i+1 < len(t.Rows) {
			found[i] = true
			continue
		}
		again = again || seen[name]
		seen[name] = true
	}
	if !found[0] && (len(found) < 2 || !again) {
		return nil
	}
	return found
}

// groupColumns chooses among the columns that can name a row. Columns of words
// come before those of numbers; leading ones with blanks are groups, and the
// first one that tells all rows apart is the name.
func groupColumns(t *Table, names []int) []int {
	words := slices.DeleteFunc(slices.Clone(names), func(c int) bool { return !t.hasWords(c) && !t.hasYears(c) })
	if len(words) == 0 {
		return names[:min(len(names), 1)]
	}
	groups := slices.IndexFunc(words, func(c int) bool { return !t.hasBlank(c) })
	if groups < 0 {
		return words[:1]
	}
	name := slices.IndexFunc(words, t.isKey)
	if name < groups {
		name = groups
	}
	return append(words[:groups:groups], words[name])
}

func (t *Table) hasBlank(c int) bool {
	return slices.ContainsFunc(t.Rows, func(r Row) bool { return !r.Total && r.Cells[c].Text == "" })
}

// isKey reports whether no two rows have the same text in the column, and none
// has a blank.
func (t *Table) isKey(c int) bool {
	seen := map[string]bool{}
	for _, r := range t.Rows {
		s := r.Cells[c].Text
		if r.Total {
			continue
		}
		if s == "" || seen[s] {
			return false
		}
		seen[s] = true
	}
	return true
}

// hasWords reports whether a column has as many words as numbers at least.
func (t *Table) hasWords(c int) bool {
	words, numbers := 0, 0
	for _, r := range t.Rows {
		switch s := r.Cells[c].Text; {
		case r.Total || s == "" || notation.None(s):
		case notation.Number(s):
			numbers++
		default:
			words++
		}
	}
	return words > 0 && words >= numbers
}

// hasYears reports whether a column has years beside the first rows of groups, and nothing
// else.
func (t *Table) hasYears(c int) bool {
	return t.hasBlank(c) && !slices.ContainsFunc(t.Rows, func(r Row) bool { return r.Cells[c].Text != "" && !notation.MarkedYear(r.Cells[c].Text) })
}

// sumLabel is the path of a row that adds up others: the groups that it stands
// for and its name.
func sumLabel(cells []Cell, names []int) string {
	var path []string
	for _, c := range names {
		if s := cells[c].Text; (!notation.Number(s) || notation.MarkedYear(s)) && !notation.None(s) {
			path = append(path, s)
		}
	}
	if label := joinPath(path); label != "" && notation.TotalRow(path) {
		return label
	}
	return firstText(cells)
}
