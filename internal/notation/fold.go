package notation

import (
	"cmp"
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
		if !Blank(r) {
			b.WriteRune(Narrow(r))
		}
	}
	return b.String()
}

// FoldMap folds s and returns with it, for every byte of the folded text and for
// its end, the byte offset in s of the character that it comes from.
func FoldMap(s string) (folded string, from []int) {
	var b strings.Builder
	from = make([]int, 0, len(s)+1)
	for i, r := range s {
		if Blank(r) {
			continue
		}
		b.WriteRune(Narrow(r))
		for len(from) < b.Len() {
			from = append(from, i)
		}
	}
	return b.String(), append(from, len(s))
}

// folds reports whether r is another one, or none, in a folded text.
func folds(r rune) bool {
	if r > ' ' && r < 0x7f {
		return false
	}
	return Blank(r) || Narrow(r) != r
}

// Narrow maps the full-width forms of ASCII to ASCII.
func Narrow(r rune) rune {
	if r >= '！' && r <= '～' {
		return r - '！' + '!'
	}
	return r
}

// Blank also takes the blanks of no width that copied text carries.
func Blank(r rune) bool {
	if r >= 0x3400 && r < 0xa000 {
		return false // most characters by far
	}
	return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff'
}

// Han reports whether r belongs to Chinese text, its punctuation included.
func Han(r rune) bool {
	if r < 0x2014 {
		return false
	}
	return r >= 0x4e00 && r < 0xa000 || unicode.Is(unicode.Han, r) || r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xffef ||
		r >= 0x2014 && r <= 0x2026
}

// Width counts the columns of a terminal that s takes: two for a Chinese character.
func Width(s string) int {
	n := 0
	for _, r := range s {
		n++
		if Han(r) {
			n++
		}
	}
	return n
}

// BeginsWithDigit reports whether s begins with a number, its signs before it.
func BeginsWithDigit(s string) bool {
	if s == "" || s[0] >= 0xe4 && s[0] <= 0xe9 { // begins with a Chinese character
		return false
	}
	s = strings.TrimLeft(Fold(s), "+-−(<>≥≤")
	return s != "" && s[0] >= '0' && s[0] <= '9'
}

// Compare orders texts as people do: by the numbers in them, so that 第2组 comes
// before 第10组, and 大二 before 大三.
func Compare(a, b string) int {
	for a != "" && b != "" {
		m, n := leadingDigits(a), leadingDigits(b)
		if m > 0 && n > 0 {
			x, y := strings.TrimLeft(a[:m], "0"), strings.TrimLeft(b[:n], "0")
			if c := cmp.Or(cmp.Compare(len(x), len(y)), cmp.Compare(x, y)); c != 0 {
				return c
			}
			a, b = a[m:], b[n:]
			continue
		}
		if x, m := leadingHan(a); m > 0 {
			if y, n := leadingHan(b); n > 0 {
				if x != y {
					return cmp.Compare(x, y)
				}
				a, b = a[m:], b[n:]
				continue
			}
		}
		if a[0] != b[0] {
			return cmp.Compare(a, b)
		}
		a, b = a[1:], b[1:]
	}
	return cmp.Compare(a, b)
}

// leadingHan is the number below a hundred in 汉字 that a text begins with, and its size.
func leadingHan(s string) (number, size int) {
	number, size = hanDigit(s)
	if rest, ok := strings.CutPrefix(s[size:], "十"); ok {
		digit, more := hanDigit(rest)
		return 10*max(1, number) + digit, size + len("十") + more
	}
	return number, size
}

func hanDigit(s string) (digit, size int) {
	const one = len("一")
	if len(s) < one {
		return 0, 0
	}
	at := strings.Index("一二三四五六七八九", s[:one])
	if at < 0 || at%one != 0 {
		return 0, 0
	}
	return at/one + 1, one
}

func leadingDigits(s string) int {
	n := 0
	for n < len(s) && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	return n
}
