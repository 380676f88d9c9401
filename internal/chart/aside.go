package chart

import "math"

// Measures of the names beside a stack, in ems.
const (
	asideGap   = 0.9  // from the area to a name
	asideShare = 0.25 // of the width, at most
	asideMove  = 1.5  // from its part, at most
	asideLine  = 1.3  // from line to line
)

// nameAside decides whether the names of a stack stand beside its last column, or
// at the right edge of areas, as names stand at the ends of lines: each near its
// part, and the columns keep their room. On a screen the legend stays a row, for
// the reader hides series there.
func (d *draft) nameAside(m matrix, value Axis, marks []Bars) {
	if d.fig.Legend.Set() || len(d.fig.Reference) > 0 || len(m.runs) < 2 {
		return
	}
	side := 0.0
	var at, heights []float64
	for _, b := range marks {
		last := b.Data[len(b.Data)-1]
		if last.Missing || last.Y == last.Base {
			return
		}
		lines := wrap(b.Name, sideLimit, 1, false)
		side = max(side, widest(lines, 1, false)+asideGap)
		at = append(at, float64((1-value.part((last.Base+last.Y)/2))*plotEms))
		heights = append(heights, float64(asideLine*float64(len(lines))))
	}
	if side > asideShare*d.em || !d.columnsKeep(m, side) {
		return
	}
	for i, place := range spread(at, heights, 0, plotEms) {
		if math.Abs(place-at[i]) > asideMove {
			return
		}
	}
	d.aside = true
}

// columnsKeep reports whether names and values of stacked columns fit beside names
// of that width as they do without them.
func (d *draft) columnsKeep(m matrix, side float64) bool {
	step := d.stepEms(m) - side/float64(len(m.cats))
	names := namesFit(m.cats, step*0.94/tight)
	if isSequence(m.cats) {
		names = widest(m.cats, 1, false) <= step*0.94
	}
	return names && (d.unlabelled() || float64(m.shortWidth()*tight)+0.4 <= step*barWidth)
}

// partNames are the names of the parts of a stack at its last column or its edge.
func (u *upright) partNames() []sideText {
	if !u.namedAside() {
		return nil
	}
	var side []sideText
	add := func(name, stack string, color Color, data []Datum, half float64) {
		if stack == "" || len(data) == 0 {
			return
		}
		last := data[len(data)-1]
		side = append(side, sideText{
			at: (last.Base + last.Y) / 2, from: Point{X: last.X + half},
			lines: wrap(name, sideLimit*u.em, u.em, false), color: u.textColor(color),
		})
	}
	for _, m := range u.p.Marks {
		switch m := m.(type) {
		case Bars:
			add(m.Name, m.Stack, m.Color, m.Data, m.Width/2)
		case Areas:
			add(m.Name, m.Stack, m.Color, m.Data, 0)
		}
	}
	return side
}

// namedAside reports whether the legend stands beside the stack.
func (s *sheet) namedAside() bool { return s.aside && s.c.Form != Screen }

// trim ends the axis behind the last column or point, its value and its name, where
// names stand beside it: so each is near what it names. The bands have at least the
// width of step. A screen has room.
func (u *upright) trim(step float64) {
	n := len(u.p.X.Labels)
	if n < 2 || len(u.c.Panels) > 1 || u.c.Form == Screen {
		return
	}
	named := u.namedAside()
	keep := min(width(u.p.X.Labels[n-1], u.em, false)/step, 1) / 2
	for _, m := range u.p.Marks {
		switch m := m.(type) {
		case Bars:
			keep = max(keep, m.Offset+m.Width/2)
		case Lines:
			named = named || m.End.Text != ""
			if last, ok := lastOf(m.Data); ok {
				keep = max(keep, width(last.Label.Text, u.em, last.Label.Bold)/step/2)
			}
		}
	}
	if named {
		u.p.X.Max = min(u.p.X.Max, float64(n)-0.5+math.Ceil(keep*100)/100)
	}
}
