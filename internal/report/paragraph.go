package report

import (
	"sort"
	"strings"
	"unicode/utf8"

	"charts/internal/notation"
)

// paragraph joins the lines of a text block and remembers where each begins.
func paragraph(section string, lines []line) Paragraph {
	p := Paragraph{Section: section}
	var b strings.Builder
	var last rune
	for _, l := range lines {
		if first, _ := utf8.DecodeRuneInString(l.text); notation.ASCIIWord(last) && notation.ASCIIWord(first) {
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

// A Paragraph is running text, joined over line ends and page breaks.
type Paragraph struct {
	Section string // the number of the section it stands in, or ""
	Text    string
	Pieces  []Piece // in order, the first at Offset 0
}

// A Piece says which line the text of a paragraph comes from, from a byte
// offset on up to the next piece.
type Piece struct {
	Offset int
	Line   int
}
