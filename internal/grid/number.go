package grid

import (
	"cmp"
	"slices"
	"strings"
)

// joinNumbers puts numbers that go on in the next line of their narrow cells, as 56,887.8
// over 0, on the line of their row.
func joinNumbers(lines []line) []line {
	for i := 0; i+1 < len(lines); i++ {
		for j := i + 1; j < min(i+3, len(lines)) && lines[i].y-lines[j].y < lineStep*lines[i].size; j++ {
			if joined := joinRow(lines, i, j); joined != nil {
				lines = slices.Replace(lines, i, j+1, *joined)
				break
			}
		}
	}
	return lines
}

// joinRow is the row of which line i has the beginnings of numbers and line j their ends,
// one of the two nothing else, or nil.
func joinRow(lines []line, i, j int) *line {
	var numbers, rest []Piece
	ends := slices.Clone(lines[j].pieces)
	for _, p := range lines[i].pieces {
		k := slices.IndexFunc(ends, func(q Piece) bool { return p.X0 < q.X1 && q.X0 < p.X1 && isTorn(p, q, lines, i) })
		if k < 0 {
			rest = append(rest, p)
			continue
		}
		p.Text, p.X0, p.X1 = p.Text+ends[k].Text, min(p.X0, ends[k].X0), max(p.X1, ends[k].X1)
		numbers, ends = append(numbers, p), slices.Delete(ends, k, k+1)
	}
	if len(numbers) == 0 || len(rest) > 0 && len(ends) > 0 || j > i+1 && len(rest)+len(ends) > 0 {
		return nil
	}
	row := lines[i]
	switch {
	case j > i+1:
		row, rest = lines[i+1], lines[i+1].pieces
	case len(rest) == 0:
		row, rest = lines[j], ends
	}
	over := func(p Piece) bool {
		return slices.ContainsFunc(numbers, func(q Piece) bool { return p.X0 < q.X1 && q.X0 < p.X1 })
	}
	if len(rest) < 2 || slices.ContainsFunc(rest, over) {
		return nil
	}
	for k := range numbers {
		numbers[k].Y = row.y
	}
	row.pieces = slices.Concat(rest, numbers)
	slices.SortStableFunc(row.pieces, func(a, b Piece) int { return cmp.Compare(a.X0, b.X0) })
	return &row
}

// isTorn reports whether one piece goes on with the decimals of another: then it has as many
// as another number of its column near line i.
func isTorn(p, rest Piece, lines []line, i int) bool {
	n := decimals(p.Text)
	return n > 0 && isDigits(rest.Text) && slices.ContainsFunc(lines[max(0, i-maxBelow):min(len(lines), i+maxBelow)], func(l line) bool {
		return slices.ContainsFunc(l.pieces, func(q Piece) bool {
			return q.X0 < p.X1 && p.X0 < q.X1 && decimals(q.Text) == n+len(rest.Text)
		})
	})
}

// decimals counts the digits behind the point of a number.
func decimals(s string) int {
	_, after, _ := strings.Cut(s, ".")
	if !isValue(s) || !isDigits(after) {
		return 0
	}
	return len(after)
}
