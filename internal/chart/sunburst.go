package chart

import (
	"math"
	"slices"
)

// Measures of a sunburst in ems and parts.
const (
	sunRadius = 12.0
	sunHole   = 0.2 // of the radius
)

// sunburst makes rings around rings, the outer the parts of the inner.
func (d *draft) sunburst() {
	top, m, ok := d.hierarchy()
	if !ok {
		return
	}
	largestFirst(top)
	s := sun{draft: d, m: m, depth: deepest(top)}
	for _, b := range top {
		s.total += b.value
	}
	if s.total <= 0 {
		return
	}
	d.stage = stage{w: 2 * sunRadius, h: 2 * sunRadius, keep: true}
	s.slices.Name = typeset(m.runs[0].name)
	from := 0.0
	for i, b := range top {
		color := d.paint(b.name, i)
		s.ring(b, from, nil, color)
		from += b.value
		d.chart.Legend = append(d.chart.Legend, Entry{typeset(b.name + apart + shareText(b.value, s.total)), color, Square})
	}
	d.chart.Panels = []Panel{{Marks: Marks{s.slices}}}
}

// A sun is a sunburst on its way.
type sun struct {
	*draft
	m      matrix
	total  float64
	depth  int
	slices Slices
}

func deepest(level []branch) int {
	n := 0
	for _, b := range level {
		n = max(n, 1+deepest(b.under))
	}
	return n
}

// ring adds a branch and, around it, its parts.
func (s *sun) ring(b branch, from float64, path []string, color Color) {
	thick := (1 - sunHole) / float64(s.depth)
	inner := sunHole + thick*float64(len(path))
	value := s.m.at(b.value)
	datum := Datum{Y: b.value, Name: typeset(b.name), Text: s.m.withUnit(value), Share: shareText(b.value, s.total), Color: color, Sources: b.leaf.Sources, Path: path}
	a, z := from/s.total, (from+b.value)/s.total
	if l := typeset(b.name); sectorHolds(l, a, z, inner, inner+thick) {
		datum.Label = Label{Text: l, Place: Center, Color: inkOn(color)}
	}
	s.slices.add(datum, a, z, inner, inner+thick)
	path = append(slices.Clone(path), typeset(b.name))
	for i, u := range b.under {
		s.ring(u, from, path, mix(color, s.theme.background, min(0.6, 0.14*float64(i%3)+0.12)))
		from += u.value
	}
}

// sectorHolds reports whether a text of one em has room in a sector: whether its
// corners lie in it.
func sectorHolds(text string, from, to, inner, outer float64) bool {
	w, h := width(text, 1, false)+0.3, 1.2
	x, y := sectorMiddle(from, to, inner, outer)
	for _, c := range [][2]float64{{-w, -h}, {w, -h}, {-w, h}, {w, h}} {
		cx, cy := x*sunRadius+c[0]/2, y*sunRadius+c[1]/2
		radius := math.Hypot(cx, cy) / sunRadius
		angle := math.Mod(math.Atan2(cx, -cy)/(2*math.Pi)+1, 1)
		if radius < inner || radius > outer || to-from < 1 && (angle < from || angle > to) {
			return false
		}
	}
	return true
}

// sectorMiddle is the middle of a sector, from the middle of the circle, in
// parts of the radius.
func sectorMiddle(from, to, inner, outer float64) (x, y float64) {
	angle, r := math.Pi*(from+to), (inner+outer)/2
	return math.Sin(angle) * r, -math.Cos(angle) * r
}

// sectorLabels writes the names into the sectors.
func (s *sheet) sectorLabels(p *Panel, m Slices, size float64) {
	unit := min(p.Area.W, p.Area.H) / 2
	mid := p.Area.middle()
	for i, d := range m.Data {
		x, y := sectorMiddle(m.From[i], m.To[i], m.Inner[i], m.Outer[i])
		s.boxLabel(Rect{mid.X + x*unit, mid.Y + y*unit, 0, 0}, d.Label, size)
	}
}
