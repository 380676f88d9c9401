package format

import (
	"cmp"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"charts/internal/meter"
	"charts/internal/notation"
)

// readHTML reads a page.
func readHTML(in input, src string) ([]Part, error) {
	return htmlParts(src, 1, in.meter)
}

// htmlParts reads a piece of HTML that begins on the line first.
func htmlParts(src string, first int, m *meter.Meter) ([]Part, error) {
	numbered := numberTags(src, first, m)
	root, err := html.Parse(strings.NewReader(numbered))
	if err != nil {
		return nil, tooDeep()
	}
	p := page{no: first}
	p.walk(root)
	p.flush()
	return p.parts, nil
}

// lineAttr carries the line of a tag through the parser, which keeps none.
const lineAttr = "charts-line"

// formatting elements are opened again in every paragraph until they are closed: a few
// that are not would be thousands. By other names they are not.
var formatting = map[string]string{"a": "span", "b": "span", "big": "span", "code": "span", "em": "span", "font": "span", "i": "span",
	"nobr": "span", "small": "span", "strong": "span", "tt": "span", "u": "span", "s": "del", "strike": "del"}

// tagCost is what a tag is charged: its element, with the attribute that is its line.
const tagCost = 400

// numberTags gives every tag its line.
func numberTags(src string, no int, m *meter.Meter) string {
	var b strings.Builder
	bodies := 0
	z := html.NewTokenizer(strings.NewReader(src))
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			return b.String()
		}
		raw := string(z.Raw())
		if kind == html.StartTagToken || kind == html.SelfClosingTagToken {
			m.Bytes(tagCost)
			name, _ := z.TagName()
			b.WriteString("<" + cmp.Or(formatting[string(name)], string(name)) + " " + lineAttr + "=" + strconv.Itoa(no))
			raw = raw[1+len(name):]
			if string(name) == "body" || string(name) == "html" {
				if bodies++; bodies > 2 { // the parser gives the attributes of all to one
					raw = ">"
				}
			}
		} else if kind == html.EndTagToken {
			if name, _ := z.TagName(); formatting[string(name)] != "" {
				raw = "</" + formatting[string(name)] + raw[2+len(name):]
			}
		}
		b.WriteString(raw)
		no += strings.Count(string(z.Raw()), "\n")
	}
}

// A page is where the walk through a tree stands.
type page struct {
	parts  []Part
	nested []Part // the tables inside the cell that the walk is in
	inCell bool
	no     int // the line of the last tag
	text   inlineText
	blank  rune // the white space that is still to be written: 0, ' ' or '\n'
	script *script
	before rune // the raised or lowered text that the walk is in
}

// skipped elements hold nothing that a reader sees as text.
var skipped = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Head: true, atom.Template: true, atom.Noscript: true,
	atom.Rt: true, atom.Rp: true, atom.Rtc: true, // the reading over a word
	atom.Nav: true, atom.Svg: true, atom.Iframe: true,
}

// write adds text as a browser shows it, with one blank for all white space; a
// line end of the source beside a Chinese character is none.
func (p *page) write(s string) {
	for _, r := range p.script.of(p.before, s) {
		if strings.ContainsRune(" \t\r\n\f", r) {
			if p.blank != '\n' {
				p.blank = r
			}
			continue
		}
		if p.blank != 0 && !(p.blank == '\n' && notation.Han(r)) {
			p.text.write(p.no, " ")
		}
		p.blank = 0
		p.text.write(p.no, string(r))
	}
}

// flush ends a paragraph.
func (p *page) flush() { p.close(0) }

// close ends a paragraph or a heading.
func (p *page) close(level int) {
	if lines := p.text.whole(); len(lines) > 0 {
		part := newText(level)
		part.Lines = lines
		p.parts = append(p.parts, part)
	}
	p.text, p.blank = inlineText{}, 0
}

func (p *page) walk(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		p.node(c)
	}
}

func (p *page) node(n *html.Node) {
	if n.Type == html.TextNode {
		p.write(n.Data)
		return
	}
	if n.Type != html.ElementNode && n.Type != html.DocumentNode || skipped[n.DataAtom] || hidden(n) {
		return
	}
	p.no = max(p.no, number(n, lineAttr, p.no))
	switch {
	case n.DataAtom == atom.Br:
		p.text.broken, p.blank = true, 0
	case n.DataAtom == atom.Table:
		p.flush()
		p.table(n)
	case n.Namespace == "math":
		p.formula(n)
	case n.DataAtom == atom.Input || n.DataAtom == atom.Select:
		p.write(chosen(n))
	case n.DataAtom == atom.Pre && !p.inCell:
		p.flush()
		p.typed(n)
	case scriptOf(n) != nil && p.script == nil:
		p.scripted(n, scriptOf(n))
	case inline[n.DataAtom]:
		p.walk(n)
	default:
		p.flush()
		p.walk(n)
		p.close(headingLevel(n))
	}
}

// scripted reads raised or lowered text.
func (p *page) scripted(n *html.Node, s *script) {
	if p.before = p.text.last(); p.blank != 0 {
		p.before = 0
	}
	p.script = s
	p.walk(n)
	p.script = nil
}

// typed reads text that a browser shows as it is typed.
func (p *page) typed(n *html.Node) {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	lines := Lines(b.String())
	for i := range lines {
		lines[i].No += p.no - 1
	}
	p.parts = append(p.parts, Part{Kind: Typed, Lines: lines})
}

// headingLevel is 1 to 6 for h1 to h6, else 0.
func headingLevel(n *html.Node) int {
	if len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6' {
		return int(n.Data[1] - '0')
	}
	return 0
}
