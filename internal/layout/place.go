package layout

import (
	"charts/internal/chart"
	"charts/internal/font"
)

// Place lays a chart out: title, legend, panels, notes and source. It returns the
// height that they need, which may be more than the page has.
func Place(c *chart.Chart, page Page) (needed float64) {
	s := &sheet{c: c, page: page, faces: page.Faces, fixed: page.Height > 0, em: c.Style.TextSize, small: c.Style.SmallSize}
	margin := s.margin()
	s.left, s.right, s.y = margin, c.Width-margin, margin
	s.nameLimit = NameShare * (s.right - s.left)
	s.head()
	s.legendRow()
	s.measureFoot()
	s.panels()
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
	return 0.35 * s.em
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
	s.y += 0.6 * head
}

// lines places wrapped text at the left.
func (s *sheet) lines(role chart.Role, text string, size float64, bold bool, color chart.Color) {
	if text == "" {
		return
	}
	for _, l := range s.faces.Wrap(text, s.right-s.left, size, bold) {
		s.text(chart.Text{Role: role, S: l, X: s.left, Y: s.y + font.Ascent(size), Size: size, Bold: bold, Color: color})
		s.y += s.line(size)
	}
}

// measureFoot breaks notes and source into lines.
func (s *sheet) measureFoot() {
	size, y := s.small, 0.0
	add := func(role chart.Role, text string) {
		for _, l := range s.faces.Fill(text, s.right-s.left, size) {
			y += s.line(size)
			s.foot = append(s.foot, chart.Text{Role: role, S: l, X: s.left, Y: y, Size: size, Color: s.c.Style.Muted})
		}
	}
	for _, n := range s.c.Footnotes() {
		add(chart.RoleNote, n)
	}
	if s.c.Source != "" {
		add(chart.RoleSource, s.c.Source)
	}
	if y > 0 {
		y += 0.7 * s.em // the gap above
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

// empty says that the figure has no values.
func (s *sheet) empty() {
	height := 8 * s.em
	if s.fixed {
		height = max(height, s.free())
	}
	words := "无数据"
	if s.c.Lang == "en" {
		words = "no data"
	}
	s.text(chart.Text{Role: chart.RoleNote, S: words, X: s.c.Width / 2, Y: s.faces.Middle(s.y+height/2, s.em), Size: s.em, Color: s.c.Style.Muted, Align: chart.AlignCenter})
	s.y += height
}
