package plot

import (
	"cmp"

	gonum "gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"charts/internal/chart"
)

// lines joins its data, with a gap where one is missing.
type lines struct {
	frame
	chart.Lines
}

// Plot draws the line and its dots.
func (l lines) Plot(c draw.Canvas, p *gonum.Plot) {
	at := l.placer(c, p)
	line := l.lineStyle()
	for _, run := range l.runs(l.Data, func(d *chart.Datum) vg.Point { return at(d.X, d.Y) }) {
		if len(run) == 1 && !l.Dots {
			l.dot(c, run[0], l.Color)
			continue
		}
		if l.Step {
			run = l.steps(run)
		}
		c.StrokeLines(line, c.ClipLinesXY(run)...)
	}
	if !l.Dots {
		return
	}
	for _, d := range l.Data {
		if !d.Missing && finite(d.X, d.Y) {
			l.dot(c, at(d.X, d.Y), cmp.Or(d.Color, l.Color))
		}
	}
}

func (l lines) lineStyle() draw.LineStyle {
	width := vg.Length(cmp.Or(l.Width, l.style.LineWidth))
	style := draw.LineStyle{Color: rgb(l.Color), Width: width}
	if l.Dashed {
		style.Dashes = dashes(width)
	}
	return style
}

// dashes returns the pattern of a dashed line.
func dashes(width vg.Length) []vg.Length {
	return []vg.Length{3 * width, 2 * width}
}

func (l lines) dot(c draw.Canvas, at vg.Point, fill chart.Color) {
	if c.Contains(at) {
		fillDot(c, at, vg.Length(l.style.DotSize/2), fill)
	}
}

// steps goes along the category axis first, then to the next value.
func (l lines) steps(run []vg.Point) []vg.Point {
	out := make([]vg.Point, 0, 2*len(run))
	for i, p := range run {
		if i > 0 {
			corner := vg.Point{X: p.X, Y: run[i-1].Y}
			if l.across() {
				corner = vg.Point{X: run[i-1].X, Y: p.Y}
			}
			out = append(out, corner)
		}
		out = append(out, p)
	}
	return out
}
