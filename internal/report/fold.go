package report

import (
	"unicode"

	"charts/internal/notation"
)

// Fold is [notation.Fold]: the form in which names and texts of a report are
// compared.
func Fold(s string) string { return notation.Fold(s) }

func isBlank(r rune) bool { return notation.Blank(r) }

func isHan(r rune) bool { return notation.Han(r) }

func isASCIIWord(r rune) bool {
	return r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r))
}
