package format

import (
	"strings"
	"unicode"
)

// A script is how characters that are above or below the line are kept apart
// from those on it, so that none becomes a digit of a number: 36 with the mark 2
// of a note is 36², not 362.
type script struct {
	digits  []rune // 0 to 9
	letters []rune // a to z; 0 where there is none
	open    rune
	close   rune
}

var (
	superscript = &script{[]rune("⁰¹²³⁴⁵⁶⁷⁸⁹"), []rune("ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖ\x00ʳˢᵗᵘᵛʷˣʸᶻ"), '⁽', '⁾'}
	subscript   = &script{[]rune("₀₁₂₃₄₅₆₇₈₉"), []rune("ₐ\x00\x00\x00ₑ\x00\x00ₕᵢⱼₖₗₘₙₒₚ\x00ᵣₛₜᵤᵥ\x00ₓ\x00\x00"), '₍', '₎'}
)

// of writes a text in the script. What is below a Latin letter stays as it is:
// CO2 is the name. A letter changes only as the mark of a note beside a number.
func (s *script) of(before rune, text string) string {
	latin := before < unicode.MaxASCII && unicode.IsLetter(before)
	if s == nil || s == subscript && latin {
		return text
	}
	mark := !latin && len(strings.TrimSpace(text)) == 1
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '0' && r <= '9':
			return s.digits[r-'0']
		case r >= 'a' && r <= 'z' && mark && s.letters[r-'a'] > 0:
			return s.letters[r-'a']
		case r == '(':
			return s.open
		case r == ')':
			return s.close
		}
		return r
	}, text)
}

// lastRune is the last character of a text, or 0.
func lastRune(s string) rune {
	r := []rune(s[max(0, len(s)-4):])
	if len(r) == 0 {
		return 0
	}
	return r[len(r)-1]
}
