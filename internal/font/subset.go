package font

import (
	"encoding/binary"
	"maps"
	"math/bits"
	"slices"

	"golang.org/x/image/font/sfnt"
)

// Subset returns a font file with the characters of s of the basic plane alone:
// what a document takes that embeds the font. The whole font has 8,000 glyphs,
// and a reader of it, as PDF's writer, takes them all in.
func (f *Face) Subset(s string) []byte {
	if !f.Embedded() {
		return assemble(f.redraw(s))
	}
	w := subsetter{tables: tablesOf(f.ttf, 0), ids: map[uint16]uint16{0: 0}, glyphs: []uint16{0}}
	w.choose(s, f.font)
	glyf, loca := w.outlines()
	n := uint16(len(w.glyphs))
	return assemble([]table{
		{"OS/2", w.tables["OS/2"]},
		{"cmap", cmap(w.chars, w.byChar)},
		{"glyf", glyf},
		{"head", patched(w.tables["head"], 50, 1)}, // offsets of glyphs have 4 bytes
		{"hhea", patched(w.tables["hhea"], 34, n)},
		{"hmtx", w.metrics()},
		{"loca", loca},
		{"maxp", patched(w.tables["maxp"], 4, n)},
		{"name", w.tables["name"]},
		{"post", w.tables["post"]},
	})
}

// A subsetter numbers the glyphs of a subset anew.
type subsetter struct {
	tables map[string][]byte // of the whole font
	chars  []rune            // of the subset, in order
	byChar []uint16          // the numbers of their glyphs in the subset
	glyphs []uint16          // of the whole font, by their numbers in the subset
	ids    map[uint16]uint16 // the other way round
}

func (w *subsetter) choose(s string, f *sfnt.Font) {
	var buf sfnt.Buffer
	for _, r := range basic(s) {
		if glyph, err := f.GlyphIndex(&buf, r); err == nil && glyph != 0 {
			w.chars = append(w.chars, r)
			w.byChar = append(w.byChar, w.take(uint16(glyph)))
		}
	}
}

// basic are the characters of s of the basic plane, each once, in order.
func basic(s string) []rune {
	chars := map[rune]bool{}
	for _, r := range s {
		if r < 0xFFFF {
			chars[r] = true
		}
	}
	return slices.Sorted(maps.Keys(chars))
}

// take returns the number of a glyph in the subset.
func (w *subsetter) take(glyph uint16) uint16 {
	id, ok := w.ids[glyph]
	if !ok {
		id = uint16(len(w.glyphs))
		w.ids[glyph] = id
		w.glyphs = append(w.glyphs, glyph)
	}
	return id
}

// outlines returns the tables glyf and loca. Glyphs that are made of others draw
// these into the subset.
func (w *subsetter) outlines() (glyf, loca []byte) {
	for i := 0; i < len(w.glyphs); i++ {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		outline := slices.Clone(w.outline(w.glyphs[i]))
		for at := range components(outline) {
			part := binary.BigEndian.Uint16(outline[at:])
			binary.BigEndian.PutUint16(outline[at:], w.take(part))
		}
		glyf = append(glyf, outline...)
		glyf = append(glyf, make([]byte, -len(glyf)&3)...)
	}
	return glyf, binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
}

// outline returns the data of a glyph of the whole font.
func (w *subsetter) outline(glyph uint16) []byte {
	loca := w.tables["loca"]
	offset := func(i int) int {
		if w.tables["head"][51] == 0 {
			return 2 * int(binary.BigEndian.Uint16(loca[2*i:]))
		}
		return int(binary.BigEndian.Uint32(loca[4*i:]))
	}
	return w.tables["glyf"][offset(int(glyph)):offset(int(glyph)+1)]
}

// Flags of the parts of a composite glyph.
const (
	wordArguments = 1 << 0
	oneScale      = 1 << 3
	moreParts     = 1 << 5
	twoScales     = 1 << 6
	fourScales    = 1 << 7
)

// components yields the places of the glyph numbers in a composite glyph.
func components(outline []byte) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		if len(outline) < 10 || outline[0]&0x80 == 0 { // contours are counted: it is simple
			return
		}
		for at, flags := 10, uint16(moreParts); flags&moreParts != 0; {
			flags = binary.BigEndian.Uint16(outline[at:])
			if !yield(at + 2) {
				return
			}
			at += 4 + argumentsSize(flags)
		}
	}
}

func argumentsSize(flags uint16) int {
	n := 2
	if flags&wordArguments != 0 {
		n = 4
	}
	switch {
	case flags&oneScale != 0:
		n += 2
	case flags&twoScales != 0:
		n += 4
	case flags&fourScales != 0:
		n += 8
	}
	return n
}

// metrics returns the table hmtx: the width and the left bearing of each glyph.
func (w *subsetter) metrics() []byte {
	hmtx := w.tables["hmtx"]
	full := binary.BigEndian.Uint16(w.tables["hhea"][34:]) // the others have the width of the last
	var out []byte
	for _, g := range w.glyphs {
		if g < full {
			out = append(out, hmtx[4*int(g):4*int(g)+4]...)
			continue
		}
		bearing := 4*int(full) + 2*int(g-full)
		out = append(out, hmtx[4*int(full)-4:4*int(full)-2]...)
		out = append(out, hmtx[bearing:bearing+2]...)
	}
	return out
}

// cmap returns the table of characters, in format 4: a segment for each run of
// characters whose glyphs follow one another, too.
func cmap(chars []rune, glyphs []uint16) []byte {
	var ends, starts, deltas []uint16
	for i, r := range chars {
		if i > 0 && r == chars[i-1]+1 && glyphs[i] == glyphs[i-1]+1 {
			ends[len(ends)-1] = uint16(r)
			continue
		}
		starts, ends, deltas = append(starts, uint16(r)), append(ends, uint16(r)), append(deltas, glyphs[i]-uint16(r))
	}
	starts, ends, deltas = append(starts, 0xFFFF), append(ends, 0xFFFF), append(deltas, 1)
	n := uint16(len(ends))
	search := uint16(1) << (bits.Len16(n) - 1) // the greatest power of two in n
	words := []uint16{0, 1, 3, 1, 0, 12, 4, 16 + 8*n, 0, 2 * n, 2 * search, uint16(bits.Len16(search) - 1), 2 * (n - search)}
	words = append(append(words, ends...), 0)
	words = append(append(words, starts...), deltas...)
	words = append(words, make([]uint16, n)...)
	return bigEndian(words)
}

func bigEndian(words []uint16) []byte {
	var out []byte
	for _, v := range words {
		out = binary.BigEndian.AppendUint16(out, v)
	}
	return out
}

// A table is one part of a font file.
type table struct {
	tag  string
	data []byte
}

// tablesOf splits the font that begins at a place of a file. What lies beyond the end
// is left out.
func tablesOf(src []byte, at int) map[string][]byte {
	tables := map[string][]byte{}
	for i := range int(binary.BigEndian.Uint16(src[at+4:])) {
		entry := src[at+12+16*i:]
		from, size := uint64(binary.BigEndian.Uint32(entry[8:])), uint64(binary.BigEndian.Uint32(entry[12:]))
		if from+size <= uint64(len(src)) {
			tables[string(entry[:4])] = src[from : from+size]
		}
	}
	return tables
}

// assemble makes a font file of tables, which are in the order of their tags.
func assemble(tables []table) []byte {
	out := bigEndian([]uint16{1, 0, uint16(len(tables)), 0, 0, 0})
	at := len(out) + 16*len(tables)
	for _, t := range tables {
		out = append(out, t.tag...)
		out = binary.BigEndian.AppendUint32(out, checksum(t.data))
		out = binary.BigEndian.AppendUint32(out, uint32(at))
		out = binary.BigEndian.AppendUint32(out, uint32(len(t.data)))
		at += (len(t.data) + 3) &^ 3
	}
	for _, t := range tables {
		out = append(out, t.data...)
		out = append(out, make([]byte, -len(t.data)&3)...)
	}
	return out
}

func checksum(data []byte) (sum uint32) {
	for len(data) >= 4 {
		sum += binary.BigEndian.Uint32(data)
		data = data[4:]
	}
	var last [4]byte
	copy(last[:], data)
	return sum + binary.BigEndian.Uint32(last[:])
}

// patched returns a copy of a table with another word at a place.
func patched(data []byte, at int, word uint16) []byte {
	out := slices.Clone(data)
	binary.BigEndian.PutUint16(out[at:], word)
	return out
}
