package audit

import (
	"strings"

	"charts/internal/claim"
	"charts/internal/regexp"
)

// rowTotals finds the columns next to one whose sum it is in most rows, and tells
// the rows where it is not.
func rowTotals(s *claim.Sheet) (all []tie) {
	if s.Card || explained(s) {
		return nil
	}
	for total := range s.Columns {
		if !s.IsCount(total) {
			continue
		}
		if from, to := addends(s, total); to > from {
			all = append(all, rowSums(s, total, from, to)...)
		}
	}
	return all
}

// totalColumn is the name of a column that sums up others.
var totalColumn = regexp.MustCompile(`合计|总计|小计|总数|共计|^计$|^总|总人数|总人次|总额|(?i:\b(?:total|sum|altogether)$|^all$)`)

// addends are the columns from..to-1 that add up to a total, beside it on one
// side. The name of the column, or three quarters of four rows, bear it out.
func addends(s *claim.Sheet, total int) (from, to int) {
	named := totalColumn.MatchString(s.Columns[total])
	best, rounded := 0, grain(s, total)
	try := func(a, b int) {
		fits, rows := 0, 0
		for row := range s.Numbers[:min(len(s.Numbers), learning)] {
			sum, ok := acrossRow(s, row, total, a, b)
			sum.grain = rounded
			if n := s.Numbers[row][total]; ok && n.OK() {
				rows++
				if sum.value != 0 && sum.makes(n) {
					fits++
				}
			}
		}
		sure := fits >= 3 && 4*fits >= 3*rows
		if named {
			sure = fits >= 2 && 2*fits > rows || fits == 1 && rows == 2
		}
		if sure && fits >= best {
			best, from, to = fits, a, b
		}
	}
	for a := total - 2; a >= max(0, total-maxAddends) && addable(s, a, total); a-- {
		if addable(s, a+1, total) {
			try(a, total)
		}
	}
	for b := total + 3; b <= min(len(s.Columns), total+maxAddends) && addable(s, b-1, total) && addable(s, b-2, total); b++ {
		try(total+1, b)
	}
	return from, to
}

func addable(s *claim.Sheet, col, total int) bool {
	return s.IsCount(col) && !strings.Contains(s.Columns[col], "其中") && s.Table.Columns[col].Unit == s.Table.Columns[total].Unit
}

// maxAddends is how many columns a total can sum up.
const maxAddends = 20

// acrossRow is the sum of some columns of a row, in the unit of its total.
func acrossRow(s *claim.Sheet, row, total, from, to int) (t sum, ok bool) {
	t.exact, t.total = true, s.Numbers[row][total]
	for col := from; col < to; col++ {
		t.add(s, row, col)
	}
	return t, t.gaps == 0
}

func rowSums(s *claim.Sheet, total, from, to int) (all []tie) {
	rounded := grain(s, total)
	for row := range s.Numbers {
		sum, ok := acrossRow(s, row, total, from, to)
		sum.grain = rounded
		if !ok || !s.Numbers[row][total].OK() {
			continue
		}
		cell := s.Cell(row, total)
		facts := append([]claim.Fact{cell}, sum.facts...)
		if sum.makes(cell.Number) {
			all = append(all, holding(facts...))
			continue
		}
		var terms []string
		for _, f := range sum.facts {
			terms = append(terms, f.Text)
		}
		all = append(all, broken("total-not-sum", facts, "%s of %s is %s; %s = %s", s.Columns[total], s.Called(row), cell.Text,
			strings.Join(terms, " + "), claim.Format(sum.value, sum.decimals)))
	}
	return all
}
