package table

import (
	"cmp"
	"slices"

	"charts/internal/diag"
	"charts/internal/format"
	"charts/internal/message"
)

// A Said is what the author says of the columns of a table.
type Said struct {
	At      diag.Pos
	Header  *int // how many rows hold names, where it is said
	Columns []ColumnHint
}

// Depth is how many rows hold names, at least one unless the author says the
// names.
func (t *Said) Depth() (rows int, said bool) {
	if t == nil || t.Header == nil {
		return 0, false
	}
	if t.Named() {
		return *t.Header, true
	}
	return max(*t.Header, 1), true
}

// Named reports whether the author names the columns.
func (t *Said) Named() bool { return t != nil && len(t.Columns) > 0 }

// Kind is what a column holds, the first one names unless another does.
func (t *Said) Kind(col int) ColumnKind {
	switch k := t.Columns[col].Kind; {
	case k != "":
		return k
	case col == 0 && !slices.ContainsFunc(t.Columns, func(c ColumnHint) bool { return c.Kind == NameColumn }):
		return NameColumn
	}
	return ValueColumn
}

// Names are those of the columns.
func (t *Said) Names() []string {
	names := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		names[i] = c.Name
	}
	return names
}

// kinds are those of the columns, or none where the author says none.
func (t *Said) kinds() []ColumnKind {
	if !slices.ContainsFunc(t.Columns, func(c ColumnHint) bool { return c.Kind != "" }) {
		return nil
	}
	kinds := make([]ColumnKind, len(t.Columns))
	for i := range kinds {
		kinds[i] = t.Kind(i)
	}
	return kinds
}

// head puts the header that the author says over the rows, and counts the rows that
// held it.
func (t *Said) head(rows []gridRow) ([]gridRow, int) {
	n, said := t.Depth()
	joined := max(rows[0].From-1, 0) // by a format that knows its cells
	if !said {
		n = headerDepth(rows) + joined
	}
	count := n
	n = min(max(n-joined, min(n, 1)), len(rows)-1)
	if whole := len(rows); n > 1 {
		rows = unitsIntoHeader(rows, n-1)
		n -= whole - len(rows)
	}
	width := len(rows[0].cells)
	top := gridRow{Line: rows[0].Line, cells: make([]string, width), n: width}
	top.Doubts = nil
	if n > 0 {
		top.cells = headerNames(rows[:n], width)
	}
	if t.Named() && len(t.Columns) != width {
		top.doubt(format.WholeTable, message.Of("%d columns are named in %s, and the rows have %d", len(t.Columns), t.At.String(), width), message.Text{})
	}
	for i := range min(width, len(t.Columns)) {
		printed := ParseColumn(top.cells[i])
		if top.cells[i] = t.Columns[i].Name; t.Columns[i].Unit == "" && printed.Unit != "" && ParseColumn(top.cells[i]).Unit == "" {
			top.cells[i] += "（" + printed.Unit + "）"
		}
	}
	return append([]gridRow{top}, rows[n:]...), count
}

// name gives the columns the names and units that the author says.
func (t *Said) name(cols []Column) {
	taken := map[string]bool{}
	for i := range cols {
		name := cols[i].Name
		if i < len(t.Columns) {
			name = t.Columns[i].Name
			cols[i].Unit = cmp.Or(t.Columns[i].Unit, cols[i].Unit)
		}
		cols[i].Name = unused(name, taken)
	}
}
