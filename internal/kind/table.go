package kind

import (
	"slices"
	"strconv"
	"strings"

	"charts/internal/chart"
	"charts/internal/layout"
	"charts/internal/notation"
	"charts/internal/palette"
	"charts/internal/series"
	"charts/internal/spec"
	"charts/internal/typeset"
)

// Measures of a table in ems.
const (
	tableRow    = 1.9
	tableLine   = 1.25
	tableGap    = 1.4 // between columns
	tableBar    = 7.0
	tableWidest = 18.0 // of a column of text
)

// A tableColumn is one column of a table figure on its way.
type tableColumn struct {
	at     int // in the frame
	as     string
	title  string
	m      matrix // of numbers
	number bool
	rated  bool
	x, w   float64    // in ems
	bar    float64    // of w: for bars and small lines
	texts  []string   // one a row
	lines  [][]string // the same, broken
}

var tableTraits = traits{severally: true, asPrinted: true}

// table makes the rows as a table, with bars or small lines in its cells.
func table(d *builder) {
	cols, ok := tableColumns(d)
	if !ok || len(d.data.Rows) == 0 {
		return
	}
	if len(d.data.Rows) > maxCategories {
		d.errorAt(d.fig.Chart, "too-many", "%d rows do not fit on a page", len(d.data.Rows)).Hintf("keep some with top: {n: 20}")
		return
	}
	if !tableWidths(d, cols) {
		return
	}
	heights := make([]float64, len(d.data.Rows))
	total := tableRow
	for i := range heights {
		heights[i] = tableRow
		for _, c := range cols {
			heights[i] = max(heights[i], tableRow+float64(len(c.lines[i])-1)*tableLine)
		}
		total += heights[i]
	}
	st := d.open(total)
	p := chart.Panel{Marks: tableHead(d, st, cols)}
	y := tableRow
	for _, h := range heights {
		y += h
		p.Marks = append(p.Marks, tableRule(st, y-0.01, d.theme.Grid, d.chart.Style.GridWidth))
	}
	for _, c := range cols {
		y := tableRow
		mark := chart.Cells{Name: typeset.Text(c.title)}
		for i, h := range heights {
			p.Marks = append(p.Marks, tableCell(d, st, &mark, c, i, y+h/2)...)
			y += h
		}
		p.Marks = append(p.Marks, mark)
		d.told = append(d.told, columnTold(cols, c, mark))
	}
	d.chart.Panels = []chart.Panel{p}
}

// columnTold is a column for the words. Of texts, of years and of different units none is
// the highest: they have no names there. A row without a name has that of its first text.
func columnTold(cols []tableColumn, c tableColumn, mark chart.Cells) run {
	r := run{name: mark.Name}
	first := slices.IndexFunc(cols, func(c tableColumn) bool { return !c.number })
	for i, datum := range mark.Data {
		switch {
		case !c.number || mixed(c.m) || c.m.runs[0].identifies():
			datum.Name = ""
		case datum.Name == "" && first >= 0:
			datum.Name = cols[first].texts[i]
		}
		r.cells = append(r.cells, cell{Datum: datum})
	}
	return r
}

// tableColumns reads the role columns.
func tableColumns(d *builder) ([]tableColumn, bool) {
	var cols []tableColumn
	for _, tc := range d.fig.Columns {
		at, ok := d.role("columns", tc.Name)
		if !ok {
			return nil, false
		}
		c := tableColumn{at: at, as: tc.As.V, title: tc.Name.V, number: allNumbers(d, at)}
		if c.as == "bar" && !d.numbers(at, tc.Name) {
			return nil, false
		}
		if c.number && !tableNumbers(d, &c, tc.Format) {
			return nil, false
		}
		rateColumn(d, tc, &c)
		for _, row := range d.data.Rows {
			text := tableText(c, row, len(c.texts))
			c.texts, c.lines = append(c.texts, text), append(c.lines, []string{text})
		}
		cols = append(cols, c)
	}
	if len(cols) == 0 {
		_, ok := d.role("columns", spec.At[string]{})
		return nil, ok
	}
	return cols, true
}

// allNumbers reports whether a column holds numbers and gaps only, and at least
// one number.
func allNumbers(d *builder, col int) bool {
	some := false
	for _, row := range d.data.Rows {
		if row.Cells[col].Kind == series.Text {
			return false
		}
		some = some || row.Cells[col].Kind == series.Number
	}
	return some
}

func tableNumbers(d *builder, c *tableColumn, asked spec.At[string]) bool {
	as := d.fig.Format
	if asked.Set() {
		as = asked
	}
	c.m = columnMatrix(d, c.at)
	ok := d.numbers(c.at, asked)
	if ok && as.V == "" && !d.fig.Unit.Set() && c.as == "" && mixed(c.m) {
		eachInItsUnit(d, c.m.runs[0].cells)
	} else {
		ok = ok && measuredAs(d, &c.m, as)
	}
	if unit := c.m.unit; unit != "" && unit != "%" && unit != "‰" {
		c.title = notation.Stem(c.title) + d.say("（", " (") + unit + d.say("）", ")")
	}
	return ok
}

// eachInItsUnit writes numbers as they are printed, each with its own unit.
func eachInItsUnit(d *builder, cells []cell) {
	for i := range cells {
		if c := &cells[i]; !c.Missing {
			c.Y, c.Text = c.v.Num, measure{format: format{decimals: asPrinted}, unit: c.v.Unit}.full(c.v)
			if c.Computed && !d.all {
				c.Text, d.computed = c.Text+computedMark, true
			}
			c.short = c.Text
		}
	}
}

func tableText(c tableColumn, row series.Row, i int) string {
	v := row.Cells[c.at]
	switch {
	case c.as == "sparkline":
		return ""
	case v.Kind == series.Missing:
		return "—"
	case c.number:
		return c.m.runs[0].cells[i].short
	}
	return typeset.Text(name(v))
}

// tableWidths gives each column its width: narrower columns of text until all
// fit, then shorter bars, and wider gaps when there is room.
func tableWidths(d *builder, cols []tableColumn) bool {
	room := d.em - 0.7
	for _, bar := range []float64{tableBar, tableBar / 2} {
		for limit := tableWidest; limit >= 3; limit-- {
			sum := 0.0
			for i := range cols {
				cols[i].fit(d.faces, limit, bar)
				sum += cols[i].w
			}
			if gap := (room - sum) / float64(max(1, len(cols)-1)); gap >= tableGap*0.6 || len(cols) == 1 {
				spreadColumns(cols, room-sum)
				return true
			}
		}
	}
	d.errorAt(d.fig.Columns[0].Name, "too-wide", "%d columns do not fit side by side", len(cols)).Hintf("name fewer columns")
	return false
}

// spreadColumns gives the spare width to the gaps, up to a measure, then to bars
// and small lines; without any, all to the gaps.
func spreadColumns(cols []tableColumn, spare float64) {
	gaps, drawn := float64(len(cols)-1), 0.0
	for _, c := range cols {
		if c.bar > 0 {
			drawn++
		}
	}
	gap := 0.0
	if gaps > 0 {
		gap = spare / gaps
	}
	if drawn > 0 {
		gap = min(gap, 2*tableGap)
	}
	x := 0.0
	for i := range cols {
		c := &cols[i]
		if c.bar > 0 {
			more := (spare - gap*gaps) / drawn
			c.bar, c.w = c.bar+more, c.w+more
		}
		c.x = x
		x += c.w + gap
	}
}

// fit breaks the texts of a column at a limit and takes its width, with bars that long.
func (c *tableColumn) fit(f typeset.Faces, limit, bar float64) {
	c.w = f.Width(typeset.Text(c.title), 1, true) + 2*layout.TextGap
	if c.as == "sparkline" {
		c.w = max(c.w, bar)
		c.bar = c.w
		return
	}
	for i, text := range c.texts {
		if !c.number {
			c.lines[i] = f.Wrap(text, limit, 1, false)
		}
		c.w = max(c.w, f.Widest(c.lines[i], 1, false)+2*layout.TextGap)
	}
	if c.as == "bar" {
		c.w = max(c.w, widestOf(f, c.lines)+bar)
		c.bar = c.w - widestOf(f, c.lines) - 2*layout.TextGap
	}
}

func widestOf(f typeset.Faces, all [][]string) float64 {
	w := 0.0
	for _, lines := range all {
		w = max(w, f.Widest(lines, 1, false))
	}
	return w
}

// tableHead are the names of the columns over a line.
func tableHead(d *builder, st chart.Stage, cols []tableColumn) []chart.Mark {
	var notes chart.Notes
	for _, c := range cols {
		l := chart.Label{Text: typeset.Text(c.title), Place: chart.Right, Color: d.theme.Muted, Bold: true}
		x := c.x
		if c.number && c.as != "bar" {
			x, l.Place = c.x+c.w, chart.Left
		}
		notes.Data = append(notes.Data, st.Note(x, tableRow/2, l))
	}
	return []chart.Mark{tableRule(st, tableRow, d.theme.Rule, d.chart.Style.LeadWidth), notes}
}

// tableRule is a line across the table.
func tableRule(st chart.Stage, y float64, color chart.Color, w float64) chart.Lines {
	return chart.Lines{Color: color, Width: w, Data: []chart.Datum{{X: 0, Y: y / st.H}, {X: 1, Y: y / st.H}}}
}

// tableCell puts one cell into the column's mark and returns what else is drawn
// there: a bar or a small line.
func tableCell(d *builder, st chart.Stage, mark *chart.Cells, c tableColumn, i int, y float64) []chart.Mark {
	datum := chart.Datum{Name: typeset.Text(d.data.Rows[i].Label), Text: c.texts[i], Sources: d.cite(d.data.Rows[i].Sources), Rows: []int{i}}
	datum.Label = chart.Label{Text: strings.Join(c.lines[i], "\n"), Place: chart.Right, Color: d.theme.Ink}
	x, color := c.x, d.theme.Accent
	if c.number {
		value := c.m.runs[0].cells[i].Datum
		datum.Y, datum.Missing, datum.Computed = value.Y, value.Missing, value.Computed
		if c.rated && !value.Missing {
			color = value.Color
		}
	}
	var more []chart.Mark
	switch {
	case c.as == "bar":
		if w := c.barLength(datum); w > 0 {
			x += layout.TextGap // under the first letter of the head
			more = []chart.Mark{chart.Cells{Data: []chart.Datum{{Color: color}}, Boxes: []chart.Rect{st.Box(x, y-0.45, w, 0.9)}}}
			x += w + 0.1
		}
	case c.as == "sparkline":
		more = sparkline(d, st, c, i, y)
	case c.number:
		if c.rated && !datum.Missing {
			tint := palette.Mix(d.theme.Background, color, levelTint)
			more = []chart.Mark{chart.Cells{Data: []chart.Datum{{Color: tint}}, Boxes: []chart.Rect{st.Box(c.x, y-tableRow/2+0.1, c.w, tableRow-0.2)}}}
		}
		x, datum.Label.Place = c.x+c.w, chart.Left
	}
	mark.Data = append(mark.Data, datum)
	mark.Boxes = append(mark.Boxes, st.Box(x, y, 0, 0))
	return more
}

// barLength is the length of the bar of a cell in ems; what is missing or below
// zero has none.
func (c tableColumn) barLength(v chart.Datum) float64 {
	if v.Missing || v.Y <= 0 {
		return 0
	}
	return (c.bar - 0.5) * (v.Y / c.m.extent().hi)
}

// sparkline draws the numbers of a cell such as 12、15、18 as a small line.
func sparkline(d *builder, st chart.Stage, c tableColumn, i int, y float64) []chart.Mark {
	v := d.data.Rows[i].Cells[c.at]
	fields := strings.FieldsFunc(v.Text, func(r rune) bool { return strings.ContainsRune(",，、; ；", r) })
	var s span
	var vs []float64
	for _, f := range fields {
		n, err := strconv.ParseFloat(f, 64)
		if err != nil || n-n != 0 {
			d.errorAt(d.fig.Columns[0].Name, "sparkline", "%q is no list of numbers", v.Text).See = seeRow(d.data.Rows[i])
			return nil
		}
		s.add(n)
		vs = append(vs, n)
	}
	if len(vs) < 2 {
		return nil
	}
	l := chart.Lines{Color: d.theme.Accent, Width: d.chart.Style.LineWidth * 0.7}
	for k, n := range vs {
		part := (n - s.lo) / max(s.hi-s.lo, 1e-12)
		at := st.Note(c.x+layout.TextGap+(c.bar-layout.TextGap)*float64(k)/float64(len(vs)-1), y+0.5-part, chart.Label{})
		l.Data = append(l.Data, at)
	}
	return []chart.Mark{l}
}

// rateColumn rates the numbers of a column of a table. The name of the column
// is in the legend when others have limits, too.
func rateColumn(d *builder, tc spec.TableCol, c *tableColumn) {
	l, ok := readThresholds(d, tc.Limits, tc.Good, c.m)
	if !ok {
		return
	}
	if !c.number || c.as == "sparkline" {
		at := tc.Limits[0]
		d.problems.Errorf(at.Pos, "limits", "limits are for numbers, and the cells of %s are none", tc.Name.V).Hintf("leave limits out")
		return
	}
	what, others := "", func(o spec.TableCol) bool { return len(o.Limits) > 0 && o.Name.V != tc.Name.V }
	if slices.ContainsFunc(d.fig.Columns, others) {
		what = tc.Name.V
	}
	var names []string
	for _, row := range d.data.Rows {
		names = append(names, row.Label)
	}
	rate(d, l, what, names, c.m.runs[0].cells)
	c.rated = true
}
