package series

import (
	"strconv"
	"strings"

	"charts/internal/diag"
	"charts/internal/report"
	"charts/internal/spec"
)

// A passage is running text of a report in the form in which it is searched:
// without blanks, full-width forms made half-width.
type passage struct {
	path   string
	text   string // as printed
	folded string
	at     []int // the byte of text behind each byte of folded, and its end
	line   func(offset int) int
}

// passages are the paragraphs of a report and the notes under its tables, folded
// once.
func (q *question) passages(doc *report.Document) []passage {
	if ps, ok := q.texts[doc]; ok {
		return ps
	}
	var ps []passage
	for _, p := range doc.Paragraphs {
		ps = append(ps, newPassage(doc.Path, p.Text, p.LineAt))
	}
	for _, t := range doc.Tables {
		for _, n := range t.Notes {
			ps = append(ps, newPassage(doc.Path, n.Text, func(int) int { return n.Line }))
		}
	}
	q.texts[doc] = ps
	return ps
}

func newPassage(path, text string, line func(int) int) passage {
	var b strings.Builder
	at := make([]int, 0, len(text)+1)
	for i, r := range text {
		b.WriteString(report.Fold(string(r)))
		for len(at) < b.Len() {
			at = append(at, i)
		}
	}
	return passage{path, text, b.String(), append(at, len(text)), line}
}

// text reads the sentences of a report that fit a pattern, a row for each.
func (q *question) text(doc *report.Document, d *spec.Data) (relation, bool) {
	pattern, err := parsePattern(d.Text.V)
	if err != nil {
		q.problems.Errorf(d.Text.Pos, "bad-pattern", "%v", err).Len = d.Text.Len
		return relation{}, false
	}
	r := relation{name: "the sentence"}
	for _, h := range pattern.kept() {
		r.Columns = append(r.Columns, Column{Name: h.name, Unit: h.unit})
	}
	ps := q.passages(doc)
	for _, words := range []bool{false, true} {
		for _, p := range ps {
			r.Rows = append(r.Rows, pattern.find(p, words)...)
		}
		if len(r.Rows) > 0 || !pattern.open() {
			break
		}
	}
	if len(r.Rows) == 0 {
		q.noMatch(doc, d, pattern)
		return relation{}, false
	}
	return r, true
}

// noMatch reports a pattern that fits nowhere, with the sentence that is nearest
// to it.
func (q *question) noMatch(doc *report.Document, d *spec.Data, pattern pattern) {
	p := q.problems.Errorf(d.Text.Pos, "no-match", "no sentence of %s fits %q", doc.Path, d.Text.V)
	p.Len = d.Text.Len
	s, ok := nearest(doc, pattern.literal())
	if !ok {
		return
	}
	p.Hint = "the nearest sentence is on line " + strconv.Itoa(s.Line) + ": " + s.Text
	p.See = []diag.Note{{Pos: diag.Pos{File: doc.Path, Line: s.Line}, Text: s.Text}}
}

// nearest is the sentence that shares the most pairs of characters with the
// literal text of a pattern, if it shares a fourth of them.
func nearest(doc *report.Document, literal string) (report.Sentence, bool) {
	want := pairs(literal)
	var best report.Sentence
	most := len(want) / 4
	for _, p := range doc.Paragraphs {
		for s := range p.Sentences() {
			shared := 0
			have := pairs(report.Fold(s.Text))
			for pair := range want {
				if have[pair] {
					shared++
				}
			}
			if shared > most {
				best, most = s, shared
			}
		}
	}
	return best, best.Line > 0
}

func pairs(s string) map[[2]rune]bool {
	set := map[[2]rune]bool{}
	var last rune
	for _, r := range s {
		if last != 0 {
			set[[2]rune{last, r}] = true
		}
		last = r
	}
	return set
}
