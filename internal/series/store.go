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
