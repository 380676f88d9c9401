package grid

import (
	"cmp"
	"math"
	"slices"
)

// abreast are the names of the last lines of a header in which names of one line stand
// beside the middle of those of more: one for each column.
func (h *heading) abreast() (best [][]name) {
	if !h.open {
		return nil
	}
	for first := h.last - 1; first >= 0 && h.lines[first].y-h.lines[first+1].y < 0.8*h.lines[first].size; first-- {
		if names := h.stacked(h.lines[first : h.last+1]); names != nil {
			best = names
		}
	}
	return best
}

// stacked puts the texts of lines that stand over one another into columns, or nil where
// they are not of one height or not one for each.
func (h *heading) stacked(lines []line) [][]name {
	var texts, stacks []segment
	for _, l := range lines {
		texts = append(texts, h.segments(l)...)
	}
	slices.SortStableFunc(texts, func(a, b segment) int { return cmp.Compare(a.x0, b.x0) })
	for _, s := range texts {
		if n := len(stacks) - 1; n >= 0 && s.x0 < stacks[n].x1 {
			stacks[n] = newSegment(slices.Concat(stacks[n].pieces, s.pieces))
			continue
		}
		stacks = append(stacks, s)
	}
	over := singles(h.width()-len(stacks), len(stacks))
	if len(over) == 0 || over[0].first < 0 || over[0].first > 1 || !h.inOrder(stacks, over) || slices.ContainsFunc(stacks, func(s segment) bool { return !near1(s.middle(), stacks[0].middle(), 0.2*lines[0].size) }) {
		return nil
	}
	out := make([][]name, len(lines))
	for i, l := range lines {
		for _, s := range h.segments(l) {
			k := slices.IndexFunc(stacks, func(o segment) bool { return o.x0 <= s.x0 && s.x0 < o.x1 })
			out[i] = append(out[i], name{over[k], s.pieces})
		}
	}
	return out
}

// middle is the height half way between the first line and the last of some pieces.
func (s segment) middle() float64 {
	top, foot := math.Inf(-1), math.Inf(1)
	for _, p := range s.pieces {
		top, foot = max(top, p.Y), min(foot, p.Y)
	}
	return (top + foot) / 2
}
