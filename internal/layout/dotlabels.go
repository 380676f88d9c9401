package layout

import (
	"math"
	"slices"

	"charts/internal/chart"
)

// dotNames writes the names of the dots of a scatter chart: right of the dot,
// left, above or below, wherever nothing else stands. A name for which there is
// no room stays away.
func (u *vertical) dotNames() {
	pl, all := u.p.Plane(), chart.Only[chart.Points](u.p.Marks)
	if pl.X.Kind != chart.Linear || !slices.ContainsFunc(all, hasNames) {
		return
	}
	dots, names := newNearby(2*u.em), newNearby(2*u.em)
	for _, pts := range all {
		for i, d := range pts.Data {
			if !d.Missing {
				dots.add(chart.Around(pl.Point(d, false), dotSize(u, pts, i)))
			}
		}
	}
	for _, pts := range all {
		for i, d := range pts.Data {
			if d.Missing || d.Label.Text == "" {
				continue
			}
			dot := chart.Around(pl.Point(d, false), dotSize(u, pts, i))
			if box, place, ok := roomFor(u, dot, d.Label, dots, names); ok {
				names.add(box.Grown(0.4*u.small, 0))
				d.Label.Place = place
				u.boxLabel(dot, d.Label, u.small)
			}
		}
	}
}

// hasNames reports whether dots have names.
func hasNames(dots chart.Points) bool {
	return slices.ContainsFunc(dots.Data, func(d chart.Datum) bool { return d.Label.Text != "" })
}

func dotSize(u *vertical, p chart.Points, i int) float64 {
	if i < len(p.Size) {
		return p.Size[i]
	}
	return u.c.Style.DotSize
}

// Distances of a name, in its size: from its own dot, from any other, and from one
// in whose row it stands although its own is above or below.
const (
	nameGap   = 0.35
	otherGap  = 0.5
	strangers = 2.2
)

// roomFor finds the side of a dot at which its name meets nothing, and does not
// look like the name of a neighbour.
func roomFor(u *vertical, dot chart.Rect, l chart.Label, dots, names nearby) (chart.Rect, chart.LabelPlace, bool) {
	w, h, gap := u.faces.Width(l.Text, u.small, l.Bold), 1.1*u.small, nameGap*u.small
	mid := dot.Middle()
	room := u.p.Area
	room.Y, room.H = room.Y-h/2, room.H+h/2 // of a dot at the upper edge
	for _, place := range []chart.LabelPlace{chart.Right, chart.Left, chart.Above, chart.Below} {
		box, clear := chart.Rect{X: mid.X - w/2, Y: mid.Y - h/2, W: w, H: h}, otherGap
		switch place {
		case chart.Right:
			box.X = dot.X + dot.W + gap
		case chart.Left:
			box.X = dot.X - gap - w
		case chart.Above:
			box.Y, clear = dot.Y-gap-h, strangers
		case chart.Below:
			box.Y, clear = dot.Y+dot.H+gap, strangers
		}
		if box.Within(room) && !names.meets(box.Grown(0.7*u.small, 0), chart.Rect{}) &&
			!dots.meets(box.Grown(clear*u.small, 0), dot) && !dots.meets(box.Grown(0, 0.2*u.small), dot) {
			return box, place, true
		}
	}
	return chart.Rect{}, "", false
}

// A nearby finds boxes by the squares that they are in, so that each is held
// against its neighbours only.
type nearby struct {
	side    float64
	squares map[[2]int][]chart.Rect
}

func newNearby(side float64) nearby { return nearby{side, map[[2]int][]chart.Rect{}} }

func (c nearby) add(r chart.Rect) {
	c.visit(r, func(at [2]int) bool {
		c.squares[at] = append(c.squares[at], r)
		return false
	})
}

// meets reports whether a box overlaps any of them but its own.
func (c nearby) meets(r, own chart.Rect) bool {
	return c.visit(r, func(at [2]int) bool { return r.Meets(c.squares[at], own) })
}

// visit goes through the squares of a box until one will do.
func (c nearby) visit(r chart.Rect, will func(at [2]int) bool) bool {
	for x := int(math.Floor(r.X / c.side)); float64(x)*c.side <= r.X+r.W; x++ {
		for y := int(math.Floor(r.Y / c.side)); float64(y)*c.side <= r.Y+r.H; y++ {
			if will([2]int{x, y}) {
				return true
			}
		}
	}
	return false
}
