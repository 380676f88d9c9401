package plot

import (
	"slices"

	"charts/internal/chart"

	gonum "gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// areas fills between the bases and the values of its data.
type areas struct {
	frame
	chart.Areas
}

// Plot fills one polygon a run of data.
func (a areas) Plot(c draw.Canvas, p *gonum.Plot) {
	at := a.placer(c, p)
	edges := a.runs(a.Data, func(d *chart.Datum) vg.Point { return at(d.X, d.Y) })
	bases := a.runs(a.Data, func(d *chart.Datum) vg.Point { return at(d.X, d.Base) })
	for i, edge := range edges {
		slices.Reverse(bases[i])
		c.FillPolygon(rgb(a.Color), c.ClipPolygonXY(append(edge, bases[i]...)))
	}
}
