package format

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"charts/internal/meter"
)

// Inputs whose reading took time by the square of their length, of a size at which
// that is minutes.
func TestReadersTakeTheirTimeInProportion(t *testing.T) {
	const many = 400_000
	tree, err := parseXML([]byte("<p>"+strings.Repeat("甲<r/><!---->", many)+"</p>"), nil)
	if err != nil || len(tree.kids[0].text) != many*len("甲") || len(tree.kids[0].kids) != many {
		t.Errorf("a paragraph in pieces: %v", err)
	}
	parts, err := readHTML(input{}, "<html><p>"+strings.Repeat("甲&amp;", many))
	if err != nil || len(parts) != 1 || parts[0].Lines[0].Text != strings.Repeat("甲&", many) {
		t.Errorf("a page of one paragraph: %v", err)
	}
	var bodies strings.Builder
	for i := range 100_000 {
		fmt.Fprintf(&bodies, "<body a%d=1>", i)
	}
	parts, err = readHTML(input{}, "<html>"+bodies.String()+"<p>甲")
	if err != nil || len(parts) != 1 || parts[0].Lines[0].Text != "甲" {
		t.Errorf("a page of many bodies: %v", err)
	}
}

// Notes count each time that they are referred to.
func TestNotesAreLimited(t *testing.T) {
	d := docx{document: document{meter: meter.For(0)}, notes: map[string]string{"footnote1": strings.Repeat("注", 1<<20)}}
	tree, err := parseXML([]byte("<p>"+strings.Repeat(`<footnoteReference id="1"/>`, 1000)+"</p>"), nil)
	if err != nil {
		t.Fatal(err)
	}
	err = meter.Run(func() error { d.paragraph(tree.kids[0]); return nil })
	if _, spent := errors.AsType[*meter.Spent](err); !spent || len(d.parts) != 21 {
		t.Errorf("of notes of 3 MB %d are kept: %v", len(d.parts), err)
	}
}
