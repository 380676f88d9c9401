package kind

import (
	"math"

	"charts/internal/chart"
	"charts/internal/layout"
	"charts/internal/message"
	"charts/internal/palette"
	"charts/internal/spec"
)

// A textScale is how large texts are: those of the figure, and the title with its
// subtitle and the margins.
type textScale struct{ figure, head float64 }

func chooseTheme(d *builder) palette.Theme {
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
	d.problems.Errorf(at.Pos, "unknown-theme", "no theme %q", at.V).Hintf("the themes are %s", message.List(names))
	return palette.Themes[0].With(d.opts.Look)
}

// paperSize is the size in the report: of the figure, of the project, or 150 mm.
func paperSize(d *builder) pageSize {
	at := d.fig.Size
	if d.kind.sized || !at.Set() {
		at = spec.At[string]{V: d.opts.Size}
	}
	if at.V == "" {
		return formSize(chart.Report)
	}
	size, err := parseSize(at.V)
	if err != nil {
		d.problems.Errorf(at.Pos, "size", "%s", err)
		return formSize(chart.Report)
	}
	return size
}

// pageEms is the width of the page on paper, in its text size.
func pageEms(d *builder) float64 {
	paper := paperSize(d)
	return paper.width / paper.sizes.with(d.opts.Look.Sizes).text
}

// paperEms is [pageEms], or of a facet that of its part.
func paperEms(d *builder) float64 { return d.facets.part(pageEms(d)) }

// scaleText makes the texts so many times as large.
func scaleText(d *builder, by textScale) {
	d.page.sizes = d.page.sizes.scaled(by)
	d.em /= by.figure
	d.chart.Style = d.page.sizes.style(d.theme)
}

// onPhone reports whether the page is so narrow that nobody can make it wider.
func (d *builder) onPhone() bool { return d.opts.Form == chart.Screen && d.em < layout.PhoneEms }

// paperHeight is the height of A4 between its margins.
const paperHeight = 257 * layout.PointsPerMM

// checkHeight holds the height that a figure needs against its page.
func checkHeight(d *builder, needed float64) {
	tooTall(d, needed)
	tooTallForSlide(d, needed)
	own := d.page.pixels || d.chart.Form == chart.Report // a slide has not the height that the author writes
	if own && d.page.height > 0 && d.page.height < needed-0.5 && d.fig.Size.Set() {
		tooLow(d, needed)
	}
}

// tooTall warns of a figure that no page can hold.
func tooTall(d *builder, h float64) {
	if d.chart.Form == chart.Report && !d.page.pixels && h > paperHeight && !d.fig.Size.Set() {
		p := d.problems.Warnf(d.fig.Chart.Pos, "too-tall", "the figure is %.0f mm high, more than a page holds", h/layout.PointsPerMM)
		p.Hintf("keep the most important with top: {n: 50, other: Other}, or narrow with where")
	}
}

// tooTallForSlide asks for smaller text, and warns where that does not help.
func tooTallForSlide(d *builder, h float64) {
	if d.chart.Form == chart.Slide && !d.page.pixels && h > d.page.height+0.5 {
		d.over = h / d.page.height
		p := d.problems.Warnf(d.fig.Chart.Pos, "too-tall", "the figure does not fit on a slide: it is %.0f %% too high", 100*(h/d.page.height-1))
		p.Hintf("keep the most important with top: {n: 15, other: Other}, or leave slide out of outputs")
	}
}

// tooLow says what the height of the figure would have to be.
func tooLow(d *builder, height float64) {
	if d.page.pixels {
		d.over = height / d.page.height
		d.errorAt(d.fig.Size, "size", "size %q is too low: the figure needs %d pixels of height", d.fig.Size.V, int(math.Ceil(height*d.page.dpi/72)))
		return
	}
	d.errorAt(d.fig.Size, "size", "size %q is too low: the figure needs %.0f mm", d.fig.Size.V, math.Ceil(height/layout.PointsPerMM)).Hintf("leave the height out, and the content decides")
}
