package kind

import (
	"fmt"
	"math"
	"slices"

	"charts/internal/chart"
	"charts/internal/layout"
	"charts/internal/spec"
	"charts/internal/typeset"
)

// binBar is the width of a bar of a histogram, in bands: its neighbours touch but for
// a hairline.
const binBar = 0.98

// histogram counts the values of a column in steps of equal width.
func histogram(d *builder) {
	col, ok := d.valueColumns()
	if !ok || len(d.data.Rows) == 0 {
		return
	}
	m := columnMatrix(d, col[0])
	if !measured(d, &m) {
		return
	}
	values := d.facets.pool(m.sorted()...)
	if len(values) == 0 {
		d.noteGaps(m)
		return
	}
	edges, decimals, single := binsOf(values, d.facets.least(m.leastStep()))
	b := chart.Bars{Name: d.say("个数", "count"), Color: d.theme.Accent, Width: min(binBar, binBar*widestBar/layout.BarWidth/d.stepEms(matrix{cats: make([]string, len(edges)-1)}))}
	var names []string
	for i := range len(edges) - 1 {
		name := m.number(edges[i], decimals)
		if !single {
			name += "–" + m.number(edges[i+1], decimals)
		}
		names = append(names, typeset.Text(name))
		b.Data = append(b.Data, bin(d, m, edges, i, names[i]))
	}
	d.leaveOut(missingOf(m), missingParts)
	counts := span{0, 0, true}
	for _, v := range b.Data {
		counts.add(v.Y)
	}
	value := valueAxis(d, spec.Axis{}, counts, measure{format: format{decimals: asPrinted}}, 1)
	if !d.unlabelled() {
		value = bareAxis(counts, value)
	}
	value.Title = d.say("个数", "Count")
	x := bandAxis(names)
	x.Sequence = true
	x.Title = panelTitle(d, m, false)
	d.computed, d.all = true, true
	if !single {
		d.noteOnce(d.say("每组含下限、不含上限，最后一组都含。", "Each step holds its lower end and not its upper; the last holds both."))
	}
	d.chart.Panels = []chart.Panel{{X: x, Y: value, Marks: chart.Marks{b}}}
}

// binsOf are the ends of some ten equal round steps over values: as many as Sturges'
// rule has, log2 n + 1, or up to twice as many. Steps of counts that are one wide hold a
// single value each, the last of them, too.
func binsOf(values []float64, least float64) (edges []float64, decimals int, single bool) {
	lo, hi := slices.Min(values), slices.Max(values)
	if lo == hi {
		lo, hi = widen(lo)
	}
	usual := math.Log2(float64(len(values))) + 1
	st := firstStep((hi-lo)/usual, least)
	from, to := st.under(lo), st.above(hi)
	if to-from > 2*usual+2 {
		st = st.next()
		from, to = st.under(lo), st.above(hi)
	}
	if single = st.times(1) == least; single {
		from, to = st.under(slices.Min(values)), st.above(slices.Max(values))+1
	}
	for i := from; i <= to; i++ {
		edges = append(edges, st.times(i))
	}
	return edges, st.decimals(), single
}

// bin counts the values of one step.
func bin(d *builder, m matrix, edges []float64, i int, name string) chart.Datum {
	datum := chart.Datum{X: float64(i) + 0.5, Name: name, Computed: true}
	last := i == len(edges)-2
	for _, c := range m.runs[0].cells {
		if c.Missing || c.Y < edges[i] || c.Y > edges[i+1] || c.Y == edges[i+1] && !last {
			continue
		}
		datum.Y++
		datum.Rows = append(datum.Rows, c.Rows...)
		datum.Sources = append(datum.Sources, c.Sources...)
	}
	datum.Text = typeset.Text(fmt.Sprintf(d.say("%.0f 个", "%.0f"), datum.Y))
	if !d.unlabelled() {
		datum.Label = chart.Label{Text: fmt.Sprintf("%.0f", datum.Y), Place: chart.Outside, Color: d.theme.Ink}
	}
	return datum
}
