package grid

import (
	"math"
	"slices"
)

// nearRows is how many whole rows around a row tell the columns of its cells: further ones
// may have drifted otherwise.
const nearRows = 4

// mostShort is how many cells fewer than a whole row has one whose columns can be told.
const mostShort = 8

// drifts is how far the values of a column stand from one another at their left, their
// right and their middle, where they stand furthest.
func (s *straightening) drifts(whole []int) (drift float64) {
	for k, value := range s.kinds {
		first := s.cells[whole[0]][k]
		left, right, middle := box1{first.x0, first.x0}, box1{first.x1, first.x1}, box1{first.center(), first.center()}
		for _, i := range whole {
			c := s.cells[i][k]
			left, right, middle = left.with(c.x0), right.with(c.x1), middle.with(c.center())
		}
		if value {
			drift = max(drift, min(left.x1-left.x0, right.x1-right.x0, middle.x1-middle.x0)/s.lines[0].size)
		}
	}
	return drift
}

// align puts the cells of a row into columns, in their order, as they stand under or over
// those of whole rows. It is unsure where they stand nearly as well in others.
func (s *straightening) align(i int, whole []int) (at []int, unsure bool) {
	n, isWhole := slices.BinarySearch(whole, i)
	if isWhole {
		for k := range s.width {
			at = append(at, k)
		}
		return at, false
	}
	var best, other *fitting
	for _, j := range whole[max(0, n-nearRows/2):min(len(whole), n+nearRows/2)] {
		pushed := s.cells[i][0].x1 - s.cells[j][0].x1 // a longer name may push what follows
		for _, w := range append(s.ways(i, j, 0), s.ways(i, j, pushed)...) {
			switch {
			case best == nil || w.cost < best.cost:
				if best != nil && !slices.Equal(best.stretches(), w.stretches()) {
					other = best
				}
				best = w
			case !slices.Equal(best.stretches(), w.stretches()) && (other == nil || w.cost < other.cost):
				other = w
			}
		}
	}
	for _, over := range best.stretches() {
		at = append(at, over.first)
	}
	return at, other != nil && other.cost < best.cost+1
}

// ways are the two best ways to put the cells of a row into the columns of a whole one,
// from which those behind the first are pushed aside.
func (s *straightening) ways(i, j int, pushed float64) []*fitting {
	ways := make([][]*fitting, s.width+1) // that end before a column
	ways[0] = []*fitting{{}}
	for k, c := range s.cells[i] {
		next := make([][]*fitting, s.width+1)
		left := s.width - len(s.cells[i]) // columns without a cell
		var all []*fitting
		for column := k; column <= k+left; column++ {
			for _, w := range ways[column] {
				all = better(all, w)
			}
			for _, w := range all {
				next[column+1] = better(next[column+1], &fitting{w.cost + s.off(c, s.cells[j][column], column, pushed), stretch{column, column}, w})
			}
		}
		ways = next
	}
	var all []*fitting
	for _, ends := range ways {
		for _, w := range ends {
			all = better(all, w)
		}
	}
	return all
}

// off is what speaks against a cell in the column of another.
func (s *straightening) off(c, o segment, column int, pushed float64) float64 {
	if column > 0 {
		o.x0, o.x1 = o.x0+pushed, o.x1+pushed
	}
	cost := min(math.Abs(c.x0-o.x0), math.Abs(c.x1-o.x1), math.Abs(c.center()-o.center())) / s.lines[0].size
	if isValue(c.text()) != s.kinds[column] {
		cost += most
	}
	return cost
}

// findNames finds the columns of the line of names: those before and behind it have names
// in other lines, but for the first, which needs none.
func (s *straightening) findNames() bool {
	names := s.cells[s.names]
	left := s.width - len(names)
	if left > 1 {
		s.last = s.others(func(c segment) bool { return c.center() > names[len(names)-1].x1 })
		left -= len(s.last)
	}
	if s.first = left; left <= 0 {
		return left == 0
	}
	s.before = s.others(func(c segment) bool { return c.center() < names[0].x0 })
	if len(s.before) < left && left > 1 { // they may have drifted over it
		s.before = s.others(func(c segment) bool { return c.x0 <= names[0].x0+2*s.lines[0].size })
	}
	return !s.kinds[0] && (len(s.before) == left || len(s.before) < left && left == 1)
}

// others are where the names of other lines of the header stand, those under one another as one.
func (s *straightening) others(in func(segment) bool) (all []box1) {
	for i := range s.row(0) {
		for _, c := range s.cells[i] {
			if i != s.names && in(c) {
				all = cover(all, box1{c.x0, c.x1})
			}
		}
	}
	return all
}

// inOrder reports whether the names of a header stand over the columns as their order says.
func (s *straightening) inOrder(r *region) bool {
	if r.body <= s.names || r.width() != s.width {
		return false
	}
	names := r.place(s.names)
	return slices.EqualFunc(names, singles(s.first, len(s.cells[s.names])), func(n name, over stretch) bool { return n.stretch == over })
}

// beside is the column of a name beside the line of names.
func (s *straightening) beside(c segment) (column int, ok bool) {
	in := func(all []box1) int {
		return slices.IndexFunc(all, func(b box1) bool { return b.x0 <= c.x0 && c.x1 <= b.x1 })
	}
	if k := in(s.before); k >= 0 {
		return s.first - len(s.before) + k, true
	}
	if k := in(s.last); k >= 0 {
		return s.width - len(s.last) + k, true
	}
	return 0, false
}

// A fitting is the columns of the cells of a row up to one of them.
type fitting struct {
	cost   float64
	over   stretch
	before *fitting
}

func (f *fitting) stretches() (all []stretch) {
	for ; f.before != nil; f = f.before {
		all = append(all, f.over)
	}
	slices.Reverse(all)
	return all
}

// better keeps the two best ways.
func better(all []*fitting, f *fitting) []*fitting {
	all = append(all, f)
	slices.SortStableFunc(all, func(a, b *fitting) int { return descending(b.cost, a.cost) })
	return all[:min(len(all), 2)]
}
