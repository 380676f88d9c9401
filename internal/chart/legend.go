package chart

// legend names the series above the plot, in the order of the marks. One series
// needs none.
func (d *draft) legend(m matrix, shape Shape) {
	if d.fig.Legend.V == "false" || len(m.runs) < 2 && d.fig.Legend.V != "true" {
		return
	}
	for i, r := range m.runs {
		d.chart.Legend = append(d.chart.Legend, Entry{Name: typeset(r.name), Color: d.paint(r.name, i), Shape: shape})
	}
}

// legendRow places the legend, left-aligned, in as many rows as it needs.
func (s *sheet) legendRow() {
	if len(s.c.Legend) == 0 || s.namedAside() {
		return
	}
	size, x := s.em, s.left
	for _, e := range s.c.Legend {
		lines := wrap(e.Name, s.right-s.left-float64(1.4*s.em), size, false)
		w := float64(1.3*s.em) + widest(lines, size, false)
		if x > s.left && x+w > s.right {
			x = s.left
			s.y += s.line(size)
		}
		s.swatch(e, x)
		for i, l := range lines {
			if i > 0 {
				s.y += s.line(size)
			}
			s.text(Text{Role: RoleLegend, S: l, X: x + float64(1.3*s.em), Y: s.y + size, Size: size, Color: s.c.Style.Ink})
		}
		x += w + float64(1.4*s.em)
	}
	s.y += s.line(size) + 0.5*s.em
}

// swatch is the sign before a legend entry, as high as a digit.
func (s *sheet) swatch(e Entry, x float64) {
	side := 0.8 * s.em
	box := Rect{x, s.y + float64(0.24*s.em), side, side}
	if e.Shape == Dash {
		box = Rect{x, s.y + float64(0.64*s.em) - s.c.Style.LineWidth/2, side, s.c.Style.LineWidth}
	}
	s.c.Swatches = append(s.c.Swatches, Swatch{Box: box, Shape: e.Shape, Color: e.Color})
}
