package font

import (
	"bytes"
	"encoding/binary"
	"math"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/image/font/sfnt"
)

// made is a font file with some of the tables of an embedded font changed.
func made(from []byte, change map[string][]byte) []byte {
	tables := tablesOf(from, 0)
	for tag, data := range change {
		tables[tag] = data
	}
	var all []table
	for _, tag := range sortedTags(tables) {
		all = append(all, table{tag, tables[tag]})
	}
	out := assemble(all)
	if _, ok := tables["CFF "]; ok {
		copy(out, "OTTO")
	}
	return out
}

// serif is a small TrueType font: 汉字, Latin and a composite.
func serif(change map[string][]byte) []byte {
	few := embedded().Subset("宋体 Aé中0H“—")
	named := map[string][]byte{"name": nameTable("Test Serif")}
	for tag, data := range change {
		named[tag] = data
	}
	return made(few, named)
}

// curves is a small font with cubic curves: an O of 700 units and a blank.
func curves() []byte {
	index := func(parts ...[]byte) []byte {
		out := []byte{byte(len(parts) >> 8), byte(len(parts))}
		if len(parts) == 0 {
			return out
		}
		out, at := append(out, 2), 1
		for _, p := range append(parts, nil) {
			out = binary.BigEndian.AppendUint16(out, uint16(at))
			at += len(p)
		}
		return append(out, bytes.Join(parts, nil)...)
	}
	number := func(n int) []byte { return []byte{28, byte(uint16(n) >> 8), byte(n)} }
	program := func(op byte, args ...int) (out []byte) {
		for _, n := range args {
			out = append(out, number(n)...)
		}
		return append(out, op)
	}
	round := bytes.Join([][]byte{
		program(21, 700, 0, 350), // rmoveto, after the width
		program(8, 0, 193, 157, 157, 193, 0, 193, 0, 157, -157, 0, -193),
		program(8, 0, -193, -157, -157, -193, 0, -193, 0, -157, 157, 0, 193),
		{14},
	}, nil)
	header, name := []byte{1, 0, 4, 2}, index([]byte("TestCurves"))
	top := func(at int) []byte { return index(append(number(at), 17)) } // CharStrings
	rest := append(index(), index()...)
	start := len(header) + len(name) + len(top(0)) + len(rest)
	glyphs := index([]byte{14}, round, []byte{14})
	cff := bytes.Join([][]byte{header, name, top(start), rest, glyphs}, nil)
	like := tablesOf(regularTTF, 0)
	return made(assemble(nil), map[string][]byte{
		"CFF ": cff, "OS/2": like["OS/2"], "cmap": cmap([]rune{' ', 'O'}, []uint16{2, 1}), "head": like["head"],
		"hhea": patched(like["hhea"], 34, 3), "hmtx": bigEndian([]uint16{500, 0, 700, 0, 250, 0}), "maxp": {0, 0, 0x50, 0, 0, 3},
		"name": nameTable("Test Curves"), "post": like["post"],
	})
}

// collection is several fonts in one file.
func collection(fonts ...[]byte) []byte {
	out := append([]byte("ttcf"), bigEndian([]uint16{1, 0, 0, uint16(len(fonts))})...)
	at := len(out) + 4*len(fonts)
	for _, f := range fonts {
		out = binary.BigEndian.AppendUint32(out, uint32(at))
		at += len(f)
	}
	for _, f := range fonts {
		base := uint32(len(out))
		f = bytes.Clone(f)
		for i := range int(binary.BigEndian.Uint16(f[4:])) {
			from := f[12+16*i+8:]
			binary.BigEndian.PutUint32(from, binary.BigEndian.Uint32(from)+base)
		}
		out = append(out, f...)
	}
	return out
}

func rights(bits uint16) map[string][]byte {
	return map[string][]byte{"OS/2": patched(tablesOf(regularTTF, 0)["OS/2"], 8, bits)}
}

func TestParse(t *testing.T) {
	two := collection(serif(nil), curves())
	tests := []struct {
		name string
		src  []byte
		face string
		want string // the name for PDF, or the error
	}{
		{"TrueType", serif(nil), "", "TestSerif"},
		{"OpenType", curves(), "", "TestCurves"},
		{"one font needs no name", serif(nil), "Other", "TestSerif"},
		{"first of two", two, "test serif", "TestSerif"},
		{"second of two", two, "Test Curves", "TestCurves"},
		{"which of two", two, "", "it holds several fonts: say with face which of Test Serif, Test Curves"},
		{"none of two", two, "Song", `it holds no font "Song", but Test Serif, Test Curves`},
		{"without OS/2", serif(map[string][]byte{"OS/2": nil}), "", "TestSerif"},
		{"for print", serif(rights(4)), "", "TestSerif"},
		{"for editing, too", serif(rights(2 | 8)), "", "TestSerif"},
		{"forbidden", serif(rights(2)), "", "its maker forbids that documents hold it: take another font, or ask for a licence and its file"},
		{"forbidden, and whole or not at all", serif(rights(0x102)), "", "its maker forbids that documents hold it: take another font, or ask for a licence and its file"},
		{"whole or not at all", serif(rights(0x108)), "", "its maker forbids that documents hold a part of it: take another font, or ask for a licence and its file"},
		{"bitmaps alone", serif(rights(0x200)), "", "its maker forbids that documents hold a part of it: take another font, or ask for a licence and its file"},
		{"variable", serif(map[string][]byte{"fvar": {0, 1}}), "", "it is a variable font: save one weight of it as a file of its own"},
		{"text", []byte("not a font, but a longer text"), "", "it is no TrueType or OpenType font"},
		{"nothing", nil, "", "it is no TrueType or OpenType font"},
		{"half", serif(nil)[:300], "", "it is a font that cannot be read: a part of it is missing or has no end"},
		{"large", make([]byte, MaxSize+1), "", "it has 64 MB, and a font at most 64"},
	}
	for _, test := range tests {
		face, err := Parse(test.src, test.face)
		got := ""
		if err != nil {
			got = err.Error()
		} else {
			got = face.Name()
		}
		if got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

func parsed(t testing.TB, src []byte) *Face {
	t.Helper()
	f, err := Parse(src, "")
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// TestFamily: each character is set in the first font that has it, marks of Chinese in
// the first that has 汉字, and what none has in the embedded font.
func TestFamily(t *testing.T) {
	latin, song, heavy := parsed(t, embedded().Subset("Aa0“—")), parsed(t, serif(nil)), parsed(t, boldTTF)
	family := NewFamily(Weights{latin, latin}, Weights{song, heavy})
	tests := []struct {
		chars string
		bold  bool
		want  *Face
	}{
		{"Aa0\u2009", false, latin},
		{"宋é中“—", false, song},
		{"报…", false, embedded()},
		{"A", true, latin},
		{"报“…", true, heavy},
		{"𠅤", false, embedded()},
	}
	for _, test := range tests {
		for _, r := range test.chars {
			if got := family.Face(r, test.bold); got != test.want {
				t.Errorf("%q, bold %v: is set in %s", r, test.bold, got.Name())
			}
		}
	}
	if got := string(family.Missing("宋报𠮷😀", false)); got != "𠮷😀" {
		t.Errorf("missing %q", got)
	}
	if other := NewFamily(Weights{song, song}); family.Sum() == other.Sum() || (Family{}).Sum() != "" {
		t.Error("families are not told apart")
	}
}

// TestRedraw: the subset of an author's font is read by others as it was written,
// whatever its curves are.
func TestRedraw(t *testing.T) {
	for _, test := range []struct {
		src  []byte
		text string
	}{{serif(nil), "宋体 Aé中0"}, {curves(), "O "}} {
		f := parsed(t, test.src)
		ttf := f.Subset(test.text + "不𠮷\u2009")
		small, err := sfnt.Parse(ttf)
		if err != nil {
			t.Fatal(err)
		}
		if got := small.NumGlyphs(); got != len([]rune(test.text))+1 {
			t.Errorf("%q has %d glyphs", test.text, got)
		}
		again := parsed(t, ttf)
		for _, r := range test.text {
			if again.advance(r) != f.advance(r) {
				t.Errorf("%q is %d wide, not %d", r, again.advance(r), f.advance(r))
			}
			if got, want := boxOf(again.Outline(r)), boxOf(f.Outline(r)); !near(got, want) {
				t.Errorf("%q lies in %v, not %v", r, got, want)
			}
		}
	}
	if f := parsed(t, serif(nil)); !reflect.DeepEqual(f.Outline('宋'), embedded().Outline('宋')) || f.advance('A') != embedded().advance('A') {
		t.Error("a font of the author's is not as it is when it is embedded")
	}
}

// boxOf is the box around an outline, looked at in many places.
func boxOf(o Outline) (box [4]float64) {
	box = [4]float64{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	from := Point{}
	for _, s := range o {
		for t := 0.0; t <= 1; t += 1.0 / 64 {
			p := s.To
			switch u := 1 - t; s.Op {
			case QuadTo:
				p = Point{u*u*from.X + 2*u*t*s.Control.X + t*t*s.To.X, u*u*from.Y + 2*u*t*s.Control.Y + t*t*s.To.Y}
			case CubeTo:
				p = Point{
					u*u*u*from.X + 3*u*u*t*s.Control.X + 3*u*t*t*s.Second.X + t*t*t*s.To.X,
					u*u*u*from.Y + 3*u*u*t*s.Control.Y + 3*u*t*t*s.Second.Y + t*t*t*s.To.Y,
				}
			}
			box = [4]float64{min(box[0], p.X), min(box[1], p.Y), max(box[2], p.X), max(box[3], p.Y)}
		}
		from = s.To
	}
	return box
}

func near(a, b [4]float64) bool {
	for i := range a {
		if a[i] != b[i] && !(math.Abs(a[i]-b[i]) <= 1) {
			return false
		}
	}
	return true
}

// bomb is a font whose A is made of nine glyphs, each of nine others, and so on.
func bomb() []byte {
	like := tablesOf(embedded().Subset("A"), 0)
	simple := contours{{{0, 0, true}, {0, 9, true}, {9, 0, true}}}.encode()
	glyf, loca := []byte{}, bigEndian([]uint16{0, 0, 0, 0})
	for i := range uint16(7) {
		words := []uint16{0xFFFF, 0, 0, 9, 9}
		for part := range 9 {
			flags := uint16(moreParts | 2) // places are offsets
			if part == 8 {
				flags = 2
			}
			words = append(words, flags, i+2, 0)
		}
		glyf = append(glyf, bigEndian(words)...)
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
	}
	glyf = append(glyf, simple...)
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
	return made(regularTTF, map[string][]byte{
		"glyf": glyf, "loca": loca, "cmap": cmap([]rune{'A', 'B'}, []uint16{1, 7}), "head": patched(like["head"], 50, 1),
		"hhea": patched(like["hhea"], 34, 1), "hmtx": make([]byte, 4+2*8), "maxp": patched(like["maxp"], 4, 9), "kern": nil,
	})
}

func TestBomb(t *testing.T) {
	f := parsed(t, bomb())
	if !f.has('B') || f.has('A') || f.Outline('A') != nil {
		t.Error("a glyph without end is taken for one")
	}
}

// FuzzParse: whatever a file holds, what its font has can be drawn and embedded.
func FuzzParse(f *testing.F) {
	for _, src := range [][]byte{serif(nil), curves(), collection(serif(nil), curves()), bomb()[:20000], []byte("ttcf"), []byte("OTTO")} {
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		face, err := Parse(src, "Test Serif")
		if err != nil {
			return
		}
		const text = "宋体 AéO中0H“—B\u3000"
		family := NewFamily(Weights{face, face})
		small, err := sfnt.Parse(face.Subset(text))
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range text {
			glyph, _ := small.GlyphIndex(nil, r)
			if face.has(r) != (glyph != 0) {
				t.Errorf("%q: the font has it: %v, and the subset glyph %d", r, face.has(r), glyph)
			}
			if w := family.Width(string(r), 1, false); w < 0 || w > 10 {
				t.Errorf("%q is %v ems wide", r, w)
			}
			for _, s := range family.Face(r, false).Outline(r) {
				if math.Abs(s.To.X) > maxExtent || math.Abs(s.To.Y) > maxExtent {
					t.Errorf("%q goes to %v", r, s.To)
				}
			}
		}
		if strings.ContainsAny(family.Names(), "\"';{}<>&\\") || strings.ContainsAny(face.Name(), "()<>/% ") {
			t.Errorf("names %q, %q", family.Names(), face.Name())
		}
	})
}
