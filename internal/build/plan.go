package build

import (
	"context"
	"slices"

	"charts/internal/diag"
	"charts/internal/kind"
	"charts/internal/manifest"
	"charts/internal/palette"
	"charts/internal/series"
	"charts/internal/spec"
)

// plan resolves the figures and dashboards asked for. Those with errors are left
// out and told in the problems.
func (p *Project) plan(ctx context.Context, o Options) (plan, diag.List) {
	defer o.Times.start("query and lay out")()
	problems := unknownIDs(p, o.IDs)
	store, err := series.NewStore(p.Documents, p.readSide)
	if err != nil {
		problems.Errorf(diag.Pos{}, "no-store", "cannot read the tables of the reports: %s", err)
		return plan{}, problems
	}
	defer store.Close()
	formats := formats(p, o)
	var pl plan
	for _, r := range planFigures(p, ctx, store, o, formats) {
		problems = append(problems, r.problems...)
		f := r.figure
		if r.problems.HasErrors() {
			pl.broken = append(pl.broken, f.ID)
			continue
		}
		pl.figures = append(pl.figures, f)
		if named(o.IDs, f.ID) {
			pl.values = append(pl.values, p.data(f.ID, f.frame))
			pl.products = append(pl.products, r.products...)
		}
	}
	if ofPages(formats, o) {
		pages, more := planPages(p, ctx, store, pl, o)
		pl.products = append(pl.products, pages...)
		for _, pr := range pages {
			pl.values = append(pl.values, p.data(pr.Path, pr.numbers))
		}
		problems = append(problems, more...)
	}
	problems = append(problems, heldAgainstData(p, ctx, store, pl, o)...)
	p.readings = readings(ctx, p, store)
	return pl, append(problems, p.unaccepted...)
}

// planFigures resolves the figures that a run needs side by side, and returns
// them in their order. A category has one colour in all figures of the project:
// where only some are drawn, the others tell the names that they have.
func planFigures(p *Project, ctx context.Context, store *series.Store, o Options, formats []string) []planned {
	wanted := wanted(p, o.IDs)
	all := each(p.Figures, jobs(o), func(f *spec.Figure) planned {
		if !wanted(f.ID) {
			return planned{figure: &figure{Figure: f}}
		}
		return survey(p, ctx, store, f)
	})
	if slices.ContainsFunc(all, func(r planned) bool { return len(r.names) > 0 }) { // else no other bears on them
		all = each(all, jobs(o), func(r planned) planned {
			if !wanted(r.figure.ID) {
				r.names = namesOf(p, ctx, store, r.figure.Figure)
			}
			return r
		})
		all = append(all, each(p.others, jobs(o), func(path string) planned {
			f := &spec.Figure{ID: idOf(path), Path: path}
			return planned{figure: &figure{Figure: f}, names: namesElsewhere(p, ctx, store, path)}
		})...)
		slices.SortStableFunc(all, func(a, b planned) int { return inOrder(a.figure.Path, b.figure.Path) })
	}
	assignColors(all)
	all = slices.DeleteFunc(all, func(r planned) bool { return !wanted(r.figure.ID) })
	return each(all, jobs(o), func(r planned) planned {
		if !r.problems.HasErrors() {
			products, more := products(p, r.figure, formats)
			r.products, r.problems = products, append(r.problems, more...)
			if o.fragments && named(o.IDs, r.figure.ID) && !r.problems.HasErrors() {
				fragment, more := p.fragment(r.figure)
				r.products, r.problems = append(r.products, fragment), append(r.problems, more...)
			}
		}
		holdAgainstRules(p, &r)
		return r
	})
}

// survey reads the values of a figure, and the names that it tells apart.
func survey(p *Project, ctx context.Context, store *series.Store, f *spec.Figure) planned {
	frame, problems := query(p, ctx, store, f)
	if !problems.HasErrors() {
		whole, more := titled(ctx, p, store, f, frame)
		f, problems = whole, append(problems, more...)
	}
	r := planned{figure: &figure{Figure: f, frame: frame}, problems: problems}
	if names, said := kind.SpecNames(f); said {
		r.names = names
	} else if !problems.HasErrors() {
		attempt(f.Path, &r.problems, func() { r.names = kind.Names(f, frame) })
	}
	return r
}

// namesOf are the names that a figure tells apart by colour: those of its values where
// its spec does not say them.
func namesOf(p *Project, ctx context.Context, store *series.Store, f *spec.Figure) []string {
	if names, said := kind.SpecNames(f); said {
		return names
	}
	return survey(p, ctx, store, f).names
}

// assignColors gives the names that figures tell apart their colours, in the
// order of the ids.
func assignColors(all []planned) {
	groups := make([][]string, len(all))
	for i, r := range all {
		groups[i] = r.names
	}
	for i, colors := range palette.Assign(groups) {
		all[i].figure.colors, all[i].names = colors, nil
	}
}

// wanted tells the figures that a run has to resolve: those asked for and those on
// the dashboards asked for, sound or not; without ids all.
func wanted(p *Project, ids []string) func(id string) bool {
	need := map[string]bool{}
	for _, id := range ids {
		need[id] = true
	}
	for _, d := range slices.Concat(p.Dashboards, p.unsound.dashboards) {
		if need[d.ID] {
			for _, id := range placesOf(d) {
				need[id] = true
			}
		}
	}
	return func(id string) bool { return len(ids) == 0 || need[id] }
}

// formats are those of the command line, else of the project, else the default.
func formats(p *Project, o Options) []string {
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

// planPages resolves the dashboards asked for. A page with a figure that could
// not be drawn keeps its old output.
func planPages(p *Project, ctx context.Context, store *series.Store, pl plan, o Options) ([]product, diag.List) {
	var pages []product
	problems := checkPages(p, p.Config.Pages)
	wanted := formats(p, o)
	shared, more := p.logo(p.Config.Logo)
	if problems = append(problems, more...); problems.HasErrors() {
		return nil, problems // what all pages share is wrong
	}
	for _, d := range p.Dashboards {
		if !named(o.IDs, d.ID) {
			continue
		}
		var page resolvedPage
		var more diag.List
		attempt(d.Path, &more, func() { page, more = p.page(ctx, store, d, pl, shared) })
		problems = append(problems, more...)
		if more.HasErrors() {
			continue
		}
		if slices.Contains(wanted, manifest.PageFormat) {
			pages = append(pages, pageProduct(p, d, page))
		}
		for _, format := range deckFormats {
			if !wantsDeck(wanted, format, o) {
				continue
			}
			deck, more := deckProduct(p, d, page, pl, format)
			if problems = append(problems, more...); !more.HasErrors() {
				pages = append(pages, deck)
			}
		}
	}
	return pages, problems
}
