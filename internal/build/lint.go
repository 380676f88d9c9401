package build

import (
	"context"
	"slices"

	"charts/internal/chart"
	"charts/internal/diag"
	"charts/internal/lint"
	"charts/internal/manifest"
	"charts/internal/report"
	"charts/internal/series"
	"charts/internal/table"
)

// holdAgainstRules holds a figure that can be drawn against its data, where that is asked for,
// and turns what its author accepts into notes.
func holdAgainstRules(p *Project, r *planned) {
	if r.problems.HasErrors() {
		return
	}
	f := r.figure.Figure
	if p.linting {
		if c, problems := inForm(p, r.figure, chart.Report); !problems.HasErrors() {
			attempt(f.Path, &r.problems, func() {
				r.problems = append(r.problems, lint.Check(lint.Figure{Spec: f, Frame: r.figure.frame, Chart: c})...)
			})
		}
	}
	r.problems = lint.Accept(f.Accept, r.problems, p.linting)
}

// Lint checks the figures and dashboards as render would, without drawing. The
// problems of reports and specs themselves came with the project. What the reader
// doubts of the cells that the figures read is told, too.
func Lint(ctx context.Context, p *Project, o Options) diag.List {
	o.Formats = []string{"png", manifest.PageFormat}
	p.linting = true
	pl, problems := p.plan(ctx, o)
	for i := range problems {
		if problems[i].Rule == contradictedRule && problems[i].Severity == diag.Warning {
			problems[i].Severity = diag.Error // no matter of taste
		}
	}
	problems = onceEach(problems)
	var doubts []series.Doubted
	var shown []lint.Shown
	for _, f := range pl.figures {
		if f.Data.Across.Set() && f.Top.N.V == 0 {
			gaps(p, f.Data.Across, f.frame, &problems)
		}
		shown = append(shown, lint.ShownBy(f.Figure, f.frame)...)
		doubts = append(doubts, series.Doubts(p.Documents, &f.Data, f.frame)...)
	}
	for _, pr := range pl.products {
		shown = append(shown, pr.shown...)
	}
	problems = append(problems, lint.Differing(slices.DeleteFunc(shown, func(s lint.Shown) bool { return !hasColumn(p, s.Cell) }))...)
	problems = append(problems, Unread(p)...)
	told := map[*table.Doubt]bool{}
	for _, d := range doubts {
		if !told[d.Doubt] {
			told[d.Doubt] = true
			problems.Errorf(d.Doc.At(d.Line), "doubt", "%s: %s", d.Table.ID, d.Text()).Severity = diag.Doubt
		}
	}
	return problems
}

// onceEach leaves out what several pages tell of one title.
func onceEach(problems diag.List) diag.List {
	seen := map[diag.Pos]bool{}
	return slices.DeleteFunc(problems, func(p diag.Problem) bool {
		again := p.Rule == lint.TitleLabel && seen[p.Pos]
		seen[p.Pos] = seen[p.Pos] || p.Rule == lint.TitleLabel
		return again
	})
}

// Unread are the places of the reports where a table was not read.
func Unread(p *Project) (problems diag.List) {
	for _, doc := range p.Documents {
		for _, u := range doc.Unread {
			problems.Errorf(doc.At(u.Line), "doubt", "%s", u.Reason).Severity = diag.Doubt
		}
	}
	return problems
}

// hasColumn reports whether a table of a report has the column of a cell. Names that
// a query gives mean one thing in one figure and another in the next.
func hasColumn(p *Project, c lint.Cell) bool {
	return slices.ContainsFunc(p.Documents, func(d *report.Document) bool {
		return d.Holds(c.Report) && slices.ContainsFunc(d.Lookup(c.Table), func(t *table.Table) bool {
			return slices.ContainsFunc(t.Columns, func(col table.Column) bool { return col.Name == c.Column })
		})
	})
}
