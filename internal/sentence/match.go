package sentence

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"charts/internal/notation"
	"charts/internal/quantity"
)

// Limits of what a hole may take, in bytes of the folded text: they keep the time
// of a match linear in the length of the text.
const (
	maxNumber = 96  // a number with its unit and qualifiers
	maxText   = 600 // a text or a list
)

// How many parts are tried on one passage, and on all of a report. Only a pattern of
// very many choices comes so far on real ones.
const (
	MaxTries    = 300_000
	MaxAllTries = 5_000_000
)

// A Value is what a hole took: a number, or words. The zero Value is of a hole
// that a sentence leaves out.
type Value struct {
	Text     string // as printed
	Number   bool
	Quantity quantity.Quantity // of a number, in the unit of the hole
}

func numeric(q quantity.Quantity) Value { return Value{q.Text, true, q} }

// A capture is what a part took, in bytes of the folded text.
type capture struct {
	part     int
	from, to int
	value    Value   // of a hole, without Text
	list     []Value // of a hole for a list of numbers
}

// A matcher tries a pattern on a passage. It remembers which parts failed where,
// so that its time does not grow with the ways to fill the holes.
type matcher struct {
	Pattern
	Passage
	words    bool // a hole at the very beginning may take the text from its clause on
	failed   map[[2]int]bool
	furthest int   // the last part that was tried
	steps    int   // parts that were tried
	left     *int  // parts that may be tried on this passage and the next ones
	nearest  []int // of each anchor, where it is next
}

// find gives the captures of each place of a passage that fits, and where it
// begins and ends, until it is told to stop.
func (m *matcher) find(found func(from, to int, captures []capture) (more bool)) {
	end := 0
	for at := m.anchor(0); at >= 0; {
		next := at + 1
		for _, i := range m.starts(at) {
			if i < end {
				continue
			}
			if captures, to, ok := m.try(i); ok {
				if !found(i, to, captures) {
					return
				}
				end, next = to, max(to, next)
				break
			}
		}
		at = m.anchor(next)
	}
}

// anchors are the words that a match begins with, or has behind its first hole.
func (pt Pattern) anchors() (words []string) {
	for _, i := range pt.first {
		if l := pt.parts[i].literal; l != "" {
			words = append(words, l)
		} else {
			words = append(words, pt.following(i)...)
		}
	}
	return words
}

// following are the words that may come after a part.
func (pt Pattern) following(i int) (words []string) {
	for _, n := range pt.parts[i].next {
		if n < len(pt.parts) {
			words = append(words, pt.parts[n].literal)
		}
	}
	return words
}

// anchor is the first place from a byte on where a match may have its words.
func (m *matcher) anchor(from int) int {
	words := m.anchors()
	if m.nearest == nil {
		m.nearest = slices.Repeat([]int{-1}, len(words))
	}
	first := len(m.folded)
	for n, w := range words {
		if m.nearest[n] < from {
			m.nearest[n] = index(m.folded, w, from)
		}
		first = min(first, m.nearest[n])
	}
	if first == len(m.folded) {
		return -1
	}
	return first
}

// index is the place of a word from a byte on, or the end of the text.
func index(s, word string, from int) int {
	if i := strings.Index(s[min(from, len(s)):], word); i >= 0 {
		return from + i
	}
	return len(s)
}

// worthwhile reports whether a text holds all words that must be there, in any
// order.
func (pt Pattern) worthwhile(folded string) bool {
	for i := range pt.parts {
		if p := &pt.parts[i]; p.must && !strings.Contains(folded, p.literal) {
			return false
		}
	}
	return true
}

// starts are the places where a match can begin whose first words are at a
// byte of the text.
func (m *matcher) starts(at int) (starts []int) {
	for _, i := range m.first {
		switch {
		case m.parts[i].literal != "":
			starts = append(starts, at)
		case m.words:
			starts = append(starts, m.clause(at))
		default:
			for i := max(0, at-maxNumber); i < at; i++ {
				if utf8.RuneStart(m.folded[i]) && !m.insideNumber(i) {
					starts = append(starts, i)
				}
			}
		}
	}
	return starts
}

// clause is where the clause before a byte begins.
func (m *matcher) clause(at int) int {
	from := max(0, at-maxText)
	i := strings.LastIndexAny(m.folded[from:at], clauseEnds)
	if i < 0 {
		return from
	}
	_, size := utf8.DecodeRuneInString(m.folded[from+i:])
	return from + i + size
}

// insideNumber reports whether a number at a byte would be a piece of another:
// of 3016, of a range, of an ordinal.
func (m *matcher) insideNumber(at int) bool {
	before := m.folded[:at]
	return strings.HasSuffix(before, "第") || at > 0 && strings.IndexByte("0123456789.", before[at-1]) >= 0 ||
		rangeBefore(before) && !(m.endsYears() && notation.OpensYears(before))
}

// endsYears reports whether the pattern begins with a hole for a year, which may
// take the end of a range: the second year of 2022-2023 学年 names the whole.
func (m *matcher) endsYears() bool {
	return slices.ContainsFunc(m.first, func(i int) bool {
		p := m.parts[i]
		return p.literal == "" && (p.name == "年" || p.unit == "年")
	})
}

// try fits the pattern at a byte of the text.
func (m *matcher) try(at int) ([]capture, int, bool) {
	for _, i := range m.first {
		if captures, to, ok := m.match(i, at); ok {
			return captures, to, true
		}
	}
	return nil, 0, false
}

// match fits a part and those after it at a byte of the text, and returns what
// each of them took and where the last one ends.
func (m *matcher) match(i, at int) ([]capture, int, bool) {
	if i == len(m.parts) {
		return nil, at, true
	}
	m.steps++
	*m.left--
	if m.spent() || m.failed[[2]int{i, at}] {
		return nil, 0, false
	}
	m.furthest = max(m.furthest, i)
	for _, c := range m.candidates(i, at) {
		for _, n := range m.parts[i].next {
			if rest, end, ok := m.match(n, c.to); ok {
				return append([]capture{c}, rest...), end, true
			}
		}
	}
	m.failed[[2]int{i, at}] = true
	return nil, 0, false
}

// spent reports whether a passage, or the report, has taken all its tries.
func (m *matcher) spent() bool { return m.steps > MaxTries || *m.left < 0 }

// candidates are what part i may take at a byte of the text, the best first.
func (m *matcher) candidates(i, at int) []capture {
	p := m.parts[i]
	switch {
	case p.literal != "":
		if !strings.HasPrefix(m.folded[at:], p.literal) {
			return nil
		}
		return []capture{{part: i, from: at, to: at + len(p.literal)}}
	case p.list && p.unit != "":
		return m.numberLists(i, at)
	case p.list:
		return m.textsAt(i, at)
	}
	found := m.numbers(i, at)
	if p.unit == "" && (m.words || !slices.Contains(m.first, i)) {
		found = append(found, m.textsAt(i, at)...)
	}
	return found
}

// numbers are the numbers that a hole may take: read as printed, where a blank
// ends a number, or else without the blanks, which torn lines leave inside it.
func (m *matcher) numbers(i, at int) (found []capture) {
	for _, q := range m.printedNumbers(at) {
		found = m.admit(found, i, at, q)
	}
	if len(found) > 0 {
		return found
	}
	for _, q := range quantity.Lead(cut(m.folded[at:], maxNumber)) {
		q.End += at
		found = m.admit(found, i, at, q)
	}
	return found
}

// printedNumbers are the quantities that the text has at a byte, as printed, with
// their ends in the folded text.
func (m *matcher) printedNumbers(at int) []quantity.Match {
	from := m.at[at]
	found := quantity.Lead(cut(m.text[from:], maxNumber))
	for i := range found {
		found[i].End = sort.SearchInts(m.at, from+found[i].End)
	}
	return found
}

// admit adds a quantity that the hole can take.
func (m *matcher) admit(found []capture, i, at int, q quantity.Match) []capture {
	v, extra, ok := m.parts[i].take(q.Quantity, m.folded[q.End:])
	if !ok || m.isLow(i, q.End+extra) || m.loses(i, at, q) {
		return found
	}
	return append(found, capture{part: i, from: at, to: q.End + extra, value: v})
}

// loses reports whether a hole would take a number without the unit that is
// printed behind it: 120 of 120 万元, where the pattern does not go on with it. A hole
// of a unit takes a bare 5 亿, but none of 5 亿元.
func (m *matcher) loses(i, at int, q quantity.Match) bool {
	p := m.parts[i]
	_, known := quantity.UnitOf(p.unit)
	if p.unit != "" && !(known && q.Unit.Plain()) || p.name == drop || slices.ContainsFunc(m.following(i), func(w string) bool { return strings.HasPrefix(m.folded[q.End:], w) }) {
		return false
	}
	whole := quantity.Lead(cut(m.folded[at:], maxNumber))
	return len(whole) > 0 && whole[0].Unit.Name != "" && (p.unit == "" || !whole[0].Unit.Plain())
}

// isLow reports whether a number that ends at a byte is the lower end of a range
// (3–5 年), unless the pattern goes on with the sign of the range.
func (m *matcher) isLow(i, end int) bool {
	sign := rangeSign(m.folded[end:])
	return sign != "" && !slices.ContainsFunc(m.following(i), func(w string) bool { return strings.HasPrefix(w, sign) })
}

// rangeSigns part the ends of a range.
const rangeSigns = "-–—~至"

// rangeSign is the sign that a text begins with when a number follows it.
func rangeSign(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if !strings.ContainsRune(rangeSigns, r) || size == len(s) || !(s[size] >= '0' && s[size] <= '9') {
		return ""
	}
	return s[:size]
}

// rangeBefore reports whether a text ends with a number and the sign of a range.
func rangeBefore(s string) bool {
	r, size := utf8.DecodeLastRuneInString(s)
	if size == len(s) || !strings.ContainsRune(rangeSigns, r) {
		return false
	}
	return strings.IndexByte("0123456789%", s[len(s)-size-1]) >= 0
}

// cut is the first bytes of a text, cut between characters.
func cut(s string, n int) string {
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
		return numeric(q), 0, q.Unit.Name == ""
	case !known:
		ok = q.Unit.Name == "" && strings.HasPrefix(after, p.unit)
		q.Unit = quantity.Unit{Name: p.unit}
		return numeric(q), len(p.unit), ok
	}
	if q.Unit.Plain() && q.Unit.Name != "" { // 2000 万 where 万元 is asked for
		if u, ok := quantity.UnitOf(q.Unit.Name + string(want.Dimension)); ok {
			q.Unit = u
		}
	}
	converted, err := q.Convert(p.unit)
	return numeric(converted), 0, err == nil
}

// textsAt are the texts that an open hole may take: up to each place where the
// words after it are in the same sentence, or to the end of the clause.
func (m *matcher) textsAt(i, at int) (found []capture) {
	s := cut(m.folded[at:], maxText)
	if end := strings.IndexAny(s, sentenceEnds); end >= 0 {
		s = s[:end]
	}
	for _, w := range m.following(i) {
		for end := 1; end <= len(s); end++ {
			if strings.HasPrefix(m.folded[at+end:], w) {
				found = append(found, capture{part: i, from: at, to: at + end})
			}
		}
	}
	if slices.Contains(m.parts[i].next, len(m.parts)) {
		if end := strings.IndexAny(s, clauseEnds); end >= 0 {
			s = s[:end]
		}
		if s != "" {
			found = append(found, capture{part: i, from: at, to: at + len(s)})
		}
	}
	slices.SortStableFunc(found, func(a, b capture) int { return cmp.Compare(a.to, b.to) })
	return found
}

// Marks that end a clause, and those that end a sentence too.
const (
	clauseEnds   = ",，;；:：、" + sentenceEnds
	sentenceEnds = "。！？!?"
)
