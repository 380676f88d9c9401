package chart

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"charts/internal/font"

	"golang.org/x/text/unicode/norm"
)

// thin stands between 汉字 and Latin letters or digits.
const thin = '\u2009'

// apart stands between a name and its value, wider than a thin space; typeset
// leaves it alone, and no line breaks there.
const apart = "\u00a0"

// typeset puts a thin space between 汉字 and Latin or digits, in place of
// blanks or where there is nothing. All drawn texts go through it; it changes
// nothing the second time.
func typeset(s string) string {
	if isASCII(s) {
		return strings.TrimSpace(s)
	}
	runes := []rune(strings.TrimSpace(composed(s)))
	var b strings.Builder
	for i := 0; i < len(runes); i++ {
		b.WriteRune(runes[i])
		next := i + 1
		for next < len(runes) && (runes[next] == ' ' || runes[next] == thin) {
			next++
		}
		if next < len(runes) && meets(runes[i], runes[next]) {
			b.WriteRune(thin)
			i = next - 1
		}
	}
	return b.String()
}

// composed is a text whose letters have their accents in them, as fonts have them:
// some programs write é as e and an accent.
func composed(s string) string { return norm.NFC.String(s) }

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// meets reports whether a and b are of the two scripts.
func meets(a, b rune) bool {
	return isHan(a) && opensLatin(b) || closesLatin(a) && isHan(b)
}

// isHan reports whether a character is a 汉字 or kana. Most are told without the
// tables.
func isHan(r rune) bool {
	switch {
	case r < 0x2e80:
		return false
	case 0x4e00 <= r && r <= 0x9fff:
		return true
	}
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

func opensLatin(r rune) bool {
	return isLatin(r) || r < 0x2e80 && strings.ContainsRune("−+-$#@", r)
}

func closesLatin(r rune) bool {
	return isLatin(r) || r < 0x2e80 && strings.ContainsRune("%‰+*°", r)
}

func isLatin(r rune) bool {
	return r < 0x2000 && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// width is the width in points of s as it is drawn.
func width(s string, size float64, bold bool) float64 { return font.Width(s, size, bold) }
