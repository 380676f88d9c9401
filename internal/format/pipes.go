package format

import (
	"strings"

	"charts/internal/regexp"
)

// delimiterRow is under the header of a pipe table.
var delimiterRow = regexp.MustCompile(`^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$`)

// widened gives the header of every pipe table as many cells as its longest row
// has: Markdown leaves out those beyond, and a report would lose them.
func widened(src string) string {
	lines := strings.SplitAfter(src, "\n")
	fenced := false
	for i, l := range lines {
		if isFence(l) {
			fenced = !fenced
		}
		if fenced || i == 0 || !strings.Contains(l, "|") || !delimiterRow.MatchString(strings.TrimRight(l, "\r\n")) {
			continue
		}
		n := pipeCells(lines[i-1])
		if more := longest(lines[i+1:]) - n; more > 0 && n == pipeCells(l) {
			lines[i-1] = appendCells(lines[i-1], " |", more)
			lines[i] = appendCells(l, "-|", more)
		}
	}
	return strings.Join(lines, "")
}

// longest is how many cells the longest of the rows in front has.
func longest(lines []string) int {
	most := 0
	for _, l := range lines {
		if strings.TrimSpace(l) == "" || !strings.Contains(l, "|") {
			break
		}
		most = max(most, pipeCells(l))
	}
	return min(most, MaxColumns+1)
}

// pipeCells counts the cells of a row.
func pipeCells(l string) int {
	l = strings.TrimSpace(strings.ReplaceAll(l, `\|`, ""))
	return strings.Count(strings.TrimSuffix(strings.TrimPrefix(l, "|"), "|"), "|") + 1
}

func appendCells(l, cell string, n int) string {
	row := strings.TrimRight(l, " \t\r\n")
	if !strings.HasSuffix(row, "|") || strings.HasSuffix(row, `\|`) {
		row += "|"
	}
	return row + strings.Repeat(cell, n) + "\n"
}
