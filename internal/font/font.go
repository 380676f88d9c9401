// Package font holds the embedded fonts, Noto Sans SC, Regular and Bold, and reads
// those of an author. It gives metrics to package typeset, outlines and files to
// package render/plot. A character that all fonts lack is an error of the caller's
// input, never a blank.
//
// Widths leave kerning out: digits and 汉字 have none, and a text then has the
// same width in every format. All functions are safe for concurrent use.
package font

import (
	_ "embed"
	"slices"
	"strings"
)

//go:generate ./generate.sh

// Embedded is the name of the embedded fonts.
const Embedded = "Noto Sans SC"

// UnitsPerEm is the grid of the outlines and widths of all fonts, whatever their own.
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

// A Family is the fonts that the texts of a figure are set in: those of its author
// in their order, and the embedded ones for what these lack. The zero Family is the
// embedded fonts alone.
type Family struct{ own []Weights }

// Weights are a font of the author's, and the one for its bold texts.
type Weights struct{ Regular, Bold *Face }

// NewFamily returns the family that sets each character in the first font that has it.
func NewFamily(own ...Weights) Family { return Family{own} }

// Face returns the font that draws a character; the embedded one where none has it.
func (f Family) Face(r rune, bold bool) *Face {
	for _, w := range f.own {
		face := w.Regular
		if bold {
			face = w.Bold
		}
		if face.has(r) && (!strings.ContainsRune(chineseMarks, r) || face.has('中')) {
			return face
		}
	}
	if bold {
		return embeddedBold()
	}
	return embedded()
}

// chineseMarks are those that Latin fonts have, too, but not in the width of a 汉字.
const chineseMarks = "“”‘’—…"

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
func (f Family) CapHeight(size float64) float64 { return f.Face('H', false).capHeight * size }

// Names are what the author's fonts are called, as CSS lists families, each with a comma
// behind it. A name that CSS wants in quotes is left out.
func (f Family) Names() string {
	var names strings.Builder
	for _, w := range f.own {
		if name := w.Regular.family; isWords(name) {
			names.WriteString(name + ", ")
		}
	}
	return names.String()
}

// MarshalText is the sum: what is set in the same fonts has the same hash.
func (f Family) MarshalText() ([]byte, error) { return []byte(f.Sum()), nil }

// Sum tells the author's fonts from all others; "" where there are none.
func (f Family) Sum() string {
	var sums []string
	for _, w := range f.own {
		sums = append(sums, w.Regular.sum, w.Bold.sum)
	}
	return strings.Join(sums, " ")
}

// Ascent returns how far text of a size reaches above its baseline: the top of
// the em box of 汉字, which no accent-free Latin letter passes.
func Ascent(size float64) float64 { return 0.88 * size }
