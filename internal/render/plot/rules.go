package plot

import (
	"charts/internal/chart"

	gonum "gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// rules draws reference lines and bands across the area.
type rules struct {
	frame
	chart.Rules
}

// Plot draws the rules that the axis reaches.
func (r rules) Plot(c draw.Canvas, p *gonum.Plot) {
	for _, rule := range r.Data {
		axis := p
		if rule.Second && r.panel.Y2.Kind != chart.NoAxis {
			axis = r.withSecond(p)
		}
		r.plot(c, axis, rule)
	}
}

func (r rules) plot(c draw.Canvas, p *gonum.Plot, rule chart.Rule) {
	from, to := r.ends(c, p, rule.From)
	if rule.From < rule.To {
		_, corner := r.ends(c, p, rule.To)
		if box, ok := clip(c, from, corner); ok {
			fillRect(c, box, rule.Color)
		}
		return
	}
	if !c.Contains(from) {
		return
	}
	line := draw.LineStyle{Color: rgb(rule.Color), Width: vg.Length(r.style.LeadWidth)}
	if rule.Dashed {
		line.Dashes = []vg.Length{3, 2}
	}
	c.StrokeLine2(line, from.X, from.Y, to.X, to.Y)
}

// ends returns the two ends of the line at a value.
func (r rules) ends(c draw.Canvas, p *gonum.Plot, value float64) (a, b vg.Point) {
	x, y := places(c, p)
	if r.across() {
		return vg.Point{X: x(value), Y: c.Min.Y}, vg.Point{X: x(value), Y: c.Max.Y}
	}
	return vg.Point{X: c.Min.X, Y: y(value)}, vg.Point{X: c.Max.X, Y: y(value)}
}
