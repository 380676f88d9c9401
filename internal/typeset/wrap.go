package typeset

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"charts/internal/font"
)

// Wrap breaks a name into the fewest lines that are at most limit wide, at its
// natural places where it can, in one line more where that keeps words whole: before a bracket, after 、, at a blank, between the
// phrases of Chinese. Among breaks of the same merit it takes the most even one. A
// Latin word or a number is never broken; one that is wider than the limit stands
// beyond it, see [Fits].
func (f Faces) Wrap(s string, limit, size float64, bold bool) []string {
	s = Text(s)
	if f.Width(s, size, bold) <= limit {
		return []string{s}
	}
	b := f.breaker(s, limit, size, bold)
	lines := b.best()
	if b.tears(lines) {
		b.whole = true
		if more := b.best(); len(more) == len(lines)+1 && !b.tears(more) && f.Widest(more, size, bold) <= limit {
			return more
		}
	}
	return lines
}

// Fits reports whether no word of a name is wider than the limit.
func (f Faces) Fits(s string, limit, size float64) bool {
	return f.Widest(f.Wrap(s, limit, size, false), size, false) <= limit
}

// Tears reports whether a name is broken within a word in lines of that width.
func (f Faces) Tears(s string, limit, size float64) bool {
	return f.breaker(Text(s), limit, size, false).tears(f.Wrap(s, limit, size, false))
}

// tears reports whether a line ends within a word.
func (b *breaker) tears(lines []string) bool {
	at := 0
	for _, l := range lines[:len(lines)-1] {
		at += len([]rune(l))
		for at < len(b.text) && isBlank(b.text[at]) {
			at++
		}
		if b.penalty(at) > tornBreak {
			return true
		}
	}
	return false
}

// Fill breaks running text into lines that are as full as they can be.
func (f Faces) Fill(s string, limit, size float64) []string {
	b := f.breaker(Text(s), limit, size, false)
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
	odd   []bool    // an odd number of 汉字 stands before a place, from where names begin or words are joined
	limit float64
	whole bool // words are kept whole at any price
}

func (f Faces) breaker(s string, limit, size float64, bold bool) *breaker {
	b := &breaker{text: []rune(s), limit: limit}
	b.ends, b.odd = make([]float64, len(b.text)+1), make([]bool, len(b.text)+1)
	for i, r := range b.text {
		b.ends[i+1] = b.ends[i] + float64(f.Advance(r, bold))*size/font.UnitsPerEm
		b.odd[i+1] = !b.odd[i] && IsHan(r) && !b.joins(i)
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
	phraseBreak = 40.0 // where nothing speaks for a new phrase, and nothing against it
	tornBreak   = 44.0 // above it the two sides are one word
	lineBreak   = 1e4
	forcedBreak = 1e6

	lonePenalty = 150.0 // of a line of a single 汉字 that is no word
)

// best is the cheapest way to break the text: dynamic programming over the
// places, from the left.
func (b *breaker) best() []string {
	n := len(b.text)
	cost, from := make([]float64, n+1), make([]int, n+1)
	for to := 1; to <= n; to++ {
		cost[to] = math.Inf(1)
		here := b.penalty(to)
		if here == forcedBreak {
			continue
		}
		if b.whole && here > tornBreak {
			here += 2 * lineBreak
		}
		for start := to - 1; start >= 0; start-- {
			w := b.width(start, to)
			if w > b.limit && !math.IsInf(cost[to], 1) {
				break
			}
			if c := cost[start] + here + b.lineCost(start, to, w); c < cost[to] {
				cost[to], from[to] = c, start
			}
		}
	}
	var lines []string
	for to := n; to > 0; to = from[to] {
		lines = append(lines, b.line(from[to], to))
	}
	slices.Reverse(lines)
	return lines
}

// lineCost is what a line of a width costs.
func (b *breaker) lineCost(from, to int, width float64) float64 {
	slack := (b.limit - width) / b.limit
	c := lineBreak + 100*slack*slack
	if to-from == 1 && IsHan(b.text[from]) && len(b.text) > 1 && !strings.ContainsRune(joins, b.text[from]) {
		c += lonePenalty
	}
	return c
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
	case before == noBreak || after == noBreak:
		return forcedBreak
	case before == thinSpace:
		return b.thinBreak(i)
	case isBlank(before) || strings.ContainsRune("、，；：。！？）)】》/·", before):
		return 0
	case strings.ContainsRune("（([【《“", after):
		return 0
	case IsHan(before) && IsHan(after):
		return b.hanBreak(i)
	case IsHan(before) || IsHan(after) || isWide(before) || isWide(after):
		return phraseBreak
	case before == '-' || before == '–' || before == '—' || before == '_':
		return phraseBreak
	case b.run(i) > longestWord:
		return 2 * phraseBreak
	}
	return forcedBreak
}

// longestWord is the length of what is still a word; what is longer is an address
// or a key, and has no form that a break would spoil.
const longestWord = 40

// run is how many characters are around place i without a place to break.
func (b *breaker) run(i int) int {
	solid := func(r rune) bool { return !isBlank(r) && !isWide(r) }
	from, to := i, i
	for from > 0 && solid(b.text[from-1]) {
		from--
	}
	for to < len(b.text) && solid(b.text[to]) {
		to++
	}
	return to - from
}

// joins are the 汉字 that join two words.
const joins = "与和及或"

// joinWords are words of which such a character is a part.
var joinWords = []string{"及时", "及格", "普及", "涉及", "参与", "给与", "与否", "和谐", "和平", "和解", "总和", "温和", "饱和", "中和", "或许", "或然"}

// hanBreak is how bad a break is between two 汉字: least between two phrases, before
// a word that many names end with, and after a word that joins two.
func (b *breaker) hanBreak(i int) float64 {
	before, after, rest := b.text[i-1], b.text[i], string(b.text[i:min(i+maxNameEnd+1, len(b.text))])
	switch {
	case strings.HasPrefix(rest, "及其"):
		return phraseBreak / 4
	case b.joins(i), before == '及' && after == '其', slices.Contains(joinWords, string(b.text[i-1:i+1])):
		return 2 * phraseBreak
	case b.joins(i-1) && i > 1:
		return phraseBreak / 4
	case slices.Contains(nameEnds, rest):
		return phraseBreak / 2
	case slices.Contains(nameEnds, string(b.text[i-1:i+1])): // within such a word
		return 2 * phraseBreak
	}
	bad := max(phraseBreak-float64(boundary(b.text, i))/80, 0.8*phraseBreak)
	if b.odd[i] { // most words have two 汉字
		bad += phraseBreak / 5
	}
	return min(bad, 3*phraseBreak)
}

// joins reports whether the character at place i joins two words.
func (b *breaker) joins(i int) bool {
	if !strings.ContainsRune(joins, b.text[i]) {
		return false
	}
	return !(i+1 < len(b.text) && slices.Contains(joinWords, string(b.text[i:i+2])) || i > 0 && slices.Contains(joinWords, string(b.text[i-1:i+1])))
}

// nameEnds are what names of faculties, programmes and offices end with.
var nameEnds = []string{"学院", "学校", "大学", "工程", "技术", "专业", "管理", "制造", "设计", "中心", "应用", "专业群", "工程学院", "技术学院", "地区", "企业", "单位", "服务"}

// maxNameEnd is how many characters the longest of them has.
const maxNameEnd = 4

// thinBreak is how bad a break is between 汉字 and Latin: worse than between two
// 汉字 where a number would lose what it counts, and out of the question in 2023 年.
func (b *breaker) thinBreak(i int) float64 {
	if i >= 2 && unicode.IsDigit(b.text[i-2]) {
		if strings.ContainsRune("年月日届级", b.text[i]) {
			return forcedBreak
		}
		return 4 * phraseBreak
	}
	return phraseBreak
}

// Characters that no line starts with, and none ends with.
const (
	noStart = "、，。；：！？）)】》”’·/%‰+ \u2009"
	noEnd   = "（([【《“‘"
)

const noBreak = '\u00a0'

func isBlank(r rune) bool { return r == thinSpace || unicode.IsSpace(r) }

func isWide(r rune) bool { return r >= 0x2e80 }

// Widest is the width of the longest of the lines.
func (f Faces) Widest(lines []string, size float64, bold bool) float64 {
	w := 0.0
	for _, l := range lines {
		w = max(w, f.Width(l, size, bold))
	}
	return w
}
