package font

import (
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// An Outline is the shape of a glyph: closed contours, to be filled by the
// non-zero rule.
type Outline []Segment

// A Segment is one step of an outline. To is where it ends, Control and Second are the
// control points of a curve.
type Segment struct {
	Op                  Op
	Control, Second, To Point
}

// A Point is a place in font units: X from the origin of the glyph to the right,
// Y from the baseline up.
type Point struct{ X, Y float64 }

// An Op is a kind of segment.
type Op uint8

// The kinds of segments. A TrueType font has quadratic curves, others have cubic ones.
const (
	MoveTo Op = iota
	LineTo
	QuadTo
	CubeTo
)

// Outline returns the shape of a character: nil for a space and for one that the
// font lacks. The caller must not change it.
func (f *Face) Outline(r rune) Outline {
	if !f.has(r) {
		return nil
	}
	if o, ok := f.outlines.Load(r); ok {
		return o.(Outline)
	}
	o := f.outline(r)
	f.outlines.Store(r, o)
	return o
}

func (f *Face) outline(r rune) Outline {
	buf := f.buffers.Get().(*sfnt.Buffer)
	defer f.buffers.Put(buf)
	defer f.file.begin()()
	glyph, err := f.font.GlyphIndex(buf, r)
	if err != nil || glyph == 0 {
		return nil
	}
	segments, err := f.font.LoadGlyph(buf, glyph, fixed.I(UnitsPerEm), nil)
	if err != nil {
		return nil
	}
	return convert(segments)
}

// convert turns the font's segments, in 1/64 of a unit with Y downwards, into ours.
func convert(segments sfnt.Segments) Outline {
	o := make(Outline, 0, len(segments))
	for _, s := range segments {
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			o = append(o, Segment{Op: MoveTo, To: point(s.Args[0])})
		case sfnt.SegmentOpLineTo:
			o = append(o, Segment{Op: LineTo, To: point(s.Args[0])})
		case sfnt.SegmentOpQuadTo:
			o = append(o, Segment{Op: QuadTo, Control: point(s.Args[0]), To: point(s.Args[1])})
		case sfnt.SegmentOpCubeTo:
			o = append(o, Segment{Op: CubeTo, Control: point(s.Args[0]), Second: point(s.Args[1]), To: point(s.Args[2])})
		}
	}
	return o
}

func point(p fixed.Point26_6) Point {
	return Point{X: float64(p.X) / 64, Y: -float64(p.Y) / 64}
}

// top is how far an outline reaches above the baseline.
func top(o Outline) float64 {
	y := 0.0
	for _, s := range o {
		y = max(y, s.To.Y)
	}
	return y
}
