package echarts

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"

	"charts/internal/chart"
	"charts/internal/message"
)

// flows are a sankey. Its columns and ribbons are ECharts'; how high the nodes
// are in them is the chart's, because ECharts has an order of its own.
func (p *panel) flows(f chart.Flows) ([]*series, error) {
	if len(f.Boxes) != len(f.Nodes) {
		return nil, message.Errorf("the flows %q have %d boxes for %d nodes", f.Name, len(f.Boxes), len(f.Nodes))
	}
	s := p.sankey(f)
	for i, d := range f.Nodes {
		it := p.words(d)
		it.ID, it.ItemStyle, it.LocalY = new(i), filled(d.Color), new(tidy(f.Boxes[i].Y))
		s.Data = append(s.Data, it)
	}
	for _, l := range f.Links {
		if l.From < 0 || l.From >= len(f.Boxes) || l.To < 0 || l.To >= len(f.Boxes) {
			return nil, message.Errorf("the flows %q have a link to a node that is not there", f.Name)
		}
		it := p.words(l.Datum)
		it.Value = []*float64{new(l.Datum.Y)}
		it.Source, it.Target, it.LineStyle = new(l.From), new(l.To), &opts.LineStyle{Color: string(l.Color)}
		s.Links = append(s.Links, it)
	}
	return []*series{s}, nil
}

// sankey is a series without nodes, beside whose columns the names have as much
// room as in the layout.
func (p *panel) sankey(f chart.Flows) *series {
	first, last := 1.0, 0.0
	for _, b := range f.Boxes {
		first, last = min(first, b.X), max(last, b.X+b.W)
	}
	a := p.Area
	s := p.style.newSeries(charts.SingleSeries{
		Type: types.ChartSankey, Name: f.Name, NodeAlign: "left", Draggable: opts.Bool(false),
		Left: pixels(a.X + first*a.W), Right: pixels(p.chart.Width - a.X - last*a.W),
		Top: percent(a.Y / p.height), Bottom: percent(1 - (a.Y+a.H)/p.height),
	})
	s.Label.LineHeight = float32(p.style.TextSize * p.style.LineHeight)
	s.NodeGap, s.LayoutIterations = percent(nodeGap(f.Boxes)*a.H/p.height), new(0)
	if len(f.Boxes) > 0 {
		s.NodeWidth = tidy(f.Boxes[0].W * a.W)
	}
	s.LineStyle = &lineStyle{LineStyle: opts.LineStyle{Opacity: opts.Float(1)}}
	s.Emphasis = pointed("adjacency")
	return s
}

// nodeGap is the room between two nodes with which ECharts makes them as high as
// the boxes: what the fullest column leaves.
func nodeGap(boxes []chart.Rect) float64 {
	used, nodes := map[float64]float64{}, map[float64]int{}
	for _, b := range boxes {
		used[b.X] += b.H
		nodes[b.X]++
	}
	gap := 1.0
	for x, n := range nodes {
		if n > 1 {
			gap = min(gap, (1-used[x])/float64(n-1))
		}
	}
	return max(0, gap)
}
