package series

import (
	"cmp"
	"slices"
	"strings"

	"charts/internal/diag"
	"charts/internal/message"
	"charts/internal/notation"
	"charts/internal/quantity"
	"charts/internal/report"
	"charts/internal/spec"
	"charts/internal/table"
)

// stacked asks one report, or all of them in their order when the data block
// says across: reports. The column 年度 then holds the report's name, or 院校 and 年 say
// whose it is and of when.
func stacked(q *question, d *spec.Data, one func(*report.Document) (relation, bool)) relation {
	if !d.Across.Set() {
		doc, ok := q.document(d.Report)
		if !ok {
			return relation{}
		}
		r, _ := one(doc)
		return r
	}
	many := slices.ContainsFunc(q.docs, func(doc *report.Document) bool { return doc.Institution != "" })
	var parts []relation
	var told [][]Value
	var lacking []string
	before := len(q.problems)
	for _, doc := range q.docs {
		r, ok := one(doc)
		switch {
		case ok:
			parts, told = append(parts, r), append(told, tell(doc, many))
		case many:
			lacking = append(lacking, doc.Name)
		}
	}
	if len(lacking) > 0 && len(parts) > 0 { // of many reports some always lack something
		q.problems = append(q.problems[:before:before], lack(d, lacking, len(q.docs)))
	}
	if len(parts) == 0 || q.failed() {
		return relation{}
	}
	return stack(parts, told)
}

// lack says which of many reports have nothing of what is asked for.
func lack(d *spec.Data, lacking []string, of int) diag.Problem {
	return diag.Problem{Pos: d.Across.Pos, Rule: "lacking", Severity: diag.Fact,
		Text: message.Of("%d of %d reports have no such table or sentence: %s", len(lacking), of, message.Few(lacking, mostListed))}
}

// tell is what tells the rows of a report from those of others: of when it is, among
// those of many institutions also whose.
func tell(doc *report.Document, many bool) []Value {
	switch {
	case !many:
		return []Value{yearValue(doc.Name)}
	case doc.Year == "":
		return []Value{textValue(cmp.Or(doc.Institution, doc.Name)), {}}
	}
	return []Value{textValue(doc.Institution), yearValue(doc.Year)}
}

// tellers are the columns of one or two such values.
var tellers = [][]Column{1: {{Name: yearColumn}}, 2: {{Name: "院校"}, {Name: "年"}}}

// stack puts the same relation of several reports under one another, after the
// columns that tell them apart. Columns are matched by name; one that a
// report does not have is missing there. Where each report has one column named
// after its own year (2023年), all of these become the column 本年.
func stack(parts []relation, told [][]Value) relation {
	out := relation{name: parts[0].name, at: parts[0].at, place: parts[0].place}
	for i, part := range parts {
		out.from = append(out.from, begin(part, told[i]))
	}
	sameYear(parts)
	out.Columns = slices.Concat(tellers[len(told[0])], parts[0].Columns)
	for i, part := range parts {
		at := out.admit(part.Columns)
		for _, r := range part.Rows {
			cells := make([]Value, len(out.Columns))
			copy(cells, told[i])
			for j, v := range r.Cells {
				cells[at[j]] = v
			}
			r.Cells = cells
			out.Rows = append(out.Rows, r)
		}
	}
	for i, r := range out.Rows { // columns that later reports added
		out.Rows[i].Cells = append(r.Cells, make([]Value, len(out.Columns)-len(r.Cells))...)
	}
	out.settleUnits()
	return out
}

// admit gives the places of columns in a relation, which it widens for new ones.
func (r *relation) admit(columns []Column) []int {
	at := make([]int, len(columns))
	for j, c := range columns {
		if at[j] = r.column(c.Name); at[j] < 0 {
			at[j] = len(r.Columns)
			r.Columns = append(r.Columns, c)
		}
	}
	return at
}

func namesYear(column string) bool {
	_, ok := notation.Year(column)
	return ok
}

// sameYear renames the columns that are named after the year of their report, if
// they differ and each report has one.
func sameYear(parts []relation) {
	at := make([]int, len(parts))
	differ := false
	for i, p := range parts {
		years := func(c Column) bool { return namesYear(c.Name) }
		at[i] = slices.IndexFunc(p.Columns, years)
		if at[i] < 0 || slices.ContainsFunc(p.Columns[at[i]+1:], years) {
			return
		}
		differ = differ || p.Columns[at[i]].Name != parts[0].Columns[at[0]].Name
	}
	if !differ {
		return
	}
	for i := range parts {
		parts[i].Columns = slices.Clone(parts[i].Columns)
		parts[i].Columns[at[i]].Name = "本年"
	}
}

// yearValue is the name of a report: a number when it is a year.
func yearValue(name string) Value {
	if q, ok := quantity.Parse(name); ok {
		return number(q)
	}
	return textValue(name)
}

// sameTable finds the table of a data block in a report. A number is not the same
// table every year: across reports it means one in the first that has it, and the
// table of that title in the others.
func sameTable(q *question, doc *report.Document, d *spec.Data) []*table.Table {
	found := doc.Lookup(d.Table.V)
	first := numbered(q, d)
	if first == nil || len(found) == 1 && alike(found[0].Title, first.Title) {
		return found
	}
	if byTitle := doc.Lookup(first.Title); len(byTitle) > 0 {
		return byTitle
	}
	return nil
}

// numbered is the table that a data block across reports names by its number, in
// the first report that has it; nil when it is named by its title.
func numbered(q *question, d *spec.Data) *table.Table {
	if !d.Across.Set() {
		return nil
	}
	want := notation.Fold(d.Table.V)
	for _, doc := range q.docs {
		found := doc.Lookup(d.Table.V)
		if len(found) == 1 && found[0].Title != "" && (notation.Fold(found[0].ID) == want || notation.Fold(found[0].Label) == want) {
			return found[0]
		}
	}
	return nil
}

// otherTitle says of a report without the table of a number what else has it.
func otherTitle(q *question, p *diag.Problem, doc *report.Document, d *spec.Data) {
	first, found := numbered(q, d), doc.Lookup(d.Table.V)
	if first == nil || len(found) != 1 {
		return
	}
	p.Text = message.Of("no table %q in %s, where %s is %s", first.Title, doc.Paths(), d.Table.V, found[0].Title)
	p.Hintf("name the table by the words of its title that stand in every report")
	p.See = []diag.Note{{Pos: doc.At(found[0].Line), Text: message.Of("%s：%s", found[0].ID, found[0].Title)}}
}

// alike reports whether two titles name the same but for a few letters or a year.
func alike(a, b string) bool {
	return a == b || a == "" || b == "" || diag.Nearest(a, []string{b}) != ""
}

// begin is the place where the rows of a report begin, with what tells it.
func begin(part relation, told []Value) Row {
	names := part.names()
	return Row{
		Cells:   told,
		Sources: []Source{{Report: part.at.File, Table: part.name, Line: part.at.Line, Quote: strings.Join(names[:min(len(names), mostListed)], ", ")}},
	}
}

// keepGaps adds to the rows that a condition kept of all one without values for
// each report of which it kept none, so that a line breaks there. It needs texts
// that are the same in all rows: others would not tell what is missing.
func (r relation) keepGaps(kept relation) relation {
	same := slices.Clone(kept.Rows[0].Cells)
	for col := range same {
		if col < len(r.from[0].Cells) || same[col].Kind != Text {
			same[col] = Value{}
			continue
		}
		for _, row := range kept.Rows {
			if v := row.Cells[col]; v.Kind == Text && notation.Fold(v.Text) != notation.Fold(same[col].Text) {
				return kept
			}
		}
	}
	of := func(row, begin Row) bool { return slices.Equal(row.Cells[:len(begin.Cells)], begin.Cells) }
	var rows []Row
	for _, row := range kept.Rows { // those of history
		if !slices.ContainsFunc(r.from, func(begin Row) bool { return of(row, begin) }) {
			rows = append(rows, row)
		}
	}
	for _, begin := range r.from {
		told := begin.Cells
		n := len(rows)
		for _, row := range kept.Rows {
			if of(row, begin) {
				rows = append(rows, row)
			}
		}
		if len(rows) == n && begin.Sources[0].Line > 0 {
			begin.Cells = slices.Concat(told, same[len(told):])
			rows = append(rows, begin)
		}
	}
	kept.Rows = rows
	return kept
}
