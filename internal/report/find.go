package report

import (
	"slices"
	"strings"

	"charts/internal/notation"
	"charts/internal/table"
)

// A HitKind says where a text was found.
type HitKind string

// The places where a text can stand.
const (
	HitSentence HitKind = "sentence"
	HitCaption  HitKind = "caption"
	HitCell     HitKind = "cell"
	HitNote     HitKind = "note"
)

// A Hit is one place that contains a text.
type Hit struct {
	Kind    HitKind
	Line    int
	Section string
	Table   string // the id of the table, of a cell or a note
	Label   string // the label of the caption, or the path of the row
	Column  string // of a cell
	Text    string // the sentence, the caption, the cell or the note
}

// Find returns the sentences, captions, cells and notes that contain text, in
// the order of their lines. Blanks and full or half width do not matter.
func (d *Document) Find(text string) []Hit {
	want := notation.Fold(text)
	if want == "" {
		return nil
	}
	var hits []Hit
	for _, p := range d.Paragraphs {
		hits = append(hits, p.find(want)...)
	}
	for _, c := range d.Captions {
		if s := c.Label + "：" + c.Title; strings.Contains(notation.Fold(s), want) {
			hits = append(hits, Hit{Kind: HitCaption, Line: c.Line, Section: c.Section, Label: c.Label, Text: s})
		}
	}
	for i := range d.Tables {
		hits = append(hits, findIn(&d.Tables[i], want)...)
	}
	slices.SortStableFunc(hits, func(a, b Hit) int { return a.Line - b.Line })
	return hits
}

// find returns the sentences in which a match begins; the match itself may run
// on into the next one.
func (p Paragraph) find(want string) []Hit {
	folded, from := notation.FoldMap(p.Text)
	var hits []Hit
	at := strings.Index(folded, want)
	for s := range p.Sentences() {
		end := s.Offset + len(s.Text)
		if at < 0 || from[at] >= end {
			continue
		}
		hits = append(hits, Hit{Kind: HitSentence, Line: p.LineAt(from[at]), Section: p.Section, Text: s.Text})
		for at >= 0 && from[at] < end {
			at = indexFrom(folded, want, at+1)
		}
	}
	return hits
}

// indexFrom is strings.Index from a place on.
func indexFrom(s, want string, from int) int {
	i := strings.Index(s[from:], want)
	if i < 0 {
		return -1
	}
	return from + i
}

func findIn(t *table.Table, want string) []Hit {
	var hits []Hit
	for _, c := range t.Columns {
		if strings.Contains(notation.Fold(c.Name), want) {
			hits = append(hits, Hit{Kind: HitCell, Line: t.HeaderLine, Section: t.Section, Table: t.ID, Column: c.Name, Text: c.Name})
		}
	}
	for _, r := range t.Rows {
		for i, c := range r.Cells {
			if strings.Contains(notation.Fold(c.Text), want) {
				hits = append(hits, Hit{Kind: HitCell, Line: c.Line, Section: t.Section, Table: t.ID,
					Label: r.Label, Column: t.Columns[i].Name, Text: c.Text})
			}
		}
	}
	for _, n := range t.Notes {
		if strings.Contains(notation.Fold(n.Text), want) {
			hits = append(hits, Hit{Kind: HitNote, Line: n.Line, Section: t.Section, Table: t.ID, Text: n.Text})
		}
	}
	return hits
}
