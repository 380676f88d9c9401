package chart

// lineLabels places the values of a line's points clear of the line itself: a
// label is lifted by as much as the line rises beside its point, or goes to the
// other side where that is nearer.
func (s *sheet) lineLabels(pl plane, l Lines, size float64) {
	for i, d := range l.Data {
		if d.Missing || d.Label.Text == "" || d.Label.Place == Left || d.Label.Place == Right {
			continue
		}
		at := pl.point(d, l.Second)
		half := width(d.Label.Text, size, d.Label.Bold) / 2
		up, down := s.slopes(pl, l, i, half)
		label := d.Label
		if label.Place == Above && !l.Second && up > down+float64(0.3*size) && at.Y+down+float64(1.5*size) < pl.area.Y+pl.area.H {
			label.Place = Below
		}
		if label.Place == Below && at.Y+down+float64(1.5*size) > pl.area.Y+pl.area.H {
			label.Place = Above
		}
		if high := at.Y-up-float64(1.4*size) < pl.area.Y-float64(1.2*size); high && label.Place == Above && at.Y+down+float64(1.5*size) < pl.area.Y+pl.area.H {
			label.Place = Below
		}
		lift := up
		if label.Place == Below {
			lift = -down
		}
		s.boxLabel(around(Point{at.X, at.Y - lift}, s.c.Style.DotSize), label, size)
	}
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
