// Package kind turns a figure's spec and its values into the content of a
// [chart.Chart], one file a kind of chart, and has it laid out.
package kind

import (
	"strings"

	"charts/internal/chart"
	"charts/internal/diag"
	"charts/internal/layout"
	"charts/internal/message"
	"charts/internal/palette"
	"charts/internal/series"
	"charts/internal/spec"
	"charts/internal/typeset"
)

// Options are what a run decides for all its figures.
type Options struct {
	Form   chart.Form
	Width  float64            // of the screen form, when it is not the usual one
	Lang   string             // zh-CN, the default, or en
	Theme  string             // light, dark or print, unless the figure has its own
	Size   string             // of report figures without a size
	Titles []Titled           // titles of the reports, for the source line
	Colors []palette.Assigned // colours that names keep from figure to figure
	Shapes []byte             // what the file says that a map's geojson names
	Look   spec.Theme         // what differs from the built-in look; the zero Theme: nothing
}

// A Titled is the title of a file.
type Titled struct{ Path, Title string }

// Resolve decides everything that a reader of the figure will see. The content
// is decided at the size on paper, so that every form shows the same; then it is
// laid out for the form. With errors in the list the chart is not to be drawn.
//
// A slide, and a picture of so many pixels, has the largest text that lets its
// content in.
func Resolve(f *spec.Figure, data series.Frame, o Options) (*chart.Chart, diag.List) {
	var d *draft
	for i := 0; i < len(textScales); i += d.stepDown(i) {
		d = newDraft(f, data, o)
		d.scaleText(textScales[i])
		d.content()
		d.checkRows()
		d.words()
		if !d.problems.HasErrors() {
			d.checkHeight(layout.Place(d.chart, layout.Page{Height: d.page.height, Head: d.page.sizes.head, Ems: d.em}))
		}
		if d.over == 0 {
			break
		}
	}
	d.glyphs()
	return d.chart, d.problems
}

// A textScale is how large texts are: those of the figure, and the title with its
// subtitle and the margins.
type textScale struct{ figure, head float64 }

// textScales are what a page of fixed height may have. Titles stand alike on all
// slides; they give way last.
var textScales = []textScale{{1, 1}, {0.85, 1}, {0.78, 1}, {0.7, 1}, {0.6, 1}, {0.54, 1}, {0.54, 0.54}}

// A draft is a figure on its way to a chart.
type draft struct {
	fig      *spec.Figure
	data     series.Frame
	opts     Options
	theme    palette.Theme
	page     pageSize // of the form
	em       float64  // the width of the page on paper, in its text size
	sources  map[chart.Source]int
	cites    [][]int         // of each row, once they are asked for
	index    []int           // 0, 1, 2 …: of each row itself
	lit      map[string]bool // the names that the author highlights
	painted  []string        // names that have a colour of their own
	named    []int           // rows that a note names, and no mark shows
	gaps     []string        // names of values that are missing, for the alt text
	told     []run           // the values, where the marks do not have them as they are
	rated    []string        // which values are good and which are bad, for the alt text
	computed bool            // a value is computed
	all      bool            // every value is: a note says so, and no mark at each
	unshared bool            // values have no shares: their whole is not known, or zero
	over     float64         // how many times too high it is, where smaller text may help
	chart    *chart.Chart
	problems diag.List
}

func newDraft(f *spec.Figure, data series.Frame, o Options) *draft {
	n := len(data.Rows)
	d := &draft{fig: f, data: data, opts: o, sources: make(map[chart.Source]int, n), cites: make([][]int, n), index: indexes(n), lit: map[string]bool{}}
	for _, at := range f.Highlight {
		d.lit[typeset.Compose(at.V)] = true
	}
	if o.Form == "" {
		d.opts.Form = chart.Report
	}
	d.theme = d.chooseTheme()
	d.all = d.allComputed()
	sheet := d.paperSize()
	sheet.sizes = sheet.sizes.with(d.opts.Look.Sizes)
	d.em = sheet.width / sheet.sizes.text
	d.page = sheet
	if d.opts.Form != chart.Report && !sheet.pixels {
		d.page = formSize(d.opts.Form)
		d.page.sizes = d.page.sizes.with(d.opts.Look.Sizes)
		if d.opts.Width > 0 {
			d.page.width = d.opts.Width
			d.em = min(d.em, d.page.width/d.page.sizes.text)
		}
	}
	d.chart = &chart.Chart{
		ID: f.ID, Kind: f.Chart.V, Form: d.opts.Form, Lang: d.lang(),
		Number: f.Number.V, Title: f.Title.V, Subtitle: f.Subtitle.V,
		Style: d.page.sizes.style(d.theme),
		Width: d.page.width, Height: d.page.height, DPI: d.page.dpi,
		Outlines: f.Text.V == "outlines",
	}
	return d
}

// stepDown is how far after the i-th text size the next to try is: a figure that
// is far too high leaves one out.
func (d *draft) stepDown(i int) int {
	if d.over > 1.25 && i+2 < len(textScales) {
		return 2
	}
	return 1
}

// scaleText makes the texts so many times as large.
func (d *draft) scaleText(by textScale) {
	d.page.sizes = d.page.sizes.scaled(by)
	d.em /= by.figure
	d.chart.Style = d.page.sizes.style(d.theme)
}

func (d *draft) lang() string {
	if strings.HasPrefix(d.opts.Lang, "en") {
		return "en"
	}
	return "zh-CN"
}

// say is the Chinese or the English words.
func (d *draft) say(zh, en string) string {
	if d.chart.Lang == "en" {
		return en
	}
	return zh
}

func (d *draft) chooseTheme() palette.Theme {
	at := d.fig.Theme
	if !at.Set() || d.opts.Form == chart.Screen { // a page is light or dark as a whole
		at.V = d.opts.Theme
	}
	var names []string
	for _, t := range palette.Themes {
		if t.Name == at.V || at.V == "" {
			return t.With(d.opts.Look)
		}
		names = append(names, t.Name)
	}
	p := d.problems.Errorf(at.Pos, "unknown-theme", "no theme %q", at.V)
	p.Len = at.Len
	p.Hintf("the themes are %s", message.List(names))
	return palette.Themes[0].With(d.opts.Look)
}

// paperSize is the size in the report: of the figure, of the project, or 150 mm.
func (d *draft) paperSize() pageSize {
	at := d.fig.Size
	if d.fig.Chart.V == "bubble" || !at.Set() { // size is a column there
		at = spec.At[string]{V: d.opts.Size}
	}
	if at.V == "" {
		return formSize(chart.Report)
	}
	size, err := parseSize(at.V)
	if err != nil {
		p := d.problems.Errorf(at.Pos, "size", "%s", err)
		p.Len = at.Len
		return formSize(chart.Report)
	}
	return size
}

// paperEms is the width of the page on paper, in its text size.
func (d *draft) paperEms() float64 {
	paper := d.paperSize()
	return paper.width / paper.sizes.with(d.opts.Look.Sizes).text
}

// content lets the kind make panels, marks and legend.
func (d *draft) content() {
	for _, k := range kinds {
		if k.name == d.fig.Chart.V {
			k.make(d)
			if d.emptied() {
				d.chart.Panels, d.chart.Legend, d.chart.Notes, d.computed = nil, nil, nil, false
			}
			d.chart.Empty = len(d.chart.Panels) == 0
			return
		}
	}
	p := d.problems.Errorf(d.fig.Chart.Pos, "unknown-kind", "no chart kind %q", d.fig.Chart.V)
	p.Len = d.fig.Chart.Len
	if near := diag.Nearest(d.fig.Chart.V, Kinds()); near != "" {
		p.Hintf("did you mean %s?", near)
	} else {
		p.Hintf("the kinds are %s", message.List(Kinds()))
	}
}

// errorAt adds an error at a value of the spec.
func (d *draft) errorAt(at spec.At[string], rule string, format message.Format, args ...any) *diag.Problem {
	pos := at.Pos
	if !at.Set() {
		pos = diag.Pos{File: d.fig.Path, Line: d.fig.Chart.Pos.Line, Col: d.fig.Chart.Pos.Col}
	}
	p := d.problems.Errorf(pos, rule, format, args...)
	p.Len = at.Len
	return p
}

// open makes the stage as wide as the page and h ems high.
func (d *draft) open(h float64) chart.Stage {
	d.chart.Stage = chart.Stage{W: d.em - 0.7, H: h}
	return d.chart.Stage
}
