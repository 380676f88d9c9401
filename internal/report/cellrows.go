package report

import (
	"slices"
	"strings"

	"charts/internal/format"
	"charts/internal/notation"
)

// partRows parts the rows that hold several: each of their cells has as many
// lines, and some of the columns hold a number on each.
func partRows(rows []spanRow) []spanRow {
	out := make([]spanRow, 0, len(rows))
	for i, r := range rows {
		n := lineCount(r)
		if n < 2 || i == 0 || spannedOver(rows[:i]) {
			out = append(out, r)
			continue
		}
		for k := range n {
			one := spanRow{line: r.line, head: r.head}
			for _, c := range r.cells {
				c.Text = cellLines(c)[k]
				one.cells = append(one.cells, c)
			}
			out = append(out, one)
		}
	}
	return out
}

// lineCount is how many rows the cells of a row hold, or 0.
func lineCount(r spanRow) int {
	if !slices.ContainsFunc(r.cells, func(c format.Cell) bool { return strings.Contains(c.Text, "\n") }) {
		return 0
	}
	n, numbers := 0, false
	for _, c := range r.cells {
		lines := cellLines(c)
		if c.Rows > 1 || n > 0 && len(lines) != n {
			return 0
		}
		n = len(lines)
		numbers = numbers || !slices.ContainsFunc(lines, func(s string) bool { return !notation.Value(s) })
	}
	if !numbers || len(r.cells) < 2 {
		return 0
	}
	return n
}

func cellLines(c format.Cell) []string {
	lines := strings.Split(c.Text, "\n")
	for i := range lines {
		lines[i] = notation.Tidy(lines[i])
	}
	return slices.DeleteFunc(lines, func(s string) bool { return s == "" })
}

// spannedOver reports whether a cell of the rows reaches below them.
func spannedOver(rows []spanRow) bool {
	for i, r := range rows {
		if slices.ContainsFunc(r.cells, func(c format.Cell) bool { return c.Rows > len(rows)-i }) {
			return true
		}
	}
	return false
}

// sums reports whether row i adds up the rows above it.
func (g *layout) sums(i int) bool {
	var texts []string
	for _, c := range g.rows[i].cells {
		texts = append(texts, notation.Tidy(c.Text))
	}
	return notation.TotalRow(texts)
}
