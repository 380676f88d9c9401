package report

import (
	"slices"
	"strings"

	"charts/internal/notation"
)

// markTotals finds the rows that sum up others.
func markTotals(t *Table) {
	for i := range t.Rows {
		t.Rows[i].Total = isTotal(texts(t.Rows[i].Cells))
	}
}

func texts(cells []Cell) []string {
	s := make([]string, len(cells))
	for i, c := range cells {
		s[i] = c.Text
	}
	return s
}

// isTotal looks at the cells in front of the first number, but for the number
// of the row: 合计, or 学院小计.
func isTotal(cells []string) bool {
	for i, c := range cells {
		if notation.Total(c) {
			return true
		}
		if i > 0 && isNumber(c) {
			return false
		}
	}
	return false
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
	unit := slices.IndexFunc(t.Columns, func(c Column) bool { return isUnitName(c.Name) })
	if unit < 0 || Fold(t.Columns[unit].Name) != "单位" {
		return unit
	}
	units := 0
	for _, r := range t.Rows {
		if s := r.Cells[unit].Text; isUnit(s) || notation.Measure(s) || isMissing(s) || Fold(s) == ":" {
			units++
		}
	}
	if 2*units < len(t.Rows) {
		return -1
	}
	return unit
}

// isUnitName reports whether a column of this name holds the units of the rows.
func isUnitName(name string) bool {
	switch Fold(name) {
	case "单位", "计量单位", "度量单位", "计算单位", "Unit", "unit", "Units", "UNIT":
		return true
	}
	return false
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
		if !isNumbering(c.Name) && !amounts {
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
			if len(names) > 1 && r.Cells[names[0]].Text == "" && notation.Subtotal(r.Label) {
				r.Label = joinPath(append(slices.Clone(path[:len(path)-1]), r.Label))
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
		if filled(texts(r.Cells)) == 1 && name != "" && i+1 < len(t.Rows) {
			found[i] = true
			continue
		}
		again = again || seen[name]
		seen[name] = true
	}
	if len(found) < 2 || !again && !found[0] {
		return nil
	}
	return found
}

// groupColumns chooses among the columns that can name a row. Columns of words
// come before those of numbers; leading ones with blanks are groups, and the
// first one that tells all rows apart is the name.
func groupColumns(t *Table, names []int) []int {
	words := slices.DeleteFunc(slices.Clone(names), func(c int) bool { return !t.hasWords(c) })
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

// hasWords reports whether any cell of the column is neither a number nor
// missing.
func (t *Table) hasWords(c int) bool {
	return slices.ContainsFunc(t.Rows, func(r Row) bool {
		s := r.Cells[c].Text
		return !r.Total && s != "" && !isMissing(s) && !isNumber(s)
	})
}

// sumLabel is the path of a row that adds up others: the groups that it stands
// for and its name.
func sumLabel(cells []Cell, names []int) string {
	var path []string
	for _, c := range names {
		if s := cells[c].Text; !isNumber(s) && !isMissing(s) {
			path = append(path, s)
		}
	}
	if label := joinPath(path); label != "" && isTotal(path) {
		return label
	}
	return firstText(cells)
}

func firstText(cells []Cell) string {
	for _, c := range cells {
		if c.Text != "" && !isNumber(c.Text) {
			return c.Text
		}
	}
	return ""
}

func joinPath(path []string) string {
	return strings.Join(slices.DeleteFunc(slices.Clone(path), func(s string) bool { return s == "" }), "/")
}
