package table

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"charts/internal/format"
	"charts/internal/notation"
)

// Plain reads records that need nothing of what reports do to tables: rows
// of as many cells as there are names above, none of them blank, torn or marked.
// It gives what [normalise] does, and is not ok where that has to look. Files of
// many rows are like this, and every look at all of them costs.
func Plain(records []format.Record) (t Table, ok bool) {
	if len(records) < 2 || !plainNames(records[0]) {
		return t, false
	}
	head, body := records[0], records[1:]
	width := len(head.Cells)
	t.HeaderLine, t.HeaderRows = head.No, 1
	t.Columns = columns([]gridRow{{Line: Line{No: head.No}, cells: head.Cells}}, nil, width, "", &t)
	cells := make([]Cell, width*len(body)) // of all rows: one piece of memory
	t.Rows = make([]Row, len(body))
	for i, r := range body {
		if len(r.Cells) != width || !plainRow(r, head, t.Columns) || i == 0 && notation.UnitName(notation.BareUnit(r.Cells[0])) {
			return Table{}, false
		}
		row := cells[i*width : (i+1)*width : (i+1)*width]
		for k, c := range r.Cells {
			row[k] = Cell{c, r.No}
		}
		t.Rows[i] = Row{Line: r.No, Quote: r.Text, Cells: row}
	}
	markTotals(&t)
	label(&t)
	return t, true
}

// plainNames reports whether a record names columns, each in words of its own that
// say nothing about the rows below.
func plainNames(head format.Record) bool {
	names := map[string]bool{}
	for _, s := range head.Cells {
		c := ParseColumn(s)
		_, unit, bracket := notation.Bracket(c.Name)
		switch {
		case c.Name == "" || !plainCell(s) || notation.BeginsWithDigit(s) || notation.None(s) || names[notation.Fold(s)] || names[notation.Fold(c.Name)]:
			return false
		case bracket && c.Unit == "" && notation.Measure(unit) || strings.Contains(s, "单位") || notation.UnitName(s):
			return false
		}
		names[notation.Fold(s)], names[notation.Fold(c.Name)] = true, true
	}
	n := len(head.Cells)
	return n > 1 && n <= format.MaxColumns && !strings.HasSuffix(head.Cells[0], ":") && !strings.HasSuffix(head.Cells[0], "：") && !scriptFault(head)
}

// plainRow reports whether a row is none of the things that a row may be besides:
// the names once more, rates among amounts, foreign writing.
func plainRow(r, head format.Record, columns []Column) bool {
	words := false
	for k, c := range r.Cells {
		if notation.PlainNumber(c) {
			if columns[k].Unit == "%" && strings.HasSuffix(c, "%") {
				return false
			}
			continue
		}
		if words = true; !plainCell(c) || numbers(c) != nil || notation.Mend(c) != c || columns[k].Unit == "%" {
			return false
		}
	}
	return !words || !scriptFault(r) && notation.Fold(r.Cells[0]) != notation.Fold(head.Cells[0])
}

// plainCell reports whether a cell is a text as every reader of tables would leave
// it.
func plainCell(s string) bool {
	return s != "" && format.Flat(s) == s && notation.Tidy(s) == s && notation.Squeeze(s) == s && norm.NFC.IsNormalString(s)
}

func scriptFault(r format.Record) bool {
	return Traditional.In(r.Text) || hasPinyin(r.Text) || hasUnknown(r.Text) || isDoubled(r.Text)
}
