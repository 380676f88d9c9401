package kind

import (
	"fmt"

	"charts/internal/chart"
	"charts/internal/spec"
	"charts/internal/typeset"
)

// Diameters of bubbles in ems.
const (
	leastBubble   = 0.6
	largestBubble = 3.6
)

var scatterTraits = traits{names: yName, severally: true, plane: true}

// scatter makes a dot for each row at two numbers; with size, bubble is the same.
func scatter(d *builder) {
	x, okX := numberRole(d, "x", d.fig.X)
	y, okY := numberRole(d, "y", d.fig.Y)
	if !okX || !okY || len(d.data.Rows) == 0 {
		return
	}
	xs, ys := columnMatrix(d, x), columnMatrix(d, y)
	if !measured(d, &xs) || !measured(d, &ys) {
		return
	}
	names, ok := rowNames(d)
	sizes, ok2 := bubbleSizes(d, ys, names)
	groups, ok3 := groups(d)
	if !ok || !ok2 || !ok3 {
		return
	}
	s := ys.extent()
	bands, lines := references(d, ys, &s)
	p := chart.Panel{X: freeAxis(d, xs, xs.extent(), x, spec.Axis{}), Y: freeAxis(d, ys, s, y, d.fig.Axis), Marks: bands}
	p.X.Grid, p.X.Line = false, true
	order, lit := largeFirst(sizes, len(d.data.Rows)), d.lit.any(names)
	for i, g := range groups {
		dots := chart.Points{Name: typeset.Text(g), Color: d.paintMark(g, i, lit)}
		if len(groups) == 1 {
			dots.Data = make([]chart.Datum, 0, len(order))
		}
		for _, j := range order {
			if groupOf(d, j) != g || sizes != nil && sizes[j] == 0 {
				continue
			}
			dot := scatterDot(d, xs.runs[0].cells[j], ys.runs[0].cells[j], names[j])
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
	p.Marks = append(append(p.Marks, lines...), dotNotes(d, xs, ys, names)...)
	noteAreas(d, p.Marks, ys, sizes, names)
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

// noteAreas says what the areas show, and which rows have no dot.
func noteAreas(d *builder, marks []chart.Mark, ys matrix, sizes []float64, names []string) {
	if sizes != nil {
		d.chart.Notes = append(d.chart.Notes, typeset.Text(d.say("圆的面积表示", "The area of a dot shows ")+d.fig.Size.V+d.say("。", ".")))
	}
	d.noteMissing(missingDots(marks))
	noteNoArea(d, ys, sizes, names)
}

// noteNoArea names the rows whose dots have no area.
func noteNoArea(d *builder, ys matrix, sizes []float64, names []string) {
	var none []cell
	for i, size := range sizes {
		if c := ys.runs[0].cells[i]; size == 0 {
			c.Name = names[i]
			none = append(none, c)
		}
	}
	d.leaveOut(none, noArea)
}

// mostUnwritten is how many dots without a name are named in a note; more are counted.
const mostUnwritten = 12

// noteDots tells the dots whose names found no room.
func noteDots(d *builder, names []string) {
	if len(names) > mostUnwritten {
		d.chart.Notes = append(d.chart.Notes, typeset.Text(fmt.Sprintf(d.say("另有 %d 个点未写名。", "%d more dots have no room for their names."), len(names))))
		return
	}
	d.chart.Notes = append(d.chart.Notes, d.say("图中未写名的：", "Not named in the figure: ")+d.listed(names)+d.say("。", "."))
}

// unwritten are the names of dots that are not among the texts of the picture.
func unwritten(c *chart.Chart) (names []string) {
	written := map[string]int{}
	for _, t := range c.Texts {
		if t.Role == chart.RoleValue {
			written[t.S]++
		}
	}
	for _, p := range c.Panels {
		if p.X.Kind != chart.Linear || p.Y.Kind != chart.Linear {
			continue
		}
		for _, m := range p.Marks {
			_, data := chart.ValuesOf(m)
			for _, v := range data {
				switch {
				case v.Missing || v.Label.Text == "":
				case written[v.Label.Text] > 0:
					written[v.Label.Text]--
				case len(c.Panels) > 1:
					names = append(names, p.Title+" "+v.Name)
				default:
					names = append(names, v.Name)
				}
			}
		}
	}
	return names
}

// dotNotes are the author's texts at dots, by the names of the dots.
func dotNotes(d *builder, xs, ys matrix, names []string) []chart.Mark {
	xs.cats, ys.cats = names, names
	marks := annotations(d, ys)
	for _, m := range marks {
		data := m.(chart.Notes).Data
		for i := range data {
			data[i].X = xs.runs[0].cells[int(data[i].X)].Y // where it stood in the middle of the band of its row
		}
	}
	return marks
}

// numberRole is the column of a role that takes numbers.
func numberRole(d *builder, role string, at spec.At[string]) (int, bool) {
	c, ok := d.role(role, at)
	return c, ok && d.numbers(c, at)
}

// columnMatrix is one column of numbers, a category each row.
func columnMatrix(d *builder, col int) matrix {
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
func freeAxis(d *builder, m matrix, s span, col int, ask spec.Axis) chart.Axis {
	a := valueAxis(d, ask, scatterSpan(d, ask, m, s), m.measure, 0)
	a.Title = d.data.Columns[col].Name
	if ask.Title.Set() {
		a.Title = ask.Title.V
	} else if m.unit != "" {
		a.Title = withUnitOf(d, a.Title, m.unit)
	}
	a.Title = typeset.Text(a.Title)
	return a
}

// scatterSpan leaves some room around the dots, unless a whole step of the axis
// would stay empty for it.
func scatterSpan(d *builder, ask spec.Axis, m matrix, t span) span {
	if ask.Log.V {
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
	return asked(d, m.measure, ask, t, s.shares(m))
}

func scatterDot(d *builder, x, y cell, name string) chart.Datum {
	datum := y.Datum
	datum.X, datum.Name = x.Y, typeset.Text(name)
	datum.Missing = x.Missing || y.Missing
	datum.Text = x.Text + d.say("，", ", ") + y.Text
	if (d.fig.Label.Set() || d.fig.Labels.V || d.lit.has(name)) && !d.unlabelled() {
		datum.Label = chart.Label{Text: typeset.Text(name), Place: chart.Right, Color: d.theme.Ink}
	}
	return datum
}

// rowNames are the names of the dots: the label column, or the rows' own.
func rowNames(d *builder) ([]string, bool) {
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

// groups are the series of a scatter chart; without the role, one of no name but
// its y's.
func groups(d *builder) ([]string, bool) {
	if !d.fig.Series.Set() {
		return []string{d.fig.Y.V}, true
	}
	col, ok := d.role("series", d.fig.Series)
	if !ok {
		return nil, false
	}
	names := distinct(d, col)
	return names, fewSeries(d, matrix{runs: make([]run, len(names))})
}

func groupOf(d *builder, row int) string {
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
