package report

import (
	"strings"

	"charts/internal/format"
	"charts/internal/message"
	"charts/internal/regexp"
	"charts/internal/table"
)

// A line is one line of the input, counted from 1. In the row of a table tabs
// part the cells.
type line struct {
	no   int
	text string
	gap  bool // a blank line, or a page break, stands before it
	// exact says that the format knows the cells of this row, so that none is
	// shifted or torn.
	exact bool
	// placed says that the row stands as a page shows it, under a header that is
	// known.
	placed bool
	begins bool          // another table begins here, although rows stand right above
	at     *format.Place // where the format counts no lines
	doubts format.Doubts
	from   []spanRow // the rows that it was made of, where the format knows its cells
	hint   *hinted   // what the author says of the table that begins here
	// indent is how wide the blanks are in front of the text.
	indent int
}

// doubt adds a doubt of a cell of the row, where it has none yet.
func (l *line) doubt(cell int, reason, instead message.Text) { l.doubts.Add(cell, reason, instead) }

// row is the line as a row of a table.
func (l line) row() table.Line {
	row := table.Line{No: l.no, Text: l.text, Gap: l.gap, Exact: l.exact, Placed: l.placed, From: len(l.from), Doubts: l.doubts}
	if len(l.from) == 1 && len(l.from[0].cells) > 0 {
		name := l.from[0].cells[0].Box
		row.Name = [2]float64{name.X0, name.X1}
	}
	return row
}

func tableRows(lines []line) []table.Line {
	rows := make([]table.Line, len(lines))
	for i, l := range lines {
		rows[i] = l.row()
	}
	return rows
}

// linesOf are the lines of a file.
func linesOf(read []format.Line) []line {
	lines := make([]line, len(read))
	for i, l := range read {
		lines[i] = line{no: l.No, text: l.Text, gap: l.Gap, indent: l.Indent, at: l.At}
	}
	return lines
}

var pageNumber = regexp.MustCompile(`^\d{1,4}$`)

// isPageNumber takes a number that stands alone on its line.
func isPageNumber(s string) bool { return len(s) <= 4 && pageNumber.MatchString(s) }

// dropPageNumbers leaves out the lone numbers that no table took.
func dropPageNumbers(lines []line) []line {
	kept := lines[:0:0]
	gap := false
	for _, l := range lines {
		if isPageNumber(l.text) {
			gap = true
			continue
		}
		l.gap = l.gap || gap
		kept = append(kept, l)
		gap = false
	}
	return kept
}

// isRow reports whether s is a row of a table; a tab that only indents or
// trails makes a row where a table is open.
func isRow(s string, open bool) bool {
	if n := strings.Count(s, "\t"); n == 0 || n > format.MaxColumns {
		return false
	}
	return open || strings.Contains(strings.TrimSpace(s), "\t")
}

// A spanRow is one row as the file holds it: without the cells that another
// row's cell covers.
type spanRow struct {
	line
	head  bool // marked as part of the header
	cells []format.Cell
}
