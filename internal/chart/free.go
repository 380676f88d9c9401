package chart

// freePanel places a panel without axes: a ring with names around it, or what a
// kind has placed itself.
func (s *sheet) freePanel(p *Panel, height float64) {
	if s.stage.h > 0 {
		s.stagePanel(p, height)
		return
	}
	if m, ok := p.Marks[0].(Slices); ok {
		s.ring(p, m, height)
	}
}
