package kind

import (
	"charts/internal/chart"
	"charts/internal/typeset"
)

// legend names the series above the plot, in the order of the marks. One series
// needs none.
func (d *builder) legend(m matrix, shape chart.Shape) {
	if d.fig.Legend.V == "false" || len(m.runs) < 2 && d.fig.Legend.V != "true" {
		return
	}
	for i, r := range m.runs {
		d.chart.Legend = append(d.chart.Legend, chart.Entry{Name: typeset.Text(r.name), Color: d.paint(r.name, i), Shape: shape})
	}
}
