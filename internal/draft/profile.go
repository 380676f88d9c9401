package draft

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"charts/internal/diag"
	"charts/internal/notation"
	"charts/internal/regexp"
	"charts/internal/report"
	"charts/internal/series"
	"charts/internal/spec"
	"charts/internal/table"
)

// A profile is a table with what its columns seem to mean.
type profile struct {
	table     *table.Table
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

func newProfile(ctx context.Context, src Source, t *table.Table) (*profile, diag.List) {
	doc := src.Doc
	s := &profile{table: t, ref: t.ID, id: tableID(doc, t), title: title(t), category: -1, report: src.Name}
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
func (s *profile) sortColumns() {
	for col, c := range s.columns {
		switch p := s.column(col); {
		case s.repeated(col) || numbers(c.Name) || p.counts():
		case s.category < 0 && p.unique() && (p.isText() || p.isTime()):
			s.category = col
		case p.isText():
			s.texts = append(s.texts, col)
		case !notation.TimeColumn(c.Name) && p.isNumeric() && p.varies():
			s.values = append(s.values, col)
		}
	}
	s.values = slices.DeleteFunc(s.values, func(col int) bool { return col < s.category && s.column(col).identifies() })
}

// numbers reports whether a column of this name numbers the rows, or holds codes of them.
func numbers(name string) bool { return isNumbering.MatchString(name) || notation.Codes(name) }

var isNumbering = regexp.MustCompile(`^(?:序号|层次|排名)$`)

// repeated reports whether an earlier column has the same name, so that a spec
// cannot name this one.
func (s *profile) repeated(col int) bool {
	return slices.ContainsFunc(s.columns[:col], func(c series.Column) bool { return notation.Fold(c.Name) == notation.Fold(s.columns[col].Name) })
}

// column is a column of the rows.
func (s *profile) column(col int) column { return column{s.columns[col], s.rows, col} }

// valuesOf are the value columns of a unit.
func (s *profile) valuesOf(unit string) []int {
	var cols []int
	for _, col := range s.values {
		if s.column(col).unit() == unit {
			cols = append(cols, col)
		}
	}
	return cols
}

// units are those of the value columns, in their order.
func (s *profile) units() []string {
	var units []string
	seen := map[string]bool{}
	for _, col := range s.values {
		if u := s.column(col).unit(); !seen[u] {
			seen[u] = true
			units = append(units, u)
		}
	}
	return units
}

func (s *profile) names(cols []int) []string {
	names := make([]string, len(cols))
	for i, col := range cols {
		names[i] = s.columns[col].Name
	}
	return names
}

// title is the caption without what is said about units.
func title(t *table.Table) string {
	s := unitRemark.ReplaceAllString(t.Title, "")
	if strings.TrimSpace(s) == "" {
		return t.Label
	}
	return strings.TrimSpace(s)
}

var unitRemark = regexp.MustCompile(`[（(]\s*单位[^）)]*[）)]\s*$`)

// tableID is the label in the letters of file names: table-6, appendix-table-4,
// table-at-120.
func tableID(doc *report.Document, t *table.Table) string {
	digits := strings.Join(digitRuns.FindAllString(t.Label, -1), "-")
	if strings.HasSuffix(t.Label, "行") {
		return "table-at-" + digits
	}
	id := "table-" + digits
	if strings.HasPrefix(t.Label, "附") || t.Appendix {
		id = "appendix-" + id
	}
	for i := range doc.Tables { // a second table of the label has its line
		other := &doc.Tables[i]
		if other == t {
			break
		}
		if other.Label == t.Label && other.Appendix == t.Appendix {
			return "table-at-" + strconv.Itoa(t.Line)
		}
	}
	return id
}

var digitRuns = regexp.MustCompile(`\d+`)
