package chart

import (
	"math"
	"slices"

	"charts/internal/font"
)

// plotHeight is the height of a plot in ems when the content decides.
const plotHeight = 21

// An upright is a panel whose value axis stands: columns and lines.
type upright struct {
	*sheet
	p        *Panel
	names    [][]string // of the bands, as lines
	nameSize float64
	side     []sideText // names at the right
	size     float64    // of the value labels
}

// A sideText is a text in the column at the right: the name of a line, a
// reference.
type sideText struct {
	at    float64 // on the value axis
	from  Point   // where its line ends, for the lead line
	lines []string
	color Color
	bold  bool
}

// insets are the widths of the columns left and right of the area.
func (u *upright) insets() (left, right float64) {
	if !u.p.Y.Hidden {
		for _, t := range u.p.Y.Ticks {
			left = max(left, width(t.Label, u.em, false))
		}
		left += float64(0.6 * u.em)
	}
	for _, t := range u.p.Y2.Ticks {
		right = max(right, width(t.Label, u.em, false))
	}
	if right > 0 {
		right += float64(0.6 * u.em)
	}
	u.side = u.sideTexts()
	for _, t := range u.side {
		right = max(right, widest(t.lines, u.em, t.bold)+float64(asideGap*u.em))
	}
	u.trim((u.right - u.left - left - right) / max(1, float64(len(u.p.X.Labels))))
	half := u.halfName(u.right - u.left - left - right)
	return max(left, half), max(right+u.overhang(), half)
}

// halfName is the room for what the first and the last name under a panel have
// beyond it: half of each under lines that run from edge to edge, under columns
// what is wider than their band.
func (u *upright) halfName(w float64) float64 {
	names := u.p.X.Labels
	if u.p.X.Kind != Band || len(names) == 0 {
		return 0
	}
	sequence := isSequence(names)
	half := max(width(names[0], u.em, false), width(names[len(names)-1], u.em, false))
	switch {
	case u.p.X.Min == 0 && sequence:
		return max(0, half-u.p.bandStep(w)) / 2
	case u.p.X.Min == 0: // they break
		return 0
	case !sequence:
		half = min(half, u.p.bandStep(u.right-u.left))
	}
	return half / 2
}

// overhang is the room for the half of the last tick label of a value axis along
// the bottom.
func (u *upright) overhang() float64 {
	if n := len(u.p.X.Ticks); n > 0 {
		return width(u.p.X.Ticks[n-1].Label, u.em, false) / 2
	}
	return 0
}

// head is the height above the area: titles, annotations, labels over the
// highest mark.
func (u *upright) head() float64 {
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
func (u *upright) headroom() float64 {
	if u.p.Y.Hidden || u.p.Y.Title == "" || len(u.totals) > 0 {
		return float64(1.5 * u.em)
	}
	return float64(0.9 * u.em)
}

// footroom is the height of the labels under negative bars, and parts the lowest
// tick from the first name where lines start at the edge.
func (u *upright) footroom() float64 {
	switch {
	case u.p.Y.Hidden && u.p.Y.Min < 0:
		return float64(1.5 * u.em)
	case u.p.X.Kind == Band && u.p.X.Min > 0:
		return float64(0.3 * u.em)
	}
	return 0
}

// place puts the panel at the sheet's y, with a whole height of its own or, when
// 0, a natural one.
func (u *upright) place(left, right, height float64) {
	x, w := u.left+left, u.right-right-u.left-left
	u.names = u.bandNames(w)
	head, below := u.head(), u.below()
	plot := height - head - below
	if height == 0 {
		plot = u.naturalPlot()
	}
	plot = max(plot, u.leastPlot())
	u.p.Area = Rect{x, u.y + head, w, plot}
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
func (u *upright) naturalPlot() float64 {
	if len(u.c.Panels) > 1 {
		return 12 * u.em
	}
	return plotHeight * u.em
}

// leastPlot is what ticks and side texts need.
func (u *upright) leastPlot() float64 {
	lines := u.endLabels()
	for _, t := range u.side {
		lines += len(t.lines)
	}
	least := 5 * u.em
	if u.p.Y.Hidden && u.p.Y2.Hidden || u.labelledStack() {
		least = plotEms * u.em // what the labels were fitted to
	}
	return max(least, float64(len(u.p.Y.Ticks)-1)*1.3*u.em, float64(lines)*u.line(u.em))
}

// labelledStack reports whether values stand in the parts of a stack.
func (u *upright) labelledStack() bool {
	return slices.ContainsFunc(u.p.Marks, func(m Mark) bool {
		b, ok := m.(Bars)
		return ok && b.Stack != "" && slices.ContainsFunc(b.Data, func(d Datum) bool { return d.Label.Text != "" })
	})
}

// below is the height under the area.
func (u *upright) below() float64 {
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
func (u *upright) bandNames(w float64) [][]string {
	var names [][]string
	step := u.p.bandStep(w)
	u.nameSize = u.em
	sequence := isSequence(u.p.X.Labels)
	if !sequence && u.smallNames(step*0.94) {
		u.nameSize = u.small
	}
	for _, l := range u.p.X.Labels {
		if sequence {
			names = append(names, []string{l})
			continue
		}
		names = append(names, wrap(l, step*0.94, u.nameSize, false))
	}
	return names
}

// smallNames reports whether names have no room in the usual size, or are whole
// in the small size alone.
func (u *upright) smallNames(room float64) bool {
	torn := func(size float64) bool {
		return slices.ContainsFunc(u.p.X.Labels, func(n string) bool { return tears(n, room, size) })
	}
	return !namesFit(u.p.X.Labels, room/u.em) || torn(u.em) && !torn(u.small)
}

// bandStep is the width of a band on an area of width w.
func (p *Panel) bandStep(w float64) float64 { return w / max(1, p.X.Max-p.X.Min) }

// titles writes the panel's name and the titles of the value axes.
func (u *upright) titles() {
	y := u.y
	if u.p.Title != "" {
		u.text(Text{Role: RolePanel, S: u.p.Title, X: u.left, Y: y + font.Ascent(u.em), Size: u.em, Bold: true, Color: u.c.Style.Ink})
		y += u.line(u.em)
	}
	title := Text{Role: RoleAxis, X: u.left, Y: y + font.Ascent(u.em), Size: u.em, Color: u.c.Style.Muted}
	title.S = u.p.Y.Title
	u.text(title)
	title.S, title.X, title.Align = u.p.Y2.Title, u.right, AlignRight
	u.text(title)
}

// valueTicks writes the labels of the value axes.
func (u *upright) valueTicks() {
	pl := u.p.plane()
	for _, t := range u.p.Y.Ticks {
		u.text(Text{Role: RoleTick, S: t.Label, X: u.p.Area.X - 0.5*u.em, Y: middle(pl.py(t.At), u.em), Size: u.em, Color: u.c.Style.Muted, Align: AlignRight})
	}
	pl.y = u.p.Y2
	for _, t := range u.p.Y2.Ticks {
		u.text(Text{Role: RoleTick, S: t.Label, X: u.p.Area.X + u.p.Area.W + 0.5*u.em, Y: middle(pl.py(t.At), u.em), Size: u.em, Color: u.c.Style.Muted})
	}
	if u.p.X.Hidden {
		return
	}
	y := u.p.Area.Y + u.p.Area.H + u.footroom() + float64(0.4*u.em) + font.Ascent(u.em)
	for _, t := range u.roomyTicks(u.p.X.Ticks, u.p.Area.W) {
		u.text(Text{Role: RoleTick, S: t.Label, X: pl.px(t.At), Y: y, Size: u.em, Color: u.c.Style.Muted, Align: AlignCenter})
	}
	u.text(Text{Role: RoleAxis, S: u.p.X.Title, X: u.p.Area.X + u.p.Area.W, Y: y + float64(float64(u.nameLines())*u.line(u.em)), Size: u.em, Color: u.c.Style.Muted, Align: AlignRight})
}

func (u *upright) nameLines() int {
	lines := 1
	for _, n := range u.names {
		lines = max(lines, len(n))
	}
	return lines
}

// bandLabels writes the category names; of a sequence as many as there is room
// for.
func (u *upright) bandLabels() {
	if u.p.X.Hidden || len(u.names) == 0 {
		return
	}
	y := u.p.Area.Y + u.p.Area.H + u.footroom() + float64(0.4*u.em) + font.Ascent(u.em)
	pl := u.p.plane()
	for _, i := range u.shownNames() {
		x := pl.px(float64(i) + 0.5)
		for k, l := range u.names[i] {
			u.text(Text{Role: RoleTick, S: l, X: x, Y: y + float64(float64(k)*u.line(u.nameSize)), Size: u.nameSize, Color: u.c.Style.Ink, Align: AlignCenter})
		}
	}
}

// shownNames are the bands whose names are written: all, or in equal steps back
// from the last. Of times that lie unevenly first the last and the first, then
// from the left as many as have room.
func (u *upright) shownNames() (shown []int) {
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

func (u *upright) roomyNames() (shown []int) {
	pl := u.p.plane()
	fits := func(i int) bool {
		return !slices.ContainsFunc(shown, func(o int) bool {
			room := (widest(u.names[i], u.nameSize, false)+widest(u.names[o], u.nameSize, false))/2 + float64(sequenceGap*u.em)
			return math.Abs(pl.px(float64(i))-pl.px(float64(o))) < room
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
func (u *upright) labelStep() int {
	w := 0.0
	for _, lines := range u.names {
		w = max(w, widest(lines, u.nameSize, false))
	}
	step := u.p.bandStep(u.p.Area.W)
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
func (u *upright) valueSize() float64 {
	band := u.stepWidth()
	room := band * 0.96
	for _, m := range u.p.Marks {
		if b, ok := m.(Bars); ok && b.Stack == "" && b.Offset != 0 { // one of a group
			room = min(room, float64(b.Width/barShare*band)-float64(valueApart*u.em))
		}
	}
	if labelWidth(u.p, u.em) > room || u.tightStack() {
		return u.small
	}
	return u.em
}

// tightStack reports whether a part of a stack is too small for its value in the
// usual size.
func (u *upright) tightStack() bool {
	pl := u.p.plane()
	return slices.ContainsFunc(u.p.Marks, func(m Mark) bool {
		b, ok := m.(Bars)
		return ok && b.Stack != "" && slices.ContainsFunc(b.Data, func(d Datum) bool {
			box := pl.bar(b, d)
			return d.Label.Text != "" && (box.H < 1.2*u.em || box.W < width(d.Label.Text, u.em, false)+float64(0.3*u.em))
		})
	})
}
