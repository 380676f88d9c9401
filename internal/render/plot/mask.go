package plot

import (
	"math"
	"sync"

	"charts/internal/font"

	"github.com/golang/freetype/raster"
	"gonum.org/v1/plot/vg"
)

// A mask is the cover of a small shape, a glyph or a dot, kept to be drawn again.
type mask struct {
	x, y  int // of the upper left pixel, from the origin
	width int
	cover []uint8
}

func (m *mask) height() int { return len(m.cover) / max(m.width, 1) }

// phases is how many places within a pixel a mask is drawn for.
const phases = 4

// split returns the pixel that a place is in and the phase within it.
func split(v float64) (whole int, phase uint8) {
	n := int(math.Round(v * phases))
	whole = n >> 2
	return whole, uint8(n - whole*phases)
}

// maxStamp is the greatest radius, in pixels, of dots that are kept.
const maxStamp = 24

// A maskKey names a mask. A dot has no font and its radius as size.
type maskKey struct {
	face   *font.Face
	char   rune
	size   float64 // pixels an em
	px, py uint8   // phases
}

// maskCache keeps at most maxMasks; when it is full it starts anew.
type maskCache struct {
	mu    sync.RWMutex
	masks map[maskKey]*mask
}

const maxMasks = 1 << 13

var masks = maskCache{masks: map[maskKey]*mask{}}

func (c *maskCache) get(key maskKey, make func(maskKey) *mask) *mask {
	c.mu.RLock()
	m, ok := c.masks[key]
	c.mu.RUnlock()
	if ok {
		return m
	}
	m = make(key)
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.masks) >= maxMasks {
		clear(c.masks)
	}
	c.masks[key] = m
	return m
}

// glyphMask returns the mask of a character, nil for one that draws nothing.
func glyphMask(face *font.Face, char rune, size float64, phase uint8) *mask {
	return masks.get(maskKey{face: face, char: char, size: size, px: phase}, makeGlyph)
}

func makeGlyph(key maskKey) *mask {
	path := glyphPath(key.face, key.char)
	if len(path) == 0 {
		return nil
	}
	scale := key.size / font.UnitsPerEm
	return rasterize(path, matrix{xx: scale, yy: -scale, x0: float64(key.px) / phases})
}

// glyphPath returns the outline of a character in font units.
func glyphPath(face *font.Face, char rune) vg.Path {
	var path vg.Path
	for _, s := range face.Outline(char) {
		to := vg.Point{X: vg.Length(s.To.X), Y: vg.Length(s.To.Y)}
		switch s.Op {
		case font.MoveTo:
			path.Move(to)
		case font.LineTo:
			path.Line(to)
		case font.QuadTo:
			path.QuadTo(vg.Point{X: vg.Length(s.Control.X), Y: vg.Length(s.Control.Y)}, to)
		}
	}
	return path
}

// dotMask returns the mask of a filled circle.
func dotMask(radius float64, px, py uint8) *mask {
	return masks.get(maskKey{size: radius, px: px, py: py}, makeDot)
}

func makeDot(key maskKey) *mask {
	middle := vg.Point{X: vg.Length(key.px) / phases, Y: vg.Length(key.py) / phases}
	return rasterize(circle(middle, vg.Length(key.size)), matrix{xx: 1, yy: 1})
}

// rasterize makes a mask of a path.
func rasterize(path vg.Path, to matrix) *mask {
	var lines polylines
	lines.collect(path, to)
	box := lines.bounds()
	m := &mask{x: box.Min.X, y: box.Min.Y, width: box.Dx(), cover: make([]uint8, box.Dx()*box.Dy())}
	lines.shift(-box.Min.X, -box.Min.Y)

	r := raster.NewRasterizer(box.Dx(), box.Dy())
	r.UseNonZeroWinding = true
	lines.addTo(r, 0)
	r.Rasterize(raster.PainterFunc(func(spans []raster.Span, _ bool) {
		for _, s := range spans {
			for x := s.X0; x < s.X1; x++ {
				m.cover[s.Y*m.width+x] = cover(s.Alpha)
			}
		}
	}))
	return m
}
