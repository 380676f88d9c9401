package series

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"charts/internal/quantity"
	"charts/internal/report"
)

// A pattern is a sentence with holes, its literals folded as passages are.
// Literals and holes take turns.
type pattern []part

// A part is a literal or, when the literal is empty, a hole.
type part struct {
	literal string
	name    string
	unit    string // that the hole converts to, or "" for a number or text
	from    int    // bytes of the pattern as written
	to      int
}

// String is a hole as it is written.
func (p part) String() string {
	if p.unit == "" {
		return "{" + p.name + "}"
	}
	return "{" + p.name + ":" + p.unit + "}"
}

// A fault is what is wrong with a piece of a pattern.
type fault struct {
	part
	text, hint string
}

// drop is the name of holes whose value is thrown away.
const drop = "_"

func parsePattern(text string) (pattern, *fault) {
	var pt pattern
	for at := 0; at < len(text); {
		literal, after, ok := strings.Cut(text[at:], "{")
		open := at + len(literal)
		if i := strings.Index(literal, "}"); i >= 0 {
			return nil, &fault{part{from: at + i, to: at + i + 1}, "there is a } without its {", "write {name:unit}"}
		}
		if l := report.Fold(literal); l != "" {
			pt = append(pt, part{literal: l, from: at, to: open})
		}
		if !ok {
			break
		}
		hole, _, ok := strings.Cut(after, "}")
		p := part{from: open, to: open + 1}
		if !ok || strings.Contains(hole, "{") {
			return nil, &fault{p, "a { has no }", "write {name:unit}"}
		}
		p.to = open + len(hole) + 2
		if p.name, p.unit, _ = strings.Cut(report.Fold(hole), ":"); p.name == "" {
			return nil, &fault{p, "a hole has no name", "write {name} or {name:unit}, or {_} for a number that is not needed"}
		}
		pt = append(pt, p)
		at = p.to
	}
	return pt, pt.check(part{to: len(text)})
}

// check looks for what no sentence could fit.
func (pt pattern) check(all part) *fault {
	if pt.literal() == "" {
		return &fault{all, "the pattern needs some words of the sentence around its holes", "copy the sentence and put holes in place of its numbers"}
	}
	var seen []string
	for i, p := range pt {
		switch {
		case p.literal != "":
			continue
		case i > 0 && pt[i-1].literal == "":
			return &fault{p, fmt.Sprintf("the holes %v and %v need some words between them", pt[i-1], p), "write the words that stand between the numbers"}
		case p.name != drop && slices.Contains(seen, p.name):
			return &fault{p, "two holes are named " + p.name, "give each its own name, or {_} to one that is not needed"}
		}
		seen = append(seen, p.name)
	}
	if len(pt.kept()) == 0 {
		return &fault{all, "the pattern has no hole", "write {name:unit} where the number stands"}
	}
	return nil
}

// literal is all words of the pattern.
func (pt pattern) literal() string {
	var b strings.Builder
	for _, p := range pt {
		b.WriteString(p.literal)
	}
	return b.String()
}

// kept are the holes that become columns.
func (pt pattern) kept() []part {
	var holes []part
	for _, p := range pt {
		if p.literal == "" && p.name != drop {
			holes = append(holes, p)
		}
	}
	return holes
}

// open reports whether the pattern begins with a hole that takes any text.
func (pt pattern) open() bool { return pt[0].literal == "" && pt[0].unit == "" }

// A capture is what a hole took, in bytes of the folded text.
type capture struct {
	from, to int
	value    Value // without Text
}

// find gives a row for each place of a passage that fits. A hole at the very
// beginning takes a number or, with words, the text from the beginning of its
// clause on.
func (pt pattern) find(p passage, words bool) []Row {
	if !pt.worthwhile(p.folded) {
		return nil
	}
	var rows []Row
	first := pt[0].literal
	if first == "" {
		first = pt[1].literal
	}
	end := 0
	for at := strings.Index(p.folded, first); at >= 0; {
		for _, i := range pt.starts(p.folded, at, words) {
			m := matcher{pt, p.folded, words, map[[2]int]bool{}}
			if captures, to, ok := m.match(0, i); ok && i >= end {
				rows = append(rows, pt.row(p, i, to, captures))
				end = to
				break
			}
		}
		next := max(at+len(first), end)
		n := strings.Index(p.folded[next:], first)
		if n < 0 {
			break
		}
		at = next + n
	}
	return rows
}

// worthwhile reports whether a text holds all literals, in any order.
func (pt pattern) worthwhile(s string) bool {
	return !slices.ContainsFunc(pt, func(p part) bool { return !strings.Contains(s, p.literal) })
}

// maxNumber is how many bytes a number with its unit and qualifiers may take.
const maxNumber = 96

// starts are the places where a match can begin whose first literal stands at a
// byte of the text.
func (pt pattern) starts(s string, at int, words bool) []int {
	switch {
	case pt[0].literal != "":
		return []int{at}
	case words:
		i := strings.LastIndexAny(s[:at], clauseEnds)
		if i < 0 {
			return []int{0}
		}
		_, size := utf8.DecodeRuneInString(s[i:])
		return []int{i + size}
	}
	var starts []int
	for i := max(0, at-maxNumber); i < at; i++ {
		if utf8.RuneStart(s[i]) && (i == 0 || !strings.ContainsRune("0123456789.", rune(s[i-1]))) {
			starts = append(starts, i)
		}
	}
	return starts
}

// Marks that end a clause, and those that end a sentence too.
const (
	clauseEnds   = ",，;；:：、" + sentenceEnds
	sentenceEnds = "。！？!?"
)

// row makes a row of a match between two bytes of the folded text. Its line is
// that of the first hole that is kept.
func (pt pattern) row(p passage, from, to int, captures []capture) Row {
	var row Row
	line := 0
	for i, c := range captures {
		if pt[i].literal != "" || pt[i].name == drop {
			continue
		}
		if line == 0 {
			line = p.line(p.at[c.from])
		}
		v := c.value
		if v.Text = p.printed(c.from, c.to); v.Kind == Text {
			v = textValue(v.Text)
		}
		row.Cells = append(row.Cells, v)
	}
	row.Sources = []Source{{Report: p.path, Line: line, Quote: p.printed(from, to)}}
	return row
}

// printed is the text as printed behind a piece of the folded text.
func (p passage) printed(from, to int) string {
	return strings.TrimSpace(p.text[p.at[from]:p.at[to]])
}

// A matcher tries a pattern at one place. It remembers which parts failed where,
// so that its time does not grow with the ways to fill the holes.
type matcher struct {
	pattern
	text   string
	words  bool
	failed map[[2]int]bool
}

// match fits the parts from the i-th on at a byte of the text, and returns what
// each of them took and where the last one ends.
func (m *matcher) match(i, at int) ([]capture, int, bool) {
	if i == len(m.pattern) {
		return nil, at, true
	}
	if m.failed[[2]int{i, at}] {
		return nil, 0, false
	}
	for _, c := range m.candidates(i, at) {
		if rest, end, ok := m.match(i+1, c.to); ok {
			return append([]capture{c}, rest...), end, true
		}
	}
	m.failed[[2]int{i, at}] = true
	return nil, 0, false
}

// candidates are what part i may take at a byte of the text, the best first.
func (m *matcher) candidates(i, at int) []capture {
	p, s := m.pattern[i], m.text[at:]
	if p.literal != "" {
		if !strings.HasPrefix(s, p.literal) {
			return nil
		}
		return []capture{{from: at, to: at + len(p.literal)}}
	}
	var found []capture
	for _, q := range quantity.Lead(begin(s, maxNumber)) {
		if v, extra, ok := p.take(q.Quantity, s[q.End:]); ok {
			found = append(found, capture{at, at + q.End + extra, v})
		}
	}
	if p.unit == "" && (i > 0 || m.words) {
		found = append(found, m.texts(i, at)...)
	}
	return found
}

// begin is the first bytes of a text, cut between characters.
func begin(s string, n int) string {
	for n < len(s) && n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:min(n, len(s))]
}

// take gives a quantity as the hole wants it, and how much of the text after it
// belongs to it: a unit that package quantity does not know is taken literally.
func (p part) take(q quantity.Quantity, after string) (v Value, extra int, ok bool) {
	want, known := quantity.UnitOf(p.unit)
	switch {
	case p.unit == "":
		return number(q), 0, q.Unit.Name == ""
	case !known:
		v = number(q)
		v.Unit = p.unit
		return v, len(p.unit), q.Unit.Name == "" && strings.HasPrefix(after, p.unit)
	}
	if q.Unit.Plain() && q.Unit.Name != "" { // 2000 万 where 万元 is asked for
		if u, ok := quantity.UnitOf(q.Unit.Name + string(want.Dimension)); ok {
			q.Unit = u
		}
	}
	converted, err := q.Convert(p.unit)
	return number(converted), 0, err == nil
}

// texts are the texts that an open hole may take: up to each place where the
// next literal stands in the same sentence, or to the end of the clause.
func (m *matcher) texts(i, at int) []capture {
	s := m.text[at:]
	if end := strings.IndexAny(s, sentenceEnds); end >= 0 {
		s = s[:end]
	}
	text := Value{Kind: Text}
	if i+1 == len(m.pattern) {
		if end := strings.IndexAny(s, clauseEnds); end >= 0 {
			s = s[:end]
		}
		return slices.DeleteFunc([]capture{{at, at + len(s), text}}, func(c capture) bool { return c.from == c.to })
	}
	var found []capture
	literal := m.pattern[i+1].literal
	for end := 1; end <= len(s); end++ {
		if strings.HasPrefix(m.text[at+end:], literal) {
			found = append(found, capture{at, at + end, text})
		}
	}
	return found
}
