package audit

import (
	"strings"

	"charts/internal/claim"
	"charts/internal/message"
	"charts/internal/quantity"
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
			t, ok := grown(s, row, d, a, b, name)
			if !ok {
				continue
			}
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
func grown(s *claim.Sheet, row int, d, a, b claim.Fact, name string) (t tie, ok bool) {
	switch {
	case b.Rate() || d.Unit.Plain() && !growthRate.MatchString(name): // in the unit of the values
		scale := scaleOf(b.Number) / scaleOf(d.Number)
		d.Unit, d.Base, d.Low, d.High = b.Unit, d.Base*scale, d.Low*scale, d.High*scale
		if d.Is(quantity.Percent) {
			d.Unit.Dimension = quantity.Points
		}
	case d.Unit.Plain():
		d.Unit, _ = quantity.UnitOf("%")
	}
	falls := strings.Contains(name, "减少") && !strings.Contains(name, "增") || strings.Contains(name, "降幅")
	if t, ok = difference(d, falls, a, b); ok && !t.holds {
		t.says = message.Of("%s of %s: %s", name, s.Called(row), t.says)
	}
	return t, ok
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
