package font

import (
	"encoding/binary"
	"math"
	"unicode/utf16"
)

// redraw is the subset of a font as tables: a new TrueType font of its outlines,
// whatever the form of its file is. What is not about the glyphs it takes from the
// embedded font, which readers of PDF know.
func (f *Face) redraw(s string) []table {
	glyf, loca, hmtx := []byte{}, bigEndian([]uint16{0, 0, 0, 0}), bigEndian([]uint16{UnitsPerEm, 0}) // the first glyph is that of what is missing
	var chars []rune
	var numbers []uint16
	box := bounds{}
	for _, r := range basic(s) {
		if !f.has(r) || IsThin(r) {
			continue
		}
		chars, numbers = append(chars, r), append(numbers, uint16(len(chars)+1))
		shape := contoursOf(f.Outline(r))
		box = box.with(shape.bounds())
		glyf = append(glyf, shape.encode()...)
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		hmtx = append(hmtx, bigEndian([]uint16{uint16(f.advance(r)), uint16(int16(shape.bounds().x0))})...)
	}
	like := tablesOf(regularTTF, 0)
	n := uint16(len(chars) + 1)
	head := patched(like["head"], 50, 1) // offsets of glyphs have 4 bytes
	for i, v := range []int{box.x0, box.y0, box.x1, box.y1} {
		binary.BigEndian.PutUint16(head[36+2*i:], uint16(int16(v)))
	}
	return []table{
		{"OS/2", patched(like["OS/2"], 88, uint16(math.Round(f.capHeight*UnitsPerEm)))},
		{"cmap", cmap(chars, numbers)},
		{"glyf", glyf},
		{"head", head},
		{"hhea", patched(like["hhea"], 34, n)},
		{"hmtx", hmtx},
		{"loca", loca},
		{"maxp", patched(like["maxp"], 4, n)},
		{"name", nameTable(f.name)},
		{"post", like["post"]},
	}
}

// nameTable calls a font by one name.
func nameTable(name string) []byte {
	text := bigEndian(utf16.Encode([]rune(name)))
	ids := []uint16{1, 4, 6} // family, full name and name for PostScript
	words := []uint16{0, uint16(len(ids)), uint16(6 + 12*len(ids))}
	for _, id := range ids {
		words = append(words, 3, 1, 0x409, id, uint16(len(text)), 0)
	}
	return append(bigEndian(words), text...)
}

// contours are those of a glyph, in whole units.
type contours []contour

type contour []dot

// A dot is a point of a contour, on the curve or what draws it.
type dot struct {
	x, y int
	on   bool
}

func contoursOf(o Outline) contours {
	var all contours
	from := Point{}
	for _, s := range o {
		if s.Op == MoveTo || len(all) == 0 {
			all = append(all, nil)
		}
		last := &all[len(all)-1]
		switch s.Op {
		case QuadTo:
			last.add(s.Control, false)
		case CubeTo:
			last.curve(from, s.Control, s.Second, s.To)
		}
		last.add(s.To, true)
		from = s.To
	}
	return all
}

func (c *contour) add(p Point, on bool) {
	*c = append(*c, dot{int(math.Round(p.X)), int(math.Round(p.Y)), on})
}

// tolerance is how far, in units, quadratic curves may lie from a cubic one.
const tolerance = 0.25

// curve adds what draws a cubic curve from a to d: quadratic ones that touch it where
// they meet.
func (c *contour) curve(a, b, s, d Point) {
	off := math.Hypot(d.X-3*s.X+3*b.X-a.X, d.Y-3*s.Y+3*b.Y-a.Y) * math.Sqrt(3) / 36
	parts := max(1, math.Ceil(math.Cbrt(off/tolerance)))
	at := func(t float64) (p, slope Point) {
		u := 1 - t
		along := func(a, b, c, d float64) (float64, float64) {
			return u*u*u*a + 3*u*u*t*b + 3*u*t*t*c + t*t*t*d, u*u*(b-a) + 2*u*t*(c-b) + t*t*(d-c)
		}
		p.X, slope.X = along(a.X, b.X, s.X, d.X)
		p.Y, slope.Y = along(a.Y, b.Y, s.Y, d.Y)
		return p, slope
	}
	from, out := at(0)
	for i := 1.0; i <= parts; i++ {
		to, in := at(i / parts)
		c.add(Point{(from.X+to.X)/2 + 0.75*(out.X-in.X)/parts, (from.Y+to.Y)/2 + 0.75*(out.Y-in.Y)/parts}, false)
		if i < parts {
			c.add(to, true)
		}
		from, out = to, in
	}
}

// encode writes a glyph as the table glyf has it, its places as whole words.
func (c contours) encode() []byte {
	if len(c) == 0 {
		return nil
	}
	b := c.bounds()
	words := []uint16{uint16(len(c)), uint16(int16(b.x0)), uint16(int16(b.y0)), uint16(int16(b.x1)), uint16(int16(b.y1))}
	var flags []byte
	var xs, ys []uint16
	at := dot{}
	for _, contour := range c {
		for _, d := range contour {
			flag := byte(0)
			if d.on {
				flag = 1
			}
			flags, xs, ys = append(flags, flag), append(xs, uint16(int16(d.x-at.x))), append(ys, uint16(int16(d.y-at.y)))
			at = d
		}
		words = append(words, uint16(len(flags)-1))
	}
	out := append(bigEndian(append(words, 0)), flags...) // no instructions
	out = append(append(out, bigEndian(xs)...), bigEndian(ys)...)
	return append(out, make([]byte, -len(out)&3)...)
}

// bounds are the box around some points.
type bounds struct{ x0, y0, x1, y1 int }

func (b bounds) with(o bounds) bounds {
	return bounds{min(b.x0, o.x0), min(b.y0, o.y0), max(b.x1, o.x1), max(b.y1, o.y1)}
}

func (c contours) bounds() (b bounds) {
	first := true
	for _, contour := range c {
		for _, d := range contour {
			at := bounds{d.x, d.y, d.x, d.y}
			if first {
				b, first = at, false
			}
			b = b.with(at)
		}
	}
	return b
}
