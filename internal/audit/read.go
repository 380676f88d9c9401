package audit

import (
	"regexp"
	"slices"
	"strings"

	"charts/internal/quantity"
	"charts/internal/report"

	"github.com/shopspring/decimal"
)

// A reading is a report with its numbers read.
type reading struct {
	doc    *report.Document
	sheets []*sheet
	facts  []fact
	year   string // that the report is about, or ""
}

// A sheet is a table with its numbers read.
type sheet struct {
	doc     *report.Document
	table   *report.Table
	columns []string   // folded names
	numbers [][]number // by row and column
}

// A number is a cell that is surely one number.
type number struct {
	ok       bool
	value    decimal.Decimal
	decimals int // as printed
	unit     string
	text     string
}

func read(doc *report.Document) *reading {
	r := &reading{doc: doc}
	for i := range doc.Tables {
		r.sheets = append(r.sheets, newSheet(doc, &doc.Tables[i]))
	}
	for _, s := range r.sheets {
		r.facts = append(r.facts, s.facts()...)
	}
	r.year = lastPeriod(r.facts)
	return r
}

func newSheet(doc *report.Document, t *report.Table) *sheet {
	s := &sheet{doc: doc, table: t}
	unit := -1
	for i, c := range t.Columns {
		s.columns = append(s.columns, report.Fold(c.Name))
		if strings.HasSuffix(c.Name, "单位") {
			unit = i
		}
	}
	for _, r := range t.Rows {
		row := make([]number, len(r.Cells))
		for col, c := range r.Cells {
			row[col] = readNumber(c.Text)
			if row[col].ok && row[col].unit == "" {
				row[col].unit = t.Columns[col].Unit
				if r.Unit != "" && col > unit {
					row[col].unit = known(r.Unit)
				}
			}
		}
		s.numbers = append(s.numbers, row)
	}
	return s
}

// readNumber takes a cell that is one exact quantity; 约 300 is none.
func readNumber(text string) number {
	q, ok := quantity.Parse(text)
	if !ok || q.Qualifier != "" {
		return number{}
	}
	return number{true, q.Value, q.Decimals, q.Unit.Name, strings.TrimSpace(text)}
}

// known is a unit, or "" for the stroke that stands in place of one.
func known(unit string) string {
	if quantity.IsUnit(unit) || unit == ":" {
		return unit
	}
	return ""
}

// place is the place of a row.
func (s *sheet) place(row int) Place {
	r := s.table.Rows[row]
	return Place{s.doc.Path, r.Line, r.Quote}
}

// rowName is what a message calls a row: the end of its path.
func (s *sheet) rowName(row int) string {
	r := s.table.Rows[row]
	if r.Label != "" {
		return leaf(r.Label)
	}
	return r.Cells[0].Text
}

// leaf is the end of a path, without 其中：.
func leaf(label string) string {
	name := label[strings.LastIndexByte(label, '/')+1:]
	return partPrefix.ReplaceAllString(report.Fold(name), "")
}

var partPrefix = regexp.MustCompile(`^其中[:：]?`)

// isRate reports whether a column holds rates or shares.
func (s *sheet) isRate(col int) bool {
	if rateName.MatchString(s.columns[col]) {
		return true
	}
	return slices.ContainsFunc(s.numbers, func(row []number) bool { return row[col].ok && row[col].unit == "%" })
}

// isCount reports whether a column holds numbers that can be added up.
func (s *sheet) isCount(col int) bool {
	if s.isRate(col) || notAdded.MatchString(s.columns[col]) {
		return false
	}
	numeric := false
	for _, row := range s.numbers {
		numeric = numeric || row[col].ok
		if row[col].ok && (row[col].unit == ":" || strings.Contains(row[col].unit, "/")) {
			return false
		}
	}
	return numeric
}

var (
	rateName = regexp.MustCompile(`(?:率|比例|占比|比重|百分比|比)$`)
	// notAdded are columns of numbers that name something, or that are means.
	notAdded = regexp.MustCompile(`序号|编号|代码|层次|排名|年份|年度|时间|日期|均|价|薪|工资|月收入|标准|成绩|分数|得分|指数|满意|最高|最低|中位`)
)

// exact reports whether a number counts whole things, so that it was not rounded.
func (n number) exact() bool {
	u, ok := quantity.UnitOf(n.unit)
	return n.decimals == 0 && ok && u.Simple()
}

// String is the number as it is printed, without what was around it.
func (n number) String() string {
	return strings.TrimSpace(n.value.StringFixed(int32(n.decimals)) + " " + n.unit)
}

// step is one in the last printed digit.
func (n number) step() decimal.Decimal { return decimal.New(1, int32(-n.decimals)) }

// agrees reports whether two printings can be of one value: they differ by less
// than one in the last digit that both have.
func (n number) agrees(m number) bool {
	step := n.step()
	if m.decimals < n.decimals {
		step = m.step()
	}
	difference := n.value.Sub(m.value).Abs()
	if n.decimals == m.decimals {
		return difference.IsZero()
	}
	return difference.LessThan(step)
}

// isQuotient reports whether a printed percentage is part/whole, rounded or cut
// off.
func isQuotient(rate number, part, whole decimal.Decimal) bool {
	difference := rate.value.Mul(whole).Sub(part.Mul(hundred)).Abs()
	return difference.LessThan(rate.step().Mul(whole.Abs()))
}

var hundred = decimal.NewFromInt(100)

// percent prints part/whole with as many decimals as a rate has, at least one.
func percent(part, whole decimal.Decimal, like number) string {
	digits := int32(max(like.decimals, 1))
	return part.Mul(hundred).DivRound(whole, digits).StringFixed(digits) + "%"
}
