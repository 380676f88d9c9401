package layout

import (
	"math"
	"slices"

	"charts/internal/chart"
	"charts/internal/font"
	"charts/internal/typeset"
)

// plotHeight is the height of a plot in ems when the content decides.
const plotHeight = 21

// A vertical is a panel whose value axis is vertical: columns and lines.
type vertical struct {
	*sheet
	p        *chart.Panel
	names    [][]string // of the bands, as lines
	nameSize float64
	side     []sideText // names at the right
	size     float64    // of the value labels
}

// A sideText is a text in the column at the right: the name of a line, a
// reference.
type sideText struct {
	at    float64     // on the value axis
	from  chart.Point // where its line ends, for the lead line
	lines []string
	color chart.Color
	bold  bool
}

// insets are the widths of the columns left and right of the area.
func (u *vertical) insets() (left, right float64) {
	if !u.p.Y.Hidden {
		for _, t := range u.p.Y.Ticks {
			left = max(left, typeset.Width(t.Label, u.em, false))
		}
		left += float64(0.6 * u.em)
	}
	for _, t := range u.p.Y2.Ticks {
		right = max(right, typeset.Width(t.Label, u.em, false))
	}
	if right > 0 {
		right += float64(0.6 * u.em)
	}
	u.side = u.sideTexts()
	for _, t := range u.side {
		right = max(right, typeset.Widest(t.lines, u.em, t.bold)+float64(DirectGap*u.em))
	}
	u.trim((u.right - u.left - left - right) / max(1, float64(len(u.p.X.Labels))))
	half := u.halfName(u.right - u.left - left - right)
	return max(left, half), max(right+u.overhang(), half)
}

// halfName is the room for what the first and the last name under a panel have
// beyond it: half of each under lines that run from edge to edge, under columns
// what is wider than their band.
func (u *vertical) halfName(w float64) float64 {
	names := u.p.X.Labels
	if u.p.X.Kind != chart.Band || len(names) == 0 {
		return 0
	}
	sequence := u.p.X.Sequence
	half := max(typeset.Width(names[0], u.em, false), typeset.Width(names[len(names)-1], u.em, false))
	switch {
	case u.p.X.Min == 0 && sequence:
		return max(0, half-bandStep(u.p, w)) / 2
	case u.p.X.Min == 0: // they break
		return 0
	case !sequence:
		half = min(half, bandStep(u.p, u.right-u.left))
	}
	return half / 2
}

// overhang is the room for the half of the last tick label of a value axis along
// the bottom.
func (u *vertical) overhang() float64 {
	if n := len(u.p.X.Ticks); n > 0 {
		return typeset.Width(u.p.X.Ticks[n-1].Label, u.em, false) / 2
	}
	return 0
}

// head is the height above the area: titles, annotations, labels over the
// highest mark.
func (u *vertical) head() float64 {
	h := 0.0
	if u.p.Title != "" {
		h += u.line(u.em)
	}
	if u.p.Y.Title != "" || u.p.Y2.Title != "" {
		h += u.line(u.em) + float64(0.3*u.em)
	}
	return h + u.noteHeight() + u.headroom()
}

// headroom is the height of the labels above the highest mark, when the axis
// ends there.
func (u *vertical) headroom() float64 {
	if u.p.Y.Hidden || u.p.Y.Title == "" || len(u.p.Totals) > 0 {
		return float64(1.5 * u.em)
	}
	return float64(0.9 * u.em)
}

// footroom is the height of the labels under negative bars, and parts the lowest
// tick from the first name where lines start at the edge.
func (u *vertical) footroom() float64 {
	switch {
	case u.p.Y.Hidden && u.p.Y.Min < 0:
		return float64(1.5 * u.em)
	case u.p.X.Kind == chart.Band && u.p.X.Min > 0:
		return float64(0.3 * u.em)
	}
	return 0
}

// place puts the panel at the sheet's y, with a whole height of its own or, when
// 0, a natural one.
func (u *vertical) place(left, right, height float64) {
	x, w := u.left+left, u.right-right-u.left-left
	u.names = u.bandNames(w)
	head, below := u.head(), u.below()
	plot := height - head - below
	if height == 0 {
		plot = u.naturalPlot()
	}
	plot = max(plot, u.leastPlot())
	u.p.Area = chart.Rect{X: x, Y: u.y + head, W: w, H: plot}
	u.size = u.valueSize()
	u.titles()
	u.valueTicks()
	u.bandLabels()
	u.noteTexts()
	u.labels(u.p, u.size)
	u.totalTexts()
	u.missingPoints()
	u.endTexts()
	u.dotNames()
	u.sideColumn()
	u.connectors()
	u.y += head + plot + below
}

// naturalPlot is lower for the panels of a group.
func (u *vertical) naturalPlot() float64 {
	if len(u.c.Panels) > 1 {
		return 12 * u.em
	}
	return plotHeight * u.em
}

// leastPlot is what ticks and side texts need.
func (u *vertical) leastPlot() float64 {
	lines := u.endLabels()
	for _, t := range u.side {
		lines += len(t.lines)
	}
	least := 5 * u.em
	if u.p.Y.Hidden && u.p.Y2.Hidden || u.labelledStack() {
		least = PlotEms * u.em // what the labels were fitted to
	}
	return max(least, float64(len(u.p.Y.Ticks)-1)*1.3*u.em, float64(lines)*u.line(u.em))
}

// labelledStack reports whether values stand in the parts of a stack.
func (u *vertical) labelledStack() bool {
	return slices.ContainsFunc(u.p.Marks, func(m chart.Mark) bool {
		b, ok := m.(chart.Bars)
		return ok && b.Stack != "" && slices.ContainsFunc(b.Data, func(d chart.Datum) bool { return d.Label.Text != "" })
	})
}

// below is the height under the area.
func (u *vertical) below() float64 {
	h := u.footroom()
	if u.p.X.Hidden {
		return h + float64(1.2*u.em)
	}
	lines := 1
	for _, n := range u.names {
		lines = max(lines, len(n))
	}
	h += float64(0.4*u.em) + float64(float64(lines)*u.line(u.em))
	if u.p.X.Title != "" {
		h += u.line(u.em)
	}
	return h
}

// bandNames breaks the category names into the steps of an axis of width w.
func (u *vertical) bandNames(w float64) [][]string {
	var names [][]string
	step := bandStep(u.p, w)
	u.nameSize = u.em
	sequence := u.p.X.Sequence
	if !sequence && u.smallNames(step*0.94) {
		u.nameSize = u.small
	}
	for _, l := range u.p.X.Labels {
		if sequence {
			names = append(names, []string{l})
			continue
		}
		names = append(names, typeset.Wrap(l, step*0.94, u.nameSize, false))
	}
	return names
}

// smallNames reports whether names have no room in the usual size, or are whole
// in the small size alone.
func (u *vertical) smallNames(room float64) bool {
	torn := func(size float64) bool {
		return slices.ContainsFunc(u.p.X.Labels, func(n string) bool { return typeset.Tears(n, room, size) })
	}
	return !NamesFit(u.p.X.Labels, room/u.em) || torn(u.em) && !torn(u.small)
}

// bandStep is the width of a band on an area of width w.
func bandStep(p *chart.Panel, w float64) float64 { return w / max(1, p.X.Max-p.X.Min) }

// titles writes the panel's name and the titles of the value axes.
func (u *vertical) titles() {
	y := u.y
	if u.p.Title != "" {
		u.text(chart.Text{Role: chart.RolePanel, S: u.p.Title, X: u.left, Y: y + font.Ascent(u.em), Size: u.em, Bold: true, Color: u.c.Style.Ink})
		y += u.line(u.em)
	}
	title := chart.Text{Role: chart.RoleAxis, X: u.left, Y: y + font.Ascent(u.em), Size: u.em, Color: u.c.Style.Muted}
	title.S = u.p.Y.Title
	u.text(title)
	title.S, title.X, title.Align = u.p.Y2.Title, u.right, chart.AlignRight
	u.text(title)
}

// valueTicks writes the labels of the value axes.
func (u *vertical) valueTicks() {
	pl := u.p.Plane()
	for _, t := range u.p.Y.Ticks {
		u.text(chart.Text{Role: chart.RoleTick, S: t.Label, X: u.p.Area.X - 0.5*u.em, Y: middle(pl.Py(t.At), u.em), Size: u.em, Color: u.c.Style.Muted, Align: chart.AlignRight})
	}
	pl.Y = u.p.Y2
	for _, t := range u.p.Y2.Ticks {
		u.text(chart.Text{Role: chart.RoleTick, S: t.Label, X: u.p.Area.X + u.p.Area.W + 0.5*u.em, Y: middle(pl.Py(t.At), u.em), Size: u.em, Color: u.c.Style.Muted})
	}
	if u.p.X.Hidden {
		return
	}
	y := u.p.Area.Y + u.p.Area.H + u.footroom() + float64(0.4*u.em) + font.Ascent(u.em)
	for _, t := range u.roomyTicks(u.p.X.Ticks, u.p.Area.W) {
		u.text(chart.Text{Role: chart.RoleTick, S: t.Label, X: pl.Px(t.At), Y: y, Size: u.em, Color: u.c.Style.Muted, Align: chart.AlignCenter})
	}
	u.text(chart.Text{Role: chart.RoleAxis, S: u.p.X.Title, X: u.p.Area.X + u.p.Area.W, Y: y + float64(float64(u.nameLines())*u.line(u.em)), Size: u.em, Color: u.c.Style.Muted, Align: chart.AlignRight})
}

func (u *vertical) nameLines() int {
	lines := 1
	for _, n := range u.names {
		lines = max(lines, len(n))
	}
	return lines
}

// bandLabels writes the category names; of a sequence as many as there is room
// for.
func (u *vertical) bandLabels() {
	if u.p.X.Hidden || len(u.names) == 0 {
		return
	}
	y := u.p.Area.Y + u.p.Area.H + u.footroom() + float64(0.4*u.em) + font.Ascent(u.em)
	pl := u.p.Plane()
	for _, i := range u.shownNames() {
		x := pl.Px(float64(i) + 0.5)
		for k, l := range u.names[i] {
			u.text(chart.Text{Role: chart.RoleTick, S: l, X: x, Y: y + float64(float64(k)*u.line(u.nameSize)), Size: u.nameSize, Color: u.c.Style.Ink, Align: chart.AlignCenter})
		}
	}
}

// shownNames are the bands whose names are written: all, or in equal steps back
// from the last. Of times that lie unevenly first the last and the first, then
// from the left as many as have room.
func (u *vertical) shownNames() (shown []int) {
	if slices.Contains(u.p.X.Labels, "") {
		return u.roomyNames()
	}
	every := u.labelStep()
	for i := range u.names {
		if (len(u.names)-1-i)%every == 0 {
			shown = append(shown, i)
		}
	}
	return shown
}

func (u *vertical) roomyNames() (shown []int) {
	pl := u.p.Plane()
	fits := func(i int) bool {
		return !slices.ContainsFunc(shown, func(o int) bool {
			room := (typeset.Widest(u.names[i], u.nameSize, false)+typeset.Widest(u.names[o], u.nameSize, false))/2 + float64(sequenceGap*u.em)
			return math.Abs(pl.Px(float64(i))-pl.Px(float64(o))) < room
		})
	}
	for i := range u.names {
		i = (i + len(u.names) - 1) % len(u.names) // the last first
		if u.p.X.Labels[i] != "" && fits(i) {
			shown = append(shown, i)
		}
	}
	slices.Sort(shown)
	return shown
}

// sequenceGap parts the names of a sequence, in ems.
const sequenceGap = 0.6

// labelStep is 1 when all names fit, else every how many bands one does.
func (u *vertical) labelStep() int {
	w := 0.0
	for _, lines := range u.names {
		w = max(w, typeset.Widest(lines, u.nameSize, false))
	}
	step := bandStep(u.p, u.p.Area.W)
	switch {
	case w <= step:
		return 1
	case step <= 0: // the axes leave no room
		return len(u.names)
	}
	return int(math.Ceil((w + float64(sequenceGap*u.em)) / step))
}

// valueSize is the size of the labels at the bars: small where the bars stand
// close.
func (u *vertical) valueSize() float64 {
	band := u.stepWidth()
	room := band * 0.96
	for _, m := range u.p.Marks {
		if b, ok := m.(chart.Bars); ok && b.Stack == "" && b.Offset != 0 { // one of a group
			room = min(room, float64(b.Width/BarShare*band)-float64(ValueApart*u.em))
		}
	}
	if labelWidth(u.p, u.em) > room || u.tightStack() {
		return u.small
	}
	return u.em
}

// tightStack reports whether a part of a stack is too small for its value in the
// usual size.
func (u *vertical) tightStack() bool {
	pl := u.p.Plane()
	return slices.ContainsFunc(u.p.Marks, func(m chart.Mark) bool {
		b, ok := m.(chart.Bars)
		return ok && b.Stack != "" && slices.ContainsFunc(b.Data, func(d chart.Datum) bool {
			box := pl.Bar(b, d)
			return d.Label.Text != "" && (box.H < 1.2*u.em || box.W < typeset.Width(d.Label.Text, u.em, false)+float64(0.3*u.em))
		})
	})
}

// connectors join bars from level to level.
func (u *vertical) connectors() {
	pl := u.p.Plane()
	for _, m := range u.p.Marks {
		b, ok := m.(chart.Bars)
		if !ok || !b.Joined {
			continue
		}
		for j := 1; j < len(b.Data); j++ {
			from, to := b.Data[j-1], b.Data[j]
			y := pl.Py(from.Y)
			u.stroke(u.c.Style.Rule, u.c.Style.LeadWidth, chart.Point{X: pl.Px(from.X + b.Width/2), Y: y}, chart.Point{X: pl.Px(to.X - b.Width/2), Y: y})
		}
	}
}
