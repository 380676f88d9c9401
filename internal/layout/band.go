package layout

import (
	"slices"

	"charts/internal/chart"
	"charts/internal/font"
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
	half := max(u.faces.Width(names[0], u.em, false), u.faces.Width(names[len(names)-1], u.em, false))
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

// edgeLabel is the room for the half of a label above the last point of a line that
// runs to the edge.
func (u *vertical) edgeLabel() (half float64) {
	for _, l := range chart.Only[chart.Lines](u.p.Marks) {
		if d, some := lastOf(l.Data); some && d.Label.Place == chart.Above && u.p.X.Min > 0 {
			half = max(half, u.faces.Width(d.Label.Text, u.em, d.Label.Bold)/2)
		}
	}
	return half
}

// overhang is the room for the half of the last tick label of a value axis along
// the bottom.
func (u *vertical) overhang() float64 {
	if n := len(u.p.X.Ticks); n > 0 {
		return u.faces.Width(u.p.X.Ticks[n-1].Label, u.em, false) / 2
	}
	return 0
}

// headroom is the height of the labels above the highest mark, when the axis
// ends there.
func (u *vertical) headroom() float64 {
	if u.p.Y.Hidden || u.p.Y.Title == "" || len(u.p.Totals) > 0 {
		return 1.5 * u.em
	}
	return 0.9 * u.em
}

// footroom is the height of the labels under negative bars, and parts the lowest
// tick from the first name where lines start at the edge.
func (u *vertical) footroom() float64 {
	switch {
	case u.p.Y.Hidden && u.p.Y.Min < 0:
		return 1.5 * u.em
	case u.p.X.Kind == chart.Band && u.p.X.Min > 0:
		return 0.3 * u.em
	}
	return 0
}

// below is the height under the area.
func (u *vertical) below() float64 {
	h := u.footroom()
	if u.p.X.Hidden {
		return h + 1.2*u.em
	}
	lines := 1
	for _, n := range u.names {
		lines = max(lines, len(n))
	}
	if u.paged() && lines > 2 { // it may break them in other places
		lines++
	}
	h += 0.4*u.em + float64(lines)*u.line(u.em)
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
		return u.times(step)
	}
	room := step * 0.94
	if u.paged() {
		room = step - pageNameGap
	} else if smallNames(u, room) {
		u.nameSize = u.small
	}
	for _, l := range u.p.X.Labels {
		names = append(names, u.faces.Wrap(l, room, u.nameSize, false))
	}
	return names
}

// pageNameGap parts the names under the panels of a page, in pixels.
const pageNameGap = 6

// paged reports whether the page breaks the names under the panel: it has no other
// room for them than what they have here.
func (u *vertical) paged() bool { return u.c.Form == chart.Screen && len(u.c.Panels) > 1 }

// smallNames reports whether names have no room in the usual size, or are whole
// in the small size alone.
func smallNames(u *vertical, room float64) bool {
	torn := func(size float64) bool {
		return slices.ContainsFunc(u.p.X.Labels, func(n string) bool { return u.faces.Tears(n, room, size) })
	}
	return !NamesFit(u.faces, u.p.X.Labels, room/u.em) || torn(u.em) && !torn(u.small)
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
	if u.p.X.Hidden || len(u.p.X.Labels) == 0 {
		return
	}
	y := u.p.Area.Y + u.p.Area.H + u.footroom() + 0.4*u.em + font.Ascent(u.em)
	pl := u.p.Plane()
	for i, lines := range u.names {
		for k, l := range lines {
			u.text(chart.Text{Role: chart.RoleTick, S: l, X: pl.Px(float64(i) + 0.5), Y: y + float64(k)*u.line(u.nameSize), Size: u.nameSize, Color: u.c.Style.Ink, Align: chart.AlignCenter})
		}
	}
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
