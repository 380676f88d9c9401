package audit

import (
	"math"
	"slices"
	"strings"

	"charts/internal/claim"
	"charts/internal/regexp"
)

// totals holds the rows 合计, 小计 against the rows that they stand for. A table
// of which most totals are no sums is built in another way, and left alone.
func totals(s *claim.Sheet) (all []tie) {
	if selection.MatchString(s.Title) || explained(s) {
		return nil
	}
	wrong, right := 0, 0
	whole := grain(s, counts(s)...) // a column of few numbers does not tell
	left := maxSummed
	for col := range s.Columns {
		if !isAdded(s, col) {
			continue
		}
		inner, rounded := nested(s, col), max(whole, grain(s, col))
		for row, r := range s.Rows {
			if !r.Total || !s.Numbers[row][col].OK() || left < len(s.Rows) {
				continue
			}
			left -= len(s.Rows)
			t, ok := total(s, row, col, inner, rounded)
			if !ok {
				continue
			}
			if all = append(all, t); t.holds {
				right++
			} else {
				wrong++
			}
		}
	}
	if wrong > 1 && wrong > right {
		return nil
	}
	return all
}

// maxSummed is how many rows are added up in a table, for all its totals.
const maxSummed = 500_000

var (
	// selection is the title of a table that does not show all there is.
	selection = regexp.MustCompile(`部分|主要|节选|前\d+|典型|代表|摘录`)
	// explanation is a remark that says why a total is not the sum.
	explanation = regexp.MustCompile(`重复|去重|重叠|交叉|兼|多选|多项|不含|未含|未计|不计|未列|一人|可参加|可选|多个|另有|四舍五入|部分`)
)

// explained reports whether the table says why its totals are not sums.
func explained(s *claim.Sheet) bool {
	for _, n := range s.Notes {
		if explanation.MatchString(n.Text) {
			return true
		}
	}
	return explanation.MatchString(s.Title)
}

// nested reports whether a row of a column is the sum of those after it, or says
// 其中: then the rows hold sums and parts alike.
func nested(s *claim.Sheet, col int) bool {
	for row, r := range s.Rows {
		if r.Total || !s.Numbers[row][col].OK() {
			continue
		}
		if strings.Contains(r.Label, "其中") || sumsNext(s, row, col) {
			return true
		}
	}
	return false
}

// sumsNext reports whether a number is the sum of two or more that follow it.
func sumsNext(s *claim.Sheet, row, col int) bool {
	sum, n := 0.0, s.Numbers[row][col].Value
	for i := row + 1; i < len(s.Numbers) && !s.Rows[i].Total && s.Numbers[i][col].OK(); i++ {
		sum += s.Numbers[i][col].Value
		if i > row+1 && sum > 0 && math.Abs(sum-n) < slack*n {
			return true
		}
		if sum > n {
			return false
		}
	}
	return false
}

// isAdded reports whether a column's total is the sum of its rows: counts, and
// shares of 100 %.
func isAdded(s *claim.Sheet, col int) bool {
	return s.IsCount(col) || shareName.MatchString(s.Columns[col])
}

var shareName = regexp.MustCompile(`(?:比例|占比|比重|百分比|(?i:\b(?:share|percentage|proportion|percent|%)(?: of (?:the )?total)?))$`)

// A sum is of the numbers of some rows of a column.
type sum struct {
	value    float64
	facts    []claim.Fact
	decimals int          // the most that any has
	gaps     int          // cells without a number
	exact    bool         // all count whole things
	loose    float64      // by how much the words about the numbers, and coarser units, widen it
	total    claim.Number // whose unit the sum is in
	grain    float64      // that all numbers of the columns were rounded to, or 0
}

// grains are what statistics round counts to.
var grains = []float64{1000, 100, 10, 5}

// grain is what all counts of some columns were rounded to, or 0.
func grain(s *claim.Sheet, cols ...int) float64 {
	for _, g := range grains {
		n := 0
		for _, row := range s.Numbers {
			for _, col := range cols {
				if m := row[col]; m.OK() && m.Value != 0 {
					if n++; math.Mod(m.Value, g) != 0 {
						n = -len(s.Numbers) * len(s.Columns)
					}
				}
			}
		}
		if n >= 12 {
			return g
		}
	}
	return 0
}

// counts are the columns of counts.
func counts(s *claim.Sheet) (cols []int) {
	for col := range s.Columns {
		if s.IsCount(col) {
			cols = append(cols, col)
		}
	}
	return cols
}

func (t *sum) add(s *claim.Sheet, row, col int) {
	n := s.Numbers[row][col]
	if !n.OK() {
		t.gaps++
		return
	}
	if n = likened(n, t.total); n.Decimals < 0 {
		t.loose += math.Pow10(-n.Decimals)
	}
	t.facts = append(t.facts, s.Cell(row, col))
	t.value += n.Value
	t.decimals = max(t.decimals, n.Decimals)
	t.exact = t.exact && n.Exact()
	t.loose += about(n)
}

// likened is a number in the unit of another of its dimension: 3000万元 is 0.3000 亿元.
func likened(n, to claim.Number) claim.Number {
	if n.Unit.Name == to.Unit.Name || n.Unit.Dimension != to.Unit.Dimension || n.Value == 0 || to.Value == 0 {
		return n
	}
	scale := n.Base / n.Value * (to.Value / to.Base)
	n.Value *= scale
	n.Decimals -= int(math.Floor(math.Log10(scale) + slack))
	return n
}

// about is by how much a word about a number (约, 余) lets it differ.
func about(n claim.Number) float64 {
	if !n.Qualified || n.Base == 0 {
		return 0
	}
	return math.Max(n.High-n.Base, n.Base-n.Low) * n.Value / n.Base
}

// makes reports whether the sum can be of a printed total. Of numbers that were
// cut off all but one can be short by one in the last digit.
func (t sum) makes(total claim.Number) bool {
	allowed := slack * math.Max(1, math.Abs(total.Value))
	allowed += t.loose + about(total) + t.grain/2*float64(len(t.facts)+1)
	if !t.exact || !total.Exact() {
		allowed += float64(max(len(t.facts)-1, 1)) * math.Pow10(-t.decimals)
		if total.Decimals < t.decimals {
			allowed += total.Step()
		}
	}
	return math.Abs(total.Value-t.value) <= allowed
}

// total compares a total with the sums that it can stand for. Rows that hold sums
// and parts alike can only be too many.
func total(s *claim.Sheet, row, col int, inner bool, grain float64) (t tie, ok bool) {
	cell := s.Cell(row, col)
	if s.IsRate(col) && cell.Value != 100 {
		return t, false
	}
	sums := sums(s, row, col, grain)
	for _, sum := range sums {
		if sum.makes(cell.Number) && sum.gaps == 0 {
			return holding(append([]claim.Fact{cell}, sum.facts...)...), true
		}
	}
	for _, sum := range sums {
		some := row == 0 && len(s.Rows) > 1 && strings.Contains(s.Rows[1].Cells[0].Text, "其中") // not all need be named
		if sum.gaps > 0 || inner && sum.value > cell.Value || some && sum.value < cell.Value {
			return t, false
		}
	}
	if len(sums) == 0 {
		return t, false
	}
	best := sums[0]
	rows := best.facts[0].Place.UpTo(best.facts[len(best.facts)-1].Place)
	return broken("total-not-sum", append([]claim.Fact{cell}, best.facts...), "%s of %s in %s is %s; its rows (%s) add up to %s", s.Called(row),
		s.Columns[col], s.ID, cell.Text, rows, claim.Format(best.value, best.decimals)), true
}

// sums are those that a total can stand for: the rows since the last total, all
// rows before it, the totals before it; of a total in the first row, those after
// it. A 小计 stands for the first alone.
func sums(s *claim.Sheet, row, col int, grain float64) (all []sum) {
	none := sum{exact: true, grain: grain, total: s.Numbers[row][col]}
	group, rows, above := none, none, none
	before := row
	if row == 0 { // the total is first
		before = len(s.Rows)
	}
	for i := range before {
		if i == row {
			continue
		}
		if s.Rows[i].Total {
			above.add(s, i, col)
			group = none
			continue
		}
		group.add(s, i, col)
		rows.add(s, i, col)
	}
	candidates := []sum{rows, group, above}
	if name := s.Called(row); strings.HasSuffix(name, "小计") || strings.HasSuffix(name, "汇总") {
		candidates = candidates[1:2]
	}
	return slices.DeleteFunc(candidates, func(t sum) bool { return len(t.facts) == 0 })
}
