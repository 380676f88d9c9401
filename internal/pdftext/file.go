// Package pdftext reads the text of PDF files: every character with its place
// on the page, and the rules that tables are drawn with.
//
// It finds the objects of a file by looking for them, not by its tables of
// contents, so that files with a broken or repeatedly updated one read too.
package pdftext

import (
	"bytes"
	"compress/zlib"
	"encoding/ascii85"
	"io"
	"slices"
	"strconv"

	"golang.org/x/image/tiff/lzw"

	"charts/internal/message"
	"charts/internal/meter"
)

// Why a file cannot be read.
var (
	ErrNotPDF   = message.Errorf("it is damaged, or only a part of it was copied")
	ErrPassword = message.Errorf("it opens with a password only")
	ErrTooLarge = message.Errorf("it has pages or pictures that are too large")
	ErrTooSlow  = message.Errorf("it takes more than %v to read", maxReading)

	errEncrypted = message.Errorf("it is encrypted")
	errForeign   = message.Errorf("its text is packed in an unknown way")
)

// What a meter is charged for each of the things that a file holds.
const (
	objectCost = 200
	codeCost   = 100 // to which a font gives a meaning or a width
	glyphCost  = 150 // with the words that are made of it
	pageCost   = 4000
)

// maxChain bounds refs that mean refs, and forms in forms.
const maxChain = 20

// A file holds the objects of a PDF file.
type file struct {
	meter     *meter.Meter
	objects   map[int]object
	root      object            // of the last table of contents
	fonts     map[uintptr]*font // by the address of their dicts
	encrypted bool
	foreign   bool // text is packed in a way that this reader does not know
}

func parse(src []byte, m *meter.Meter) (*file, error) {
	f := &file{meter: m, objects: map[int]object{}, fonts: map[uintptr]*font{}}
	for pos := 0; pos < len(src); {
		i := bytes.Index(src[pos:], []byte("obj"))
		if i < 0 {
			break
		}
		at := pos + i
		pos = at + len("obj")
		id, ok := idBefore(src, at)
		if !ok {
			continue
		}
		l := lexer{src: src, pos: pos, meter: m}
		o, _ := l.next()
		if o.kind == dict {
			o.stream = l.stream(o)
		}
		pos = max(pos, l.pos)
		f.add(id, o)
	}
	f.trailers(src)
	switch {
	case f.encrypted:
		return nil, errEncrypted
	case f.get(f.root, "Pages").kind != dict:
		return nil, ErrNotPDF
	}
	return f, nil
}

// idBefore reads the numbers of "12 0 obj" back from the word.
func idBefore(src []byte, at int) (id int, ok bool) {
	i := at
	for range 2 {
		space := i
		for space > 0 && isSpace(src[space-1]) {
			space--
		}
		digits := space
		for digits > 0 && space-digits < 10 && src[digits-1] >= '0' && src[digits-1] <= '9' {
			digits--
		}
		if digits == space {
			return 0, false
		}
		id, _ = strconv.Atoi(string(src[digits:space]))
		i = digits
	}
	return id, true
}

// stream takes the bytes after a dict, if any.
func (l *lexer) stream(o object) []byte {
	start := l.pos
	if w, _ := l.next(); w.str != "stream" || w.kind != word {
		l.pos = start
		return nil
	}
	if l.at(0) == '\r' {
		l.pos++
	}
	if l.at(0) == '\n' {
		l.pos++
	}
	body := l.src[l.pos:]
	end := int(o.keys["Length"].num)
	if o.keys["Length"].kind != number || end < 0 || end > len(body) || !bytes.HasPrefix(bytes.TrimSpace(body[end:min(len(body), end+20)]), []byte("endstream")) {
		if end = bytes.Index(body, []byte("endstream")); end < 0 {
			end = len(body)
		}
	}
	l.pos += end
	return body[:end:end]
}

// add keeps an object, and the objects that a stream of objects holds. A later
// version takes the place of an earlier one.
func (f *file) add(id int, o object) {
	f.objects[id] = o
	switch o.keys["Type"].str {
	case "Catalog": // where the file is cut off, nothing else names it
		f.root = object{kind: ref, num: float64(id)}
	case "XRef":
		f.trailer(o)
	case "ObjStm":
		src := f.unpack(o)
		first, n := int(o.keys["First"].num), int(o.keys["N"].num)
		head := lexer{src: src, meter: f.meter}
		for range n {
			id, ok := head.next()
			offset, ok2 := head.next()
			at := first + int(offset.num)
			if !ok || !ok2 || at < 0 || at > len(src) {
				break
			}
			inner := lexer{src: src, pos: at, meter: f.meter} // many may begin at one place
			f.objects[int(id.num)], _ = inner.next()
		}
	}
}

// How many trailers a file has at most, one for each time that it was saved, and the
// bytes of one.
const (
	maxTrailers = 1_000
	maxTrailer  = 64 << 10
)

// trailers reads the dicts that name the root.
func (f *file) trailers(src []byte) {
	for range maxTrailers {
		i := bytes.Index(src, []byte("trailer"))
		if i < 0 {
			return
		}
		src = src[i+len("trailer"):]
		l := lexer{src: src[:min(len(src), maxTrailer)], meter: f.meter}
		o, _ := l.next()
		f.trailer(o)
	}
}

func (f *file) trailer(o object) {
	if root := o.keys["Root"]; root.kind != null {
		f.root = root
	}
	f.encrypted = f.encrypted || o.keys["Encrypt"].kind != null
}

// resolve follows refs.
func (f *file) resolve(o object) object {
	for range maxChain {
		if o.kind != ref {
			return o
		}
		o = f.objects[int(o.num)]
	}
	return object{}
}

// get goes down a path of keys.
func (f *file) get(o object, path ...string) object {
	o = f.resolve(o)
	for _, key := range path {
		o = f.resolve(o.keys[key])
	}
	return o
}

// list is an array, or the single object that stands for one.
func (f *file) list(o object) []object {
	switch o = f.resolve(o); o.kind {
	case array:
		return o.items
	case null:
		return nil
	}
	return []object{o}
}

// unpack undoes the filters of a stream. Of a damaged one the part in front is
// kept.
func (f *file) unpack(o object) []byte {
	src := o.stream
	f.foreign = f.foreign || f.transformed(o)
	for _, filter := range f.list(o.keys["Filter"]) {
		r := io.Reader(bytes.NewReader(src))
		switch f.resolve(filter).str {
		case "FlateDecode", "Fl":
			z, err := zlib.NewReader(r)
			if err != nil {
				return nil
			}
			r = z
		case "LZWDecode", "LZW":
			r = lzw.NewReader(r, lzw.MSB, 8)
		case "ASCII85Decode", "A85":
			end := bytes.Index(src, []byte("~>"))
			if end < 0 {
				end = len(src)
			}
			r = ascii85.NewDecoder(bytes.NewReader(src[:end]))
		case "ASCIIHexDecode", "AHx":
			l := lexer{src: append([]byte("<"), src...)}
			r = bytes.NewReader([]byte(l.hex().str))
		default:
			f.foreign = true
			return nil
		}
		var b bytes.Buffer
		b.ReadFrom(io.LimitReader(r, int64(f.meter.Left()/2)+1)) // the buffer doubles
		f.meter.Bytes(b.Len())
		src = b.Bytes()
	}
	f.meter.Bytes(len(src)) // which is copied
	return src
}

// transformed reports whether a stream holds differences in place of its bytes,
// or codes of another kind.
func (f *file) transformed(o object) bool {
	return slices.ContainsFunc(f.list(o.keys["DecodeParms"]), func(o object) bool {
		early := f.get(o, "EarlyChange")
		return f.get(o, "Predictor").num > 1 || early.kind == number && early.num == 0
	})
}
