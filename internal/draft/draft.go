// Package draft drafts specs from tables and sentences: a first figure that can
// be drawn as it is, for its author to change.
//
// It chooses by the shape of the data alone. Whatever it proposes it has drawn
// itself before, without a problem.
package draft

import (
	"context"
	"slices"
	"strconv"

	"charts/internal/chart"
	"charts/internal/diag"
	"charts/internal/kind"
	"charts/internal/message"
	"charts/internal/point"
	"charts/internal/report"
	"charts/internal/series"
	"charts/internal/spec"
	"charts/internal/table"
)

// A File is a spec to be written, at Path below the folder of the specs.
type File struct {
	Path   string
	Source []byte
}

// A Proposal is a figure that can be drawn.
type Proposal struct {
	File
	Figure *spec.Figure
	idea   idea
	doubts []series.Doubted // of the cells that it shows
}

// write makes the spec of the idea.
func (p *Proposal) write() {
	p.Source = p.idea.yaml()
	p.Figure, _ = spec.ParseFigure(p.Path, p.Source) // which has been drawn
}

// A Source is a report to draft from.
type Source struct {
	Store    *series.Store
	Doc      *report.Document
	Name     string                // by which specs must name the report, "" for the first
	Language message.Language      // of the project; "": that of the report
	Contest  func(*series.Frame)   // marks the numbers that the report contradicts; may be nil
	tried    map[string]series.Row // what patterns give that read one place alone, for a list of many
}

// most is how many proposals a table gets.
const most = 4

// Table proposes figures for a table, the best first. None means that its shape
// tells nothing.
func (src Source) Table(ctx context.Context, t *table.Table) ([]Proposal, diag.List) {
	s, problems := newProfile(ctx, src, t)
	if problems.HasErrors() {
		return nil, problems
	}
	p := prover{ctx: ctx, src: src}
	for _, i := range s.ideas() {
		if len(p.proved) < most {
			p.prove(s.id, i)
		}
	}
	return p.proved, problems
}

// ideas are the figures that fit the shape of a table, not yet proved.
func (s *profile) ideas() []idea {
	for _, shape := range shapes {
		if found := shape(s); len(found) > 0 {
			return s.finish(found)
		}
	}
	return nil
}

// shapes are the ways to look at a table; the first that sees something counts.
var shapes = []func(*profile) []idea{cards, wide, times, paired, pairs, shares, rankings, counts}

// finish gives ideas what they have in common.
func (s *profile) finish(ideas []idea) []idea {
	for k := range ideas {
		i := &ideas[k]
		if i.title == "" {
			i.title = s.title
		}
		if i.sql == "" {
			i.table = s.ref
		}
		i.report = s.report
		if i.where == "" && i.sql == "" {
			i.where = s.where
		}
	}
	return ideas
}

// A prover draws ideas and keeps those that give no problem.
type prover struct {
	ctx    context.Context
	src    Source
	proved []Proposal
	last   diag.List // the problems of the last idea
}

func (p *prover) prove(id string, i idea) {
	i.title = escape(i.title)
	name := p.free(id + "-" + i.kind)
	q := Proposal{File: File{Path: "figures/" + name + ".yaml", Source: i.yaml()}, idea: i}
	f, problems := spec.ParseFigure(q.Path, q.Source)
	if !problems.Mendable() {
		_, problems = spec.Linker{}.Link(f) // a title that looks like a variable
	}
	if !problems.Mendable() {
		var frame series.Frame
		var c *chart.Chart
		frame, c, problems = p.src.draw(p.ctx, f)
		q.doubts = series.Doubts([]*report.Document{p.src.Doc}, &f.Data, frame)
		if !problems.Mendable() {
			q.idea.finding = point.Headline(c)
		}
	}
	if p.last = problems; !problems.Mendable() {
		q.write()
		p.proved = append(p.proved, q)
	}
}

// draw resolves a figure as a run would, and tells what it has to say.
func (src Source) draw(ctx context.Context, f *spec.Figure) (series.Frame, *chart.Chart, diag.List) {
	frame, problems := src.Store.Figure(ctx, f)
	if problems.HasErrors() {
		return frame, nil, problems
	}
	if src.Contest != nil {
		src.Contest(&frame)
	}
	c, more := kind.Resolve(f, frame, kind.Options{Lang: languageOf(f.Title.V)})
	problems = append(problems, more...)
	if !problems.Mendable() && c.Empty {
		problems.Errorf(f.Data.Pos, "no-values", "there is nothing to draw")
	}
	return frame, c, problems
}

// free is a name that no proposal has yet.
func (p *prover) free(name string) string {
	taken := func(name string) bool {
		return slices.ContainsFunc(p.proved, func(q Proposal) bool { return q.Figure.ID == name })
	}
	for n := 2; ; n++ {
		if !taken(name) {
			return name
		}
		name = trimNumber(name) + "-" + strconv.Itoa(n)
	}
}
