package audit

import (
	"regexp"
	"strings"

	"charts/internal/report"

	"github.com/shopspring/decimal"
)

// totals holds the rows 合计, 小计 against the rows that they stand for. A table
// of which most totals are no sums is built in another way, and left alone.
func totals(s *sheet) []Finding {
	if selection.MatchString(s.table.Title) {
		return nil
	}
	var all []Finding
	right := 0
	for col := range s.columns {
		if !s.isAdded(col) || s.nested(col) {
			continue
		}
		for row, r := range s.table.Rows {
			if !r.Total || !s.numbers[row][col].ok {
				continue
			}
			if f, wrong := s.total(row, col); wrong {
				all = append(all, f)
			} else {
				right++
			}
		}
	}
	if len(all) > 1 && len(all) > right {
		return nil
	}
	return all
}

// nested reports whether a row of a column is the sum of those after it, or says
// 其中: then the rows hold sums and parts alike.
func (s *sheet) nested(col int) bool {
	for row, r := range s.table.Rows {
		if r.Total || !s.numbers[row][col].ok {
			continue
		}
		if strings.Contains(r.Label, "其中") || s.sumsNext(row, col) {
			return true
		}
	}
	return false
}

// sumsNext reports whether a number is the sum of two or more that follow it.
func (s *sheet) sumsNext(row, col int) bool {
	sum := decimal.Zero
	for i := row + 1; i < len(s.numbers) && !s.table.Rows[i].Total && s.numbers[i][col].ok; i++ {
		sum = sum.Add(s.numbers[i][col].value)
		if i > row+1 && sum.IsPositive() && sum.Equal(s.numbers[row][col].value) {
			return true
		}
	}
	return false
}

// selection is the title of a table that does not show all there is.
var selection = regexp.MustCompile(`部分|主要|节选|前\d+|典型|代表`)

// isAdded reports whether a column's total is the sum of its rows: counts, and
// shares of 100 %.
func (s *sheet) isAdded(col int) bool {
	if s.isCount(col) {
		return true
	}
	return shareName.MatchString(s.columns[col])
}

var shareName = regexp.MustCompile(`(?:比例|占比|比重|百分比)$`)

// total compares a total with the sums that it can stand for.
func (s *sheet) total(row, col int) (f Finding, wrong bool) {
	n := s.numbers[row][col]
	if s.isRate(col) && !n.value.Equal(hundred) {
		return f, false
	}
	sums := s.sums(row, col)
	for _, sum := range sums {
		if sum.gaps > 0 || len(sum.rows) == 0 || n.value.Sub(sum.value).Abs().LessThanOrEqual(sum.error(n)) {
			return f, false
		}
	}
	if len(sums) == 0 {
		return f, false
	}
	sum := sums[0]
	places := []Place{s.place(row), s.place(sum.rows[0])}
	if len(sum.rows) > 1 {
		places = append(places, s.place(sum.rows[len(sum.rows)-1]))
	}
	return found(places, "%s of %s in %s is %s; its rows (lines %d–%d) add up to %s", s.name(row), s.columns[col], s.table.ID,
		n.text, s.table.Rows[sum.rows[0]].Line, s.table.Rows[sum.rows[len(sum.rows)-1]].Line, sum.value), true
}

// name is the word of a total row.
func (s *sheet) name(row int) string {
	for _, c := range s.table.Rows[row].Cells {
		if t := report.Fold(c.Text); strings.HasSuffix(t, "计") || strings.HasSuffix(t, "和") {
			return t
		}
	}
	return s.rowName(row)
}

// A sum is of the numbers of some rows of a column.
type sum struct {
	value    decimal.Decimal
	rows     []int
	decimals int  // the most that any has
	gaps     int  // cells without a number
	exact    bool // all count whole things
}

// sums are those that a total can stand for: the rows since the last total, all
// rows before it, the totals before it. A 小计 stands for the first alone.
func (s *sheet) sums(row, col int) []sum {
	group, rows, above := sum{exact: true}, sum{exact: true}, sum{exact: true}
	for i := range row {
		if s.table.Rows[i].Total {
			above.add(s, i, col)
			group = sum{exact: true}
			continue
		}
		group.add(s, i, col)
		rows.add(s, i, col)
	}
	if len(rows.rows) == 0 {
		return nil
	}
	if strings.HasSuffix(s.name(row), "小计") {
		return []sum{group}
	}
	if len(above.rows) == 0 {
		return []sum{rows}
	}
	return []sum{rows, group, above}
}

func (t *sum) add(s *sheet, row, col int) {
	n := s.numbers[row][col]
	t.rows = append(t.rows, row)
	if !n.ok {
		t.gaps++
		return
	}
	t.value = t.value.Add(n.value)
	t.decimals = max(t.decimals, n.decimals)
	t.exact = t.exact && n.exact()
}

// error is how far a sum may be from its total by rounding alone.
func (t sum) error(total number) decimal.Decimal {
	if t.exact && total.exact() {
		return decimal.Zero
	}
	return decimal.New(int64(len(t.rows)), int32(-max(t.decimals, total.decimals)))
}
