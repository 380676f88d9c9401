package draft

import (
	"math"
	"slices"
	"strconv"

	"charts/internal/notation"
	"charts/internal/series"
)

// Limits of what can be read in one figure.
const (
	maxSlices   = 6
	maxLabels   = 40 // marks with a number at each
	maxRows     = 20 // bars before the rest is left out
	topRows     = 15
	fewSeries   = 4
	steadyLine  = 5 // points from which on a line tells more than columns
	slopeLimit  = 8
	grouped     = 12 // rows of two bars each
	maxCounted  = 12 // values of a column that is counted
	widest      = 25 // times that one column may be larger than another beside it
	shortText   = 14 // characters of a value that is counted
	cardFigures = 4
)

// times sees years or terms in the first column.
func times(s *profile) []idea {
	if s.category < 0 || !s.column(s.category).isTime() || len(s.rows) < 2 || len(s.values) == 0 {
		return nil
	}
	base := idea{category: s.columns[s.category].Name}
	units := s.units()
	var ideas []idea
	if len(s.values) > 1 && len(units) > 1 {
		panels := base
		panels.kind, panels.mark, panels.values = "panels", "column", s.names(s.values[:min(len(s.values), fewSeries)])
		panels.labels = true
		ideas = append(ideas, panels)
	}
	for _, u := range units {
		cols := s.valuesOf(u)
		cols = cols[:min(len(cols), fewSeries)]
		kinds := []string{"column", "line"}
		if len(s.rows) >= steadyLine {
			kinds = []string{"line", "column"}
		}
		for _, kind := range kinds {
			i := base
			i.kind, i.values, i.unit, i.labels = kind, s.names(cols), s.column(cols[0]).said(), s.labelled(len(cols))
			i.title = s.titled(cols, len(units))
			ideas = append(ideas, i)
		}
	}
	return ideas
}

// pairs sees two columns that are years.
func pairs(s *profile) []idea {
	if s.category < 0 || len(s.values) != 2 || len(s.rows) < 2 || len(s.units()) != 1 {
		return nil
	}
	for _, col := range s.values {
		if !notation.BeginsWithYear(s.columns[col].Name) {
			return nil
		}
	}
	return s.compared()
}

// compared are the kinds for two values of each row.
func (s *profile) compared() []idea {
	i := idea{category: s.columns[s.category].Name, values: s.names(s.values), unit: s.column(s.values[0]).said(), labels: true}
	kinds := []string{"slope", "dumbbell", "bar"}
	if len(s.rows) > slopeLimit {
		kinds = kinds[1:]
	}
	var ideas []idea
	for _, kind := range kinds {
		i.kind = kind
		ideas = append(ideas, i)
	}
	return ideas
}

// shares sees parts of a whole: a column that adds up to 100 %, or to its total.
func shares(s *profile) []idea {
	if s.category < 0 || len(s.rows) < 2 || len(s.rows) > maxRows {
		return nil
	}
	whole := s.whole()
	if whole < 0 {
		return nil
	}
	bar := idea{kind: "bar", category: s.columns[s.category].Name, values: s.names([]int{whole}),
		unit: s.column(whole).said(), labels: s.labelled(1)}
	bar.sort = s.sortedBy(bar.values[0])
	if len(s.rows) > maxSlices || !s.column(whole).positive() {
		return append([]idea{bar}, s.rates()...)
	}
	donut := bar
	donut.kind = "donut"
	return []idea{donut, bar}
}

// whole is the column of the parts of a whole: the counts rather than their
// shares. Several columns of counts are compared, not parted.
func (s *profile) whole() int {
	counts, found := -1, false
	for _, col := range s.values {
		if s.column(col).unit() != "%" {
			if counts >= 0 {
				return -1
			}
			counts = col
		}
		found = found || s.addsUp(col)
	}
	switch {
	case !found:
		return -1
	case counts >= 0:
		return counts
	}
	return s.values[slices.IndexFunc(s.values, s.addsUp)]
}

// addsUp reports whether a column's values are parts of a whole, to which a row without a
// value adds nothing.
func (s *profile) addsUp(col int) bool {
	sum, step := 0.0, 0.0
	for _, r := range s.rows {
		v := r.Cells[col]
		if v.Kind == series.Missing {
			continue
		}
		if v.Kind != series.Number {
			return false
		}
		sum += v.Num
		step += math.Pow(10, -float64(max(v.Decimals, 0)))
	}
	if s.column(col).unit() == "%" {
		return math.Abs(sum-100) <= step
	}
	for _, r := range s.totals {
		if v := r.Cells[col]; v.Kind == series.Number && math.Abs(v.Num-sum) < 1e-6 {
			return true
		}
	}
	return false
}

// rankings sees things with numbers: one figure for each unit.
func rankings(s *profile) []idea {
	if s.category < 0 || len(s.rows) < 2 {
		return nil
	}
	var ideas []idea
	for _, u := range s.units() {
		if u != "%" {
			ideas = append(ideas, s.ranking(s.valuesOf(u))...)
		}
	}
	return append(append(ideas, s.rates()...), groups(s)...)
}

// topBy is how many of the largest values are shown: about topRows, and none that is
// equal to one that is not.
func (s *profile) topBy(col int) int {
	var values []float64
	for _, r := range s.rows {
		if v := r.Cells[col]; v.Kind == series.Number {
			values = append(values, -v.Num)
		}
	}
	slices.Sort(values)
	for n := topRows; n <= maxRows && n < len(values); n++ {
		if values[n-1] != values[n] {
			return n
		}
	}
	return topRows
}

// told are the columns that there is room for: the sum of all, or the first of them
// and those of about its size, or the latest periods.
func (s *profile) told(cols []int) []int {
	cols = s.alike(cols)
	sum := func(col int) bool { return notation.Total(s.columns[col].Name) }
	if i := slices.IndexFunc(cols, sum); i >= 0 && len(cols) > 2 {
		return cols[i : i+1]
	}
	most := fewSeries
	if len(s.rows) > grouped {
		most = 2
	}
	if most = min(most, len(cols)); s.arePeriods(cols) {
		return cols[len(cols)-most:]
	}
	return cols[:most]
}

// alike are the periods among columns, or those that one axis can show.
func (s *profile) alike(cols []int) []int {
	other := func(col int) bool { return !notation.BeginsWithYear(s.columns[col].Name) }
	if periods := slices.DeleteFunc(slices.Clone(cols), other); len(periods) > 1 {
		return periods
	}
	first := s.largest(cols[0])
	return slices.DeleteFunc(slices.Clone(cols), func(col int) bool {
		return s.largest(col) > widest*first || first > widest*s.largest(col)
	})
}

// largest is the size of the largest value of a column.
func (s *profile) largest(col int) (size float64) {
	for _, r := range s.rows {
		if v := r.Cells[col]; v.Kind == series.Number {
			size = max(size, math.Abs(v.Num))
		}
	}
	return size
}

// arePeriods reports whether columns are one measure at several times.
func (s *profile) arePeriods(cols []int) bool {
	return len(cols) > 1 && !slices.ContainsFunc(cols, func(col int) bool { return !notation.BeginsWithYear(s.columns[col].Name) })
}

// ranking sorts the rows by the first of the columns, or the last period.
func (s *profile) ranking(cols []int) []idea {
	cols = s.told(cols)
	i := idea{kind: "bar", category: s.columns[s.category].Name, values: s.names(cols), unit: s.column(cols[0]).said()}
	by := 0
	if s.arePeriods(cols) {
		by = len(cols) - 1
	}
	i.sort = s.sortedBy(i.values[by])
	i.title = s.titled(cols, len(s.values))
	if len(s.rows) > maxRows {
		i.top = s.topBy(cols[by])
		n := strconv.Itoa(i.top)
		i.title = beside(s.title, i.values[by]+"前 "+n+" 位", "top "+n+" by "+i.values[by])
	}
	i.labels = s.labelled(len(cols))
	ideas := []idea{i}
	if len(cols) == 2 && len(s.rows) <= maxRows {
		i.kind = "dumbbell"
		ideas = append(ideas, i)
	}
	return ideas
}

// sortedBy sorts the rows by a column, or leaves them as printed where some are parts of
// others, which would lose sight of them. What is cut off must be the least.
func (s *profile) sortedBy(column string) string {
	if len(s.rows) <= maxRows && slices.ContainsFunc(s.rows, func(r series.Row) bool { return r.Of != "" }) {
		return ""
	}
	return "-" + column
}

// rates ranks the rows by each rate: different rates have no common whole.
func (s *profile) rates() []idea {
	var ideas []idea
	cols := s.valuesOf("%")
	if s.arePeriods(cols) {
		return s.ranking(cols)
	}
	for _, col := range cols {
		if s.addsUp(col) {
			continue
		}
		i := s.ranking([]int{col})[0]
		i.unit = s.column(col).said()
		ideas = append(ideas, i)
	}
	return ideas
}

// labelled reports whether there is room for a number at each mark.
func (s *profile) labelled(series int) bool { return min(len(s.rows), maxRows)*series <= maxLabels }

// titled is the title of a figure that shows some of the columns.
func (s *profile) titled(cols []int, of int) string {
	if len(cols) == 1 && of > 1 {
		return beside(s.title, s.columns[cols[0]].Name, s.columns[cols[0]].Name)
	}
	return s.title
}
