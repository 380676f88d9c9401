package layout

import "charts/internal/chart"

// body places the panels under one another, or says that there is nothing to
// show.
func (s *sheet) body() {
	n := len(s.c.Panels)
	if n == 0 {
		s.empty()
		return
	}
	height := 0.0
	if s.fixed {
		height = max(1, s.free()/float64(n))
	}
	if s.c.Panels[0].X.Kind == chart.NoAxis {
		for i := range s.c.Panels {
			s.freePanel(&s.c.Panels[i], height)
		}
		return
	}
	s.axisPanels(height)
}

// axisPanels aligns the areas of all panels: one column of labels at the left,
// one at the right.
func (s *sheet) axisPanels(height float64) {
	var ups []*vertical
	left, right := 0.0, 0.0
	for i := range s.c.Panels {
		p := &s.c.Panels[i]
		if p.Plane().Horizontal() {
			w := &horizontal{sheet: s, p: p}
			w.readNotes()
			w.place(height)
			continue
		}
		if p.X.Kind == chart.Band && p.Y.Kind == chart.Band {
			s.heat(p, height)
			continue
		}
		u := &vertical{sheet: s, p: p}
		l, r := u.insets()
		left, right = max(left, l), max(right, r)
		ups = append(ups, u)
	}
	for _, u := range ups {
		u.place(left, right, height)
	}
}

// empty says that the figure has no values.
func (s *sheet) empty() {
	height := 8 * s.em
	if s.fixed {
		height = max(height, s.free())
	}
	words := "无数据"
	if s.c.Lang == "en" {
		words = "no data"
	}
	s.text(chart.Text{Role: chart.RoleNote, S: words, X: s.c.Width / 2, Y: middle(s.y+height/2, s.em), Size: s.em, Color: s.c.Style.Muted, Align: chart.AlignCenter})
	s.y += height
}

// freePanel places a panel without axes: what a kind has placed itself,
// a ring with names around it, or the cards of a kpi.
func (s *sheet) freePanel(p *chart.Panel, height float64) {
	if s.c.Stage.H > 0 {
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
