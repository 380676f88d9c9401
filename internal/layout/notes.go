package layout

import (
	"charts/internal/chart"
	"charts/internal/font"
)

// noteLimit is the width of an annotation in ems.
const noteLimit = 9

// A noteBox is an annotation above the area.
type noteBox struct {
	datum chart.Datum
	lines []string
	w     float64
}

// noteBoxes are the annotations of a vertical panel, broken into lines.
func noteBoxes(u *vertical) []noteBox {
	var boxes []noteBox
	limit := noteLimit * u.em
	if n := noteCount(u); n > 0 {
		limit = min(limit, (u.right-u.left)/float64(n)-u.em)
	}
	for _, notes := range chart.Only[chart.Notes](u.p.Marks) {
		for _, d := range notes.Data {
			lines := u.faces.Wrap(d.Label.Text, limit, u.small, false)
			boxes = append(boxes, noteBox{d, lines, u.faces.Widest(lines, u.small, false) + u.em})
		}
	}
	return boxes
}

func noteCount(u *vertical) int {
	n := 0
	for _, notes := range chart.Only[chart.Notes](u.p.Marks) {
		n += len(notes.Data)
	}
	return n
}

// noteHeight is the height of the row of annotations.
func (u *vertical) noteHeight() float64 {
	lines := 0
	for _, b := range noteBoxes(u) {
		lines = max(lines, len(b.lines))
	}
	if lines == 0 {
		return 0
	}
	return float64(lines)*u.line(u.small) + 0.5*u.em
}

// noteTexts writes the annotations side by side above the area, each near its
// category, with a line down to its mark.
func (u *vertical) noteTexts() {
	boxes := noteBoxes(u)
	if len(boxes) == 0 {
		return
	}
	pl := u.p.Plane()
	var at, widths []float64
	for _, b := range boxes {
		at = append(at, pl.Px(b.datum.X))
		widths = append(widths, b.w)
	}
	places := Spread(at, widths, u.left, u.right)
	bottom := u.p.Area.Y - u.headroom()
	for i, b := range boxes {
		top := bottom - float64(len(b.lines))*u.line(u.small)
		for k, l := range b.lines {
			u.text(chart.Text{Role: chart.RoleNote, S: l, X: places[i], Y: top + font.Ascent(u.small) + float64(k)*u.line(u.small), Size: u.small, Color: u.c.Style.Ink, Align: chart.AlignCenter})
		}
		end := pl.Py(b.datum.Y) - 1.6*u.size
		if start := bottom + 0.2*u.em; end > start+0.3*u.em {
			u.stroke(u.c.Style.Rule, u.c.Style.LeadWidth, chart.Point{X: places[i], Y: start}, chart.Point{X: at[i], Y: end})
		}
	}
}
