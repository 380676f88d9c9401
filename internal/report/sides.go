package report

import (
	"slices"
	"strings"

	"charts/internal/format"
	"charts/internal/message"
	"charts/internal/notation"
)

// sides parts the rows of two tables that stand side by side with a blank column
// between them. The halves of one table, which have the same names, stay
// together without the blank column.
func sides(lines []line) [][]line {
	if lines[0].exact {
		return [][]line{lines}
	}
	rows := make([][]string, len(lines))
	for i, l := range lines {
		rows[i] = strings.Split(l.text, "\t")
	}
	gap := blankColumn(rows)
	if gap < 0 {
		return [][]line{lines}
	}
	left, right := columnsOf(lines, rows, 0, gap), columnsOf(lines, rows, gap+1, len(rows[0]))
	if notation.SameWords(rows[0][:gap], rows[0][gap+1:]) {
		for i := range left {
			left[i].text += "\t" + right[i].text
		}
		return [][]line{left}
	}
	blank := func(l line) bool { return strings.TrimSpace(l.text) == "" }
	parts := [][]line{slices.DeleteFunc(left, blank), slices.DeleteFunc(right, blank)}
	for _, p := range parts {
		p[0].doubt(format.WholeTable, message.Of("this table and another stand side by side; they were parted at a blank column"), message.Text{})
	}
	return parts
}

// blankColumn finds the column between two tables, or -1: blank in all rows, and
// at its right names of rows, not units or values.
func blankColumn(rows [][]string) int {
	head := rows[0]
	for gap := 2; gap < len(head)-2; gap++ {
		if !slices.ContainsFunc(rows, func(r []string) bool { return gap < len(r) && notation.Tidy(r[gap]) != "" }) &&
			namesOthers(rows, gap+1) {
			return gap
		}
	}
	return -1
}

func namesOthers(rows [][]string, col int) bool {
	if notation.Numbering(notation.Tidy(rows[0][col])) {
		col++
	}
	if col >= len(rows[0])-1 || notation.Tidy(rows[0][col]) == "" || notation.Fold(rows[0][col]) == "单位" {
		return false
	}
	for _, r := range rows[1:] {
		if col < len(r) {
			if c := notation.Tidy(r[col]); c != "" && (notation.Value(c) || notation.UnitCell(c)) {
				return false
			}
		}
	}
	return len(rows) > 1
}

func columnsOf(lines []line, rows [][]string, from, to int) []line {
	out := slices.Clone(lines)
	for i, r := range rows {
		out[i].text = strings.Join(r[min(from, len(r)):min(to, len(r))], "\t")
		out[i].doubts.Cut(from, to)
	}
	return out
}
