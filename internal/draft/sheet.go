package draft

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"charts/internal/diag"
	"charts/internal/notation"
	"charts/internal/regexp"
	"charts/internal/report"
	"charts/internal/series"
	"charts/internal/spec"
)

// A sheet is a table with the meaning of its columns guessed.
type sheet struct {
	table     *report.Table
	ref       string // how a spec names the table
	report    string // the name of its report, when it is not the first
	id        string // the beginning of the names of its figures
	title     string
	where     string       // leaves out rows that are none of the others' kind
	rows      []series.Row // without totals and those
	totals    []series.Row
	columns   []series.Column
	category  int      // the column that names the rows, or -1
	values    []int    // columns of numbers that are no names
	rateNames []string // what names the rows of rates that where leaves out
	texts     []int
}

func newSheet(ctx context.Context, src Source, t *report.Table) (*sheet, diag.List) {
	doc := src.Doc
	s := &sheet{table: t, ref: t.ID, id: tableID(doc, t), title: title(t), category: -1, report: src.Name}
	if found := doc.Lookup(t.Label); len(found) == 1 && found[0] == t {
		s.ref = t.Label
	}
	at := func(v string) (a spec.At[string]) {
		if v != "" {
			a = spec.At[string]{V: v, Pos: doc.At(t.Line)}
		}
		return a
	}
	frame, problems := src.Store.Data(ctx, &spec.Data{Table: at(t.ID), Report: at(src.Name)})
	s.columns = frame.Columns
	for _, r := range frame.Rows {
		if r.Total {
			s.totals = append(s.totals, r)
		} else {
			s.rows = append(s.rows, r)
		}
	}
	s.sortColumns()
	s.leaveOut()
	return s, problems
}

// sortColumns tells the columns that name rows from those of values and of other
// texts.
func (s *sheet) sortColumns() {
	for col := range s.columns {
		switch {
		case s.repeated(col) || isNumbering.MatchString(s.columns[col].Name) || s.counts(col):
		case s.category < 0 && s.unique(col) && (s.isText(col) || s.isTime(col)):
			s.category = col
		case s.isText(col):
			s.texts = append(s.texts, col)
		case !notation.TimeColumn(s.columns[col].Name) && s.isNumeric(col) && s.varies(col):
			s.values = append(s.values, col)
		}
	}
	s.values = slices.DeleteFunc(s.values, func(col int) bool { return col < s.category && s.identifies(col) })
}

// identifies reports whether a column in front of the names holds a number of each
// row: whole ones of as many digits, each once.
func (s *sheet) identifies(col int) bool {
	digits := len(s.rows[0].Cells[col].Text)
	return digits > 2 && s.unique(col) && !slices.ContainsFunc(s.rows, func(r series.Row) bool {
		text := r.Cells[col].Text
		return len(text) != digits || strings.Trim(text, "0123456789") != ""
	})
}

var isNumbering = regexp.MustCompile(`^(?:序号|编号|层次|排名|.*代码)$`)

// repeated reports whether an earlier column has the same name, so that a spec
// cannot name this one.
func (s *sheet) repeated(col int) bool {
	for _, c := range s.columns[:col] {
		if report.Fold(c.Name) == report.Fold(s.columns[col].Name) {
			return true
		}
	}
	return false
}

func (s *sheet) isText(col int) bool { return s.some(col, series.Text) }
func (s *sheet) isNumeric(col int) bool {
	return s.some(col, series.Number) && !s.isText(col) && s.hasDigits(col)
}

// hasDigits reports whether numbers are printed in digits: 一 and 二 are names.
func (s *sheet) hasDigits(col int) bool {
	return slices.ContainsFunc(s.rows, func(r series.Row) bool { return strings.ContainsAny(r.Cells[col].Text, "0123456789") })
}

func (s *sheet) some(col int, kind series.Kind) bool {
	for _, r := range s.rows {
		if r.Cells[col].Kind == kind {
			return true
		}
	}
	return false
}

// unique reports whether the column names every row, and each differently.
func (s *sheet) unique(col int) bool {
	seen := map[string]bool{}
	for _, r := range s.rows {
		v := r.Cells[col]
		if v.Kind == series.Missing || seen[v.Text] {
			return false
		}
		seen[v.Text] = true
	}
	return len(s.rows) > 0
}

// isTime reports whether the column holds years or terms.
func (s *sheet) isTime(col int) bool {
	for _, r := range s.rows {
		if text := r.Cells[col].Text; !notation.BeginsWithYear(text) || utf8.RuneCountInString(text) > 16 {
			return false
		}
	}
	return true
}

// counts reports whether a column numbers the rows: 1, 2, 3.
func (s *sheet) counts(col int) bool {
	for i, r := range s.rows {
		if v := r.Cells[col]; v.Kind != series.Number || v.Num != float64(i+1) {
			return false
		}
	}
	return len(s.rows) > 2
}

// varies reports whether a column says more than one thing; of one row it always
// does.
func (s *sheet) varies(col int) bool {
	for _, r := range s.rows[1:] {
		if r.Cells[col].Text != s.rows[0].Cells[col].Text {
			return true
		}
	}
	return len(s.rows) == 1
}

// unit is the unit of a column as it is printed, or as the name of the column
// tells it.
func (s *sheet) unit(col int) string {
	c := s.columns[col]
	if c.Unit != "" {
		return c.Unit
	}
	for _, n := range unitNames {
		if n.name.MatchString(c.Name) {
			return n.unit
		}
	}
	return ""
}

// said is the unit that a spec must say because the table does not.
func (s *sheet) said(col int) string {
	if s.columns[col].Unit != "" {
		return ""
	}
	return s.unit(col)
}

// unitNames are names of columns that tell their unit.
var unitNames = []struct {
	name *regexp.Regexp
	unit string
}{
	{regexp.MustCompile(`(?:率|比例|占比|比重)$`), "%"},
	{regexp.MustCompile(`人次$`), "人次"},
	{regexp.MustCompile(`(?:人数|生数|录取数|报到数)$`), "人"},
}

// valuesOf are the value columns of a unit.
func (s *sheet) valuesOf(unit string) []int {
	var cols []int
	for _, col := range s.values {
		if s.unit(col) == unit {
			cols = append(cols, col)
		}
	}
	return cols
}

// units are those of the value columns, in their order.
func (s *sheet) units() []string {
	var units []string
	seen := map[string]bool{}
	for _, col := range s.values {
		if u := s.unit(col); !seen[u] {
			seen[u] = true
			units = append(units, u)
		}
	}
	return units
}

func (s *sheet) names(cols []int) []string {
	names := make([]string, len(cols))
	for i, col := range cols {
		names[i] = s.columns[col].Name
	}
	return names
}

// title is the caption without what is said about units.
func title(t *report.Table) string {
	s := unitRemark.ReplaceAllString(t.Title, "")
	if strings.TrimSpace(s) == "" {
		return t.Label
	}
	return strings.TrimSpace(s)
}

var unitRemark = regexp.MustCompile(`[（(]\s*单位[^）)]*[）)]\s*$`)

// tableID is the label in the letters of file names: table-6, appendix-table-4,
// table-at-120.
func tableID(doc *report.Document, t *report.Table) string {
	digits := strings.Join(digitRuns.FindAllString(t.Label, -1), "-")
	if strings.HasSuffix(t.Label, "行") {
		return "table-at-" + digits
	}
	id := "table-" + digits
	if strings.HasPrefix(t.Label, "附") || t.InAppendix() {
		id = "appendix-" + id
	}
	for i := range doc.Tables { // a second table of the label has its line
		other := &doc.Tables[i]
		if other == t {
			break
		}
		if other.Label == t.Label && other.InAppendix() == t.InAppendix() {
			return "table-at-" + strconv.Itoa(t.Line)
		}
	}
	return id
}

var digitRuns = regexp.MustCompile(`\d+`)
