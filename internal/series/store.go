package series

import (
	"context"
	"fmt"
	"slices"
	"sync"

	"charts/internal/diag"
	"charts/internal/message"
	"charts/internal/report"
	"charts/internal/spec"
)

// A Store answers what specs ask of one or more reports. It is safe for
// concurrent use.
type Store struct {
	docs []*report.Document
	read func(path string) ([]byte, error)

	mu     sync.Mutex // held by one question at a time
	tables map[*report.Table]relation
	files  map[string]loaded
	texts  map[*report.Document][]passage
	engine *engine
	// loadedFrom is the report whose tables the engine holds.
	loadedFrom *report.Document
}

// NewStore makes a store over reports, the first of which is the one that specs
// mean when they name none. The function readFile opens side files; paths are as
// the specs write them.
func NewStore(docs []*report.Document, readFile func(path string) ([]byte, error)) (*Store, error) {
	e, err := newEngine()
	if err != nil {
		return nil, message.Errorf("starting the SQL engine: %w", err)
	}
	return &Store{
		docs:   docs,
		read:   readFile,
		tables: map[*report.Table]relation{},
		files:  map[string]loaded{},
		texts:  map[*report.Document][]passage{},
		engine: e,
	}, nil
}

// Close frees what the store holds.
func (s *Store) Close() error { return s.engine.close() }

// Data gives the rows that a data block asks for, totals included. The frame is
// empty when there are errors.
func (s *Store) Data(ctx context.Context, d *spec.Data) (Frame, diag.List) {
	s.mu.Lock()
	defer s.mu.Unlock()
	q := &question{Store: s, ctx: ctx}
	f := q.data(d).Frame.clone()
	if q.unread(f, nil, d); q.failed() {
		return Frame{}, q.problems
	}
	return f, q.problems
}

// clone gives the caller rows of its own: those of a table stay in the store.
func (f Frame) clone() Frame {
	rows := slices.Clone(f.Rows)
	n := 0
	for i := range rows {
		n += len(rows[i].Cells)
	}
	cells := make([]Value, 0, n) // of all rows: one piece of memory, not one a row
	for i := range rows {
		from := len(cells)
		cells = append(cells, rows[i].Cells...)
		rows[i].Cells = cells[from:len(cells):len(cells)]
	}
	return Frame{slices.Clone(f.Columns), rows}
}

// A question is one call of the store and the problems it met.
type question struct {
	*Store
	ctx      context.Context
	problems diag.List
}

// A relation is a frame with what messages need to know about it.
type relation struct {
	Frame
	name string    // 表 6, data/services.csv, "the sentence"
	at   diag.Pos  // of its column names, or of its place in the spec
	from []Row     // across reports: of each the year, and the place where its rows begin
	held []holding // by its columns, once it is loaded for SQL
}

// String names a relation and its place: 表 6 (report line 875).
func (r relation) String() string {
	if r.at.Line == 0 {
		return r.name
	}
	return fmt.Sprintf("%s (report line %d)", r.name, r.at.Line)
}

// failed reports whether the question has no answer any more.
func (q *question) failed() bool { return q.problems.HasErrors() }

// data gives the rows of a data block in any of its forms.
func (q *question) data(d *spec.Data) relation {
	if d.SQL.Set() {
		return q.sql(d)
	}
	r := q.origin(d)
	if q.failed() {
		return relation{}
	}
	if d.History.Set() {
		r = q.withHistory(r, d)
	}
	if d.Where.Set() && !q.failed() {
		all := r
		if r = q.filter(r, d); d.Across.Set() && !q.failed() {
			r = all.keepGaps(r)
		}
	}
	if len(d.Columns) > 0 && !q.failed() {
		r = q.rename(r, d.Columns)
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
		return q.stacked(d, func(doc *report.Document) (relation, bool) { return q.table(doc, d) })
	case d.Text.Set():
		return q.stacked(d, func(doc *report.Document) (relation, bool) { return q.text(doc, d) })
	case d.File.Set():
		return q.file(d)
	case len(d.Values) > 0:
		return q.values(d)
	}
	q.problems.Errorf(d.Pos, "no-data", "data names no source").
		Hintf("give one of table, text, file, values, or sql")
	return relation{}
}

// document finds a report by its name; no name means the first.
func (q *question) document(name spec.At[string]) (*report.Document, bool) {
	if len(q.docs) == 0 {
		q.problems.Errorf(name.Pos, "unknown-report", "there is no report to read").Hintf("give one with --report PATH")
		return nil, false
	}
	if name.V == "" {
		return q.docs[0], true
	}
	var names []string
	for _, doc := range q.docs {
		if doc.Name == name.V {
			return doc, true
		}
		names = append(names, doc.Name)
	}
	p := q.problems.Errorf(name.Pos, "unknown-report", "no report %q; there is %s", name.V, message.List(names))
	p.Len, p.Hint = name.Len, meant(name.V, names)
	return nil, false
}
