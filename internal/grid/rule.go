package grid

import (
	"cmp"
	"math"
	"slices"
)

// maxRules is how many rules a page with tables has, after those that go on in
// one another were joined; a page with more holds drawings.
const maxRules = 3000

// near is how far lines may miss each other and still meet, in points.
const near = 3.0

func isNear(a, b float64) bool { return math.Abs(a-b) <= near }

func (b Box) across() bool { return b.X1-b.X0 > near && b.X1-b.X0 >= b.Y1-b.Y0 }
func (b Box) down() bool   { return b.Y1-b.Y0 > near && b.Y1-b.Y0 > b.X1-b.X0 }

// turned swaps the two directions.
func (b Box) turned() Box { return Box{b.Y0, b.X0, b.Y1, b.X1} }

// tidy joins the rules that go on in one another, those of two sides of one
// line, and the dots of dotted lines.
func tidy(rules []Box) []Box {
	var across, down []Box
	for _, r := range rules {
		dot := r.X1-r.X0 <= near && r.Y1-r.Y0 <= near
		if dot || r.across() {
			across = append(across, r)
		}
		if dot || r.down() {
			down = append(down, r.turned())
		}
	}
	out := joined(across)
	for _, r := range joined(down) {
		out = append(out, r.turned())
	}
	return out
}

// joined joins rules across; what stays a dot falls away.
func joined(rules []Box) []Box {
	for i := range rules {
		y := (rules[i].Y0 + rules[i].Y1) / 2
		rules[i].Y0, rules[i].Y1 = y, y
	}
	slices.SortStableFunc(rules, func(a, b Box) int { return cmp.Compare(a.Y0, b.Y0) })
	var out []Box
	for len(rules) > 0 {
		n := 1
		for n < len(rules) && rules[n].Y0-rules[0].Y0 <= near/2 {
			n++
		}
		level := rules[:n]
		rules = rules[n:]
		slices.SortStableFunc(level, func(a, b Box) int { return cmp.Compare(a.X0, b.X0) })
		last := level[0]
		for _, r := range level[1:] {
			if r.X0 <= last.X1+near {
				last.X1 = max(last.X1, r.X1)
				continue
			}
			out, last = append(out, last), r
		}
		out = append(out, last)
	}
	return slices.DeleteFunc(out, func(r Box) bool { return r.X1-r.X0 <= near })
}

// connected groups the rules that touch each other.
func connected(rules []Box) [][]Box {
	group := make([]int, len(rules)) // of each rule, another one of its group
	for i := range rules {
		group[i] = i
		for k := range i {
			if touch(rules[i], rules[k]) {
				group[rootOf(group, i)] = rootOf(group, k)
			}
		}
	}
	at := map[int]int{}
	var groups [][]Box
	for i, r := range rules {
		root := rootOf(group, i)
		if _, ok := at[root]; !ok {
			at[root] = len(groups)
			groups = append(groups, nil)
		}
		groups[at[root]] = append(groups[at[root]], r)
	}
	return groups
}

// rootOf is the rule that stands for the group of rule i.
func rootOf(group []int, i int) int {
	for group[i] != i {
		group[i] = group[group[i]]
		i = group[i]
	}
	return i
}

func touch(a, b Box) bool {
	return a.X0 <= b.X1+near && b.X0 <= a.X1+near && a.Y0 <= b.Y1+near && b.Y0 <= a.Y1+near
}

func bounds(boxes []Box) Box {
	out := boxes[0]
	for _, b := range boxes[1:] {
		out = Box{min(out.X0, b.X0), min(out.Y0, b.Y0), max(out.X1, b.X1), max(out.Y1, b.Y1)}
	}
	return out
}

// isLattice reports whether rules across and down make cells: more than one
// column, or more than one row between two sides.
func isLattice(rules []Box, frame Box) bool {
	var xs, ys []float64
	for _, r := range rules {
		if r.down() {
			xs = append(xs, r.X0)
		} else {
			ys = append(ys, r.Y0)
		}
	}
	if len(xs) == 0 || len(ys) == 0 {
		return false
	}
	xs, ys = clusters(append(xs, frame.X0, frame.X1)), clusters(append(ys, frame.Y0, frame.Y1))
	return len(xs) >= 3 && len(ys) >= 2 || len(xs) == 2 && len(ys) >= 3
}

// clusters sorts places, one for all that are near each other.
func clusters(all []float64) []float64 {
	slices.Sort(all)
	var out []float64
	for _, v := range all {
		if n := len(out); n == 0 || v-out[n-1] > near {
			out = append(out, v)
		}
	}
	return out
}
