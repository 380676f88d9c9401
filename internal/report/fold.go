package report

import (
	"unicode"

	"charts/internal/notation"
)

// Fold is [notation.Fold]: the form in which names and texts of a report are
// compared.
func Fold(s string) string { return notation.Fold(s) }

func isBlank(r rune) bool { return notation.Blank(r) }

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
