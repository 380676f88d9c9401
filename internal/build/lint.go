package build

import (
	"context"

	"charts/internal/chart"
	"charts/internal/diag"
	"charts/internal/lint"
)

// holdAgainstRules holds a figure that can be drawn against its data, where that is asked for,
// and turns what its author accepts into notes.
func (p *Project) holdAgainstRules(r *planned) {
	if r.problems.HasErrors() {
		return
	}
	f, problems := p.figure(r.figure.Source)
	if problems.HasErrors() {
		return
	}
	if p.linting {
		if c, problems := p.inForm(r.figure, chart.Report); !problems.HasErrors() {
			attempt(f.Path, &r.problems, func() {
				r.problems = append(r.problems, lint.Check(lint.Figure{Spec: f, Frame: r.figure.frame(), Chart: c})...)
			})
		}
	}
	r.problems = lint.Accept(f, r.problems, p.linting)
}

// Lint checks the figures and dashboards as render would, without drawing. The
// problems of reports and specs themselves came with the project. What the reader
// doubts of the tables that the figures read is told, too.
func Lint(ctx context.Context, p *Project, o Options) diag.List {
	o.Formats = []string{"png", PageFormat}
	p.linting, p.strict = true, true // a contradicted number is no matter of taste
	pl, problems := p.plan(ctx, o)
	read := map[string]bool{}
	for _, f := range pl.figures {
		frame := f.frame()
		if spec, _ := p.figure(f.Source); spec != nil && spec.Data.Across.Set() && spec.Top.N.V == 0 {
			p.gaps(spec.Data.Across, frame, &problems)
		}
		for _, r := range frame.Rows {
			for _, s := range r.Sources {
				read[s.Table] = true
			}
		}
	}
	for _, doc := range p.Documents {
		for _, t := range doc.Tables {
			if !read[t.Label] && !read[t.ID] {
				continue
			}
			for _, d := range t.Doubts {
				problems.Errorf(diag.Pos{File: doc.Path, Line: d.Line}, "doubt", "%s: %s", t.ID, d.Reason).Severity = diag.Doubt
			}
		}
	}
	return problems
}
