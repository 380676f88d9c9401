package layout

import (
	"math"
	"slices"

	"charts/internal/chart"
)

// directNames are the names of the parts of a stack at its last column or its edge.
func (u *vertical) directNames() []sideText {
	var side []sideText
	add := func(name chart.Label, data []chart.Datum, half float64) {
		if name.Text == "" {
			return
		}
		last := data[len(data)-1]
		side = append(side, sideText{
			at: (last.Base + last.Y) / 2, from: chart.Point{X: last.X + half},
			lines: u.faces.Wrap(name.Text, SideLimit*u.em, u.em, false), color: name.Color,
		})
	}
	for _, m := range u.p.Marks {
		switch m := m.(type) {
		case chart.Bars:
			add(m.End, m.Data, m.Width/2)
		case chart.Areas:
			add(m.End, m.Data, 0)
		}
	}
	return side
}

// namedDirectly reports whether the names of a stack are beside it.
func namedDirectly(c *chart.Chart) bool {
	return slices.ContainsFunc(c.Panels, func(p chart.Panel) bool {
		return slices.ContainsFunc(p.Marks, func(m chart.Mark) bool {
			switch m := m.(type) {
			case chart.Bars:
				return m.End.Text != ""
			case chart.Areas:
				return m.End.Text != ""
			}
			return false
		})
	})
}

// trim ends the axis behind the last column or point, its value and its name, where
// names are beside it: so each is near what it names. The bands have at least the
// width of step. A screen has room.
func (u *vertical) trim(step float64) {
	n := len(u.p.X.Labels)
	if n < 2 || len(u.c.Panels) > 1 || u.c.Form == chart.Screen {
		return
	}
	named := namedDirectly(u.c)
	keep := min(u.faces.Width(u.p.X.Labels[n-1], u.em, false)/step, 1) / 2
	for _, m := range u.p.Marks {
		switch m := m.(type) {
		case chart.Bars:
			keep = max(keep, m.Offset+m.Width/2)
		case chart.Lines:
			named = named || m.End.Text != ""
			if last, ok := lastOf(m.Data); ok {
				keep = max(keep, u.faces.Width(last.Label.Text, u.em, last.Label.Bold)/step/2)
			}
		}
	}
	if named {
		u.p.X.Max = min(u.p.X.Max, float64(n)-0.5+math.Ceil(keep*100)/100)
	}
}
