package plot

import (
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

// A rasterCanvas draws into pixels. Upright boxes and lines are snapped to whole
// pixels, so that bars and grid lines are crisp; the edges of all else have one
// of a few degrees of cover, which keeps most charts within 256 colors.
type rasterCanvas struct {
	pen
	width, height int
	pix           []pixel
	raster        *raster.Rasterizer
	lines         polylines
	rows          []byte    // of the PNG
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

// canvases keeps what was drawn on before: its pixels are the greatest part of
// what a render allocates.
var canvases = sync.Pool{New: func() any {
	r := &rasterCanvas{raster: raster.NewRasterizer(0, 0)}
	r.raster.UseNonZeroWinding = true
	return r
}}

// newRaster returns a canvas of the chart's size; its pixels hold anything.
func newRaster(c *chart.Chart) *rasterCanvas {
	r := canvases.Get().(*rasterCanvas)
	r.pen = newPen(c.Height, dpi(c)/72)
	r.width, r.height = pixels(c)
	if n := r.width * r.height; cap(r.pix) < n {
		r.pix = make([]pixel, n)
	} else {
		r.pix = r.pix[:n]
	}
	r.raster.SetBounds(r.width, r.height)
	return r
}

func (r *rasterCanvas) release() { canvases.Put(r) }

// Fill fills a path by the non-zero rule.
func (r *rasterCanvas) Fill(path vg.Path) {
	if box, ok := r.rect(path); ok {
		r.fillBox(box)
		return
	}
	if middle, radius, ok := r.circle(path); ok && radius <= maxStamp {
		r.stampDot(middle, float64(radius))
		return
	}
	r.lines.collect(path, r.matrix)
	r.raster.Clear()
	r.lines.addTo(r.raster)
	r.raster.Rasterize(r)
}

// Stroke draws along a path.
func (r *rasterCanvas) Stroke(path vg.Path) {
	width := r.strokeWidth()
	if width <= 0 || len(path) == 0 {
		return
	}
	r.lines.collect(path, r.matrix)
	if len(r.dashes) > 0 {
		r.lines.dash(r.dashes, r.offset, vg.Length(r.base.xx))
	}
	ends := raster.ButtCapper
	if r.rounded(path) {
		ends = raster.RoundCapper
	}
	var outline raster.Path
	for line := range r.lines.each() {
		if box, ok := upright(line, width); ok {
			r.fillBox(box)
			continue
		}
		for piece := range pieces(line) {
			outline = appendLine(outline[:0], piece)
			r.raster.Clear()
			raster.Stroke(r.raster, outline, fix(width), ends, nil)
			r.raster.Rasterize(r)
		}
	}
}

func (r *rasterCanvas) strokeWidth() vg.Length { return r.pen.width * vg.Length(r.base.xx) }

// FillString draws a text from its left end.
func (r *rasterCanvas) FillString(f gonumfont.Face, at vg.Point, s string) {
	r.text(r.lineOf(f, at, s))
}

// text draws a line of text on a baseline of whole pixels.
func (r *rasterCanvas) text(t chart.Text) {
	scale := r.base.xx
	x := leftOf(t) * scale
	y := int(math.Round(t.Y * scale))
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

func (r *rasterCanvas) stampDot(middle vg.Point, radius float64) {
	column, px := split(float64(middle.X))
	row, py := split(float64(middle.Y))
	if r.dots.radius != radius {
		r.dots = dotStamps{radius: radius}
	}
	m := &r.dots.masks[py][px]
	if *m == nil {
		*m = dotMask(radius, px, py)
	}
	r.stamp(*m, column, row, r.ink())
}

func (r *rasterCanvas) ink() pixel {
	return pixel(r.color.R)<<16 | pixel(r.color.G)<<8 | pixel(r.color.B)
}

func pixelOf(c chart.Color) pixel {
	v := rgb(c)
	return pixel(v.R)<<16 | pixel(v.G)<<8 | pixel(v.B)
}

// fillBox fills the whole pixels nearest to a box, one at least.
func (r *rasterCanvas) fillBox(box vg.Rectangle) {
	x0, x1 := snap(box.Min.X, box.Max.X, r.width)
	y0, y1 := snap(box.Min.Y, box.Max.Y, r.height)
	if x0 >= x1 || y0 >= y1 {
		return
	}
	first := r.pix[y0*r.width+x0 : y0*r.width+x1]
	fill(first, r.ink())
	for y := y0 + 1; y < y1; y++ {
		copy(r.pix[y*r.width+x0:], first)
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

func fill(row []pixel, ink pixel) {
	for i := range row {
		row[i] = ink
	}
}

// Paint is called by the rasterizer with the spans of a shape.
func (r *rasterCanvas) Paint(spans []raster.Span, _ bool) {
	ink := r.ink()
	for _, s := range spans {
		row := r.pix[s.Y*r.width+s.X0 : s.Y*r.width+s.X1]
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
func (r *rasterCanvas) stamp(m *mask, column, row int, ink pixel) {
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
