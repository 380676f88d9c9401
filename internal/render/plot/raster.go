package plot

import (
	"image"
	"math"

	"charts/internal/chart"
	"charts/internal/font"

	"github.com/golang/freetype/raster"
	"gonum.org/v1/plot/vg"
)

// A pixel is 0x00rrggbb.
type pixel uint32

// A strip is some rows of a picture as pixels. The edges of shapes have one of a
// few degrees of cover, which keeps most charts within 256 colors.
type strip struct {
	width, height int
	top           int     // the row of the picture where the strip begins
	scale         float64 // pixels a point
	pix           []pixel
	ink           pixel // of the shape in hand
	raster        *raster.Rasterizer
	bounds        image.Point // of the rasterizer
	outline       raster.Path
	dots          dotStamps // of the radius that was drawn last
}

// dotStamps are the masks of one radius by their phases.
type dotStamps struct {
	radius float64
	masks  [phases][phases]*mask
}

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

func newStrip() strip {
	r := strip{raster: raster.NewRasterizer(0, 0)}
	r.raster.UseNonZeroWinding = true
	return r
}

// begin makes the strip that of another chart, with as many rows at most; its
// pixels hold anything.
func (r *strip) begin(c *chart.Chart, rows int) {
	r.width, _ = pixels(c)
	r.scale = dpi(c) / 72
	if n := r.width * rows; cap(r.pix) < n {
		r.pix = make([]pixel, max(n, stripPixels)) // once: strips that grow leave their smaller selves behind
	}
	if bounds := image.Pt(r.width, rows+guard); bounds != r.bounds { // else the rasterizer keeps its cells
		r.bounds = bounds
		r.raster.SetBounds(bounds.X, bounds.Y)
	}
	r.moveTo(0, rows)
}

// moveTo makes the strip that of other rows, not more than at first.
func (r *strip) moveTo(top, rows int) {
	r.top, r.height = top, rows
	r.pix = r.pix[:r.width*rows]
}

// guard is one more row above the strip, in the rasterizer alone: it takes the
// last row above its first for the first, because it rounds towards zero.
const guard = 1

// draw draws what of the shapes is in the strip.
func (r *strip) draw(shapes []shape) {
	for i := range shapes {
		s := &shapes[i]
		if s.box.Max.Y <= r.top || s.box.Min.Y >= r.top+r.height {
			continue
		}
		r.ink = s.ink
		switch s.kind {
		case boxShape:
			r.fillBox(s.box.Min.X, s.box.Max.X, max(s.box.Min.Y-r.top, 0), min(s.box.Max.Y-r.top, r.height))
		case dotShape:
			r.stampDot(s.middle, float64(s.size))
		case areaShape:
			r.raster.Clear()
			s.lines.addTo(r.raster, r.top-guard)
			r.raster.Rasterize(r)
		case lineShape:
			r.stroke(s)
		case textShape:
			r.text(*s.text)
		}
	}
}

func (r *strip) stroke(s *shape) {
	ends := raster.ButtCapper
	if s.round {
		ends = raster.RoundCapper
	}
	r.outline = appendLine(r.outline[:0], s.lines.points, r.top-guard)
	r.raster.Clear()
	raster.Stroke(r.raster, r.outline, fix(s.size), ends, nil)
	r.raster.Rasterize(r)
}

// text draws a line of text on a baseline of whole pixels.
func (r *strip) text(t chart.Text) {
	scale := r.scale
	x := leftOf(t) * scale
	y := int(math.Round(t.Y*scale)) - r.top
	size := t.Size * scale
	ink := pixelOf(t.Color)
	for _, c := range t.S {
		column, phase := split(x)
		if m := glyphMask(c, t.Bold, size, phase); m != nil {
			r.stamp(m, column, y, ink)
		}
		x += float64(font.Advance(c, t.Bold)) * size / font.UnitsPerEm
	}
}

// leftOf returns where a text begins.
func leftOf(t chart.Text) float64 {
	switch t.Align {
	case chart.AlignCenter:
		return t.X - font.Width(t.S, t.Size, t.Bold)/2
	case chart.AlignRight:
		return t.X - font.Width(t.S, t.Size, t.Bold)
	default:
		return t.X
	}
}

func (r *strip) stampDot(middle vg.Point, radius float64) {
	column, px := split(float64(middle.X))
	row, py := split(float64(middle.Y))
	row -= r.top
	if r.dots.radius != radius {
		r.dots = dotStamps{radius: radius}
	}
	m := &r.dots.masks[py][px]
	if *m == nil {
		*m = dotMask(radius, px, py)
	}
	r.stamp(*m, column, row, r.ink)
}

func pixelOf(c chart.Color) pixel {
	v := rgb(c)
	return pixel(v.R)<<16 | pixel(v.G)<<8 | pixel(v.B)
}

// fillBox fills the columns x0 … x1 of the rows y0 … y1.
func (r *strip) fillBox(x0, x1, y0, y1 int) {
	first := r.pix[y0*r.width+x0 : y0*r.width+x1]
	fill(first, r.ink)
	for y := y0 + 1; y < y1; y++ {
		copy(r.pix[y*r.width+x0:], first)
	}
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
func (r *strip) Paint(spans []raster.Span, _ bool) {
	for _, s := range spans {
		y := s.Y - guard
		if y < 0 || y >= r.height {
			continue
		}
		row := r.pix[y*r.width+s.X0 : y*r.width+s.X1]
		switch a := cover(s.Alpha); a {
		case 0:
		case full:
			fill(row, r.ink)
		default:
			for i, p := range row {
				row[i] = blend(p, r.ink, a)
			}
		}
	}
}

// stamp draws a mask with its origin at a pixel.
func (r *strip) stamp(m *mask, column, row int, ink pixel) {
	x, y := column+m.x, row+m.y
	x0, x1 := max(0, -x), min(m.width, r.width-x)
	if x0 >= x1 {
		return
	}
	for i := max(0, -y); i < min(m.height(), r.height-y); i++ {
		to := r.pix[(y+i)*r.width+x+x0 : (y+i)*r.width+x+x1]
		for j, a := range m.cover[i*m.width+x0 : i*m.width+x1] {
			switch a {
			case 0:
			case full:
				to[j] = ink
			default:
				to[j] = blend(to[j], ink, a)
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
