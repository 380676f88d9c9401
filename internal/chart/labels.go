package chart

import "strings"

// unlabelled reports whether the author wants no values at the marks.
func (d *draft) unlabelled() bool { return d.fig.Labels.Set() && !d.fig.Labels.V }

// labels places the label of every datum of a panel.
func (s *sheet) labels(p *Panel, size float64) {
	pl := p.plane()
	for _, m := range p.Marks {
		switch m := m.(type) {
		case Bars:
			for _, d := range m.Data {
				s.barLabel(pl, m, d, size)
			}
		case Lines:
			s.lineLabels(pl, m, size, p.lineCount() == 1)
		case Areas:
			s.dataLabels(pl, m.Data, false, 0, size)
		case Points:
			if pl.x.Kind == Linear && pl.y.Kind == Linear { // see dotNames
				continue
			}
			for i, d := range m.Data {
				dot := s.c.Style.DotSize
				if i < len(m.Size) {
					dot = m.Size[i]
				}
				s.dataLabels(pl, []Datum{d}, m.Second, dot, size)
			}
		case Cells:
			for i, d := range m.Data {
				s.boxLabel(cellBox(pl, m.Boxes[i]), d.Label, size)
			}
		case Slices:
			s.sectorLabels(p, m, size)
		case Flows:
			for i, d := range m.Nodes {
				s.boxLabel(cellBox(pl, m.Boxes[i]), d.Label, size)
			}
		case Regions:
			for _, d := range m.Data {
				s.boxLabel(around(Point{pl.px(d.X), pl.py(d.Base)}, 0), d.Label, size)
			}
		case Notes:
			if pl.x.Kind == NoAxis {
				s.dataLabels(pl, m.Data, false, 0, size)
			}
		}
	}
}

// cellBox is a box of axis units on the page.
func cellBox(pl plane, b Rect) Rect {
	return box(pl.px(b.X), pl.py(b.Y), pl.px(b.X+b.W), pl.py(b.Y+b.H))
}

func (s *sheet) dataLabels(pl plane, data []Datum, second bool, dot, size float64) {
	for _, d := range data {
		if !d.Missing {
			s.boxLabel(around(pl.point(d, second), dot), d.Label, size)
		}
	}
}

// barLabel places the value of a bar: beyond its end, or within.
func (s *sheet) barLabel(pl plane, b Bars, d Datum, size float64) {
	l := d.Label
	box := pl.bar(b, d)
	if d.Missing {
		s.missingBar(pl, b, d, size)
		return
	}
	if l.Place == Outside {
		l.Place = beyond(d.Y < d.Base, pl.sideways())
	}
	s.boxLabel(box, l, size)
}

// beyond is the side where a bar ends.
func beyond(negative, sideways bool) LabelPlace {
	switch {
	case sideways && negative:
		return Left
	case sideways:
		return Right
	case negative:
		return Below
	}
	return Above
}

// missingBar writes 无数据 where a bar would start; in a narrow band its
// characters stand on one another.
func (s *sheet) missingBar(pl plane, b Bars, d Datum, size float64) {
	if d.Label.Text == "" {
		return
	}
	size = min(size, s.small)
	start := d
	start.Y, start.Base = pl.zero(), pl.zero()
	box := pl.bar(b, start)
	l := d.Label
	l.Place = beyond(false, pl.sideways())
	chars := []rune(l.Text)
	pitch := box.W / barShare
	if b.Width >= barWidth {
		pitch = box.W / b.Width
	}
	if pl.sideways() || width(l.Text, size, false) <= pitch*0.97 || !isHan(chars[0]) {
		s.boxLabel(box, l, size)
		return
	}
	for i := len(chars) - 1; i >= 0; i-- {
		up := l
		up.Text = string(chars[i])
		s.boxLabel(box, up, size)
		box.Y -= float64(size * 1.05)
	}
}

// zero is where bars start: zero, or the end of the axis that is nearest to it.
func (pl plane) zero() float64 {
	a := pl.y
	if pl.sideways() {
		a = pl.x
	}
	return max(a.Min, min(a.Max, 0))
}

// textGap is between a mark and its label, in ems.
const textGap = 0.35

// boxLabel places a label at a side of a box, or in it.
func (s *sheet) boxLabel(b Rect, l Label, size float64) {
	if l.Text == "" {
		return
	}
	if lines := strings.Split(l.Text, "\n"); len(lines) > 1 {
		s.blockLabel(b, l, lines, size)
		return
	}
	gap := float64(textGap * size)
	t := Text{Role: RoleValue, S: l.Text, Size: size, Bold: l.Bold, Color: l.Color, Align: AlignCenter}
	mid := b.middle()
	t.X, t.Y = mid.X, middle(mid.Y, size)
	switch l.Place {
	case Above:
		t.Y = b.Y - gap
	case Below:
		t.Y = b.Y + b.H + gap + float64(0.8*size)
	case Right, Outside:
		t.X, t.Align = b.X+b.W+gap, AlignLeft
	case Left:
		t.X, t.Align = b.X-gap, AlignRight
	case Inside:
		t.X, t.Align = b.X+b.W-gap, AlignRight
	}
	s.text(t)
}

// blockLabel places a label of several lines: around the middle of a side, or
// standing on it.
func (s *sheet) blockLabel(b Rect, l Label, lines []string, size float64) {
	step := 1.2 * size
	height := float64(step * float64(len(lines)-1))
	top := b.Y
	switch l.Place {
	case Above:
		top -= height
	case Below:
	default:
		top -= height / 2
	}
	for i, text := range lines {
		one := b
		one.Y = top + float64(float64(i)*step)
		line := l
		line.Text = text
		s.boxLabel(one, line, size)
	}
}

// labelWidth is the width of the widest label of the bars, with its gap.
func labelWidth(p *Panel, size float64) float64 {
	w := 0.0
	for _, m := range p.Marks {
		if b, ok := m.(Bars); ok {
			for _, d := range b.Data {
				if d.Label.Text != "" && d.Label.Place == Outside && !d.Missing {
					w = max(w, width(d.Label.Text, size, d.Label.Bold))
				}
			}
		}
	}
	return w
}
