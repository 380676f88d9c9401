package layout

import (
	"math"
	"slices"
	"strings"

	"charts/internal/chart"
	"charts/internal/font"
	"charts/internal/typeset"
)

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
		beyond := max(0, half-bandStep(u.p, w))
		if n := float64(len(names)); n > 1 { // the room makes the bands narrower
			beyond *= n / (n - 1)
		}
		return beyond / 2
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
	if u.paged() && lines > 2 { // it may break them in other places
		lines++
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
	if u.p.X.Sequence {
		return u.timeNames(step)
	}
	room := step * 0.94
	if u.paged() {
		room = step - pageNameGap
	} else if smallNames(u, room) {
		u.nameSize = u.small
	}
	for _, l := range u.p.X.Labels {
		names = append(names, typeset.Wrap(l, room, u.nameSize, false))
	}
	return names
}

// pageNameGap parts the names under the panels of a page, in pixels.
const pageNameGap = 6

// paged reports whether the page breaks the names under the panel: it has no other
// room for them than what they have here.
func (u *vertical) paged() bool { return u.c.Form == chart.Screen && len(u.c.Panels) > 1 }

// timeNames are the names of a sequence: years after the first by their last two
// digits where that lets all of them stand.
func (u *vertical) timeNames(step float64) [][]string {
	lined := func(names []string) [][]string {
		lines := make([][]string, len(names))
		for i, n := range names {
			lines[i] = []string{n}
		}
		return lines
	}
	full := lined(u.p.X.Labels)
	if short, ok := shortYears(u.p.X.Labels); ok && !u.stand(full, step) && u.stand(lined(short), step) {
		return lined(short)
	}
	return full
}

// stand reports whether names have room side by side, a step apart.
func (u *vertical) stand(names [][]string, step float64) bool {
	return u.widestPair(names)+float64(leastGap*u.em) <= step
}

// widestPair is how far apart the middles of two neighbours have to be.
func (u *vertical) widestPair(names [][]string) float64 {
	w, before := 0.0, 0.0
	for i, lines := range names {
		half := typeset.Widest(lines, u.nameSize, false) / 2
		if i > 0 {
			w = max(w, before+half)
		}
		before = half
	}
	return w
}

// shortYears writes 2014 年, 2015 年 as 2014 年, 15.
func shortYears(names []string) ([]string, bool) {
	short := make([]string, len(names))
	for i, n := range names {
		year, ok := strings.CutSuffix(n, "年")
		year = strings.TrimSpace(year)
		if !ok || len(year) != 4 || year[:2] != names[0][:2] {
			return nil, false
		}
		short[i] = year[2:]
	}
	short[0] = names[0]
	return short, len(names) > 2
}

// smallNames reports whether names have no room in the usual size, or are whole
// in the small size alone.
func smallNames(u *vertical, room float64) bool {
	torn := func(size float64) bool {
		return slices.ContainsFunc(u.p.X.Labels, func(n string) bool { return typeset.Tears(n, room, size) })
	}
	return !NamesFit(u.p.X.Labels, room/u.em) || torn(u.em) && !torn(u.small)
}

// bandStep is the width of a band on an area of width w.
func bandStep(p *chart.Panel, w float64) float64 { return w / max(1, p.X.Max-p.X.Min) }

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
	if u.p.X.Sequence && slices.Contains(u.p.X.Labels, "") {
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

// sequenceGap parts the names of a sequence of which some are left out, in ems;
// leastGap those that all stand there.
const (
	sequenceGap = 0.6
	leastGap    = 0.45
)

// labelStep is 1 when all names fit, else every how many bands one does.
func (u *vertical) labelStep() int {
	step := bandStep(u.p, u.p.Area.W)
	switch {
	case !u.p.X.Sequence || u.stand(u.names, step):
		return 1
	case step <= 0: // the axes leave no room
		return len(u.names)
	}
	w := 0.0
	for _, lines := range u.names {
		w = max(w, typeset.Widest(lines, u.nameSize, false))
	}
	return int(math.Ceil((w + float64(sequenceGap*u.em)) / step))
}

func (u *vertical) stepWidth() float64 {
	return bandStep(u.p, u.p.Area.W)
}

func lastOf(data []chart.Datum) (chart.Datum, bool) {
	for i := len(data) - 1; i >= 0; i-- {
		if !data[i].Missing {
			return data[i], true
		}
	}
	return chart.Datum{}, false
}
