package report

import (
	"slices"
	"strings"

	"charts/internal/notation"
)

// dropFurniture leaves out what a new page adds to the text: the running title
// with its page number, and the line that says that a table goes on. The first
// title stays: it is that of the report, unless it stands inside a table, or
// beside a page number and after another.
func dropFurniture(lines []line) []line {
	count := map[string]int{}
	for _, l := range lines {
		if mayRun(l.text) {
			count[notation.Fold(l.text)]++
		}
	}
	kept := lines[:0:0]
	seen := map[string]bool{}
	gap := false
	turn := 0 // where the lines of a page break inside a table end
	for i, l := range lines {
		if turn = max(turn, i+pageTurn(lines, i)); i < turn {
			gap = true
			continue
		}
		title := mayRun(l.text) && count[notation.Fold(l.text)] > 1
		again := title && (seen[notation.Fold(l.text)] || insideTable(lines, i) || len(seen) > 0 && besidePageNumber(lines, i))
		if mayRun(l.text) {
			seen[notation.Fold(l.text)] = true
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

// maxTurn is how many lines a page break adds between two rows.
const maxTurn = 3

// maxPage is how many rows stand on a page at most.
const maxPage = 200

// pageTurn is how many lines from i on a page break put between two rows of a
// table: short ones, the number of the page among them, and under them the header
// of the table again.
func pageTurn(lines []line, i int) int {
	if i == 0 || cellSigns(lines[i].text) > 0 || cellSigns(lines[i-1].text) == 0 {
		return 0
	}
	numbered, end := false, i
	for end < len(lines) && end < i+maxTurn && cellSigns(lines[end].text) == 0 {
		if len(lines[end].text) > 3*maxCell || strings.ContainsAny(lines[end].text, "。；") {
			return 0
		}
		numbered = numbered || isPageNumber(lines[end].text)
		end++
	}
	if !numbered || end == len(lines) {
		return 0
	}
	for k := i - 1; k >= 0 && k > i-maxPage && cellSigns(lines[k].text) > 0; k-- {
		if lines[k].text == lines[end].text {
			return end - i
		}
	}
	return 0
}

// cellSigns counts what parts the cells of a row.
func cellSigns(s string) (n int) {
	s = strings.Trim(s, " |｜")
	for _, sign := range []string{"\t", "|", "｜", "│", "┃"} {
		n += strings.Count(s, sign)
	}
	return n
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
	return slices.ContainsFunc([]int{i - 1, i + 1}, func(k int) bool {
		return k >= 0 && k < len(lines) && mayRun(lines[k].text) && count[notation.Fold(lines[k].text)] > 1
	})
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
