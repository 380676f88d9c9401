package table

import "charts/internal/notation"

// unfold puts the halves of a table under one another that was printed in two
// or more side by side: the names of the header repeat, each half names its own
// rows.
func unfold(rows []gridRow) []gridRow {
	width := len(rows[0].cells)
	part := foldWidth(rows)
	if part == 0 {
		return rows
	}
	out := []gridRow{{rows[0].Line, rows[0].cells[:part], part}}
	out[0].Doubts.Cut(0, part)
	for at := 0; at+part <= width; at += part {
		for _, r := range rows[1:] {
			if cells := r.cells[at : at+part]; filled(cells) > 0 {
				half := gridRow{r.Line, cells, part}
				half.Doubts.Cut(at, at+part)
				out = append(out, half)
			}
		}
	}
	return out
}

// foldWidth returns how many columns each part has, or 0.
func foldWidth(rows []gridRow) int {
	head := rows[0].cells
	for part := 2; part <= len(head)/2; part++ {
		if len(head)%part == 0 && repeats(head, part) && namesEachPart(rows[1:], part) {
			return part
		}
	}
	return 0
}

func repeats(head []string, part int) bool {
	for i, c := range head {
		if c == "" || notation.Fold(c) != notation.Fold(head[i%part]) {
			return false
		}
	}
	return true
}

// namesEachPart reports whether each part has words in a column: 人数 | 比例 |
// 人数 | 比例 are columns of one row.
func namesEachPart(rows []gridRow, part int) bool {
	if len(rows) == 0 {
		return false
	}
	for at := 0; at < len(rows[0].cells); at += part {
		words := false
		for _, r := range rows {
			for _, c := range r.cells[at : at+part] {
				words = words || c != "" && !notation.Value(c)
			}
		}
		if !words {
			return false
		}
	}
	return true
}
