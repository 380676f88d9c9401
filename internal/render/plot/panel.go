package plot

import (
	"math"

	"charts/internal/chart"
	"charts/internal/message"

	gonum "gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// paintPanel draws one panel: grid, marks, axis lines.
func paintPanel(full draw.Canvas, c *chart.Chart, panel *chart.Panel) error {
	p := gonum.New()
	p.BackgroundColor = nil
	p.HideAxes()
	p.X.Padding, p.Y.Padding = 0, 0
	setAxis(&p.X, panel.X, false)
	setAxis(&p.Y, panel.Y, true)

	f := frame{panel: panel, style: &c.Style, dpi: dpi(c)}
	p.Add(grid{f})
	for _, m := range panel.Marks {
		plotter, err := plotterOf(f, m)
		if err != nil {
			return message.Errorf("%s: %w", c.ID, err)
		}
		p.Add(plotter)
	}
	p.Add(axisLines{f})

	box := place(full, panel.Area)
	p.Draw(draw.Crop(full, box.Min.X, box.Max.X-full.Max.X, box.Min.Y, box.Max.Y-full.Max.Y))
	return nil
}

// plotterOf is the table of the marks.
func plotterOf(f frame, m chart.Mark) (gonum.Plotter, error) {
	switch m := m.(type) {
	case chart.Bars:
		return onAxis(f, m.Second, bars{f, m}), nil
	case chart.Lines:
		return onAxis(f, m.Second, lines{f, m}), nil
	case chart.Areas:
		return areas{f, m}, nil
	case chart.Points:
		return onAxis(f, m.Second, points{f, m}), nil
	case chart.Slices:
		return sectors{f, m}, nil
	case chart.Cells:
		return cells{f, m}, nil
	case chart.Flows:
		return flows{f, m}, nil
	case chart.Regions:
		return regions{f, m}, nil
	case chart.Rules:
		return rules{f, m}, nil
	case chart.Notes:
		return notes{}, nil
	default:
		return nil, message.Errorf("a mark of type %T cannot be drawn", m)
	}
}

// notes are drawn with the other texts of the chart, which has placed them.
type notes struct{}

func (notes) Plot(draw.Canvas, *gonum.Plot) {}

// A second draws a mark on the second value axis.
type second struct {
	gonum.Plotter
	frame
}

func onAxis(f frame, isSecond bool, p gonum.Plotter) gonum.Plotter {
	if isSecond && f.panel.Y2.Kind != chart.NoAxis {
		return second{p, f}
	}
	return p
}

// Plot draws the mark with the value axis exchanged.
func (s second) Plot(c draw.Canvas, p *gonum.Plot) {
	s.Plotter.Plot(c, s.withSecond(p))
}

func (f frame) withSecond(p *gonum.Plot) *gonum.Plot {
	q := *p
	if f.across() {
		setAxis(&q.X, f.panel.Y2, false)
	} else {
		setAxis(&q.Y, f.panel.Y2, true)
	}
	return &q
}

// setAxis gives a gonum axis the range and the scale of ours. Without an axis
// places run from 0 to 1, down on a vertical one.
func setAxis(to *gonum.Axis, a chart.Axis, vertical bool) {
	to.Min, to.Max = a.Min, a.Max
	down := a.Reversed
	switch a.Kind {
	case chart.NoAxis:
		to.Min, to.Max = 0, 1
		down = vertical
	case chart.Band:
		if a.Min == a.Max { // not set
			to.Min, to.Max = 0, float64(len(a.Labels))
		}
	}
	to.Scale = gonum.LinearScale{}
	if a.Kind == chart.Log {
		to.Scale = logScale{}
	}
	if down {
		to.Scale = gonum.InvertedScale{Normalizer: to.Scale}
	}
}

// logScale is gonum's, but what has no logarithm lies out of sight before the
// start: a bar may begin there, a dot is not drawn.
type logScale struct{}

func (logScale) Normalize(lo, hi, x float64) float64 {
	if lo <= 0 || hi <= 0 || x <= 0 {
		return -100
	}
	return (math.Log(x) - math.Log(lo)) / (math.Log(hi) - math.Log(lo))
}

// grid draws a hairline at each tick of an axis that asks for it.
type grid struct{ frame }

// Plot draws the grid.
func (g grid) Plot(c draw.Canvas, p *gonum.Plot) {
	line := draw.LineStyle{Color: rgb(g.style.Grid), Width: vg.Length(g.style.GridWidth)}
	x, y := places(c, p)
	if g.panel.X.Grid {
		for _, t := range g.panel.X.Ticks {
			c.StrokeLine2(line, x(t.At), c.Min.Y, x(t.At), c.Max.Y)
		}
	}
	if g.panel.Y.Grid {
		for _, t := range g.panel.Y.Ticks {
			c.StrokeLine2(line, c.Min.X, y(t.At), c.Max.X, y(t.At))
		}
	}
}

// axisLines draws the lines along the axes, above the marks. A line is at
// zero of the other axis where that is in sight, and else at the edge.
type axisLines struct{ frame }

// Plot draws the lines.
func (a axisLines) Plot(c draw.Canvas, p *gonum.Plot) {
	line := draw.LineStyle{Color: rgb(a.style.Rule), Width: vg.Length(a.style.GridWidth)}
	x, y := places(c, p)
	if a.panel.X.Line {
		at := c.Min.Y
		if zeroWithin(a.panel.Y) {
			at = y(0)
		}
		c.StrokeLine2(line, c.Min.X, at, c.Max.X, at)
	}
	if a.panel.Y.Line {
		at := c.Min.X
		if zeroWithin(a.panel.X) {
			at = x(0)
		}
		c.StrokeLine2(line, at, c.Min.Y, at, c.Max.Y)
	}
	if a.panel.Y2.Line {
		c.StrokeLine2(line, c.Max.X, c.Min.Y, c.Max.X, c.Max.Y)
	}
}

func zeroWithin(a chart.Axis) bool {
	return a.Kind == chart.Linear && a.Min < 0 && a.Max >= 0
}
