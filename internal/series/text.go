package series

import (
	"slices"

	"charts/internal/diag"
	"charts/internal/fact"
	"charts/internal/message"
	"charts/internal/quantity"
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
	folded, at := fact.FoldMap(text)
	return passage{path, text, folded, at, line}
}

// text reads the sentences of a report that fit a pattern, a row for each.
func (q *question) text(doc *report.Document, d *spec.Data) (relation, bool) {
	pattern, wrong := parsePattern(d.Text.V)
	if wrong != nil {
		p := q.problems.Errorf(d.Text.Pos, "bad-pattern", "%s", wrong.text)
		p.Pos, p.Len = spec.Within(d.Text, wrong.from, wrong.to)
		p.Hint = wrong.hint
		return relation{}, false
	}
	r := relation{name: "the sentence"}
	r.Columns = slices.Clone(pattern.columns)
	found := pattern.places(q.passages(doc), all)
	if len(found) == 0 {
		q.noMatch(doc, d, pattern)
		return relation{}, false
	}
	for _, p := range found {
		r.Rows = append(r.Rows, p.rows...)
		q.flawed(d, p)
	}
	for _, row := range r.Rows {
		row.Sources[0].Place = doc.Place(row.Sources[0].Line)
	}
	return r, !q.failed()
}

// flawed reports what is wrong with a place that fits.
func (q *question) flawed(d *spec.Data, place fit) {
	for _, f := range place.flaws {
		p := q.problems.Errorf(d.Text.Pos, f.rule, "%s", f.text)
		if f.mild {
			p.Severity = diag.Warning
		}
		p.Pos, p.Len = spec.Within(d.Text, f.from, f.to)
		p.Hint = f.hint
		p.See = []diag.Note{{Pos: diag.Pos{File: place.source.Report, Line: place.source.Line}, Text: message.Data(place.source.Quote)}}
	}
}

// noMatch reports a pattern that fits nowhere: the hole with a unit that does not
// fit, or the sentence that is nearest and the words from which on it differs.
func (q *question) noMatch(doc *report.Document, d *spec.Data, pattern pattern) {
	p := q.problems.Errorf(d.Text.Pos, "no-match", "no sentence of %s fits %q", doc.Path, d.Text.V)
	p.Len = d.Text.Len
	s, near := nearest(doc, pattern.literal())
	if near {
		p.Hintf("the nearest sentence is on line %d: %s", s.Line, s.Text)
		p.See = []diag.Note{{Pos: diag.Pos{File: doc.Path, Line: s.Line}, Text: message.Data(s.Text)}}
	}
	if pattern.tooManyTries(q.passages(doc)) {
		p.Rule = "pattern-limit"
		p.Text = message.Of("the pattern was given up in %s after %d tries in one paragraph, or %d in all", doc.Path, maxSteps, maxAllSteps)
		p.Hintf("write fewer choices ( | ) and pieces in [ ], or more of the words around the holes")
		return
	}
	if wrong := pattern.wrongUnit(q.passages(doc)); wrong != nil {
		p.Rule, p.Text, p.Hint = "wrong-unit", wrong.text, wrong.hint
		p.Pos, p.Len = spec.Within(d.Text, wrong.from, wrong.to)
		return
	}
	if i := pattern.furthest(q.passages(doc)); i > 0 {
		at := pattern.parts[i]
		p.Pos, p.Len = spec.Within(d.Text, at.from, at.to)
		p.Text = message.Of("no sentence of %s fits from %q on", doc.Path, d.Text.V[at.from:at.to])
	}
}

// maxAsked is of how many holes of a pattern that fits nowhere the unit is tried.
const maxAsked = 20

// wrongUnit finds the hole but for whose unit a sentence would fit.
func (pt pattern) wrongUnit(ps []passage) *fault {
	asked := 0
	for i, p := range pt.parts {
		if p.unit == "" || p.name == drop {
			continue
		}
		if asked++; asked > maxAsked {
			break
		}
		other := pt
		other.parts = slices.Clone(pt.parts)
		other.parts[i].unit = ""
		places := other.places(ps, 1)
		if len(places) == 0 || len(places[0].rows) == 0 {
			continue
		}
		found := places[0].rows[0].Cells[pt.column(p.name)].Text
		if found == "" {
			continue
		}
		if _, known := quantity.UnitOf(p.unit); !known {
			return &fault{p, message.Of("the unit of the hole %v is not one that is known", p), message.Of("write the unit as the report prints it: %s", found)}
		}
		return &fault{p, message.Of("the hole %v stands where the report has %s", p, found), message.Of("write a unit of the same kind, or {%s} for what stands there", p.name)}
	}
	return nil
}

// tooManyTries reports whether a passage used up the tries of a pattern.
func (pt pattern) tooManyTries(ps []passage) bool {
	left := maxAllSteps
	return slices.ContainsFunc(ps, func(p passage) bool {
		if !pt.worthwhile(p.folded) {
			return false
		}
		m := matcher{pattern: pt, passage: p, failed: map[[2]int]bool{}, left: &left}
		m.find(func(int, int, []capture) bool { return true })
		return m.spent()
	})
}

// furthest is the part up to which some sentence fits.
func (pt pattern) furthest(ps []passage) int {
	if pt.parts[pt.first[0]].literal == "" {
		return 0
	}
	furthest, left := 0, maxAllSteps
	for _, p := range ps {
		m := matcher{pattern: pt, passage: p, failed: map[[2]int]bool{}, left: &left}
		for at := m.anchor(0); at >= 0; at = m.anchor(at + 1) {
			m.try(at)
		}
		furthest = max(furthest, m.furthest)
	}
	return furthest
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
