package build

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"charts/internal/diag"
	"charts/internal/manifest"
	"charts/internal/message"
	"charts/internal/report"
	"charts/internal/series"
	"charts/internal/spec"
	"charts/internal/table"
)

// A Table is a table with the report that it is in.
type Table struct {
	Report string // path of the file
	table.Table
}

// Tables are the tables that a name means, or all for "". A name that means none,
// or several in one report, is a problem.
func (p *Project) Tables(name string) ([]Table, diag.List) {
	var found []Table
	var problems diag.List
	for _, doc := range p.Documents {
		if name == "" {
			for i := range doc.Tables {
				found = append(found, inFile(doc, &doc.Tables[i]))
			}
			continue
		}
		hits := doc.Lookup(name)
		if len(hits) > 1 {
			ambiguous(&problems, doc, name, hits)
			continue
		}
		for _, t := range hits {
			found = append(found, inFile(doc, t))
		}
	}
	if name != "" && len(found) == 0 && len(problems) == 0 {
		noTable(p, &problems, name)
	}
	return found, problems
}

// inFile is a table as its file has it.
func inFile(doc *report.Document, t *table.Table) Table {
	path, own := doc.InFile(t)
	return Table{path, *own}
}

func ambiguous(problems *diag.List, doc *report.Document, name string, hits []*table.Table) {
	problem := problems.Errorf(diag.Pos{File: doc.Path}, "ambiguous-table", "%q fits %d tables", name, len(hits))
	problem.Hintf("name one by its id: %s", ids(hits))
	for _, t := range hits {
		problem.See = append(problem.See, diag.Note{Pos: doc.At(t.Line), Text: message.Of("%s %s", t.ID, t.Title)})
	}
}

func ids(tables []*table.Table) string {
	var all []string
	for _, t := range tables {
		all = append(all, t.ID)
	}
	return strings.Join(all, ", ")
}

func noTable(p *Project, problems *diag.List, name string) {
	for _, doc := range p.Documents {
		problems.Errorf(diag.Pos{File: doc.Path}, "unknown-table", "no table %q", name).Hint = series.TableMeant(doc, name)
	}
}

// A Hit is a place of a report that holds a text.
type Hit struct {
	Report  string `json:"report"`
	Line    int    `json:"line"`
	Place   string `json:"place"` // page, paragraph or cell, or "" in a file with lines
	Kind    string `json:"kind"`  // sentence, caption, cell, note or heading
	Section string `json:"section"`
	Table   string `json:"table"` // the table's id, or ""
	Text    string `json:"text"`
}

// Part is the table or the section of a hit, for people.
func (h Hit) Part() message.Text {
	if h.Table != "" {
		return message.Data(h.Table)
	}
	kind := message.Of(hitNames[h.Kind])
	if h.Section == "" {
		return kind
	}
	return message.Of("%s %s", kind, h.Section)
}

// hitNames are what hits are, for people.
var hitNames = map[string]message.Format{"sentence": "sentence", "note": "note", "caption": "caption", "cell": "cell"}

// Find lists the places that hold a text, report by report, line by line.
func (p *Project) Find(text string) []Hit {
	hits := []Hit{}
	for _, doc := range p.Documents {
		for _, h := range doc.Find(text) {
			at := doc.At(h.Line)
			hits = append(hits, Hit{at.File, at.Line, doc.Place(h.Line), string(h.Kind), h.Section, h.Table, h.Text})
		}
	}
	return hits
}

// Data is the series behind one figure.
func (p *Project) Data(ctx context.Context, id string) (manifest.Data, diag.List) {
	problems := unknownIDs(p, []string{id})
	store, err := series.NewStore(p.Documents, p.readSide)
	if err != nil {
		problems.Errorf(diag.Pos{}, "no-store", "cannot read the tables of the reports: %s", err)
		return manifest.Data{}, problems
	}
	defer store.Close()
	for _, f := range p.Figures {
		if f.ID != id {
			continue
		}
		frame, more := query(p, ctx, store, f)
		d := p.data(id, frame)
		d.Queries = questions(&f.Data)
		d.Files = d.Files || len(d.Queries) > 0
		return d, append(problems, more...)
	}
	if len(problems) == 0 && !slices.Contains(p.Broken, id) {
		problems.Errorf(diag.Pos{}, "no-figure", "%q is a dashboard; name one of its figures", id)
	}
	return manifest.Data{}, problems
}

// About keeps the problems that matter to one spec: its own, those of reports,
// and those without a place.
func About(id string, problems diag.List) (kept diag.List) {
	for _, problem := range problems {
		if owner := specID(problem.Pos.File); owner == "" || owner == id {
			kept = append(kept, problem)
		}
	}
	return kept
}

// specID is the id of the spec at path, or "" for another file.
func specID(path string) string {
	base := path[strings.LastIndexAny(path, `/\`)+1:]
	id, ok := strings.CutSuffix(base, ".yaml")
	if !ok || isShared(base) {
		return ""
	}
	return id
}

// questions are those behind a figure, each with where its answer stands.
func questions(d *spec.Data) (all []manifest.Query) {
	for _, d := range d.Queries() {
		all = append(all, manifest.Query{Database: d.Database.V, Query: d.Query.V, Snapshot: d.Snapshot()})
	}
	return all
}

// unknownIDs are the problems of ids that no spec has.
func unknownIDs(p *Project, ids []string) (problems diag.List) {
	known := idsOf(p)
	for _, id := range ids {
		if slices.Contains(known, id) || slices.Contains(p.Broken, id) {
			continue
		}
		problem := problems.Errorf(diag.Pos{}, "unknown-id", "no figure or dashboard %q", id)
		switch near := figureNear(id, known, p.Figures); {
		case strings.ContainsAny(id, ",，") && !strings.ContainsAny(id, " /"):
			problem.Hintf("ids are parted by blanks: %s", strings.Join(strings.FieldsFunc(id, func(r rune) bool { return r == ',' || r == '，' }), " "))
		case near != "":
			problem.Hintf("did you mean %s?", near)
		case isTable(p, id):
			problem.Hintf("it is a table: charts tables %q shows it, charts new %q drafts a figure of it", id, id)
		case len(known) > 0:
			problem.Hintf("there are %s", message.Few(known, 12))
		}
	}
	return problems
}

// figureNear is the id that somebody means who gives the path of a spec or an output,
// the number of a figure in the report, or a misspelt id; "" if none is near.
func figureNear(id string, known []string, figures []*spec.Figure) string {
	stem, _, _ := strings.Cut(filepath.Base(filepath.FromSlash(id)), ".")
	if slices.Contains(known, stem) {
		return stem
	}
	for _, f := range figures {
		if f.Number.Set() && unspaced(f.Number.V) == unspaced(id) || unspaced(f.Title.V) == unspaced(id) {
			return f.ID
		}
	}
	return diag.Nearest(id, known)
}

func unspaced(s string) string { return strings.Join(strings.Fields(s), "") }

// isTable reports whether a name is that of a table of the reports.
func isTable(p *Project, name string) bool {
	return slices.ContainsFunc(p.Documents, func(d *report.Document) bool { return len(d.Lookup(name)) > 0 })
}
