package message

import (
	_ "embed"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"unicode"
)

// po is the Chinese of every format.
//
//go:embed zh-CN.po
var po string

// Catalogue is the Chinese of every format.
var Catalogue = sync.OnceValue(func() map[Format]Format { return Entries(po) })

// Entries are those of a catalogue in the manner of gettext: a msgid and a msgstr, on a
// line each.
func Entries(po string) map[Format]Format {
	entries := map[Format]Format{} // without the head, whose msgid is empty
	var id string
	for line := range strings.Lines(po) {
		word, text, _ := strings.Cut(strings.TrimSpace(line), " ")
		text, _ = strconv.Unquote(text)
		switch word {
		case "msgid":
			id = text
		case "msgstr":
			if id != "" {
				entries[Format(id)] = Format(text)
			}
		}
	}
	return entries
}

// inChinese is a format as a Chinese editor writes it.
func inChinese(f Format) Format {
	if chinese := Catalogue()[f]; chinese != "" {
		return chinese
	}
	return f
}

// Between Chinese characters stands no blank; between a Chinese character and a
// word of other letters there is one. What is in a format is marked until it is known
// which of its blanks go, and where it lacks one.
const begin, end = "\x00", "\x01"

var (
	marks  = strings.NewReplacer(begin, "", end, "")
	before = regexp.MustCompile(`([\p{Han}，。：；、（）“”]) ` + begin + `([\p{Han}（《“])`)
	after  = regexp.MustCompile(`([\p{Han}）》”])` + end + ` ([\p{Han}，。：；、（）“”])`)
)

// A marked text is what is in a format.
type marked string

// Format writes the text between its marks, within quotation marks where the format has
// them.
func (m marked) Format(f fmt.State, verb rune) {
	s := marks.Replace(string(m))
	if verb == 'q' {
		s = strconv.Quote(s)
	}
	_, _ = io.WriteString(f, begin+s+end)
}

func joined(s string) string {
	if strings.Contains(s, " "+begin) {
		s = before.ReplaceAllString(s, "$1$2")
	}
	if strings.Contains(s, end+" ") {
		s = after.ReplaceAllString(s, "$1$2")
	}
	return spaced(s)
}

// spaced is a text without its marks, with the blanks that it lacks at them.
func spaced(s string) string {
	var b strings.Builder
	var last rune
	marked := false
	for _, r := range s {
		if r == '\x00' || r == '\x01' {
			marked = true
			continue
		}
		if marked && (unicode.Is(unicode.Han, last) && isLatin(r) || (isLatin(last) || last == '%') && unicode.Is(unicode.Han, r)) {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
		last, marked = r, false
	}
	return b.String()
}

func isLatin(r rune) bool {
	return '0' <= r && r <= '9' || 'A' <= r && r <= 'Z' || 'a' <= r && r <= 'z'
}
