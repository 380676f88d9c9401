// Package font holds the embedded fonts: Noto Sans SC, Regular and Bold. It
// gives metrics to package chart, outlines to package render/plot and the files
// themselves to the PDF writer. A character that a font lacks is an error of the
// caller's input, never a blank.
//
// Widths leave kerning out: digits and 汉字 have none, and a text then has the
// same width in every format. All functions are safe for concurrent use.
package font

import (
	_ "embed"
	"sync"
	"sync/atomic"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

//go:generate ./generate.sh

// Family is the name of the fonts.
const Family = "Noto Sans SC"

// UnitsPerEm is the grid of the outlines.
const UnitsPerEm = 1000

// ThinSpace is between 汉字 and Latin. The fonts lack it and its like, so
// they have a width here, an eighth of an em, and draw nothing.
const ThinSpace = '\u2009'

const (
	hairSpace   = '\u200A'
	narrowSpace = '\u202F'

	thinAdvance = UnitsPerEm / 8
)

//go:embed regular.ttf
var regularTTF []byte

//go:embed bold.ttf
var boldTTF []byte

// IsThin reports whether a character is one of the spaces that the fonts lack.
func IsThin(r rune) bool {
	return r == ThinSpace || r == hairSpace || r == narrowSpace
}

// TTF returns the whole font file. The caller must not change it.
func TTF(bold bool) []byte {
	if bold {
		return boldTTF
	}
	return regularTTF
}

// Width returns the width of a line of text in points.
func Width(s string, size float64, bold bool) float64 {
	f := faceOf(bold)
	units := 0
	for _, r := range s {
		units += f.advance(r)
	}
	return float64(units) * size / UnitsPerEm
}

// Advance returns the width of one character in font units.
func Advance(r rune, bold bool) int {
	return faceOf(bold).advance(r)
}

// Missing returns the characters of s that the font has no glyph for, each once,
// in the order of s.
func Missing(s string, bold bool) []rune {
	f := faceOf(bold)
	var missing []rune
	for i, r := range s {
		if !f.has(r) && !seen(s[:i], r) {
			missing = append(missing, r)
		}
	}
	return missing
}

func seen(s string, r rune) bool {
	for _, c := range s {
		if c == r {
			return true
		}
	}
	return false
}

// Ascent returns how far text of a size reaches above its baseline: the top of
// the em box of 汉字, which no accent-free Latin letter passes.
func Ascent(size float64) float64 { return 0.88 * size }

// CapHeight returns the height of capitals and digits.
func CapHeight(size float64) float64 { return 0.733 * size }

// A face is one parsed font with what was asked of it before.
type face struct {
	font     *sfnt.Font
	buffers  sync.Pool              // of *sfnt.Buffer
	metrics  [1 << 16]atomic.Uint32 // of the basic plane: known | advance
	outlines sync.Map               // rune → Outline
}

var (
	regular = sync.OnceValue(func() *face { return parse(regularTTF) })
	bold    = sync.OnceValue(func() *face { return parse(boldTTF) })
)

func faceOf(isBold bool) *face {
	if isBold {
		return bold()
	}
	return regular()
}

func parse(ttf []byte) *face {
	f, err := sfnt.Parse(ttf)
	if err != nil {
		panic("font: the embedded font is broken: " + err.Error())
	}
	return &face{font: f, buffers: sync.Pool{New: func() any { return new(sfnt.Buffer) }}}
}

// A metric is what is kept of a character: its advance, with two bits that say
// that it was looked up and that the font has it.
const (
	known   = 1 << 31
	present = 1 << 30
	advance = 1<<16 - 1
)

func (f *face) advance(r rune) int { return int(f.metric(r) & advance) }

func (f *face) has(r rune) bool { return f.metric(r)&present != 0 }

func (f *face) metric(r rune) uint32 {
	if r < 0 || int(r) >= len(f.metrics) {
		return f.measure(r)
	}
	m := f.metrics[r].Load()
	if m == 0 {
		m = f.measure(r)
		f.metrics[r].Store(m)
	}
	return m
}

func (f *face) measure(r rune) uint32 {
	if IsThin(r) {
		return known | present | thinAdvance
	}
	buf := f.buffers.Get().(*sfnt.Buffer)
	defer f.buffers.Put(buf)
	glyph, err := f.font.GlyphIndex(buf, r)
	if err != nil || glyph == 0 {
		return known
	}
	width, err := f.font.GlyphAdvance(buf, glyph, fixed.Int26_6(UnitsPerEm), font.HintingNone)
	if err != nil {
		return known
	}
	return known | present | uint32(width)
}
