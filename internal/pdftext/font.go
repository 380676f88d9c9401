package pdftext

import (
	"reflect"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// A font tells what the bytes of a string mean.
type font struct {
	file    *file
	wide    bool // codes of two bytes
	gbk     bool // codes of one or two bytes
	unicode bool // the codes are UTF-16
	mapped  map[uint32]string
	widths  map[uint32]float64 // in text units
	width   float64            // of the rest
}

// A code is one character of a string.
type code struct {
	text  string // "" when nothing tells
	width float64
	space bool // the word spacing belongs to it
}

func (f *file) font(o object) *font {
	o = f.resolve(o)
	dict := reflect.ValueOf(o.keys).Pointer() // it may be where it is used, without a number
	if known := f.fonts[dict]; known != nil {
		return known
	}
	t := &font{file: f, mapped: map[uint32]string{}, widths: map[uint32]float64{}, width: 0.5}
	if f.get(o, "Subtype").str == "Type0" {
		f.composite(t, o)
	} else {
		f.simple(t, o)
	}
	if cmap := f.get(o, "ToUnicode"); cmap.stream != nil {
		t.readCMap(f.unpack(cmap))
	}
	f.fonts[dict] = t
	return t
}

// composite reads a font of Chinese characters.
func (f *file) composite(t *font, o object) {
	encoding := f.get(o, "Encoding").str
	t.gbk = strings.HasPrefix(encoding, "GB")
	t.unicode = strings.HasPrefix(encoding, "Uni")
	t.wide = !t.gbk
	var inner object
	if all := f.list(o.keys["DescendantFonts"]); len(all) > 0 {
		inner = f.resolve(all[0])
	}
	t.width = 1
	if dw := f.get(inner, "DW"); dw.kind == number {
		t.width = dw.num / 1000
	}
	if strings.HasPrefix(encoding, "Identity") {
		f.cidWidths(t, f.list(inner.keys["W"]))
	}
}

// cidWidths reads "first [w w …]" and "first last w".
func (f *file) cidWidths(t *font, w []object) {
	for i := 0; i+1 < len(w); {
		first, next := uint32(f.resolve(w[i]).num), f.resolve(w[i+1])
		if next.kind == array {
			for k, v := range next.items {
				f.meter.Bytes(codeCost)
				t.widths[first+uint32(k)] = f.resolve(v).num / 1000
			}
			i += 2
			continue
		}
		if i+2 >= len(w) {
			return
		}
		for c := first; c <= uint32(next.num) && c-first <= 0xffff; c++ {
			f.meter.Bytes(codeCost)
			t.widths[c] = f.resolve(w[i+2]).num / 1000
		}
		i += 3
	}
}

// simple reads a font of 256 characters.
func (f *file) simple(t *font, o object) {
	scale := 0.001
	if m := f.list(o.keys["FontMatrix"]); len(m) == 6 {
		scale = f.resolve(m[0]).num
	}
	first := uint32(f.get(o, "FirstChar").num)
	for i, w := range f.list(o.keys["Widths"]) {
		if i < 256 {
			t.widths[first+uint32(i)] = f.resolve(w).num * scale
		}
	}
	if f.get(o, "Subtype").str != "Type3" {
		for c := uint32(' '); c < 0x7f; c++ {
			t.mapped[c] = string(rune(c))
		}
	}
	encoding := f.get(o, "Encoding")
	if encoding.kind == dict {
		encoding = f.get(encoding, "BaseEncoding")
	}
	if page := codePages[encoding.str]; page != nil {
		for c := uint32(0x80); c <= 0xff; c++ {
			if r := page.DecodeByte(byte(c)); r != utf8.RuneError {
				t.mapped[c] = string(r)
			}
		}
	}
	c := uint32(0)
	for _, d := range f.list(f.get(o, "Encoding", "Differences")) {
		if d.kind == number {
			c = uint32(d.num)
			continue
		}
		if s := glyphText(d.str); s != "" {
			t.mapped[c] = s
		} else {
			delete(t.mapped, c)
		}
		c++
	}
	if name := f.get(o, "BaseFont").str; name != "" && len(t.widths) == 0 {
		t.setStandardWidths(name)
	}
}

// readCMap reads what the codes mean.
func (t *font) readCMap(src []byte) {
	l := lexer{src: src, meter: t.file.meter}
	var stack []object
	for {
		o, ok := l.next()
		if !ok {
			return
		}
		if o.kind != word {
			t.file.meter.Bytes(objectCost)
			stack = append(stack, o)
			continue
		}
		switch o.str {
		case "endbfchar":
			for i := 0; i+1 < len(stack); i += 2 {
				t.means(value(stack[i].str), stack[i+1].str)
			}
		case "endbfrange":
			for i := 0; i+2 < len(stack); i += 3 {
				t.mapRange(value(stack[i].str), value(stack[i+1].str), stack[i+2])
			}
		case "endcodespacerange":
			if len(stack) > 0 && t.wide { // the codes of a simple font are bytes, whatever its table says
				t.wide = len(stack[0].str) == 2
			}
		}
		stack = stack[:0]
	}
}

func (t *font) mapRange(first, last uint32, to object) {
	if to.kind == array {
		for i, o := range to.items {
			t.means(first+uint32(i), o.str)
		}
		return
	}
	for c := first; c <= last && c-first <= 0xffff; c++ {
		b := []byte(to.str)
		if n := len(b); n >= 2 {
			v := (uint32(b[n-2])<<8 | uint32(b[n-1])) + c - first
			b[n-2], b[n-1] = byte(v>>8), byte(v)
		}
		t.means(c, string(b))
	}
}

// means gives a code its meaning, in UTF-16.
func (t *font) means(c uint32, s string) {
	t.file.meter.Bytes(codeCost + len(s))
	t.mapped[c] = utf16Text(s)
}

// value is the number that the bytes of a code make.
func value(s string) uint32 {
	var v uint32
	for i := range min(len(s), 4) {
		v = v<<8 | uint32(s[i])
	}
	return v
}

func utf16Text(s string) string {
	units := make([]uint16, 0, len(s)/2)
	for i := 0; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(units))
}

// codes parts a string.
func (t *font) codes(s string) []code {
	var codes []code
	for len(s) > 0 {
		n := 1
		if (t.wide || t.gbk && s[0] >= 0x80) && len(s) > 1 {
			n = 2
		}
		c := code{width: t.width, space: n == 1 && s[0] == ' '}
		v := value(s[:n])
		if w, ok := t.widths[v]; ok {
			c.width = w
		} else if t.gbk && n == 1 {
			c.width = 0.5
		}
		c.text = t.textOf(v, s[:n])
		codes = append(codes, c)
		s = s[n:]
	}
	return codes
}

func (t *font) textOf(v uint32, s string) string {
	if text, ok := t.mapped[v]; ok {
		return text
	}
	switch {
	case t.unicode:
		return utf16Text(s)
	case t.gbk:
		if out, err := simplifiedchinese.GBK.NewDecoder().String(s); err == nil && !strings.ContainsRune(out, utf8.RuneError) {
			return out
		}
	}
	return ""
}
