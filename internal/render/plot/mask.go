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

// A maskKey names a mask. A dot has the rune 0 and its radius as size.
type maskKey struct {
	font   uint64 // its ID
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

func (c *maskCache) get(key maskKey, make func() *mask) *mask {
	c.mu.RLock()
	m, ok := c.masks[key]
	c.mu.RUnlock()
	if ok {
		return m
	}
	m = make()
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
	return masks.get(maskKey{font: face.ID, char: char, size: size, px: phase}, func() *mask {
		path := glyphPath(face, char)
		if len(path) == 0 {
			return nil
		}
		scale := size / font.UnitsPerEm
		return rasterize(path, matrix{xx: scale, yy: -scale, x0: float64(phase) / phases})
	})
}

// glyphPath returns the outline of a character in font units.
func glyphPath(face *font.Face, char rune) vg.Path {
	var path vg.Path
	for _, s := range face.Outline(char) {
		control, to := at(s.Control), at(s.To)
		switch s.Op {
		case font.MoveTo:
			path.Move(to)
		case font.LineTo:
			path.Line(to)
		case font.QuadTo:
			path.QuadTo(control, to)
		case font.CubeTo:
			path.CubeTo(control, at(s.Second), to)
		}
	}
	return path
}

func at(p font.Point) vg.Point { return vg.Point{X: vg.Length(p.X), Y: vg.Length(p.Y)} }

// dotMask returns the mask of a filled circle.
func dotMask(radius float64, px, py uint8) *mask {
	return masks.get(maskKey{size: radius, px: px, py: py}, func() *mask {
		middle := vg.Point{X: vg.Length(px) / phases, Y: vg.Length(py) / phases}
		return rasterize(circle(middle, vg.Length(radius)), matrix{xx: 1, yy: 1})
	})
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
