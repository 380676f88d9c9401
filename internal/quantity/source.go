package quantity

import (
	"strings"
	"unicode/utf8"

	"charts/internal/regexp"
)

// A source is a text with full-width characters made half-width, and the way
// back to the bytes of the text as printed.
type source struct {
	text, folded string
	at           []int // of each byte of folded, and of its end
}

func newSource(text, blanks string) source {
	var b strings.Builder
	b.Grow(len(text))
	at := make([]int, 0, len(text)+1)
	grouped := groups(text, blanks)
	for i, r := range text {
		n := b.Len()
		if 0x4e00 <= r && r < 0xa000 { // a Chinese character stays
			b.WriteString(text[i : i+3])
			at = append(at, i, i, i)
			continue
		}
		if len(grouped) > 0 && grouped[0] == i {
			r, grouped = ',', grouped[1:]
		}
		b.WriteRune(foldRune(r))
		for ; n < b.Len(); n++ {
			at = append(at, i)
		}
	}
	return source{text, b.String(), append(at, len(text))}
}

func (s source) match(start int, f form) Match {
	from, to := s.at[start], s.at[start+f.end]
	q := Quantity{Value: f.value, Unit: f.unit, Qualifier: f.qualifier, Decimals: f.decimals, Text: s.text[from:to]}
	return Match{q, from, to}
}

// The blanks that part the thousands of a number: those that typesetters put there,
// and in a sentence any. In a cell a plain one can be between two numbers.
const (
	typeset  = "\u00a0\u2009\u202f"
	anyBlank = typeset + " "
)

var (
	// spaced is a run of digits with single blanks, and what touches it.
	spaced = regexp.MustCompile(`[\p{L}\d.,:–-]*\d(?:[` + anyBlank + `]\d+)+(?:[.,]\d+)?`)
	// thousands are such a run that is one number.
	thousands = regexp.MustCompile(`^[+-]?[1-9]\d{0,2}(?:[` + anyBlank + `]\d{3})+(?:\.\d+)?$`)
)

// groups are the places of the blanks inside the numbers of a text: 41 505.
func groups(text, blanks string) (at []int) {
	if !parted(text) {
		return nil
	}
	for _, m := range spaced.FindAllStringIndex(text, -1) {
		number := text[m[0]:m[1]]
		plain := strings.Contains(number, " ")
		if !thousands.MatchString(number) || plain && (!strings.Contains(blanks, " ") || namedBefore.MatchString(lastBytes(text[:m[0]]))) {
			continue
		}
		for i, r := range number {
			if strings.ContainsRune(anyBlank, r) {
				at = append(at, m[0]+i)
			}
		}
	}
	return at
}

// parted reports whether a blank is between two digits of a text.
func parted(text string) bool {
	for i := 1; i+1 < len(text); i++ {
		if digit(text[i-1]) && !digit(text[i]) {
			if r, size := utf8.DecodeRuneInString(text[i:]); strings.ContainsRune(anyBlank, r) && i+size < len(text) && digit(text[i+size]) {
				return true
			}
		}
	}
	return false
}

// isGrouped reports whether the thousands of a number are parted.
func isGrouped(text string) bool {
	return strings.Contains(text, ",") || len(groups(text, anyBlank)) > 0
}
