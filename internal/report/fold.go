package report

import (
	"strings"
	"unicode"
)

// Fold returns s without blanks and with full-width forms as their half-width
// ones: the form in which names and texts of a report are compared.
func Fold(s string) string {
	if !strings.ContainsFunc(s, folds) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		if !isBlank(r) {
			b.WriteRune(narrow(r))
		}
	}
	return b.String()
}

// folds reports whether r is another one, or none, in a folded text.
func folds(r rune) bool {
	if r > ' ' && r < 0x7f {
		return false
	}
	return isBlank(r) || narrow(r) != r
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
	if r >= 0x3400 && r < 0xa000 {
		return false // most characters by far
	}
	return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff'
}

// isHan reports whether r belongs to Chinese text, its punctuation included.
func isHan(r rune) bool {
	if r < 0x2014 {
		return false
	}
	return r >= 0x4e00 && r < 0xa000 || unicode.Is(unicode.Han, r) || r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xffef ||
		r >= 0x2014 && r <= 0x2026
}

func isASCIIWord(r rune) bool {
	return r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r))
}
