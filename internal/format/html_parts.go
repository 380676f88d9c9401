package format

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// formula reads a formula: exponents and indices as raised and lowered text, a
// fraction with a stroke.
func (p *page) formula(n *html.Node) {
	if strings.HasPrefix(n.Data, "annotation") { // the same in another language
		return
	}
	off := map[string]*script{"msup": superscript, "msub": subscript}[n.Data]
	parts := 0
	for c := range n.ChildNodes() {
		if c.Type == html.TextNode {
			p.write(strings.TrimSpace(c.Data))
			continue
		}
		if parts++; parts == 2 && n.Data == "mfrac" {
			p.write("/")
		}
		if parts == 2 && off != nil && p.script == nil {
			p.scripted(c, off)
		} else {
			p.node(c)
		}
	}
}

// chosen is what a field of a form shows.
func chosen(n *html.Node) string {
	if n.DataAtom == atom.Input {
		kind, value := attr(n, "type"), attr(n, "value")
		if value == nil || kind != nil && !strings.Contains(" text number date month ", " "+strings.ToLower(kind.Val)+" ") {
			return ""
		}
		return value.Val
	}
	var shown *html.Node
	for c := range n.Descendants() {
		if c.DataAtom == atom.Option && (shown == nil || attr(c, "selected") != nil) {
			shown = c
		}
	}
	if shown == nil || shown.FirstChild == nil {
		return ""
	}
	return shown.FirstChild.Data
}
