package report

import (
	"iter"
	"sort"
	"strings"
	"unicode/utf8"
)

// paragraph joins the lines of a text block and remembers where each begins.
func paragraph(section string, lines []line) Paragraph {
	p := Paragraph{Section: section}
	var b strings.Builder
	var last rune
	for _, l := range lines {
		if first, _ := utf8.DecodeRuneInString(l.text); isASCIIWord(last) && isASCIIWord(first) {
			b.WriteByte(' ')
		}
		p.Pieces = append(p.Pieces, Piece{Offset: b.Len(), Line: l.no})
		b.WriteString(l.text)
		last, _ = utf8.DecodeLastRuneInString(l.text)
	}
	p.Text = b.String()
	return p
}

// LineAt returns the line that the byte at offset of the text comes from.
func (p Paragraph) LineAt(offset int) int {
	i := sort.Search(len(p.Pieces), func(i int) bool { return p.Pieces[i].Offset > offset })
	if i == 0 {
		return 0
	}
	return p.Pieces[i-1].Line
}

// A Sentence is one sentence of a paragraph.
type Sentence struct {
	Text   string
	Offset int // in the text of the paragraph
	Line   int // that it begins on
}

// Sentences yields the sentences of the paragraph in order. A sentence ends
// with 。, ！ or ？ and the closing quotes and brackets after it.
func (p Paragraph) Sentences() iter.Seq[Sentence] {
	return func(yield func(Sentence) bool) {
		for start := 0; start < len(p.Text); {
			end := start + sentenceLength(p.Text[start:])
			text := strings.TrimSpace(p.Text[start:end])
			at := start + strings.Index(p.Text[start:end], text)
			if text != "" && !yield(Sentence{Text: text, Offset: at, Line: p.LineAt(at)}) {
				return
			}
			start = end
		}
	}
}

func sentenceLength(s string) int {
	i := strings.IndexAny(s, "。！？")
	if i < 0 {
		return len(s)
	}
	rest := strings.TrimLeft(s[i:], "。！？”’）)】》")
	return len(s) - len(rest)
}
