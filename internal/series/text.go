package series

import (
	"charts/internal/diag"
	"charts/internal/message"
	"charts/internal/notation"
	"charts/internal/report"
	"charts/internal/sentence"
	"charts/internal/spec"
)

// passages are the paragraphs of a report and the notes under its tables, folded
// once.
func (q *question) passages(doc *report.Document) []sentence.Passage {
	if ps, ok := q.texts[doc]; ok {
		return ps
	}
	var ps []sentence.Passage
	for _, p := range doc.Paragraphs {
		ps = append(ps, sentence.NewPassage(p.Text, p.LineAt))
	}
	for _, t := range doc.Tables {
		for _, n := range t.Notes {
			ps = append(ps, sentence.NewPassage(n.Text, func(int) int { return n.Line }))
		}
	}
	q.texts[doc] = ps
	return ps
}

// text reads the sentences of a report that fit a pattern, a row for each.
func (q *question) text(doc *report.Document, d *spec.Data) (relation, bool) {
	pattern, wrong := sentence.Parse(d.Text.V)
	if wrong != nil {
		p := q.problems.Errorf(d.Text.Pos, "bad-pattern", "%s", wrong.Text)
		p.Pos = spec.Within(d.Text, wrong.From, wrong.To)
		p.Hint = wrong.Hint
		return relation{}, false
	}
	r := relation{name: theSentence}
	for _, h := range pattern.Holes {
		r.Columns = append(r.Columns, Column{Name: h.Name, Unit: h.Unit, Of: h.Of})
	}
	found := pattern.Places(q.passages(doc), sentence.All)
	if len(found) == 0 {
		q.noMatch(doc, d, pattern)
		return relation{}, false
	}
	for _, p := range found {
		r.Rows = append(r.Rows, rowsAt(doc, p)...)
		q.flawed(doc, d, p)
	}
	return r, !q.failed()
}

// rowsAt are the rows of a place that fits.
func rowsAt(doc *report.Document, place sentence.Fit) (rows []Row) {
	for _, values := range place.Rows {
		at := doc.At(place.Line)
		row := Row{Sources: []Source{{Report: at.File, Line: at.Line, Quote: place.Quote, Place: doc.Place(place.Line)}}}
		for _, v := range values {
			cell := textValue(v.Text)
			if v.Number {
				cell = number(v.Quantity)
				cell.Text = v.Text
			}
			row.Cells = append(row.Cells, cell)
		}
		rows = append(rows, row)
	}
	return rows
}

// flawed reports what is wrong with a place that fits.
func (q *question) flawed(doc *report.Document, d *spec.Data, place sentence.Fit) {
	for _, f := range place.Flaws {
		p := q.problems.Errorf(d.Text.Pos, f.Rule, "%s", f.Text)
		if f.Mild {
			p.Severity = diag.Warning
		}
		p.Pos = spec.Within(d.Text, f.From, f.To)
		p.Hint = f.Hint
		p.See = []diag.Note{{Pos: doc.At(place.Line), Text: message.Data(place.Quote)}}
	}
}

// noMatch reports a pattern that fits nowhere: the hole with a unit that does not
// fit, or the sentence that is nearest and the words from which on it differs.
func (q *question) noMatch(doc *report.Document, d *spec.Data, pattern sentence.Pattern) {
	p := q.problems.Errorf(d.Text.Pos, "no-match", "no sentence of %s fits %q", doc.Paths(), d.Text.V)
	s, near := nearest(doc, pattern.Words())
	if near {
		p.Hintf("the nearest sentence, %s: %s", doc.Where(s.Line), s.Text)
		p.See = []diag.Note{{Pos: doc.At(s.Line), Text: message.Data(s.Text)}}
	}
	if pattern.TooManyTries(q.passages(doc)) {
		p.Rule = "pattern-limit"
		p.Text = message.Of("the pattern was given up in %s after %d tries in one paragraph, or %d in all", doc.Paths(), sentence.MaxTries, sentence.MaxAllTries)
		p.Hintf("write fewer choices ( | ) and pieces in [ ], or more of the words around the holes")
		return
	}
	if wrong := pattern.WrongUnit(q.passages(doc)); wrong != nil {
		p.Rule, p.Text, p.Hint = "wrong-unit", wrong.Text, wrong.Hint
		p.Pos = spec.Within(d.Text, wrong.From, wrong.To)
		return
	}
	if from, to, ok := pattern.Furthest(q.passages(doc)); ok {
		p.Pos = spec.Within(d.Text, from, to)
		p.Text = message.Of("no sentence of %s fits from %q on", doc.Paths(), d.Text.V[from:to])
	}
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
			have := pairs(notation.Fold(s.Text))
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

// Once gives the row of a sentence with holes that fits one place of a report and
// no other, without a doubt; else false. It is for those who try many.
func (s *Store) Once(name, text string) (Row, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	q := &question{Store: s}
	doc, ok := q.document(spec.At[string]{V: name})
	if !ok {
		return Row{}, false
	}
	pattern, wrong := sentence.Parse(text)
	if wrong != nil {
		return Row{}, false
	}
	if s.indexes[doc] == nil {
		s.indexes[doc] = sentence.NewIndex(q.passages(doc))
	}
	found := pattern.Places(s.indexes[doc].For(pattern), 2)
	if len(found) != 1 || len(found[0].Rows) != 1 || len(found[0].Flaws) > 0 {
		return Row{}, false
	}
	return rowsAt(doc, found[0])[0], true
}
