package layout

import (
	"charts/internal/chart"
)

// legendRow places the legend, left-aligned, in as many rows as it needs.
func (s *sheet) legendRow() {
	if len(s.c.Legend) == 0 || namedDirectly(s.c) {
		return
	}
	size, x := s.em, s.left
	for _, e := range s.c.Legend {
		lines := s.faces.Wrap(e.Name, s.right-s.left-1.4*s.em, size, false)
		w := 1.3*s.em + s.faces.Widest(lines, size, false)
		if x > s.left && x+w > s.right {
			x = s.left
			s.y += s.line(size)
		}
		s.swatch(e, x)
		for i, l := range lines {
			if i > 0 {
				s.y += s.line(size)
			}
			s.text(chart.Text{Role: chart.RoleLegend, S: l, X: x + 1.3*s.em, Y: s.y + size, Size: size, Color: s.c.Style.Ink})
		}
		x += w + 1.4*s.em
	}
	s.y += s.line(size) + 0.5*s.em
}

// swatch is the sign before a legend entry, as high as a digit.
func (s *sheet) swatch(e chart.Entry, x float64) {
	side := 0.8 * s.em
	box := chart.Rect{X: x, Y: s.y + 0.24*s.em, W: side, H: side}
	if e.Shape == chart.Dash {
		box = chart.Rect{X: x, Y: s.y + 0.64*s.em - s.c.Style.LineWidth/2, W: side, H: s.c.Style.LineWidth}
	}
	s.c.Swatches = append(s.c.Swatches, chart.Swatch{Box: box, Shape: e.Shape, Color: e.Color})
}
