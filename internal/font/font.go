// Package font holds the embedded fonts: Noto Sans SC, Regular and Bold. It
// gives metrics to package typeset, outlines and the files themselves to package
// render/plot. A character that a font lacks is an error of the caller's input,
// never a blank.
//
// Widths leave kerning out: digits and 汉字 have none, and a text then has the
// same width in every format. All functions are safe for concurrent use.
package font

import (
	_ "embed"
	"slices"
	"sync"
	"sync/atomic"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

//go:generate ./generate.sh

// Embedded is the name of the embedded fonts.
const Embedded = "Noto Sans SC"

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

// TTF returns the whole file of an embedded font. The caller must not change it.
func TTF(bold bool) []byte {
	if bold {
		return boldTTF
	}
	return regularTTF
}

// A Family is the fonts that the texts of a figure are set in. The zero Family is
// the embedded ones.
type Family struct{}

// Face returns the font that draws a character.
func (f Family) Face(_ rune, bold bool) *Face {
	if bold {
		return embeddedBold()
	}
	return embedded()
}

// Width returns the width of a line of text in points.
func (f Family) Width(s string, size float64, bold bool) float64 {
	units := 0
	for _, r := range s {
		units += f.Advance(r, bold)
	}
	return float64(units) * size / UnitsPerEm
}

// Advance returns the width of one character in font units.
func (f Family) Advance(r rune, bold bool) int { return f.Face(r, bold).advance(r) }

// Missing returns the characters of s that no font of the family has a glyph for,
// each once, in the order of s.
func (f Family) Missing(s string, bold bool) []rune {
	var missing []rune
	for _, r := range s {
		if !f.Face(r, bold).has(r) && !slices.Contains(missing, r) {
			missing = append(missing, r)
		}
	}
	return missing
}

// CapHeight returns the height of capitals and digits.
func (f Family) CapHeight(size float64) float64 { return 0.733 * size }

// Ascent returns how far text of a size reaches above its baseline: the top of
// the em box of 汉字, which no accent-free Latin letter passes.
func Ascent(size float64) float64 { return 0.88 * size }

// A Face is one parsed font with what was asked of it before.
type Face struct {
	font     *sfnt.Font
	buffers  sync.Pool              // of *sfnt.Buffer
	metrics  [1 << 16]atomic.Uint32 // of the basic plane: known | advance
	outlines sync.Map               // rune → Outline
}

var (
	embedded     = sync.OnceValue(func() *Face { return parse(regularTTF) })
	embeddedBold = sync.OnceValue(func() *Face { return parse(boldTTF) })
)

func parse(ttf []byte) *Face {
	f, err := sfnt.Parse(ttf)
	if err != nil {
		panic("font: the embedded font is broken: " + err.Error())
	}
	return &Face{font: f, buffers: sync.Pool{New: func() any { return new(sfnt.Buffer) }}}
}

// A metric is what is kept of a character: its advance, with two bits that say
// that it was looked up and that the font has it.
const (
	known   = 1 << 31
	present = 1 << 30
	advance = 1<<16 - 1
)

func (f *Face) advance(r rune) int { return int(f.metric(r) & advance) }

func (f *Face) has(r rune) bool { return f.metric(r)&present != 0 }

func (f *Face) metric(r rune) uint32 {
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

func (f *Face) measure(r rune) uint32 {
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
