package chart

// dotNames writes the names of the dots of a scatter chart: right of the dot,
// left, above or below, wherever nothing else stands. A name for which there is
// no room stays away.
func (u *upright) dotNames() {
	pl := u.p.plane()
	var taken []Rect
	var all []Points
	for _, m := range u.p.Marks {
		pts, ok := m.(Points)
		if !ok || pl.x.Kind != Linear {
			continue
		}
		all = append(all, pts)
		for i, d := range pts.Data {
			if !d.Missing {
				taken = append(taken, around(pl.point(d, false), u.dotSize(pts, i)))
			}
		}
	}
	for _, pts := range all {
		for i, d := range pts.Data {
			if d.Missing || d.Label.Text == "" {
				continue
			}
			dot := around(pl.point(d, false), u.dotSize(pts, i))
			if box, place, ok := u.roomFor(dot, d.Label, taken); ok {
				taken = append(taken, box.grown(0.4*u.small))
				d.Label.Place = place
				u.boxLabel(dot, d.Label, u.small)
			}
		}
	}
}

func (u *upright) dotSize(p Points, i int) float64 {
	if i < len(p.Size) {
		return p.Size[i]
	}
	return u.c.Style.DotSize
}

// roomFor finds the side of a dot at which its name meets nothing.
func (u *upright) roomFor(dot Rect, l Label, taken []Rect) (Rect, LabelPlace, bool) {
	w, h, gap := width(l.Text, u.small, l.Bold), float64(1.1*u.small), float64(0.35*u.small)
	mid := dot.middle()
	for _, place := range []LabelPlace{Right, Left, Above, Below} {
		box := Rect{mid.X - w/2, mid.Y - h/2, w, h}
		switch place {
		case Right:
			box.X = dot.X + dot.W + gap
		case Left:
			box.X = dot.X - gap - w
		case Above:
			box.Y = dot.Y - gap - h
		case Below:
			box.Y = dot.Y + dot.H + gap
		}
		if box.within(u.p.Area) && !box.grown(float64(0.7*u.small)).meets(taken, dot) { // nor looks like the name of a neighbour
			return box, place, true
		}
	}
	return Rect{}, "", false
}

// grown is a box with a margin at its left and right.
func (r Rect) grown(by float64) Rect { return Rect{r.X - by, r.Y, r.W + 2*by, r.H} }

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
