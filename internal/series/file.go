package series

import (
	"errors"
	"path"
	"slices"
	"strings"

	"charts/internal/diag"
	"charts/internal/message"
	"charts/internal/report"
	"charts/internal/spec"
	"charts/internal/table"
)

// maxFile is how large a side file may be, in bytes.
const maxFile = 64 << 20

// loaded is a side file that was read once, with what was not certain and what
// went wrong.
type loaded struct {
	relation
	doubts []table.Doubt
	err    error
}

// file reads a side file: csv, xlsx, ods, json or parquet.
func file(q *question, d *spec.Data) relation {
	key := d.File.V + "\x00" + d.Sheet.V
	l, ok := q.files[key]
	if !ok {
		var err error
		l, err = readSide(q, d.File.V, d.Sheet.V)
		l.err = err
		q.files[key] = l
	}
	for _, doubt := range l.doubts {
		q.problems.Warnf(d.File.Pos, "doubtful-file", "%s: %s", d.File.V, doubt.Text()).Len = d.File.Len
	}
	if l.err == nil {
		return l.relation
	}
	p := q.problems.Errorf(d.File.Pos, "bad-file", "%s: %v", d.File.V, l.err)
	p.Len = d.File.Len
	var at *sideFault
	if errors.As(l.err, &at) {
		p.Hint = at.hint
	}
	if at != nil && at.line > 0 {
		p.See = []diag.Note{{Pos: diag.Pos{File: d.File.V, Line: at.line}, Text: at.text}}
	}
	return relation{}
}

// readSide reads a side file with the readers of reports.
func readSide(q *question, name, sheet string) (loaded, error) {
	if q.read == nil {
		return loaded{}, message.Errorf("side files cannot be read here")
	}
	src, err := q.read(name)
	if err != nil {
		return loaded{}, err
	}
	if len(src) > maxFile {
		return loaded{}, message.Errorf("it is larger than %d MB", maxFile>>20)
	}
	if ext := strings.ToLower(path.Ext(name)); !slices.Contains(sideFiles, ext) {
		return loaded{}, message.Errorf("%s is not a kind of file that holds data; use csv, xlsx, ods, json or parquet", ext)
	}
	doc, problems := report.Data(name, src, sheet)
	if problems.HasErrors() {
		return loaded{}, sideError(problems)
	}
	return loaded{relation: sideRelation(doc), doubts: doc.Tables[0].Doubts}, nil
}

var sideFiles = []string{".csv", ".tsv", ".xlsx", ".xlsm", ".ods", ".json", ".jsonl", ".ndjson", ".parquet"}

// A sideFault is why a side file cannot be read, and what to do.
type sideFault struct {
	line       int
	text, hint message.Text
}

func (e *sideFault) Error() string {
	return e.In(message.English)
}

// In is the fault in a language.
func (e *sideFault) In(lang message.Language) string {
	if e.line > 0 {
		return message.Of("line %d: %s", e.line, e.text).In(lang)
	}
	return e.text.In(lang)
}

// sideError says of a file what the readers say of a report.
func sideError(problems diag.List) error {
	p := problems[slices.IndexFunc(problems, func(p diag.Problem) bool { return p.Severity == diag.Error })]
	return &sideFault{p.Pos.Line, message.Data(strings.Replace(p.Text.String(), "the report ", "it ", 1)), message.Data(strings.Replace(p.Hint.String(), "the report", "the file", 1))}
}

// sideRelation is the table of a side file. It has no name of its own, and its
// lines are the rows of the sheet.
func sideRelation(doc *report.Document) relation {
	g := gridOf(doc, &doc.Tables[0])
	for i := range g.sources {
		s := &g.sources[i]
		s.Table, s.Line, s.Place = "", doc.Row(s.Line), ""
	}
	return relation{Frame: g.frame(), name: doc.Path}
}
