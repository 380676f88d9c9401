package layout

import (
	"math"

	"charts/internal/chart"
)

// sideTexts are the names at the ends of lines, of stacks and of reference lines.
func (u *vertical) sideTexts() []sideText {
	side := u.directNames()
	for _, m := range u.p.Marks {
		switch m := m.(type) {
		case chart.Lines:
			if d, ok := lastOf(m.Data); ok && m.End.Text != "" {
				side = append(side, sideText{at: d.Y, from: chart.Point{X: d.X}, lines: u.faces.Wrap(m.End.Text, EndLimit(u.page.Ems)*u.em, u.em, false), color: m.End.Color, bold: m.End.Bold})
			}
		case chart.Rules:
			for _, r := range m.Data {
				if r.Label != "" {
					side = append(side, sideText{at: (r.From + r.To) / 2, from: chart.Point{X: u.p.X.Max}, lines: u.faces.Wrap(r.Label, SideLimit*u.em, u.em, false), color: u.c.Style.Ink})
				}
			}
		}
	}
	return side
}

// sideColumn writes the names right of the area, each at the height of its line
// or as near as the others leave room. A name that was moved, or whose line ends
// early, has a lead line.
func (u *vertical) sideColumn() {
	if len(u.side) == 0 {
		return
	}
	pl, area := u.p.Plane(), u.p.Area
	var at, heights []float64
	for _, t := range u.side {
		at = append(at, pl.Py(t.at))
		heights = append(heights, float64(len(t.lines))*u.line(u.em)*0.95)
	}
	places := Spread(at, heights, area.Y-0.8*u.em, area.Y+area.H+0.4*u.em)
	x := area.X + area.W + u.tickColumn()
	for i, t := range u.side {
		from := chart.Point{X: pl.Px(t.from.X), Y: at[i]}
		if moved := math.Abs(places[i] - at[i]); moved > 0.35*u.em || area.X+area.W-from.X > 1.2*u.stepWidth() {
			u.stroke(u.c.Style.Rule, u.c.Style.LeadWidth, chart.Point{X: from.X + 0.4*u.em, Y: from.Y}, chart.Point{X: x + 0.1*u.em, Y: from.Y}, chart.Point{X: x + 0.7*u.em, Y: places[i]})
		}
		top := places[i] - float64(len(t.lines)-1)*u.line(u.em)*0.475
		for k, l := range t.lines {
			u.text(chart.Text{Role: chart.RoleLegend, S: l, X: x + 0.8*u.em, Y: u.faces.Middle(top+float64(k)*u.line(u.em)*0.95, u.em), Size: u.em, Bold: t.bold, Color: t.color})
		}
	}
}

// tickColumn is the width of the second axis' labels.
func (u *vertical) tickColumn() float64 {
	w := 0.0
	for _, t := range u.p.Y2.Ticks {
		w = max(w, u.faces.Width(t.Label, u.em, false)+0.6*u.em)
	}
	return w
}

// missingPoints writes 无数据 into the gaps of lines: at the height of the line's
// neighbours, or on the ground where another line runs there.
func (u *vertical) missingPoints() {
	pl := u.p.Plane()
	lines := chart.Only[chart.Lines](u.p.Marks)
	var done []chart.Rect
	for _, l := range lines {
		for _, g := range GapsOf(l.Data) {
			mid := l.Data[(g[0]+g[1])/2]
			if mid.Label.Place != chart.Center {
				continue
			}
			x := (pl.Px(l.Data[g[0]].X) + pl.Px(l.Data[g[1]].X)) / 2
			x = max(u.p.Area.X+1.7*u.small, min(x, u.p.Area.X+u.p.Area.W-1.7*u.small))
			axis := pl
			if l.Second {
				axis.Y = pl.Second
			}
			y := u.faces.Middle(axis.Py(max(axis.Y.Min, min(axis.Y.Max, mid.Base))), u.small)
			if !clear(u, pl, lines, x, y) {
				y = u.p.Area.Y + u.p.Area.H - 0.4*u.em
			}
			if b := (chart.Rect{X: x - 1.7*u.small, Y: y - u.small, W: 3.4 * u.small, H: 1.1 * u.small}); b.Meets(done, chart.Rect{}) {
				continue // it says so already
			} else {
				done = append(done, b)
			}
			u.text(chart.Text{Role: chart.RoleValue, S: mid.Label.Text, X: x, Y: y, Size: u.small, Color: u.c.Style.Muted, Align: chart.AlignCenter})
		}
	}
}

// clear reports whether no line has a point near a text.
func clear(u *vertical, pl chart.Plane, lines []chart.Lines, x, y float64) bool {
	for _, l := range lines {
		for _, d := range l.Data {
			p := pl.Point(d, l.Second)
			if !d.Missing && math.Abs(p.X-x) < 0.6*u.stepWidth() && math.Abs(p.Y-(y-0.35*u.small)) < 1.2*u.em {
				return false
			}
		}
	}
	return true
}

// GapsOf are the first and last places of each run of missing data.
func GapsOf(data []chart.Datum) [][2]int {
	var gaps [][2]int
	for i, d := range data {
		switch {
		case !d.Missing:
		case i > 0 && data[i-1].Missing:
			gaps[len(gaps)-1][1] = i
		default:
			gaps = append(gaps, [2]int{i, i})
		}
	}
	return gaps
}
