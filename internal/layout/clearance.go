package layout

import (
	"charts/internal/chart"
)

// lineLabels places the values of a line's points clear of the line itself: a
// label is lifted by as much as the line rises beside its point, or, of a line
// alone, goes to the other side where that is nearer.
func (s *sheet) lineLabels(pl chart.Plane, l chart.Lines, size float64, alone bool) {
	for i, d := range l.Data {
		if d.Missing || d.Label.Text == "" || d.Label.Place == chart.Left || d.Label.Place == chart.Right {
			continue
		}
		at := pl.Point(d, l.Second)
		half := s.faces.Width(d.Label.Text, size, d.Label.Bold) / 2
		up, down := s.slopes(pl, l, i, half)
		label := d.Label
		if alone {
			label.Place = nearerSide(label.Place, pl.Area, at, up, down, size, l.Second)
		}
		lift := up
		if label.Place == chart.Below {
			lift = -down
		}
		s.boxLabel(chart.Around(chart.Point{X: at.X, Y: at.Y - lift}, s.c.Style.DotSize), label, size)
	}
}

// nearerSide is the side of a point on which its value is nearer to it and within
// the area.
func nearerSide(place chart.LabelPlace, area chart.Rect, at chart.Point, up, down, size float64, second bool) chart.LabelPlace {
	fits := at.Y+down+1.5*size < area.Y+area.H
	switch {
	case place == chart.Below && !fits:
		return chart.Above
	case place == chart.Above && fits && !second && up > down+0.3*size:
		return chart.Below
	case place == chart.Above && fits && at.Y-up-1.4*size < area.Y-1.2*size:
		return chart.Below
	}
	return place
}

// slopes are by how much the line rises and falls within half of point i.
func (s *sheet) slopes(pl chart.Plane, l chart.Lines, i int, half float64) (up, down float64) {
	at := pl.Point(l.Data[i], l.Second)
	for _, j := range []int{i - 1, i + 1} {
		if j < 0 || j >= len(l.Data) || l.Data[j].Missing {
			continue
		}
		to := pl.Point(l.Data[j], l.Second)
		run := max(to.X-at.X, at.X-to.X)
		rise := (at.Y - to.Y) * min(1, half/max(run, 1e-9))
		up, down = max(up, rise), max(down, -rise)
	}
	return up, down
}
