package kind

import (
	"math"

	"charts/internal/chart"
)

// Bounds of how plain a picture is.
const (
	mostEmpty = 0.35 // of a slide, or of the width of a picture on paper
	mostAside = 0.15 // of the width, between the middle of what is drawn and that of the picture
)

// A plainness is how much of a picture is empty around what is drawn, and how far beside
// its middle that stands.
type plainness struct {
	name         string
	empty, aside float64
}

// plainnessOf measures the room between head and foot of a picture that its marks and
// their texts take.
func plainnessOf(c *chart.Chart) plainness {
	var all chart.Rect
	grow := func(b chart.Rect) {
		if all == (chart.Rect{}) {
			all = b
			return
		}
		all = chart.BoxOf(min(all.X, b.X), min(all.Y, b.Y), max(all.X+all.W, b.X+b.W), max(all.Y+all.H, b.Y+b.H))
	}
	top, bottom := 0.0, c.Height
	for _, x := range c.Texts {
		switch {
		case x.Role == chart.RoleTitle, x.Role == chart.RoleSubtitle, x.Role == chart.RoleLegend && x.Y < c.Panels[0].Area.Y:
			top = max(top, x.Y)
		case x.Role == chart.RoleSource, x.Role == chart.RoleNote:
			bottom = min(bottom, x.Y-x.Size)
		default:
			grow(boxOf(x))
		}
	}
	for i := range c.Panels {
		p := &c.Panels[i]
		if p.X.Kind != chart.NoAxis {
			grow(p.Area)
		}
		for _, b := range boxesOf(p) {
			grow(b.Rect)
		}
	}
	w, h := all.W/c.Width, all.H/max(1, bottom-top)
	e := plainness{empty: 1 - w, aside: math.Abs(all.Middle().X-c.Width/2) / c.Width}
	if cells, ok := c.Panels[0].Marks[0].(chart.Cells); ok && cells.Large {
		e.aside = 0
		if c.Form == chart.Slide { // numbers begin at the left, in the middle of the height
			e.aside = math.Abs(textsMiddle(c)-(top+bottom)/2) / c.Height
		}
	}
	switch {
	case c.Panels[0].Stage.Keep || c.Panels[0].X.Kind == chart.NoAxis: // a circle fills one of the two
		e.empty = 1 - max(w, h)
	case c.Form == chart.Slide:
		e.empty = 1 - w*h
	}
	return e
}

// textsMiddle is the middle height of the texts that are no foot.
func textsMiddle(c *chart.Chart) float64 {
	low, high := math.Inf(1), math.Inf(-1)
	for _, x := range c.Texts {
		if x.Role == chart.RoleTick || x.Role == chart.RoleValue {
			low, high = min(low, x.Y-x.Size), max(high, x.Y)
		}
	}
	return (low + high) / 2
}
