package kind

import (
	"charts/internal/chart"
	"charts/internal/layout"
	"charts/internal/palette"
	"charts/internal/typeset"
)

// heatmap makes a cell for each pair of x and y, coloured by value in steps.
func heatmap(d *builder) {
	x, okX := d.role("x", d.fig.X)
	y, okY := d.role("y", d.fig.Y)
	values, ok := d.valueColumns()
	if !okX || !okY || !ok || len(d.data.Rows) == 0 {
		return
	}
	m := matrix{cats: inTime(d, distinct(d, x))}
	rows := inTime(d, distinct(d, y))
	if len(m.cats)*len(rows) > maxCategories {
		d.errorAt(d.fig.X, "too-many", "%d × %d cells do not fit on a page", len(m.cats), len(rows)).Hintf("narrow with where")
		return
	}
	for _, r := range rows {
		m.runs = append(m.runs, gapRun(r, d.data.Columns[values[0]].Unit, m.cats))
	}
	if !fillPivot(d, m, x, y, values[0]) || !measured(d, &m) {
		return
	}
	for _, r := range m.runs {
		for j := range r.cells {
			r.cells[j].Name = typeset.Text(r.name) + d.say("，", ", ") + typeset.Text(m.cats[j])
		}
	}
	colouredCells(d, m)
}

// colouredCells makes a row of cells for each series.
func colouredCells(d *builder, m matrix) {
	steps, rows := classesOf(d, m), m.runNames()
	cells := chart.Cells{Name: typeset.Text(d.fig.Value[0].V)}
	labelled := !d.unlabelled() && d.facets.most(m.shortWidth(d.faces))*tight+0.6 <= (d.em-rowNameEms(d, rows))/float64(len(m.cats))
	for i, r := range m.runs {
		for j, c := range r.cells {
			cells.Data = append(cells.Data, heatCell(d, c, i, steps, labelled))
			cells.Boxes = append(cells.Boxes, chart.Rect{X: float64(j), Y: float64(i), W: 1, H: 1})
		}
	}
	p := chart.Panel{X: bandAxis(m.cats), Y: bandAxis(rows), Marks: chart.Marks{cells}}
	p.X.Line, p.Y.Line, p.Y.Reversed = false, false, true
	d.chart.Panels = []chart.Panel{p}
	gaps := ""
	if m.hasGaps() {
		gaps = d.say("— 无数据", "— no data")
	}
	classLegend(d, steps, gaps)
}

// rowNameEms is the width of the names at the left.
func rowNameEms(d *builder, rows []string) float64 {
	w := 0.0
	for _, r := range rows {
		w = max(w, d.faces.Widest(d.faces.Wrap(r, d.em*layout.NameShare, 1, false), 1, false))
	}
	return w + 1.5
}

func heatCell(d *builder, c cell, i int, steps classes, labelled bool) chart.Datum {
	datum := c.Datum
	datum.Base = float64(i) + 0.5
	datum.Color = d.theme.Grid
	if !c.Missing {
		datum.Color = d.theme.Class(steps.of(c.Y), steps.count())
	}
	if labelled {
		datum.Label = chart.Label{Text: c.short, Place: chart.Center, Color: palette.InkOn(datum.Color)}
	}
	if c.Missing {
		datum.Label = chart.Label{Text: "—", Place: chart.Center, Color: d.theme.Muted}
	}
	return datum
}
