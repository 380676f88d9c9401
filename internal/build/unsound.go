package build

import (
	"context"
	"slices"

	"charts/internal/diag"
	"charts/internal/series"
	"charts/internal/spec"
)

// unsound are the specs with errors, as far as they could be read. None is drawn, but
// they are held against the reports all the same: one run tells all that is wrong.
type unsound struct {
	figures    []*spec.Figure
	dashboards []*spec.Dashboard
	known      map[diag.Pos]bool // where they have errors
	all        bool              // what all of them share has errors
}

// add keeps a figure with errors, made whole if it can be.
func (u *unsound) add(f *spec.Figure, l spec.Linker) {
	if whole, _ := l.Link(f); whole != nil {
		u.figures = append(u.figures, whole)
	}
}

// know notes the places of errors.
func (u *unsound) know(problems diag.List) {
	u.known = map[diag.Pos]bool{}
	for _, problem := range problems {
		u.known[problem.Pos] = true
	}
}

// heldAgainstData are the errors of unsound specs that only the reports show. What
// is where an error is known follows from that, and is left out.
func heldAgainstData(p *Project, ctx context.Context, store *series.Store, pl plan, o Options) (problems diag.List) {
	for _, f := range p.unsound.figures {
		if named(o.IDs, f.ID) && f.Data.Whole() {
			attempt(f.Path, &problems, func() {
				_, more := store.Figure(ctx, f)
				problems = append(problems, more...)
			})
		}
	}
	for _, d := range p.unsound.dashboards {
		if named(o.IDs, d.ID) {
			attempt(d.Path, &problems, func() {
				_, more := p.page(ctx, store, d, pl, nil)
				problems = append(problems, more...)
			})
		}
	}
	return slices.DeleteFunc(problems, func(problem diag.Problem) bool {
		return problem.Severity != diag.Error || problem.Pos.File == "" || p.unsound.known[problem.Pos]
	})
}
