package kind

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"charts/internal/chart"
	"charts/internal/layout"
	"charts/internal/palette"
	"charts/internal/typeset"
)

// Measures of a sunburst in ems and parts.
const (
	sunRadius = 12.5 // at most, with the room for lead lines around it
	sunHole   = 0.2  // of the radius
	sunEdge   = 0.95
	sunNames  = 12.0 // beside the circle
)

// sunburst makes rings around rings, the outer the parts of the inner.
func sunburst(d *builder) {
	top, total, m := hierarchy(d)
	if top == nil {
		return
	}
	s := sun{builder: d, m: m, total: total, depth: deepest(top)}
	s.radius = min(sunRadius, (d.em-0.7)/2)
	s.margin = min(sunNames, (d.em-0.7)/2-s.radius)
	d.stage = chart.Stage{W: 2 * (s.radius + s.margin), H: 2 * s.radius, Keep: true}
	s.slices.Name, s.slices.Nested = typeset.Text(m.runs[0].name), true
	from := 0.0
	for i, b := range top {
		color := d.paint(b.name, i)
		s.ring(b, from, nil, color)
		from += b.value
		entry := typeset.Text(b.name)
		if d.facets == nil {
			entry = typeset.Text(b.name + typeset.NoBreak + shareText(b.value, s.total))
		}
		d.chart.Legend = append(d.chart.Legend, chart.Entry{Name: entry, Color: color, Shape: chart.Square})
	}
	d.chart.Panels = []chart.Panel{{Marks: append(chart.Marks{s.slices}, s.beside()...)}}
	d.noteUnnamed(s.unnamed)
}

// A sun is a sunburst on its way.
type sun struct {
	*builder
	m       matrix
	total   float64
	depth   int
	radius  float64 // in ems
	margin  float64 // on both sides of the circle
	slices  chart.Slices
	outer   []outerName
	unnamed []string // leaves with no room for their names anywhere
}

// An outerName is the name of a leaf for which its sector has no room.
type outerName struct {
	name  string
	text  string
	edge  chart.Point // of its sector, from the middle in ems
	value float64
}

func (n outerName) lines() float64 { return float64(1 + strings.Count(n.text, "\n")) }

func deepest(level []branch) int {
	n := 0
	for _, b := range level {
		n = max(n, 1+deepest(b.under))
	}
	return n
}

// ring adds a branch and, around it, its parts.
func (s *sun) ring(b branch, from float64, path []string, color chart.Color) {
	thick := (sunEdge - sunHole) / float64(s.depth)
	inner := sunHole + thick*float64(len(path))
	datum, value := summed(s.builder, b, s.m)
	datum.Share, datum.Color, datum.Path = shareText(b.value, s.total), color, path
	a, z := from/s.total, (from+b.value)/s.total
	datum.Label = chart.Label{Text: s.sectorText(datum.Name, value, a, z, inner, inner+thick), Place: chart.Center, Color: palette.InkOn(color)}
	switch {
	case datum.Label.Text != "" || len(b.under) > 0:
	case s.margin < sunLead+leastBeside:
		s.unnamed = append(s.unnamed, b.name)
	default:
		angle, r := math.Pi*(a+z), s.radius*(inner+thick)
		s.outer = append(s.outer, outerName{b.name, s.besideText(datum.Name, value), chart.Point{X: math.Sin(angle) * r, Y: -math.Cos(angle) * r}, b.value})
	}
	s.slices.Add(datum, a, z, inner, inner+thick)
	path = append(slices.Clone(path), typeset.Text(b.name))
	for i, u := range b.under {
		own, asked := s.askedColor(u.name)
		if !asked {
			own = palette.Mix(color, s.theme.Background, min(0.6, 0.14*float64(i%3)+0.12))
		}
		s.ring(u, from, path, own)
		from += u.value
	}
}

// sectorText is the name and the value in a sector, the name alone, or nothing, as
// there is room.
func (s *sun) sectorText(name, value string, from, to, inner, outer float64) string {
	for _, under := range []string{"\n" + value, ""} {
		if under != "" && s.unlabelled() {
			continue
		}
		for _, text := range waysToBreak(s.faces, name) {
			if s.sectorHolds(text+under, from, to, inner, outer) {
				return text + under
			}
		}
	}
	return ""
}

// waysToBreak are a name in one line, in two and in three.
func waysToBreak(f typeset.Faces, name string) []string {
	var ways []string
	for lines := 1.0; lines <= 3; lines++ {
		ways = append(ways, strings.Join(f.Wrap(name, 1.1*f.Width(name, 1, false)/lines+0.1, 1, false), "\n"))
	}
	return ways
}

// besideText is what is beside the circle: name and value, which takes a line
// of its own where it needs one.
func (s *sun) besideText(name, value string) string {
	limit := s.margin - sunLead
	lines := s.faces.Wrap(name, limit, 1, false)
	last := lines[len(lines)-1] + typeset.NoBreak + value
	switch {
	case s.unlabelled():
	case s.faces.Width(last, 1, false) <= limit:
		lines[len(lines)-1] = last
	default:
		lines = append(lines, s.faces.Wrap(value, limit, 1, false)...)
	}
	return strings.Join(lines, "\n")
}

// sunLead is the length of a lead line from a sector to its name, in ems.
const sunLead = 1.6

// leastBeside is the least width of names beside the circle.
const leastBeside = 3.0

// sunRows is how many names are under one another.
const sunRows = 19

// beside are the names of leaves that have no room for them, in columns at both
// sides, with lead lines. Of more than a column holds, the smallest have none.
func (s *sun) beside() []chart.Mark {
	var notes chart.Notes
	var leads []chart.Mark
	for _, side := range []float64{1, -1} {
		names := s.column(side)
		var at, heights []float64
		for _, n := range names {
			at, heights = append(at, n.edge.Y), append(heights, 1.25*n.lines())
		}
		for i, y := range layout.Spread(at, heights, -s.radius, s.radius) {
			edge, label := names[i].edge, chart.Label{Text: names[i].text, Place: chart.Right, Color: s.theme.Ink}
			if side < 0 {
				label.Place = chart.Left
			}
			x := side * (s.radius + 0.8)
			far := 1 + 0.5/math.Hypot(edge.X, edge.Y)
			leads = append(leads, chart.Lines{Color: s.theme.Rule, Width: s.chart.Style.LeadWidth, Data: []chart.Datum{
				s.spot(edge.X, edge.Y), s.spot(edge.X*far, edge.Y*far), s.spot(x, y),
			}})
			at := s.spot(x, y)
			at.Label = label
			notes.Data = append(notes.Data, at)
		}
	}
	if notes.Data == nil {
		return nil
	}
	return append(leads, notes)
}

// column are the names of one side from the top down.
func (s *sun) column(side float64) []outerName {
	var names []outerName
	for _, n := range s.outer {
		if (n.edge.X >= 0) == (side > 0) {
			names = append(names, n)
		}
	}
	slices.SortStableFunc(names, func(a, b outerName) int { return cmp.Compare(b.value, a.value) })
	for _, n := range names[len(mostRows(names)):] {
		s.unnamed = append(s.unnamed, n.name)
	}
	names = mostRows(names)
	slices.SortStableFunc(names, func(a, b outerName) int { return cmp.Compare(a.edge.Y, b.edge.Y) })
	return names
}

// mostRows are the first names as far as a column holds them.
func mostRows(names []outerName) []outerName {
	rows := 0.0
	for i, n := range names {
		if rows += n.lines(); rows > sunRows {
			return names[:i]
		}
	}
	return names
}

// spot is a place from the middle of the circle.
func (s *sun) spot(x, y float64) chart.Datum {
	return s.stage.Note(s.radius+s.margin+x, s.radius+y, chart.Label{})
}

// sectorHolds reports whether a text of one em has room in a sector: whether its
// corners lie in it.
func (s *sun) sectorHolds(text string, from, to, inner, outer float64) bool {
	lines := strings.Split(text, "\n")
	w, h := s.faces.Widest(lines, 1, false)+0.3, 1.2*float64(len(lines))
	x, y := layout.SectorMiddle(from, to, inner, outer)
	for _, c := range [][2]float64{{-w, -h}, {w, -h}, {-w, h}, {w, h}} {
		cx, cy := x*s.radius+c[0]/2, y*s.radius+c[1]/2
		radius := math.Hypot(cx, cy) / s.radius
		angle := math.Mod(math.Atan2(cx, -cy)/(2*math.Pi)+1, 1)
		if radius < inner || radius > outer || to-from < 1 && (angle < from || angle > to) {
			return false
		}
	}
	return true
}
