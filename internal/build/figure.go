package build

import (
	"context"
	"path/filepath"
	"slices"

	"charts/internal/chart"
	"charts/internal/diag"
	"charts/internal/font"
	"charts/internal/kind"
	"charts/internal/lint"
	"charts/internal/manifest"
	"charts/internal/message"
	"charts/internal/notation"
	"charts/internal/palette"
	"charts/internal/render/dashboard"
	"charts/internal/render/plot"
	"charts/internal/series"
	"charts/internal/spec"
)

// ECharts is the version of the library in every page.
const ECharts = dashboard.ECharts

// A figure is one spec with its values and, for each form, its chart.
type figure struct {
	*spec.Figure
	frame  series.Frame
	colors []palette.Assigned // of its names, the same in all figures of the project

	screens map[screen]resolved // what pages showed of it
}

// A screen is what a figure on a page is laid out for.
type screen struct {
	theme, lang string
	width       float64 // 0: the usual one
}

// resolved is a chart with what there is to say of it.
type resolved struct {
	chart    *chart.Chart
	problems diag.List
}

// A Format is one way to write a figure to a file.
type Format struct {
	Name  string
	write func(*chart.Chart, font.Family, func() manifest.Data) ([]byte, error)
}

// Formats are the files that a figure can become, in the order of help.
var Formats = []Format{
	{"png", func(c *chart.Chart, fonts font.Family, _ func() manifest.Data) ([]byte, error) {
		return plot.PNG(c, fonts)
	}},
	{"svg", func(c *chart.Chart, fonts font.Family, _ func() manifest.Data) ([]byte, error) {
		return plot.SVG(c, fonts)
	}},
	{"pdf", func(c *chart.Chart, fonts font.Family, _ func() manifest.Data) ([]byte, error) {
		return plot.PDF(c, fonts)
	}},
	{"csv", func(_ *chart.Chart, _ font.Family, d func() manifest.Data) ([]byte, error) { return d().CSV(), nil }},
}

// in reports whether a form of a figure is written in this format: the values are
// the same in all forms, and are written once.
func (f Format) in(form chart.Form) bool { return f.Name != "csv" || form == chart.Report }

// defaultFormats are written when neither the command line nor the project says
// otherwise.
var defaultFormats = []string{"png", "svg", "pdf", manifest.PageFormat}

// ofPages reports whether dashboards are written in one of the formats.
func ofPages(formats []string, o Options) bool {
	return slices.Contains(formats, manifest.PageFormat) || slices.ContainsFunc(deckFormats, func(format string) bool { return wantsDeck(formats, format, o) })
}

// data is the values of a figure as they are printed and kept.
func (p *Project) data(id string, f series.Frame) manifest.Data {
	d := dataOf(id, f, p.rel)
	d.Language, d.Files = message.Language(language(p, spec.At[string]{})), parted(p.Documents)
	return d
}

// query runs the data part of a figure.
func query(p *Project, ctx context.Context, store *series.Store, f *spec.Figure) (frame series.Frame, problems diag.List) {
	attempt(f.Path, &problems, func() {
		frame, problems = store.Figure(ctx, f)
		shapes(p, f, &problems)
		problems = append(problems, p.contest(&frame, f.Chart.Pos, p.strict)...)
	})
	return frame, problems
}

// attempt does a step of the work on one spec. A fault in it is an error of this
// spec, and the run goes on with the others.
func attempt(file string, problems *diag.List, step func()) {
	err := diag.Try(func() error {
		step()
		return nil
	})
	if err != nil {
		problems.Errorf(diag.Pos{File: file}, "internal-error", "this cannot be drawn: %s", err).Hint = diag.FaultHint
	}
}

// shapes reads the regions of a map. Maps share them.
func shapes(p *Project, f *spec.Figure, problems *diag.List) []byte {
	at := f.GeoJSON
	if !at.Set() {
		return nil
	}
	src, err := regions(p, at.V)
	if err != nil {
		noSide(problems, at, err)
	}
	return src
}

// resolve makes the chart of a figure in one form.
func resolve(p *Project, f *figure, o kind.Options) (c *chart.Chart, problems diag.List) {
	attempt(f.Path, &problems, func() {
		o.Colors, o.Shapes = f.colors, shapes(p, f.Figure, &problems)
		c, problems = kind.Resolve(f.Figure, f.frame, chartOptions(p, o))
	})
	return c, problems
}

// onScreen is the chart of a figure for a screen, laid out for the first of the
// pages that have it there. Each page gives it titles and names of its own.
func onScreen(p *Project, f *figure, at screen) (*chart.Chart, diag.List) {
	r, ok := f.screens[at]
	if !ok {
		r.chart, r.problems = resolve(p, f, kind.Options{Form: chart.Screen, Width: at.width, Lang: at.lang, Theme: at.theme})
		if f.screens == nil {
			f.screens = map[screen]resolved{}
		}
		f.screens[at] = r
	}
	if r.chart == nil {
		return nil, r.problems
	}
	c := *r.chart
	c.Sources = slices.Clone(c.Sources)
	return &c, r.problems
}

// regions is the file of regions of that path, read once.
func regions(p *Project, path string) ([]byte, error) {
	p.mu.Lock()
	src, ok := p.maps[path]
	p.mu.Unlock()
	if ok {
		return src, nil
	}
	src, err := p.readSide(path)
	if err == nil {
		p.mu.Lock()
		defer p.mu.Unlock()
		p.maps[path] = src
	}
	return src, err
}

// chartOptions adds what the project decides for all its figures.
func chartOptions(p *Project, o kind.Options) kind.Options {
	if o.Lang == "" {
		o.Lang = language(p, spec.At[string]{})
	}
	o.Size, o.Fonts = p.Config.Size.V, p.fonts
	if p.Theme != nil {
		o.Look = *p.Theme
	}
	for _, d := range filesOf(p.Documents) {
		o.Titles = append(o.Titles, kind.Titled{Path: d.Path, Title: d.Title})
	}
	return o
}

// A product is one output that a run may have to write.
type product struct {
	manifest.Output
	file    string          // of the spec, for messages
	files   func() []string // that it is made of, as opened
	shows   []string        // the figures whose values it shows
	numbers series.Frame    // of a page, beside them
	shown   []lint.Shown    // of those, what is in single cells
	texts   saidNumbers     // of those, as the reader sees them
	make    func() ([]byte, error)
}

// draw makes the output. A fault on the way is an error of this output.
func (pr product) draw() (content []byte, err error) {
	err = diag.Try(func() (err error) {
		content, err = pr.make()
		return err
	})
	return content, err
}

// products lists the outputs of a figure, in the formats asked for.
func products(p *Project, f *figure, formats []string) ([]product, diag.List) {
	var all []product
	var problems diag.List
	for _, form := range formsOf(f.Figure) {
		c, more := inForm(p, f, form)
		problems = append(problems, more...)
		if c == nil || more.HasErrors() {
			continue
		}
		for _, format := range Formats {
			if slices.Contains(formats, format.Name) && format.in(form) {
				all = append(all, productOf(p, f, c, format))
			}
		}
	}
	return all, problems
}

// inForm is the chart of a figure in one of the forms that stand alone.
func inForm(p *Project, f *figure, form chart.Form) (*chart.Chart, diag.List) {
	return resolve(p, f, kind.Options{Form: form, Theme: p.Config.Theme.V})
}

// figurePath is where a figure is under the output folder.
func figurePath(id string, form chart.Form, format Format) string {
	if form == chart.Slide {
		id += "-slide"
	}
	return figuresFolder + "/" + id + "." + format.Name
}

// productOf is one output of a figure.
func productOf(p *Project, f *figure, c *chart.Chart, format Format) product {
	parts := c.Parts()
	if format.Name == "csv" {
		parts = partsOf(p.data(f.ID, f.frame))
	}
	return product{
		Output: manifest.Output{
			Path:   figurePath(f.ID, c.Form, format),
			ID:     f.ID,
			Spec:   p.rel(f.Path),
			Inputs: inputsOf(p, f.frame),
			Chart:  parts.Hash(),
			Parts:  manifest.Short(parts),
			Data:   c.DataHash(),
		},
		file:  f.Path,
		files: func() []string { return figureFiles(p, f.Figure) },
		shows: []string{f.ID},
		make: func() ([]byte, error) {
			return format.write(c, p.fonts, func() manifest.Data { return p.data(f.ID, f.frame) })
		},
	}
}

// formsOf are the forms that a figure's outputs: asks for; the report by default.
func formsOf(f *spec.Figure) []chart.Form {
	var forms []chart.Form
	for _, o := range f.Outputs {
		forms = append(forms, chart.Form(o.V))
	}
	if len(forms) == 0 {
		forms = []chart.Form{chart.Report}
	}
	return forms
}

// inputsOf are the files that the values came from, by path.
func inputsOf(p *Project, f series.Frame) []string {
	read := map[string]bool{}
	addReports(read, f)
	return inputsRead(p, read)
}

// inputsRead are files as the manifest names them, by path.
func inputsRead(p *Project, read map[string]bool) []string {
	inputs := []string{}
	for path := range read {
		if rel := p.rel(path); hasRead(p, rel) && !slices.Contains(inputs, rel) {
			inputs = append(inputs, rel)
		}
	}
	slices.Sort(inputs)
	return inputs
}

// outPath is where an output stands, for people.
func outPath(out, path string) string { return filepath.Join(out, filepath.FromSlash(path)) }

// addReports notes the reports that the rows of a frame were read from.
func addReports(read map[string]bool, f series.Frame) {
	for _, r := range f.Rows {
		for _, s := range r.Sources {
			read[s.Report] = true
		}
	}
}

// A plan is what a run has to look at.
type plan struct {
	figures  []*figure
	values   []manifest.Data // of those asked for; a page's own numbers have its path for an id
	products []product
	broken   []string // ids that could not be resolved
}

// A planned is one figure made ready.
type planned struct {
	figure   *figure
	names    []string // that it tells apart by colour
	products []product
	problems diag.List
}

// A said number is one of a page as its reader sees it.
type saidNumber struct{ name, text string }

type saidNumbers []saidNumber

func (all saidNumbers) find(name string) (string, error) {
	var names []string
	for _, n := range all {
		if notation.Fold(n.name) == notation.Fold(name) {
			return n.text, nil
		}
		names = append(names, n.name)
	}
	return "", message.Errorf("no number %q; there are %s", name, message.Few(names, 12))
}
