package kind

import (
	"slices"
	"strings"

	"charts/internal/chart"
	"charts/internal/diag"
	"charts/internal/font"
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
	Inset  float64            // the height of a picture on a slide that says heading and source itself; 0: the slide is the picture
	Lang   string             // zh-CN, the default, or en
	Theme  string             // light, dark or print, unless the figure has its own
	Size   string             // of report figures without a size
	Titles []Titled           // titles of the reports, for the source line
	Colors []palette.Assigned // colours that names keep from figure to figure
	Shapes []byte             // what the file says that a map's geojson names
	Fonts  font.Family        // of the texts
	Look   spec.Theme         // what differs from the built-in look; the zero Theme: nothing
}

// A Titled is the title of a file.
type Titled struct{ Path, Title string }

// names are some of the names of a figure.
type names map[string]bool

func (n names) has(name string) bool { return n[name] }

func (n names) any(of []string) bool { return slices.ContainsFunc(of, n.has) }

// A builder makes the content of one figure.
type builder struct {
	fig      *spec.Figure
	kind     kind
	data     series.Frame
	whole    []series.Row // of the figure: what the rows of its data are numbers of
	facets   *facets      // nil: the figure is one chart
	opts     Options
	theme    palette.Theme
	page     pageSize // of the form
	faces    typeset.Faces
	em       float64 // the width of the page on paper, in its text size
	sources  map[chart.Source]int
	cites    [][]int     // of each row, once they are asked for
	index    []int       // 0, 1, 2 …: of each row itself
	lit      names       // that the author highlights
	painted  []string    // names that have a colour of their own
	named    []int       // rows that a note names, and no mark shows
	gaps     []string    // names of values that are missing, for the alt text
	told     []run       // the values, where the marks do not have them as they are
	rated    []string    // what the alt text says beside: which values are good, quartiles
	computed bool        // a value is computed
	all      bool        // every value is: a note says so, and no mark at each
	unshared bool        // values have no shares: their whole is not known, or zero
	over     float64     // how many times too high it is, where smaller text may help
	stage    chart.Stage // of the panel, when it has no axes
	chart    *chart.Chart
	problems diag.List
}

func (d *builder) lang() string {
	if strings.HasPrefix(d.opts.Lang, "en") {
		return "en"
	}
	return "zh-CN"
}

// say is the Chinese or the English words.
func (d *builder) say(zh, en string) string {
	if d.chart.Lang == "en" {
		return en
	}
	return zh
}

// errorAt adds an error at a value of the spec.
func (d *builder) errorAt(at spec.At[string], rule string, format message.Format, args ...any) *diag.Problem {
	pos := at.Pos
	if !at.Set() {
		pos = diag.Pos{File: d.fig.Path, Line: d.fig.Chart.Pos.Line, Col: d.fig.Chart.Pos.Col}
	}
	p := d.problems.Errorf(pos, rule, format, args...)
	return p
}

// open makes the stage as wide as the page and h ems high.
func (d *builder) open(h float64) chart.Stage {
	d.stage = chart.Stage{W: d.em - 0.7, H: h}
	return d.stage
}

// indexes are 0 … n-1.
func indexes(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	return all
}

// unlabelled reports whether the author wants no values at the marks.
func (d *builder) unlabelled() bool { return d.fig.Labels.Set() && !d.fig.Labels.V }
