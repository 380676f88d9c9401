package report

import (
	"strings"

	"charts/internal/regexp"
)

// rowEnds part the rows of a table of bars that was put on one line.
var rowEnds = regexp.MustCompile(`\|\s+\|`)

// flattened parts a line with a whole table of bars into its title, if it has
// one, and its rows. It is certain only where all rows have as many cells: a
// blank cell looks like the end of a row.
func flattened(l line) []line {
	if len(l.text) > maxLine || !strings.HasPrefix(l.text, "|") || strings.Contains(l.text, "\t") {
		return nil
	}
	var out []line
	width := 0
	for i, s := range rowEnds.Split(strings.Trim(l.text, "| "), -1) {
		n := strings.Count(s, "|") + 1
		row := line{no: l.no, text: "|" + s + "|", gap: l.gap && i == 0, indent: l.indent}
		switch {
		case i == 0 && n == 1:
			row.text = strings.TrimSpace(s)
		case n < 2 || width > 0 && n != width:
			return nil
		default:
			width = n
		}
		out = append(out, row)
	}
	if len(out) < 3 {
		return nil
	}
	return out
}

// isFlattened reports whether a line looks like such a table.
func isFlattened(s string) bool {
	return strings.HasPrefix(s, "|") && len(s) <= maxLine && len(rowEnds.FindAllString(s, 2)) > 1
}
