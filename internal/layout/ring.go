package layout

import (
	"math"
	"strings"

	"charts/internal/chart"
	"charts/internal/typeset"
)

// A ring is a donut or pie being laid out: the circle in the middle, the names
// in a column on each side.
type ring struct {
	*sheet
	slices chart.Slices
	radius float64
	labels []ringLabel
}

// A ringLabel is the name and the value of a slice.
type ringLabel struct {
	lines  []string
	valued bool    // the last line is the value
	angle  float64 // of the slice's middle, clockwise from twelve o'clock
	dy     float64 // of its middle, from the middle of the circle
	height float64
	outer  float64 // where its slice ends, as a part of the radius
	datum  chart.Datum
}

// Measures of a ring in ems: its radius at most and at least, and from its edge
// to the names.
const (
	ringRadius = 7.5
	ringLeast  = 3.5
	ringLead   = 2.2
)

// ring places a donut or pie; height 0 lets the content decide.
func (s *sheet) ring(p *chart.Panel, slices chart.Slices, height float64) {
	r := &ring{sheet: s, slices: slices}
	if r.keyed(p, height) {
		return
	}
	top, bottom := r.fit(height)
	middle := s.y + top
	if spare := height - top - bottom; spare > 0 {
		middle += spare / 2
	}
	cx := (s.left + s.right) / 2
	p.Area = chart.Rect{X: cx - r.radius, Y: middle - r.radius, W: 2 * r.radius, H: 2 * r.radius}
	r.write(cx, middle)
	r.centre(cx, middle)
	s.y += max(height, top+bottom)
}

// fit makes the circle smaller until the names have room in the height, and a
// little for all of them to be alike.
func (r *ring) fit(height float64) (top, bottom float64) {
	widest := r.chooseRadius(height)
	for r.radius = widest; ; r.radius -= 0.5 * r.em {
		r.breakLabels(height)
		if r.uneven() && r.radius > max(0.85*widest, ringLeast*r.em) {
			continue
		}
		top, bottom = r.settle()
		if height == 0 || top+bottom <= height || r.radius <= ringLeast*r.em {
			return top, bottom
		}
	}
}

// chooseRadius leaves the names the width that they would like.
func (r *ring) chooseRadius(height float64) float64 {
	want := 0.0
	for _, d := range r.slices.Data {
		want = max(want, r.faces.Width(sliceValue(d), r.em, false), min(r.faces.Width(r.nameOf(d), r.em, false), 9*r.em))
	}
	room := (r.right-r.left)/2 - ringLead*r.em - want
	if height > 0 {
		room = min(room, height/2-r.em)
		return max(ringLeast*r.em, min(1.5*ringRadius*r.em, room))
	}
	return max(ringLeast*r.em, min(ringRadius*r.em, room))
}

func (r *ring) breakLabels(height float64) {
	r.labels = nil
	limit := (r.right-r.left)/2 - ringLead*r.em - r.radius
	crowded := r.crowded(height)
	for i, d := range r.slices.Data {
		l := ringLabel{angle: 2 * math.Pi * (r.slices.From[i] + r.slices.To[i]) / 2, outer: r.slices.Outer[i], datum: d}
		if n := r.nameOf(d); n != "" {
			l.lines = r.faces.Wrap(n, limit, r.em, false)
		}
		if v := sliceValue(d); v != "" {
			l.lines, l.valued = append(l.lines, r.faces.Wrap(v, limit, r.em, false)...), true
		}
		if crowded && r.faces.Width(d.Label.Text, r.em, false) <= limit {
			l.lines = []string{d.Label.Text}
		}
		l.height = float64(len(l.lines))*r.line(r.em)*0.92 + 0.35*r.em
		l.dy = -math.Cos(l.angle) * (r.radius + 0.6*r.em)
		r.labels = append(r.labels, l)
	}
}

// uneven reports whether some names take one line with their value and others
// more.
func (r *ring) uneven() bool {
	single := 0
	for _, l := range r.labels {
		if l.valued && len(l.lines) == 1 {
			single++
		}
	}
	return single > 0 && single < len(r.labels)
}

// nameOf is the name beside a slice: none where a legend has it.
func (r *ring) nameOf(d chart.Datum) string {
	if len(r.c.Legend) > 0 {
		return ""
	}
	return d.Name
}

// sliceValue is the label of a slice without its name, which is above it.
func sliceValue(d chart.Datum) string {
	return strings.TrimPrefix(strings.TrimPrefix(d.Label.Text, d.Name), typeset.NoBreak)
}

// crowded reports whether the names of a side would be higher than the circle, or
// fill a given height; all take one line each then.
func (r *ring) crowded(height float64) bool {
	lines := map[bool]float64{}
	for i := range r.slices.Data {
		l := ringLabel{angle: math.Pi * (r.slices.From[i] + r.slices.To[i])}
		lines[l.rightSide()] += 2*r.line(r.em)*0.92 + 0.35*r.em
	}
	room := 2 * r.radius
	if height > 0 {
		room = min(room, 0.6*height)
	}
	return max(lines[true], lines[false]) > room
}

// rightSide reports whether a slice has its name at the right.
func (l ringLabel) rightSide() bool { return math.Sin(l.angle) >= 0 }

// settle moves the names apart, away from the middle line and never towards it,
// so that the lead lines stay outside the circle and cannot cross. It returns
// the heights above and under the middle.
func (r *ring) settle() (top, bottom float64) {
	top, bottom = r.radius+0.8*r.em, r.radius+0.8*r.em
	for _, right := range []bool{true, false} {
		var upper, lower []*ringLabel // from the middle line outwards
		for i := range r.labels {
			l := &r.labels[i]
			switch {
			case l.rightSide() != right:
			case l.dy < 0 && right:
				upper = append([]*ringLabel{l}, upper...)
			case l.dy < 0:
				upper = append(upper, l)
			case right:
				lower = append(lower, l)
			default:
				lower = append([]*ringLabel{l}, lower...)
			}
		}
		edge := math.Inf(1)
		for _, l := range upper {
			l.dy = min(l.dy, edge-l.height/2)
			edge = l.dy - l.height/2
			top = max(top, -edge)
		}
		edge = math.Inf(-1)
		if len(upper) > 0 {
			edge = upper[0].dy + upper[0].height/2
		}
		for _, l := range lower {
			l.dy = max(l.dy, edge+l.height/2)
			edge = l.dy + l.height/2
			bottom = max(bottom, edge)
		}
	}
	return top, bottom
}

// write places the names and their lead lines.
func (r *ring) write(cx, cy float64) {
	for _, l := range r.labels {
		side, align := 1.0, chart.AlignLeft
		if !l.rightSide() {
			side, align = -1, chart.AlignRight
		}
		sin, cos := math.Sin(l.angle), math.Cos(l.angle)
		start := r.radius*l.outer + 0.15*r.em
		edge := chart.Point{X: cx + sin*start, Y: cy - cos*start}
		out := chart.Point{X: cx + sin*(r.radius+0.6*r.em), Y: cy - cos*(r.radius+0.6*r.em)}
		elbow := chart.Point{X: cx + side*(r.radius+1.3*r.em), Y: cy + l.dy}
		end := chart.Point{X: cx + side*(r.radius+(ringLead-0.3)*r.em), Y: cy + l.dy}
		r.stroke(r.c.Style.Rule, r.c.Style.LeadWidth, edge, out, elbow, end)
		r.block(l, cx+side*(r.radius+ringLead*r.em), cy+l.dy, align)
	}
}

// block writes the lines of a name around a middle.
func (r *ring) block(l ringLabel, x, mid float64, align chart.Align) {
	step := r.line(r.em) * 0.92
	top := mid - float64(len(l.lines)-1)*step/2
	for k, line := range l.lines {
		t := chart.Text{Role: chart.RoleTick, S: line, X: x, Y: r.faces.Middle(top+float64(k)*step, r.em), Size: r.em, Color: r.c.Style.Ink, Align: align}
		if l.valued && k > 0 && k == len(l.lines)-1 {
			t.Role = chart.RoleValue
			if !r.uneven() { // beside values that are behind their names, all look alike
				t.Color = l.datum.Label.Color
			}
		}
		r.text(t)
	}
}

// centre writes the total into the hole.
func (r *ring) centre(cx, cy float64) {
	if r.slices.Title == "" {
		return
	}
	hole := 2 * r.radius * r.slices.Inner[0] * 0.86
	size := r.em * 1.7
	for size > r.em && r.faces.Width(r.slices.Title, size, true) > hole {
		size -= r.em * 0.1
	}
	if r.faces.Width(r.slices.Title, size, true) > hole {
		return
	}
	st := r.c.Style
	r.text(chart.Text{Role: chart.RoleValue, S: r.slices.Title, X: cx, Y: r.faces.Middle(cy-0.35*r.em, size), Size: size, Bold: true, Color: st.Ink, Align: chart.AlignCenter})
	r.text(chart.Text{Role: chart.RoleNote, S: r.slices.Sub, X: cx, Y: r.faces.Middle(cy+1.25*r.em, r.small), Size: r.small, Color: st.Muted, Align: chart.AlignCenter})
}

// SectorMiddle is the middle of a sector, from the middle of the circle, in
// parts of the radius.
func SectorMiddle(from, to, inner, outer float64) (x, y float64) {
	angle, r := math.Pi*(from+to), (inner+outer)/2
	return math.Sin(angle) * r, -math.Cos(angle) * r
}

// sectorLabels writes the names into the sectors.
func (s *sheet) sectorLabels(p *chart.Panel, m chart.Slices, size float64) {
	unit := min(p.Area.W, p.Area.H) / 2
	mid := p.Area.Middle()
	for i, d := range m.Data {
		x, y := SectorMiddle(m.From[i], m.To[i], m.Inner[i], m.Outer[i])
		s.boxLabel(chart.Rect{X: mid.X + x*unit, Y: mid.Y + y*unit, W: 0, H: 0}, d.Label, size)
	}
}
