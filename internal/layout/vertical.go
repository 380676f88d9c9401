package layout

import (
	"cmp"
	"slices"

	"charts/internal/chart"
	"charts/internal/font"
)

// insets are the widths of the columns left and right of the area.
func (u *vertical) insets() (left, right float64) {
	if !u.p.Y.Hidden {
		for _, t := range u.p.Y.Ticks {
			left = max(left, u.faces.Width(t.Label, u.em, false))
		}
		left += 0.6 * u.em
	}
	for _, t := range u.p.Y2.Ticks {
		right = max(right, u.faces.Width(t.Label, u.em, false))
	}
	if right > 0 {
		right += 0.6 * u.em
	}
	u.side = u.sideTexts()
	for _, t := range u.side {
		right = max(right, u.faces.Widest(t.lines, u.em, t.bold)+DirectGap*u.em)
	}
	u.trim((u.right - u.left - left - right) / max(1, float64(len(u.p.X.Labels))))
	half := u.halfName(u.right - u.left - left - right)
	return max(left, half), max(right+u.overhang(), half, u.edgeLabel())
}

// head is the height above the area: axis titles, annotations, labels over the
// highest mark.
func (u *vertical) head() float64 {
	h := 0.0
	if u.p.Y.Title != "" || u.p.Y2.Title != "" {
		h += u.line(u.em) + 0.3*u.em
	}
	return h + u.noteHeight() + u.headroom()
}

// place puts the panel at the sheet's y, with a whole height of its own or, when
// 0, a natural one.
func (u *vertical) place(left, right, height float64) {
	x, w := u.left+left, u.right-right-u.left-left
	u.names = u.bandNames(w)
	head, below := u.head(), u.below()
	plot := height - head - below
	if height == 0 {
		plot = u.naturalPlot()
	}
	plot = max(plot, u.leastPlot())
	u.p.Area = chart.Rect{X: x, Y: u.y + head, W: w, H: plot}
	u.size = u.valueSize()
	u.titles()
	u.valueTicks()
	u.bandLabels()
	u.noteTexts()
	u.findRules()
	u.labels(u.p, u.size)
	u.totalTexts()
	u.missingPoints()
	u.endTexts()
	u.dotNames()
	u.sideColumn()
	u.connectors(u.p)
	u.y += head + plot + below
}

// findRules notes where the reference lines lie.
func (u *vertical) findRules() {
	u.ruled = nil
	for _, rules := range chart.Only[chart.Rules](u.p.Marks) {
		for _, r := range rules.Data {
			if r.From == r.To && !r.Second {
				u.ruled = append(u.ruled, u.p.Plane().Py(r.From))
			}
		}
	}
	slices.SortFunc(u.ruled, func(a, b float64) int { return cmp.Compare(b, a) })
}

// naturalPlot is lower for the panels of a group.
func (u *vertical) naturalPlot() float64 {
	if len(u.c.Panels) > 1 {
		return u.tall(panelHeight)
	}
	return u.tall(plotHeight)
}

// tall is a height of a plot on this page; a screen has room to scroll.
func (u *vertical) tall(ems float64) float64 {
	if u.c.Form == chart.Screen {
		return ems * u.em
	}
	return narrowed(ems, u.page.Ems) * u.em
}

// leastPlot is what ticks and side texts need.
func (u *vertical) leastPlot() float64 {
	lines := u.endLabels()
	for _, t := range u.side {
		lines += len(t.lines)
	}
	least := 5 * u.em
	if u.p.Y.Hidden && u.p.Y2.Hidden || labelledStack(u) {
		least = min(u.tall(plotLeast), u.naturalPlot()) // what the labels were fitted to
	}
	return max(least, float64(len(u.p.Y.Ticks)-1)*1.3*u.em, float64(lines)*u.line(u.em))
}

// labelledStack reports whether values are in the parts of a stack.
func labelledStack(u *vertical) bool {
	return slices.ContainsFunc(chart.Only[chart.Bars](u.p.Marks), func(b chart.Bars) bool {
		return b.Stack != "" && slices.ContainsFunc(b.Data, func(d chart.Datum) bool { return d.Label.Text != "" })
	})
}

// titles writes the titles of the value axes.
func (u *vertical) titles() {
	title := chart.Text{Role: chart.RoleAxis, X: u.left, Y: u.y + font.Ascent(u.em), Size: u.em, Color: u.c.Style.Muted}
	title.S = u.p.Y.Title
	u.text(title)
	title.S, title.X, title.Align = u.p.Y2.Title, u.right, chart.AlignRight
	u.text(title)
}

// valueTicks writes the labels of the value axes.
func (u *vertical) valueTicks() {
	pl := u.p.Plane()
	for _, t := range u.p.Y.Ticks {
		u.text(chart.Text{Role: chart.RoleTick, S: t.Label, X: u.p.Area.X - 0.5*u.em, Y: u.faces.Middle(pl.Py(t.At), u.em), Size: u.em, Color: u.c.Style.Muted, Align: chart.AlignRight})
	}
	pl.Y = u.p.Y2
	for _, t := range u.p.Y2.Ticks {
		u.text(chart.Text{Role: chart.RoleTick, S: t.Label, X: u.p.Area.X + u.p.Area.W + 0.5*u.em, Y: u.faces.Middle(pl.Py(t.At), u.em), Size: u.em, Color: u.c.Style.Muted})
	}
	if u.p.X.Hidden {
		return
	}
	y := u.p.Area.Y + u.p.Area.H + u.footroom() + 0.4*u.em + font.Ascent(u.em)
	for _, t := range u.roomyTicks(u.p.X.Ticks, u.p.Area.W) {
		u.text(chart.Text{Role: chart.RoleTick, S: t.Label, X: pl.Px(t.At), Y: y, Size: u.em, Color: u.c.Style.Muted, Align: chart.AlignCenter})
	}
	u.text(chart.Text{Role: chart.RoleAxis, S: u.p.X.Title, X: u.p.Area.X + u.p.Area.W, Y: y + float64(u.nameLines())*u.line(u.em), Size: u.em, Color: u.c.Style.Muted, Align: chart.AlignRight})
}

// valueSize is the size of the labels at the bars: small where the bars stand
// close.
func (u *vertical) valueSize() float64 {
	band := u.stepWidth()
	room := band * 0.96
	for _, b := range chart.Only[chart.Bars](u.p.Marks) {
		if b.Stack == "" && b.Offset != 0 { // one of a group
			room = min(room, b.Width/BarShare*band-ValueApart*u.em)
		}
	}
	if labelWidth(u.faces, u.p, u.em) > room || tightStack(u) {
		return u.small
	}
	return u.em
}

// tightStack reports whether a part of a stack is too small for its value in the
// usual size.
func tightStack(u *vertical) bool {
	pl := u.p.Plane()
	return slices.ContainsFunc(chart.Only[chart.Bars](u.p.Marks), func(b chart.Bars) bool {
		return b.Stack != "" && slices.ContainsFunc(b.Data, func(d chart.Datum) bool {
			box := pl.Bar(b, d)
			return d.Label.Text != "" && (box.H < 1.2*u.em || box.W < u.faces.Width(d.Label.Text, u.em, false)+0.3*u.em)
		})
	})
}

// connectors join bars from level to level.
func (s *sheet) connectors(p *chart.Panel) {
	pl := p.Plane()
	for _, b := range chart.Only[chart.Bars](p.Marks) {
		if !b.Joined {
			continue
		}
		for j := 1; j < len(b.Data); j++ {
			from, to := b.Data[j-1], b.Data[j]
			ends := []chart.Point{pl.Point(chart.Datum{X: from.X + b.Width/2, Y: from.Y}, false), pl.Point(chart.Datum{X: to.X - b.Width/2, Y: from.Y}, false)}
			s.stroke(s.c.Style.Rule, s.c.Style.LeadWidth, ends...)
		}
	}
}
