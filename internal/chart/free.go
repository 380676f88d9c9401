package chart

// freePanel places a panel without axes, by what it shows.
func (s *sheet) freePanel(p *Panel, height float64) {
	if len(p.Marks) == 0 {
		return
	}
	switch m := p.Marks[0].(type) {
	case Slices:
		s.ring(p, m, height)
	}
}
