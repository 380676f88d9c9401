package report

import (
	"regexp"
	"strings"
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
	at    *place // where the format counts no lines
}

// splitLines drops blank lines and lone page numbers; the line after them
// remembers the gap.
func splitLines(text string) []line {
	lines := make([]line, 0, strings.Count(text, "\n")+1)
	gap := true
	no := 0
	for s := range strings.Lines(text) {
		no++
		s = strings.Trim(s, " \r\n\f\v\u00a0\u3000")
		if strings.TrimSpace(s) == "" || isPageNumber(s) {
			gap = true
			continue
		}
		lines = append(lines, line{no: no, text: s, gap: gap})
		gap = false
	}
	return lines
}

var pageNumber = regexp.MustCompile(`^(?:[-—–]\s*\d{1,4}\s*[-—–]|\d{1,4}|第\s*\d+\s*页(?:\s*共\s*\d+\s*页)?)$`)

func isPageNumber(s string) bool { return len(s) < 40 && pageNumber.MatchString(s) }

// isRow reports whether s is a row of a table; a tab that only indents or
// trails makes a row where a table is open.
func isRow(s string, open bool) bool {
	if n := strings.Count(s, "\t"); n == 0 || n > maxColumns {
		return false
	}
	return open || strings.Contains(strings.TrimSpace(s), "\t")
}

// contentsTitles are the headings of the lists in front of a report.
var contentsTitles = map[string]bool{
	"目录": true, "目次": true, "表目录": true, "图目录": true, "案例目录": true,
	"图表目录": true, "表格目录": true, "附表目录": true, "插图目录": true,
}

// contentsEntry is a title, leaders or a tab, and a page.
var contentsEntry = regexp.MustCompile(`(?:[.．·…]{2,}\s*|\t)\d{1,4}$`)

// dropContents leaves out the lists of contents: in them every entry looks like
// a heading, a caption or a row of two cells. A list runs on over page breaks.
func dropContents(lines []line) []line {
	kept := lines[:0:0]
	in := false
	for len(lines) > 0 {
		n := runLength(lines)
		run := lines[:n]
		lines = lines[n:]
		if isContentsTitle(run[0]) {
			in = true
			continue
		}
		in = in && mostlyEntries(run)
		if !in {
			kept = append(kept, run...)
		}
	}
	return kept
}

func isContentsTitle(l line) bool { return len(l.text) < 60 && contentsTitles[Fold(l.text)] }

// runLength counts the lines up to the next gap or contents title.
func runLength(lines []line) int {
	if isContentsTitle(lines[0]) {
		return 1
	}
	n := 1
	for n < len(lines) && !lines[n].gap && !isContentsTitle(lines[n]) {
		n++
	}
	return n
}

func mostlyEntries(run []line) bool {
	n := 0
	for _, l := range run {
		if contentsEntry.MatchString(l.text) {
			n++
		}
	}
	return 2*n > len(run)
}
