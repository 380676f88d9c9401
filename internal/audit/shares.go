package audit

import (
	"cmp"
	"math"
	"slices"

	"charts/internal/claim"
)

// shares finds the total that most shares of a column are of, and tells the rows
// whose share is of another. Where many are, they are shares of something else.
func shares(s *claim.Sheet) (all []tie) {
	if s.Card {
		return nil
	}
	for col, name := range s.Columns {
		if !shareName.MatchString(name) {
			continue
		}
		for counts := col - 1; counts >= 0; counts-- {
			if s.IsCount(counts) {
				all = append(all, sharesOf(s, counts, col)...)
				break
			}
		}
	}
	return all
}

func sharesOf(s *claim.Sheet, counts, col int) (all []tie) {
	rows := both(s, counts, col)
	by := factor(column(s, col))
	total, known := commonTotal(s, rows, counts, col, by)
	fit := map[float64]bool{}
	var odd []int
	for _, row := range rows {
		if n := s.Numbers[row][counts]; isQuotient(s.Numbers[row][col], n.Value, total, by) {
			fit[n.Value] = true
		} else {
			odd = append(odd, row)
		}
	}
	most := 1 + len(rows)/10
	if known {
		most = max(most, len(rows)/3)
	}
	exchanged := known && len(odd) == 2 && swapped(s, odd, counts, col, total, by)
	if len(fit) < leastRows && !(known && len(fit) >= 2) || len(odd) > most && !exchanged {
		return nil
	}
	for _, row := range rows {
		if !slices.Contains(odd, row) {
			all = append(all, holding(s.Cell(row, col), s.Cell(row, counts)))
		}
	}
	if exchanged {
		a, b := s.Cell(odd[0], col), s.Cell(odd[1], col)
		return append(all, broken("share-not-of-total", []claim.Fact{a, b}, "%s of %s is %s and of %s %s; of %s they are %s and %s: the two are swapped", s.Columns[col],
			s.Called(odd[0]), a.Text, s.Called(odd[1]), b.Text, claim.Format(total, 0),
			percent(s.Numbers[odd[0]][counts].Value, total, by, a.Number), percent(s.Numbers[odd[1]][counts].Value, total, by, b.Number)))
	}
	for _, row := range odd {
		share, n := s.Cell(row, col), s.Cell(row, counts)
		all = append(all, broken("share-not-of-total", []claim.Fact{share, n}, "%s of %s: %s / %s = %s, printed %s; the other shares are of that total",
			s.Columns[col], s.Called(row), n.Text, claim.Format(total, n.Decimals), percent(n.Value, total, by, share.Number), share.Text))
	}
	return all
}

// swapped reports whether each of two shares is of the other's count.
func swapped(s *claim.Sheet, odd []int, counts, col int, total, by float64) bool {
	a, b := s.Numbers[odd[0]], s.Numbers[odd[1]]
	return isQuotient(a[col], b[counts].Value, total, by) && isQuotient(b[col], a[counts].Value, total, by)
}

// both are the rows that have a count and a share.
func both(s *claim.Sheet, counts, share int) (rows []int) {
	for row, n := range s.Numbers {
		if n[counts].OK() && n[share].OK() && n[counts].Value > 0 && n[share].Value > 0 {
			rows = append(rows, row)
		}
	}
	return rows
}

// commonTotal is the total that the most shares fit; known reports that it is the
// sum of the rows or is in a row of its own. Else it is where the most of the
// ranges overlap that the rows allow.
func commonTotal(s *claim.Sheet, rows []int, counts, share int, by float64) (total float64, known bool) {
	sum := 0.0
	var candidates []float64
	var ranges [][2]float64
	for _, row := range rows {
		n, r := s.Numbers[row][counts], s.Numbers[row][share]
		if s.Rows[row].Total && len(candidates) < maxStated {
			candidates = append(candidates, n.Value)
		} else if !s.Rows[row].Total {
			sum += n.Value
		}
		ranges = append(ranges, [2]float64{n.Value * by / (r.Value + r.Step()), n.Value * by / math.Max(r.Value-r.Step(), slack)})
	}
	stated := len(candidates) + 1
	candidates = append(candidates, sum, mostOverlap(ranges))
	most := 0
	for i, candidate := range candidates {
		seen := map[float64]bool{}
		for _, row := range rows {
			if n := s.Numbers[row][counts]; isQuotient(s.Numbers[row][share], n.Value, candidate, by) {
				seen[n.Value] = true
			}
		}
		if len(seen) > most {
			total, most, known = candidate, len(seen), i < stated
		}
	}
	return total, known
}

// maxStated is how many rows with totals are tried.
const maxStated = 20

// mostOverlap is the first whole number in the part that the most ranges have in
// common.
func mostOverlap(ranges [][2]float64) float64 {
	type end struct {
		at   float64
		step int
	}
	var ends []end
	for _, r := range ranges {
		ends = append(ends, end{r[0], 1}, end{r[1], -1})
	}
	slices.SortFunc(ends, func(a, b end) int { return cmp.Or(cmp.Compare(a.at, b.at), a.step-b.step) })
	open, most, best := 0, 0, 0.0
	for _, e := range ends {
		if open += e.step; open > most {
			most, best = open, math.Floor(e.at)+1
		}
	}
	return best
}
