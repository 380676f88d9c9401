package chart

import "charts/internal/font"

// noteLimit is the width of an annotation in ems.
const noteLimit = 9

// A noteBox is an annotation above the area.
type noteBox struct {
	datum Datum
	lines []string
	w     float64
}

// noteBoxes are the annotations of an upright panel, broken into lines.
func (u *upright) noteBoxes() []noteBox {
	var boxes []noteBox
	limit := noteLimit * u.em
	if n := u.noteCount(); n > 0 {
		limit = min(limit, (u.right-u.left)/float64(n)-u.em)
	}
	for _, m := range u.p.Marks {
		notes, ok := m.(Notes)
		if !ok {
			continue
		}
		for _, d := range notes.Data {
			lines := wrap(d.Label.Text, limit, u.small, false)
			boxes = append(boxes, noteBox{d, lines, widest(lines, u.small, false) + u.em})
		}
	}
	return boxes
}

func (u *upright) noteCount() int {
	n := 0
	for _, m := range u.p.Marks {
		if notes, ok := m.(Notes); ok {
			n += len(notes.Data)
		}
	}
	return n
}

// noteHeight is the height of the row of annotations.
func (u *upright) noteHeight() float64 {
	lines := 0
	for _, b := range u.noteBoxes() {
		lines = max(lines, len(b.lines))
	}
	if lines == 0 {
		return 0
	}
	return float64(float64(lines)*u.line(u.small)) + 0.5*u.em
}

// noteTexts writes the annotations side by side above the area, each near its
// category, with a line down to its mark.
func (u *upright) noteTexts() {
	boxes := u.noteBoxes()
	if len(boxes) == 0 {
		return
	}
	pl := u.p.plane()
	var at, widths []float64
	for _, b := range boxes {
		at = append(at, pl.px(b.datum.X))
		widths = append(widths, b.w)
	}
	places := spread(at, widths, u.left, u.right)
	bottom := u.p.Area.Y - u.headroom()
	for i, b := range boxes {
		top := bottom - float64(float64(len(b.lines))*u.line(u.small))
		for k, l := range b.lines {
			u.text(Text{Role: RoleNote, S: l, X: places[i], Y: top + font.Ascent(u.small) + float64(float64(k)*u.line(u.small)), Size: u.small, Color: u.c.Style.Ink, Align: AlignCenter})
		}
		end := pl.py(b.datum.Y) - float64(1.6*u.size)
		if start := bottom + float64(0.2*u.em); end > start+float64(0.3*u.em) {
			u.stroke(u.c.Style.Rule, u.c.Style.LeadWidth, Point{places[i], start}, Point{at[i], end})
		}
	}
}
