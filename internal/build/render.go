package build

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"

	"golang.org/x/sync/errgroup"

	"charts/internal/diag"
	"charts/internal/series"
	"charts/internal/spec"
)

// A Done is one output that a run has dealt with.
type Done struct {
	Path    string // with the output folder
	Written bool   // false: it already was what it should be
}

// Render writes the outputs of the project that are not yet what they should be,
// and the manifest. It returns those it dealt with, in the order of the ids. An
// output with errors keeps its old file and the others are written all the same.
// The tick function hears, one call at a time, how many of how many are done.
func Render(ctx context.Context, p *Project, o Options, tick func(done, of int)) ([]Done, diag.List) {
	old := readManifest(o.Out)
	plan, problems := p.plan(ctx, o)
	results := make([]finished, len(plan.products))
	var mu sync.Mutex
	done := 0
	var g errgroup.Group
	g.SetLimit(jobs(o))
	for i, pr := range plan.products {
		g.Go(func() error {
			results[i] = finish(pr, old, o)
			mu.Lock()
			defer mu.Unlock()
			done++
			tick(done, len(results))
			return nil
		})
	}
	g.Wait()
	r := run{inputs: p.manifestInputs(), figures: plan.data}
	var all []Done
	for _, f := range results {
		problems = append(problems, f.problems...)
		if !f.problems.HasErrors() {
			r.outputs = append(r.outputs, f.output)
			all = append(all, Done{outPath(o.Out, f.output.Path), f.written})
		}
	}
	if len(r.outputs) == 0 && problems.HasErrors() {
		return all, problems // nothing was drawn: the folder stays as it was
	}
	return all, append(problems, saveManifest(o.Out, old.with(r))...)
}

// A finished is an output that was brought up to date, or the problems that kept
// it from it.
type finished struct {
	output   Output
	written  bool
	problems diag.List
}

// finish brings one output up to date.
func finish(pr product, old Manifest, o Options) (f finished) {
	f.output = pr.Output
	path := outPath(o.Out, pr.Path)
	if have, ok := old.output(pr.Path); ok && !o.Force && old.Renderer == Renderer && have.Chart == pr.Chart {
		if src, err := os.ReadFile(path); err == nil && sum(src) == have.SHA256 {
			f.output.SHA256 = have.SHA256
			return f
		}
	}
	content, err := pr.make()
	if err != nil {
		f.problems.Errorf(diag.Pos{File: pr.file}, "cannot-draw", "cannot draw %s: %s", pr.Path, err)
		return f
	}
	if err := writeFile(path, content); err != nil {
		f.problems.Errorf(diag.Pos{File: path}, "cannot-write", "%s", reason(err))
		return f
	}
	f.output.SHA256, f.written = sum(content), true
	return f
}

// saveManifest writes the manifest when it says something new.
func saveManifest(out string, m Manifest) (problems diag.List) {
	path := filepath.Join(out, manifestName)
	content := m.bytes()
	if have, err := os.ReadFile(path); err == nil && string(have) == string(content) {
		return nil
	}
	if err := writeFile(path, content); err != nil {
		problems.Errorf(diag.Pos{File: path}, "cannot-write", "%s", reason(err))
	}
	return problems
}

func jobs(o Options) int {
	if o.Jobs > 0 {
		return o.Jobs
	}
	return runtime.GOMAXPROCS(0)
}

// A plan is what a run has to look at.
type plan struct {
	figures  []figure
	data     []Data
	products []product
	broken   []string // ids that could not be resolved
}

// plan resolves the figures and dashboards asked for. Those with errors are left
// out and told in the problems.
func (p *Project) plan(ctx context.Context, o Options) (plan, diag.List) {
	problems := p.unknownIDs(o.IDs)
	store, err := series.NewStore(p.Documents, p.readSide)
	if err != nil {
		problems.Errorf(diag.Pos{}, "no-store", "cannot read the tables of the reports: %s", err)
		return plan{}, problems
	}
	defer store.Close()
	formats := p.formats(o)
	var pl plan
	for _, r := range p.planFigures(ctx, store, p.wanted(o.IDs), formats, jobs(o)) {
		problems = append(problems, r.problems...)
		if r.problems.HasErrors() {
			pl.broken = append(pl.broken, r.figure.spec.ID)
			continue
		}
		pl.figures = append(pl.figures, r.figure)
		if named(o.IDs, r.figure.spec.ID) {
			pl.data = append(pl.data, r.figure.data)
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

// planFigures resolves figures side by side and returns them in their order.
func (p *Project) planFigures(ctx context.Context, store *series.Store, figures []*spec.Figure, formats []string, jobs int) []planned {
	all := make([]planned, len(figures))
	var g errgroup.Group
	g.SetLimit(jobs)
	for i, f := range figures {
		g.Go(func() error {
			r := &all[i]
			r.figure, r.problems = p.query(ctx, store, f)
			if r.problems.HasErrors() {
				return nil
			}
			products, more := p.products(r.figure, formats)
			r.products, r.problems = products, append(r.problems, more...)
			return nil
		})
	}
	g.Wait()
	return all
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
