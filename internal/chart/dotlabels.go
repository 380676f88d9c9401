package chart

import (
	"math"
	"slices"
)

// dotNames writes the names of the dots of a scatter chart: right of the dot,
// left, above or below, wherever nothing else stands. A name for which there is
// no room stays away.
func (u *upright) dotNames() {
	if !slices.ContainsFunc(u.p.Marks, hasNames) {
		return
	}
	pl := u.p.plane()
	dots, names := newNearby(2*u.em), newNearby(2*u.em)
	var all []Points
	for _, m := range u.p.Marks {
		pts, ok := m.(Points)
		if !ok || pl.x.Kind != Linear {
			continue
		}
		all = append(all, pts)
		for i, d := range pts.Data {
			if !d.Missing {
				dots.add(around(pl.point(d, false), u.dotSize(pts, i)))
			}
		}
	}
	for _, pts := range all {
		for i, d := range pts.Data {
			if d.Missing || d.Label.Text == "" {
				continue
			}
			dot := around(pl.point(d, false), u.dotSize(pts, i))
			if box, place, ok := u.roomFor(dot, d.Label, dots, names); ok {
				names.add(box.grown(0.4*u.small, 0))
				d.Label.Place = place
				u.boxLabel(dot, d.Label, u.small)
			}
		}
	}
}

// hasNames reports whether a mark is dots that have names.
func hasNames(m Mark) bool {
	dots, ok := m.(Points)
	return ok && slices.ContainsFunc(dots.Data, func(d Datum) bool { return d.Label.Text != "" })
}

func (u *upright) dotSize(p Points, i int) float64 {
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
func (u *upright) roomFor(dot Rect, l Label, dots, names nearby) (Rect, LabelPlace, bool) {
	w, h, gap := width(l.Text, u.small, l.Bold), float64(1.1*u.small), float64(nameGap*u.small)
	mid := dot.middle()
	room := u.p.Area
	room.Y, room.H = room.Y-h/2, room.H+h/2 // of a dot at the upper edge
	for _, place := range []LabelPlace{Right, Left, Above, Below} {
		box, clear := Rect{mid.X - w/2, mid.Y - h/2, w, h}, otherGap
		switch place {
		case Right:
			box.X = dot.X + dot.W + gap
		case Left:
			box.X = dot.X - gap - w
		case Above:
			box.Y, clear = dot.Y-gap-h, strangers
		case Below:
			box.Y, clear = dot.Y+dot.H+gap, strangers
		}
		if box.within(room) && !names.meets(box.grown(float64(0.7*u.small), 0), Rect{}) &&
			!dots.meets(box.grown(clear*u.small, 0), dot) && !dots.meets(box.grown(0, float64(0.2*u.small)), dot) {
			return box, place, true
		}
	}
	return Rect{}, "", false
}

// grown is a box with margins beside it, and above and below.
func (r Rect) grown(beside, upright float64) Rect {
	return Rect{r.X - beside, r.Y - upright, r.W + 2*beside, r.H + 2*upright}
}

func (r Rect) within(o Rect) bool {
	return r.X >= o.X && r.Y >= o.Y && r.X+r.W <= o.X+o.W && r.Y+r.H <= o.Y+o.H
}

// meets reports whether a box overlaps any of the others but its own.
func (r Rect) meets(others []Rect, own Rect) bool {
	for _, o := range others {
		if o != own && r.X < o.X+o.W && o.X < r.X+r.W && r.Y < o.Y+o.H && o.Y < r.Y+r.H {
			return true
		}
	}
	return false
}

// A nearby finds boxes by the squares that they stand in, so that each is held
// against its neighbours only.
type nearby struct {
	side    float64
	squares map[[2]int][]Rect
}

func newNearby(side float64) nearby { return nearby{side, map[[2]int][]Rect{}} }

func (c nearby) add(r Rect) {
	c.visit(r, func(at [2]int) bool {
		c.squares[at] = append(c.squares[at], r)
		return false
	})
}

// meets reports whether a box overlaps any of them but its own.
func (c nearby) meets(r, own Rect) bool {
	return c.visit(r, func(at [2]int) bool { return r.meets(c.squares[at], own) })
}

// visit goes through the squares of a box until one will do.
func (c nearby) visit(r Rect, will func(at [2]int) bool) bool {
	for x := int(math.Floor(r.X / c.side)); float64(x)*c.side <= r.X+r.W; x++ {
		for y := int(math.Floor(r.Y / c.side)); float64(y)*c.side <= r.Y+r.H; y++ {
			if will([2]int{x, y}) {
				return true
			}
		}
	}
	return false
}
