package pdftext

import (
	"bytes"
	"cmp"
	"errors"
	"math"
	"slices"

	"charts/internal/meter"
)

// A Page is what one page shows. Places are in points, from the lower left.
type Page struct {
	Width, Height float64
	Turned        int // degrees that it is turned by, beyond what the file says
	Glyphs        []Glyph
	Rules         []Rule
}

// A Glyph is a character, or a few that are one sign.
type Glyph struct {
	Text   string
	X0, X1 float64
	Y      float64 // of the line it is on
	Size   float64
}

// A Rule is a straight line across or down.
type Rule struct{ X0, Y0, X1, Y1 float64 }

// Read returns the pages of a file. A character of which no font tells the
// meaning is [Unknown].
//
// The reader of this package takes every file first, being several times as
// fast. PDFium opens what is encrypted without a password, mends what is
// broken, and knows more fonts and ways to pack text.
func Read(src []byte, m *meter.Meter) ([]Page, error) {
	pages, err := readPlain(src, m)
	if errors.Is(err, errEncrypted) || errors.Is(err, ErrNotPDF) && bytes.Contains(src[:min(len(src), 1024)], []byte("%PDF-")) {
		if src, err = repair(src); err == nil {
			pages, err = readPlain(src, m)
		}
	}
	if errors.Is(err, errForeign) {
		return readPDFium(src, m)
	}
	if err == nil && hasUnknown(pages) {
		if more, err := readPDFium(src, m); err == nil {
			identify(pages, more)
		}
	}
	return pages, err
}

// Unknown stands for a character without a known meaning.
const Unknown = "\ufffd"

func hasUnknown(pages []Page) bool {
	return slices.ContainsFunc(pages, func(p Page) bool {
		return slices.ContainsFunc(p.Glyphs, func(g Glyph) bool { return g.Text == Unknown })
	})
}

// identify gives unknown characters the text that another reader found at their
// places.
func identify(pages, other []Page) {
	for i := range min(len(pages), len(other)) {
		texts := map[[2]int]string{}
		for _, g := range other[i].Glyphs {
			texts[place(g.X0, g.Y)] = g.Text
		}
		for k := range pages[i].Glyphs {
			g := &pages[i].Glyphs[k]
			for n := 0; n < 9 && g.Text == Unknown; n++ {
				near := [...]float64{0, -1, 1}
				g.Text = cmp.Or(texts[place(g.X0+near[n%3], g.Y+near[n/3])], Unknown)
			}
		}
	}
}

// place is a place in whole points.
func place(x, y float64) [2]int { return [2]int{int(math.Round(x)), int(math.Round(y))} }

// readPlain is the reader of this package.
func readPlain(src []byte, m *meter.Meter) ([]Page, error) {
	f, err := parse(src, m)
	if err != nil {
		return nil, err
	}
	w := walker{file: f, seen: map[int]bool{}}
	w.walk(f.get(f.root).keys["Pages"], object{kind: dict}, 0)
	if f.foreign {
		return nil, errForeign
	}
	return w.pages, nil
}

// A walker goes through the tree of pages.
type walker struct {
	file  *file
	seen  map[int]bool
	pages []Page
}

// inherited are the properties that a page has from those above it.
var inherited = []string{"Resources", "MediaBox", "CropBox", "Rotate"}

func (w *walker) walk(o, above object, depth int) {
	if o.kind == ref {
		if w.seen[int(o.num)] {
			return
		}
		w.seen[int(o.num)] = true
	}
	n := w.file.resolve(o)
	if n.kind != dict || depth > maxNesting {
		return
	}
	own := object{kind: dict, keys: map[string]object{}}
	for _, key := range inherited {
		own.keys[key] = n.keys[key]
		if own.keys[key].kind == null {
			own.keys[key] = above.keys[key]
		}
	}
	if kids := w.file.list(n.keys["Kids"]); kids != nil {
		for _, k := range kids {
			w.walk(k, own, depth+1)
		}
		return
	}
	w.file.meter.Bytes(pageCost)
	w.pages = append(w.pages, w.page(n, own))
}

func (w *walker) page(n, own object) Page {
	f := w.file
	var content []byte
	for _, c := range f.list(n.keys["Contents"]) {
		content = append(append(content, f.unpack(f.resolve(c))...), '\n')
	}
	degrees := int(f.resolve(own.keys["Rotate"]).num)
	p, in := f.draw(content, own, degrees)
	switch { // a table that lies on its side is read as its reader turns it
	case in.up > in.across:
		p, _ = f.draw(content, own, degrees+90)
		p.Turned = 90
	case in.down > in.across:
		p, _ = f.draw(content, own, degrees-90)
		p.Turned = -90
	}
	return p
}

// draw makes the page that is shown turned by some degrees.
func (f *file) draw(content []byte, own object, degrees int) (p Page, in *interpreter) {
	ctm := p.turn(f.box(own), degrees)
	in = &interpreter{file: f, page: &p, pen: pen{page: &p}, state: state{ctm: ctm, scale: 1}, tm: identity, line: identity}
	in.run(content, f.resolve(own.keys["Resources"]))
	return p, in
}

// box is the part of a page that is shown.
func (f *file) box(own object) [4]float64 {
	box := [4]float64{0, 0, 595, 842}
	for _, key := range []string{"MediaBox", "CropBox"} {
		b := f.list(own.keys[key])
		for i := 0; i < 4 && len(b) == 4; i++ {
			box[i] = f.resolve(b[i]).num
		}
	}
	return box
}

// turn sets the size of a page that is shown turned, and returns the way to its
// places from those of the file.
func (p *Page) turn(box [4]float64, degrees int) matrix {
	p.Width, p.Height = box[2]-box[0], box[3]-box[1]
	m := matrix{1, 0, 0, 1, -box[0], -box[1]}
	switch (degrees%360 + 360) % 360 {
	case 90:
		m = m.mul(matrix{0, -1, 1, 0, 0, p.Width})
		p.Width, p.Height = p.Height, p.Width
	case 180:
		m = m.mul(matrix{-1, 0, 0, -1, p.Width, p.Height})
	case 270:
		m = m.mul(matrix{0, 1, -1, 0, p.Height, 0})
		p.Width, p.Height = p.Height, p.Width
	}
	return m
}
