package layout

import "charts/internal/chart"

// stagePanel places a panel whose kind has opened a stage; it takes more height
// than it asked for where there is more.
func (s *sheet) stagePanel(p *chart.Panel, height float64) {
	w, h := s.right-s.left, max(height, p.Stage.H*s.em)
	if p.Stage.Keep {
		unit := w / (PartOf(s.page.Ems, max(1, s.c.Columns)) - 0.7)
		if height > 0 {
			unit = max(s.em, min(w/p.Stage.W, height/(p.Stage.H*p.Stage.Shown()), largestUnit*s.em))
		}
		w, h = p.Stage.W*unit, p.Stage.H*unit
	}
	shown := h * p.Stage.Shown()
	spare := max(0, height-shown)
	p.Area = chart.Rect{X: (s.left + s.right - w) / 2, Y: s.y + spare/2, W: w, H: h}
	s.labels(p, s.em)
	s.middleText(p)
	s.y += shown + spare
}

// largestUnit is how large a figure without axes grows beside its texts.
const largestUnit = 2.5

// middleText writes the value of a gauge over the middle of its circle.
func (s *sheet) middleText(p *chart.Panel) {
	m, ok := p.Marks[0].(chart.Slices)
	if !ok || m.Title == "" {
		return
	}
	mid, unit := p.Area.Middle(), p.Area.W/p.Stage.W
	size := kpiSize * 0.8 * unit
	st := s.c.Style
	s.text(chart.Text{Role: chart.RoleValue, S: m.Title, X: mid.X, Y: mid.Y - 1.9*unit, Size: size, Bold: true, Color: st.Ink, Align: chart.AlignCenter})
	s.text(chart.Text{Role: chart.RoleTick, S: m.Sub, X: mid.X, Y: mid.Y - 0.2*unit, Size: min(unit, 1.5*s.em), Color: st.Muted, Align: chart.AlignCenter})
}
