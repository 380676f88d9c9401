package build

import (
	"bytes"
	"context"
	"slices"
	"sync"

	"charts/internal/chart"
	"charts/internal/diag"
	"charts/internal/kind"
	"charts/internal/manifest"
	"charts/internal/render/plot"
	"charts/internal/series"
	"charts/internal/spec"
)

// A Preview is a project resolved for the screen. It draws what is asked for, when
// it is asked for, and writes nothing.
type Preview struct {
	*Project
	Figures  []Shown
	Pages    []Shown
	Broken   []string // ids that cannot be drawn
	Problems diag.List

	options Options
	draw    map[string]func() ([]byte, error)
}

// A Shown is a figure or a dashboard of a preview.
type Shown struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Path  string `json:"path"` // for Draw
	Hash  string `json:"hash"` // equal hashes, equal pictures
}

// NewPreview reads the project and resolves it.
func NewPreview(ctx context.Context, o Options) *Preview {
	o.Formats = []string{"svg", manifest.PageFormat}
	p, problems := Load(o)
	v := &Preview{
		Project: p, Figures: []Shown{}, Pages: []Shown{}, Broken: []string{},
		options: o, draw: map[string]func() ([]byte, error){},
	}
	var pl plan
	if len(p.Documents) > 0 {
		var more diag.List
		pl, more = p.plan(ctx, o)
		problems = append(problems, more...)
	}
	for _, pr := range pl.products {
		v.draw[pr.Path] = sync.OnceValues(pr.draw)
		shown := Shown{pr.ID, v.title(pr.ID), pr.Path, pr.Chart}
		if slices.Contains(pr.shows, pr.ID) {
			v.Figures = append(v.Figures, shown)
		} else {
			v.Pages = append(v.Pages, shown)
		}
	}
	v.Broken = append(append(v.Broken, p.Broken...), pl.broken...)
	v.Problems = problems
	return v
}

// title is that of a figure or dashboard, else its id.
func (v *Preview) title(id string) string {
	for _, f := range v.Project.Figures {
		if f.ID == id {
			return f.Title.V
		}
	}
	for _, d := range v.Dashboards {
		if d.ID == id && d.Title.V != "" {
			return d.Title.V
		}
	}
	return id
}

// Draw gives an output of the preview; false if there is none of that path.
func (v *Preview) Draw(path string) (content []byte, err error, ok bool) {
	draw, ok := v.draw[path]
	if !ok {
		return nil, nil, false
	}
	content, err = draw()
	return content, err, true
}

// Said is the problems as the command prints them.
func (v *Preview) Said() string {
	var b bytes.Buffer
	diag.Print(&b, v.options.Language, v.Problems, v.Files())
	return b.String()
}

// AwaitChange returns when the preview is not true any more, or the context ends.
func (v *Preview) AwaitChange(ctx context.Context) bool {
	return v.Project.AwaitChange(ctx, v.options)
}

// tried is the name of a spec that is tried out, in messages.
const tried = "preview.yaml"

// Try draws a spec that is in no file, as SVG, or says what is wrong with it.
func (v *Preview) Try(ctx context.Context, src []byte) (svg []byte, said string) {
	svg, problems := v.try(ctx, src)
	var b bytes.Buffer
	diag.Print(&b, v.options.Language, problems, diag.Files{Place: v.Place, Text: func(file string) []byte {
		if file == tried {
			return src
		}
		return v.Text(file)
	}})
	return svg, b.String()
}

func (v *Preview) try(ctx context.Context, src []byte) ([]byte, diag.List) {
	f, problems := spec.ParseFigure(tried, src)
	if f == nil || problems.HasErrors() {
		return nil, problems
	}
	f, more := v.linker.Link(f)
	if problems = append(problems, more...); problems.HasErrors() {
		return nil, problems
	}
	store, err := series.NewStore(v.Documents, v.readInside)
	if err != nil {
		problems.Errorf(diag.Pos{}, "no-store", "cannot read the tables of the reports: %s", err)
		return nil, problems
	}
	defer store.Close()
	frame, more := query(v.Project, ctx, store, f)
	if problems = append(problems, more...); problems.HasErrors() {
		return nil, problems
	}
	alone := &figure{Figure: f, frame: frame}
	c, more := resolve(v.Project, alone, kind.Options{Form: chart.Report, Theme: v.Config.Theme.V})
	if problems = append(problems, more...); problems.HasErrors() {
		return nil, problems
	}
	svg, err := product{make: func() ([]byte, error) { return plot.SVG(c, v.fonts) }}.draw()
	if err != nil {
		problems.Errorf(diag.Pos{File: tried}, "cannot-draw", "cannot draw it: %s", err)
	}
	return svg, problems
}
