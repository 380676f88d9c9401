package chart

import (
	"math"
	"slices"
)

// A Plane turns the values of a panel into places.
type Plane struct {
	Area   Rect
	X, Y   Axis
	Second Axis
}

// Plane is the plane of a panel that is laid out.
func (p *Panel) Plane() Plane { return Plane{p.Area, p.X, p.Y, p.Y2} }

// Part is where v lies on an axis: 0 at its start, 1 at its end.
func (a Axis) Part(v float64) float64 {
	lo, hi := a.Min, a.Max
	if a.Kind == Log {
		lo, hi, v = math.Log10(lo), math.Log10(hi), math.Log10(v)
	}
	if hi == lo {
		return 0
	}
	part := (v - lo) / (hi - lo)
	if a.Reversed {
		return 1 - part
	}
	return part
}

// Px is the place of a value along the width of the page.
func (pl Plane) Px(v float64) float64 {
	if pl.X.Kind == NoAxis {
		return pl.Area.X + v*pl.Area.W
	}
	return pl.Area.X + pl.X.Part(v)*pl.Area.W
}

// Py is the place of a value down the page.
func (pl Plane) Py(v float64) float64 {
	if pl.Y.Kind == NoAxis {
		return pl.Area.Y + v*pl.Area.H
	}
	return pl.Area.Y + (1-pl.Y.Part(v))*pl.Area.H
}

// Horizontal reports whether bars run to the right.
func (pl Plane) Horizontal() bool { return pl.Y.Kind == Band && pl.X.Kind != Band }

// Bar is the box of a bar.
func (pl Plane) Bar(b Bars, d Datum) Rect {
	mid := d.X + b.Offset
	if pl.Horizontal() {
		y0, y1 := pl.Py(mid-b.Width/2), pl.Py(mid+b.Width/2)
		x0, x1 := pl.Px(d.Base), pl.Px(d.Y)
		return BoxOf(x0, y0, x1, y1)
	}
	if b.Second {
		pl.Y = pl.Second
	}
	return BoxOf(pl.Px(mid-b.Width/2), pl.Py(d.Base), pl.Px(mid+b.Width/2), pl.Py(d.Y))
}

// BoxOf is the box between two corners.
func BoxOf(x0, y0, x1, y1 float64) Rect {
	return Rect{min(x0, x1), min(y0, y1), math.Abs(x1 - x0), math.Abs(y1 - y0)}
}

// Point is the place of a datum that is no bar.
func (pl Plane) Point(d Datum, second bool) Point {
	if second {
		pl.Y = pl.Second
	}
	if pl.Horizontal() {
		return Point{pl.Px(d.Y), pl.Py(d.X)}
	}
	return Point{pl.Px(d.X), pl.Py(d.Y)}
}

// Middle is the middle of a box.
func (r Rect) Middle() Point { return Point{r.X + r.W/2, r.Y + r.H/2} }

// Around is the box of a dot.
func Around(p Point, diameter float64) Rect {
	return Rect{p.X - diameter/2, p.Y - diameter/2, diameter, diameter}
}

// Zero is where bars start: zero, or the end of the axis that is nearest to it.
func (pl Plane) Zero() float64 {
	a := pl.Y
	if pl.Horizontal() {
		a = pl.X
	}
	return max(a.Min, min(a.Max, 0))
}

// Grown is a box with margins beside it, and above and below.
func (r Rect) Grown(dx, dy float64) Rect {
	return Rect{r.X - dx, r.Y - dy, r.W + 2*dx, r.H + 2*dy}
}

// Within reports whether a box lies in another.
func (r Rect) Within(o Rect) bool {
	return r.X >= o.X && r.Y >= o.Y && r.X+r.W <= o.X+o.W && r.Y+r.H <= o.Y+o.H
}

// Meets reports whether a box overlaps any of the others but its own.
func (r Rect) Meets(others []Rect, own Rect) bool {
	return slices.ContainsFunc(others, func(o Rect) bool { return o != own && r.X < o.X+o.W && o.X < r.X+r.W && r.Y < o.Y+o.H && o.Y < r.Y+r.H })
}

// Cut is the box with its numbers cut.
func (r Rect) Cut() Rect { return Rect{Cut(r.X), Cut(r.Y), Cut(r.W), Cut(r.H)} }

// Cut is a number of hundredths: equal on every machine, and readable.
func Cut(v float64) float64 { return math.Round(v*100) / 100 }
