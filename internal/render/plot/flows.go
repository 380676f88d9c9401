package plot

import (
	"charts/internal/chart"

	gonum "gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// flows draws ribbons between nodes.
type flows struct {
	frame
	chart.Flows
}

// Plot draws the ribbons, then the nodes.
func (f flows) Plot(c draw.Canvas, p *gonum.Plot) {
	x, y := places(c, p)
	at := func(px, py float64) vg.Point { return vg.Point{X: x(px), Y: y(py)} }
	for _, l := range f.Links {
		if l.Datum.Missing {
			continue
		}
		c.SetColor(rgb(l.Color))
		c.Fill(f.ribbon(l, at))
	}
	for i, d := range f.Nodes {
		b := f.Boxes[i]
		if box, ok := clip(c, at(b.X, b.Y), at(b.X+b.W, b.Y+b.H)); ok {
			fillRect(c, box, d.Color)
		}
	}
}

// ribbon bends from level to level, with its thickness measured vertically.
func (f flows) ribbon(l chart.Link, at func(x, y float64) vg.Point) vg.Path {
	from, to := f.Boxes[l.From], f.Boxes[l.To]
	left, right := from.X+from.W, to.X
	middle := (left + right) / 2
	var p vg.Path
	p.Move(at(left, l.FromY))
	p.CubeTo(at(middle, l.FromY), at(middle, l.ToY), at(right, l.ToY))
	p.Line(at(right, l.ToY+l.Thick))
	p.CubeTo(at(middle, l.ToY+l.Thick), at(middle, l.FromY+l.Thick), at(left, l.FromY+l.Thick))
	p.Close()
	return p
}
