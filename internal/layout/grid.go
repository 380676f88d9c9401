package layout

import (
	"strings"

	"charts/internal/chart"
)

// heat places a panel of two band axes: names at the left and under the cells.
func (s *sheet) heat(p *chart.Panel, height float64) {
	left := 0.0
	var rows [][]string
	for _, l := range p.Y.Labels {
		lines := s.faces.Wrap(l, s.nameLimit, s.em, false)
		rows = append(rows, lines)
		left = max(left, s.faces.Widest(lines, s.em, false))
	}
	if left += 0.6 * s.em; p.Y.Hidden {
		left = 0
	}
	u := &vertical{sheet: s, p: p}
	w := s.right - s.left - left
	w -= u.halfName(w)
	u.names = u.bandNames(w)
	below := 0.4*s.em + float64(u.nameLines())*s.line(s.em)
	n, least := float64(len(rows)), 1.3*s.em
	for _, r := range rows {
		least = max(least, (float64(len(r))+0.2)*s.line(s.em)*0.9)
	}
	plot := max(height-below, n*max(least, min(2.3*s.em, TallestPage/n)))
	p.Area = chart.Rect{X: s.left + left, Y: s.y, W: w, H: plot}
	u.bandLabels()
	for i, lines := range rows {
		if p.Y.Hidden {
			break
		}
		mid := p.Area.Y + (float64(i)+0.5)*plot/n
		s.column(chart.RoleTick, lines, p.Area.X-0.6*s.em, mid, s.em, chart.AlignRight)
	}
	s.labels(p, s.cellSize(p, w/float64(len(p.X.Labels))))
	s.y += plot + below
}

// column writes lines under one another around a middle.
func (s *sheet) column(role chart.Role, lines []string, x, mid, size float64, align chart.Align) {
	step := s.line(size) * 0.9
	top := mid - float64(len(lines)-1)*step/2
	for k, l := range lines {
		s.text(chart.Text{Role: role, S: l, X: x, Y: s.faces.Middle(top+float64(k)*step, size), Size: size, Color: s.c.Style.Ink, Align: align})
	}
}

// cellSize is the usual size of text, or the small one where cells are narrow.
func (s *sheet) cellSize(p *chart.Panel, room float64) float64 {
	for _, cells := range chart.Only[chart.Cells](p.Marks) {
		for _, d := range cells.Data {
			for _, l := range strings.Split(d.Label.Text, "\n") {
				if s.faces.Width(l, s.em, d.Label.Bold) > room-0.5*s.em {
					return s.small
				}
			}
		}
	}
	return s.em
}
