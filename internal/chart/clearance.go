package chart

// lineLabels places the values of a line's points clear of the line itself: a
// label is lifted by as much as the line rises beside its point, or, of a line
// alone, goes to the other side where that is nearer.
func (s *sheet) lineLabels(pl plane, l Lines, size float64, alone bool) {
	for i, d := range l.Data {
		if d.Missing || d.Label.Text == "" || d.Label.Place == Left || d.Label.Place == Right {
			continue
		}
		at := pl.point(d, l.Second)
		half := width(d.Label.Text, size, d.Label.Bold) / 2
		up, down := s.slopes(pl, l, i, half)
		label := d.Label
		if alone {
			label.Place = nearerSide(label.Place, pl.area, at, up, down, size, l.Second)
		}
		lift := up
		if label.Place == Below {
			lift = -down
		}
		s.boxLabel(around(Point{at.X, at.Y - lift}, s.c.Style.DotSize), label, size)
	}
}

// nearerSide is the side of a point on which its value is nearer to it and within
// the area.
func nearerSide(place LabelPlace, area Rect, at Point, up, down, size float64, second bool) LabelPlace {
	fits := at.Y+down+float64(1.5*size) < area.Y+area.H
	switch {
	case place == Below && !fits:
		return Above
	case place == Above && fits && !second && up > down+float64(0.3*size):
		return Below
	case place == Above && fits && at.Y-up-float64(1.4*size) < area.Y-float64(1.2*size):
		return Below
	}
	return place
}

// lineCount is how many lines of values a panel has.
func (p *Panel) lineCount() int {
	n := 0
	for _, m := range p.Marks {
		if l, ok := m.(Lines); ok && l.Name != "" {
			n++
		}
	}
	return n
}

// slopes are by how much the line rises and falls within half of point i.
func (s *sheet) slopes(pl plane, l Lines, i int, half float64) (up, down float64) {
	at := pl.point(l.Data[i], l.Second)
	for _, j := range []int{i - 1, i + 1} {
		if j < 0 || j >= len(l.Data) || l.Data[j].Missing {
			continue
		}
		to := pl.point(l.Data[j], l.Second)
		run := max(to.X-at.X, at.X-to.X)
		rise := (at.Y - to.Y) * min(1, half/max(run, 1e-9))
		up, down = max(up, rise), max(down, -rise)
	}
	return up, down
}
