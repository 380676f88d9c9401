package report

import (
	"charts/internal/format"
	"charts/internal/message"
)

// Page is a page of a PDF as it was read.
type Page = format.Page

// Place says where a line of the document stands in its file, as a program that
// opens the file shows it: "page 12", "table 3 row 5", "Sheet1!B7:D7". It is ""
// for a file of text, whose lines count themselves.
func (d *Document) Place(line int) string {
	if p := d.places[line]; p != nil {
		return p.String()
	}
	return ""
}

// Where is a line of the document for people: the place of [Document.Place], or the line.
func (d *Document) Where(line int) message.Text {
	return message.PlaceOr(d.Place(line), d.At(line).Line)
}

// Placed reports whether the lines of the document are none of its file.
func (d *Document) Placed() bool { return len(d.places) > 0 }
