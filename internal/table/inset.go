package table

import (
	"math"
	"slices"

	"charts/internal/message"
	"charts/internal/notation"
)

// labelInset gives rows whose names come back the path of the rows under which they
// stand further in, or which stand once over them each time, and doubts them where no row
// does.
func labelInset(t *Table, body []gridRow) {
	labels := make([]string, len(t.Rows))
	for i, r := range t.Rows {
		labels[i] = r.Label
	}
	again := comeBack(labels)
	if !slices.Contains(again, true) {
		return
	}
	grouped := slices.ContainsFunc(t.Rows, func(r Row) bool { return r.Label != r.Cells[0].Text })
	for _, over := range [][]int{parents(body), middles(body), t.heads(again)} {
		paths := slices.Clone(labels)
		for i, p := range over {
			if p >= 0 {
				paths[i] = joinPath([]string{paths[p], paths[i]})
			}
		}
		if over != nil && !grouped && !slices.Contains(comeBack(paths), true) {
			for i := range t.Rows {
				t.Rows[i].Label = paths[i]
			}
			return
		}
	}
	first := labels[slices.Index(again, true)]
	several := slices.ContainsFunc(labels, func(l string) bool { return l != first && again[slices.Index(labels, l)] })
	for i, name := range again {
		if k := blankRun(body[i].cells); name && (several || notation.Subtotal(labels[i])) && k < len(body[i].cells) {
			body[i].doubt(k, message.Of("another row has the same name: a name over them may be missing"), message.Text{})
		}
	}
}

// heads are, for each row whose name comes back, the last one above whose name does not, or
// -1. There are none where others than totals have no such rows right below, or not the same
// each time.
func (t *Table) heads(again []bool) []int {
	over, head, first := make([]int, len(again)), -1, -1
	for i := range again {
		over[i] = -1
		switch {
		case again[i] && (head < 0 || t.Rows[i].Label != t.Rows[first+i-head].Label):
			return nil
		case again[i]:
			over[i] = head
		case head >= 0 && first+i-head < len(again) && again[first+i-head]:
			return nil // the rows under the first head are more
		case i+1 < len(again) && again[i+1]:
			if head = i; first < 0 {
				first = i
			}
		case !t.Rows[i].Total:
			return nil
		}
	}
	return over
}

// comeBack tells the names that more than one row has.
func comeBack(labels []string) []bool {
	count := map[string]int{}
	for _, l := range labels {
		count[notation.Fold(l)]++
	}
	again := make([]bool, len(labels))
	for i, l := range labels {
		again[i] = l != "" && count[notation.Fold(l)] > 1
	}
	return again
}

// Bounds of insets, in points: names that differ less begin at one place, and a column has
// no more such places.
const (
	leastInset = 3.0
	mostInsets = 4
)

// parents are, for each row, the one above that begins further left, or -1. There are none
// where the names do not begin at a few places, the first of them leftmost.
func parents(body []gridRow) []int {
	var starts, middles []float64
	for _, r := range body {
		if r.Name == ([2]float64{}) {
			return nil
		}
		starts, middles = append(starts, r.Name[0]), append(middles, (r.Name[0]+r.Name[1])/2)
	}
	places := apart(starts)
	if len(places) < 2 || len(places) > mostInsets || len(apart(middles)) < len(places) || starts[0] > places[0]+leastInset {
		return nil
	}
	over := make([]int, len(body))
	for i := range body {
		over[i] = i - 1
		for over[i] >= 0 && starts[over[i]] > starts[i]-leastInset {
			over[i]--
		}
	}
	return over
}

// middles are, for each row, the last one above that stands over the middle of the column
// or at its right, or -1, where the first row does and all others begin at one place.
func middles(body []gridRow) []int {
	left := math.Inf(1)
	for _, r := range body {
		if r.Name == ([2]float64{}) {
			return nil
		}
		left = min(left, r.Name[0])
	}
	over, head := make([]int, len(body)), -1
	for i, r := range body {
		over[i] = head
		if r.Name[0] < left+leastInset {
			continue
		}
		first := body[0].Name
		if math.Abs(r.Name[0]+r.Name[1]-first[0]-first[1]) > 2*leastInset && math.Abs(r.Name[1]-first[1]) > leastInset {
			return nil
		}
		over[i], head = -1, i
	}
	if over[0] >= 0 || head < 0 {
		return nil
	}
	return over
}

// apart are places that are not near one another, from the left.
func apart(all []float64) (out []float64) {
	for _, x := range slices.Sorted(slices.Values(all)) {
		if len(out) == 0 || x-out[len(out)-1] >= leastInset {
			out = append(out, x)
		}
	}
	return out
}
