package kind

import (
	"slices"
	"strconv"
	"strings"

	"charts/internal/regexp"
)

var sequenceName = regexp.MustCompile(`^\d[\d年月日届级学季度期—–./~ -]*$`)

// isSequence reports whether the categories are years, months or numbers: names
// of which a reader can do without some. A band may have no name.
func isSequence(cats []string) bool {
	for _, c := range cats {
		if c != "" && !sequenceName.MatchString(c) {
			return false
		}
	}
	return true
}

// A period is a form in which reports name times, with the steps of a year.
type period struct {
	name  *regexp.Regexp // the year, and what is counted within it
	steps int
}

// periods are years (2023, 2023 年, 2023届) and the school years that start in them
// (2022—2023 学年, 2022/23), months and quarters.
var periods = []period{
	{regexp.MustCompile(`^((?:18|19|20|21)\d\d)\s*(?:年|届|级|年度|(?:[—–/~-](\d{2,4}))?\s*(?:学年)?)$`), 1},
	{regexp.MustCompile(`^((?:18|19|20|21)\d\d)\s*[-./年]\s*(0?[1-9]|1[0-2])\s*月?$`), 12},
	{regexp.MustCompile(`^((?:18|19|20|21)\d\d)\s*年?\s*(?:[-./]?\s*[Qq]|第)\s*([1-4])\s*(?:季度|季)?$`), 4},
}

// Times reads names that are all times of one form, in whatever order: as years,
// months or quarters on one scale.
func Times(names []string) (at []int, ok bool) {
	for _, p := range periods {
		if at, ok := p.read(names); ok {
			return at, true
		}
	}
	return nil, false
}

// times reads categories that are all times of one form, in the order in which
// they run: as steps of it.
func times(cats []string) ([]int, bool) {
	at, ok := Times(cats)
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

// read reads times of one form.
func (p period) read(cats []string) ([]int, bool) {
	var all []int
	form := ""
	for i, c := range cats {
		m := p.name.FindStringSubmatch(c)
		if m == nil {
			return nil, false
		}
		shape := digits.ReplaceAllString(strings.TrimPrefix(c, m[1]), "0")
		if i > 0 && shape != form {
			return nil, false
		}
		form = shape
		at, _ := strconv.Atoi(m[1])
		within, _ := strconv.Atoi(m[2])
		switch {
		case p.steps > 1:
			at = p.steps*at + within - 1
		case m[2] != "" && within%100 != (at+1)%100: // 2021-03 is no school year
			return nil, false
		}
		all = append(all, at)
	}
	return all, len(all) > 0
}

var digits = regexp.MustCompile(`\d+`)

// maxSteps is how many years, months or quarters an axis runs over at most.
const maxSteps = 1200

// timeSteps are the bands of times along an axis, so that equal steps are equal
// times: a year that is left out leaves its band empty. Times that do not run in
// one direction, and other names, stand side by side.
func timeSteps(cats []string) []int {
	steps := make([]int, len(cats))
	for i := range steps {
		steps[i] = i
	}
	at, ok := times(cats)
	if !ok || slices.Max(at)-slices.Min(at) > maxSteps {
		return steps
	}
	for i := range at {
		steps[i] = max(at[i]-at[0], at[0]-at[i])
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
	at, ok := Times(m.cats)
	if d.fig.Sort.V != "" || !ok || slices.IsSorted(at) {
		return m
	}
	order := make([]int, len(at))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return at[a] - at[b] })
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
	p.Len = d.fig.Category.Len
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
