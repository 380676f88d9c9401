package plot

import (
	"math"

	"charts/internal/chart"

	gonum "gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// sectors draws sectors of a ring around the middle of the area.
type sectors struct {
	frame
	chart.Slices
}

// gap is the line of background between neighbors, in points.
const gap = 0.75

// Plot draws the sectors, then the gaps between them.
func (s sectors) Plot(c draw.Canvas, _ *gonum.Plot) {
	unit := min(c.Max.X-c.Min.X, c.Max.Y-c.Min.Y) / 2
	for i, d := range s.Data {
		if d.Missing || !(s.To[i] > s.From[i]) {
			continue
		}
		path := s.sector(c.Center(), unit, i)
		c.SetColor(rgb(d.Color))
		c.Fill(path)
		if s.To[i]-s.From[i] < 1 {
			c.SetLineStyle(draw.LineStyle{Color: rgb(s.style.Background), Width: gap})
			c.Stroke(path)
		}
	}
}

// sector returns the outline of one slice: the outer arc clockwise, the inner
// one back.
func (s sectors) sector(middle vg.Point, unit vg.Length, i int) vg.Path {
	start := math.Pi/2 - 2*math.Pi*s.From[i]
	sweep := -2 * math.Pi * (s.To[i] - s.From[i])
	inner, outer := unit*vg.Length(s.Inner[i]), unit*vg.Length(s.Outer[i])
	var path vg.Path
	if inner > 0 {
		path.Arc(middle, outer, start, sweep)
		path.Arc(middle, inner, start+sweep, -sweep)
	} else {
		path.Move(middle)
		path.Arc(middle, outer, start, sweep)
	}
	path.Close()
	return path
}
