package font

import (
	"sync"
	"sync/atomic"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// A Face is one parsed font with what was asked of it before.
type Face struct {
	ID        uint64 // the same for fonts of the same file
	font      *sfnt.Font
	ttf       []byte                 // of an embedded one
	file      *file                  // of the author's; nil: it is an embedded one
	family    string                 // its name
	name      string                 // for PostScript
	sum       string                 // of the file
	capHeight float64                // of one em
	buffers   sync.Pool              // of *sfnt.Buffer
	metrics   [1 << 16]atomic.Uint32 // of the basic plane
	rare      sync.Map               // of the other planes: rune → metric
	outlines  sync.Map               // rune → Outline
}

var (
	embedded     = sync.OnceValue(func() *Face { return mustParse(regularTTF, 0) })
	embeddedBold = sync.OnceValue(func() *Face { return mustParse(boldTTF, 1) })
)

func mustParse(ttf []byte, id uint64) *Face {
	f, err := sfnt.Parse(ttf)
	if err != nil {
		panic("font: the embedded font is broken: " + err.Error())
	}
	return newFace(&Face{ID: id, font: f, ttf: ttf, name: "NotoSansSC"})
}

// newFace completes a face that has its font.
func newFace(f *Face) *Face {
	f.buffers.New = func() any { return new(sfnt.Buffer) }
	f.capHeight = top(f.Outline('H')) / UnitsPerEm
	return f
}

// Name is the name of the font for PDF: letters and digits.
func (f *Face) Name() string { return f.name }

// Embedded reports whether the font is one of the program's own.
func (f *Face) Embedded() bool { return f.file == nil }

// A metric, an uint32, is what is kept of a character: its advance, with two bits that
// say that it was looked up and that the font has it.
const (
	known   = 1 << 31
	present = 1 << 30
	advance = 1<<16 - 1
)

func (f *Face) advance(r rune) int { return int(f.metric(r) & advance) }

func (f *Face) has(r rune) bool { return f.metric(r)&present != 0 }

func (f *Face) metric(r rune) uint32 {
	if r < 0 || int(r) >= len(f.metrics) {
		m, ok := f.rare.Load(r)
		if !ok {
			m = f.measure(r)
			f.rare.Store(r, m)
		}
		return m.(uint32)
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
	defer f.file.begin()()
	glyph, err := f.font.GlyphIndex(buf, r)
	if err != nil || glyph == 0 {
		return known
	}
	width, err := f.font.GlyphAdvance(buf, glyph, fixed.Int26_6(UnitsPerEm), font.HintingNone)
	if err != nil || f.file != nil && !f.draws(buf, glyph, r, width) {
		return known
	}
	return known | present | uint32(width)
}
