package plot

import (
	"math"

	"gonum.org/v1/plot/vg"
)

// A sink takes a path in the coordinates of the output.
type sink interface {
	moveTo(p vg.Point)
	lineTo(p vg.Point)
	cubeTo(a, b, p vg.Point)
	closePath()
}

// walk sends a path through m to a sink, with arcs and quadratic curves as
// cubic ones.
func walk(path vg.Path, m matrix, to sink) {
	var at vg.Point
	started := false
	for _, c := range path {
		switch c.Type {
		case vg.MoveComp:
			to.moveTo(m.apply(c.Pos))
		case vg.LineComp:
			to.lineTo(m.apply(c.Pos))
		case vg.ArcComp:
			at = walkArc(c, m, to, started)
			started = true
			continue
		case vg.CurveComp:
			a, b := controls(at, c)
			to.cubeTo(m.apply(a), m.apply(b), m.apply(c.Pos))
		case vg.CloseComp:
			to.closePath()
			started = false
			continue
		}
		at, started = c.Pos, true
	}
}

// controls returns the two control points of a cubic curve from at.
func controls(at vg.Point, c vg.PathComp) (a, b vg.Point) {
	if len(c.Control) == 2 {
		return c.Control[0], c.Control[1]
	}
	q := c.Control[0]
	return between(at, q, 2./3), between(c.Pos, q, 2./3)
}

func between(p, q vg.Point, t vg.Length) vg.Point {
	return vg.Point{
		X: p.X + vg.Length((q.X-p.X)*t),
		Y: p.Y + vg.Length((q.Y-p.Y)*t),
	}
}

// walkArc sends an arc in pieces of at most a quarter turn, and a line to its
// start when a path leads there. It returns the arc's end.
func walkArc(c vg.PathComp, m matrix, to sink, joined bool) vg.Point {
	from := onCircle(c.Pos, c.Radius, c.Start)
	if joined {
		to.lineTo(m.apply(from))
	} else {
		to.moveTo(m.apply(from))
	}
	n := int(math.Ceil(math.Abs(c.Angle) / (math.Pi/2 + 1e-9)))
	step := c.Angle / float64(n)
	reach := c.Radius * vg.Length(4./3*math.Tan(step/4))
	for i := range n {
		s := c.Start + step*float64(i)
		e := c.Start + step*float64(i+1)
		end := onCircle(c.Pos, c.Radius, e)
		a := onCircle(from, reach, s+math.Pi/2)
		b := onCircle(end, -reach, e+math.Pi/2)
		to.cubeTo(m.apply(a), m.apply(b), m.apply(end))
		from = end
	}
	return from
}

// onCircle returns the point of a circle at an angle.
func onCircle(middle vg.Point, radius vg.Length, angle float64) vg.Point {
	sin, cos := math.Sincos(angle)
	return vg.Point{
		X: middle.X + vg.Length(radius*vg.Length(cos)),
		Y: middle.Y + vg.Length(radius*vg.Length(sin)),
	}
}

func circle(middle vg.Point, radius vg.Length) vg.Path {
	return vg.Path{
		{Type: vg.ArcComp, Pos: middle, Radius: radius, Angle: 2 * math.Pi},
		{Type: vg.CloseComp},
	}
}

// circleOf recognizes the path of circle, which every format can say shorter.
func circleOf(path vg.Path) (middle vg.Point, radius vg.Length, ok bool) {
	ok = len(path) == 2 && path[0].Type == vg.ArcComp && path[0].Angle == 2*math.Pi
	if !ok {
		return vg.Point{}, 0, false
	}
	return path[0].Pos, path[0].Radius, true
}

// rectOf recognizes the path of a rectangle along the axes.
func rectOf(path vg.Path) (r vg.Rectangle, ok bool) {
	if len(path) != 5 || path[0].Type != vg.MoveComp || path[4].Type != vg.CloseComp {
		return r, false
	}
	for _, c := range path[1:4] {
		if c.Type != vg.LineComp {
			return r, false
		}
	}
	a, b, c, d := path[0].Pos, path[1].Pos, path[2].Pos, path[3].Pos
	ok = a.Y == b.Y && b.X == c.X && c.Y == d.Y && d.X == a.X
	return vg.Rectangle{Min: a, Max: c}, ok
}
