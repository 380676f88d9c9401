package audit

import (
	"math"
	"strings"

	"charts/internal/claim"
	"charts/internal/regexp"
)

// growthColumns holds a column of changes against the two columns of years, or
// against the rows of years, where most rows are that.
func growthColumns(s *claim.Sheet) (all []tie) {
	if s.Card && len(s.Columns) < 5 {
		return nil
	}
	for col, name := range s.Columns {
		if !claim.Growth.MatchString(name) {
			continue
		}
		before, after := yearColumns(s, col)
		if after < 0 {
			continue
		}
		var ties []tie
		fits, rows := 0, 0
		for row := range s.Numbers {
			d, a, b := s.Cell(row, col), s.Cell(row, before), s.Cell(row, after)
			if !d.OK() || !a.OK() || !b.OK() || a.Base == 0 {
				continue
			}
			t := grown(s, row, d, a, b, name)
			if rows++; t.holds {
				fits++
			}
			ties = append(ties, t)
		}
		if fits >= 2 && 2*fits > rows || fits == 1 && rows == 2 {
			all = append(all, ties...)
		}
	}
	return all
}

// grown holds one change: of a count in %, else the difference.
func grown(s *claim.Sheet, row int, d, a, b claim.Fact, name string) tie {
	all := []claim.Fact{d, b, a}
	sign := 1.0
	if strings.Contains(name, "减少") && !strings.Contains(name, "增") || strings.Contains(name, "降幅") {
		sign = -1
	}
	rate := d.Is("%") && !b.Rate() || growthRate.MatchString(name) && !b.Rate() && d.Unit.Plain()
	want := sign * (b.Base - a.Base)
	digits := max(d.Decimals, b.Decimals)
	if rate {
		want = sign * (b.Base - a.Base) / a.Base * 100
		digits = max(d.Decimals, 1)
	}
	step := math.Max(d.Step(), 0)
	if !rate && d.Exact() && a.Exact() && b.Exact() {
		step = 0
	}
	got := d.Value
	if !rate {
		got = d.Base
		if d.Unit.Plain() || d.Is("%") {
			got, want = d.Value, sign*(b.Value-a.Value)
		}
	}
	if math.Abs(got-want) < step*(1-slack)+slack*math.Max(1, math.Abs(want)) {
		return holding(all...)
	}
	if rate {
		return broken("change-not-difference", all, "%s of %s: (%s − %s) / %s = %s%%, printed %s", name, s.Called(row), b.Text, a.Text, a.Text, claim.Format(want, digits), d.Text)
	}
	return broken("change-not-difference", all, "%s of %s: %s − %s = %s, printed %s", name, s.Called(row), b.Text, a.Text, claim.Format(want, digits), d.Text)
}

// growthRate is the name of a change that is a percentage.
var growthRate = regexp.MustCompile(`率|幅|同比|环比|增速|%`)

var (
	earlierColumn = regexp.MustCompile(`^(?:上年|去年|上期|上一年|期初|年初|原)`)
	laterColumn   = regexp.MustCompile(`^(?:本年|今年|本期|当年|期末|年末|现)`)
)

// yearColumns are the two columns that a column of changes is between: those of
// years, or of last year and this, next before it.
func yearColumns(s *claim.Sheet, change int) (before, after int) {
	var cols []int
	for col := change - 1; col >= 0 && len(cols) < 2; col-- {
		p := claim.PeriodOf(s.Columns[col])
		if !claim.Growth.MatchString(s.Columns[col]) && (p.Known() || earlierColumn.MatchString(s.Columns[col]) || laterColumn.MatchString(s.Columns[col])) {
			cols = append(cols, col)
		}
	}
	if len(cols) < 2 {
		return -1, -1
	}
	left, right := cols[1], cols[0]
	a, b := claim.PeriodOf(s.Columns[left]).Year, claim.PeriodOf(s.Columns[right]).Year
	if a > b && b != "" || laterColumn.MatchString(s.Columns[left]) || earlierColumn.MatchString(s.Columns[right]) {
		return right, left
	}
	return left, right
}
