package kind

import (
	"math"

	"charts/internal/chart"
	"charts/internal/layout"
)

// paperHeight is the height of A4 between its margins.
const paperHeight = 257 * layout.PointsPerMM

// checkHeight holds the height that a figure needs against its page.
func (d *draft) checkHeight(needed float64) {
	d.tooTall(needed)
	d.tooTallForSlide(needed)
	if d.page.height > 0 && d.page.height < needed-0.5 && d.fig.Size.Set() {
		d.tooLow(needed)
	}
}

// tooTall warns of a figure that no page can hold.
func (d *draft) tooTall(h float64) {
	if d.chart.Form == chart.Report && !d.page.pixels && h > paperHeight && !d.fig.Size.Set() {
		p := d.problems.Warnf(d.fig.Chart.Pos, "too-tall", "the figure is %.0f mm high, more than a page holds", h/layout.PointsPerMM)
		p.Hintf("keep the most important with top: {n: 50, other: 其他}, or narrow with where")
	}
}

// tooTallForSlide asks for smaller text, and warns where that does not help.
func (d *draft) tooTallForSlide(h float64) {
	if d.chart.Form == chart.Slide && !d.page.pixels && h > d.page.height+0.5 {
		d.over = h / d.page.height
		p := d.problems.Warnf(d.fig.Chart.Pos, "too-tall", "the figure does not fit on a slide: it is %.0f %% too high", 100*(h/d.page.height-1))
		p.Hintf("keep the most important with top: {n: 15, other: 其他}, or leave slide out of outputs")
	}
}

// tooLow says what the height of the figure would have to be.
func (d *draft) tooLow(height float64) {
	if d.page.pixels {
		d.over = height / d.page.height
		d.errorAt(d.fig.Size, "size", "size %q is too low: the figure needs %d pixels of height", d.fig.Size.V, int(math.Ceil(height*d.page.dpi/72)))
		return
	}
	d.errorAt(d.fig.Size, "size", "size %q is too low: the figure needs %.0f mm", d.fig.Size.V, math.Ceil(height/layout.PointsPerMM)).Hintf("leave the height out, and the content decides")
}
