package sentence

import (
	"slices"
	"strings"

	"charts/internal/message"
	"charts/internal/notation"
	"charts/internal/quantity"
)

// A Passage is running text in the form in which it is searched: without blanks,
// full-width forms made half-width.
type Passage struct {
	text   string // as printed
	folded string
	at     []int // the byte of text behind each byte of folded, and its end
	line   func(offset int) int
}

// NewPassage folds a text, whose bytes are on lines.
func NewPassage(text string, line func(offset int) int) Passage {
	folded, at := withoutMarks(notation.FoldMap(text))
	return Passage{text, folded, at, line}
}

// withoutMarks leaves out the marks of footnotes, which nobody would write in a pattern.
func withoutMarks(folded string, at []int) (string, []int) {
	found := notation.NoteInSentence.FindAllStringIndex(folded, -1)
	if found == nil {
		return folded, at
	}
	var b strings.Builder
	var kept []int
	from := 0
	for _, m := range append(found, []int{len(folded), len(folded)}) {
		b.WriteString(folded[from:m[0]])
		kept = append(kept, at[from:m[0]]...)
		from = m[1]
	}
	return b.String(), append(kept, at[len(folded)])
}

// printed is the text as printed behind a piece of the folded text.
func (p Passage) printed(from, to int) string {
	return strings.TrimSpace(p.text[p.at[from]:p.at[to]])
}

// maxAsked is of how many holes of a pattern that fits nowhere the unit is tried.
const maxAsked = 20

// WrongUnit finds the hole but for whose unit a sentence would fit.
func (pt Pattern) WrongUnit(ps []Passage) *Fault {
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
		places := other.Places(ps, 1)
		if len(places) == 0 || len(places[0].Rows) == 0 {
			continue
		}
		found := places[0].Rows[0][pt.column(p.name)].Text
		if found == "" {
			continue
		}
		if _, known := quantity.UnitOf(p.unit); !known {
			return p.fault(message.Of("the unit of the hole %v is not one that is known", p), message.Of("write the unit as the report prints it: %s", found))
		}
		return p.fault(message.Of("the hole %v stands where the report has %s", p, found), message.Of("write a unit of the same kind, or {%s} for what stands there", p.name))
	}
	return nil
}

// TooManyTries reports whether a passage used up the tries of a pattern.
func (pt Pattern) TooManyTries(ps []Passage) bool {
	left := MaxAllTries
	return slices.ContainsFunc(ps, func(p Passage) bool {
		if !pt.worthwhile(p.folded) {
			return false
		}
		m := matcher{Pattern: pt, Passage: p, failed: map[[2]int]bool{}, left: &left}
		m.find(func(int, int, []capture) bool { return true })
		return m.spent()
	})
}

// Furthest is the piece of the pattern up to which some sentence fits.
func (pt Pattern) Furthest(ps []Passage) (from, to int, ok bool) {
	if pt.parts[pt.first[0]].literal == "" {
		return 0, 0, false
	}
	furthest, left := 0, MaxAllTries
	for _, p := range ps {
		m := matcher{Pattern: pt, Passage: p, failed: map[[2]int]bool{}, left: &left}
		for at := m.anchor(0); at >= 0; at = m.anchor(at + 1) {
			m.try(at)
		}
		furthest = max(furthest, m.furthest)
	}
	at := pt.parts[furthest]
	return at.from, at.to, furthest > 0
}
