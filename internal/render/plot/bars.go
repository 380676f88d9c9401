package plot

import (
	"cmp"

	gonum "gonum.org/v1/plot"
	"gonum.org/v1/plot/vg/draw"

	"charts/internal/chart"
)

// bars draws a rectangle a datum, from its base to its value.
type bars struct {
	frame
	chart.Bars
}

// Plot draws the bars.
func (b bars) Plot(c draw.Canvas, p *gonum.Plot) {
	at := b.placer(c, p)
	for _, d := range b.Data {
		if d.Missing || !finite(d.X, d.Y, d.Base) {
			continue
		}
		middle := d.X + b.Offset
		box, ok := clip(c, at(middle-b.Width/2, d.Base), at(middle+b.Width/2, d.Y))
		if ok {
			fillRect(c, box, cmp.Or(d.Color, b.Color))
		}
	}
}
