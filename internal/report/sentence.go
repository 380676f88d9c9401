package report

import (
	"iter"
	"strings"
	"unicode/utf8"

	"charts/internal/regexp"
)

// A Sentence is one sentence of a paragraph.
type Sentence struct {
	Text   string
	Offset int // in the text of the paragraph
	Line   int // that it begins on
}

// Sentences yields the sentences of the paragraph in order. A sentence ends
// with 。, ！ or ？ and the closing quotes and brackets after it, or like an
// English one; text that goes on for longer than any sentence is parted at a comma.
func (p Paragraph) Sentences() iter.Seq[Sentence] {
	return func(yield func(Sentence) bool) {
		for start := 0; start < len(p.Text); {
			stop := start + chineseLength(p.Text[start:])
			for start < stop {
				end := start + sentenceLength(p.Text[start:stop])
				text := strings.TrimSpace(p.Text[start:end])
				at := start + strings.Index(p.Text[start:end], text)
				if text != "" && !yield(Sentence{Text: text, Offset: at, Line: p.LineAt(at)}) {
					return
				}
				start = end
			}
		}
	}
}

// maxSentence is more bytes than a sentence has.
const maxSentence = 4_000

// sentenceLength is the length of the first sentence of a text that no Chinese one ends.
func sentenceLength(s string) int {
	if len(s) <= maxSentence {
		return englishLength(s)
	}
	window := s[:maxSentence]
	if n := englishLength(window); n < len(window) {
		return n
	}
	if i := strings.LastIndexAny(window, "，,；;、 "); i > 0 {
		_, n := utf8.DecodeRuneInString(window[i:])
		return i + n
	}
	n := maxSentence
	for n > maxSentence-utf8.UTFMax && !utf8.RuneStart(s[n]) {
		n--
	}
	return n
}

func chineseLength(s string) int {
	i := strings.IndexAny(s, "。！？")
	if i < 0 {
		return len(s)
	}
	return len(s) - len(strings.TrimLeft(s[i:], "。！？”’）)】》"))
}

// englishEnd is a full stop after a word or a number, closing quotes, and a
// blank before a capital letter. A single letter before it is an initial.
var englishEnd = regexp.MustCompile(`([\p{L}\d]{2}|[^\p{L}\s])[.!?]["”’)]*\s+["“‘(]?[A-Z]`)

// abbreviations end with a full stop inside a sentence.
var abbreviations = regexp.MustCompile(`\b(?:Dr|Mr|Mrs|Ms|Prof|St|No|Vol|Fig|vs|etc|Co|Ltd|Inc)\.$`)

func englishLength(s string) int {
	for from := 0; ; {
		if !strings.ContainsAny(s[from:], ".!?") {
			return len(s)
		}
		m := englishEnd.FindStringSubmatchIndex(s[from:])
		if m == nil {
			return len(s)
		}
		stop := from + m[3] + 1
		if !abbreviations.MatchString(s[max(0, stop-8):stop]) {
			return len(s) - len(strings.TrimLeft(s[stop:], "\"”’)"))
		}
		from = stop
	}
}
