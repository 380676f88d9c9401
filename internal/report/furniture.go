package report

import (
	"strings"
)

// dropFurniture leaves out what a new page adds to the text: the running title
// with its page number, and the line that says that a table goes on. The first
// title stays: it is that of the report, unless it stands inside a table, or
// beside a page number and after another.
func dropFurniture(lines []line) []line {
	count := map[string]int{}
	for _, l := range lines {
		if mayRun(l.text) {
			count[Fold(l.text)]++
		}
	}
	kept := lines[:0:0]
	seen := map[string]bool{}
	gap := false
	for i, l := range lines {
		title := mayRun(l.text) && count[Fold(l.text)] > 1
		again := title && (seen[Fold(l.text)] || insideTable(lines, i) || len(seen) > 0 && besidePageNumber(lines, i))
		if mayRun(l.text) {
			seen[Fold(l.text)] = true
		}
		_, rest := continuation(l.text)
		if rest || again || besideTitle(lines, i, count) {
			gap = true
			continue
		}
		l.gap = l.gap || gap
		kept, gap = append(kept, l), false
	}
	return kept
}

// mayRun reports whether s can be a running title: short, and it names the
// report.
func mayRun(s string) bool {
	return len(s) < 180 && (strings.Contains(s, "报告") || strings.Contains(s, "年报")) &&
		!strings.ContainsAny(s, "\t。，；：") && !strings.ContainsAny(s, "|｜")
}

// besideTitle reports whether a lone number is the page number of a running
// title.
func besideTitle(lines []line, i int, count map[string]int) bool {
	if !isPageNumber(lines[i].text) {
		return false
	}
	for _, k := range []int{i - 1, i + 1} {
		if k >= 0 && k < len(lines) && mayRun(lines[k].text) && count[Fold(lines[k].text)] > 1 {
			return true
		}
	}
	return false
}

// besidePageNumber reports whether a lone number stands beside the line.
func besidePageNumber(lines []line, i int) bool {
	return i > 0 && isPageNumber(lines[i-1].text) || i+1 < len(lines) && isPageNumber(lines[i+1].text)
}

// insideTable reports whether rows of as many cells stand before and after the
// line.
func insideTable(lines []line, i int) bool {
	if i == 0 || i+1 == len(lines) {
		return false
	}
	above, below := strings.Count(lines[i-1].text, "\t"), strings.Count(lines[i+1].text, "\t")
	return above > 0 && above == below
}
