package chart

// freePanel places a panel without axes: what a kind has placed itself,
// a ring with names around it, or the cards of a kpi.
func (s *sheet) freePanel(p *Panel, height float64) {
	if s.stage.h > 0 {
		s.stagePanel(p, height)
		return
	}
	switch m := p.Marks[0].(type) {
	case Slices:
		s.ring(p, m, height)
	case Cells:
		s.cards(p, m, height)
	}
}
