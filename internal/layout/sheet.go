// Package layout places the content of a chart on a page: it knows the chart, the
// font and nothing of what the chart was made from.
package layout

import (
	"charts/internal/chart"
	"charts/internal/font"
	"charts/internal/typeset"
)

// A sheet is a chart being laid out from the top down.
type sheet struct {
	c           *chart.Chart
	page        Page
	left, right float64
	y           float64      // where the next thing goes
	foot        []chart.Text // notes and source, Y from the top of the foot
	footHeight  float64
	fixed       bool    // the author or the form set the height
	em, small   float64 // the sizes of texts
}

// A Page is what a chart is laid out for, besides its width and its sizes of text.
type Page struct {
	Height float64 // of the page; 0: by the content
	Head   float64 // the size of the subtitle, by which the margins go
	Ems    float64 // the width of the page on paper, in its text size
}

// Place lays a chart out: title, legend, panels, notes and source. It returns the
// height that they need, which may be more than the page has.
func Place(c *chart.Chart, page Page) (needed float64) {
	s := &sheet{c: c, page: page, fixed: page.Height > 0, em: c.Style.TextSize, small: c.Style.SmallSize}
	margin := s.margin()
	s.left, s.right, s.y = margin, c.Width-margin, margin
	s.head()
	s.legendRow()
	s.measureFoot()
	s.body()
	s.placeFoot()
	needed = s.y + margin
	c.Height = max(needed, page.Height)
	s.round()
	return needed
}

// margin is around everything: on paper the page has its own.
func (s *sheet) margin() float64 {
	if s.c.Form == chart.Slide {
		return 2 * s.page.Head
	}
	return float64(0.35 * s.em)
}

// head places title and subtitle of a slide; a report has its caption outside.
func (s *sheet) head() {
	if s.c.Form != chart.Slide {
		return
	}
	st := s.c.Style
	s.lines(chart.RoleTitle, s.c.Title, st.TitleSize, true, st.Ink)
	head := s.page.Head
	s.lines(chart.RoleSubtitle, s.c.Subtitle, head, false, st.Muted)
	s.y += float64(0.6 * head)
}

// lines places wrapped text at the left.
func (s *sheet) lines(role chart.Role, text string, size float64, bold bool, color chart.Color) {
	if text == "" {
		return
	}
	for _, l := range typeset.Wrap(text, s.right-s.left, size, bold) {
		s.text(chart.Text{Role: role, S: l, X: s.left, Y: s.y + font.Ascent(size), Size: size, Bold: bold, Color: color})
		s.y += s.line(size)
	}
}

// line is the distance of two baselines.
func (s *sheet) line(size float64) float64 { return float64(size * s.c.Style.LineHeight) }

// text adds a text in its place.
func (s *sheet) text(t chart.Text) {
	if t.Align == "" {
		t.Align = chart.AlignLeft
	}
	t.S = typeset.Text(t.S)
	if t.S != "" {
		s.c.Texts = append(s.c.Texts, t)
	}
}

// middle is the baseline of a text whose digits have their middle at y.
func middle(y, size float64) float64 { return y + font.CapHeight(size)/2 }

// stroke adds a thin line.
func (s *sheet) stroke(color chart.Color, width float64, points ...chart.Point) {
	s.c.Strokes = append(s.c.Strokes, chart.Stroke{Points: points, Color: color, Width: width})
}

// roomyTicks are the ticks along a width whose labels have room: all, or every
// second, third …
func (s *sheet) roomyTicks(ticks []chart.Tick, room float64) []chart.Tick {
	w := 0.0
	for _, t := range ticks {
		w = max(w, typeset.Width(t.Label, s.em, false)+float64(0.6*s.em))
	}
	every := 1
	for every < len(ticks) && w > room*float64(every)/float64(max(len(ticks)-1, 1)) {
		every++
	}
	var some []chart.Tick
	for i := 0; i < len(ticks); i += every {
		some = append(some, ticks[i])
	}
	return some
}

// measureFoot breaks notes and source into lines.
func (s *sheet) measureFoot() {
	size, y := s.small, 0.0
	add := func(role chart.Role, text string) {
		for _, l := range typeset.Fill(text, s.right-s.left, size) {
			y += s.line(size)
			s.foot = append(s.foot, chart.Text{Role: role, S: l, X: s.left, Y: y, Size: size, Color: s.c.Style.Muted})
		}
	}
	for _, n := range s.c.Notes {
		add(chart.RoleNote, n)
	}
	if s.c.Source != "" {
		add(chart.RoleSource, s.c.Source)
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
		s.y = max(s.y, s.page.Height-s.margin()-s.footHeight)
	}
	for _, t := range s.foot {
		t.Y += s.y + 0.5*s.em
		s.text(t)
	}
	s.y += s.footHeight
}

// free is the height that a page of fixed height leaves for the panels.
func (s *sheet) free() float64 {
	return s.page.Height - s.margin() - s.footHeight - s.y
}

// round cuts all places to hundredths of a point: equal on every machine, and
// readable.
func (s *sheet) round() {
	c := s.c
	c.Width, c.Height = chart.Cut(c.Width), chart.Cut(c.Height)
	for i := range c.Texts {
		t := &c.Texts[i]
		t.X, t.Y, t.Size = chart.Cut(t.X), chart.Cut(t.Y), chart.Cut(t.Size)
	}
	for i := range c.Strokes {
		for j := range c.Strokes[i].Points {
			p := &c.Strokes[i].Points[j]
			p.X, p.Y = chart.Cut(p.X), chart.Cut(p.Y)
		}
	}
	for i := range c.Swatches {
		c.Swatches[i].Box = c.Swatches[i].Box.Cut()
	}
	for i := range c.Panels {
		c.Panels[i].Area = c.Panels[i].Area.Cut()
	}
}
