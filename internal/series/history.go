package series

import (
	"slices"
	"strings"

	"charts/internal/message"
	"charts/internal/notation"
	"charts/internal/quantity"
	"charts/internal/spec"
)

// withHistory puts the rows of a side file with earlier years before those of
// the report. A row that is in both must be the same in both.
func withHistory(q *question, r relation, d *spec.Data) relation {
	by := d.By
	if !by.Set() {
		by = spec.At[string]{V: yearColumn, Pos: d.History.Pos}
	}
	old := file(q, &spec.Data{File: d.History})
	if q.failed() {
		return relation{}
	}
	if r.column(by.V) < 0 {
		if r = dated(q, r, by, d); q.failed() {
			return relation{}
		}
	}
	if q.pick(old, by, by.V); q.failed() {
		return relation{}
	}
	return join(q, old, r, by.V, d.History)
}

// dated gives the rows of a report the column of the year, with its name.
func dated(q *question, r relation, by spec.At[string], d *spec.Data) relation {
	doc, ok := q.document(d.Report)
	if !ok || doc.Name == "" {
		p := q.problems.Errorf(by.Pos, "unknown-column", "no column %q in %s; it has %s", by.V, r, message.Few(r.names(), mostListed))
		p.Hintf("say which column tells the years with by:, or give the report the name of its year")
		return relation{}
	}
	out := stack([]relation{r}, [][]Value{{yearValue(doc.Name)}})
	out.Columns[0].Name = by.V
	return out
}

// join puts the rows of a file that a relation does not have before its own.
func join(q *question, old, r relation, by string, at spec.At[string]) relation {
	j := joint{r: r, at: make([]int, len(r.Columns))}
	for i, c := range r.Columns {
		if j.at[i] = old.column(c.Name); j.at[i] >= 0 && (c.Name == by || r.holdsText(i)) {
			j.keys = append(j.keys, i)
		}
	}
	known := map[string]Row{}
	for _, row := range r.Rows {
		known[j.key(row.Cells)] = row
	}
	out := relation{Frame: Frame{Columns: r.Columns}, name: r.name, at: r.at, place: r.place, from: r.from}
	for _, row := range old.Rows {
		row.Cells = j.cells(row.Cells)
		if now, ok := known[j.key(row.Cells)]; ok {
			same(q, j, row, now, at)
			continue
		}
		out.Rows = append(out.Rows, row)
	}
	out.Rows = append(out.Rows, r.Rows...)
	out.settleUnits()
	return out
}

// A joint is how the rows of a file fit to those of a relation.
type joint struct {
	r    relation
	at   []int // of each column of the relation in the file, or -1
	keys []int // the columns that name a row
}

// key names a row by its texts and its year.
func (j joint) key(cells []Value) string {
	var b strings.Builder
	for _, k := range j.keys {
		b.WriteString(bareYear(cells[k].Text) + "\x00")
	}
	return b.String()
}

// bareYear is a text for comparing: 2021 and 2021 年 are the same.
func bareYear(s string) string { return strings.TrimSuffix(notation.Fold(s), "年") }

// cells are those of a row of the file in the order of the relation, with its
// units where the file has none.
func (j joint) cells(from []Value) []Value {
	cells := make([]Value, len(j.at))
	for i, at := range j.at {
		if at < 0 {
			continue
		}
		cells[i] = from[at].in(j.r.Columns[i].Unit)
	}
	return cells
}

// in is a number in another unit, if it can be. What was text in the file may be a
// number beside those of the report.
func (v Value) in(unit string) Value {
	if v.Kind == Missing || v.Unit == unit {
		return v
	}
	q, ok := quantity.Parse(v.Text)
	if q.Unit.Name == "" && v.Unit != "" {
		q, ok = quantity.Parse(v.Text + v.Unit)
	}
	if w, fits := inUnit(q, unit); ok && fits {
		return w
	}
	return v
}

// same reports the first value that a file and the report print differently.
func same(q *question, j joint, old, now Row, at spec.At[string]) {
	for i, v := range now.Cells {
		was := old.Cells[i]
		numbers := v.Kind == Number && was.Kind == Number && v.Num == was.Num && v.Unit == was.Unit
		if v.Kind == Missing || was.Kind == Missing || numbers || bareYear(v.Text) == bareYear(was.Text) {
			continue
		}
		p := q.problems.Errorf(at.Pos, "side-file-differs", "%s of %s is %s in %s and %s in the report",
			j.r.Columns[i].Name, j.called(now), was.Text, at.V, v.Text)
		p.Hintf("mend the file, or delete its row: the report has it")
		p.See = append(seeSource(old, "the file"), seeSource(now, "the report")...)
		return
	}
}

// called is the name of a row: its year and its texts.
func (j joint) called(row Row) string {
	var names []string
	for _, k := range j.keys {
		names = append(names, row.Cells[k].Text)
	}
	return strings.Join(names, " ")
}

// holdsText reports whether a column has texts.
func (r relation) holdsText(col int) bool {
	return slices.ContainsFunc(r.Rows, func(row Row) bool { return row.Cells[col].Kind == Text })
}
