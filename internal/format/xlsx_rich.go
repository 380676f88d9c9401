package format

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
)

// A richText is a text of runs, some of which may be raised, lowered or struck out.
type richText struct {
	text    string
	changed bool    // some run is
	script  *script // of the run
	struck  bool    // the run is
	reading bool    // over a word
}

func (r *richText) start(name string, n *node) {
	switch name {
	case "r", "rPr":
		r.script, r.struck = nil, false
	case "strike":
		r.struck = n.attr("val") != "0" && n.attr("val") != "false"
	case "vertAlign":
		r.script = map[string]*script{"superscript": superscript, "subscript": subscript}[n.attr("val")]
	case "rPh":
		r.reading = true
	}
}

func (r *richText) end(name, text string) {
	switch {
	case name == "rPh":
		r.reading = false
	case name == "t" && r.struck:
		r.changed = true
	case name == "t" && !r.reading:
		r.text += r.script.of(lastRune(r.text), text)
		r.changed = r.changed || r.script != nil
	}
}

// left is the text without what is struck out, at least a blank.
func (r *richText) left() string { return cmp.Or(r.text, " ") }

// changedTexts are the texts that cells share and that have raised, lowered or struck
// characters, by their index.
func (p *packed) changedTexts() (map[string]string, error) {
	src, err := p.read("xl/sharedStrings.xml")
	p.meter.Times(bytes.Count(src, []byte("<")), nodeCost) // the library keeps all
	if err != nil || !bytes.Contains(src, []byte("vertAlign")) && !bytes.Contains(src, []byte("<strike")) {
		return nil, err
	}
	found, index, text := map[string]string{}, 0, []byte(nil)
	var r richText
	for d := xml.NewDecoder(bytes.NewReader(src)); ; {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return found, nil
		}
		if err != nil {
			return nil, damaged(nil)
		}
		switch token := token.(type) {
		case xml.StartElement:
			text = text[:0]
			r.start(token.Name.Local, &node{attrs: token.Attr})
		case xml.CharData:
			text = append(text, token...)
		case xml.EndElement:
			r.end(token.Name.Local, string(text))
			if token.Name.Local != "si" {
				break
			}
			if r.changed {
				found[strconv.Itoa(index)] = r.left()
			}
			r = richText{}
			index++
		}
	}
}
