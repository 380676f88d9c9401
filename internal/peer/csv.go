package peer

import (
	"slices"
	"strconv"

	"charts/internal/quantity"
)

// Head are the columns of the side file of an institution. The unit is that of the
// numbers on its right.
var Head = []string{"指标", "年", "位次", "院校数", "表", "列", "单位", "本校", "下四分位", "中位数", "上四分位"}

// Moves reports whether a column moves with the numbers of others, or of the institution.
func Moves(column int) bool { return column == 2 || column == 3 || column > 6 }

// Records are the rows of the side file of an institution.
func Records(all []Standing) [][]string {
	slices.SortFunc(all, func(a, b Standing) int { return a.Indicator.Compare(b.Indicator) })
	records := [][]string{Head}
	for _, s := range all {
		i := s.Indicator
		records = append(records, []string{i.Row, i.Year, strconv.Itoa(s.Rank), strconv.Itoa(s.Of), i.Table, i.Column, i.Unit, Text(s.Own), Text(s.Low), Text(s.Median), Text(s.High)})
	}
	return records
}

// Text writes a number whole, without the digits that only the way of computing it has.
func Text(v float64) string { return strconv.FormatFloat(quantity.Round(v), 'f', -1, 64) }
