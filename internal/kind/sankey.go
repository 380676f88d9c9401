package kind

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"charts/internal/chart"
	"charts/internal/palette"
	"charts/internal/typeset"
)

// Measures of a sankey in ems.
const (
	sankeyHeight = 24.0
	sankeyNode   = 1.0 // the width of a node
	sankeyLine   = 1.3 // of a name
	maxPlaced    = 100 // places that have their names on a page
)

// A network is a sankey being placed: nodes in columns from left to right.
type network struct {
	*builder
	m     matrix
	names []string
	links []chart.Link
	depth []int     // the column of each node
	cells []cell    // of the links
	value []float64 // of each node: what comes in or goes out, whichever is more
	sums  []cell    // the same as texts
	top   []float64 // of each node in its column, in ems
	scale float64   // ems a unit of value
	total float64   // of the first column

	numbered []int // nodes between columns, where their names have no room
	bare     bool  // those have their names alone
}

// sankey makes ribbons from sources to targets.
func sankey(d *builder) {
	from, ok := d.role("source", d.fig.Source)
	to, ok2 := d.role("target", d.fig.Target)
	values, ok3 := d.valueColumns()
	if !ok || !ok2 || !ok3 || len(d.data.Rows) == 0 {
		return
	}
	r := &network{builder: d, m: columnMatrix(d, values[0])}
	if !measured(d, &r.m) || !r.read(from, to) || !r.columns() {
		return
	}
	if len(r.links) == 0 {
		noteZeros(d, r.m)
		return
	}
	d.checkNames(r.names)
	r.order()
	d.chart.Panels = []chart.Panel{{Marks: chart.Marks{r.draw()}}}
	r.noteBetween()
}

// read makes the links and the nodes, in the order of the rows.
func (r *network) read(from, to int) bool {
	var gaps, zeros []cell
	for i, row := range r.data.Rows {
		c := r.m.runs[0].cells[i]
		a, b := name(row.Cells[from]), name(row.Cells[to])
		c.X, c.Name = 0, typeset.Text(a)+" → "+typeset.Text(b)
		switch {
		case c.Missing:
			gaps = append(gaps, c)
			continue
		case c.Y < 0 || a == b:
			r.errorAt(r.fig.Value[0], "flow", "%s to %s is no flow from one place to another", a, b).See = seeRow(row)
			return false
		case c.Y == 0:
			zeros = append(zeros, c)
			continue
		}
		r.links = append(r.links, chart.Link{From: r.node(a), To: r.node(b), Datum: c.Datum})
		r.cells = append(r.cells, c)
		if len(r.names) > maxPlaced || len(r.links) > maxCategories {
			r.errorAt(r.fig.Target, "too-many", "more than %d places or %d flows, and a reader can follow none of them", maxPlaced, maxCategories).Hintf("fold the small ones with sql, or narrow with where")
			return false
		}
	}
	r.leaveOut(gaps, missingParts)
	r.leaveOut(zeros, zeroFlows)
	return r.weigh()
}

// weigh gives each node what comes in or goes out, whichever is more.
func (r *network) weigh() bool {
	in, out := make([][]cell, len(r.names)), make([][]cell, len(r.names))
	for i, l := range r.links {
		out[l.From] = append(out[l.From], r.cells[i])
		in[l.To] = append(in[l.To], r.cells[i])
	}
	for i, n := range r.names {
		if n == unnamed && len(in[i]) > 0 && len(out[i]) > 0 {
			r.errorAt(r.fig.Source, "flow", "rows without a source and rows without a target would meet in one place").Hintf("name them, or leave them out with where")
			return false
		}
		sum := r.m.sum(out[i])
		if comes := r.m.sum(in[i]); comes.Y > sum.Y {
			sum = comes
		}
		if sum.Computed && !r.unlabelled() && !r.all {
			noteSums(r.builder)
		}
		r.value, r.sums = append(r.value, sum.Y), append(r.sums, sum)
	}
	return true
}

func (r *network) node(name string) int {
	if i := slices.Index(r.names, name); i >= 0 {
		return i
	}
	r.names = append(r.names, name)
	return len(r.names) - 1
}

// columns puts each node one column after the last that flows into it, and those that
// nothing flows out of into the last; a circle has no first column.
func (r *network) columns() bool {
	r.depth = make([]int, len(r.names))
	for round := 0; ; round++ {
		moved := false
		for _, l := range r.links {
			if r.depth[l.To] <= r.depth[l.From] {
				r.depth[l.To] = r.depth[l.From] + 1
				moved = true
			}
		}
		if !moved {
			r.endLast()
			return true
		}
		if round > len(r.names) {
			r.errorAt(r.fig.Target, "flow", "the flows run in a circle").Hintf("give the places of each stage names of their own")
			return false
		}
	}
}

// endLast puts the ends of all flows into the last column: between the others they
// would be in flows that are not theirs.
func (r *network) endLast() {
	for i := range r.depth {
		if !slices.ContainsFunc(r.links, func(l chart.Link) bool { return l.From == i }) {
			r.depth[i] = r.last()
		}
	}
}

func (r *network) last() int { return slices.Max(r.depth) }

// column are the nodes of a column.
func (r *network) column(k int) []int {
	var nodes []int
	for i, depth := range r.depth {
		if depth == k {
			nodes = append(nodes, i)
		}
	}
	return nodes
}

// order places the nodes: the first column by value, every other by the mean
// height of what flows in.
func (r *network) order() {
	r.top = make([]float64, len(r.names))
	for _, i := range r.column(0) {
		r.total += r.value[i]
	}
	r.number()
	h := sankeyHeight
	for k := 0; k <= r.last(); k++ {
		h = max(h, 1.3*r.textHeight(k))
	}
	r.open(h)
	r.scale = math.Inf(1)
	for k := 0; k <= r.last(); k++ {
		r.scale = min(r.scale, r.fitScale(k, h))
	}
	for k := 0; k <= r.last(); k++ {
		r.stack(k, h)
	}
}

// sankeyGap is between two nodes at least, in ems.
const sankeyGap = 0.4

// fitScale is the largest scale at which the nodes of a column, each as high as
// its value or its name, fit into a height.
func (r *network) fitScale(k int, h float64) float64 {
	nodes := r.column(k)
	slices.SortStableFunc(nodes, func(a, b int) int { // from those that are only as high as their names
		return cmp.Compare(r.value[a]/r.nameHeight(a), r.value[b]/r.nameHeight(b))
	})
	h -= sankeyGap * float64(len(nodes))
	sum, names := 0.0, 0.0
	for _, i := range nodes {
		sum += r.value[i] / r.value[nodes[len(nodes)-1]] // the sum of huge values has no number
	}
	for _, i := range nodes {
		scale := (h - names) / sum / r.value[nodes[len(nodes)-1]]
		if r.value[i]*scale >= r.nameHeight(i) {
			return scale
		}
		sum -= r.value[i] / r.value[nodes[len(nodes)-1]]
		names += r.nameHeight(i)
	}
	last := nodes[len(nodes)-1]
	return r.nameHeight(last) / r.value[last]
}

// textHeight is the height of the names of a column under one another.
func (r *network) textHeight(k int) float64 {
	h := 0.0
	for _, i := range r.column(k) {
		h += r.nameHeight(i)
	}
	return h
}

func (r *network) nameHeight(i int) float64 { return sankeyLine * float64(len(r.lines(i))) }

// stack places the nodes of one column with equal gaps over the whole height.
func (r *network) stack(k int, h float64) {
	nodes := r.column(k)
	slices.SortStableFunc(nodes, func(a, b int) int {
		return cmp.Compare(r.wanted(a), r.wanted(b))
	})
	used := 0.0
	for _, i := range nodes {
		used += max(r.value[i]*r.scale, r.nameHeight(i))
	}
	gap := (h - used) / float64(len(nodes))
	y := gap / 2
	for _, i := range nodes {
		room := max(r.value[i]*r.scale, r.nameHeight(i))
		r.top[i] = y + (room-r.value[i]*r.scale)/2
		y += room + gap
	}
}

// wanted is the mean height of a node's sources, or its rank by value; the parts of a
// figure have their nodes in one order.
func (r *network) wanted(node int) float64 {
	if r.facets != nil {
		return float64(slices.Index(r.facets.known, r.names[node]))
	}
	sum, weight := 0.0, 0.0
	for _, l := range r.links {
		if l.To == node {
			sum += (r.top[l.From] + r.value[l.From]*r.scale/2) * l.Datum.Y
			weight += l.Datum.Y
		}
	}
	if weight == 0 {
		return -r.value[node]
	}
	return sum / weight
}

// draw makes the mark: names of the first column left of it, of all others right.
func (r *network) draw() chart.Flows {
	f := chart.Flows{Name: typeset.Text(r.m.runs[0].name)}
	left, step := r.margin(0), r.step()
	for i, n := range r.names {
		x := left + float64(r.depth[i])*step
		f.Boxes = append(f.Boxes, r.stage.Box(x, r.top[i], sankeyNode, r.value[i]*r.scale))
		f.Nodes = append(f.Nodes, r.nodeDatum(i, n))
	}
	r.ribbons(&f)
	return f
}

// The width of the names: in ems, and as a part of the page.
const (
	sankeyNames = 14.0
	sankeyShare = 0.27
)

// step is the distance of two columns.
func (r *network) step() float64 {
	if r.last() == 0 {
		return 0
	}
	return (r.em - 0.7 - r.margin(0) - r.margin(r.last()) - sankeyNode) / float64(r.last())
}

func (r *network) nodeDatum(i int, name string) chart.Datum {
	lines := r.lines(i)
	label := chart.Label{Place: chart.Right, Color: r.theme.Ink}
	if r.depth[i] == 0 {
		label.Place = chart.Left
	}
	label.Text = strings.Join(lines, "\n")
	datum := r.sums[i].Datum
	datum.Name, datum.Color, datum.Label = typeset.Text(name), r.color(i), label
	if r.total > 0 {
		datum.Share = shareText(r.value[i], r.total)
	}
	return datum
}

// color is one of the palette for the places that the flows come from, grey for
// all others.
func (r *network) color(i int) chart.Color {
	first := r.column(0)
	if at := slices.Index(first, i); at >= 0 && len(first) <= palette.MaxSeries {
		return r.paint(r.names[i], at)
	}
	return r.theme.Rest
}

// ribbons stacks the links at both ends of each node, in the order of the nodes
// at their other ends so that they cross least.
func (r *network) ribbons(f *chart.Flows) {
	out, in := slices.Clone(r.top), slices.Clone(r.top)
	byTop := func(end func(chart.Link) int) []int {
		order := make([]int, len(r.links))
		for i := range order {
			order[i] = i
		}
		slices.SortStableFunc(order, func(a, b int) int {
			return cmp.Compare(r.top[end(r.links[a])], r.top[end(r.links[b])])
		})
		return order
	}
	f.Links = slices.Clone(r.links)
	for _, i := range byTop(func(l chart.Link) int { return l.To }) {
		l := &f.Links[i]
		l.FromY = out[l.From] / r.stage.H
		out[l.From] += l.Datum.Y * r.scale
	}
	for _, i := range byTop(func(l chart.Link) int { return l.From }) {
		l := &f.Links[i]
		l.ToY = in[l.To] / r.stage.H
		in[l.To] += l.Datum.Y * r.scale
	}
	for i := range f.Links {
		l := &f.Links[i]
		l.Thick = l.Datum.Y * r.scale / r.stage.H
		l.Color = palette.Mix(r.theme.Background, f.Nodes[l.From].Color, 0.35)
	}
}
