package plot

import (
	"image"
	"math"
	"slices"

	"charts/internal/chart"

	gonumfont "gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// A sketch is the canvas of PNG. It keeps what a chart draws as shapes in the
// pixels of the whole picture, to be put on one strip of it after another.
// Upright boxes and lines are snapped to whole pixels, so that bars and grid lines
// are crisp.
type sketch struct {
	pen
	width, height int
	shapes        []shape
	lines         polylines
}

// A shape is one thing to draw.
type shape struct {
	kind   shapeKind
	ink    pixel
	box    image.Rectangle // the pixels that it may touch; of a box those that it fills
	middle vg.Point        // of a dot
	size   vg.Length       // the radius of a dot, the width of a line
	round  bool            // a line's ends are
	lines  polylines       // of an area, one of a line
	text   *chart.Text
}

type shapeKind uint8

const (
	boxShape shapeKind = iota
	dotShape
	areaShape
	lineShape
	textShape
)

// begin makes the sketch that of another chart.
func (s *sketch) begin(c *chart.Chart) {
	s.pen = newPen(c.Height, dpi(c)/72)
	s.width, s.height = pixels(c)
	clear(s.shapes)
	s.shapes = slices.Grow(s.shapes[:0], dataOf(c))
}

// dataOf is how many data a chart has: of clouds, most of the shapes.
func dataOf(c *chart.Chart) (n int) {
	for _, p := range c.Panels {
		for _, m := range p.Marks {
			_, data := chart.DataOf(m)
			n += len(data)
		}
	}
	return n
}

func (s *sketch) add(it shape) {
	it.ink = pixel(s.color.R)<<16 | pixel(s.color.G)<<8 | pixel(s.color.B)
	s.shapes = append(s.shapes, it)
}

// Fill fills a path by the non-zero rule.
func (s *sketch) Fill(path vg.Path) {
	if box, ok := s.rect(path); ok {
		s.addBox(box)
		return
	}
	if middle, radius, ok := s.circle(path); ok && radius <= maxStamp {
		around := vg.Rectangle{Min: middle, Max: middle}
		s.add(shape{kind: dotShape, box: pixelsAround(around, radius), middle: middle, size: radius})
		return
	}
	s.lines.collect(path, s.matrix)
	if len(s.lines.points) > 0 {
		s.add(shape{kind: areaShape, box: s.lines.bounds(), lines: s.lines.clone()})
	}
}

// Stroke draws along a path.
func (s *sketch) Stroke(path vg.Path) {
	width := s.pen.width * vg.Length(s.base.xx)
	if width <= 0 || len(path) == 0 {
		return
	}
	s.lines.collect(path, s.matrix)
	if len(s.dashes) > 0 {
		s.lines.dash(s.dashes, s.offset, vg.Length(s.base.xx))
	}
	for line := range s.lines.each() {
		if box, ok := upright(line, width); ok {
			s.addBox(box)
			continue
		}
		for piece := range pieces(line) {
			one := polylines{points: piece, starts: []int{0}}
			box := one.bounds().Inset(-int(math.Ceil(float64(width))) - 1)
			s.add(shape{kind: lineShape, box: box, lines: one.clone(), size: width, round: s.rounded(path)})
		}
	}
}

// addBox fills the whole pixels nearest to a box, one at least.
func (s *sketch) addBox(box vg.Rectangle) {
	x0, x1 := snap(box.Min.X, box.Max.X, s.width)
	y0, y1 := snap(box.Min.Y, box.Max.Y, s.height)
	if x0 < x1 && y0 < y1 {
		s.add(shape{kind: boxShape, box: image.Rect(x0, y0, x1, y1)})
	}
}

// snap rounds an interval to pixels 0 … limit.
func snap(from, to vg.Length, limit int) (int, int) {
	a, b := int(math.Round(float64(from))), int(math.Round(float64(to)))
	if a == b && to > from {
		a = int(math.Floor(float64(from+to) / 2))
		b = a + 1
	}
	return max(a, 0), min(b, limit)
}

// pixelsAround are the pixels that a box with a margin may touch.
func pixelsAround(r vg.Rectangle, margin vg.Length) image.Rectangle {
	return image.Rect(
		int(math.Floor(float64(r.Min.X-margin)))-1, int(math.Floor(float64(r.Min.Y-margin)))-1,
		int(math.Ceil(float64(r.Max.X+margin)))+2, int(math.Ceil(float64(r.Max.Y+margin)))+2)
}

// FillString draws a text from its left end.
func (s *sketch) FillString(f gonumfont.Face, at vg.Point, text string) {
	s.text(s.lineOf(f, at, text))
}

// text draws a line of text on a baseline of whole pixels.
func (s *sketch) text(t chart.Text) {
	size := vg.Length(t.Size * s.base.xx)
	line := vg.Rectangle{Min: vg.Point{Y: vg.Length(t.Y * s.base.xx)}}
	line.Max = line.Min
	s.add(shape{kind: textShape, box: pixelsAround(line, 2*size), text: &t})
}
