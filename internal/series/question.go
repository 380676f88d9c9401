package series

import (
	"context"
	"slices"
	"sync"

	"charts/internal/diag"
	"charts/internal/message"
	"charts/internal/report"
	"charts/internal/sentence"
	"charts/internal/spec"
	"charts/internal/table"
)

// A question is one call of the store and the problems it met.
type question struct {
	*Store
	ctx      context.Context
	problems diag.List
	thin     *thinning // of the rows of long files
}

// A relation is a frame with what messages need to know about it.
type relation struct {
	Frame
	name  string    // 表 6, data/services.csv, "the sentence"
	at    diag.Pos  // of its column names, or of its place in the spec
	place string    // of its column names, in a file without lines
	from  []Row     // across reports: of each the year, and the place where its rows begin
	held  []holding // by its columns, once it is loaded for SQL
}

// A Store answers what specs ask of one or more reports. It is safe for
// concurrent use.
type Store struct {
	docs []*report.Document
	read func(path string) ([]byte, error)

	mu     sync.Mutex // held by one question at a time
	tables map[*table.Table]relation
	files  map[string]loaded
	texts  map[*report.Document][]sentence.Passage
	engine *engine

	indexes map[*report.Document]*sentence.Index // of those whose sentences many patterns are tried on
	// loadedFrom is the report whose tables the engine holds.
	loadedFrom *report.Document
}

// failed reports whether the question has no answer any more.
func (q *question) failed() bool { return q.problems.HasErrors() }

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
	p.Hint = diag.Meant(name.V, names)
	if names = slices.DeleteFunc(names, func(n string) bool { return n == "" }); len(names) == 0 {
		p.Text = message.Of("no report is called %q", name.V)
		p.Hintf("leave report out, or name one: --report %s=%s", name.V, q.docs[0].Path)
	}
	return nil, false
}

// nameless are what messages call the relations that have no name of their own.
var nameless = map[string]message.Format{
	theSentence: "the sentence", theSQL: "the SQL", theValues: "the inline values",
}

const (
	theSentence = "the sentence"
	theSQL      = "the SQL"
	theValues   = "the inline values"
)

// String names a relation and its place: 表 6 (report line 875).
func (r relation) String() string { return r.In(message.English) }

// In is the name and the place in a language.
func (r relation) In(l message.Language) string {
	if said, ok := nameless[r.name]; ok {
		return said.In(l)
	}
	if r.at.Line == 0 {
		return r.name
	}
	if r.place != "" {
		return message.Of("%s (%s)", r.name, message.Place(r.place)).In(l)
	}
	return message.Of("%s (report line %d)", r.name, r.at.Line).In(l)
}

// loaded is a side file that was read once, with what was not certain and what
// went wrong.
type loaded struct {
	relation
	doubts []table.Doubt
	err    error
}

// A holding is what a column of a relation holds.
type holding struct {
	numbers, texts bool
	unit           string
	units          string // the column with the units of its numbers, which differ
}
