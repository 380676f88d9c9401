package chart

import (
	"regexp"
	"slices"
	"strconv"
)

var sequenceName = regexp.MustCompile(`^\d[\d年月日届级学季度期—–./~ -]*$`)

// isSequence reports whether the categories are years, months or numbers: names
// of which a reader can do without some.
func isSequence(cats []string) bool {
	for _, c := range cats {
		if !sequenceName.MatchString(c) {
			return false
		}
	}
	return true
}

// yearName is a year (2023, 2023 年, 2023届) or the school year that starts in it
// (2022—2023 学年, 2022/23).
var yearName = regexp.MustCompile(`^(\d{4})\s*(年|届|级|年度|(?:[—–/~-]\d{2,4})?\s*(?:学年)?)$`)

// years reads categories that are all years of one form.
func years(cats []string) ([]int, bool) {
	var all []int
	form := ""
	for i, c := range cats {
		m := yearName.FindStringSubmatch(c)
		if m == nil {
			return nil, false
		}
		shape := digits.ReplaceAllString(m[2], "0")
		if i > 0 && shape != form {
			return nil, false
		}
		form = shape
		y, _ := strconv.Atoi(m[1])
		all = append(all, y)
	}
	return all, len(all) > 0
}

var digits = regexp.MustCompile(`\d+`)

// maxYears is how many years an axis runs over at most.
const maxYears = 300

// timeSteps are the bands of years along an axis, so that equal steps are equal
// times: a year that is left out leaves its band empty. Years that do not run in
// one direction, and other names, stand side by side.
func timeSteps(cats []string) []int {
	steps := make([]int, len(cats))
	at, ok := years(cats)
	for i := range cats {
		steps[i] = i
		if ok && i > 0 {
			ok = (at[i] > at[i-1]) == (at[1] > at[0]) && at[i] != at[i-1]
		}
	}
	if !ok || slices.Max(at)-slices.Min(at) > maxYears {
		return steps
	}
	for i := range at {
		steps[i] = max(at[i]-at[0], at[0]-at[i])
	}
	return steps
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

// inTime puts names that are years in their order, unless the author sorts.
func (d *draft) inTime(names []string) []string {
	if _, ok := years(names); ok && d.fig.Sort.V == "" {
		slices.Sort(names)
	}
	return names
}
