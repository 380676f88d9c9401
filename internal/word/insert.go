package word

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"

	"charts/internal/message"
)

// A Figure is a picture to put above a caption.
type Figure struct {
	ID      string
	Caption string // 图 34
	PNG     []byte
	Alt     string
}

// A Placed says what became of a figure.
type Placed struct {
	Figure Figure
	Text   string       // of the caption, "" when there is none
	Err    error        // why nothing was done
	Note   message.Text // what its reader should know, though it was put in
}

// A patch replaces a piece of the text.
type patch struct {
	span
	text string
}

func apply(body []byte, patches []patch) []byte {
	slices.SortStableFunc(patches, func(a, b patch) int { return cmp.Compare(a.start, b.start) })
	var b bytes.Buffer
	at := 0
	for _, p := range patches {
		b.Write(body[at:p.start])
		b.WriteString(p.text)
		at = p.end
	}
	b.Write(body[at:])
	return b.Bytes()
}

// Insert puts each figure above its caption. It replaces the picture that stands
// there, where it stands and as it stands (in the line or anchored); where there
// is none it adds a paragraph. To insert the same figures again changes nothing.
func (d *Document) Insert(figures []Figure) ([]Placed, error) {
	body, err := d.part(bodyPart)
	if err != nil {
		return nil, err
	}
	s, err := scan(body, d.styles())
	if err != nil {
		return nil, err
	}
	all := places(s.paragraphs)
	var patches []patch
	var placed []Placed
	for _, f := range figures {
		p := Placed{Figure: f}
		var more []patch
		more, p.Err = s.put(all, f, &p)
		if p.Err == nil {
			p.Err = d.addPicture(f)
		}
		if p.Err == nil {
			patches = append(patches, more...)
		}
		placed = append(placed, p)
	}
	d.set(bodyPart, apply(body, patches))
	if now, err := d.part(bodyPart); err == nil {
		d.dropOrphans(body, now)
	}
	return placed, nil
}

// put is the changes that one figure needs. A figure that is wider than the cell of
// a table in which it stands is made as small as that.
func (s *scanner) put(all []place, f Figure, placed *Placed) (patches []patch, err error) {
	own, err := captionOf(all, f.Caption)
	if err != nil {
		return nil, err
	}
	drawn, ok := sizeOf(f.PNG)
	if !ok {
		return nil, message.Errorf("its picture has no size in mm")
	}
	in := func(c *cell) size {
		fits := drawn.into(c.room())
		if fits != drawn {
			placed.Note = message.Of("it is %.0f mm wide and stands in a cell of %.0f mm, as small as that; write size: %.0fmm", mm(drawn.cx), mm(fits.cx), mm(fits.cx))
		}
		return fits
	}
	for _, at := range own {
		pictures := shown(at.pictures, at.caption.fallback)
		if len(pictures) > 1 {
			return nil, message.Errorf("%d pictures stand above %q; leave one", len(pictures), at.caption.text)
		}
		if len(pictures) == 1 && pictures[0].object {
			return nil, message.Errorf("an embedded object stands above %q; delete it first", at.caption.text)
		}
		for _, p := range at.pictures {
			patches = append(patches, s.replace(p, f, in(p.cell))...)
		}
		if len(pictures) == 0 {
			s.ids++
			patches = append(patches, patch{span{at.caption.start, at.caption.start}, newParagraph(f, in(at.caption.cell), s.ids)})
		}
		placed.Text = at.caption.text
	}
	return patches, nil
}

// captionOf finds the caption of a figure: one place, and with it the one that
// repeats it for old programs.
func captionOf(all []place, caption string) ([]place, error) {
	best := 0
	var own []place
	for _, at := range all {
		if !means(at.caption.text, caption) {
			continue
		}
		if r := at.caption.rank(); r > best {
			own, best = nil, r
		}
		if at.caption.rank() == best {
			own = append(own, at)
		}
	}
	count := 0
	for _, at := range own {
		if !at.caption.fallback {
			count++
		}
	}
	switch {
	case len(own) == 0:
		return nil, message.Errorf("no caption %s", caption)
	case count > 1:
		return nil, message.Errorf("%d paragraphs look like the caption %s", count, caption)
	}
	return own, nil
}

// means reports whether a caption is that of a figure.
func means(text, caption string) bool {
	want := Keys(caption)
	return len(want) > 0 && slices.Contains(Keys(text), want[0])
}

// replace makes a picture that stands there into the figure: its file, its size,
// its alternative text. Crops go, and so does an SVG that a new program would show
// instead.
func (s *scanner) replace(p *picture, f Figure, size size) []patch {
	cx, cy := strconv.FormatInt(size.cx, 10), strconv.FormatInt(size.cy, 10)
	var patches []patch
	for _, t := range p.tags {
		text := string(s.src[t.start:t.end])
		switch t.name {
		case "wp:extent", "a:ext":
			text = setAttr(setAttr(text, "cx", cx), "cy", cy)
		case "wp:docPr":
			text = setAttr(text, "descr", f.Alt)
		case "a:blip":
			text = setAttr(text, "r:embed", relID(f))
		case "v:imagedata":
			text = setAttr(dropAttrs(text, "cropleft", "croptop", "cropright", "cropbottom"), "r:id", relID(f))
		case "v:shape", "v:rect":
			text = setAttr(setAttr(text, "alt", f.Alt), "style", size.inStyle(attrOf(text, "style")))
		case "a:srcRect":
			text = dropAttrs(text, "l", "t", "r", "b")
		case svgExtension:
			text = ""
		}
		patches = append(patches, patch{t.span, text})
	}
	return patches
}
