package format

import (
	"encoding/xml"
	"errors"
	"strings"
)

// A look is how a style of an OpenDocument shows characters that are not plain text
// on the line.
type look struct {
	gone   bool // hidden or struck out
	script *script
}

// looks are those of the styles that have one.
type looks map[string]look

// errBody ends the reading of styles, which are in front of the text.
var errBody = errors.New("body")

// read adds the styles of a part of the document, up to a fault, of which the reader
// of the text tells.
func (l looks) read(src []byte) {
	style := ""
	_ = eachToken(src, func(xml.StartElement) bool { return false }, func(token xml.Token) error {
		e, ok := token.(xml.StartElement)
		switch {
		case !ok:
		case e.Name.Local == "body":
			return errBody
		case e.Name.Local == "style":
			style = valueAttr(e, "name")
		case e.Name.Local == "text-properties":
			if found := lookOf(e); found != (look{}) {
				l[style] = found
			}
		}
		return nil
	})
}

func lookOf(e xml.StartElement) look {
	struck := valueAttr(e, "text-line-through-style") + valueAttr(e, "text-line-through-type")
	found := look{gone: valueAttr(e, "display") == "none" || strings.ReplaceAll(struck, "none", "") != ""}
	position, _, _ := strings.Cut(valueAttr(e, "text-position"), " ")
	switch {
	case position == "", position == "0%":
	case position == "sub", strings.HasPrefix(position, "-"):
		found.script = subscript
	default:
		found.script = superscript
	}
	return found
}

// of is the look of a piece of text.
func (l looks) of(e xml.StartElement) look {
	if e.Name.Local != "span" {
		return look{}
	}
	return l[valueAttr(e, "style-name")]
}

// without tells the elements that are not printed: those of some names, and text
// that has gone.
func (l looks) without(names map[string]bool) func(xml.StartElement) bool {
	return func(e xml.StartElement) bool { return names[e.Name.Local] || l.of(e).gone }
}

// tag is the element of HTML that has the look, or "".
func (l look) tag() string {
	switch l.script {
	case superscript:
		return "sup"
	case subscript:
		return "sub"
	}
	return ""
}

// openContent is the main part of an OpenDocument, with the looks of its styles.
func openContent(in input) ([]byte, looks, error) {
	p, err := unpack(in.src, in.meter)
	if err != nil {
		return nil, nil, err
	}
	all := looks{}
	var content []byte
	for _, name := range []string{"styles.xml", "content.xml"} {
		if content, err = p.read(name); err != nil {
			return nil, nil, err
		}
		all.read(content)
	}
	return content, all, nil
}
