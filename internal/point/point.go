// Package point finds what a page has to say first: sentences about its figures and
// cards, and about what its reports contradict.
//
// A sentence tells numbers as they are shown, and what follows from them alone, so
// that the reader can check it on the figure that it leads to.
package point

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"charts/internal/regexp"
	"charts/internal/typeset"
)

// A Point is one sentence with what it is about.
type Point struct {
	ID     string // further-study/change/升学率: what it is about, how, and of what
	Figure string // the figure that shows it, or ""
	Title  string // of the figure or the card
	Tone   Tone
	Words  []Word
	Lines  []string // of the reports, where it is from

	pattern  string // with {names} of the words
	headline string // the same in short, for a title; or ""
	weight   float64
	way      int      // where its number goes: 1 up, -1 down, 0 nowhere
	rivals   []string // the other series of the figure
}

// A Word is a part of a sentence that the data says.
type Word struct {
	Name, Text string
	Number     bool
}

// A Tone says whether a point is welcome.
type Tone string

// The tones. The zero Tone is neither.
const (
	Good Tone = "good"
	Bad  Tone = "bad"
	Odd  Tone = "contested" // the reports contradict themselves
)

// A Span is a piece of a sentence.
type Span struct {
	Text   string
	Strong bool // it is one of the numbers
}

var names = regexp.MustCompile(`\{[^{}\s]+\}`)

// Spans are the sentence.
func (p Point) Spans() []Span {
	var all []Span
	text := p.pattern
	for _, at := range names.FindAllStringIndex(p.pattern, -1) {
		cut := len(p.pattern) - len(text)
		w, ok := p.word(p.pattern[at[0]+1 : at[1]-1])
		if !ok {
			continue
		}
		all = append(all, Span{Text: text[:at[0]-cut]}, Span{w.Text, w.Number})
		text = p.pattern[at[1]:]
	}
	return apart(append(all, Span{Text: text}))
}

// apart sets the gaps between Chinese and Latin where spans meet.
func apart(spans []Span) []Span {
	spans = slices.DeleteFunc(spans, func(s Span) bool { return s.Text == "" })
	for i := range spans[:max(0, len(spans)-1)] {
		a, b := strings.TrimRight(spans[i].Text, blanks), strings.TrimLeft(spans[i+1].Text, blanks)
		if a == "" || b == "" {
			continue
		}
		end, _ := utf8.DecodeLastRuneInString(a)
		start, _ := utf8.DecodeRuneInString(b)
		gap := strings.Trim(typeset.Text(string([]rune{end, start})), string([]rune{end, start}))
		if gap == "" && word(end) && word(start) {
			gap = " "
		}
		if gap != "" {
			spans[i].Text, spans[i+1].Text = a+gap, b
		}
	}
	return spans
}

// word reports whether a letter is of a word that ends with a blank.
func word(r rune) bool { return !typeset.IsHan(r) && (unicode.IsLetter(r) || unicode.IsDigit(r)) }

const blanks = " \u2009"

// Text is the sentence as it is read.
func (p Point) Text() string {
	var b strings.Builder
	for _, s := range p.Spans() {
		b.WriteString(s.Text)
	}
	return b.String()
}

func (p Point) word(name string) (Word, bool) {
	i := slices.IndexFunc(p.Words, func(w Word) bool { return w.Name == name })
	if i < 0 {
		return Word{}, false
	}
	return p.Words[i], true
}

// Choice is what an author wants of the points of a page.
type Choice struct {
	Most int      // how many are on the page
	Pin  []string // the ids of those that come first
	Drop []string // the ids of those that stay away
}

// trivial is what a point weighs that nobody needs to be told.
const trivial = 25

// Choose orders points by what they weigh, those of the author first, and keeps the
// first of each figure.
func Choose(all []Point, c Choice) []Point {
	all = slices.Clone(all)
	pinned := func(p Point) int {
		if i := slices.IndexFunc(c.Pin, p.Is); i >= 0 {
			return i
		}
		return len(c.Pin)
	}
	slices.SortStableFunc(all, func(a, b Point) int {
		return cmp.Or(cmp.Compare(pinned(a), pinned(b)), cmp.Compare(b.weight, a.weight))
	})
	var chosen []Point
	for _, p := range all {
		told := func(other Point) bool { return p.ID == other.ID || p.sameAs(other) && pinned(p) == len(c.Pin) }
		if len(chosen) == c.Most || p.weight < trivial && pinned(p) == len(c.Pin) || slices.ContainsFunc(c.Drop, p.Is) || slices.ContainsFunc(chosen, told) {
			continue
		}
		chosen = append(chosen, p)
	}
	return chosen
}

// Is reports whether an id names the point, or the figure or the card that it is about.
func (p Point) Is(id string) bool { return p.ID == id || strings.HasPrefix(p.ID, id+"/") }

// sameAs reports whether another point is about the same figure, or tells the same
// number.
func (p Point) sameAs(other Point) bool {
	if p.Figure != "" && p.Figure == other.Figure {
		return true
	}
	v, ok := p.word("value")
	w, _ := other.word("value")
	return ok && v.Text == w.Text
}
