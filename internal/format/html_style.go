package format

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"charts/internal/regexp"
)

// raising is a style that moves text above or below the line.
var raising = regexp.MustCompile(`(?i)(?:^|;)\s*vertical-align\s*:\s*(super|sub)\b`)

// scriptOf is how an element inside a line raises or lowers its text, or nil.
func scriptOf(n *html.Node) *script {
	shift := n.Data
	if style := attr(n, "style"); style != nil && inline[n.DataAtom] {
		if m := raising.FindStringSubmatch(style.Val); m != nil {
			shift = strings.ToLower(m[1])
		}
	}
	return map[string]*script{"sup": superscript, "super": superscript, "sub": subscript}[shift]
}

// unseen is a style that a browser shows nothing of.
var unseen = regexp.MustCompile(`(?i)(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|font-size\s*:\s*0(?:px|pt|em|%)?\s*(?:;|!|$))`)

// What is struck out is what the text said before, and no part of what it says.
var (
	struck    = regexp.MustCompile(`(?i)(?:^|;)\s*text-decoration(?:-line)?\s*:[^;]*line-through`)
	withdrawn = map[atom.Atom]bool{atom.Del: true, atom.S: true, atom.Strike: true}
)

func hidden(n *html.Node) bool {
	if style := attr(n, "style"); style != nil && (unseen.MatchString(style.Val) || struck.MatchString(style.Val)) {
		return true
	}
	return attr(n, "hidden") != nil || withdrawn[n.DataAtom]
}

func attr(n *html.Node, key string) *html.Attribute {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			return &n.Attr[i]
		}
	}
	return nil
}

func number(n *html.Node, key string, otherwise int) int {
	a := attr(n, key)
	if a == nil {
		return otherwise
	}
	v, err := strconv.Atoi(strings.TrimSpace(a.Val))
	if err != nil || v < 0 {
		return otherwise
	}
	return v
}

// inline elements do not end a paragraph.
var inline = map[atom.Atom]bool{
	atom.A: true, atom.Abbr: true, atom.B: true, atom.Big: true, atom.Code: true, atom.Em: true, atom.Font: true,
	atom.I: true, atom.Img: true, atom.Ins: true, atom.Label: true, atom.Mark: true, atom.Small: true,
	atom.Bdi: true, atom.Bdo: true, atom.Cite: true, atom.Data: true, atom.Dfn: true, atom.Kbd: true, atom.Q: true,
	atom.Textarea: true, atom.Ruby: true, atom.Rb: true, atom.Samp: true, atom.Var: true, atom.Wbr: true,
	atom.Span: true, atom.Strong: true, atom.Sub: true, atom.Sup: true, atom.U: true, atom.Time: true, atom.Tt: true,
}
