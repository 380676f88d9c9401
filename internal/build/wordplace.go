package build

import (
	"strings"

	"charts/internal/file"
	"charts/internal/message"
	"charts/internal/notation"
	"charts/internal/report"
)

// wordPlaces are the places in a Word document, as findings about its numbers name them.
type wordPlaces struct {
	doc   *report.Document
	lines []printedLine
	next  map[string]int // behind the line where a text was found last, by the text
}

// A printedLine is a line with its folded words.
type printedLine struct {
	no    int
	words string
}

func placesIn(path string) *wordPlaces {
	src, _ := file.Read(path, file.MaxOutput)
	doc, _ := report.Trace("", path, src) // what cannot be read has no places
	w := &wordPlaces{doc: doc, next: map[string]int{}}
	for _, l := range doc.Printed() {
		var words strings.Builder
		for _, cells := range l.Rows {
			for _, c := range cells {
				words.WriteString(notation.Fold(c.Text))
			}
		}
		w.lines = append(w.lines, printedLine{l.Line, words.String()})
	}
	return w
}

// of is the place of a paragraph, of several alike the next one; empty if there is none.
func (w *wordPlaces) of(text string) message.Text {
	want, at := notation.Fold(text), -1
	for i, l := range w.lines {
		if want == "" || !strings.Contains(l.words, want) {
			continue
		}
		if at = i; i >= w.next[want] {
			break
		}
	}
	if at < 0 {
		return message.Text{}
	}
	w.next[want] = at + 1
	return w.doc.Where(w.lines[at].no)
}
