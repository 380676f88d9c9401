package series

import (
	"context"

	"charts/internal/diag"
	"charts/internal/message"
	"charts/internal/report"
	"charts/internal/sentence"
	"charts/internal/spec"
	"charts/internal/table"
)

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
		tables: map[*table.Table]relation{},
		files:  map[string]loaded{},
		texts:  map[*report.Document][]sentence.Passage{},
		engine: e,

		indexes: map[*report.Document]*sentence.Index{},
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
	if unread(q, f, nil, d); q.failed() {
		return Frame{}, q.problems
	}
	return f, q.problems
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
