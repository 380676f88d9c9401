package plot

import (
	"charts/internal/chart"

	gonum "gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A frame is what a plotter knows of its surroundings.
type frame struct {
	panel *chart.Panel
	style *chart.Style
	dpi   float64
}

// across reports whether values run to the right, as in a bar chart.
func (f frame) across() bool {
	return f.panel.Y.Kind == chart.Band && f.panel.X.Kind != chart.Band
}

// placer returns the function from a place along the category axis and a value
// to a point of the canvas.
func (f frame) placer(c draw.Canvas, p *gonum.Plot) func(along, value float64) vg.Point {
	x, y := places(c, p)
	if f.across() {
		return func(along, value float64) vg.Point { return vg.Point{X: x(value), Y: y(along)} }
	}
	return func(along, value float64) vg.Point { return vg.Point{X: x(along), Y: y(value)} }
}

// places returns the functions from values of the axes to places of the canvas.
func places(c draw.Canvas, p *gonum.Plot) (x, y func(float64) vg.Length) {
	return along(&p.X, c.Min.X, c.Max.X), along(&p.Y, c.Min.Y, c.Max.Y)
}

// along returns the function from a value of an axis to its place. It says what
// gonum's transforms say, but those ask the axis for its scale at every point, and
// fuse the product with the sum on some machines.
func along(a *gonum.Axis, from, to vg.Length) func(float64) vg.Length {
	if _, linear := a.Scale.(gonum.LinearScale); !linear {
		return func(v float64) vg.Length { return from + vg.Length(a.Norm(v)*float64(to-from)) }
	}
	low, span, length := a.Min, a.Max-a.Min, float64(to-from)
	return func(v float64) vg.Length { return from + vg.Length((v-low)/span*length) }
}

// runs splits data at what is missing and returns each run's points, decimated.
func (f frame) runs(data []chart.Datum, at func(*chart.Datum) vg.Point) [][]vg.Point {
	var all [][]vg.Point
	kept := decimator{column: 72 / f.dpi, across: f.across()}
	for i := range data {
		d := &data[i] // a copy costs more than the point
		if !d.Missing && finite(d.X, d.Y, d.Base) {
			kept.add(at(d))
		} else if run := kept.end(); run != nil {
			all = append(all, run)
		}
	}
	if run := kept.end(); run != nil {
		all = append(all, run)
	}
	return all
}

// finite reports whether all values are numbers that have a place.
func finite(values ...float64) bool {
	for _, v := range values {
		if v-v != 0 { // Inf or NaN
			return false
		}
	}
	return true
}

// clip cuts a box to the canvas; ok is false when nothing of it is within.
func clip(c draw.Canvas, a, b vg.Point) (r vg.Rectangle, ok bool) {
	r.Min = vg.Point{X: max(min(a.X, b.X), c.Min.X), Y: max(min(a.Y, b.Y), c.Min.Y)}
	r.Max = vg.Point{X: min(max(a.X, b.X), c.Max.X), Y: min(max(a.Y, b.Y), c.Max.Y)}
	return r, r.Min.X < r.Max.X && r.Min.Y < r.Max.Y
}
