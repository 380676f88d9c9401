package table

import (
	"slices"
	"strings"

	"charts/internal/format"
	"charts/internal/notation"
)

// New turns the rows of any format into a table: header, torn and shifted
// rows, units, labels, totals.
func New(lines []Line, unit string, said *Said) (Table, bool) {
	var t Table
	rows, ok := split(lines, said)
	if !ok {
		return t, false
	}
	t.HeaderLine = rows[0].No
	flagScript(rows)
	mendNumbers(rows[1:])
	_, headed := said.Depth()
	headed = headed || said.Named()
	switch {
	case headed:
		if rows, t.HeaderRows = said.head(rows); t.HeaderRows == 0 {
			t.HeaderLine = 0
		}
		if !rows[0].Exact && !rows[0].Placed {
			spread(rows[1:])
		}
	case rows[0].Placed:
		rows = unfold(withoutBlankColumns(rows))
	case rows[0].Exact:
		rows = withoutBlankColumns(rows)
		expandYears(rows)
	default:
		rows = unfold(rows)
		spread(rows[1:])
		levelHeader(rows)
	}
	depth := 1
	if !headed && (!rows[0].Placed || namedBelow(rows)) {
		depth = headerDepth(rows)
	}
	printed := len(rows)
	rows = unitsIntoHeader(rows, depth)
	if !headed {
		t.HeaderRows = depth + max(rows[0].From-1, 0) + printed - len(rows)
	}
	t.Columns = columns(rows[:depth], rows[depth:], len(rows[0].cells), unit, &t)
	if said != nil {
		said.name(t.Columns)
		t.Mended, t.kinds = said.At, said.kinds()
	}
	body := dropHeaders(rows[:depth], rows[depth:])
	body = repair(body, t.Columns)
	if said == nil {
		prove(rows[:depth], body, t.Columns)
	}
	doubtSeveral(body, len(t.Columns))
	unspace(body)
	for _, r := range body {
		t.Rows = append(t.Rows, tableRow(r))
	}
	markTotals(&t)
	label(&t)
	if said == nil && rows[0].Placed && t.UnitColumn() < 0 {
		labelInset(&t, body)
	}
	t.tellDoubts(rows[:depth], body)
	return t, true
}

// split parts the cells; every row becomes as wide as the widest.
func split(lines []Line, said *Said) (rows []gridRow, ok bool) {
	width := 0
	if said.Named() {
		width = len(said.Columns)
	}
	for _, l := range lines {
		width = max(width, FilledWidth(l.Text))
	}
	head := strings.Count(lines[0].Text, "\t") + 1
	width = max(width, head)
	if width > format.MaxColumns || width*len(lines) > format.MaxCells {
		return nil, false
	}
	rows = make([]gridRow, 0, len(lines))
	texts := make([]string, width*len(lines)) // of all rows: one piece of memory
	for n, l := range lines {
		cells := texts[n*width : (n+1)*width : (n+1)*width]
		printed := strings.Split(l.Text, "\t")
		for i, c := range printed {
			if i < width {
				cells[i] = notation.Tidy(c)
			}
		}
		rows = append(rows, gridRow{l, cells, len(printed)})
	}
	return rows, true
}

// FilledWidth counts the cells up to the last that is not blank.
func FilledWidth(s string) int { return strings.Count(strings.TrimRight(s, "\t "), "\t") + 1 }

func mendNumbers(rows []gridRow) {
	for _, r := range rows {
		for i, c := range r.cells {
			r.cells[i] = notation.Mend(c)
		}
	}
}

// dropHeaders leaves out the header where a new page repeats it.
func dropHeaders(head, body []gridRow) []gridRow {
	kept := make([]gridRow, 0, len(body))
	for _, r := range body {
		repeated := false
		for _, h := range head {
			repeated = repeated || equalCells(h.cells, r.cells)
		}
		if !repeated {
			kept = append(kept, r)
		}
	}
	return kept
}

func equalCells(a, b []string) bool {
	for i := range a {
		if notation.Fold(a[i]) != notation.Fold(b[i]) {
			return false
		}
	}
	return true
}

func tableRow(r gridRow) Row {
	row := Row{Line: r.No, Quote: r.Text, Cells: make([]Cell, len(r.cells))}
	for i, c := range r.cells {
		row.Cells[i] = Cell{Text: c, Line: r.No}
	}
	return row
}

// unspace removes the blanks that a wrapped line left inside a cell. That they
// are stray is known only where the table also prints the text without them:
// other blanks part names.
func unspace(rows []gridRow) {
	spaced := func(c string) bool { return notation.Squeeze(c) != c }
	if !slices.ContainsFunc(rows, func(r gridRow) bool { return slices.ContainsFunc(r.cells, spaced) }) {
		return
	}
	printed := map[string]bool{}
	for _, r := range rows {
		for _, c := range r.cells {
			printed[c] = true
		}
	}
	for _, r := range rows {
		for i, c := range r.cells {
			if s := notation.Squeeze(c); s != c && printed[s] {
				r.cells[i] = s
			}
		}
	}
}
