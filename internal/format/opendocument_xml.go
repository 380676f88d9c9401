package format

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
)

// isOpenDocument recognises a packed file with the main part of an OpenDocument.
func isOpenDocument(src []byte) bool {
	if !bytes.HasPrefix(src, []byte(zipStart)) {
		return false
	}
	p, err := unpack(src, nil)
	return err == nil && p.files["content.xml"] != nil
}

// eachToken visits the tokens of a document in their order, but for elements that are
// skipped with all that is in them. A document that defines entities is refused.
func eachToken(src []byte, skip func(xml.StartElement) bool, visit func(xml.Token) error) error {
	d := xml.NewDecoder(bytes.NewReader(src))
	for {
		token, err := d.Token()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return damaged(nil)
		}
		if _, ok := token.(xml.Directive); ok {
			return entities()
		}
		if e, ok := token.(xml.StartElement); ok && skip(e) {
			if err := d.Skip(); err != nil {
				return damaged(nil)
			}
			continue
		}
		if err := visit(token); err != nil {
			return err
		}
	}
}

// countAttr is a count among the attributes, one where there is none.
func countAttr(e xml.StartElement, name string) int {
	n, err := strconv.Atoi(valueAttr(e, name))
	if err != nil || n < 1 {
		return 1
	}
	return min(n, MaxColumns)
}

func valueAttr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
