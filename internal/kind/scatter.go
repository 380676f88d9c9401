package kind

import (
	"cmp"
	"math"
	"slices"

	"charts/internal/chart"
	"charts/internal/series"
	"charts/internal/spec"
	"charts/internal/typeset"
)

// Diameters of bubbles in ems.
const (
	leastBubble   = 0.6
	largestBubble = 3.6
)

// scatter makes a dot for each row at two numbers; with size, bubble is the same.
func (d *draft) scatter() {
	x, okX := d.numberRole("x", d.fig.X)
	y, okY := d.numberRole("y", d.fig.Y)
	if !okX || !okY || len(d.data.Rows) == 0 {
		return
	}
	xs, ys := d.columnMatrix(x), d.columnMatrix(y)
	if !d.measured(&xs) || !d.measured(&ys) {
		return
	}
	names, ok := d.rowNames()
	sizes, ok2 := d.bubbleSizes(ys, names)
	groups, ok3 := d.groups()
	if !ok || !ok2 || !ok3 {
		return
	}
	s := ys.extent()
	bands, lines := d.references(ys, &s)
	p := chart.Panel{X: d.freeAxis(xs, xs.extent(), x, spec.Axis{}), Y: d.freeAxis(ys, s, y, d.fig.Axis), Marks: bands}
	p.X.Grid, p.X.Line = false, true
	order, lit := largeFirst(sizes, len(d.data.Rows)), d.lights(names)
	for i, g := range groups {
		dots := chart.Points{Name: typeset.Text(g), Color: d.paintMark(g, i, lit)}
		if len(groups) == 1 {
			dots.Data = make([]chart.Datum, 0, len(order))
		}
		for _, j := range order {
			if d.groupOf(j) != g || sizes != nil && sizes[j] == 0 {
				continue
			}
			dot := d.dot(xs.runs[0].cells[j], ys.runs[0].cells[j], names[j])
			dot.Color = d.paintIn(g, names[j], lit)
			dots.Data = append(dots.Data, dot)
			if sizes != nil {
				dots.Size = append(dots.Size, sizes[j])
			}
		}
		p.Marks = append(p.Marks, dots)
		if len(groups) > 1 && d.fig.Legend.V != "false" || d.fig.Legend.V == "true" {
			d.chart.Legend = append(d.chart.Legend, chart.Entry{Name: typeset.Text(g), Color: dots.Color, Shape: chart.Dot})
		}
	}
	p.Marks = append(append(p.Marks, lines...), d.dotNotes(xs, ys, names)...)
	d.noteDots(p.Marks, ys, sizes, names)
	d.checkNames(append(groups, names...))
	d.chart.Panels = []chart.Panel{p}
}

// missingDots are the names of the rows that lack one of their two numbers.
func missingDots(marks []chart.Mark) (names []string) {
	for _, m := range marks {
		_, data := chart.ValuesOf(m)
		for _, v := range data {
			if v.Missing {
				names = append(names, v.Name)
			}
		}
	}
	return names
}

// noteDots says what the areas show, and which rows have no dot.
func (d *draft) noteDots(marks []chart.Mark, ys matrix, sizes []float64, names []string) {
	if sizes != nil {
		d.chart.Notes = append(d.chart.Notes, typeset.Text(d.say("圆的面积表示", "The area of a dot shows ")+d.fig.Size.V+d.say("。", ".")))
	}
	d.noteMissing(missingDots(marks))
	d.noteNoArea(ys, sizes, names)
}

// noteNoArea names the rows whose dots have no area.
func (d *draft) noteNoArea(ys matrix, sizes []float64, names []string) {
	var none []cell
	for i, size := range sizes {
		if c := ys.runs[0].cells[i]; size == 0 {
			c.Name = names[i]
			none = append(none, c)
		}
	}
	d.leaveOut(none, noArea)
}

// dotNotes are the author's texts at dots, by the names of the dots.
func (d *draft) dotNotes(xs, ys matrix, names []string) []chart.Mark {
	xs.cats, ys.cats = names, names
	marks := d.annotations(ys)
	for _, m := range marks {
		data := m.(chart.Notes).Data
		for i := range data {
			data[i].X = xs.runs[0].cells[int(data[i].X)].Y // where it stood in the middle of the band of its row
		}
	}
	return marks
}

// numberRole is the column of a role that takes numbers.
func (d *draft) numberRole(role string, at spec.At[string]) (int, bool) {
	c, ok := d.role(role, at)
	return c, ok && d.numbers(c, at)
}

// columnMatrix is one column of numbers, a category each row.
func (d *draft) columnMatrix(col int) matrix {
	rows := d.data.Rows
	r := run{name: d.data.Columns[col].Name, cells: make([]cell, 0, len(rows))}
	r.unit = d.data.Columns[col].Unit
	cats := make([]string, 0, len(rows))
	for i := range rows {
		cats = append(cats, rows[i].Label)
		r.cells = append(r.cells, d.cell(i, col, rows[i].Label, i))
	}
	return matrix{cats: cats, runs: []run{r}}
}

// freeAxis is an axis of a scatter chart: from zero or not, as the values lie.
func (d *draft) freeAxis(m matrix, s span, col int, asked spec.Axis) chart.Axis {
	keep := d.fig
	with := *d.fig
	with.Axis = asked
	d.fig = &with
	a := d.valueAxis(d.scatterSpan(m, s), m.measure, 0)
	d.fig = keep
	a.Title = d.data.Columns[col].Name
	if asked.Title.Set() {
		a.Title = asked.Title.V
	} else if m.unit != "" {
		a.Title += d.say("（", " (") + m.unit + d.say("）", ")")
	}
	a.Title = typeset.Text(a.Title)
	return a
}

// scatterSpan leaves some room around the dots, unless a whole step of the axis
// would stay empty for it.
func (d *draft) scatterSpan(m matrix, t span) span {
	if d.fig.Axis.Log.V {
		return t
	}
	s := t.padded(0.04)
	if t.lo >= 0 {
		s.lo = max(s.lo, 0)
	}
	if lineSpan(t) == t.fromZero() {
		s = s.fromZero()
	}
	if niceScale(s.lo, s.hi, 0).max-t.hi > (s.hi-s.lo)/4 {
		s.hi = t.hi
	}
	return d.asked(t, s.shares(m))
}

func (d *draft) dot(x, y cell, name string) chart.Datum {
	datum := y.Datum
	datum.X, datum.Name = x.Y, typeset.Text(name)
	datum.Missing = x.Missing || y.Missing
	datum.Text = x.Text + d.say("，", ", ") + y.Text
	if (d.fig.Label.Set() || d.fig.Labels.V || d.highlighted(name)) && !d.unlabelled() {
		datum.Label = chart.Label{Text: typeset.Text(name), Place: chart.Right, Color: d.theme.Ink}
	}
	return datum
}

// rowNames are the names of the dots: the label column, or the rows' own.
func (d *draft) rowNames() ([]string, bool) {
	names := make([]string, len(d.data.Rows))
	col, ok := 0, true
	if d.fig.Label.Set() {
		if col, ok = d.role("label", d.fig.Label); !ok {
			return nil, false
		}
	}
	for i, row := range d.data.Rows {
		names[i] = row.Label
		if d.fig.Label.Set() {
			names[i] = name(row.Cells[col])
		}
	}
	return names, true
}

// bubbleSizes are diameters whose areas are in proportion to a column, or nil
// without one. A dot without a size is missing, and one of no size is named in a
// note.
func (d *draft) bubbleSizes(ys matrix, names []string) ([]float64, bool) {
	at := d.fig.Size
	if len(d.fig.Role("size")) == 0 {
		if d.fig.Chart.V != "bubble" {
			return nil, true
		}
		at = spec.At[string]{}
	}
	col, ok := d.numberRole("size", at)
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
	sizes := make([]float64, len(d.data.Rows))
	for i, row := range d.data.Rows {
		if sizes[i] = d.diameter(row.Cells[col], largest); row.Cells[col].Kind != series.Number {
			ys.runs[0].cells[i].Missing = true
		}
	}
	if slices.Max(sizes) > 0 {
		return sizes, true
	}
	d.noteNoArea(ys, sizes, names) // of all: nothing is drawn
	return nil, false
}

// diameter is that of a dot for a value: none for zero, the least for one that is
// missing, where only a note says so.
func (d *draft) diameter(v series.Value, largest float64) float64 {
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

// indexes are 0 … n-1.
func indexes(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	return all
}

// groups are the series of a scatter chart; without the role, one of no name but
// its y's.
func (d *draft) groups() ([]string, bool) {
	if !d.fig.Series.Set() {
		return []string{d.fig.Y.V}, true
	}
	col, ok := d.role("series", d.fig.Series)
	if !ok {
		return nil, false
	}
	names := d.distinct(col)
	return names, d.fewSeries(matrix{runs: make([]run, len(names))})
}

func (d *draft) groupOf(row int) string {
	if !d.fig.Series.Set() {
		return d.fig.Y.V
	}
	for i, c := range d.data.Columns {
		if c.Name == d.fig.Series.V {
			return name(d.data.Rows[row].Cells[i])
		}
	}
	return ""
}
