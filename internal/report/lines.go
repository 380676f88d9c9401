package report

import (
	"strings"

	"charts/internal/regexp"
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
	begins bool   // another table begins here, although rows stand right above
	at     *place // where the format counts no lines
	doubts []doubt
	from   []spanRow // the rows that it was made of, where the format knows its cells
	hint   *hinted   // what the author says of the table that begins here
	// indent is how wide the blanks are in front of the text.
	indent int
}

// splitLines drops blank lines and page numbers in strokes; the line after them
// remembers the gap.
func splitLines(text string) []line {
	lines := make([]line, 0, strings.Count(text, "\n")+1)
	gap := true
	no := 0
	for printed := range strings.Lines(text) {
		no++
		s := strings.TrimLeft(printed, margin)
		indent := 0
		if len(s) < len(printed) {
			indent = displayWidth(printed[:len(printed)-len(s)])
		}
		s = strings.TrimRight(s, margin)
		if strings.TrimSpace(s) == "" || strokedNumber.MatchString(s) {
			gap = true
			continue
		}
		lines = append(lines, line{no: no, text: s, gap: gap, indent: indent})
		gap = false
	}
	return lines
}

// margin is what stands before and after the text of a line; a tab is a cell.
const margin = " \r\n\f\v\u00a0\u3000"

var (
	strokedNumber = regexp.MustCompile(`^(?:[-—–]\s*\d{1,4}\s*[-—–]|第\s*\d{1,4}\s*页(?:\s*共\s*\d{1,4}\s*页)?)$`)
	pageNumber    = regexp.MustCompile(`^\d{1,4}$`)
)

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

// displayWidth counts the columns of a terminal that s takes: two for a Chinese
// character.
func displayWidth(s string) int {
	n := 0
	for _, r := range s {
		n++
		if isHan(r) {
			n++
		}
	}
	return n
}

// isRow reports whether s is a row of a table; a tab that only indents or
// trails makes a row where a table is open.
func isRow(s string, open bool) bool {
	if n := strings.Count(s, "\t"); n == 0 || n > maxColumns {
		return false
	}
	return open || strings.Contains(strings.TrimSpace(s), "\t")
}
