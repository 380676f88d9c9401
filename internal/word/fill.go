package word

import (
	"bytes"
	"html"
	"slices"
	"strings"
	"unicode/utf8"

	"charts/internal/message"
	"charts/internal/regexp"
)

// A Blank is a place for a number in the text: {{ID.value}}, or the content control that
// it became.
type Blank struct {
	Name  string // ID.value
	Text  string // what is there, "" before anything was filled in
	After string // what the paragraph says behind it
	In    string // what the paragraph says
}

// controlTag begins the tag of a content control that holds a number.
const controlTag = "charts:"

// mostTag is how many characters the tag of a content control may have.
const mostTag = 64

var blank = regexp.MustCompile(`\{\{ *([^{}]+?) *\}\}`)

// A piece is a stretch of printed text in the XML.
type piece struct {
	span
	text    string
	open    tag      // the start of its w:t
	props   span     // of its run
	control *control // that it is in, or nil
}

// A control is a content control with a tag of ours.
type control struct {
	name   string
	pieces []piece
	owner  *paragraph // of the pieces
	end    int        // of the pieces in its text
	hint   span       // the sign that what it holds is only a hint, or empty
	body   span       // an empty element where its content would stand
}

// Blanks lists the places for numbers in the order of the text.
func (d *Document) Blanks() (all []Blank, err error) {
	s, err := d.scanned()
	if err != nil {
		return nil, err
	}
	for _, p := range s.paragraphs {
		for _, b := range p.blanks() {
			all = append(all, b.Blank)
		}
	}
	for _, c := range s.controls {
		all = append(all, c.blank())
	}
	return all, nil
}

func (c *control) blank() Blank {
	b := Blank{Name: c.name, Text: c.text()}
	if c.owner != nil {
		b.After, b.In = c.owner.text[c.end:], c.owner.text
	}
	return b
}

func (c *control) text() (text string) {
	if c.hint.end > 0 {
		return ""
	}
	for _, p := range c.pieces {
		text += p.text
	}
	return text
}

// A found blank is between two bytes of the text of its paragraph.
type found struct {
	Blank
	from, to int
}

// blanks are those in the words of a paragraph; a paragraph that is a gap asks for a
// picture.
func (p *paragraph) blanks() (all []found) {
	var words strings.Builder
	for _, x := range p.pieces {
		if x.control != nil {
			words.WriteString(strings.Repeat("\x00", len(x.text))) // its tag counts, not what it shows
			continue
		}
		words.WriteString(x.text)
	}
	if p.gap != nil || p.fallback {
		return nil
	}
	text := words.String()
	for _, m := range blank.FindAllStringSubmatchIndex(text, -1) {
		after, _, _ := strings.Cut(text[m[1]:], "\x00")
		all = append(all, found{Blank{Name: text[m[2]:m[3]], After: after, In: p.text}, m[0], m[1]})
	}
	return all
}

// Fill writes numbers into their places. A place in braces becomes a content control,
// so that it can be filled anew; what is around it keeps its look. A name without
// a number is left as it is.
func (d *Document) Fill(number func(Blank) (string, bool)) error {
	s, err := d.scanned()
	if err != nil {
		return err
	}
	var patches []patch
	for _, p := range s.paragraphs {
		for _, b := range p.blanks() {
			text, ok := number(b.Blank)
			if !ok {
				continue
			}
			if utf8.RuneCountInString(controlTag+b.Name) > mostTag {
				return message.Errorf("{{%s}} is longer than the %d characters that a content control can keep", b.Name, mostTag-len(controlTag))
			}
			patches = append(patches, s.fill(p, b, text)...)
		}
	}
	for _, c := range s.controls {
		if text, ok := number(c.blank()); ok && text != c.text() {
			patches = append(patches, c.fill(text)...)
		}
	}
	d.set(bodyPart, apply(s.src, onlyOnce(patches)))
	return nil
}

// onlyOnce drops the patches of a tag that another makes already.
func onlyOnce(patches []patch) []patch {
	seen := map[span]bool{}
	return slices.DeleteFunc(patches, func(p patch) bool {
		again := seen[p.span] && p.start < p.end
		seen[p.span] = true
		return again
	})
}

// fill puts a content control in the place of a blank, and cuts the runs around it.
func (s *scanner) fill(p *paragraph, b found, number string) (patches []patch) {
	at := 0
	first := true
	for _, x := range p.pieces {
		from, to := max(b.from-at, 0), min(b.to-at, len(x.text))
		at += len(x.text)
		if from >= to {
			continue
		}
		cut := patch{span: span{x.raw(s.src, from), x.raw(s.src, to)}}
		if first {
			props := string(s.src[x.props.start:x.props.end])
			cut.text = `</w:t></w:r>` + newControl(b.Name, number, props) + `<w:r>` + props + `<w:t xml:space="preserve">`
			patches = append(patches, patch{x.open.span, setAttr(string(s.src[x.open.start:x.open.end]), "xml:space", "preserve")})
			first = false
		}
		patches = append(patches, cut)
	}
	return patches
}

// newControl is a content control with a number.
func newControl(name, number, props string) string {
	return `<w:sdt><w:sdtPr><w:alias w:val="` + escape(name) + `"/><w:tag w:val="` + escape(controlTag+name) + `"/><w:text/></w:sdtPr>` +
		`<w:sdtContent><w:r>` + props + `<w:t xml:space="preserve">` + escape(number) + `</w:t></w:r></w:sdtContent></w:sdt>`
}

// fill writes a number into a content control.
func (c *control) fill(number string) (patches []patch) {
	if c.hint.end > 0 {
		patches = append(patches, patch{c.hint, ""})
	}
	if len(c.pieces) == 0 {
		if c.body.end > 0 {
			patches = append(patches, patch{c.body, `<w:sdtContent><w:r><w:t>` + escape(number) + `</w:t></w:r></w:sdtContent>`})
		}
		return patches
	}
	for i, x := range c.pieces {
		if i > 0 {
			number = ""
		}
		patches = append(patches, patch{x.span, escape(number)})
	}
	return patches
}

// raw is the byte of the XML at which a byte of the text stands.
func (x piece) raw(src []byte, at int) int {
	i := x.start
	for n := 0; n < at && i < x.end; {
		size := 1
		if src[i] == '&' { // a reference to a character
			size = max(1, bytes.IndexByte(src[i:x.end], ';')+1)
		}
		n += len(html.UnescapeString(string(src[i : i+size])))
		i += size
	}
	return i
}

func (d *Document) scanned() (*scanner, error) {
	body, err := d.part(bodyPart)
	if err != nil {
		return nil, err
	}
	return scan(body, d.styles())
}
