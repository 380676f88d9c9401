package layout

import (
	"strings"

	"charts/internal/chart"
	"charts/internal/typeset"
)

// cellBox is a box of axis units on the page.
func cellBox(pl chart.Plane, b chart.Rect) chart.Rect {
	return chart.BoxOf(pl.Px(b.X), pl.Py(b.Y), pl.Px(b.X+b.W), pl.Py(b.Y+b.H))
}

func (s *sheet) dataLabels(pl chart.Plane, data []chart.Datum, second bool, dot, size float64) {
	for _, d := range data {
		if !d.Missing {
			s.boxLabel(chart.Around(pl.Point(d, second), dot), d.Label, size)
		}
	}
}

// barLabel places the value of a bar: beyond its end, or within.
func (s *sheet) barLabel(pl chart.Plane, b chart.Bars, d chart.Datum, size float64) {
	l := d.Label
	box := pl.Bar(b, d)
	if d.Missing {
		s.missingBar(pl, b, d, size)
		return
	}
	if l.Place == chart.Outside {
		l.Place = beyond(d.Y < d.Base, pl.Horizontal())
	}
	if l.Place == chart.Above {
		box.Y = s.overRules(box.Y, size)
	}
	s.boxLabel(box, l, size)
}

// overRules is where a value stands that would be at y: above reference lines that
// would run through it.
func (s *sheet) overRules(y, size float64) float64 {
	for _, at := range s.ruled {
		if at <= y && at > y-1.3*size {
			y = at
		}
	}
	return y
}

// beyond is the side where a bar ends.
func beyond(negative, horizontal bool) chart.LabelPlace {
	switch {
	case horizontal && negative:
		return chart.Left
	case horizontal:
		return chart.Right
	case negative:
		return chart.Below
	}
	return chart.Above
}

// missingBar writes 无数据 where a bar would start; in a narrow band its
// characters are on one another.
func (s *sheet) missingBar(pl chart.Plane, b chart.Bars, d chart.Datum, size float64) {
	if d.Label.Text == "" {
		return
	}
	size = min(size, s.small)
	start := d
	start.Y, start.Base = pl.Zero(), pl.Zero()
	box := pl.Bar(b, start)
	l := d.Label
	l.Place = beyond(false, pl.Horizontal())
	chars := []rune(l.Text)
	pitch := box.W / BarShare
	if b.Width >= BarWidth {
		pitch = box.W / b.Width
	}
	if pl.Horizontal() || s.faces.Width(l.Text, size, false) <= pitch*0.97 || !typeset.IsHan(chars[0]) {
		s.boxLabel(box, l, size)
		return
	}
	for i := len(chars) - 1; i >= 0; i-- {
		up := l
		up.Text = string(chars[i])
		s.boxLabel(box, up, size)
		box.Y -= size * 1.05
	}
}

// boxLabel places a label at a side of a box, or in it.
func (s *sheet) boxLabel(b chart.Rect, l chart.Label, size float64) {
	if l.Text == "" {
		return
	}
	if lines := strings.Split(l.Text, "\n"); len(lines) > 1 {
		s.blockLabel(b, l, lines, size)
		return
	}
	gap := TextGap * size
	t := chart.Text{Role: chart.RoleValue, S: l.Text, Size: size, Bold: l.Bold, Color: l.Color, Align: chart.AlignCenter}
	mid := b.Middle()
	t.X, t.Y = mid.X, s.faces.Middle(mid.Y, size)
	switch l.Place {
	case chart.Above:
		t.Y = b.Y - gap
	case chart.Below:
		t.Y = b.Y + b.H + gap + 0.8*size
	case chart.Right, chart.Outside:
		t.X, t.Align = b.X+b.W+gap, chart.AlignLeft
	case chart.Left:
		t.X, t.Align = b.X-gap, chart.AlignRight
	case chart.Inside:
		t.X, t.Align = b.X+b.W-gap, chart.AlignRight
	}
	s.text(t)
}

// blockLabel places a label of several lines: around the middle of a side, or
// standing on it.
func (s *sheet) blockLabel(b chart.Rect, l chart.Label, lines []string, size float64) {
	step := 1.2 * size
	height := step * float64(len(lines)-1)
	top := b.Y
	switch l.Place {
	case chart.Above:
		top -= height
	case chart.Below:
	default:
		top -= height / 2
	}
	for i, text := range lines {
		one := b
		one.Y = top + float64(i)*step
		line := l
		line.Text = text
		s.boxLabel(one, line, size)
	}
}

// labelWidth is the width of the widest label of the bars, with its gap.
func labelWidth(f typeset.Faces, p *chart.Panel, size float64) float64 {
	w := 0.0
	for _, b := range chart.Only[chart.Bars](p.Marks) {
		for _, d := range chart.Labelled(b.Data, chart.Outside) {
			if !d.Missing {
				w = max(w, f.Width(d.Label.Text, size, d.Label.Bold))
			}
		}
	}
	return w
}
