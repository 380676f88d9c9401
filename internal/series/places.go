package series

import (
	"math"
	"slices"
	"strings"

	"charts/internal/message"
)

// A fit is a place where a sentence fits a pattern: its rows, more than one when
// the pattern has lists.
type fit struct {
	rows   []Row
	source Source
	flaws  []flaw
}

// A flaw is a fault of a pattern that only a sentence shows.
type flaw struct {
	fault
	rule string
	mild bool // a warning
}

// all asks for every place of a report that fits.
const all = math.MaxInt

// places are the places of a report that fit, the first of them up to a number. Only
// when none does may a hole at the very beginning take words.
func (pt pattern) places(ps []passage, most int) (found []fit) {
	left := maxAllSteps
	for _, words := range []bool{false, true} {
		for i := range ps {
			if !pt.worthwhile(ps[i].folded) {
				continue // most; who tries a pattern of each comes here for the square of their number
			}
			m := matcher{pattern: pt, passage: ps[i], words: words, failed: map[[2]int]bool{}, left: &left}
			m.find(func(from, to int, captures []capture) bool {
				found = append(found, m.place(from, to, captures))
				return len(found) < most
			})
			if len(found) >= most {
				return found
			}
		}
		if len(found) > 0 || !pt.open() {
			break
		}
	}
	return found
}

// place makes the rows of a match between two bytes of the folded text. Their
// line is that of the first hole that is kept.
func (m *matcher) place(from, to int, captures []capture) fit {
	row := Row{Cells: make([]Value, len(m.columns))}
	line := 0
	var lists []capture
	for _, c := range captures {
		p := m.parts[c.part]
		if p.literal != "" || p.name == drop {
			continue
		}
		if line == 0 {
			line = m.line(m.passage.at[c.from])
		}
		if p.list {
			lists = append(lists, c)
			continue
		}
		v := c.value
		if v.Text = m.printed(c.from, c.to); v.Kind == Text {
			v = textValue(v.Text)
		}
		row.Cells[m.column(p.name)] = v
	}
	f := fit{source: Source{Report: m.path, Line: line, Quote: m.printed(from, to)}}
	row.Sources = []Source{f.source}
	f.rows, f.flaws = m.unfold(row, lists)
	if g := m.ambiguous(from, captures); g != nil {
		f.flaws = append(f.flaws, *g)
	}
	return f
}

// printed is the text as printed behind a piece of the folded text.
func (p passage) printed(from, to int) string {
	return strings.TrimSpace(p.text[p.at[from]:p.at[to]])
}

// ambiguous reports a hole for words that could as well have taken more, up to
// the next mark of punctuation.
func (m *matcher) ambiguous(from int, captures []capture) *flaw {
	for n, c := range captures {
		p := m.parts[c.part]
		if c.value.Kind != Text || p.name == drop || p.list || slices.Contains(p.next, len(m.parts)) {
			continue
		}
		for _, other := range m.textsAt(c.part, c.from) {
			text := m.folded[other.from:other.to]
			if other.to <= c.to || strings.ContainsAny(text[c.to-c.from:], clauseEnds) || !m.goesOn(captures[n].part, other.to) {
				continue
			}
			return &flaw{fault{p, message.Of("%v can be %q or %q here", p, m.printed(c.from, c.to), m.printed(other.from, other.to)),
				message.Of("write more of the words around it")}, "ambiguous-pattern", true}
		}
	}
	return nil
}

// goesOn reports whether the parts after one fit at a byte of the text.
func (m *matcher) goesOn(part, at int) bool {
	for _, n := range m.parts[part].next {
		if _, _, ok := m.match(n, at); ok {
			return true
		}
	}
	return false
}
