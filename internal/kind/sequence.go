package kind

import (
	"slices"

	"charts/internal/notation"
	"charts/internal/regexp"
)

var sequenceName = regexp.MustCompile(`^\d[\d年月日时届级学季度期—–./:~ -]*$`)

// isSequence reports whether the categories are years, months or numbers: names
// of which a reader can do without some. A band may have no name.
func isSequence(cats []string) bool {
	if _, ok := notation.Times(cats); ok {
		return true
	}
	if _, ok := monthNames(cats); ok {
		return true
	}
	return !slices.ContainsFunc(cats, func(c string) bool { return c != "" && !sequenceName.MatchString(c) })
}

// times reads categories that are all times of one form, in the order in which
// they run: as steps of it.
func times(cats []string) ([]int, bool) {
	at, ok := notation.Times(cats)
	return at, ok && oneWay(at)
}

// oneWay reports whether times run in one direction.
func oneWay(at []int) bool {
	for i := 1; i < len(at); i++ {
		if at[i] == at[i-1] || (at[i] > at[i-1]) != (at[1] > at[0]) {
			return false
		}
	}
	return true
}

// maxSteps is how many years, months, quarters or days an axis runs over at most.
const maxSteps = maxPoints

// timeSteps are the bands of times along an axis, so that equal steps are equal
// times: a year that is left out leaves its band empty. Times that do not run in
// one direction, and other names, are side by side.
func timeSteps(cats []string) []int {
	steps := make([]int, len(cats))
	for i := range steps {
		steps[i] = i
	}
	at, ok := times(cats)
	if !ok || slices.Max(at)-slices.Min(at) > maxSteps {
		return steps
	}
	apart := 0 // what all distances are multiples of
	for i := range at {
		steps[i] = max(at[i]-at[0], at[0]-at[i])
		for rest := steps[i]; rest > 0; {
			apart, rest = rest, apart%rest
		}
	}
	for i := range steps {
		steps[i] /= max(1, apart)
	}
	return steps
}

// backwards reports whether the categories are times that run from the latest to
// the earliest, as many reports print them.
func backwards(cats []string) bool {
	at, ok := times(cats)
	return ok && len(at) > 1 && at[0] > at[1]
}

// forward puts times into their order, unless the author sorts: a line shows a rise
// where there is one, and each time once.
func forward(d *builder, m matrix) matrix {
	order, ok := timeOrder(m.cats)
	if d.fig.Sort.V != "" || !ok {
		return m
	}
	return m.inOrder(order)
}

// timeOrder is the order in which times run, where they stand in another. Those without
// years are turned only where all run backwards: 9 月 to 2 月 is a school year.
func timeOrder(names []string) (order []int, ok bool) {
	at, ok := notation.Times(names)
	if !ok {
		place, _ := notation.Chronology(names)
		for _, name := range names {
			at = append(at, place[name])
		}
		ok = oneWay(at) || slices.Min(at) > 1900*notation.YearOfDays
	}
	if !ok || slices.IsSorted(at) {
		return nil, false
	}
	for i := range at {
		order = append(order, i)
	}
	slices.SortStableFunc(order, func(a, b int) int { return at[a] - at[b] })
	return order, true
}

// roundYear puts months and other times without a year into an order in which all series
// run on, where the rows do not give one: November to January beside January to March.
// Where no series says which of two is of the earlier year, that is told.
func roundYear(d *builder, cats []string, cat, by int) []string {
	place, ok := notation.Chronology(cats)
	if d.fig.Sort.V != "" || !ok || slices.ContainsFunc(cats, func(c string) bool { return place[c] <= 0 || place[c] >= notation.YearOfDays }) {
		return cats
	}
	sorted := slices.Clone(cats)
	slices.SortStableFunc(sorted, func(a, b string) int { return place[a] - place[b] })
	next := followers(d, cat, by)
	for i := 0; i < len(sorted) && !runOn(cats, next); i++ {
		if turned := slices.Concat(sorted[i:], sorted[:i]); runOn(turned, next) {
			cats = turned
		}
	}
	for i := 1; i < len(cats) && runOn(sorted, next); i++ {
		if before, c := cats[i-1], cats[i]; place[c] < place[before] {
			p := d.problems.Warnf(d.fig.Category.Pos, "no-year", "nothing says whether %s or %s is the earlier, for they have no year", before, c)
			p.Hintf("write the years into %s, or write sort: %s", d.fig.Category.V, d.fig.Category.V)
		}
	}
	return cats
}

// followers are the pairs of categories that come one after the other in a series.
func followers(d *builder, cat, by int) (next [][2]string) {
	last := map[string]string{}
	for _, row := range d.data.Rows {
		own, c := name(row.Cells[by]), name(row.Cells[cat])
		if before, ok := last[own]; ok {
			next = append(next, [2]string{before, c})
		}
		last[own] = c
	}
	return next
}

// runOn reports whether of each pair the first stands before the second.
func runOn(names []string, pairs [][2]string) bool {
	at := positions(names)
	return !slices.ContainsFunc(pairs, func(p [2]string) bool { return at[p[0]] > at[p[1]] })
}

// inOrder is a matrix with its categories in another order.
func (m matrix) inOrder(order []int) matrix {
	cats := make([]string, len(order))
	for i, from := range order {
		cats[i] = m.cats[from]
	}
	m.cats = cats
	for _, r := range m.runs {
		cells := slices.Clone(r.cells)
		for i, from := range order {
			r.cells[i] = cells[from]
			r.cells[i].X = float64(i) + 0.5
		}
	}
	return m
}

// warnBackwards tells of columns that show a fall where there is a rise.
func warnBackwards(d *builder, m matrix) {
	if d.fig.Sort.V != "" || !backwards(m.cats) {
		return
	}
	p := d.problems.Warnf(d.fig.Category.Pos, "backwards", "%s runs backwards, from %s to %s", d.fig.Category.V, m.cats[0], m.cats[len(m.cats)-1])
	p.Hintf("write sort: %s", d.fig.Category.V)
}

// alongTime spaces the values by time; the bands of years that are left out have
// no name.
func (m matrix) alongTime() matrix {
	steps := timeSteps(m.cats)
	m.bands = make([]string, steps[len(steps)-1]+1)
	for i, c := range m.cats {
		m.bands[steps[i]] = c
		for _, r := range m.runs {
			r.cells[i].X = float64(steps[i]) + 0.5
		}
	}
	return m
}

// inTime puts names that are times in their order, unless the author sorts.
func inTime(d *builder, names []string) []string {
	sorted := slices.Sorted(slices.Values(names))
	if _, ok := times(sorted); ok && d.fig.Sort.V == "" {
		return sorted
	}
	return names
}
