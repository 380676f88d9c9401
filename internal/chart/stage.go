package chart

// A stage is the room of a figure without axes: what its kind places in ems of
// the text on paper becomes parts of the panel's area, so that it has as much
// room for its texts in every form.
type stage struct {
	w, h float64 // ems
	keep bool    // the area keeps its proportions: circles stay circles
	crop float64 // how much of the height is shown, from the top; 0: all
}

// open makes the stage as wide as the page and h ems high.
func (d *draft) open(h float64) stage {
	d.stage = stage{w: d.em - 0.7, h: h}
	return d.stage
}

// box is a box in ems as parts of the area.
func (s stage) box(x, y, w, h float64) Rect {
	return Rect{x / s.w, y / s.h, w / s.w, h / s.h}
}

// note is a text at a place in ems.
func (s stage) note(x, y float64, l Label) Datum {
	return Datum{X: x / s.w, Y: y / s.h, Label: l}
}

// stagePanel places a panel whose kind has opened a stage; it takes more height
// than it asked for where there is more.
func (s *sheet) stagePanel(p *Panel, height float64) {
	w, h := s.right-s.left, max(height, s.stage.h*s.em)
	if s.stage.keep {
		unit := w / (s.draft.em - 0.7)
		if height > 0 {
			unit = max(s.em, min(w/s.stage.w, height/(s.stage.h*s.stage.shown()), largestUnit*s.em))
		}
		w, h = s.stage.w*unit, s.stage.h*unit
	}
	p.Area = Rect{(s.left + s.right - w) / 2, s.y, w, h}
	s.labels(p, s.em)
	s.middleText(p)
	s.y += max(height, h*s.stage.shown())
}

// largestUnit is how large a figure without axes grows beside its texts.
const largestUnit = 1.8

// shown is the part of the height that is seen.
func (s stage) shown() float64 {
	if s.crop > 0 {
		return s.crop
	}
	return 1
}

// middleText writes the value of a gauge over the middle of its circle.
func (s *sheet) middleText(p *Panel) {
	m, ok := p.Marks[0].(Slices)
	if !ok || m.Title == "" {
		return
	}
	mid, unit := p.Area.middle(), p.Area.W/s.stage.w
	size := kpiSize * 0.8 * unit
	st := s.c.Style
	s.text(Text{Role: RoleValue, S: m.Title, X: mid.X, Y: mid.Y - float64(1.9*unit), Size: size, Bold: true, Color: st.Ink, Align: AlignCenter})
	s.text(Text{Role: RoleTick, S: m.Sub, X: mid.X, Y: mid.Y - float64(0.2*unit), Size: unit, Color: st.Muted, Align: AlignCenter})
}
