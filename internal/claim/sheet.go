package claim

import (
	"slices"
	"strings"

	"charts/internal/notation"
	"charts/internal/quantity"
	"charts/internal/regexp"
	"charts/internal/table"
)

// A Sheet is a table with its numbers read.
type Sheet struct {
	*table.Table
	Reading *Reading
	School  string     // whose it is
	Scope   string     // what it is about, when not the institution
	Columns []string   // folded names
	Numbers [][]Number // by row and column; none where the parser was not sure of the cell
	Card    bool       // a score card: every row has its unit
	Broken  bool       // the parser was not sure of it as a whole
	Facts   []Fact     // of its cells
	Grade   string     // the class that its title says it is of: 2022级
	period  Period     // of its title, or of the report
	periods []Period   // of the columns, where they name one
	Stems   []string   // of the columns
	rates   []bool     // by column: it holds rates or shares
	counts  []bool     // by column: its numbers can be added up
	values  []int      // the columns of values
	unit    int        // the column of units, or -1
	years   int        // the column of years, or -1
}

func newSheet(r *Reading, t *table.Table) *Sheet {
	s := &Sheet{Table: t, Reading: r, Grade: grade.FindString(t.Title), unit: -1}
	s.Broken = slices.ContainsFunc(t.Doubts, func(d table.Doubt) bool { return d.Column == "" })
	for i, c := range t.Columns {
		name := called(c.Name)
		s.Columns = append(s.Columns, name)
		s.periods, s.Stems = append(s.periods, PeriodOf(name)), append(s.Stems, MeasureOf(name).Stem)
		if strings.HasSuffix(name, "单位") || strings.EqualFold(name, "unit") {
			s.unit = i
		}
	}
	for i, row := range t.Rows {
		s.Card = s.Card || row.Unit != ""
		s.Numbers = append(s.Numbers, s.readRow(i))
	}
	for col := range s.Columns {
		s.rates = append(s.rates, s.isRate(col))
		s.counts = append(s.counts, s.isCount(col))
	}
	s.values, s.years = s.valueColumns(), s.yearColumn()
	return s
}

var grade = regexp.MustCompile(`(?:19|20)?\d\d ?级`)

// unnamedColumn is what the parser calls a column without a name.
var unnamedColumn = regexp.MustCompile(`^列\d+$`)

func (s *Sheet) readRow(i int) []Number {
	row := s.Rows[i]
	numbers := make([]Number, len(row.Cells))
	if moved(row) {
		return numbers
	}
	for col, c := range row.Cells {
		if !strings.ContainsAny(c.Text, "0123456789０１２３４５６７８９") || s.Doubt(i, col) != nil {
			continue
		}
		q, ok := quantity.Parse(c.Text)
		if !ok || unnamedColumn.MatchString(s.Columns[col]) {
			continue
		}
		if q.Unit.Name == "" {
			q.Unit = s.unitOf(row, col)
		}
		numbers[col] = Of(q)
	}
	return numbers
}

// moved reports whether a value of a row was printed in another column: what looks
// like a contradiction may be a cell in the wrong place.
func moved(row table.Row) bool {
	printed := strings.Split(row.Quote, "\t")
	for col, c := range row.Cells {
		if c.Text != "" && col < len(printed) && strings.TrimSpace(printed[col]) == "" && slices.Contains(printed, c.Text) {
			return true
		}
	}
	return false
}

// unitOf is the unit that a bare number has from its row or its column.
func (s *Sheet) unitOf(row table.Row, col int) quantity.Unit {
	name := s.Table.Columns[col].Unit
	if row.Unit != "" && col > s.unit {
		name = row.Unit
	}
	if name == "" {
		name = countedBy.FindString(s.Columns[col])
	}
	if u, ok := quantity.UnitOf(strings.TrimSuffix(name, "1")); ok {
		return u
	}
	u, _ := quantity.UnitOf(scaleOnly.FindString(name)) // 万尾: so many ten thousands, whatever it is
	return u
}

var scaleOnly = regexp.MustCompile(`^[百千万亿]+`)

// countedBy ends the name of a column that says what it counts.
var countedBy = regexp.MustCompile(`人次$`)

// Cell is the fact of a cell.
func (s *Sheet) Cell(row, col int) Fact {
	f := Fact{Number: s.Numbers[row][col], School: s.School, Scope: s.Scope, Period: s.period, Place: s.Place(row),
		Ref: Ref{s.Reading.Index, s.Rows[row].Line, col}, Table: s, row: row, col: col}
	if p := s.periods[col]; p.Known() {
		f.Period = p
	}
	return f
}

// Place is the place of a row.
func (s *Sheet) Place(row int) Place {
	return placeOf(s.Reading.Doc, s.Rows[row].Line, s.Rows[row].Quote)
}

// ident names a cell by its table, row and column, not by its line.
func (s *Sheet) ident(row, col int) string {
	id := s.ID
	if s.Label == "" || strings.Contains(s.Label, "行") {
		id = s.Section + "/" + s.Title
	}
	return s.School + "/" + id + "/" + s.Rows[row].Label + "/" + s.Columns[col]
}

// Called is the name of a row: the end of its path, the word of a total.
func (s *Sheet) Called(row int) string {
	r := s.Rows[row]
	if r.Total {
		for _, c := range r.Cells {
			if t := notation.Fold(c.Text); strings.HasSuffix(t, "计") || strings.HasSuffix(t, "和") {
				return t
			}
		}
	}
	if r.Label != "" {
		return Leaf(r.Label)
	}
	return r.Cells[0].Text
}

// Leaf is the end of a path, without 其中：.
func Leaf(label string) string {
	leaf := called(label[strings.LastIndexByte(label, '/')+1:])
	if rest, ok := strings.CutPrefix(leaf, "其中"); ok {
		return strings.TrimPrefix(rest, ":")
	}
	return leaf
}

// IsRate reports whether a column holds rates or shares.
func (s *Sheet) IsRate(col int) bool { return s.rates[col] }

// IsCount reports whether a column holds numbers that can be added up.
func (s *Sheet) IsCount(col int) bool { return s.counts[col] }

func (s *Sheet) isRate(col int) bool {
	return rateName.MatchString(s.Columns[col]) ||
		slices.ContainsFunc(s.Numbers, func(row []Number) bool { return row[col].OK() && row[col].Is(quantity.Percent) })
}

func (s *Sheet) isCount(col int) bool {
	if s.rates[col] || notAdded.MatchString(s.Columns[col]) {
		return false
	}
	numeric := false
	for _, row := range s.Numbers {
		if !row[col].OK() {
			continue
		}
		if numeric = true; row[col].Rate() {
			return false
		}
	}
	return numeric
}

var (
	rateName = regexp.MustCompile(`(?:率|比例|占比|比重|百分比|比|(?i:rate|share|percentage|proportion|ratio|% of [a-z ]+))$`)
	// notAdded are columns of numbers that name something, or that are means.
	notAdded = regexp.MustCompile(`序号|编号|代码|层次|排名|年份|年度$|时间|日期|均|价|薪|工资|月收入|标准|成绩|分数|得分|指数|满意|最高|最低|中位|增长|增幅|增速|增减|同比|环比|升幅|降幅|增加|变化|差` +
		`|(?i:^no\.?$|^#$|\b(?:code|rank|year|date|average|mean|median|price|salary|score|index|growth|change|increase|decrease|maximum|minimum|target|plan)\b)`)
	// Growth is the name of a column that says how another changed.
	Growth = regexp.MustCompile(`增长|增幅|增速|增减|同比|环比|升幅|降幅|增加|减少|变化|(?i:\b(?:growth|change|increase|decrease)\b)`)
)

// Values are the columns of values: those that are no numbering, no change, and
// are right of the units of a score card.
func (s *Sheet) Values() []int { return s.values }

func (s *Sheet) valueColumns() (cols []int) {
	for col := s.unit + 1; col < len(s.Columns); col++ {
		if !notAdded.MatchString(s.Columns[col]) && slices.ContainsFunc(s.Numbers, func(r []Number) bool { return r[col].OK() }) {
			cols = append(cols, col)
		}
	}
	return cols
}

// yearColumn finds the column of years, or -1.
func (s *Sheet) yearColumn() int {
	return slices.IndexFunc(s.Columns, notation.YearColumn)
}
