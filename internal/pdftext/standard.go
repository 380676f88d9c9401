package pdftext

import (
	"strings"
	"unicode/utf8"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"codeberg.org/go-fonts/liberation/liberationserifbold"
	"codeberg.org/go-fonts/liberation/liberationserifbolditalic"
	"codeberg.org/go-fonts/liberation/liberationserifitalic"
	"codeberg.org/go-fonts/liberation/liberationserifregular"
	xfont "golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// monoWidth is the width of every character of Courier.
const monoWidth = 0.6

// setStandardWidths gives a font the widths that its file leaves out, as it may
// for the fonts that every reader has: Times, Helvetica and Courier. The
// characters of Liberation are as wide.
func (t *font) setStandardWidths(name string) {
	if strings.Contains(name, "Courier") {
		t.width = monoWidth
		return
	}
	if strings.Contains(name, "Symbol") || strings.Contains(name, "Dingbats") {
		return
	}
	f, err := sfnt.Parse(standardFont(name))
	if err != nil {
		return
	}
	var b sfnt.Buffer
	for c, text := range t.mapped {
		r, n := utf8.DecodeRuneInString(text)
		if n != len(text) {
			continue
		}
		i, err := f.GlyphIndex(&b, r)
		if err != nil || i == 0 {
			continue
		}
		if w, err := f.GlyphAdvance(&b, i, fixed.I(1000), xfont.HintingNone); err == nil {
			t.widths[c] = float64(w) / 64 / 1000
		}
	}
}

// standardFont is the font file with the widths of a named font.
func standardFont(name string) []byte {
	bold := strings.Contains(name, "Bold")
	slanted := strings.Contains(name, "Italic") || strings.Contains(name, "Oblique")
	switch {
	case !strings.Contains(name, "Times"): // a slant changes no width of Helvetica
		if bold {
			return liberationsansbold.TTF
		}
		return liberationsansregular.TTF
	case bold && slanted:
		return liberationserifbolditalic.TTF
	case bold:
		return liberationserifbold.TTF
	case slanted:
		return liberationserifitalic.TTF
	}
	return liberationserifregular.TTF
}
