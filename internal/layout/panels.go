package layout

import (
	"charts/internal/chart"
	"charts/internal/font"
)

// panels places the panels under one another, or says that there is nothing to show.
func (s *sheet) panels() {
	n := len(s.c.Panels)
	if n == 0 {
		s.empty()
		return
	}
	height := 0.0
	if s.fixed {
		height = max(1, s.free()/float64(n))
	}
	left, right := s.sides()
	for i := range s.c.Panels {
		s.panel(&s.c.Panels[i], left, right, height)
	}
}

// sides are the widths of the columns of labels left and right of the areas: all
// upright panels have those of the widest.
func (s *sheet) sides() (left, right float64) {
	for i := range s.c.Panels {
		if p := &s.c.Panels[i]; upright(p) {
			l, r := (&vertical{sheet: s, p: p}).insets()
			left, right = max(left, l), max(right, r)
		}
	}
	return left, right
}

// upright reports whether the values of a panel run upwards.
func upright(p *chart.Panel) bool {
	return p.X.Kind != chart.NoAxis && !p.Plane().Horizontal() && !(p.X.Kind == chart.Band && p.Y.Kind == chart.Band)
}

// panel places one panel at the sheet's y, with a whole height of its own or, when
// 0, a natural one.
func (s *sheet) panel(p *chart.Panel, left, right, height float64) {
	if p.Title != "" {
		s.text(chart.Text{Role: chart.RolePanel, S: p.Title, X: s.left, Y: s.y + font.Ascent(s.em), Size: s.em, Bold: true, Color: s.c.Style.Ink})
		s.y += s.line(s.em)
		if height > 0 {
			height = max(1, height-s.line(s.em))
		}
	}
	switch {
	case p.X.Kind == chart.NoAxis:
		s.freePanel(p, height)
	case upright(p):
		u := &vertical{sheet: s, p: p}
		u.insets()
		u.place(left, right, height)
	case p.Plane().Horizontal():
		w := &horizontal{sheet: s, p: p}
		w.readNotes()
		w.place(height)
	default:
		s.heat(p, height)
	}
}

// freePanel places a panel without axes: what a kind has placed itself,
// a ring with names around it, or the cards of a kpi.
func (s *sheet) freePanel(p *chart.Panel, height float64) {
	if p.Stage.H > 0 {
		s.stagePanel(p, height)
		return
	}
	switch m := p.Marks[0].(type) {
	case chart.Slices:
		s.ring(p, m, height)
	case chart.Cells:
		s.cards(p, m, height)
	}
}
