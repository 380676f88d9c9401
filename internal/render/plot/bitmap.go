package plot

import (
	"image"
	"math"
	"sync"

	"charts/internal/chart"
	"charts/internal/font"

	"github.com/golang/freetype/raster"
	gonumfont "gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// A pixel is 0x00rrggbb.
type pixel uint32

// A bitmap is the canvas of PNG. Its shapes are snapped to whole pixels where they
// are boxes and lines along the axes, so that bars and grid lines are crisp; the
// edges of the others have one of a few degrees of cover, which keeps most charts
// within 256 colors.
type bitmap struct {
	pen
	width, height int
	pix           []pixel
	raster        *raster.Rasterizer
	bounds        image.Point // of the rasterizer
	lines         polylines   // of the path in hand
	outline       raster.Path
	dots          dotStamps // of the radius that was drawn last
}

// dotStamps are the masks of one radius by their phases.
type dotStamps struct {
	radius float64
	masks  [phases][phases]*mask
}

// bitmaps keeps what was drawn on before: its pixels are the greatest part of
// what a render allocates.
var bitmaps = sync.Pool{New: func() any {
	b := &bitmap{raster: raster.NewRasterizer(0, 0)}
	b.raster.UseNonZeroWinding = true
	return b
}}

// newBitmap draws a chart. Until then the pixels hold anything.
func newBitmap(c *chart.Chart, fonts font.Family) (*bitmap, error) {
	b := bitmaps.Get().(*bitmap)
	b.pen = newPen(c.Height, dpi(c)/72, fonts)
	b.width, b.height = pixels(c)
	if n := b.width * b.height; cap(b.pix) < n {
		b.pix = make([]pixel, n)
	}
	b.pix = b.pix[:b.width*b.height]
	if bounds := image.Pt(b.width, b.height+guard); bounds != b.bounds { // else the rasterizer keeps its cells
		b.bounds = bounds
		b.raster.SetBounds(bounds.X, bounds.Y)
	}
	return b, paint(b, c)
}

func (b *bitmap) release() { bitmaps.Put(b) }

// row returns a row of pixels.
func (b *bitmap) row(y int) []pixel { return b.pix[y*b.width : (y+1)*b.width] }

// dpi returns the resolution of a chart's raster; a chart that names none has
// one pixel a point.
func dpi(c *chart.Chart) float64 {
	if c.DPI > 0 {
		return c.DPI
	}
	return 72
}

// pixels returns the size of a chart's raster.
func pixels(c *chart.Chart) (width, height int) {
	scale := dpi(c) / 72
	return max(1, int(math.Round(c.Width*scale))), max(1, int(math.Round(c.Height*scale)))
}

// guard is one more row above the picture, in the rasterizer alone: it takes the
// last row above its first for the first, because it rounds towards zero.
const guard = 1

// Fill fills a path by the non-zero rule.
func (b *bitmap) Fill(path vg.Path) {
	if box, ok := b.rect(path); ok {
		b.fillBox(box)
		return
	}
	if middle, radius, ok := b.circle(path); ok && radius <= maxStamp {
		b.stampDot(middle, float64(radius))
		return
	}
	b.lines.collect(path, b.matrix)
	if len(b.lines.points) > 0 {
		b.raster.Clear()
		b.lines.addTo(b.raster, -guard)
		b.raster.Rasterize(b)
	}
}

// Stroke draws along a path.
func (b *bitmap) Stroke(path vg.Path) {
	width := b.pen.width * vg.Length(b.base.xx)
	if width <= 0 || len(path) == 0 {
		return
	}
	b.lines.collect(path, b.matrix)
	if len(b.dashes) > 0 {
		b.lines.dash(b.dashes, b.offset, vg.Length(b.base.xx))
	}
	ends := raster.ButtCapper
	if b.rounded(path) {
		ends = raster.RoundCapper
	}
	for line := range b.lines.each() {
		if box, ok := alongAxis(line, width); ok {
			b.fillBox(box)
			continue
		}
		for piece := range pieces(line) {
			b.outline = appendLine(b.outline[:0], piece, -guard)
			b.raster.Clear()
			raster.Stroke(b.raster, b.outline, fix(width), ends, nil)
			b.raster.Rasterize(b)
		}
	}
}

// fillBox fills the whole pixels nearest to a box, one at least.
func (b *bitmap) fillBox(box vg.Rectangle) {
	x0, x1 := snap(box.Min.X, box.Max.X, b.width)
	y0, y1 := snap(box.Min.Y, box.Max.Y, b.height)
	if x0 >= x1 || y0 >= y1 {
		return
	}
	first := b.row(y0)[x0:x1]
	fill(first, b.ink())
	for y := y0 + 1; y < y1; y++ {
		copy(b.row(y)[x0:x1], first)
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

// FillString draws a text from its left end.
func (b *bitmap) FillString(f gonumfont.Face, at vg.Point, text string) {
	b.text(b.lineOf(f, at, text))
}

// text draws a line of text on a baseline of whole pixels.
func (b *bitmap) text(t chart.Text) {
	scale := b.base.xx
	x := b.leftOf(t) * scale
	y := int(math.Round(t.Y * scale))
	size := t.Size * scale
	ink := pixelOf(t.Color)
	for _, c := range t.S {
		column, phase := split(x)
		if m := glyphMask(b.fonts.Face(c, t.Bold), c, size, phase); m != nil {
			b.stamp(m, column, y, ink)
		}
		x += float64(b.fonts.Advance(c, t.Bold)) * size / font.UnitsPerEm
	}
}

// leftOf returns where a text begins.
func (p *pen) leftOf(t chart.Text) float64 {
	switch t.Align {
	case chart.AlignCenter:
		return t.X - p.fonts.Width(t.S, t.Size, t.Bold)/2
	case chart.AlignRight:
		return t.X - p.fonts.Width(t.S, t.Size, t.Bold)
	default:
		return t.X
	}
}

func (b *bitmap) stampDot(middle vg.Point, radius float64) {
	column, px := split(float64(middle.X))
	row, py := split(float64(middle.Y))
	if b.dots.radius != radius {
		b.dots = dotStamps{radius: radius}
	}
	m := &b.dots.masks[py][px]
	if *m == nil {
		*m = dotMask(radius, px, py)
	}
	b.stamp(*m, column, row, b.ink())
}

func pixelOf(c chart.Color) pixel {
	v := rgb(c)
	return pixel(v.R)<<16 | pixel(v.G)<<8 | pixel(v.B)
}

// ink is the color of the pen.
func (b *bitmap) ink() pixel {
	return pixel(b.color.R)<<16 | pixel(b.color.G)<<8 | pixel(b.color.B)
}

// fill sets a whole row, twice as much at each step: memory is copied faster than
// it is written one by one.
func fill[T pixel | byte](row []T, ink T) {
	if len(row) == 0 {
		return
	}
	row[0] = ink
	for n := 1; n < len(row); n *= 2 {
		copy(row[n:], row[:n])
	}
}

// Paint is called by the rasterizer with the spans of a shape.
func (b *bitmap) Paint(spans []raster.Span, _ bool) {
	ink := b.ink()
	for _, s := range spans {
		y := s.Y - guard
		if y < 0 || y >= b.height {
			continue
		}
		row := b.row(y)[s.X0:s.X1]
		switch a := cover(s.Alpha); a {
		case 0:
		case full:
			fill(row, ink)
		default:
			for i, p := range row {
				row[i] = blend(p, ink, a)
			}
		}
	}
}

// stamp draws a mask with its origin at a pixel.
func (b *bitmap) stamp(m *mask, column, row int, ink pixel) {
	x, y := column+m.x, row+m.y
	x0, x1 := max(0, -x), min(m.width, b.width-x)
	if x0 >= x1 {
		return
	}
	for i := max(0, -y); i < min(m.height(), b.height-y); i++ {
		to := b.pix[(y+i)*b.width+x+x0 : (y+i)*b.width+x+x1]
		for j, a := range m.cover[i*m.width+x0 : i*m.width+x1] {
			switch a {
			case 0:
			case full:
				to[j] = ink
			default:
				if p := to[j]; p != ink { // dots of a cloud lie on one another
					to[j] = blend(p, ink, a)
				}
			}
		}
	}
}

// full is the cover of a pixel that lies wholly within a shape.
const full = 255

// cover rounds the rasterizer's cover, of 16 bits, to sixteenths.
func cover(alpha uint32) uint8 {
	return uint8((alpha*15+0x7fff)/0xffff) * 17
}

// blend mixes ink into a pixel, red and blue at once: each channel has 16 bits of
// the sum, and (v + v/256) / 256 of v + 128 is v / 255, rounded.
func blend(p, ink pixel, a uint8) pixel {
	const redBlue, half = 0xff00ff, 0x800080
	c, d := pixel(a), pixel(full-a)
	rb := (p&redBlue)*d + (ink&redBlue)*c + half
	rb = (rb + rb>>8&redBlue) >> 8 & redBlue
	g := (p>>8&0xff)*d + (ink>>8&0xff)*c + half&0xff
	g = (g + g>>8) >> 8
	return rb | g<<8
}
