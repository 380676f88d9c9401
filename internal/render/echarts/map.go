package echarts

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"

	"charts/internal/chart"
	"charts/internal/message"
)

// regions are a map, whose shapes are beside its data as GeoJSON.
func (p *panel) regions(r chart.Regions) ([]*series, error) {
	if len(r.Outlines) != len(r.Data) {
		return nil, message.Errorf("the regions %q have %d outlines for %d data", r.Name, len(r.Outlines), len(r.Data))
	}
	a := p.Area
	s := p.style.newSeries(charts.SingleSeries{
		Type: types.ChartMap, Name: r.Name, MapType: p.own(p.chart.ID), SelectedMode: opts.Bool(false), ItemStyle: p.style.edged("", p.style.GridWidth),
		Left: percent(a.X / p.chart.Width), Right: percent(1 - (a.X+a.W)/p.chart.Width),
		Top: percent(a.Y / p.height), Bottom: percent(1 - (a.Y+a.H)/p.height),
		LabelLayout: &opts.LabelLayout{HideOverlap: opts.Bool(true)},
	})
	s.Emphasis, s.Label.LineHeight = pointed("self"), float32(p.style.TextSize*p.style.LineHeight)
	s.Emphasis.ItemStyle = &opts.ItemStyle{AreaColor: "inherit", Opacity: opts.Float(0.85)}
	s.AspectScale, s.PreserveAspect, s.ShowLegendSymbol = 1, "contain", new(false)
	s.GeoJSON = &featureCollection{Type: "FeatureCollection", Features: []feature{}}
	for i, d := range r.Data {
		it := p.words(d)
		it.ItemStyle = &opts.ItemStyle{AreaColor: string(d.Color)}
		if !d.Missing {
			it.Value = []*float64{new(d.Y)}
		}
		s.Data = append(s.Data, it)
		s.GeoJSON.Features = append(s.GeoJSON.Features, p.feature(d, r.Outlines[i]))
	}
	return []*series{s}, nil
}

// feature is a region in the units of the area: ECharts draws upwards.
func (p *plane) feature(d chart.Datum, rings []chart.Ring) feature {
	at := func(x, y float64) [2]float64 { return [2]float64{tidy(x * p.Area.W), tidy((1 - y) * p.Area.H)} }
	f := feature{Type: "Feature", Properties: properties{Name: d.Name, Middle: at(d.X, d.Base)}}
	f.Geometry.Type = "Polygon"
	for _, ring := range rings {
		var points [][2]float64
		for _, point := range ring {
			points = append(points, at(point.X, point.Y))
		}
		f.Geometry.Coordinates = append(f.Geometry.Coordinates, points)
	}
	return f
}

// A featureCollection is the shapes of a map as ECharts reads them.
type featureCollection struct {
	Type     string    `json:"type"`
	Features []feature `json:"features"`
}

type feature struct {
	Type       string     `json:"type"`
	Properties properties `json:"properties"`
	Geometry   struct {
		Type        string         `json:"type"`
		Coordinates [][][2]float64 `json:"coordinates"`
	} `json:"geometry"`
}

type properties struct {
	Name   string     `json:"name"`
	Middle [2]float64 `json:"cp"` // where the name stands
}
