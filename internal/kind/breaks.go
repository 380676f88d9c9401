package kind

import (
	"math"
	"slices"
)

// naturalClasses is how many classes values have at most that lie unevenly.
const naturalClasses = 5

// roundedOver is the part of the values, one in so many, that the end of a class may
// move over to be a rounder number.
const roundedOver = 25

// fewValues is how many values show no more of how they lie.
const fewValues = 8

// natural are the classes with their inner ends in the gaps of the values, each the
// roundest number there.
func (c classes) natural(values []float64, scale func(float64) float64) classes {
	ends := []float64{c.ends[0]}
	breaks := naturalBreaks(values, naturalClasses, scale)
	for i, at := range breaks {
		down, up := at, len(values)-at
		if i > 0 {
			down = at - breaks[i-1]
		}
		if i+1 < len(breaks) {
			up = breaks[i+1] - at
		}
		few := len(values) / roundedOver
		lo, hi := values[at-1-min(few, (down-1)/2)], values[at+min(few, (up-1)/2)]
		end, decimals := roundest(lo, hi, c.counts)
		ends, c.decimals = append(ends, end), max(c.decimals, decimals)
	}
	c.ends = append(ends, c.ends[c.count()])
	return c
}

// plainly is the scale of values as they are.
func plainly(v float64) float64 { return v }

// ranked is a scale on which values are as far apart as there are others between them.
func ranked(values []float64) func(float64) float64 {
	return func(v float64) float64 {
		at, _ := slices.BinarySearch(values, v)
		return float64(at)
	}
}

// naturalBreaks are the places of sorted values before which a new class begins, so
// that the values of each class differ least from their mean: the method of Fisher and
// Jenks, by how far apart values are on a scale. Equal values are of one class.
func naturalBreaks(values []float64, most int, scale func(float64) float64) []int {
	starts, groups, length := []int{}, []moments{}, scale(values[len(values)-1])-scale(values[0])
	for i, v := range values {
		if i == 0 || v != values[i-1] {
			starts, groups = append(starts, i), append(groups, groupsEnd(groups))
		}
		groups[len(groups)-1].add(scale(v)/length - scale(values[0])/length)
	}
	n := len(groups)
	cost, from := make([]float64, n), [][]int{}
	for k := range min(most, n) {
		best, at := slices.Repeat([]float64{math.Inf(1)}, n), make([]int, n)
		for to := range n {
			for start := k; start <= to; start++ {
				c := groups[to].without(groups, start)
				if start > 0 {
					c += cost[start-1]
				}
				if k == 0 && start > 0 {
					break
				}
				if c < best[to] {
					best[to], at[to] = c, start
				}
			}
		}
		cost, from = best, append(from, at)
	}
	var breaks []int
	for k, to := len(from)-1, n-1; k > 0; k-- {
		breaks = append(breaks, starts[from[k][to]])
		to = from[k][to] - 1
	}
	slices.Reverse(breaks)
	return breaks
}

// moments are the number, the sum and the squares of all values up to one.
type moments struct{ n, sum, squares float64 }

func (s *moments) add(v float64) {
	s.n, s.sum, s.squares = s.n+1, s.sum+v, s.squares+v*v
}

// groupsEnd is where the next moments go on.
func groupsEnd(groups []moments) moments {
	if len(groups) == 0 {
		return moments{}
	}
	return groups[len(groups)-1]
}

// without is how much the values from a start on differ from their mean.
func (s moments) without(groups []moments, start int) float64 {
	if start > 0 {
		before := groups[start-1]
		s = moments{s.n - before.n, s.sum - before.sum, s.squares - before.squares}
	}
	return s.squares - s.sum*s.sum/s.n
}

// roundest is the number with the fewest digits above lo and up to hi; that of counts
// ends a class, and lies from lo on and below hi.
func roundest(lo, hi float64, counts bool) (v float64, decimals int) {
	if lo < 0 && hi >= 0 && !counts || lo <= 0 && hi > 0 && counts {
		return 0, 0
	}
	s := firstStep(max(math.Abs(lo), math.Abs(hi)), 0)
	for ; s.times(1) > (hi-lo)/4; s = s.before() {
		v = s.times(s.under(hi))
		if counts && v >= hi {
			v = s.times(s.under(hi) - 1)
		}
		if v > lo || counts && v == lo {
			return v, s.decimals()
		}
	}
	if counts {
		return lo, 0
	}
	return hi, s.decimals()
}
