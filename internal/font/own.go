package font

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"math"
	"strings"
	"sync"
	"unicode"

	"charts/internal/message"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// MaxSize bounds the file of a font: a collection for China, Japan and Korea has 60 MB.
const MaxSize = 64 << 20

// Bounds of a glyph of an author's font: in units, and in segments.
const (
	maxExtent   = 10 * UnitsPerEm
	maxSegments = 1 << 14
)

// Parse reads a font of the author's: a TrueType or OpenType file, or that of a
// collection whose name is given.
func Parse(src []byte, name string) (*Face, error) {
	if len(src) > MaxSize {
		return nil, message.Errorf("it has %d MB, and a font at most %d", len(src)>>20, MaxSize>>20)
	}
	f := &file{src: src, left: 4*len(src) + maxRead}
	font, from, err := f.choose(name)
	if err != nil {
		return nil, err
	}
	tables := tablesOf(src, from)
	if err := mayEmbed(tables["OS/2"]); err != nil {
		return nil, err
	}
	if _, ok := tables["fvar"]; ok {
		return nil, message.Errorf("it is a variable font: save one weight of it as a file of its own")
	}
	family := cmp.Or(nameOf(font, sfnt.NameIDTypographicFamily), nameOf(font, sfnt.NameIDFamily))
	sum := sha256.Sum256(append([]byte(nameOf(font, sfnt.NameIDFull)+"\n"), src...))
	return newFace(&Face{
		ID: binary.BigEndian.Uint64(sum[:]), font: font, file: f, family: family, sum: hex.EncodeToString(sum[:8]),
		name: postScript(cmp.Or(nameOf(font, sfnt.NameIDPostScript), family)),
	}), nil
}

// choose returns the font of the file that has a name, and where it begins; without a
// name, the only font.
func (f *file) choose(name string) (*sfnt.Font, int, error) {
	all, err := sfnt.ParseCollectionReaderAt(f)
	if err != nil {
		return nil, 0, message.Errorf("it is no TrueType or OpenType font")
	}
	var names []string
	for i := range all.NumFonts() {
		font, err := all.Font(i)
		if err != nil {
			return nil, 0, message.Errorf("it is a font that cannot be read: %w", err)
		}
		family, full := nameOf(font, sfnt.NameIDFamily), nameOf(font, sfnt.NameIDFull)
		if all.NumFonts() == 1 || name != "" && (strings.EqualFold(name, family) || strings.EqualFold(name, full)) {
			return font, f.start(i), nil
		}
		names = append(names, family)
	}
	if name == "" {
		return nil, 0, message.Errorf("it holds several fonts: say with face which of %s", message.List(names))
	}
	return nil, 0, message.Errorf("it holds no font %q, but %s", name, message.List(names))
}

// start is where the i-th font of a file begins, of which sfnt has read as much.
func (f *file) start(i int) int {
	if string(f.src[:4]) != "ttcf" {
		return 0
	}
	return int(binary.BigEndian.Uint32(f.src[12+4*i:]))
}

// mayEmbed refuses a font whose table OS/2 forbids what a PDF does with it.
func mayEmbed(os2 []byte) error {
	if len(os2) < 10 {
		return nil // an old font, which says nothing
	}
	const (
		restricted = 0x0002
		allOrNone  = 0x0100
		bitmaps    = 0x0200
	)
	switch rights := binary.BigEndian.Uint16(os2[8:]); {
	case rights&0xf == restricted:
		return message.Errorf("its maker forbids that documents hold it: take another font, or ask for a licence and its file")
	case rights&(allOrNone|bitmaps) != 0:
		return message.Errorf("its maker forbids that documents hold a part of it: take another font, or ask for a licence and its file")
	}
	return nil
}

// nameOf is one of the names of a font, on one line; "" where it has none.
func nameOf(f *sfnt.Font, id sfnt.NameID) string {
	name, err := f.Name(nil, id)
	if err != nil {
		return ""
	}
	return strings.Join(strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsGraphic(r) || unicode.IsSpace(r) }), " ")
}

// postScript is what PDF takes as a name.
func postScript(name string) string {
	name = strings.Map(func(r rune) rune {
		if r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-') {
			return r
		}
		return -1
	}, name)
	return cmp.Or(name[:min(len(name), 60)], "Font")
}

// isWords reports whether CSS takes a family without quotes.
func isWords(family string) bool {
	for word := range strings.SplitSeq(family, " ") {
		for i, r := range word {
			if !(unicode.IsLetter(r) || i > 0 && (unicode.IsDigit(r) || r == '-' || r == '_')) {
				return false
			}
		}
	}
	return family != ""
}

// A file is the bytes of an author's font. What may be read of it for one glyph is
// bounded: the parts of a hostile one call one another without end.
type file struct {
	src  []byte
	mu   sync.Mutex
	left int
}

const maxRead = 1 << 20

// begin lets one glyph be read, until the function that it returns is called.
func (f *file) begin() func() {
	if f == nil {
		return func() {}
	}
	f.mu.Lock()
	f.left = maxRead
	return f.mu.Unlock
}

func (f *file) ReadAt(p []byte, at int64) (int, error) {
	const read = 64 // costs as much as so many bytes
	f.left -= len(p) + read
	if at < 0 || at+int64(len(p)) > int64(len(f.src)) || f.left < 0 {
		return 0, message.Errorf("a part of it is missing or has no end")
	}
	return copy(p, f.src[at:]), nil
}

// draws reports whether a glyph has a shape of a sane size, and keeps it. The signs of
// a font in colours have none.
func (f *Face) draws(buf *sfnt.Buffer, glyph sfnt.GlyphIndex, r rune, width fixed.Int26_6) bool {
	segments, err := f.font.LoadGlyph(buf, glyph, fixed.I(UnitsPerEm), nil)
	if err != nil || width < 0 || width > maxExtent {
		return false
	}
	o := convert(segments)
	if len(o) > maxSegments {
		return false
	}
	for _, s := range o {
		if max(math.Abs(s.To.X), math.Abs(s.To.Y), math.Abs(s.Control.X), math.Abs(s.Control.Y), math.Abs(s.Second.X), math.Abs(s.Second.Y)) > maxExtent {
			return false
		}
	}
	f.outlines.Store(r, o)
	return len(o) > 0 || unicode.IsSpace(r) || unicode.Is(unicode.Cf, r)
}
