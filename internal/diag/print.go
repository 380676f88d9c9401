package diag

import (
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"

	"charts/internal/message"
)

// Files is what messages show of the files that they are about. Both may be nil.
type Files struct {
	Text  func(file string) []byte // the content of a text; nil: there is none to show
	Place func(Pos) message.Text   // where a line is in a file that has none for people
}

// Name is a place for people.
func (f Files) Name(p Pos) message.Text {
	if f.Place != nil && p.Line > 0 {
		if at := f.Place(p); !at.Empty() {
			return message.Of("%s, %s", p.File, at)
		}
	}
	return message.Data(p.String())
}

// Print writes the problems in a language, sorted by place, each as
//
//	specs/figures/a.yaml:7:12: no column "报道率" in 表 1
//	    7 | value: [录取数, 报道率]
//	      |               ^^^^^^
//	  hint: its columns are 专业名称, 录取数, 报到数, 报到率
//	  see reports/2023.txt:329: the table
//
// A place in a file without a text prints without the source line, and one in a file
// without lines as that file has it: a.docx, page 3.
func Print(w io.Writer, lang message.Language, l List, files Files) {
	l = append(List(nil), l...)
	l.Sort()
	PrintInOrder(w, lang, l, files)
}

// PrintInOrder writes the problems as they stand.
func PrintInOrder(w io.Writer, lang message.Language, l List, files Files) {
	src := source{text: files.Text}
	for _, p := range l {
		var b strings.Builder
		head := ""
		if at := files.Name(p.Pos); !at.Empty() {
			head = message.Of("%s: ", at).In(lang)
			if words := files.Place != nil && !files.Place(p.Pos).Empty(); p.Pos.Line > 0 && !words {
				head = p.Pos.String() + ": " // for programs, too
			}
		}
		if p.Severity != Error {
			head += message.Of("%s: ", p.Severity).In(lang)
		}
		PrintLine(&b, "%s%s", head, p.Text.In(lang))
		excerpt(&b, p, &src)
		if !p.Hint.Empty() {
			PrintLine(&b, "%s", message.Of("  hint: %s", p.Hint).In(lang))
		}
		for _, n := range p.See {
			PrintLine(&b, "%s", message.Of("  see %s: %s", files.Name(n.Pos), n.Text).In(lang))
		}
		io.WriteString(w, b.String())
	}
}

// excerpt writes the line of p and a row of carets under it. Carets are placed
// by terminal columns: a Chinese character takes two.
func excerpt(b *strings.Builder, p Problem, src *source) {
	line, ok := src.line(p.Pos)
	if !ok {
		return
	}
	line = Clean(line)
	start := max(p.Pos.Col-1, 0)
	from, to := 0, -1 // the window of a very long line, in runes
	runes := []rune(line)
	if len(runes) > maxLine {
		from = max(0, min(start-maxLine/3, len(runes)-maxLine))
		to = from + maxLine
		runes = runes[from:to]
		start -= from
	}
	PrintLine(b, "%5d | %s", p.Pos.Line, string(runes))
	if p.Pos.Col == 0 || start > len(runes) {
		return
	}
	end := min(start+max(p.Pos.Len, 1), len(runes))
	carets := 1
	if end > start {
		carets = Columns(string(runes[start:end]))
	}
	fmt.Fprintf(b, "      | %s%s\n", strings.Repeat(" ", Columns(string(runes[:start]))), strings.Repeat("^", carets))
}

// A source is the lines of the file that was shown last.
type source struct {
	text  func(file string) []byte
	file  string
	lines []string
}

func (s *source) line(at Pos) (string, bool) {
	if at.Line == 0 || s.text == nil {
		return "", false
	}
	if at.File != s.file || s.lines == nil {
		s.file, s.lines = at.File, []string{}
		if text := s.text(at.File); text != nil {
			s.lines = strings.Split(strings.TrimPrefix(string(text), "\ufeff"), "\n")
		}
	}
	if at.Line > len(s.lines) {
		return "", false
	}
	line := strings.TrimSuffix(s.lines[at.Line-1], "\r")
	return line, utf8.ValidString(line)
}

// maxLine is how many runes of a source line are shown.
const maxLine = 100

// Line returns line n, from 1, of text without its line end and without the
// byte order mark, which is no column.
func Line(text []byte, n int) (string, bool) {
	s := strings.TrimPrefix(string(text), "\ufeff")
	for ; n > 1; n-- {
		_, rest, ok := strings.Cut(s, "\n")
		if !ok {
			return "", false
		}
		s = rest
	}
	s, _, _ = strings.Cut(s, "\n")
	return strings.TrimSuffix(s, "\r"), utf8.ValidString(s) && text != nil
}

// Columns is the width of s on a terminal: 2 for East Asian wide and full-width
// characters, 0 for marks that are on others, 1 for the rest.
func Columns(s string) int {
	n := 0
	for _, r := range s {
		if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
			continue
		}
		switch width.LookupRune(r).Kind() {
		case width.EastAsianWide, width.EastAsianFullwidth:
			n += 2
		default:
			n++
		}
	}
	return n
}
