package series

import (
	"slices"
	"strings"

	"charts/internal/diag"
	"charts/internal/message"
	"charts/internal/notation"
	"charts/internal/regexp"
	"charts/internal/report"
	"charts/internal/spec"
	"charts/internal/table"
)

// runSQL answers a data block with SQL over its inputs and every table of the
// reports. Tables are loaded when a query first asks for them.
func runSQL(q *question, d *spec.Data) relation {
	doc := optionalDocument(q, d.Report)
	if q.failed() {
		return relation{}
	}
	inputs := inputs(q, d, doc)
	defer unload(q, inputs, d.SQL.Pos)
	if q.failed() {
		return relation{}
	}
	w := wording{at: d.SQL}
	oneQuery(q, w)
	if unslipped(q, w); q.failed() {
		return relation{}
	}
	st := parse(w.query())
	a, err := ask(q, st.sql, doc)
	if err != nil {
		q.sqlProblem(w, doc, inputs, err)
		return relation{}
	}
	if len(a.rows) == 0 {
		p := q.problems.Errorf(d.SQL.Pos, "no-rows", "the SQL gives no rows")
		p.Hintf("loosen its conditions")
		w.show(p, w.all())
		return relation{}
	}
	r, err := explain(q, st, a, w)
	if err != nil {
		w.show(q.problems.Errorf(d.SQL.Pos, "bad-sql", "%v", err), w.all())
	}
	return r
}

// oneQuery refuses what is not one query.
func oneQuery(q *question, w wording) {
	all := tokens(w.at.V)
	if len(all) == 0 {
		q.problems.Errorf(w.at.Pos, "bad-sql", "the SQL is empty").Hintf("write SELECT column FROM table")
		return
	}
	if first := all[0]; !first.is("SELECT") && !first.is("WITH") {
		w.show(q.problems.Errorf(w.at.Pos, "bad-sql", "the SQL may only read: it must begin with SELECT or WITH, not %s", first.text),
			span{from: first.from, to: first.to})
		return
	}
	for i, t := range all[:len(all)-1] {
		if t.is(";") {
			p := q.problems.Errorf(w.at.Pos, "bad-sql", "the SQL holds more than one statement")
			p.Hintf("delete what stands after the ;")
			w.show(p, span{from: all[i+1].from, to: all[i+1].to})
			return
		}
	}
}

// optionalDocument is the report that a query without a report of its own asks:
// inputs may be all that it needs.
func optionalDocument(q *question, name spec.At[string]) *report.Document {
	if name.V == "" && len(q.docs) == 0 {
		return nil
	}
	doc, _ := q.document(name)
	return doc
}

// useReport forgets the tables of another report, whose names are the same.
func useReport(q *question, doc *report.Document, at diag.Pos) bool {
	if q.loadedFrom == doc {
		return true
	}
	for name := range q.engine.relations {
		broken(q, at, q.engine.drop(q.ctx, name))
	}
	q.loadedFrom = doc
	return !q.failed()
}

// broken reports an error of the engine that is not one of the SQL.
func broken(q *question, at diag.Pos, err error) {
	if err != nil {
		q.problems.Errorf(at, "sql-limit", "the rows cannot be prepared for SQL: %v", plain(err))
	}
}

// inputs loads the named inputs of a query to a report, and returns them. They may
// be of other reports, so that they are loaded when all of them are read.
func inputs(q *question, d *spec.Data, doc *report.Document) []relation {
	var inputs []relation
	for _, in := range d.Inputs {
		r := q.data(&in.Data)
		if q.failed() {
			continue // the other inputs may have problems too
		}
		r.name = in.Name.V
		inputs = append(inputs, r)
	}
	if q.failed() || !useReport(q, doc, d.SQL.Pos) {
		return nil
	}
	for _, r := range inputs {
		broken(q, d.SQL.Pos, q.engine.load(q.ctx, r.name, r))
	}
	return inputs
}

func unload(q *question, inputs []relation, at diag.Pos) {
	for _, r := range inputs {
		broken(q, at, q.engine.drop(q.ctx, r.name))
	}
}

// ask runs a query. When it reads columns with texts, what it computes with must
// be numbers all the same; quantity(…) gets its numbers with their units.
func ask(q *question, query string, doc *report.Document) (answer, error) {
	a, err := askLoading(q, query, doc)
	if err != nil {
		return a, err
	}
	held := holdings(q, a.reads)
	strict := strictly(query, held, onlyNumbers)
	if strict == query {
		return a, nil
	}
	b, err := q.engine.query(q.ctx, strict)
	if err != nil && noNumber.MatchString(plain(err)) {
		if c, ok := indifferent(q, query, held); ok {
			return c, nil
		}
	}
	return b, err
}

// askLoading runs a query, and runs it again as often as it asks for a table that
// is not loaded yet.
func askLoading(q *question, query string, doc *report.Document) (answer, error) {
	for {
		a, err := q.engine.query(q.ctx, query)
		name := missingTable(err)
		if name == "" || q.engine.knows(name) {
			return a, err
		}
		from, t := findTable(q, doc, name)
		if t == nil {
			return a, err
		}
		if err := q.engine.load(q.ctx, name, q.relationOf(from, t)); err != nil {
			return a, err
		}
	}
}

var noTable = regexp.MustCompile(`no such table: (.*?)(?: \(\d+\))?$`)

// missingTable is the name of the table that a query does not find, or "".
func missingTable(err error) string {
	if err == nil {
		return ""
	}
	m := noTable.FindStringSubmatch(err.Error())
	if m == nil {
		return ""
	}
	return strings.TrimPrefix(m[1], "main.")
}

// findTable is the table that SQL means by a name: its id, its label or its
// title, in another report after that report's name and a slash.
func findTable(q *question, doc *report.Document, name string) (*report.Document, *table.Table) {
	if doc == nil {
		return nil, nil
	}
	found := slices.DeleteFunc(doc.Lookup(name), func(t *table.Table) bool { return !isCalled(t, name) })
	if len(found) == 1 {
		return doc, found[0]
	}
	other, rest, ok := strings.Cut(name, "/")
	for _, d := range q.docs {
		if ok && d.Name != "" && d.Name == other {
			return findTable(q, d, rest)
		}
	}
	return nil, nil
}

func isCalled(t *table.Table, name string) bool {
	want := notation.Fold(name)
	return want == notation.Fold(t.ID) || want == notation.Fold(t.Label) || want == notation.Fold(t.Title)
}

// filter keeps the rows of a relation for which a SQL condition holds.
func filter(q *question, r relation, d *spec.Data) relation {
	doc := optionalDocument(q, d.Report)
	w := wording{at: d.Where}
	if unslipped(q, w); q.failed() || !useReport(q, doc, d.Where.Pos) {
		return relation{}
	}
	name, lasting := conditionName(d)
	if !q.engine.knows(name) {
		broken(q, d.Where.Pos, q.engine.load(q.ctx, name, r))
	}
	if !lasting {
		defer func() { broken(q, d.Where.Pos, q.engine.drop(q.ctx, name)) }()
	}
	if q.failed() {
		return relation{}
	}
	fractions(q, w, r)
	w.before, w.after = "SELECT rowid FROM "+quoteName(name)+" WHERE (", "\n) ORDER BY rowid"
	a, err := ask(q, w.query(), doc)
	switch {
	case err != nil:
		q.sqlProblem(w, doc, []relation{r}, err)
		return relation{}
	case len(a.rows) == 0:
		noRows(q, w, r)
		return relation{}
	}
	return r.keep(a)
}

// conditionName is the name under which a relation is loaded for its condition,
// apart from those that SQL names, and whether other figures may use it again.
func conditionName(d *spec.Data) (name string, lasting bool) {
	switch {
	case d.Table.Set() && !d.Across.Set() && !d.History.Set():
		return "where table " + d.Table.V, true
	case d.Query.Set():
		return "where query " + d.Snapshot(), true
	case d.File.Set():
		return "where file " + d.File.V + " " + d.Sheet.V, true
	}
	return "where", false
}

// keep is the relation with only the rows whose numbers a query gave.
func (r relation) keep(a answer) relation {
	kept := make([]Row, 0, len(a.rows))
	for _, row := range a.rows {
		if i, ok := row[0].(int64); ok && i >= 1 && int(i) <= len(r.Rows) {
			kept = append(kept, r.Rows[i-1])
		}
	}
	r.Frame = Frame{Columns: slices.Clone(r.Columns), Rows: kept}
	r.settleUnits()
	return r
}

// noRows reports a condition that nothing fits: the text of it that is in no
// cell, or all of it.
func noRows(q *question, w wording, r relation) {
	p := q.problems.Errorf(w.at.Pos, "no-rows", "no row of %s fits %s", r, w.at.V)
	w.show(p, w.all())
	p.Hint = examples(r)
	texts := r.texts()
	for _, t := range tokens(w.at.V) {
		text := strings.ReplaceAll(strings.Trim(t.text, "'"), "''", "'")
		if t.kind != stringToken || strings.ContainsAny(text, "%_") || slices.Contains(texts, text) {
			continue
		}
		p.Text = message.Of("no row of %s fits: nothing in it is called '%s'", r, text)
		w.show(p, span{from: t.from, to: t.to})
		if near := diag.Nearest(text, texts); near != "" {
			p.Hint = message.Of("did you mean '%s'?", near)
			if more := examples(r); !more.Empty() {
				p.Hintf("did you mean '%s'? %s", near, more)
			}
		}
		return
	}
}

// texts are the texts in a relation, each once.
func (r relation) texts() []string {
	var all []string
	for _, row := range r.Rows {
		for _, v := range row.Cells {
			if v.Kind == Text {
				all = append(all, v.Text)
			}
		}
		all = append(all, row.Label)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// examples is a hint with the first texts of a relation, from the column that
// most likely was asked for.
func examples(r relation) message.Text {
	for col, c := range r.Columns {
		var seen []string
		for _, row := range r.Rows {
			if v := row.Cells[col]; v.Kind == Text && !slices.Contains(seen, v.Text) {
				seen = append(seen, v.Text)
			}
		}
		if len(seen) > 1 {
			return message.Of("%s is one of %s", c.Name, message.Few(seen, 8))
		}
	}
	return message.Text{}
}

// data gives the rows of a data block in any of its forms.
func (q *question) data(d *spec.Data) relation {
	if d.SQL.Set() {
		return runSQL(q, d)
	}
	r := q.origin(d)
	if q.failed() {
		return relation{}
	}
	if d.History.Set() {
		r = withHistory(q, r, d)
	}
	if d.Where.Set() && !q.failed() {
		all := r
		if r = filter(q, r, d); d.Across.Set() && !q.failed() {
			r = all.keepGaps(r)
		}
	}
	if len(d.Columns) > 0 && !q.failed() {
		r = rename(q, r, d.Columns)
	}
	if q.failed() {
		return relation{}
	}
	return r
}

// origin reads the whole relation that a data block without SQL names.
func (q *question) origin(d *spec.Data) relation {
	switch {
	case d.Table.Set():
		return stacked(q, d, func(doc *report.Document) (relation, bool) { return q.table(doc, d) })
	case d.Text.Set():
		return stacked(q, d, func(doc *report.Document) (relation, bool) { return q.text(doc, d) })
	case d.File.Set():
		return file(q, d)
	case d.Query.Set():
		return snapshot(q, d)
	case len(d.Values) > 0:
		return values(d)
	}
	q.problems.Errorf(d.Pos, "no-data", "data names no source").
		Hintf("give one of table, text, file, query, values, sql")
	return relation{}
}
