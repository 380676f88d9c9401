package format

import (
	"strings"

	"charts/internal/regexp"
)

// An rstLine is a line as it is in the file, or without the blanks in front
// that the lines of a block share.
type rstLine struct {
	no   int
	text string
}

func (l rstLine) blank() bool { return l.text == "" }

func (l rstLine) indent() int { return len(l.text) - len(strings.TrimLeft(l.text, " ")) }

// dedent takes the blanks away that all lines have in front.
func dedent(lines []rstLine) []rstLine {
	least := -1
	for _, l := range lines {
		if !l.blank() && (least < 0 || l.indent() < least) {
			least = l.indent()
		}
	}
	out := make([]rstLine, len(lines))
	for i, l := range lines {
		if out[i] = l; !l.blank() {
			out[i].text = l.text[least:]
		}
	}
	return out
}

var (
	rstDirective = regexp.MustCompile(`^\.\. ([\w-]+)::\s*(.*)$`)
	rstNote      = regexp.MustCompile(`^\.\. \[(?:#?\w*|\*)\]\s+(.*)$`)
	rstOption    = regexp.MustCompile(`^:([\w-]+):\s*(.*)$`)
	rstSimple    = regexp.MustCompile(`^=+(?: +=+)+$`)
	rstItem      = regexp.MustCompile(`^(?:[-*+•]|#\.)\s+`)
)

// The marks of emphasis, code, roles and links, and a backslash that takes the
// sense of a mark away.
var (
	rstLink  = regexp.MustCompile("`([^`<]*?)\\s*<[^`>]*>`_{0,2}")
	rstRole  = regexp.MustCompile("(?::[\\w-]+:)?(`{1,2})([^`]+)`{1,2}_{0,2}")
	rstMark  = regexp.MustCompile(`(^|[^\w\\])\*{1,2}([^\s*](?:[^*]*[^\s*\\])?)\*{1,2}`)
	rstSlash = regexp.MustCompile(`\\(\S|\s|$)`)
)

// plainRST is a text without its markup.
func plainRST(s string) string {
	s = rstRole.ReplaceAllString(rstLink.ReplaceAllString(s, "$1"), "$2")
	s = rstMark.ReplaceAllString(s, "$1$2")
	return strings.TrimSpace(rstSlash.ReplaceAllStringFunc(s, func(m string) string { return strings.TrimSpace(m[1:]) }))
}
