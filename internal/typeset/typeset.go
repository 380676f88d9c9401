// Package typeset writes Chinese and Latin side by side, measures texts and breaks
// them into lines.
package typeset

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"charts/internal/font"

	"golang.org/x/text/unicode/norm"
)

// Faces are the fonts in which texts are measured and broken into lines.
type Faces struct{ font.Family }

// Middle is the baseline of a text whose digits have their middle at y.
func (f Faces) Middle(y, size float64) float64 { return y + f.CapHeight(size)/2 }

// thinSpace is between 汉字 and Latin letters or digits.
const thinSpace = '\u2009'

// NoBreak is between a name and its value, wider than a thin space; Text
// leaves it alone, and no line breaks there.
const NoBreak = "\u00a0"

// Text puts a thin space between 汉字 and Latin or digits, in place of
// blanks or where there is nothing. All drawn texts go through it; it changes
// nothing the second time.
func Text(s string) string {
	if isASCII(s) {
		return strings.TrimSpace(s)
	}
	runes := plainQuotes([]rune(strings.TrimSpace(Compose(s))))
	var b strings.Builder
	for i := 0; i < len(runes); i++ {
		b.WriteRune(runes[i])
		next := i + 1
		for next < len(runes) && (runes[next] == ' ' || runes[next] == thinSpace) {
			next++
		}
		if next < len(runes) && meets(runes[i], runes[next]) {
			b.WriteRune(thinSpace)
			i = next - 1
		}
	}
	return b.String()
}

// plainQuotes writes the quotation marks of a text without 汉字, and an apostrophe between
// letters, as ASCII does: the fonts have curly ones as wide as a 汉字 alone.
func plainQuotes(text []rune) []rune {
	han := slices.ContainsFunc(text, IsHan)
	for i, r := range text {
		letters := i > 0 && i+1 < len(text) && isLatin(text[i-1]) && isLatin(text[i+1])
		switch {
		case han && !letters:
		case r == '’' || r == '‘':
			text[i] = '\''
		case !han && (r == '“' || r == '”'):
			text[i] = '"'
		}
	}
	return text
}

// Compose is a text whose letters have their accents in them, as fonts have them:
// some programs write é as e and an accent.
func Compose(s string) string { return norm.NFC.String(s) }

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
	return IsHan(a) && opensLatin(b) || closesLatin(a) && IsHan(b)
}

// IsHan reports whether a character is a 汉字 or kana. Most are told without the
// tables.
func IsHan(r rune) bool {
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
