package notation

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Tidy trims a cell and joins letters that were spaced out (会　计).
func Tidy(s string) string {
	s = strings.TrimFunc(s, Blank)
	if !strings.ContainsFunc(s, Blank) {
		return s
	}
	fields := strings.FieldsFunc(s, Blank)
	for _, f := range fields {
		if r := []rune(f); len(r) != 1 || !Han(r[0]) {
			return s
		}
	}
	return strings.Join(fields, "")
}

// Squeeze removes the blanks beside Chinese characters.
func Squeeze(s string) string {
	if !strings.ContainsFunc(s, Blank) {
		return s
	}
	runes := []rune(strings.TrimFunc(s, Blank))
	out := runes[:0:0]
	for i, r := range runes {
		if Blank(r) && (Han(runes[i-1]) || Han(runes[i+1])) {
			continue
		}
		out = append(out, r)
	}
	return string(out)
}

// Glue joins two lines: Chinese without a blank, words and numbers with one.
func Glue(a, b string) string {
	last, _ := utf8.DecodeLastRuneInString(a)
	first, _ := utf8.DecodeRuneInString(b)
	if ASCIIWord(last) && ASCIIWord(first) {
		return a + " " + b
	}
	return a + b
}

func CountHan(s string) int {
	n := 0
	for _, r := range s {
		if Han(r) {
			n++
		}
	}
	return n
}

func ASCIIWord(r rune) bool {
	return r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r))
}
