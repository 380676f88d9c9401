package peer

import (
	"cmp"
	"strings"

	"charts/internal/notation"
	"charts/internal/quantity"
	"charts/internal/report"
	"charts/internal/series"
	"charts/internal/table"
)

// A Fact is a cell of a table of numbers. Table, Row and Column are without years, so
// that they are the same in the reports of all.
type Fact struct {
	Institution string   `parquet:"institution,dict"`
	Year        string   `parquet:"year,dict"`    // that the number is of: its row's, its column's, else its report's
	Edition     string   `parquet:"edition,dict"` // the year of the report
	Table       string   `parquet:"table,dict"`
	Row         string   `parquet:"row,dict"`
	Column      string   `parquet:"column,dict"`
	Value       *float64 `parquet:"value,optional"` // nil: missing
	Unit        string   `parquet:"unit,dict"`
	Text        string   `parquet:"text"` // as printed
	Total       bool     `parquet:"total"`
	File        string   `parquet:"file,dict"`
	Line        int32    `parquet:"line"`
}

// Facts are those of a report, in the order in which they stand there.
func Facts(doc *report.Document, institution, edition string) (all []Fact) {
	for i := range doc.Tables {
		t := &doc.Tables[i]
		f := series.OfTable(doc, t)
		title := notation.Timeless(cmp.Or(t.Title, t.Label))
		measures := measuring(f)
		for _, row := range f.Rows {
			at := row.Sources[0]
			for col, v := range row.Cells {
				if !measures[col] || v.Kind == series.Text {
					continue
				}
				name := f.Columns[col].Name
				of, unit := measured(row.Label, cmp.Or(v.Unit, f.Columns[col].Unit))
				fact := Fact{Institution: institution, Edition: edition, Table: title, Total: row.Total, File: at.Report, Line: int32(at.Line),
					Year: cmp.Or(notation.FindYear(row.Label), notation.FindYear(name), edition),
					Row:  notation.Timeless(of), Column: notation.Timeless(name), Text: v.Text, Unit: unit}
				if v.Kind == series.Number {
					fact.Value = &v.Num
				}
				all = append(all, fact)
			}
		}
	}
	return all
}

// measured is the name of a row and the unit of its number, in one form of its many: some
// reports have it in a column, others in brackets after the name.
func measured(label, unit string) (name, of string) {
	name, inside, ok := notation.Bracket(label)
	if !ok || unit != "" || !notation.Unit(inside) && !notation.Measure(inside) {
		return label, notation.UnitForm(unit)
	}
	return name, notation.UnitForm(inside)
}

// measuring tells the columns that measure something, not the number of the row or a
// year.
func measuring(f series.Frame) []bool {
	is := make([]bool, len(f.Columns))
	for _, row := range f.Rows {
		for col, v := range row.Cells {
			is[col] = is[col] || v.Kind == series.Number
		}
	}
	for col, c := range f.Columns {
		is[col] = is[col] && !notation.Numbering(c.Name) && !notation.YearColumn(c.Name) && !quantity.Identifies(c.Name)
	}
	return is
}

// Template is the form of a report: equal for those whose tables have the same titles
// and columns, in whatever order.
func Template(doc *report.Document) []string {
	var lines []string
	for _, t := range doc.Tables {
		lines = append(lines, notation.Timeless(cmp.Or(t.Title, t.Label))+"\t"+columnsOf(t))
	}
	return lines
}

func columnsOf(t table.Table) string {
	var names []string
	for _, c := range t.Columns {
		names = append(names, notation.Timeless(c.Name))
	}
	return strings.Join(names, "\t")
}
