package report

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
)

// A richText is a text of runs, some of which may be raised or lowered.
type richText struct {
	text    string
	raised  bool    // some run is
	script  *script // of the run
	reading bool    // over a word
}

func (r *richText) start(name string, n *node) {
	switch name {
	case "r", "rPr":
		r.script = nil
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
	case name == "t" && !r.reading:
		r.text += r.script.of(lastRune(r.text), text)
		r.raised = r.raised || r.script != nil
	}
}

// raisedTexts are the texts that cells share and that have raised or lowered
// characters, by their index.
func (p *packed) raisedTexts() (map[string]string, error) {
	src, err := p.read("xl/sharedStrings.xml")
	if err != nil || !bytes.Contains(src, []byte("vertAlign")) {
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
			if r.raised {
				found[strconv.Itoa(index)] = r.text
			}
			r = richText{}
			index++
		}
	}
}
