package table

import (
	"slices"
	"strconv"
	"strings"

	"charts/internal/message"
	"charts/internal/notation"
)

// Identify gives the table an id that none of those has which count.
func (t *Table) Identify(ids map[string]int) {
	t.ID = strings.TrimPrefix(t.Section+"/"+t.Label, "/")
	ids[t.ID]++
	if n := ids[t.ID]; n > 1 {
		t.ID += "#" + strconv.Itoa(n)
	}
}

// Uncaptioned reports whether the table is called by its line.
func (t *Table) Uncaptioned() bool { return message.IsLineLabel(t.Label) }

// LastLine is the line of its last row.
func (t *Table) LastLine() int {
	last := max(t.Line, t.HeaderLine)
	for _, r := range t.Rows {
		last = max(last, r.Line)
	}
	return last
}

// Kinds are what the columns hold, as the rows are labelled by them.
func (t *Table) Kinds() []ColumnKind {
	unit := t.UnitColumn()
	names := nameColumns(t, unit)
	if len(names) == 0 || unit < 0 {
		names = groupColumns(t, nameColumns(t, -1))
	}
	kinds := make([]ColumnKind, len(t.Columns))
	for i, c := range t.Columns {
		switch {
		case i == unit:
			kinds[i] = UnitColumn
		case slices.Contains(names, i):
			kinds[i] = NameColumn
		case notation.Numbering(c.Name):
			kinds[i] = NumberColumn
		default:
			kinds[i] = ValueColumn
		}
	}
	return kinds
}

// HasNumbers reports whether any cell of a column is a number.
func (t *Table) HasNumbers(col int) bool {
	return slices.ContainsFunc(t.Rows, func(r Row) bool { return notation.Number(r.Cells[col].Text) })
}

// EachLine calls f for every line number of the table.
func (t *Table) EachLine(f func(*int)) {
	f(&t.Line)
	f(&t.HeaderLine)
	for i := range t.Rows {
		f(&t.Rows[i].Line)
		for k := range t.Rows[i].Cells {
			f(&t.Rows[i].Cells[k].Line)
		}
	}
	for i := range t.Notes {
		f(&t.Notes[i].Line)
	}
	for i := range t.Doubts {
		f(&t.Doubts[i].Line)
	}
	doubtful := make(map[cellName]int, len(t.doubtful))
	for at, i := range t.doubtful {
		f(&at.line)
		doubtful[at] = i
	}
	t.doubtful = doubtful
}
