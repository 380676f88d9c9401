package kind

import (
	"cmp"
	"math"
	"slices"

	"charts/internal/chart"
	"charts/internal/series"
	"charts/internal/spec"
)

var bubbleTraits = traits{names: yName, severally: true, plane: true, sized: true}

// bubbleSizes are diameters whose areas are in proportion to a column, or nil
// without one. A dot without a size is missing, and one of no size is named in a
// note.
func bubbleSizes(d *builder, ys matrix, names []string) ([]float64, bool) {
	at := d.fig.Size
	if len(d.fig.Role("size")) == 0 {
		if !d.kind.sized {
			return nil, true
		}
		at = spec.At[string]{}
	}
	col, ok := numberRole(d, "size", at)
	if !ok {
		return nil, false
	}
	largest := 0.0
	for i, row := range d.data.Rows {
		if v := row.Cells[col]; v.Kind == series.Number && v.Num < 0 {
			p := d.errorAt(at, "negative-share", "%s of %s is negative and has no area", at.V, rowName(row, i))
			p.See = seeRow(row)
			p.Hintf("use chart: scatter, or narrow with where")
			return nil, false
		}
		largest = max(largest, row.Cells[col].Num)
	}
	largest = d.facets.most(largest)
	sizes := make([]float64, len(d.data.Rows))
	for i, row := range d.data.Rows {
		if sizes[i] = diameter(d, row.Cells[col], largest); row.Cells[col].Kind != series.Number {
			ys.runs[0].cells[i].Missing = true
		}
	}
	if slices.Max(sizes) > 0 {
		return sizes, true
	}
	noteNoArea(d, ys, sizes, names) // of all: nothing is drawn
	return nil, false
}

// diameter is that of a dot for a value: none for zero, the least for one that is
// missing, where only a note says so.
func diameter(d *builder, v series.Value, largest float64) float64 {
	em := d.chart.Style.TextSize
	switch {
	case v.Kind != series.Number:
		return leastBubble * em
	case v.Num == 0:
		return 0
	}
	return chart.Cut(max(leastBubble, largestBubble*math.Sqrt(v.Num/largest)) * em)
}

// largeFirst is the order in which bubbles are drawn, so that none hides a smaller
// one; dots of one size keep theirs.
func largeFirst(sizes []float64, n int) []int {
	order := indexes(n)
	if sizes != nil {
		slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(sizes[b], sizes[a]) })
	}
	return order
}
