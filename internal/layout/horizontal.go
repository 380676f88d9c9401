package layout

import (
	"charts/internal/chart"
	"charts/internal/font"
)

// A horizontal is a panel whose bars run to the right, with names at the left.
type horizontal struct {
	*sheet
	p     *chart.Panel
	names [][]string
	size  float64 // of names and values
	notes map[int][]string
	above bool // names and values are above their bars, which would be too short beside them
}

// place puts the panel at the sheet's y; height 0 lets the content decide.
func (w *horizontal) place(height float64) {
	w.size = w.em
	w.above = w.crowded()
	head, below := w.head(), w.below()
	room := height - head - below
	if height == 0 {
		room = TallestPage - head - below
		if len(w.c.Panels) == 1 {
			room -= w.y + w.footHeight
		}
	}
	step := w.step(room, height > 0)
	if step < w.rowHeight() { // too many rows for the usual size
		w.size = w.small
		step = max(w.step(room, height > 0), w.rowHeight())
	}
	plot := step * float64(len(w.p.Y.Labels))
	if height > 0 && room > plot { // few rows are in the middle
		w.y += (room - plot) / 2
	}
	w.p.Area = w.area(head, plot)
	w.p.Beside = w.p.Area.X - w.left - w.nameColumn()
	w.titles()
	w.ticks()
	w.rowNames(step)
	w.ruleLabels()
	if w.columned() {
		w.valueColumn()
	} else {
		w.labels(w.p, w.size)
	}
	w.writeTotals(w.p, w.size)
	w.rowNotes()
	w.connectors(w.p)
	w.y += head + plot + below
}

// leastColumned is how long, in ems, bars are at least beside names and a column of
// values.
const leastColumned = 12

// crowded reports whether the bars would be shorter than that.
func (w *horizontal) crowded() bool {
	w.names = w.breakNames()
	return w.p.Column && w.area(0, 0).W < leastColumned*w.em
}

// aboveRow is the height of a row, in ems, that has its name and value above its bar.
const aboveRow = 3.4

// step is the height of a row: comfortable, or what the room allows.
func (w *horizontal) step(room float64, fixed bool) float64 {
	w.names = w.breakNames()
	n := max(1, float64(len(w.names)))
	comfort := max(w.rowHeight()*1.25, 2.1*w.em, w.p.Row*w.em)
	if w.above {
		comfort = max(comfort, aboveRow*w.em)
	}
	if fixed {
		comfort = max(comfort, tallRow*w.em)
	}
	return min(room/n, comfort)
}

// tallRow is how high a row gets, in ems, to fill a height that is asked for.
const tallRow = 6

// rowHeight is the least height of a row: its name's lines, or its bars' labels. A
// long name takes room of short neighbours, but the first and the last have one alone.
func (w *horizontal) rowHeight() float64 {
	lines, before := 1.0, 1.0
	for i, n := range w.names {
		own := float64(len(n))
		if lines = max(lines, (before+own)/2); i == 0 || i == len(w.names)-1 {
			lines = max(lines, own)
		}
		before = own
	}
	h := (lines-1)*w.line(w.size)*0.9 + 1.2*w.size
	for _, b := range chart.Only[chart.Bars](w.p.Marks) {
		if b.Stack == "" && b.Width < BarWidth && b.Name != "" {
			h = max(h, 1.16*w.size/(b.Width/BarShare))
		}
	}
	return h
}

func (w *horizontal) breakNames() [][]string {
	var names [][]string
	for _, l := range w.p.Y.Labels {
		if w.p.Y.Hidden { // they are beside another panel
			l = ""
		}
		limit := w.nameLimit
		if w.above {
			limit = w.right - w.left - labelWidth(w.faces, w.p, w.size) - w.em
		}
		names = append(names, w.faces.Wrap(l, limit-w.indent(len(names)), w.size, false))
	}
	return names
}

// indent is how far the i-th name is under the others.
func (w *horizontal) indent(i int) float64 {
	if w.p.Y.Depth == nil || w.p.Y.Hidden {
		return 0
	}
	return float64(w.p.Y.Depth[i]) * w.size
}

// head is the height above the area: the axis title, names of reference lines.
func (w *horizontal) head() float64 {
	h := 0.2 * w.em
	if w.above {
		h += 0.5 * w.em
	}
	if w.p.X.Title != "" {
		h += w.line(w.em) + 0.2*w.em
	}
	return h + w.ruleHeight()
}

// below is the height of the tick labels.
func (w *horizontal) below() float64 {
	if w.p.X.Hidden {
		return 0.3 * w.em
	}
	return 0.4*w.em + w.line(w.em)
}

// area leaves room for the names at the left, and for the labels beyond the
// marks: the longest bar and the longest label need not be the same.
func (w *horizontal) area(head, plot float64) chart.Rect {
	if w.above {
		return chart.Rect{X: w.left, Y: w.y + head, W: w.right - w.left, H: plot}
	}
	left := w.left + w.nameColumn() + 0.6*w.em
	full := w.right - left - w.noteColumn()
	if w.columned() { // the values are in a column of their own
		full -= labelWidth(w.faces, w.p, w.size) + w.em
		return chart.Rect{X: left, Y: w.y + head, W: max(full, 4*w.em), H: plot}
	}
	shift, fit := 0.0, 0.0
	for range 4 { // each of the two depends a little on the other
		fit = full - shift
		if n := len(w.p.X.Ticks); n > 0 && !w.p.X.Hidden {
			fit -= w.faces.Width(w.p.X.Ticks[n-1].Label, w.em, false) / 2
		}
		for _, o := range w.overhangs() {
			if !o.left && o.part > 0.02 {
				fit = min(fit, (full-shift-o.label)/o.part)
			}
		}
		for _, o := range w.overhangs() {
			if o.left {
				shift = max(shift, o.label-o.part*fit)
			}
		}
	}
	if w.wide > 0 {
		fit = min(fit, w.wide)
	}
	return chart.Rect{X: left + shift, Y: w.y + head, W: max(fit, 4*w.em), H: plot}
}

// noteColumn is the width of the annotations with their gap.
func (w *horizontal) noteColumn() float64 {
	column := 0.0
	for i := range w.p.Y.Labels {
		if n := w.notes[i]; n != nil {
			column = max(column, w.faces.Widest(n, w.small, false)+w.em)
		}
	}
	return column
}

// nameColumn is the width of the names.
func (w *horizontal) nameColumn() float64 {
	left := 0.0
	for i, n := range w.names {
		left = max(left, w.indent(i)+w.faces.Widest(n, w.size, false))
	}
	return left
}

// An overhang is a label beside a mark that ends at a part of the axis.
type overhang struct {
	part, label float64
	left        bool
}

func (w *horizontal) overhangs() []overhang {
	var all []overhang
	add := func(d chart.Datum, dot float64) {
		if d.Label.Text == "" || d.Label.Place == chart.Center {
			return
		}
		o := overhang{part: w.p.X.Part(d.Y), label: w.faces.Width(d.Label.Text, w.size, d.Label.Bold) + 0.5*w.size + dot}
		o.left = d.Label.Place == chart.Left || d.Label.Place == chart.Outside && d.Y < d.Base
		if o.left { // clear of the names
			o.label += 0.5 * w.size
		}
		if d.Missing {
			o.part, o.left = w.p.X.Part(w.p.Plane().Zero()), false
		}
		all = append(all, o)
	}
	for _, t := range w.p.Totals {
		add(t, 0)
	}
	for _, m := range w.p.Marks {
		switch m := m.(type) {
		case chart.Bars:
			for _, d := range m.Data {
				add(d, 0)
			}
		case chart.Points:
			for _, d := range m.Data {
				add(d, w.c.Style.DotSize)
			}
		}
	}
	return all
}

// columned reports whether the values are in a column of their own: those of bars,
// where reference lines would run through them.
func (w *horizontal) columned() bool {
	return w.p.Column || len(w.rules()) > 0 && len(chart.Only[chart.Points](w.p.Marks)) == 0
}

// valueColumn writes the values in one column at the right edge, so that no
// reference line runs through them.
func (w *horizontal) valueColumn() {
	pl := w.p.Plane()
	for _, b := range chart.Only[chart.Bars](w.p.Marks) {
		for _, d := range b.Data {
			if d.Label.Place == chart.Outside {
				w.text(chart.Text{Role: chart.RoleValue, S: d.Label.Text, X: w.right - w.noteColumn(), Y: w.faces.Middle(w.lineOf(pl.Bar(b, d)), w.size), Size: w.size, Bold: d.Label.Bold, Color: d.Label.Color, Align: chart.AlignRight})
			} else {
				w.barLabel(pl, b, d, w.size)
			}
		}
	}
}

// lineOf is where the texts of a row have their middle: at its bar, or above it.
func (w *horizontal) lineOf(bar chart.Rect) float64 {
	if w.above {
		return bar.Y - 0.7*w.size
	}
	return bar.Middle().Y
}

// titles writes the title of the value axis.
func (w *horizontal) titles() {
	w.text(chart.Text{Role: chart.RoleAxis, S: w.p.X.Title, X: w.p.Area.X, Y: w.y + font.Ascent(w.em), Size: w.em, Color: w.c.Style.Muted})
}

// ticks writes the labels of the value axis under the area.
func (w *horizontal) ticks() {
	if w.p.X.Hidden {
		return
	}
	pl := w.p.Plane()
	y := w.p.Area.Y + w.p.Area.H + 0.4*w.em + font.Ascent(w.em)
	for _, t := range w.roomyTicks(w.p.X.Ticks, w.p.Area.W) {
		w.text(chart.Text{Role: chart.RoleTick, S: t.Label, X: pl.Px(t.At), Y: y, Size: w.em, Color: w.c.Style.Muted, Align: chart.AlignCenter})
	}
}

// rowNames writes the names left of their rows.
func (w *horizontal) rowNames(step float64) {
	lineStep := w.line(w.size) * 0.9
	x, align := w.left+w.nameColumn(), chart.AlignRight
	if w.above || w.p.Y.Depth != nil {
		x, align = w.left, chart.AlignLeft
	}
	for i, lines := range w.names {
		mid := w.p.Area.Y + (float64(i)+0.5)*step
		if w.above {
			track := w.p.Marks[0].(chart.Bars)
			mid = w.lineOf(w.p.Plane().Bar(track, track.Data[i]))
		}
		top := mid - float64(len(lines)-1)*lineStep/2
		for k, l := range lines {
			w.text(chart.Text{Role: chart.RoleTick, S: l, X: x + w.indent(i), Y: w.faces.Middle(top+float64(k)*lineStep, w.size), Size: w.size, Color: w.c.Style.Ink, Align: align})
		}
	}
}

func (w *horizontal) rules() []chart.Rule {
	var all []chart.Rule
	for _, r := range chart.Only[chart.Rules](w.p.Marks) {
		for _, rule := range r.Data {
			if rule.Label != "" {
				all = append(all, rule)
			}
		}
	}
	return all
}

// ruleNames breaks the names of reference lines so that they fit side by side.
func (w *horizontal) ruleNames() [][]string {
	rules := w.rules()
	var names [][]string
	for _, r := range rules {
		names = append(names, w.faces.Wrap(r.Label, (w.right-w.left)/float64(len(rules))-w.em, w.em, false))
	}
	return names
}

// ruleHeight is the height of the names of reference lines.
func (w *horizontal) ruleHeight() float64 {
	lines := 0
	for _, n := range w.ruleNames() {
		lines = max(lines, len(n))
	}
	return float64(lines) * w.line(w.em)
}

// ruleLabels writes the names of reference lines above the area, side by side.
func (w *horizontal) ruleLabels() {
	rules, names := w.rules(), w.ruleNames()
	pl := w.p.Plane()
	var at, widths []float64
	for i, r := range rules {
		at = append(at, pl.Px((r.From+r.To)/2))
		widths = append(widths, w.faces.Widest(names[i], w.em, false)+0.8*w.em)
	}
	for i, x := range Spread(at, widths, w.left-0.4*w.em, w.right+0.4*w.em) {
		for k, l := range names[i] {
			up := float64(len(names[i])-1-k) * w.line(w.em)
			w.text(chart.Text{Role: chart.RoleNote, S: l, X: x, Y: w.p.Area.Y - 0.5*w.em - up, Size: w.em, Color: w.c.Style.Ink, Align: chart.AlignCenter})
		}
	}
}

// rowNotes writes annotations in a column at the right edge, each beside its row
// or as near as the others leave room.
func (w *horizontal) rowNotes() {
	pl := w.p.Plane()
	var rows []int
	var at, heights []float64
	for i := range w.p.Y.Labels {
		if n := len(w.notes[i]); n > 0 {
			rows = append(rows, i)
			at = append(at, pl.Py(float64(i)+0.5))
			heights = append(heights, (float64(n)+0.3)*w.line(w.small)*0.9)
		}
	}
	for k, mid := range Spread(at, heights, w.p.Area.Y-0.5*w.em, w.p.Area.Y+w.p.Area.H+0.5*w.em) {
		step := w.line(w.small) * 0.9
		lines := w.notes[rows[k]]
		top := mid - float64(len(lines)-1)*step/2
		for i, l := range lines {
			w.text(chart.Text{Role: chart.RoleNote, S: l, X: w.right, Y: w.faces.Middle(top+float64(i)*step, w.small), Size: w.small, Color: w.c.Style.Muted, Align: chart.AlignRight})
		}
	}
}

// readNotes breaks the annotations of the rows into lines.
func (w *horizontal) readNotes() {
	w.notes = map[int][]string{}
	for _, notes := range chart.Only[chart.Notes](w.p.Marks) {
		for _, d := range notes.Data {
			w.notes[int(d.X)] = w.faces.Wrap(d.Label.Text, RowNoteShare*(w.right-w.left), w.small, false)
		}
	}
}
