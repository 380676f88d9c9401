package chart

import (
	"math"
	"slices"
	"strings"
)

// place holds a datum to the name of its row, to the band of that name, and to the
// height that its text says.
func (w *witness) place(p Panel, m Mark, d Datum) {
	if len(d.rows) != 1 {
		return
	}
	named := w.data.Rows[d.rows[0]].Cells[0]
	switch kind := w.c.Kind; {
	case slices.Contains([]string{"slope", "gauge", "bullet", "kpi", "table"}, kind):
		return
	case kind == "sankey" && !strings.Contains(d.Name, "→"): // a place
	case kind == "sankey", kind == "heatmap":
		other := typeset(name(w.data.Rows[d.rows[0]].Cells[1]))
		if !strings.Contains(d.Name, typeset(name(named))) || !strings.Contains(d.Name, other) {
			w.fault("%q is no name of row %v", d.Name, d.rows)
		}
	case kind != "treemap" && kind != "sunburst" && d.Name != typeset(name(named)):
		w.fault("%q stands for row %v, which is %q", d.Name, d.rows, name(named))
	}
	if cells, ok := m.(Cells); ok && w.c.Kind == "heatmap" {
		w.band(p.X, cells.Boxes[slices.IndexFunc(cells.Data, func(o Datum) bool { return slices.Equal(o.rows, d.rows) })].X, d)
	}
	if _, dots := m.(Points); p.X.Kind == Band && !dots {
		w.band(p.X, d.X, d)
	} else if p.Y.Kind == Band && !dots {
		w.band(p.Y, d.X, d)
	}
	w.height(m, d)
}

// band holds a datum to the name under it.
func (w *witness) band(a Axis, at float64, d Datum) {
	if i := int(at); i < 0 || i >= len(a.Labels) || !strings.Contains(d.Name, a.Labels[i]) {
		w.fault("%q stands at %v of %q", d.Name, at, a.Labels)
	}
}

// height holds the length of a mark to its text, or to its share.
func (w *witness) height(m Mark, d Datum) {
	switch m.(type) {
	case Bars, Lines, Areas:
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
	room := 0.5000001*math.Pow10(-int(p.decimals)) + 1e-9*max(math.Abs(d.Y), math.Abs(d.Base))
	if math.Abs(drawn-said) > room {
		w.fault("%q is drawn from %v to %v", text, d.Base, d.Y)
	}
}
