package word

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"
	"strings"

	"charts/internal/message"
)

// A Figure is a picture to put above a caption.
type Figure struct {
	ID       string
	Caption  string // 图 34, or ""
	Title    string
	Subtitle string // has the words of the caption where the title says what the data says
	PNG      []byte
	Alt      string
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

// Insert puts each figure above its caption, the one with its number, else with its
// title. It replaces the picture that is there, where it stands and as it stands
// (in the line or anchored), or the gap that was left for one; where there is neither
// it adds a paragraph. To insert the same figures again changes nothing. It returns the
// gaps that are left, too.
func (d *Document) Insert(figures []Figure) (placed []Placed, left []string, err error) {
	s, err := d.scanned()
	if err != nil {
		return nil, nil, err
	}
	body := s.src
	owners := s.owners(figures)
	var patches []patch
	for i, f := range figures {
		p := Placed{Figure: f}
		var more []patch
		more, p.Err = s.put(owners[i], f, &p)
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
	after, err := d.scanned()
	if err != nil {
		return nil, nil, err
	}
	for _, p := range after.paragraphs {
		if p.gap != nil && !p.fallback {
			left = append(left, strings.TrimSpace(p.text))
		}
	}
	return placed, left, nil
}

// An owned is the places of a figure, or why it has none.
type owned struct {
	places []place
	err    error
}

// owners finds the places of figures: by numbers and ids first, then by titles among
// what is left, then by their own pictures.
func (s *scanner) owners(figures []Figure) []owned {
	all := append(places(s.paragraphs), loose(s.paragraphs)...)
	taken := map[*paragraph]bool{}
	out := make([]owned, len(figures))
	for _, fits := range []func(place, Figure) bool{byNumber, byTitle, byFile} {
		for i, f := range figures {
			if len(out[i].places) > 0 || out[i].err != nil {
				continue
			}
			var mine []place
			for _, at := range all {
				if !taken[at.caption] && fits(at, f) {
					mine = append(mine, at)
				}
			}
			out[i].places, out[i].err = only(mine, f)
			for _, at := range out[i].places {
				taken[at.caption] = true
			}
		}
	}
	for i, f := range figures {
		switch {
		case len(out[i].places) > 0 || out[i].err != nil:
		case f.Caption != "":
			out[i].err = message.Errorf("no caption %s", f.Caption)
		default:
			out[i].err = message.Errorf("no caption has its title %q", f.Title)
		}
	}
	return out
}

func byNumber(at place, f Figure) bool {
	if g := at.caption.gap; g != nil {
		return g.id == f.ID || len(g.keys) > 0 && means(g.keys[0], f.Caption)
	}
	return means(at.caption.text, f.Caption) || at.gap != nil && at.gap.gap.id == f.ID
}

func byTitle(at place, f Figure) bool {
	return Names(at.caption.text, f) || at.gap != nil && Names(at.gap.text, f)
}

// byFile finds the picture that was put in before where no caption tells.
func byFile(at place, f Figure) bool {
	return slices.ContainsFunc(at.pictures, func(p *picture) bool { return p.rel == relID(f) })
}

// Names reports whether the text of a caption, or of a gap, names a figure by its id
// or title.
func Names(text string, f Figure) bool {
	if g := gapIn(text); g != nil {
		return g.id == f.ID || f.called(g.title)
	}
	return f.called(titleOf(text))
}

func (f Figure) called(title string) bool {
	return sameTitle(title, plain(f.Title)) || sameTitle(title, plain(f.Subtitle))
}

// IsGap reports whether a text was left for a picture.
func IsGap(text string) bool { return gapIn(text) != nil }

// put is the changes that one figure needs. A figure that is wider than the cell of
// a table in which it stands is made as small as that.
func (s *scanner) put(own owned, f Figure, placed *Placed) (patches []patch, err error) {
	if own.err != nil {
		return nil, own.err
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
	for _, at := range own.places {
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
		if at.gap != nil {
			patches = append(patches, patch{at.gap.span, ""})
		}
		placed.Text = at.caption.text
	}
	return patches, nil
}

// only is the one place of several that fit a figure that is most a caption, and with
// it the one that repeats it for old programs.
func only(fit []place, f Figure) (own []place, err error) {
	best := 0
	for _, at := range fit {
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
	if count > 1 {
		return nil, message.Errorf("%d paragraphs look like the caption %s", count, cmp.Or(f.Caption, f.Title))
	}
	return own, nil
}

// means reports whether a caption is that of a figure.
func means(text, caption string) bool {
	want := Keys(caption)
	return len(want) > 0 && slices.Contains(Keys(text), want[0])
}

// replace makes a picture that is there into the figure: its file, its size,
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
