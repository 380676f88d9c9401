package font

import (
	"maps"
	"reflect"
	"slices"
	"testing"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// TestSubset reads a subset as any reader of fonts would: its characters look as
// in the whole font, and it has no others.
func TestSubset(t *testing.T) {
	for _, text := range []string{"升学 2469 人", "ÅéüⅣ①Ω", "一丁七万丈三上下", "a\u2009b", ""} {
		for _, isBold := range []bool{false, true} {
			ttf := fonts.Face(' ', isBold).Subset(text)
			small, err := sfnt.Parse(ttf)
			if err != nil {
				t.Fatalf("%q: %v", text, err)
			}
			if len(ttf) > 8<<10 {
				t.Errorf("%q has %d bytes", text, len(ttf))
			}
			for _, r := range text {
				if r == ThinSpace {
					continue
				}
				if got, want := glyphOf(t, small, r), glyphOf(t, fonts.Face(r, isBold).font, r); !reflect.DeepEqual(got, want) {
					t.Errorf("%q of %q is another glyph", r, text)
				}
			}
			if i, _ := small.GlyphIndex(nil, '龘'); i != 0 {
				t.Errorf("%q has 龘, too", text)
			}
		}
	}
}

type glyph struct {
	Advance  fixed.Int26_6
	Segments sfnt.Segments
}

func glyphOf(t *testing.T, f *sfnt.Font, r rune) glyph {
	t.Helper()
	var buf sfnt.Buffer
	i, err := f.GlyphIndex(&buf, r)
	if err != nil || i == 0 {
		t.Fatalf("%q has no glyph: %v", r, err)
	}
	width, err := f.GlyphAdvance(&buf, i, fixed.I(UnitsPerEm), font.HintingNone)
	if err != nil {
		t.Fatal(err)
	}
	segments, err := f.LoadGlyph(&buf, i, fixed.I(UnitsPerEm), nil)
	if err != nil {
		t.Fatal(err)
	}
	return glyph{width, append(sfnt.Segments(nil), segments...)}
}

func sortedTags(tables map[string][]byte) []string { return slices.Sorted(maps.Keys(tables)) }
