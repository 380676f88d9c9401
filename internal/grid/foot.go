package grid

// toRule goes on to the last line above the rule at the foot of a table.
func (s *stream) toRule(last, end int) int {
	for n := 1; n <= 2 && last+n < end; n++ {
		l := s.lines[last+n]
		if isCaption(l.text()) || s.isProse(last+n) || s.lines[last+n-1].y-l.y > lineStep*l.size {
			break
		}
		below := l.y - 1.5*l.size
		for _, b := range s.rules {
			if b.across() && b.Y0 < l.y && b.Y0 > below && b.X0 <= l.x0()+near && b.X1 >= s.lines[last].x1()-near {
				return last + n
			}
		}
	}
	return last
}
