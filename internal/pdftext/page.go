package pdftext

// A Page is what one page shows. Places are in points, from the lower left.
type Page struct {
	Width, Height float64
	Glyphs        []Glyph
	Rules         []Rule
}

// A Glyph is a character, or a few that are one sign.
type Glyph struct {
	Text   string
	X0, X1 float64
	Y      float64 // of the line it stands on
	Size   float64
}

// A Rule is a straight line across or down.
type Rule struct{ X0, Y0, X1, Y1 float64 }

// Read returns the pages of a file, and how many characters of it have no known
// meaning.
func Read(src []byte) (pages []Page, undecoded int, err error) {
	f, err := parse(src)
	if err != nil {
		return nil, 0, err
	}
	w := walker{file: f, seen: map[int]bool{}}
	w.walk(f.get(f.root).keys["Pages"], object{kind: dict}, 0)
	if f.unpacked > maxUnpacked || f.operators > maxOperators || f.glyphs > maxGlyphs || len(w.pages) >= maxPages {
		return nil, 0, ErrTooLarge
	}
	return w.pages, w.undecoded, nil
}

// A walker goes through the tree of pages.
type walker struct {
	file      *file
	seen      map[int]bool
	pages     []Page
	undecoded int
}

// inherited are the properties that a page has from those above it.
var inherited = []string{"Resources", "MediaBox", "Rotate"}

func (w *walker) walk(o, above object, depth int) {
	if o.kind == ref {
		if w.seen[int(o.num)] {
			return
		}
		w.seen[int(o.num)] = true
	}
	n := w.file.resolve(o)
	if n.kind != dict || depth > maxNesting || len(w.pages) >= maxPages {
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
	w.pages = append(w.pages, w.page(n, own))
}

func (w *walker) page(n, own object) Page {
	f := w.file
	box := [4]float64{0, 0, 595, 842}
	if b := f.list(own.keys["MediaBox"]); len(b) == 4 {
		for i := range box {
			box[i] = f.resolve(b[i]).num
		}
	}
	p := Page{Width: box[2] - box[0], Height: box[3] - box[1]}
	ctm := matrix{1, 0, 0, 1, -box[0], -box[1]}
	switch (int(f.resolve(own.keys["Rotate"]).num)%360 + 360) % 360 {
	case 90:
		ctm = ctm.mul(matrix{0, -1, 1, 0, 0, p.Width})
		p.Width, p.Height = p.Height, p.Width
	case 180:
		ctm = ctm.mul(matrix{-1, 0, 0, -1, p.Width, p.Height})
	case 270:
		ctm = ctm.mul(matrix{0, 1, -1, 0, p.Height, 0})
		p.Width, p.Height = p.Height, p.Width
	}
	var content []byte
	for _, c := range f.list(n.keys["Contents"]) {
		content = append(append(content, f.unpack(f.resolve(c))...), '\n')
	}
	in := interpreter{file: f, page: &p, state: state{ctm: ctm, scale: 1}, tm: identity, line: identity}
	in.run(content, f.resolve(own.keys["Resources"]))
	w.undecoded += in.undecoded
	return p
}
