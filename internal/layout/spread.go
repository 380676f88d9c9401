package layout

import (
	"cmp"
	"slices"
)

// Spread moves centres of given heights as little as needed, so that none
// overlap and all stay between low and high. The order of the centres is kept;
// the result is in the order of the arguments. Where the room is too small, they
// start at low.
func Spread(centres, heights []float64, low, high float64) []float64 {
	order := make([]int, len(centres))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(centres[a], centres[b]) })
	var piles []pile
	for _, i := range order {
		piles = append(piles, pile{[]int{i}, centres[i] - heights[i]/2, heights[i]})
		piles = merge(piles, low, high)
	}
	out := make([]float64, len(centres))
	for _, p := range piles {
		top := p.top
		for _, i := range p.items {
			out[i] = top + heights[i]/2
			top += heights[i]
		}
	}
	return out
}

// A pile is a run of boxes that touch.
type pile struct {
	items  []int
	top    float64
	height float64
}

// merge joins the last pile with those that it overlaps, at their mean place.
func merge(piles []pile, low, high float64) []pile {
	for {
		last := &piles[len(piles)-1]
		last.top = max(low, min(last.top, high-last.height))
		if len(piles) == 1 {
			return piles
		}
		before := &piles[len(piles)-2]
		if before.top+before.height <= last.top+1e-9 {
			return piles
		}
		n, k := float64(len(before.items)), float64(len(last.items))
		start := (before.top*n + (last.top-before.height)*k) / (n + k)
		*before = pile{append(before.items, last.items...), start, before.height + last.height}
		piles = piles[:len(piles)-1]
	}
}
