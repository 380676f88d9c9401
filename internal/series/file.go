package series

import (
	"bytes"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"charts/internal/diag"
	"charts/internal/format"
	"charts/internal/message"
	"charts/internal/report"
	"charts/internal/spec"
)

// maxFile is how large a side file may be, in bytes.
const maxFile = 64 << 20

// file reads a side file: csv, xlsx, ods, json or parquet.
func file(q *question, d *spec.Data) relation { return side(q, d.File, d.File.V, d.Sheet.V) }

// snapshot reads what a query gave when it was run last.
func snapshot(q *question, d *spec.Data) relation {
	r := side(q, d.Query, d.Snapshot(), "")
	r.name = d.Database.V
	return r
}

// side reads a side file that a spec means at a place, once.
func side(q *question, at spec.At[string], path, sheet string) relation {
	l := q.loaded(path, sheet)
	for _, doubt := range l.doubts {
		q.problems.Warnf(at.Pos, "doubtful-file", "%s: %s", path, doubt.Text())
	}
	if l.err != nil {
		sideProblem(q, at, path, l.err)
		return relation{}
	}
	return l.relation
}

// loaded is a side file as it is read for a question, once.
func (q *question) loaded(path, sheet string) loaded {
	all := path + "\x00" + sheet
	some := all + q.thin.key()
	l, ok := q.files[some]
	if !ok {
		l, ok = q.files[all]
	}
	if ok && (q.thin == nil || l.Sample.Of > 0 || l.err == nil && len(l.Rows) <= format.Long) {
		return l
	}
	l, l.err = readSide(q, path, sheet)
	if l.Sample.Of > 0 {
		q.files[some] = l
	} else {
		q.files[all] = l
	}
	return l
}

// sideProblem says why a side file gives no rows.
func sideProblem(q *question, at spec.At[string], path string, err error) {
	if db, ok := spec.DatabaseOf(path); ok && errors.Is(err, fs.ErrNotExist) {
		q.problems.Errorf(at.Pos, "no-snapshot", "what this query gives is not recorded yet: there is no %s", path).Hintf("charts fetch asks %s and records it", db)
		return
	}
	p := q.problems.Errorf(at.Pos, "bad-file", "%s: %v", path, err)
	if errors.Is(err, fs.ErrNotExist) {
		p.Hintf("its path starts at the folder that holds specs")
	}
	var fault *sideFault
	if !errors.As(err, &fault) {
		return
	}
	if p.Hint = fault.hint; fault.line > 0 {
		p.See = []diag.Note{{Pos: diag.Pos{File: path, Line: fault.line}, Text: fault.text}}
	}
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
	piped := ""
	if name == spec.Piped {
		piped = pipedAs(src)
		name += piped
	}
	if ext := strings.ToLower(path.Ext(name)); !slices.Contains(sideFiles, ext) {
		return loaded{}, message.Errorf("%s is not a kind of file that holds data; use csv, xlsx, ods, json or parquet", ext)
	}
	if sheet != "" && !slices.Contains([]string{".xlsx", ".ods"}, strings.ToLower(path.Ext(name))) {
		return loaded{}, message.Errorf("it has no sheets: leave sheet out")
	}
	var pick format.Picker
	if q.thin != nil {
		pick = q.thin.pick
	}
	doc, problems := report.Data(name, src, sheet, pick)
	doc.Path = strings.TrimSuffix(doc.Path, piped)
	if problems.HasErrors() {
		return loaded{}, sideError(problems)
	}
	l := loaded{relation: sideRelation(doc), doubts: doc.Tables[0].Doubts}
	if q.thin != nil {
		l.Sample = q.thin.sample
	}
	return l, nil
}

// pipedAs is the extension of what is piped in, by how it begins; what is packed its
// reader knows by itself.
func pipedAs(src []byte) string {
	switch head, _, _ := bytes.Cut(bytes.TrimLeft(src, "\ufeff \t\r\n"), []byte("\n")); {
	case bytes.HasPrefix(head, []byte("[")):
		return ".json"
	case bytes.HasPrefix(head, []byte("{")):
		return ".jsonl"
	case bytes.ContainsRune(head, '\t'):
		return ".tsv"
	}
	return ".csv"
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

// sideError is what the readers say of a file.
func sideError(problems diag.List) error {
	p := problems[slices.IndexFunc(problems, func(p diag.Problem) bool { return p.Severity == diag.Error })]
	return &sideFault{p.Pos.Line, p.Text, p.Hint}
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
