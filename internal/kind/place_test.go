package kind

import (
	"math"
	"slices"
	"strings"

	"charts/internal/chart"
	"charts/internal/typeset"
)

// place holds a datum to the name of its row, to the band of that name, and to the
// height that its text says.
func (w *witness) place(p chart.Panel, m chart.Mark, d chart.Datum) {
	if len(d.Rows) != 1 {
		return
	}
	named := w.data.Rows[d.Rows[0]].Cells[0]
	switch kind := w.c.Kind; {
	case slices.Contains([]string{"slope", "gauge", "bullet", "kpi", "table", "histogram"}, kind): // the last has a test of its own
		return
	case kind == "sankey" && !strings.Contains(d.Name, "→"): // a place
	case kind == "sankey", kind == "heatmap":
		other := typeset.Text(name(w.data.Rows[d.Rows[0]].Cells[1]))
		if !strings.Contains(d.Name, typeset.Text(name(named))) || !strings.Contains(d.Name, other) {
			w.fault("%q is no name of row %v", d.Name, d.Rows)
		}
	case kind != "treemap" && kind != "sunburst" && d.Name != typeset.Text(name(named)):
		w.fault("%q stands for row %v, which is %q", d.Name, d.Rows, name(named))
	}
	if cells, ok := m.(chart.Cells); ok && w.c.Kind == "heatmap" {
		w.band(p.X, cells.Boxes[slices.IndexFunc(cells.Data, func(o chart.Datum) bool { return slices.Equal(o.Rows, d.Rows) })].X, d)
	}
	if _, dots := m.(chart.Points); p.X.Kind == chart.Band && !dots {
		w.band(p.X, d.X, d)
	} else if p.Y.Kind == chart.Band && !dots {
		w.band(p.Y, d.X, d)
	}
	w.height(p, m, d)
}

// band holds a datum to the name under it.
func (w *witness) band(a chart.Axis, at float64, d chart.Datum) {
	if i := int(at); i < 0 || i >= len(a.Labels) || !strings.Contains(d.Name, a.Labels[i]) {
		w.fault("%q stands at %v of %q", d.Name, at, a.Labels)
	}
}

// height holds the length of a mark to its text, or to its share.
func (w *witness) height(panel chart.Panel, m chart.Mark, d chart.Datum) {
	switch m.(type) {
	case chart.Bars, chart.Lines, chart.Areas:
	default:
		return
	}
	text := d.Text
	if w.f.Stack.V == "percent" && d.Share != "" {
		text = d.Share
	}
	p, ok := takeApart(text)
	if d.Missing || !ok || strings.Contains(text, "×") || w.c.Kind == "radar" {
		return
	}
	drawn, said := d.Y-d.Base, p.number.InexactFloat64()
	if d.Base == panel.Y.Min && isCut(panel, d.X) {
		drawn = d.Y
	}
	room := 0.5000001*math.Pow10(-int(p.decimals)) + 1e-9*max(math.Abs(d.Y), math.Abs(d.Base))
	if math.Abs(drawn-said) > room {
		w.fault("%q is drawn from %v to %v", text, d.Base, d.Y)
	}
}

// isCut reports whether a bar has gaps across its foot, as a sign that it does not start
// at zero.
func isCut(p chart.Panel, x float64) bool {
	return slices.ContainsFunc(p.Marks, func(m chart.Mark) bool {
		b, ok := m.(chart.Bars)
		return ok && b.Name == "" && slices.ContainsFunc(b.Data, func(d chart.Datum) bool { return d.X == x && d.Base > p.Y.Min && d.Name == "" })
	})
}
