package grid

import "math"

// An assignment is what the names of a line cost over columns, all of which count from
// the first of a run.
type assignment struct {
	*heading
	run          stretch
	out          []float64     // of the columns: without a name
	over         [][][]float64 // of the names: over the columns from one to another
	before, from [][]float64   // the least of the names before one, over the columns before one; and of the others
}

// assign finds what all ways cost to put names over columns.
func (h *heading) assign(i int, l line, names []segment, run stretch) *assignment {
	n := run.last - run.first + 1
	a := &assignment{heading: h, run: run, out: make([]float64, n), over: make([][][]float64, len(names))}
	for k := range n {
		a.out[k] = h.leftOut(i, run.first+k)
	}
	each := run.first // from where on each column can have a name of its own
	if v := h.valuesFrom(run.first, run.last); len(names) == run.last-v+1 {
		each = v
	}
	for k, s := range names {
		ruled, isRuled := h.underlined(s, names, l, run)
		below, cornered := h.nextTo(s), k == 0 && h.cornered(i, s)
		a.over[k] = make([][]float64, n)
		for from := range n {
			for to := from; to < min(n, from+mostOver); to++ {
				over := stretch{run.first + from, run.first + to}
				cost := h.against(s, below, over, l)
				if isRuled && over != ruled {
					cost += most
				} else if isRuled {
					cost = 0
				}
				if from == 0 && cornered {
					cost += another
				}
				if len(names) == run.last-each+1 && h.under[over.first] == nil && over == (stretch{each + k, each + k}) {
					cost *= 0.3 // one for each
				}
				a.over[k][from] = append(a.over[k][from], cost)
			}
		}
	}
	a.sum()
	return a
}

// sum finds the least costs from both sides.
func (a *assignment) sum() {
	n := len(a.out)
	for range len(a.over) + 1 {
		a.before, a.from = append(a.before, infinite(n+1)), append(a.from, infinite(n+1))
	}
	a.before[0][0], a.from[len(a.over)][n] = 0, 0
	for k, before := range a.before {
		for e := range n {
			before[e+1] = min(before[e+1], before[e]+a.out[e])
			if k == len(a.over) {
				continue
			}
			for w, cost := range a.over[k][e] {
				a.before[k+1][e+w+1] = min(a.before[k+1][e+w+1], before[e]+cost)
			}
		}
	}
	for k := len(a.over); k >= 0; k-- {
		for e := n - 1; e >= 0; e-- {
			a.from[k][e] = min(a.from[k][e], a.out[e]+a.from[k][e+1])
			if k == len(a.over) {
				continue
			}
			for w, cost := range a.over[k][e] {
				a.from[k][e] = min(a.from[k][e], cost+a.from[k+1][e+w+1])
			}
		}
	}
}

func infinite(n int) []float64 {
	out := make([]float64, n)
	for i := range out {
		out[i] = math.Inf(1)
	}
	return out
}

// best is the way of least cost.
func (a *assignment) best() (all []stretch, cost float64) {
	if cost = a.from[0][0]; math.IsInf(cost, 1) {
		return nil, cost
	}
	e := 0
next:
	for k := range a.over {
		for ; ; e++ {
			for w, c := range a.over[k][e] {
				if c+a.from[k+1][e+w+1] == a.from[k][e] {
					all = append(all, stretch{a.run.first + e, a.run.first + e + w})
					e += w + 1
					continue next
				}
			}
		}
	}
	return all, cost
}

// unsure marks the columns that a name has in one of two ways, the best and another that
// costs less than some limit.
func (a *assignment) unsure(best []stretch, limit float64) {
	for k, over := range best {
		for e := range a.over[k] {
			for w, cost := range a.over[k][e] {
				other := stretch{a.run.first + e, a.run.first + e + w}
				if other == over || a.before[k][e]+cost+a.from[k+1][e+w+1] >= limit {
					continue
				}
				for c := min(over.first, other.first); c <= max(over.last, other.last); c++ {
					a.doubts[c] = a.doubts[c] || over.has(c) != other.has(c)
				}
			}
		}
	}
}

func (s stretch) has(k int) bool { return s.first <= k && k <= s.last }
