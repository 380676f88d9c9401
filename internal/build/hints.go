package build

import (
	"path"
	"path/filepath"

	"charts/internal/diag"
	"charts/internal/file"
	"charts/internal/message"
	"charts/internal/report"
	"charts/internal/spec"
	"charts/internal/table"
)

// hints are what specs/tables.yaml says of the tables of reports.
type hints []hint

// A hint is one entry, and what came of it.
type hint struct {
	spec.TableHint
	reports int // that it is about
	tables  int // that it found, less than none where it fits several of one report
}

// loadHints reads specs/tables.yaml, if there is one.
func (p *Project) loadHints(path string, problems *diag.List) {
	if !exists(path) {
		return
	}
	src, ok := read(p, path, file.MaxSpec, problems)
	if !ok {
		return
	}
	t, more := spec.ParseTables(path, src)
	if *problems = append(*problems, more...); more.HasErrors() {
		return
	}
	for _, h := range t.Tables {
		p.hints = append(p.hints, hint{TableHint: h})
	}
}

// parse reads a file of a report by what is said of its tables.
func (p *Project) parse(name, path string, src []byte, trace bool) (*report.Document, diag.List) {
	var about []report.Hint
	var from []int
	for i, h := range p.hints {
		if h.isOf(p.rel(path), filepath.Base(path), name) {
			about, from = append(about, h.forReader()), append(from, i)
		}
	}
	parse := report.Parse
	if trace {
		parse = report.Trace
	}
	doc, problems := parse(name, path, src, about...)
	for k, i := range from {
		h := &p.hints[i]
		h.reports++
		if n := doc.Hinted[k]; n < 0 || h.tables < 0 {
			h.tables = min(n, h.tables)
		} else {
			h.tables += n
		}
	}
	return doc, problems
}

// isOf reports whether an entry is about a report, by its path, its file or its name.
func (h *hint) isOf(names ...string) bool {
	if !h.Report.Set() {
		return true
	}
	for _, name := range names {
		if ok, _ := path.Match(h.Report.V, name); ok && name != "" {
			return true
		}
	}
	return false
}

// forReader is the entry as the reader of reports takes it.
func (h *hint) forReader() report.Hint {
	r := report.Hint{At: h.Pos, Caption: h.Table.V, Page: h.Page.V, Parts: h.Parts.V, Ignore: h.Ignore.V}
	r.First, r.Last = h.LineRange()
	copy(r.Box[:], floats(h.Box))
	r.Edges = floats(h.Edges)
	if h.Header.Set() {
		r.Header = &h.Header.V
	}
	for _, c := range h.Columns {
		r.Columns = append(r.Columns, table.ColumnHint{Name: c.Name.V, Unit: c.Unit.V, Kind: table.ColumnKind(c.Kind.V)})
	}
	return r
}

func floats(all []spec.At[float64]) (list []float64) {
	for _, a := range all {
		list = append(list, a.V)
	}
	return list
}

// unused tells the entries that no table was found by.
func (all hints) unused() (problems diag.List) {
	for _, h := range all {
		switch {
		case h.reports == 0:
			problems.Warnf(h.Pos, "unused-table", "no report fits %q", h.Report.V).Hintf("write its path from the folder that holds the specs folder; * stands for any letters")
		case h.tables < 0:
			problems.Errorf(h.Pos, "ambiguous-table", "%q fits %d tables", h.Table.V, -h.tables).Hintf("`charts tables` lists them")
		case h.tables == 0:
			problems.Warnf(h.Pos, "unused-table", "no table fits this entry").Hintf("`charts tables` lists them")
		}
	}
	return problems
}

// Fix writes an entry into specs/tables.yaml that says how a table was read, and
// returns the path. A table that an entry is about has one already.
func (p *Project) Fix(o Options, t Table) (string, error) {
	path := filepath.Join(o.Specs, tablesFile)
	if t.Mended.Line > 0 {
		return path, message.Errorf("%s is read by hand already: change %s", t.ID, t.Mended)
	}
	return path, addEntry(path, spec.ParseTables, func(list *spec.Tables, src []byte) []byte { return list.With(src, describe(p, t), t.ID+" "+t.Title) })
}

// describe is the entry that says how a table was read.
func describe(p *Project, t Table) (h spec.TableHint) {
	for _, doc := range filesOf(p.Documents) {
		if doc.Path != t.Report {
			continue
		}
		found := doc.Describe(&t.Table)
		h.Report.V, h.Table.V, h.Page.V, h.Header.V = p.rel(doc.Path), found.Caption, found.Page, *found.Header
		h.Lines.V = spec.Lines(found.First, found.Last)
		if found.Page > 0 {
			h.Box = unplaced(found.Box[:])
		}
		h.Edges = unplaced(found.Edges)
		for _, c := range found.Columns {
			h.Columns = append(h.Columns, spec.ColumnHint{Name: spec.At[string]{V: c.Name}, Unit: spec.At[string]{V: c.Unit}, Kind: spec.At[string]{V: string(c.Kind)}})
		}
	}
	return h
}

func unplaced(list []float64) (all []spec.At[float64]) {
	for _, v := range list {
		all = append(all, spec.At[float64]{V: v})
	}
	return all
}
