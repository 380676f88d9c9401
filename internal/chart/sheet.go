package chart

import (
	"math"

	"charts/internal/font"
)

// A sheet is a chart being laid out from the top down.
type sheet struct {
	*draft
	c           *Chart
	left, right float64
	y           float64 // where the next thing goes
	foot        []Text  // notes and source, Y from the top of the foot
	footHeight  float64
	fixed       bool    // the author or the form set the height
	em, small   float64 // the sizes of texts
}

// place lays the chart out: title, legend, panels, notes and source.
func (d *draft) place() {
	s := &sheet{draft: d, c: d.chart, fixed: d.page.height > 0, em: d.page.sizes.text, small: d.page.sizes.small}
	margin := s.margin()
	s.left, s.right, s.y = margin, s.c.Width-margin, margin
	s.head()
	s.legendRow()
	s.measureFoot()
	s.body()
	s.placeFoot()
	s.c.Height = s.y + margin
	d.tooTall()
	d.tooTallForSlide()
	if s.fixed {
		s.c.Height = max(s.c.Height, d.page.height)
		if d.page.height < s.c.Height-0.5 && d.fig.Size.Set() {
			d.tooLow(s.c.Height)
		}
	}
	s.round()
}

// margin is around everything: on paper the page has its own.
func (s *sheet) margin() float64 {
	if s.c.Form == Slide {
		return 2 * s.page.sizes.head
	}
	return float64(0.35 * s.em)
}

// paperHeight is the height of A4 between its margins.
const paperHeight = 257 * pointsPerMM

// tooTall warns of a figure that no page can hold.
func (d *draft) tooTall() {
	if h := d.chart.Height; d.chart.Form == Report && !d.page.pixels && h > paperHeight && !d.fig.Size.Set() {
		p := d.problems.Warnf(d.fig.Chart.Pos, "too-tall", "the figure is %.0f mm high, more than a page holds", h/pointsPerMM)
		p.Hint = "keep the most important with top: {n: 50, other: 其他}, or narrow with where"
	}
}

// tooTallForSlide asks for smaller text, and warns where that does not help.
func (d *draft) tooTallForSlide() {
	if h := d.chart.Height; d.chart.Form == Slide && !d.page.pixels && h > d.page.height+0.5 {
		d.over = h / d.page.height
		p := d.problems.Warnf(d.fig.Chart.Pos, "too-tall", "the figure does not fit on a slide: it is %.0f %% too high", 100*(h/d.page.height-1))
		p.Hint = "keep the most important with top: {n: 15, other: 其他}, or leave slide out of outputs"
	}
}

// tooLow says what the height of the figure would have to be.
func (d *draft) tooLow(height float64) {
	if d.page.pixels {
		d.over = height / d.page.height
		d.errorAt(d.fig.Size, "size", "size %q is too low: the figure needs %d pixels of height", d.fig.Size.V, int(math.Ceil(height*d.page.dpi/72)))
		return
	}
	d.errorAt(d.fig.Size, "size", "size %q is too low: the figure needs %.0f mm", d.fig.Size.V, math.Ceil(height/pointsPerMM)).Hint = "leave the height out, and the content decides"
}

// head places title and subtitle of a slide; a report has its caption outside.
func (s *sheet) head() {
	if s.c.Form != Slide {
		return
	}
	st := s.c.Style
	s.lines(RoleTitle, s.c.Title, st.TitleSize, true, st.Ink)
	head := s.page.sizes.head
	s.lines(RoleSubtitle, s.c.Subtitle, head, false, st.Muted)
	s.y += float64(0.6 * head)
}

// lines places wrapped text at the left.
func (s *sheet) lines(role Role, text string, size float64, bold bool, color Color) {
	if text == "" {
		return
	}
	for _, l := range wrap(text, s.right-s.left, size, bold) {
		s.text(Text{Role: role, S: l, X: s.left, Y: s.y + font.Ascent(size), Size: size, Bold: bold, Color: color})
		s.y += s.line(size)
	}
}

// line is the distance of two baselines.
func (s *sheet) line(size float64) float64 { return float64(size * s.c.Style.LineHeight) }

// text adds a text in its place.
func (s *sheet) text(t Text) {
	if t.Align == "" {
		t.Align = AlignLeft
	}
	t.S = typeset(t.S)
	if t.S != "" {
		s.c.Texts = append(s.c.Texts, t)
	}
}

// middle is the baseline of a text whose digits have their middle at y.
func middle(y, size float64) float64 { return y + font.CapHeight(size)/2 }

// stroke adds a thin line.
func (s *sheet) stroke(color Color, width float64, points ...Point) {
	s.c.Strokes = append(s.c.Strokes, Stroke{Points: points, Color: color, Width: width})
}

// roomyTicks are the ticks along a width whose labels have room: all, or every
// second, third …
func (s *sheet) roomyTicks(ticks []Tick, room float64) []Tick {
	w := 0.0
	for _, t := range ticks {
		w = max(w, width(t.Label, s.em, false)+float64(0.6*s.em))
	}
	every := 1
	for every < len(ticks) && w > room*float64(every)/float64(max(len(ticks)-1, 1)) {
		every++
	}
	var some []Tick
	for i := 0; i < len(ticks); i += every {
		some = append(some, ticks[i])
	}
	return some
}

// measureFoot breaks notes and source into lines.
func (s *sheet) measureFoot() {
	size, y := s.small, 0.0
	add := func(role Role, text string) {
		for _, l := range fill(text, s.right-s.left, size) {
			y += s.line(size)
			s.foot = append(s.foot, Text{Role: role, S: l, X: s.left, Y: y, Size: size, Color: s.c.Style.Muted})
		}
	}
	for _, n := range s.c.Notes {
		add(RoleNote, n)
	}
	if s.c.Source != "" {
		add(RoleSource, s.c.Source)
	}
	if y > 0 {
		y += float64(0.7 * s.em) // the gap above
	}
	s.footHeight = y
}

// placeFoot places notes and source under the panels, at the bottom of the page
// when its height is fixed.
func (s *sheet) placeFoot() {
	if s.fixed {
		s.y = max(s.y, s.page.height-s.margin()-s.footHeight)
	}
	for _, t := range s.foot {
		t.Y += s.y + 0.5*s.em
		s.text(t)
	}
	s.y += s.footHeight
}

// free is the height that a page of fixed height leaves for the panels.
func (s *sheet) free() float64 {
	return s.page.height - s.margin() - s.footHeight - s.y
}

// round cuts all places to hundredths of a point: equal on every machine, and
// readable.
func (s *sheet) round() {
	c := s.c
	c.Width, c.Height = cut(c.Width), cut(c.Height)
	for i := range c.Texts {
		t := &c.Texts[i]
		t.X, t.Y, t.Size = cut(t.X), cut(t.Y), cut(t.Size)
	}
	for i := range c.Strokes {
		for j := range c.Strokes[i].Points {
			p := &c.Strokes[i].Points[j]
			p.X, p.Y = cut(p.X), cut(p.Y)
		}
	}
	for i := range c.Swatches {
		c.Swatches[i].Box = c.Swatches[i].Box.cut()
	}
	for i := range c.Panels {
		c.Panels[i].Area = c.Panels[i].Area.cut()
	}
}

func (r Rect) cut() Rect { return Rect{cut(r.X), cut(r.Y), cut(r.W), cut(r.H)} }

func cut(v float64) float64 { return math.Round(v*100) / 100 }
