package message

import (
	_ "embed"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"sync"
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
// word of other letters there is one. A format has the blanks, and what is in it
// is marked until it is known which of them go.
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
	return marks.Replace(s)
}
