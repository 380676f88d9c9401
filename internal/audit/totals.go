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
	left := maxTied + len(s.Rows)*len(s.Columns)
	for col := range s.Columns {
		if !isAdded(s, col) {
			continue
		}
		c := columnSums{sheet: s, col: col, grain: max(whole, grain(s, col)), inner: nested(s, col), runs: map[unit]*running{}}
		for row, r := range s.Rows {
			if !r.Total || !s.Numbers[row][col].OK() {
				continue
			}
			best, holds, ok := c.total(row)
			if !ok {
				continue
			}
			if holds {
				right++
			} else {
				wrong++
			}
			switch left -= len(best.of); {
			case left >= 0:
				all = append(all, c.tie(row, best, holds))
			case left+len(best.of) >= 0:
				all = append(all, broken("total-not-sum", []claim.Fact{s.Cell(row, col)}, "the totals of %s stand for too many rows together: from here on they were not added up", s.ID).as(Doubt))
			}
		}
	}
	if wrong > 1 && wrong > right {
		return nil
	}
	return all
}

// maxTied is how many numbers the totals of a table may stand for beside each of
// its cells once.
const maxTied = 500_000

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

// A sum is of some numbers.
type sum struct {
	value    float64
	facts    []claim.Fact // where they are asked for
	n        int
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

// add adds a cell, and keeps its fact.
func (t *sum) add(s *claim.Sheet, row, col int) {
	if t.plus(s.Numbers[row][col]) {
		t.facts = append(t.facts, s.Cell(row, col))
	}
}

// plus adds a number, and reports whether it is one.
func (t *sum) plus(n claim.Number) bool {
	if !n.OK() {
		t.gaps++
		return false
	}
	if n = likened(n, t.total); n.Decimals < 0 {
		t.loose += math.Pow10(-n.Decimals)
	}
	t.n++
	t.value += n.Value
	t.decimals = max(t.decimals, n.Decimals)
	t.exact = t.exact && n.Exact()
	t.loose += about(n)
	return true
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
	allowed += t.loose + about(total) + t.grain/2*float64(t.n+1)
	if !t.exact || !total.Exact() {
		allowed += float64(max(t.n-1, 1)) * math.Pow10(-t.decimals)
		if total.Decimals < t.decimals {
			allowed += total.Step()
		}
	}
	return math.Abs(total.Value-t.value) <= allowed
}

// columnSums are the sums that the totals of a column can stand for. They run down
// the column once for each unit that its totals are in.
type columnSums struct {
	sheet *claim.Sheet
	col   int
	grain float64 // that its numbers were rounded to
	inner bool    // its rows hold sums and parts alike
	runs  map[unit]*running
}

// A unit is what numbers are added up in: of a total of 0, as they are.
type unit struct {
	name string
	zero bool
}

// running are the sums of the rows before one: since the last total, all of them,
// and the totals.
type running struct {
	none, group, rows, above rowSum
	next                     int
}

// A rowSum is of the numbers of some rows of a column.
type rowSum struct {
	sum
	of []int
}

func (t *rowSum) add(n claim.Number, row int) {
	if t.plus(n) {
		t.of = append(t.of, row)
	}
}

// total compares a total with the sums that it can stand for. Rows that hold sums
// and parts alike can only be too many.
func (c *columnSums) total(row int) (best rowSum, holds, ok bool) {
	s, total := c.sheet, c.sheet.Numbers[row][c.col]
	if s.IsRate(c.col) && total.Value != 100 {
		return best, false, false
	}
	sums := c.before(row)
	for _, t := range sums {
		if t.makes(total) && t.gaps == 0 {
			return t, true, true
		}
	}
	for _, t := range sums {
		some := row == 0 && len(s.Rows) > 1 && strings.Contains(s.Rows[1].Cells[0].Text, "其中") // not all need be named
		if t.gaps > 0 || c.inner && t.value > total.Value || some && t.value < total.Value {
			return best, false, false
		}
	}
	if len(sums) == 0 {
		return best, false, false
	}
	return sums[0], false, true
}

// tie holds a total and the rows of a sum together.
func (c *columnSums) tie(row int, of rowSum, holds bool) tie {
	s, cell := c.sheet, c.sheet.Cell(row, c.col)
	facts := append(make([]claim.Fact, 0, len(of.of)+1), cell)
	for _, i := range of.of {
		facts = append(facts, s.Cell(i, c.col))
	}
	if holds {
		return holding(facts...)
	}
	rows := facts[1].Place.UpTo(facts[len(facts)-1].Place)
	return broken("total-not-sum", facts, "%s of %s in %s is %s; its rows (%s) add up to %s", s.Called(row),
		s.Columns[c.col], s.ID, cell.Text, rows, claim.Format(of.value, of.decimals))
}

// before are the sums that a total can stand for: all rows before it, those since
// the last total, the totals before it; of a total in the first row, those after
// it. A 小计 stands for the rows since the last total alone.
func (c *columnSums) before(row int) []rowSum {
	run, end := c.running(row), row
	if row == 0 { // the total is first
		run.next, end = 1, len(c.sheet.Rows)
	}
	for ; run.next < end; run.next++ {
		run.add(c.sheet.Numbers[run.next][c.col], run.next, c.sheet.Rows[run.next].Total)
	}
	candidates := []rowSum{run.rows, run.group, run.above}
	if name := c.sheet.Called(row); strings.HasSuffix(name, "小计") || strings.HasSuffix(name, "汇总") {
		candidates = candidates[1:2]
	}
	return slices.DeleteFunc(candidates, func(t rowSum) bool { return t.n == 0 })
}

// running is what goes down the column in the unit of a total; for one in the first
// row, ahead of the others.
func (c *columnSums) running(row int) *running {
	total := c.sheet.Numbers[row][c.col]
	key := unit{total.Unit.Name, total.Value == 0}
	if run := c.runs[key]; run != nil {
		return run
	}
	none := rowSum{sum: sum{exact: true, grain: c.grain, total: total}}
	run := &running{none: none, group: none, rows: none, above: none}
	if row > 0 {
		c.runs[key] = run
	}
	return run
}

func (r *running) add(n claim.Number, row int, total bool) {
	if total {
		r.above.add(n, row)
		r.group = r.none
		return
	}
	r.group.add(n, row)
	r.rows.add(n, row)
}
