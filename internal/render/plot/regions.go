package plot

import (
	"charts/internal/chart"

	gonum "gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// regions draws the shapes of a map.
type regions struct {
	frame
	chart.Regions
}

// Plot fills the shapes, then draws the borders between them.
func (r regions) Plot(c draw.Canvas, p *gonum.Plot) {
	x, y := places(c, p)
	var paths []vg.Path
	for i, d := range r.Data {
		path := outline(r.Outlines[i], func(at chart.Point) vg.Point { return vg.Point{X: x(at.X), Y: y(at.Y)} })
		c.SetColor(rgb(d.Color))
		c.Fill(path)
		paths = append(paths, path)
	}
	c.SetLineStyle(draw.LineStyle{Color: rgb(r.style.Background), Width: vg.Length(r.style.GridWidth)})
	for _, path := range paths {
		c.Stroke(path)
	}
}

func outline(rings []chart.Ring, place func(chart.Point) vg.Point) vg.Path {
	var path vg.Path
	for _, ring := range rings {
		for k, at := range ring {
			if k == 0 {
				path.Move(place(at))
			} else {
				path.Line(place(at))
			}
		}
		path.Close()
	}
	return path
}
