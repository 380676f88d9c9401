package build

import (
	"context"
	"slices"
	"sync/atomic"

	"charts/internal/chart"
	"charts/internal/diag"
	"charts/internal/series"
	"charts/internal/spec"
)

// A plan is what a run has to look at.
type plan struct {
	figures  []figure
	values   []Values // of those asked for
	products []product
	broken   []string // ids that could not be resolved
}

// plan resolves the figures and dashboards asked for. Those with errors are left
// out and told in the problems.
func (p *Project) plan(ctx context.Context, o Options) (plan, diag.List) {
	defer o.Times.start("query and lay out")()
	problems := p.unknownIDs(o.IDs)
	store, err := series.NewStore(p.Documents, p.readSide)
	if err != nil {
		problems.Errorf(diag.Pos{}, "no-store", "cannot read the tables of the reports: %s", err)
		return plan{}, problems
	}
	defer store.Close()
	formats := p.formats(o)
	var pl plan
	for _, r := range p.planFigures(ctx, store, o, formats) {
		problems = append(problems, r.problems...)
		if r.problems.HasErrors() {
			pl.broken = append(pl.broken, r.figure.spec.ID)
			continue
		}
		pl.figures = append(pl.figures, r.figure)
		if named(o.IDs, r.figure.spec.ID) {
			pl.values = append(pl.values, valuesOf(r.figure.spec.ID, func() Data { return p.data(r.figure) }))
			pl.products = append(pl.products, r.products...)
		}
	}
	if slices.Contains(formats, PageFormat) {
		pages, more := p.planPages(ctx, store, pl, o)
		pl.products = append(pl.products, pages...)
		problems = append(problems, more...)
	}
	return pl, problems
}

// A planned is one figure made ready.
type planned struct {
	figure   figure
	products []product
	problems diag.List
}

// planFigures resolves the figures that a run needs side by side, and returns
// them in their order. All figures of the project are queried: a category has
// one colour in all of them, also when only some are drawn.
func (p *Project) planFigures(ctx context.Context, store *series.Store, o Options, formats []string) []planned {
	var rows atomic.Int64
	queried := each(p.Figures, jobs(o), func(f *spec.Figure) planned {
		fig, problems := p.query(ctx, store, f)
		if rows.Add(int64(len(fig.loose.Rows))) > looseRows {
			fig.held = pack(fig.loose)
		}
		return planned{figure: fig, problems: problems}
	})
	assignColors(queried, jobs(o))
	wanted := p.wanted(o.IDs)
	queried = slices.DeleteFunc(queried, func(r planned) bool { return !slices.Contains(wanted, r.figure.spec) })
	return each(queried, jobs(o), func(r planned) planned {
		if !r.problems.HasErrors() {
			products, more := p.products(r.figure, formats)
			r.products, r.problems = products, append(r.problems, more...)
		}
		return r
	})
}

// assignColors gives the names that figures tell apart their colours, in the
// order of the ids.
func assignColors(queried []planned, jobs int) {
	groups := each(queried, jobs, func(r planned) []string {
		if r.problems.HasErrors() {
			return nil
		}
		return chart.Names(r.figure.spec, r.figure.frame())
	})
	for i, colors := range chart.Assign(groups) {
		queried[i].figure.colors = colors
	}
}

// wanted are the figures that a run has to resolve: those named and those on the
// dashboards named.
func (p *Project) wanted(ids []string) []*spec.Figure {
	need := slices.Clone(ids)
	for _, d := range p.Dashboards {
		if len(ids) > 0 && slices.Contains(ids, d.ID) {
			need = append(need, placesOf(d)...)
		}
	}
	var figures []*spec.Figure
	for _, f := range p.Figures {
		if named(need, f.ID) {
			figures = append(figures, f)
		}
	}
	return figures
}

// named reports whether id is asked for; no ids ask for all.
func named(ids []string, id string) bool { return len(ids) == 0 || slices.Contains(ids, id) }

// formats are those of the command line, else of the project, else the default.
func (p *Project) formats(o Options) []string {
	if len(o.Formats) > 0 {
		return o.Formats
	}
	var formats []string
	for _, f := range p.Config.Formats {
		formats = append(formats, f.V)
	}
	if len(formats) == 0 {
		return defaultFormats
	}
	return formats
}

// unknownIDs are the problems of ids that no spec has.
func (p *Project) unknownIDs(ids []string) (problems diag.List) {
	var known []string
	for _, f := range p.Figures {
		known = append(known, f.ID)
	}
	for _, d := range p.Dashboards {
		known = append(known, d.ID)
	}
	for _, id := range ids {
		if slices.Contains(known, id) || slices.Contains(p.Broken, id) {
			continue
		}
		problem := problems.Errorf(diag.Pos{}, "unknown-id", "no figure or dashboard %q", id)
		if near := diag.Nearest(id, known); near != "" {
			problem.Hint = "did you mean " + near + "?"
		}
	}
	return problems
}
