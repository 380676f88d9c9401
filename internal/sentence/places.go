package sentence

import (
	"math"
	"slices"
	"strings"

	"charts/internal/message"
)

// A Fit is a place where a sentence fits a pattern: what its holes took, a row of
// values, or more when the pattern has lists.
type Fit struct {
	Rows  [][]Value
	Line  int    // of the first hole
	Quote string // the sentence as printed
	Flaws []Flaw
}

// A Flaw is a fault of a pattern that only a sentence shows.
type Flaw struct {
	Fault
	Rule string
	Mild bool // a warning
}

// All asks for every place of a text that fits.
const All = math.MaxInt

// Places are the places of a text that fit, the first of them up to a number. Only
// when none does may a hole at the very beginning take words.
func (pt Pattern) Places(ps []Passage, most int) (found []Fit) {
	left := MaxAllTries
	for _, words := range []bool{false, true} {
		for i := range ps {
			if !pt.worthwhile(ps[i].folded) {
				continue // most; who tries a pattern of each comes here for the square of their number
			}
			m := matcher{Pattern: pt, Passage: ps[i], words: words, failed: map[[2]int]bool{}, left: &left}
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
func (m *matcher) place(from, to int, captures []capture) Fit {
	row := make([]Value, len(m.Holes))
	line := 0
	var lists []capture
	for _, c := range captures {
		p := m.parts[c.part]
		if p.literal != "" || p.name == drop {
			continue
		}
		if line == 0 {
			line = m.line(m.at[c.from])
		}
		if p.list {
			lists = append(lists, c)
			continue
		}
		v := c.value
		v.Text = m.printed(c.from, c.to)
		row[m.column(p.name)] = v
	}
	f := Fit{Line: line, Quote: m.printed(from, to)}
	f.Rows, f.Flaws = m.unfold(row, lists)
	if g := m.ambiguous(captures); g != nil {
		f.Flaws = append(f.Flaws, *g)
	}
	return f
}

// ambiguous reports a hole for words that could as well have taken more, up to
// the next mark of punctuation.
func (m *matcher) ambiguous(captures []capture) *Flaw {
	for n, c := range captures {
		p := m.parts[c.part]
		if p.literal != "" || c.value.Number || p.name == drop || p.list || slices.Contains(p.next, len(m.parts)) {
			continue
		}
		for _, other := range m.textsAt(c.part, c.from) {
			text := m.folded[other.from:other.to]
			if other.to <= c.to || strings.ContainsAny(text[c.to-c.from:], clauseEnds) || !m.goesOn(captures[n].part, other.to) {
				continue
			}
			return &Flaw{*p.fault(message.Of("%v can be %q or %q here", p, m.printed(c.from, c.to), m.printed(other.from, other.to)),
				message.Of("write more of the words around it")), "ambiguous-pattern", true}
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
