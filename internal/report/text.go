package report

import (
	"strings"

	"charts/internal/format"
)

// Text is the lines of a file of text, and nil for a document of another format.
func (d *Document) Text(src []byte) []string {
	if d.Format != "text" {
		return nil
	}
	text, err := format.Decode(src)
	if err != nil {
		return nil
	}
	return strings.Split(text, "\n")
}
