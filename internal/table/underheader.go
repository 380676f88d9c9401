package table

import (
	"slices"

	"charts/internal/notation"
)

// withoutBlankColumns leaves out the columns without a name or a value: they only
// keep others apart.
func withoutBlankColumns(rows []gridRow) []gridRow {
	var used []int
	for col := range rows[0].cells {
		if slices.ContainsFunc(rows, func(r gridRow) bool { return r.cells[col] != "" }) {
			used = append(used, col)
		}
	}
	if len(used) == len(rows[0].cells) || len(used) == 0 {
		return rows
	}
	for i := range rows {
		cells := make([]string, len(used))
		for k, col := range used {
			cells[k] = rows[i].cells[col]
		}
		rows[i].cells = cells
		rows[i].Doubts.Move(func(cell int) (int, bool) { return slices.BinarySearch(used, cell) })
	}
	return rows
}

// expandYears puts the names of a header over the columns that the row under it
// parts, where their blanks were lost: A | B over 2013 | 2023 | 2013 | 2023.
func expandYears(rows []gridRow) {
	if len(rows) < 3 {
		return
	}
	top, low := rows[0].cells, rows[1].cells
	lead := blankRun(low)
	names := len(top) - blankTail(top) - lead
	if lead >= len(top) || names < 1 || names == len(top)-lead || blankRun(top[lead:]) > 0 || filled(low) != len(low)-lead {
		return
	}
	each := (len(low) - lead) / names
	if names*each != len(low)-lead || !cyclic(low[lead:], each) || !isSubHeader(rows[1]) {
		return
	}
	for k := names - 1; k >= 0; k-- {
		name := top[lead+k]
		top[lead+k] = ""
		top[lead+k*each] = name
	}
}

// unitsIntoHeader takes a row of nothing but units under the header into it.
func unitsIntoHeader(rows []gridRow, depth int) []gridRow {
	if depth >= len(rows) {
		return rows
	}
	units := rows[depth].cells
	first := notation.BareUnit(units[0])
	found := notation.UnitRow(units[1:])
	if found == 0 || 2*found < len(units)-1 || first != "" && !notation.UnitName(first) {
		return rows
	}
	for i, c := range units {
		if c = notation.BareUnit(c); i > 0 && c != "" && !notation.None(c) {
			lowestName(rows[:depth], i).cells[i] += "（" + c + "）"
		}
	}
	return slices.Delete(slices.Clone(rows), depth, depth+1)
}

// lowestName is the row of a header that names a column last.
func lowestName(head []gridRow, col int) gridRow {
	for i := len(head) - 1; i > 0; i-- {
		if head[i].cells[col] != "" {
			return head[i]
		}
	}
	return head[0]
}
