package table

import (
	"slices"

	"charts/internal/message"
	"charts/internal/notation"
)

// groupStarts returns where each of n groups of names begins: the first name
// comes back at the head of each, and the others follow it in the same order. A
// single group has all names.
func groupStarts(names []string, n int) []int {
	if n == 1 && len(names) > 1 {
		return []int{0}
	}
	var starts []int
	longest := names[:0]
	for i := 0; i < len(names); {
		end := i + 1
		for end < len(names) && notation.Fold(names[end]) != notation.Fold(names[0]) {
			end++
		}
		if group := names[i:end]; len(group) > len(longest) {
			longest = group
		}
		starts, i = append(starts, i), end
	}
	if len(starts) != n || len(longest) < 2 {
		return nil
	}
	for i, at := range starts {
		group := names[at:]
		if i+1 < n {
			group = names[at:starts[i+1]]
		}
		if !notation.SameWords(group, longest[:len(group)]) {
			return nil
		}
	}
	return starts
}

// pushedLeft reports whether a header of two rows lost the blanks under its
// names: they are at the end of both rows, or the second row has a name for
// every column.
func pushedLeft(rows []gridRow) bool {
	if len(rows) < 3 {
		return false
	}
	top, low := rows[0].cells, rows[1].cells
	names, under := len(top)-blankTail(top), len(low)-blankTail(low)
	return names > 1 && names < under && filled(top) == names && filled(low) == under && isHeaderRow(rows[1]) && isHeaderRow(rows[0]) &&
		!slices.Contains(foldAll(low[:under]), notation.Fold(top[0])) && filled(rows[2].cells) > under-1 && HasNumber(rows[2].cells)
}

func foldAll(cells []string) []string {
	out := make([]string, len(cells))
	for i, c := range cells {
		out[i] = notation.Fold(c)
	}
	return out
}

// nameUnder puts such names over their columns or, where nothing tells how many
// columns each spans, leaves the columns the names of the second row.
func nameUnder(rows []gridRow) {
	top, low := &rows[0], &rows[1]
	width := len(top.cells)
	top.n, low.n = width-blankTail(top.cells), width-blankTail(low.cells)
	if expandSpans(rows, width) {
		return
	}
	single := width - low.n
	printed := Apart(top.cells[single:top.n]...)
	for i := single; i < width; i++ {
		top.doubt(i, message.Of("which columns the names of the first row span is not certain; the columns have the names of the second"), printed)
	}
	names := append(slices.Clone(top.cells[:single]), low.cells[:low.n]...)
	copy(top.cells, names)
	copy(low.cells, names)
}
