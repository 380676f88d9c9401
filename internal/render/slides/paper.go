package slides

import (
	"slices"
	"unicode"

	"charts/internal/chart"
	"charts/internal/typeset"
)

// The colours of the slides, which the theme of a PowerPoint file has, too.
const (
	ink   chart.Color = "#1F2933"
	muted chart.Color = "#5F6B76"
	rule  chart.Color = "#E3E7EB"
	green chart.Color = "#1A6B43"
	red   chart.Color = "#A8371F"
)

// The room of texts in points.
const (
	left      = 32.0
	textWidth = Width - 2*left
	leading   = 1.4 // of the size
)

// Paper lays the deck out for paper, one chart a slide: the cover, the key points and
// the cards have texts alone, a figure its picture, one for each, under its sentence.
func Paper(d *Deck, pictures []*chart.Chart, faces typeset.Faces) []*chart.Chart {
	all := []*chart.Chart{d.coverPage(faces)}
	if len(d.Points) > 0 {
		all = append(all, d.pointPages(faces)...)
	}
	for _, s := range slidesOf(d) {
		if len(s.Cards) > 0 {
			all = append(all, d.cardPage(s.Cards, faces))
		}
	}
	for i := range d.Figures {
		all = append(all, d.figurePage(&d.Figures[i], pictures[i], faces))
	}
	return all
}

// A page is a slide that is being written, from the top down.
type page struct {
	*chart.Chart
	faces typeset.Faces
	y     float64 // where the next line has its top
}

func (d *Deck) page(faces typeset.Faces) *page {
	c := &chart.Chart{ID: d.Title, Form: chart.Slide, Title: d.Title, Lang: d.Lang, Width: Width, Height: Height, DPI: 72, Style: chart.Style{Background: "#FFFFFF", Ink: ink, Muted: muted, Rule: rule}}
	return &page{Chart: c, faces: faces, y: left}
}

// A setting is how a text is set.
type setting struct {
	size  float64
	bold  bool
	color chart.Color
}

var (
	heading = setting{28, true, ink}
	body    = setting{20, false, ink}
	small   = setting{16, false, muted}
	foot    = setting{12, false, muted}
)

// write sets a text into lines from x on and goes below it.
func (s *page) write(x, width float64, f setting, text string) {
	for _, line := range s.faces.Wrap(typeset.Text(oneLine.Replace(text)), width, f.size, f.bold) {
		s.set(x, f, line)
		s.y += f.size * leading
	}
}

// set writes a line from x on and returns where it ends.
func (s *page) set(x float64, f setting, line string) float64 {
	s.Texts = append(s.Texts, chart.Text{S: line, X: x, Y: s.y + f.size, Size: f.size, Bold: f.bold, Color: f.color, Align: chart.AlignLeft})
	return x + s.faces.Width(line, f.size, f.bold)
}

func (s *page) head(title string) *page {
	s.write(left, textWidth, heading, title)
	s.y += 12
	return s
}

func (d *Deck) coverPage(faces typeset.Faces) *chart.Chart {
	s := d.page(faces)
	s.y = 0.3 * Height
	s.write(2*left, Width-4*left, setting{44, true, ink}, d.Title)
	s.y += 12
	if d.Subtitle != "" {
		s.write(2*left, Width-4*left, setting{20, false, muted}, d.Subtitle)
	}
	for _, text := range d.Under {
		s.write(2*left, Width-4*left, small, text)
	}
	return s.Chart
}

// pointPages are as many as the key points need.
func (d *Deck) pointPages(faces typeset.Faces) (all []*chart.Chart) {
	s := d.page(faces).head(d.PointsTitle)
	for _, p := range d.Points {
		next := s.y
		lines := linesOf(p.Runs, s.faces, textWidth-24, body.size)
		if next+float64(len(lines))*body.size*leading > Height-left {
			all = append(all, s.Chart)
			s = d.page(faces).head(d.PointsTitle)
		}
		s.Swatches = append(s.Swatches, chart.Swatch{Box: chart.Rect{X: left, Y: s.y + 9, W: 9, H: 9}, Shape: chart.Dot, Color: colorOf(p.Tone, muted)})
		for _, line := range lines {
			x := left + 24
			for _, r := range line {
				x = s.set(x, setting{body.size, r.Strong, ink}, r.Text)
			}
			s.y += body.size * leading
		}
		s.y += 12
	}
	return append(all, s.Chart)
}

// linesOf breaks a sentence into lines and keeps what is strong in it.
func linesOf(runs []Run, faces typeset.Faces, width, size float64) (lines [][]Run) {
	var text []rune
	var strong []bool
	for _, r := range runs {
		for _, c := range typeset.Compose(oneLine.Replace(r.Text)) {
			text, strong = append(text, c), append(strong, r.Strong)
		}
	}
	at := 0 // blanks are those of the lines
	for _, line := range faces.Wrap(typeset.Text(string(text)), width, size, true) {
		var own []Run
		for _, c := range line {
			for at < len(text)-1 && !unicode.IsSpace(c) && unicode.IsSpace(text[at]) {
				at++
			}
			if n := len(own); n > 0 && own[n-1].Strong == strong[at] {
				own[n-1].Text += string(c)
			} else {
				own = append(own, Run{string(c), strong[at]})
			}
			if at < len(text)-1 && !unicode.IsSpace(c) {
				at++
			}
		}
		lines = append(lines, own)
	}
	return lines
}

func (d *Deck) cardPage(cards []placed, faces typeset.Faces) *chart.Chart {
	s := d.page(faces).head(d.CardsTitle)
	for _, c := range cards {
		corners := []chart.Point{{X: c.X, Y: c.Y}, {X: c.X + c.W, Y: c.Y}, {X: c.X + c.W, Y: c.Y + c.H}, {X: c.X, Y: c.Y + c.H}, {X: c.X, Y: c.Y}}
		s.Strokes = append(s.Strokes, chart.Stroke{Points: corners, Color: rule, Width: 0.75})
		s.y = c.Y + 8
		s.write(c.X+14, c.W-28, setting{18, false, muted}, c.Title)
		value, unit := setting{36, true, ink}, small
		if whole := faces.Width(c.Value, value.size, true) + 4 + faces.Width(c.Unit, unit.size, false); whole > c.W-28 {
			value.size, unit.size = value.size*(c.W-28)/whole, unit.size*(c.W-28)/whole
		}
		end := s.set(c.X+14, value, c.Value)
		s.y += value.size - unit.size
		s.set(end+4, unit, c.Unit)
		s.y += 30
		for _, line := range c.Lines {
			own := setting{14, false, colorOf(line.Tone, muted)}
			for _, text := range s.faces.Wrap(typeset.Text(oneLine.Replace(line.Text)), c.W-28, own.size, false) {
				if s.y+own.size*leading > c.Y+c.H {
					break // the page has all of it
				}
				s.set(c.X+14, own, text)
				s.y += own.size * leading
			}
		}
	}
	return s.Chart
}

// figurePage sets the picture of a figure between its sentence and its source.
func (d *Deck) figurePage(f *Figure, picture *chart.Chart, faces typeset.Faces) *chart.Chart {
	s := d.page(faces)
	s.write(left, textWidth, heading, f.Title)
	if f.Subtitle != "" {
		s.write(left, textWidth, small, f.Subtitle)
	}
	texts := s.Texts
	c := *picture
	c.Height, c.Alt = Height, f.Alt
	c.Panels = slices.Clone(c.Panels)
	for i := range c.Panels {
		c.Panels[i].Area.Y += PictureTop
	}
	for _, t := range picture.Texts {
		t.Y += PictureTop
		texts = append(texts, t)
	}
	c.Strokes = slices.Clone(c.Strokes)
	for i, stroke := range c.Strokes {
		c.Strokes[i].Points = slices.Clone(stroke.Points)
		for j := range c.Strokes[i].Points {
			c.Strokes[i].Points[j].Y += PictureTop
		}
	}
	c.Swatches = slices.Clone(c.Swatches)
	for i := range c.Swatches {
		c.Swatches[i].Box.Y += PictureTop
	}
	if f.Source != "" {
		line := typeset.Text(oneLine.Replace(f.Source))
		size := foot.size * min(1, textWidth/faces.Width(line, foot.size, false)) // it has one line
		texts = append(texts, chart.Text{Role: chart.RoleSource, S: line, X: left, Y: Height - 14, Size: size, Color: muted, Align: chart.AlignLeft})
	}
	c.Texts = texts
	return &c
}

// colorOf is the colour of a judgement, or the usual one.
func colorOf(tone string, usual chart.Color) chart.Color {
	switch tone {
	case "good":
		return green
	case "bad", "contested":
		return red
	}
	return usual
}
