package typeset

import (
	"strings"
	"unicode"

	"charts/internal/font"
)

// Wrap breaks a name into the fewest lines that are at most limit wide, at its
// natural places where it can: before a bracket, after 、, at a blank. Among
// breaks of the same merit it takes the most even one. A word that is wider than
// the limit is broken.
func Wrap(s string, limit, size float64, bold bool) []string {
	s = Text(s)
	if Width(s, size, bold) <= limit {
		return []string{s}
	}
	return newBreaker(s, limit, size, bold).best()
}

// Tears reports whether a name is broken within a word in lines of that width.
func Tears(s string, limit, size float64) bool {
	lines := Wrap(s, limit, size, false)
	if len(lines) == 1 {
		return false
	}
	b, at := newBreaker(Text(s), limit, size, false), 0
	for _, l := range lines[:len(lines)-1] {
		at += len([]rune(l))
		for at < len(b.text) && isBlank(b.text[at]) {
			at++
		}
		if b.penalty(at) > 0 {
			return true
		}
	}
	return false
}

// Fill breaks running text into lines that are as full as they can be.
func Fill(s string, limit, size float64) []string {
	b := newBreaker(Text(s), limit, size, false)
	var lines []string
	for from := 0; from < len(b.text); {
		to := b.furthest(from)
		lines = append(lines, b.line(from, to))
		from = to
	}
	return lines
}

// A breaker knows the widths of a text and where it may be broken.
type breaker struct {
	text  []rune
	ends  []float64 // ends[i] is the width of text[:i]
	limit float64
}

func newBreaker(s string, limit, size float64, bold bool) *breaker {
	b := &breaker{text: []rune(s), limit: limit}
	b.ends = make([]float64, len(b.text)+1)
	for i, r := range b.text {
		b.ends[i+1] = b.ends[i] + float64(font.Advance(r, bold))*size/font.UnitsPerEm
	}
	return b
}

func (b *breaker) line(from, to int) string { return strings.TrimSpace(string(b.text[from:to])) }

// width is the width of a line without the blank that the break swallows.
func (b *breaker) width(from, to int) float64 {
	for to > from && isBlank(b.text[to-1]) {
		to--
	}
	for from < to && isBlank(b.text[from]) {
		from++
	}
	return b.ends[to] - b.ends[from]
}

// furthest is the last good break of a line that starts at from: at least one
// character on.
func (b *breaker) furthest(from int) int {
	last, forced := 0, from+1
	for to := from + 1; to <= len(b.text) && (to == from+1 || b.width(from, to) <= b.limit); to++ {
		forced = to
		if b.penalty(to) < forcedBreak {
			last = to
		}
	}
	if last > from {
		return last
	}
	return forced
}

// The penalties of a break: within a word it is worse than another line.
const (
	hanBreak    = 40.0
	lineBreak   = 1e4
	forcedBreak = 1e6
)

// best is the cheapest way to break the text: dynamic programming over the
// places, from the left.
func (b *breaker) best() []string {
	n := len(b.text)
	cost, from := make([]float64, n+1), make([]int, n+1)
	for to := 1; to <= n; to++ {
		cost[to] = -1
		here := lineBreak + b.penalty(to)
		for start := to - 1; start >= 0; start-- {
			w := b.width(start, to)
			if w > b.limit && start < to-1 {
				break
			}
			slack := (b.limit - w) / b.limit
			c := cost[start] + here + float64(100*slack*slack)
			if cost[to] < 0 || c < cost[to] {
				cost[to], from[to] = c, start
			}
		}
	}
	var lines []string
	for to := n; to > 0; to = from[to] {
		lines = append([]string{b.line(from[to], to)}, lines...)
	}
	return lines
}

// penalty is how bad a break before place i is.
func (b *breaker) penalty(i int) float64 {
	if i >= len(b.text) {
		return 0
	}
	before, after := b.text[i-1], b.text[i]
	switch {
	case strings.ContainsRune(noStart, after) || strings.ContainsRune(noEnd, before):
		return forcedBreak
	case before == thinSpace:
		return b.thinBreak(i)
	case isBlank(before) || strings.ContainsRune("、，；：。！？）)】》/·", before):
		return 0
	case strings.ContainsRune("（([【《“", after):
		return 0
	case IsHan(before) || IsHan(after) || isWide(before) || isWide(after):
		return hanBreak
	case before == '-' || before == '–' || before == '—':
		return hanBreak
	}
	return forcedBreak
}

// thinBreak is how bad a break is between 汉字 and Latin: worse than between two
// 汉字 where a number would lose what it counts.
func (b *breaker) thinBreak(i int) float64 {
	if i >= 2 && unicode.IsDigit(b.text[i-2]) {
		return 4 * hanBreak
	}
	return hanBreak
}

// Characters that no line starts with, and none ends with.
const (
	noStart = "、，。；：！？）)】》”’·/%‰+ \u2009"
	noEnd   = "（([【《“‘"
)

func isBlank(r rune) bool { return r == thinSpace || unicode.IsSpace(r) }

func isWide(r rune) bool { return r >= 0x2e80 }

// Widest is the width of the longest of the lines.
func Widest(lines []string, size float64, bold bool) float64 {
	w := 0.0
	for _, l := range lines {
		w = max(w, Width(l, size, bold))
	}
	return w
}
