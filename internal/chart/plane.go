package chart

import "math"

// A plane turns the values of a panel into places.
type plane struct {
	area   Rect
	x, y   Axis
	second Axis
}

func (p *Panel) plane() plane { return plane{p.Area, p.X, p.Y, p.Y2} }

// part is where v lies on an axis: 0 at its start, 1 at its end.
func (a Axis) part(v float64) float64 {
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

// px and py are places on the page.
func (pl plane) px(v float64) float64 {
	if pl.x.Kind == NoAxis {
		return pl.area.X + float64(v*pl.area.W)
	}
	return pl.area.X + float64(pl.x.part(v)*pl.area.W)
}

func (pl plane) py(v float64) float64 {
	if pl.y.Kind == NoAxis {
		return pl.area.Y + float64(v*pl.area.H)
	}
	return pl.area.Y + float64((1-pl.y.part(v))*pl.area.H)
}

// sideways reports whether bars run to the right.
func (pl plane) sideways() bool { return pl.y.Kind == Band && pl.x.Kind != Band }

// bar is the box of a bar.
func (pl plane) bar(b Bars, d Datum) Rect {
	mid := d.X + b.Offset
	if pl.sideways() {
		y0, y1 := pl.py(mid-b.Width/2), pl.py(mid+b.Width/2)
		x0, x1 := pl.px(d.Base), pl.px(d.Y)
		return box(x0, y0, x1, y1)
	}
	if b.Second {
		pl.y = pl.second
	}
	return box(pl.px(mid-b.Width/2), pl.py(d.Base), pl.px(mid+b.Width/2), pl.py(d.Y))
}

// box is the box between two corners.
func box(x0, y0, x1, y1 float64) Rect {
	return Rect{min(x0, x1), min(y0, y1), math.Abs(x1 - x0), math.Abs(y1 - y0)}
}

// point is the place of a datum that is no bar.
func (pl plane) point(d Datum, second bool) Point {
	if second {
		pl.y = pl.second
	}
	if pl.sideways() {
		return Point{pl.px(d.Y), pl.py(d.X)}
	}
	return Point{pl.px(d.X), pl.py(d.Y)}
}

// middleOf is the middle of a box.
func (r Rect) middle() Point { return Point{r.X + r.W/2, r.Y + r.H/2} }

// around is the box of a dot.
func around(p Point, diameter float64) Rect {
	return Rect{p.X - diameter/2, p.Y - diameter/2, diameter, diameter}
}
