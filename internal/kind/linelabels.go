package kind

import (
	"math"
	"slices"

	"charts/internal/chart"
	"charts/internal/layout"
)

// Measures of a value at a point of a line in ems: from the point to its digits,
// and their height.
const (
	valueGap    = 0.6
	valueHeight = 0.75
	farthest    = 1.8 // from its point, or it is taken for that of another
	nameApart   = 1.6 // from the end of a line to the next
)

// clearPlaces are the sides of their points on which the values of several lines
// meet no line and no other value, by series and category; nil where the author
// does not ask for them, one has no such side, or one is missing.
func clearPlaces(d *builder, m matrix, value chart.Axis) [][]chart.LabelPlace {
	if len(m.runs) < 2 || !d.fig.Labels.V || value.Kind != chart.Linear || m.hasGaps() {
		return nil
	}
	names := 0.0
	for _, r := range m.runs {
		names = max(names, min(layout.EndLimit(pageEms(d)), d.faces.Width(r.name, 1, false)))
	}
	step := d.stepEms(m) - names/float64(len(m.cats))
	lines := make([][]chart.Point, len(m.runs))
	for i, r := range m.runs {
		for _, c := range r.cells {
			lines[i] = append(lines[i], chart.Point{X: c.X * step, Y: (1 - value.Part(c.Y)) * d.plotEms()})
		}
	}
	if !endsApart(lines) {
		return nil
	}
	places := make([][]chart.LabelPlace, len(m.runs))
	var taken []chart.Rect
	for i, r := range m.runs {
		for j, c := range r.cells {
			place, box := chart.LabelPlace(""), chart.Rect{}
			for _, side := range []chart.LabelPlace{chart.Above, chart.Below} {
				b := valueBox(lines[i], j, d.faces.Width(c.short, 1, false), side)
				if !b.Meets(taken, chart.Rect{}) && !crossed(b, lines) && b.Y+b.H <= d.plotEms() && between(b, lines[i][j]) <= farthest {
					place, box = side, b
					break
				}
			}
			if place == "" {
				return nil
			}
			places[i], taken = append(places[i], place), append(taken, box)
		}
	}
	return places
}

// endsApart reports whether lines end so far from one another that their names
// are at their ends, clear of the values there.
func endsApart(lines [][]chart.Point) bool {
	var ends []float64
	for _, line := range lines {
		ends = append(ends, line[len(line)-1].Y)
	}
	slices.Sort(ends)
	for i := 1; i < len(ends); i++ {
		if ends[i]-ends[i-1] < nameApart {
			return false
		}
	}
	return true
}

// valueBox is the box of a value over or under point j, clear of its own line.
func valueBox(line []chart.Point, j int, w float64, side chart.LabelPlace) chart.Rect {
	at := line[j]
	lift := 0.0
	for _, k := range []int{j - 1, j + 1} {
		if k >= 0 && k < len(line) {
			rise := (at.Y - line[k].Y) * min(1, w/2/math.Abs(line[k].X-at.X))
			if side == chart.Below {
				rise = -rise
			}
			lift = max(lift, rise)
		}
	}
	box := chart.Rect{X: at.X - w/2 - 0.1, Y: at.Y - lift - valueGap - valueHeight, W: w + 0.2, H: valueHeight}
	if side == chart.Below {
		box.Y = at.Y + lift + valueGap
	}
	return box
}

// between is the height between a box and a point under or over it.
func between(r chart.Rect, p chart.Point) float64 { return max(p.Y-r.Y-r.H, r.Y-p.Y) }

// crossed reports whether one of the lines runs through a box.
func crossed(b chart.Rect, lines [][]chart.Point) bool {
	for _, line := range lines {
		for j := 1; j < len(line); j++ {
			p, q := line[j-1], line[j]
			from, to := max(p.X, b.X), min(q.X, b.X+b.W)
			if from > to {
				continue
			}
			slope := (q.Y - p.Y) / (q.X - p.X)
			y0, y1 := p.Y+(from-p.X)*slope, p.Y+(to-p.X)*slope
			if min(y0, y1) < b.Y+b.H && max(y0, y1) > b.Y {
				return true
			}
		}
	}
	return false
}
