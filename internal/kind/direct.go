package kind

import (
	"math"

	"charts/internal/chart"
	"charts/internal/layout"
)

// Measures of the names beside a stack, in ems.
const (
	directShare = 0.25 // of the width, at most
	directMove  = 1.5  // from its part, at most
	directLine  = 1.3  // from line to line
)

// nameDirectly decides whether the names of a stack are beside its last column, or
// at the right edge of areas, as names are at the ends of lines: each near its
// part, and the columns keep their room. On a screen the legend stays a row, for
// the reader hides series there.
func nameDirectly(d *builder, m matrix, value chart.Axis, marks []chart.Bars) {
	if d.chart.Form == chart.Screen || d.fig.Legend.Set() || len(d.fig.Reference) > 0 || len(m.runs) < 2 {
		return
	}
	side := 0.0
	var at, heights []float64
	for _, b := range marks {
		last := b.Data[len(b.Data)-1]
		if last.Missing || last.Y == last.Base {
			return
		}
		lines := d.faces.Wrap(b.Name, layout.SideLimit, 1, false)
		side = max(side, d.faces.Widest(lines, 1, false)+layout.DirectGap)
		at = append(at, (1-value.Part((last.Base+last.Y)/2))*d.plotEms())
		heights = append(heights, directLine*float64(len(lines)))
	}
	if side > directShare*d.em || !columnsKeep(d, m, side) {
		return
	}
	for i, place := range layout.Spread(at, heights, 0, d.plotEms()) {
		if math.Abs(place-at[i]) > directMove {
			return
		}
	}
	for i, b := range marks {
		marks[i].End = chart.Label{Text: b.Name, Place: chart.Right, Color: d.theme.Readable(b.Color)}
	}
}

// columnsKeep reports whether names and values of stacked columns fit beside names
// of that width as they do without them.
func columnsKeep(d *builder, m matrix, side float64) bool {
	step := d.stepEms(m) - side/float64(len(m.cats))
	names := layout.NamesFit(d.faces, m.cats, step*0.94/tight)
	if isSequence(m.cats) {
		names = d.faces.Widest(m.cats, 1, false) <= step*0.94
	}
	return names && (d.unlabelled() || m.shortWidth(d.faces)*tight+0.4 <= step*layout.BarWidth)
}
