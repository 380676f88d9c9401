package layout

import (
	"slices"

	"charts/internal/chart"
)

// keyedRadius is how large a ring is at least, in ems, that has its names around it;
// on narrower paper they are in a list beside or under it.
const keyedRadius = 5.0

// Measures of the list in ems: the sign before a name, from the ring to the list, and
// the radius that the ring keeps beside it.
const (
	keySign  = 1.3
	keyGap   = 1.6
	keyLeast = 4.2
)

// keyed places the ring and a list of its slices at its right or under it, if the names
// have no room around it, and reports whether it has.
func (r *ring) keyed(p *chart.Panel, height float64) bool {
	if r.c.Form != chart.Report || height > 0 || len(r.c.Legend) > 0 || r.chooseRadius(0) >= keyedRadius*r.em {
		return false
	}
	values := 0.0
	for _, d := range r.slices.Data {
		values = max(values, r.faces.Width(sliceValue(d), r.em, false))
	}
	if values > 0 {
		values += 0.8 * r.em
	}
	beside := (keySign+keyGap)*r.em + values
	if names := r.keyNames(r.right - r.left - beside - 2*keyLeast*r.em); names != nil && !slices.ContainsFunc(names, broken) {
		r.keyBeside(p, names, values)
		return true
	}
	names := r.keyNames(r.right - r.left - keySign*r.em - values)
	if names == nil {
		return false
	}
	r.keyUnder(p, names, values)
	return true
}

// broken reports whether a name takes several lines: under the ring it has a whole one.
func broken(name []string) bool { return len(name) > 1 }

// keyBeside places the ring and at its right the list.
func (r *ring) keyBeside(p *chart.Panel, names [][]string, values float64) {
	list, rows := r.keySize(names, values)
	r.radius = min(ringRadius*r.em, (r.right-r.left-list-keyGap*r.em)/2)
	h := max(2*r.radius, rows)
	left := (r.left + r.right - 2*r.radius - keyGap*r.em - list) / 2
	p.Area = chart.Rect{X: left, Y: r.y + (h-2*r.radius)/2, W: 2 * r.radius, H: 2 * r.radius}
	r.centre(left+r.radius, r.y+h/2)
	r.list(left+2*r.radius+keyGap*r.em, r.y+(h-rows)/2, list, names)
	r.y += h
}

// keyUnder places the ring and under it the list.
func (r *ring) keyUnder(p *chart.Panel, names [][]string, values float64) {
	list, rows := r.keySize(names, values)
	r.radius = 1.3 * keyedRadius * r.em // the total has room in it
	middle := (r.left + r.right) / 2
	p.Area = chart.Rect{X: middle - r.radius, Y: r.y, W: 2 * r.radius, H: 2 * r.radius}
	r.centre(middle, r.y+r.radius)
	r.y += 2*r.radius + 0.8*r.em
	r.list(middle-list/2, r.y, list, names)
	r.y += rows
}

// keySize is the width and the height of the list.
func (r *ring) keySize(names [][]string, values float64) (list, rows float64) {
	for _, n := range names {
		rows += r.keyRow(n)
	}
	return keySign*r.em + r.widest(names, r.em) + values, rows
}

// keyNames are the names of the slices in lines of that width, nil where a word is
// wider.
func (r *ring) keyNames(limit float64) [][]string {
	var names [][]string
	for _, d := range r.slices.Data {
		lines := r.faces.Wrap(r.nameOf(d), limit, r.em, false)
		if r.faces.Widest(lines, r.em, false) > limit || r.faces.Tears(r.nameOf(d), limit, r.em) {
			return nil
		}
		names = append(names, lines)
	}
	return names
}

func (r *ring) widest(names [][]string, size float64) (w float64) {
	for _, lines := range names {
		w = max(w, r.faces.Widest(lines, size, false))
	}
	return w
}

// keyRow is the height of a row of the list.
func (r *ring) keyRow(name []string) float64 {
	return 0.4*r.em + float64(len(name))*r.line(r.em)
}

// list writes sign, name and value of each slice into rows.
func (r *ring) list(x, y, width float64, names [][]string) {
	side := 0.75 * r.em
	for i, d := range r.slices.Data {
		mid := y + r.keyRow(names[i])/2
		y += r.keyRow(names[i])
		first := mid - float64(len(names[i])-1)*r.line(r.em)/2
		r.c.Swatches = append(r.c.Swatches, chart.Swatch{Box: chart.Rect{X: x, Y: first - side/2, W: side, H: side}, Shape: chart.Square, Color: d.Color})
		for k, l := range names[i] {
			r.text(chart.Text{Role: chart.RoleTick, S: l, X: x + keySign*r.em, Y: r.faces.Middle(first+float64(k)*r.line(r.em), r.em), Size: r.em, Color: r.c.Style.Ink})
		}
		r.text(chart.Text{Role: chart.RoleValue, S: sliceValue(d), X: x + width, Y: r.faces.Middle(first, r.em), Size: r.em, Color: d.Label.Color, Align: chart.AlignRight})
	}
}
