// Package sentence finds the sentences of a text that fit a pattern with holes, and
// what is in the holes.
package sentence

import (
	"slices"
	"strings"
	"unicode/utf8"

	"charts/internal/message"
	"charts/internal/notation"
)

// A Pattern is a sentence with holes, its words folded as passages are: a graph
// of words and holes, since a choice (A|B) and a piece that may be missing [A]
// let the sentence go on in more than one way.
type Pattern struct {
	Holes []Hole // that are kept, each name once
	parts []part // in the order in which they are written
	first []int  // the parts that it may begin with
}

// A Hole is a piece of the sentence that is wanted.
type Hole struct {
	Name string
	Unit string // that it converts to, or "" for a number or text
	Of   string // the name of the hole before 其中, of which it is a part, or ""
}

// A part is words or, when the words are empty, a hole.
type part struct {
	literal string
	name    string
	unit    string // that the hole converts to, or "" for a number or text
	list    bool   // takes several, parted by 、
	must    bool   // of words that cannot be missing
	from    int    // bytes of the pattern as written
	to      int
	next    []int // the parts that may follow, the best first; len(parts) is the end
}

// String is a hole as it is written.
func (p part) String() string {
	name := p.name
	if p.list {
		name += listMark
	}
	if p.unit == "" {
		return "{" + name + "}"
	}
	return "{" + name + ":" + p.unit + "}"
}

// A Fault is what is wrong with a piece of a pattern.
type Fault struct {
	From, To   int // bytes of the pattern
	Text, Hint message.Text
}

func (p part) fault(text, hint message.Text) *Fault { return &Fault{p.from, p.to, text, hint} }

const (
	drop     = "_" // is the name of holes whose value is thrown away
	listMark = "…" // follows the name of a hole that takes a list
)

// A compiler reads a pattern as written.
type compiler struct {
	text  string
	at    int
	deep  int // choices and brackets around this place
	ways  int // from parts to the next
	pt    Pattern
	ends  []int // the parts that the next one follows; -1 is the beginning
	wrong *Fault
}

// Parse reads a pattern.
func Parse(text string) (Pattern, *Fault) {
	b := compiler{text: text, ends: []int{-1}}
	if len(text) > maxPattern {
		b.fail(0, message.Of("the pattern has more than %d bytes", maxPattern), message.Of("match a piece of the sentence"))
	}
	b.sequence("")
	if b.wrong != nil {
		return Pattern{}, b.wrong
	}
	b.join(len(b.pt.parts))
	of := b.pt.wholes()
	for _, p := range b.pt.kept() {
		if b.pt.column(p.name) < 0 {
			b.pt.Holes = append(b.pt.Holes, Hole{p.name, p.unit, of[p.name]})
		}
	}
	return b.pt, b.pt.check(part{to: len(text)})
}

// wholes names for the holes after 其中 the one before it, whose parts they are up to
// the end of the clause.
func (pt Pattern) wholes() map[string]string {
	of := map[string]string{}
	before, whole := "", ""
	for _, p := range pt.parts {
		switch {
		case p.literal == "":
			if before = p.name; whole != "" && p.name != whole {
				of[p.name] = whole
			}
		default:
			clause, _, parts := strings.Cut(p.literal, "其中")
			if strings.ContainsAny(clause, "。；;") {
				whole = ""
			}
			if parts && whole == "" {
				whole = before
			}
		}
	}
	return of
}

// sequence reads words and holes up to one of the signs in stop, which it leaves.
func (b *compiler) sequence(stop string) {
	from, brackets := b.at, 0 // brackets of the sentence itself that are open
	for b.at < len(b.text) && b.wrong == nil {
		r, size := utf8.DecodeRuneInString(b.text[b.at:])
		sign := notation.Fold(string(r))
		switch {
		case sign == ")" && brackets > 0:
			brackets--
		case sign == "(" && !b.isChoice():
			brackets++
		case sign != "" && strings.Contains(stop, sign):
			b.words(from)
			return
		case sign != "" && strings.Contains("{}[]|(", sign):
			b.words(from)
			b.piece(sign, size)
			from = b.at
			continue
		}
		b.at += size
	}
	b.words(from)
}

// words ends a run of words that began at a byte.
func (b *compiler) words(from int) {
	if l := notation.Fold(b.text[from:b.at]); l != "" && b.wrong == nil {
		b.add(part{literal: l, must: b.deep == 0, from: from, to: b.at})
	}
}

// piece reads what begins with a sign of the pattern language.
func (b *compiler) piece(sign string, size int) {
	b.deep++
	defer func() { b.deep-- }()
	switch {
	case b.deep > maxDepth:
		b.fail(b.at, message.Of("the pattern has brackets in brackets more than %d deep", maxDepth), message.Of("write it with fewer"))
	case sign == "{":
		b.hole()
	case sign == "[":
		before := slices.Clone(b.ends)
		b.group("]", size)
		b.ends = union(b.ends, before)
	case sign == "(":
		b.group(")", size)
	case sign == "|":
		b.fail(b.at, message.Of("a | stands outside of ( )"), message.Of("write (A|B) for one or the other"))
	case sign == "]":
		b.fail(b.at, message.Of("there is a ] without its ["), message.Of("write [words] for words that may be missing"))
	default:
		b.fail(b.at, message.Of("there is a } without its {"), message.Of("write {name:unit}"))
	}
}

// Limits of a pattern, so that no pattern takes long.
const (
	maxPattern = 4000
	maxDepth   = 8
	maxWays    = 20_000 // from one part to the next
)

// group reads the choices between brackets; the sign that closes them is known
// to be after a round one.
func (b *compiler) group(closing string, size int) {
	open, before := b.at, slices.Clone(b.ends)
	var ends []int
	for b.wrong == nil {
		b.at += size
		b.ends = slices.Clone(before)
		b.sequence(closing + "|")
		ends = union(ends, b.ends)
		if b.at == len(b.text) && b.wrong == nil {
			b.fail(open, message.Of("a [ has no ]"), message.Of("write [words] for words that may be missing"))
		}
		if b.wrong != nil {
			return
		}
		var r rune
		r, size = utf8.DecodeRuneInString(b.text[b.at:])
		if notation.Fold(string(r)) == closing {
			b.at += size
			break
		}
	}
	b.ends = ends
}

// isChoice reports whether the round bracket here has choices in it: one without
// belongs to the sentence.
func (b *compiler) isChoice() bool {
	depth, choice := 0, false
	for _, r := range b.text[b.at:] {
		switch r {
		case '(', '（':
			depth++
		case ')', '）':
			if depth--; depth == 0 {
				return choice
			}
		case '|', '｜':
			choice = choice || depth == 1
		}
	}
	return false
}

func (b *compiler) hole() {
	open := b.at
	_, size := utf8.DecodeRuneInString(b.text[open:]) // braces may be full width, as all signs
	length := strings.IndexAny(b.text[open+size:], "}｝")
	if length < 0 || strings.ContainsAny(b.text[open+size:open+size+length], "{｛") {
		b.fail(open, message.Of("a { has no }"), message.Of("write {name:unit}"))
		return
	}
	text := b.text[open+size : open+size+length]
	_, last := utf8.DecodeRuneInString(b.text[open+size+length:])
	b.at = open + size + length + last
	p := part{from: open, to: b.at}
	p.name, p.unit, _ = strings.Cut(notation.Fold(text), ":")
	if name := strings.TrimSuffix(strings.TrimRight(p.name, listMark), "..."); name != p.name {
		p.name, p.list = name, true
	}
	if p.name == "" {
		b.wrong = p.fault(message.Of("a hole has no name"), message.Of("write {name} or {name:unit}, or {_} for a number that is not needed"))
		return
	}
	b.add(p)
}

// fail notes a fault of one character of the pattern.
func (b *compiler) fail(at int, text, hint message.Text) {
	b.wrong = &Fault{at, at + 1, text, hint}
}

// add makes a part follow the ends.
func (b *compiler) add(p part) {
	b.join(len(b.pt.parts))
	b.ends = []int{len(b.pt.parts)}
	b.pt.parts = append(b.pt.parts, p)
}

func (b *compiler) join(to int) {
	if b.ways += len(b.ends); b.ways > maxWays && b.wrong == nil {
		b.fail(min(b.at, len(b.text)-1), message.Of("the pattern can be read in more than %d ways up to here", maxWays), message.Of("write fewer pieces in [ ] behind one another, and fewer choices"))
		return
	}
	for _, e := range b.ends {
		if e < 0 {
			b.pt.first = append(b.pt.first, to)
		} else {
			b.pt.parts[e].next = append(b.pt.parts[e].next, to)
		}
	}
}

func union(a, b []int) []int {
	have := make(map[int]bool, len(a))
	for _, e := range a {
		have[e] = true
	}
	for _, e := range b {
		if !have[e] {
			have[e] = true
			a = append(a, e)
		}
	}
	return a
}

// check looks for what no sentence could fit, or any.
func (pt Pattern) check(all part) *Fault {
	if slices.Contains(pt.first, len(pt.parts)) || slices.ContainsFunc(pt.first, pt.bare) {
		return all.fault(message.Of("the pattern needs some words of the sentence around its holes"), message.Of("copy the sentence and put holes in place of its numbers"))
	}
	for i, p := range pt.parts {
		if f := pt.checkHole(i); p.literal == "" && f != nil {
			return f
		}
	}
	if len(pt.Holes) == 0 {
		return all.fault(message.Of("the pattern has no hole"), message.Of("write {name:unit} where the number stands"))
	}
	return nil
}

// bare reports whether the pattern can be one hole alone.
func (pt Pattern) bare(i int) bool {
	return i < len(pt.parts) && pt.parts[i].literal == "" && slices.Contains(pt.parts[i].next, len(pt.parts))
}

func (pt Pattern) checkHole(i int) *Fault {
	p := pt.parts[i]
	for _, n := range p.next {
		if n < len(pt.parts) && pt.parts[n].literal == "" {
			return pt.parts[n].fault(message.Of("the holes %v and %v need some words between them", p, pt.parts[n]),
				message.Of("write the words that stand between the numbers"))
		}
	}
	if p.name == drop {
		return nil
	}
	after := pt.after(i)
	for j := i + 1; j < len(pt.parts); j++ {
		if q := pt.parts[j]; q.literal == "" && q.name == p.name && after[j] {
			return q.fault(message.Of("two holes are named %s", p.name), message.Of("give each its own name, or {_} to one that is not needed"))
		}
	}
	return nil
}

// after are the parts that can come after part i: those of other choices cannot.
func (pt Pattern) after(i int) []bool {
	after := make([]bool, len(pt.parts)+1)
	for todo := slices.Clone(pt.parts[i].next); len(todo) > 0; {
		n := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if n < len(pt.parts) && !after[n] {
			after[n] = true
			todo = append(todo, pt.parts[n].next...)
		}
	}
	return after
}

// Words are all words of the pattern.
func (pt Pattern) Words() string {
	var b strings.Builder
	for _, p := range pt.parts {
		b.WriteString(p.literal)
	}
	return b.String()
}

// kept are the holes that become columns.
func (pt Pattern) kept() []part {
	var holes []part
	for _, p := range pt.parts {
		if p.literal == "" && p.name != drop {
			holes = append(holes, p)
		}
	}
	return holes
}

// column is the place of a hole's column, or -1.
func (pt Pattern) column(name string) int {
	return slices.IndexFunc(pt.Holes, func(h Hole) bool { return h.Name == name })
}

// open reports whether the pattern may begin with a hole that takes any text.
func (pt Pattern) open() bool {
	return slices.ContainsFunc(pt.first, func(i int) bool { return pt.parts[i].literal == "" && pt.parts[i].unit == "" })
}
