package plot

import (
	"cmp"

	gonum "gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"charts/internal/chart"
)

// points draws a dot a datum.
type points struct {
	frame
	chart.Points
}

// Plot draws the dots. Bubbles may lie on one another, so they have a rim of the
// background's color.
func (s points) Plot(c draw.Canvas, p *gonum.Plot) {
	at := s.placer(c, p)
	var stamp stamp
	for i := range s.Data {
		d := &s.Data[i]
		if d.Missing || !finite(d.X, d.Y) {
			continue
		}
		middle := at(d.X, d.Y)
		if !c.Contains(middle) {
			continue
		}
		radius, fill := s.radius(i), cmp.Or(d.Color, s.Color)
		switch {
		case s.Hollow:
			rim := vg.Length(s.style.LineWidth)
			fillDot(c, middle, radius, fill)
			fillDot(c, middle, radius-rim, s.style.Background)
		case len(s.Size) > 0:
			fillDot(c, middle, radius+vg.Length(s.style.GridWidth), s.style.Background)
			fillDot(c, middle, radius, fill)
		default:
			stamp.fill(c, middle, radius, fill)
		}
	}
}

// A stamp fills dots through one path and sets the color when it changes: a cloud
// of ten thousand dots is one of memory, too, if each has its own.
type stamp struct {
	path  vg.Path
	color chart.Color
}

func (s *stamp) fill(c draw.Canvas, middle vg.Point, radius vg.Length, fill chart.Color) {
	if radius <= 0 {
		return
	}
	if s.path == nil {
		s.path = circle(middle, radius)
	}
	if s.color != fill {
		s.color = fill
		c.SetColor(rgb(fill))
	}
	s.path[0].Pos, s.path[0].Radius = middle, radius
	c.Fill(s.path)
}

func (s points) radius(i int) vg.Length {
	if i < len(s.Size) {
		return vg.Length(s.Size[i] / 2)
	}
	return vg.Length(s.style.DotSize / 2)
}
