package word

import (
	"bytes"
	"encoding/xml"
	"io"
	"strconv"
	"strings"

	"charts/internal/message"
)

// A span is a piece of the document's XML.
type span struct{ start, end int }

// A paragraph is one w:p, those of text boxes included.
type paragraph struct {
	span
	text     string // as printed: deleted text and field codes are left out
	style    string
	fields   string // the codes of its fields
	fallback bool   // it repeats a text box for old programs
	pictures []*picture
	cell     *cell // of a table, or nil
	gap      *gap  // that it is, or nil
	pieces   []piece
	inner    span // between what it looks like and its end
}

// blank reports whether a paragraph has no text.
func (p *paragraph) blank() bool { return strings.TrimSpace(p.text) == "" }

// A picture is a w:drawing, a w:pict or the picture of a w:object.
type picture struct {
	span
	rel      string // the relationship that names its file
	cx, cy   int64  // in EMU; 0 is unknown
	alt      string
	fallback bool  // it repeats the picture before it for old programs
	object   bool  // an embedded object or a chart of Word: not ours to replace
	tags     []tag // those that say file, size and alternative text
	cell     *cell // of a table, or nil
}

// A tag is a start tag, or a whole svgExtension.
type tag struct {
	span
	name string
}

// A run is one w:r while it is read.
type run struct {
	props span // what its text looks like
	depth int  // of w:rPr in one another, as where a change of them is tracked
}

// svgExtension is the element by which a picture names an SVG beside its PNG.
const svgExtension = "svg extension"

// A scanner reads the XML of the text and remembers where everything stands.
type scanner struct {
	decoder    *xml.Decoder
	src        []byte
	styles     map[string]string
	paragraphs []*paragraph // in the order of their ends
	open       []*paragraph
	drawing    []*picture
	tables     []*table // that are open, as cells
	cells      []*cell
	fallbacks  int
	deleted    int
	text       tag        // the w:t that is open
	runs       []*run     // that are open: a text box is in one
	frames     []*control // the content controls that are open, nil for those that are none of ours
	controls   []*control
	inText     bool
	inCode     bool
	xfrm       int // depth of the elements that place a picture's own shape
	vector     int // start of an extension that holds an SVG, or -1
	ids        int // the largest number of a drawing
}

// scan reads the text of a document. Styles are known by the names that styles
// gives for their ids: Word translates ids, not names.
func scan(src []byte, styles map[string]string) (*scanner, error) {
	s := &scanner{decoder: xml.NewDecoder(bytes.NewReader(src)), src: src, styles: styles, vector: -1}
	for {
		start := int(s.decoder.InputOffset())
		token, err := s.decoder.RawToken()
		if err == io.EOF {
			return s, nil
		}
		if err != nil {
			return nil, message.Errorf("its text is damaged: %w", err)
		}
		at := span{start, int(s.decoder.InputOffset())}
		switch t := token.(type) {
		case xml.StartElement:
			s.begin(qualified(t.Name), t, at)
		case xml.EndElement:
			s.end(qualified(t.Name), at)
		case xml.CharData:
			s.chars(string(t), at)
		}
	}
}

func qualified(n xml.Name) string { return n.Space + ":" + n.Local }

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if qualified(a.Name) == name || a.Name.Space == "" && a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func (s *scanner) begin(name string, e xml.StartElement, at span) {
	switch name {
	case "w:p":
		s.open = append(s.open, &paragraph{span: span{at.start, 0}, inner: span{at.end, 0}, fallback: s.fallbacks > 0, cell: s.cell()})
	case "w:pStyle":
		if p := s.paragraph(); p != nil {
			p.style = attr(e, "w:val")
			if name := s.styles[p.style]; name != "" {
				p.style = name
			}
		}
	case "w:t":
		s.inText, s.text = true, tag{at, name}
	case "w:r":
		s.runs = append(s.runs, &run{})
	case "w:rPr":
		if r := s.run(); r != nil {
			if r.depth++; r.depth == 1 {
				r.props.start = at.start
			}
		}
	case "w:sdt":
		s.frames = append(s.frames, nil)
	case "w:tag":
		if tagged, ok := strings.CutPrefix(attr(e, "w:val"), controlTag); ok && len(s.frames) > 0 {
			s.frames[len(s.frames)-1] = &control{name: tagged}
		}
	case "w:showingPlcHdr":
		if c := s.control(); c != nil {
			c.hint = at
		}
	case "w:sdtContent":
		if c := s.control(); c != nil && bytes.HasSuffix(s.src[at.start:at.end], []byte("/>")) {
			c.body = at
		}
	case "w:instrText":
		s.inCode = true
	case "w:fldSimple":
		s.code(attr(e, "w:instr"))
	case "w:tab", "w:br":
		s.print("\t")
	case "w:noBreakHyphen":
		s.print("-")
	case "w:del", "w:moveFrom":
		s.deleted++
	case "mc:Fallback":
		s.fallbacks++
	case "w:drawing", "w:pict", "w:object":
		s.drawing = append(s.drawing, &picture{span: span{at.start, 0}, fallback: s.fallbacks > 0, object: name == "w:object", cell: s.cell()})
	default:
		s.inTable(name, func(key string) string { return attr(e, key) })
		if len(s.drawing) > 0 {
			s.part(s.drawing[len(s.drawing)-1], name, e, at)
		}
	}
}

// part reads what a tag says about a picture.
func (s *scanner) part(p *picture, name string, e xml.StartElement, at span) {
	keep := func() { p.tags = append(p.tags, tag{at, name}) }
	switch name {
	case "wp:extent":
		p.cx, p.cy = number(attr(e, "cx")), number(attr(e, "cy"))
		keep()
	case "wp:docPr":
		p.alt = attr(e, "descr")
		s.ids = max(s.ids, int(number(attr(e, "id"))))
		keep()
	case "a:xfrm":
		s.xfrm++
	case "a:ext":
		if s.xfrm > 0 {
			keep()
		}
		if attr(e, "uri") == "{96DAC541-7B7A-43D3-8B79-37D633B846F1}" {
			s.vector = at.start
		}
	case "a:blip":
		p.rel = attr(e, "r:embed")
		keep()
	case "a:srcRect":
		keep()
	case "v:shape", "v:rect":
		p.alt = attr(e, "alt")
		p.cx, p.cy = fromStyle(attr(e, "style"))
		keep()
	case "v:imagedata":
		p.rel = attr(e, "r:id")
		keep()
	case "c:chart", "o:OLEObject":
		p.object = true
	}
}

func (s *scanner) end(name string, at span) {
	s.outOfTable(name)
	switch name {
	case "w:p":
		if p := s.paragraph(); p != nil {
			p.end, p.inner.end = at.end, at.start
			p.gap = gapIn(p.text)
			s.open = s.open[:len(s.open)-1]
			s.paragraphs = append(s.paragraphs, p)
			if p.cell != nil {
				p.cell.table.paragraphs = append(p.cell.table.paragraphs, p)
			}
		}
	case "w:pPr":
		if p := s.paragraph(); p != nil {
			p.inner.start = at.end
		}
	case "w:t":
		s.inText = false
	case "w:r":
		s.runs = s.runs[:max(0, len(s.runs)-1)]
	case "w:rPr":
		if r := s.run(); r != nil {
			if r.depth--; r.depth == 0 {
				r.props.end = at.end
			}
		}
	case "w:sdt":
		if c := s.control(); c != nil && s.fallbacks == 0 {
			s.controls = append(s.controls, c)
		}
		s.frames = s.frames[:max(0, len(s.frames)-1)]
	case "w:instrText":
		s.inCode = false
	case "w:del", "w:moveFrom":
		s.deleted--
	case "mc:Fallback":
		s.fallbacks--
	case "a:xfrm":
		s.xfrm--
	case "a:ext":
		if s.vector >= 0 && len(s.drawing) > 0 {
			p := s.drawing[len(s.drawing)-1]
			p.tags = append(p.tags, tag{span{s.vector, at.end}, svgExtension})
			s.vector = -1
		}
	case "w:drawing", "w:pict", "w:object":
		s.endPicture(at)
	}
}

// endPicture gives a picture to its paragraph. Shapes without a file are none.
func (s *scanner) endPicture(at span) {
	if len(s.drawing) == 0 {
		return
	}
	p := s.drawing[len(s.drawing)-1]
	s.drawing = s.drawing[:len(s.drawing)-1]
	p.end = at.end
	if owner := s.paragraph(); owner != nil && (p.rel != "" || p.object) && s.deleted == 0 {
		owner.pictures = append(owner.pictures, p)
	}
}

func (s *scanner) paragraph() *paragraph { return innermost(s.open) }

// run is the innermost run that is open, or nil.
func (s *scanner) run() *run { return innermost(s.runs) }

// control is the innermost content control that is open, if it is one of ours.
func (s *scanner) control() *control { return innermost(s.frames) }

// innermost is the last of what is open, or nil.
func innermost[T any](open []*T) *T {
	if len(open) == 0 {
		return nil
	}
	return open[len(open)-1]
}

func (s *scanner) chars(text string, at span) {
	if s.inText {
		s.print(text)
	}
	if p, r := s.paragraph(), s.run(); p != nil && r != nil && s.inText && s.deleted == 0 {
		x := piece{at, text, s.text, r.props, s.control()}
		p.pieces = append(p.pieces, x)
		if x.control != nil {
			x.control.pieces = append(x.control.pieces, x)
			x.control.owner, x.control.end = p, len(p.text)
		}
	}
	if s.inCode {
		s.code(text)
	}
}

// print adds printed text.
func (s *scanner) print(text string) {
	if p := s.paragraph(); p != nil && s.deleted == 0 {
		p.text += text
	}
}

func (s *scanner) code(text string) {
	if p := s.paragraph(); p != nil {
		p.fields += text + " "
	}
}

func number(s string) int64 {
	n, _ := strconv.ParseInt(s, 10, 64) // what is no number is unknown: 0
	return n
}

// units of VML in EMU; a bare number is in points.
var units = []struct {
	name string
	emu  float64
}{{"pt", 12700}, {"in", 914400}, {"mm", 36000}, {"cm", 360000}, {"px", 9525}, {"", 12700}}

// fromStyle reads the size in the style of a VML shape.
func fromStyle(style string) (cx, cy int64) {
	for _, rule := range strings.Split(style, ";") {
		key, value, _ := strings.Cut(rule, ":")
		switch strings.TrimSpace(key) {
		case "width":
			cx = length(strings.TrimSpace(value))
		case "height":
			cy = length(strings.TrimSpace(value))
		}
	}
	return cx, cy
}

func length(s string) int64 {
	for _, u := range units {
		if digits, ok := strings.CutSuffix(s, u.name); ok {
			x, _ := strconv.ParseFloat(digits, 64) // what is no number is unknown: 0
			return int64(x * u.emu)
		}
	}
	return 0
}
