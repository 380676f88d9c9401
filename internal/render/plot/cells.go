package plot

import (
	"charts/internal/chart"

	gonum "gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// cells draws rectangles, apart by a gap.
type cells struct {
	frame
	chart.Cells
}

// Plot fills the boxes.
func (s cells) Plot(c draw.Canvas, p *gonum.Plot) {
	x, y := places(c, p)
	for i, d := range s.Data {
		if d.Color == "" {
			continue
		}
		b := s.Boxes[i]
		box, ok := clip(c, vg.Point{X: x(b.X), Y: y(b.Y)}, vg.Point{X: x(b.X + b.W), Y: y(b.Y + b.H)})
		if ok {
			fillRect(c, inset(box), d.Color)
		}
	}
}

// inset leaves half a gap on each side of a box that is not itself a hairline.
func inset(r vg.Rectangle) vg.Rectangle {
	const half = gap / 2
	if r.Size().X > 4*half {
		r.Min.X, r.Max.X = r.Min.X+half, r.Max.X-half
	}
	if r.Size().Y > 4*half {
		r.Min.Y, r.Max.Y = r.Min.Y+half, r.Max.Y-half
	}
	return r
}
