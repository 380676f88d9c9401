package chart

// A Stage is the room of a panel without axes: what its kind places in ems of
// the text on paper becomes parts of the panel's area, so that it has as much
// room for its texts in every form. The zero Stage is that of a ring or of cards,
// which the layout plans.
type Stage struct {
	W, H float64 // ems
	Keep bool    // the area keeps its proportions: circles stay circles
	Crop float64 // how much of the height is shown, from the top; 0: all
}

// Box is a box in ems as parts of the area.
func (s Stage) Box(x, y, w, h float64) Rect {
	return Rect{x / s.W, y / s.H, w / s.W, h / s.H}
}

// Note is a text at a place in ems.
func (s Stage) Note(x, y float64, l Label) Datum {
	return Datum{X: x / s.W, Y: y / s.H, Label: l}
}

// Shown is the part of the height that is seen.
func (s Stage) Shown() float64 {
	if s.Crop > 0 {
		return s.Crop
	}
	return 1
}
