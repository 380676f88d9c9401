package chart

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
	if s.c.Panels[0].X.Kind == NoAxis {
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
	var ups []*upright
	left, right := 0.0, 0.0
	for i := range s.c.Panels {
		p := &s.c.Panels[i]
		if p.plane().sideways() {
			w := &sideways{sheet: s, p: p}
			w.readNotes()
			w.place(height)
			continue
		}
		if p.X.Kind == Band && p.Y.Kind == Band {
			s.heat(p, height)
			continue
		}
		u := &upright{sheet: s, p: p}
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
	s.text(Text{Role: RoleNote, S: s.say("无数据", "no data"), X: s.c.Width / 2, Y: middle(s.y+height/2, s.em), Size: s.em, Color: s.c.Style.Muted, Align: AlignCenter})
	s.y += height
}
