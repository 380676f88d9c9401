package format

import (
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"charts/internal/notation"
)

// charsets are the encodings of the characters of a font, by its number.
var charsets = map[int]string{0: "", 1: "", 77: "macintosh", 128: "shift_jis", 129: "euc-kr", 134: "gbk", 136: "big5", 161: "windows-1253", 162: "windows-1254",
	163: "windows-1258", 177: "windows-1255", 178: "windows-1256", 186: "windows-1257", 204: "windows-1251", 222: "windows-874", 238: "windows-1250"}

// codePages are those of the whole file, by their number.
var codePages = map[int]string{932: "shift_jis", 936: "gbk", 949: "euc-kr", 950: "big5", 54936: "gb18030", 65001: "utf-8"}

// word does what a control word says.
func (r *rtf) word(word string, n int, valued bool) {
	on := !valued || n != 0
	if r.state.where == "" && r.row(word, n) {
		return
	}
	switch word {
	case "ansicpg":
		if r.page = codePages[n]; r.page == "" {
			r.page = fmt.Sprintf("windows-%d", n)
		}
		r.state.page = r.page
	case "fonttbl", "stylesheet":
		r.state.where = word
	case "footnote":
		if r.state.where == "" {
			r.main, r.text = r.text, &strings.Builder{}
			r.state.where = "note"
		}
	case "f":
		if r.font = n; r.state.where != "fonttbl" {
			r.state.page = r.fonts[n]
		}
		if r.state.page == "" {
			r.state.page = r.page
		}
	case "fcharset":
		r.fonts[r.font] = charsets[n]
	case "uc":
		r.state.skip = min(max(n, 0), 8)
	case "u":
		r.unicode(n)
	case "v", "deleted", "strike", "striked":
		r.state.hidden = on
	case "super":
		r.raise(superscript, on)
	case "sub":
		r.raise(subscript, on)
	case "nosupersub", "plain":
		r.state.script, r.state.hidden = nil, false
	case "s":
		r.state.style, r.state.level = n, r.styles[n]
	case "outlinelevel":
		if r.state.level = (n + 1) % 10; r.state.where == "stylesheet" {
			r.styles[r.state.style] = r.state.level
		}
	case "pard":
		r.state.style, r.state.level, r.state.inTable = 0, 0, false
	case "intbl":
		r.state.inTable = true
	case "par", "sect", "page":
		r.paragraph(true)
	default:
		if s, ok := signs[word]; ok {
			r.write(s)
		} else if elsewhere[word] {
			r.state.where = "skipped"
		}
	}
}

// signs are the characters that words stand for.
var signs = map[string]string{"tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
	"bullet": "•", "emspace": "\u2003", "enspace": "\u2002", "nestcell": " ", "nestrow": "\n"}

func (r *rtf) raise(s *script, on bool) {
	if r.state.script = nil; on {
		r.state.script, r.state.before = s, lastRune(r.text.String())
	}
}

// unicode writes a character by its number, a half of one as it comes: the
// characters behind it stand for it where it is unknown.
func (r *rtf) unicode(n int) {
	if r.after == 0 && len(r.bytes) > 0 {
		r.decode()
	}
	c := rune(uint16(n))
	switch {
	case c >= 0xdc00 && c < 0xe000 && r.high > 0:
		r.write(string(utf16.DecodeRune(r.high, c)))
		r.high = 0
	case utf16.IsSurrogate(c):
		r.high = c
	case utf8.ValidRune(c):
		r.write(string(c))
	}
	r.after = r.state.skip
}

// paragraph ends one. In a cell it is a line of it.
func (r *rtf) paragraph(inside bool) {
	if r.state.where == "note" {
		r.write(" ")
		return
	}
	if r.state.where != "" {
		return
	}
	if r.state.inTable && inside {
		r.write("\n")
		return
	}
	text := r.text.String()
	r.text.Reset()
	if r.endTable(); strings.TrimFunc(text, notation.Blank) == "" {
		r.blank = true
	} else {
		r.add(newText(r.state.level), text)
	}
	r.addNotes()
}
