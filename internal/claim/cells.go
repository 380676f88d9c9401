package claim

import (
	"slices"
	"strings"
	"unicode/utf8"

	"charts/internal/notation"
	"charts/internal/regexp"
	"charts/internal/table"
)

// facts are those of a table: the rows of a score card, the values of a table
// with a column of years, the cells of other tables by row and column.
func (s *Sheet) facts() []Fact {
	switch {
	case s.Broken:
		return nil
	case s.Card:
		return s.cardFacts()
	case s.years >= 0:
		return s.yearFacts(s.years)
	}
	return s.cellFacts()
}

func (s *Sheet) cardFacts() (all []Fact) {
	seen := map[string]int{}
	for _, r := range s.Rows {
		seen[Leaf(r.Label)]++
	}
	for row, r := range s.Rows {
		name := rowName(r.Label)
		if r.Total || name == "" || strings.Contains(r.Label, "/") && name == Leaf(r.Label) && seen[name] > 1 {
			continue
		}
		for _, col := range s.Values() {
			if f := s.Cell(row, col); f.OK() && PeriodOf(s.Columns[col]).Known() {
				f.Measure, f.Scope = MeasureOf(name), s.Scope+below(r.Label)
				all = append(all, f)
			}
		}
	}
	return all
}

// below is the row that one is under, where its name is too short to be of all
// there is: the 专业数量 of schools abroad.
func below(label string) string {
	over, leaf, ok := strings.Cut(label, "/")
	short := MeasureOf(Leaf(leaf))
	if !ok || !short.Short() || levelName.MatchString(short.Name) || generalGroup.MatchString(Stem(over)) || strings.Contains(over, short.Stem) {
		return ""
	}
	return Stem(over)
}

// rowName is the name that the path of a row makes. A level (国家级数量) is of
// the row above; what stands deeper is of too many things.
func rowName(label string) string {
	path := strings.Split(label, "/")
	leaf := Leaf(label)
	switch {
	case len(path) > 2:
		return ""
	case len(path) == 2 && levelName.MatchString(leaf):
		return levelName.FindString(leaf) + Stem(path[0])
	}
	return leaf
}

// levelName is a row or a word that only says the level of something.
var levelName = regexp.MustCompile(`^(?:国家|省部|省市|省|市|区|校|院)级`)

func (s *Sheet) yearFacts(years int) (all []Fact) {
	seen := map[string]int{}
	for row, r := range s.Rows {
		period := PeriodOf(notation.Fold(r.Cells[years].Text))
		if n, ok := seen[period.Year]; !period.Known() || ok && n != row {
			continue // a second row of the year is of something else
		}
		seen[period.Year] = row
		for col, name := range s.Columns {
			f := s.Cell(row, col)
			if col == years || !f.OK() || notAdded.MatchString(name) && !rateName.MatchString(name) {
				continue
			}
			f.Period, f.Measure = period, MeasureOf(name)
			all = append(all, f)
		}
	}
	return all
}

// population is what a table counts that parts it: 毕业生 of 2023 届毕业去向, 在编职工 of
// 在编职工学历结构.
func (s *Sheet) population() string {
	title := withoutYears(s.Title)
	m := populations.FindString(title)
	if m == "毕业" {
		return "毕业生"
	}
	if m == "" {
		if whole := parting.ReplaceAllString(title, ""); whole != title && utf8.RuneCountInString(whole) <= 8 {
			return Stem(whole)
		}
	}
	return m
}

// parting ends the title of a table by what it parts its whole.
var parting = regexp.MustCompile(`的?(?:(?:学历|学位|职称|性别|年龄|岗位|来源|地区|区域|行业|类别|类型|层次|级别)(?:分布|构成|结构|组成|统计|情况)?|分布|构成|结构|组成)(?:情况|统计)?表?$`)

// Counts reports whether a group of people is the one that the title of a table
// says that it counts.
func (s *Sheet) Counts(group string) bool {
	return utf8.RuneCountInString(group) > 2 && group == s.population()
}

var populations = regexp.MustCompile(`毕业生?|在校生|新生|专任教师|兼职教师|教职工`)

// bareCount is the name of a column that says only that it counts.
var bareCount = regexp.MustCompile(`^(?:人数|数量|人次|个数|次数|数|总数|金额|合计|学生数|学生人数|人数合计|项数|场次|(?i:number|count|total|persons|people))$`)

// cellFacts are the cells of a table by row and column. A cell is named by both,
// by the row alone where the column only counts.
func (s *Sheet) cellFacts() (all []Fact) {
	for col, name := range s.Columns {
		if notAdded.MatchString(name) && !rateName.MatchString(name) {
			continue
		}
		for row, r := range s.Rows {
			f := s.Cell(row, col)
			if !f.OK() {
				continue
			}
			if f.Measure = s.cellMeasure(row, col); f.Measure.Len() < 2 || r.Label == "" {
				continue
			}
			all = append(all, f)
		}
	}
	return all
}

func (s *Sheet) cellMeasure(row, col int) Measure {
	column := withoutYears(s.Columns[col])
	bare := column == "" || bareCount.MatchString(column)
	if s.Rows[row].Total {
		if s.Subtotal(row) || column == "占比" || column == "比例" {
			return Measure{}
		}
		if bare {
			column = s.population()
		}
		return MeasureOf(column)
	}
	label := Leaf(s.Rows[row].Label)
	if bare {
		return MeasureOf(label)
	}
	if IsEnglish(label + column) {
		column = " " + column
	}
	return MeasureOf(label + column)
}

// Subtotal reports whether a row is the total of some rows: it says so, or names
// whose it is, or another total follows.
func (s *Sheet) Subtotal(row int) bool {
	if !s.Rows[row].Total {
		return false
	}
	if !grandTotal.MatchString(s.Called(row)) {
		return true
	}
	return slices.ContainsFunc(s.Rows[row+1:], func(r table.Row) bool { return r.Total })
}

var grandTotal = regexp.MustCompile(`^(?:全.{1,3}?|总)?(?:总计|合计|共计|总和|总数|计)(?:[（(].{1,4}[）)])?[:：]?$|^(?i:(?:grand )?totals?|all|overall)$`)

// withoutYears is a name without the year that it begins with, or is parted by.
func withoutYears(name string) string {
	if IsEnglish(name) {
		return strings.Trim(notation.WithoutYears(name), " /")
	}
	return strings.TrimPrefix(notation.Timeless(name), "/")
}

// Together is the kind of what rows make together under the name that each has.
const Together = "共"

// Sum is the fact of the rows of a column together, where no row is it: of whom the
// title says that the table counts, or of what the column has a name for.
func (s *Sheet) Sum(col int) (f Fact, rows []int) {
	of, kind := withoutYears(s.Columns[col]), Together
	if bareCount.MatchString(of) {
		of, kind = s.population(), ""
	}
	if s.Broken || s.Card || of == "" {
		return Fact{}, nil
	}
	for row, r := range s.Rows {
		if r.Total || !s.Numbers[row][col].OK() || !s.Numbers[row][col].Exact() {
			return Fact{}, nil
		}
		if len(rows) == 0 {
			f = s.Cell(row, col)
			f.Value, f.Base = 0, 0
		}
		f.Value += s.Numbers[row][col].Value
		f.Base = f.Value
		rows = append(rows, row)
	}
	f.Low, f.High, f.Text = f.Base, f.Base, Format(f.Value, 0)
	f.Sum, f.Ref.At = true, -1-col
	f.Measure, f.Kind, f.extra = MeasureOf(of), kind, "/Σ"
	return f, rows
}

// Short reports whether a name is too short to stand for itself outside its
// table.
func (m Measure) Short() bool { return utf8.RuneCountInString(m.Stem) < 4 }
