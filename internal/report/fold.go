package report

import (
	"strings"
	"unicode"
)

// Fold returns s without blanks and with full-width forms as their half-width
// ones: the form in which names and texts of a report are compared.
func Fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		if !isBlank(r) {
			b.WriteRune(narrow(r))
		}
	}
	return b.String()
}

// foldMap folds s and returns with it, for every byte of the folded text, the
// byte offset in s of the character that it comes from.
func foldMap(s string) (string, []int) {
	var b strings.Builder
	from := make([]int, 0, len(s))
	for i, r := range s {
		if isBlank(r) {
			continue
		}
		b.WriteRune(narrow(r))
		for len(from) < b.Len() {
			from = append(from, i)
		}
	}
	return b.String(), from
}

// narrow maps the full-width forms of ASCII to ASCII.
func narrow(r rune) rune {
	if r >= '！' && r <= '～' {
		return r - '！' + '!'
	}
	return r
}

// isBlank also takes the blanks of no width that copied text carries.
func isBlank(r rune) bool {
	return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff'
}

// isHan reports whether r belongs to Chinese text, its punctuation included.
func isHan(r rune) bool {
	return unicode.Is(unicode.Han, r) || r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xffef ||
		r >= 0x2014 && r <= 0x2026
}

func isASCIIWord(r rune) bool {
	return r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r))
}
