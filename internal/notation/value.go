package notation

import (
	"strings"
	"unicode/utf8"

	"charts/internal/regexp"
)

// faults are what scanning and typesetting do to a number, and the number. Only
// a cell that is nothing but such a number is mended; the row keeps its quote.
var faults = []struct {
	form *regexp.Regexp
	with string
}{
	{regexp.MustCompile(`^([+-]?\d+)\s*[.．]\s*(\d+)\s*([%％]?)$`), "$1.$2$3"},                                    // 37 .49%
	{regexp.MustCompile(`^(\d+)\s*[.．]\s*(\d+)\s*[:：]\s*(\d+)$`), "$1.$2:$3"},                                   // 3. 95: 1
	{regexp.MustCompile(`^(\d+)\s+([%％])$`), "$1$2"},                                                            // 37 %
	{regexp.MustCompile(`^(\d{1,3})[,，]\s?(\d{3})([%％]?)$`), "$1,$2$3"},                                         // 11， 206
	{regexp.MustCompile(`^([+-]?\d[\d,.]*[%％]?)\s*(?:` + noteMark + `)(?:[,，、]?(?:` + noteMark + `))*$`), "$1"}, // 43* with a footnote
}

// noteMark is the mark of a note behind a number or a name.
const noteMark = `[*＊※†‡§①-⑳]+|[⁽₍]?[⁰¹²³⁴-⁹₀-₉ᵃ-ᶻʰ-ˤⁱⁿₐ-ₜ]+[⁾₎]?|[\[［]\^?[\d⁰¹²³⁴-⁹a-z]{1,3}[\]］]`

// NoteInSentence is the mark of a note in the middle of a sentence: 生产总值[5]636463亿元.
var NoteInSentence = regexp.MustCompile(`\[\d{1,3}\]`)

// namedNote is a name with the mark of a note behind it, not m² or km².
var namedNote = regexp.MustCompile(`^(.*(?:[\p{Han}）)]|[A-Za-z]{4}))\s*(?:[⁽]?[⁰¹²³⁴-⁹]+[⁾]?|[\[［]\^?\d{1,2}[\]］])$`)

// Unmarked is a name without the mark of a note.
func Unmarked(s string) string {
	if last, _ := utf8.DecodeLastRuneInString(s); !strings.ContainsRune("⁰¹²³⁴⁵⁶⁷⁸⁹⁾]］", last) {
		return s
	}
	return namedNote.ReplaceAllString(s, "$1")
}

// Mend repairs the number in a cell. Text stays as it is.
func Mend(s string) string {
	if PlainNumber(s) {
		return s
	}
	if len(s) > MaxNumber || !BeginsWithDigit(s) || powerForm.MatchString(s) {
		return Unmarked(s)
	}
	for _, f := range faults {
		if f.form.MatchString(s) {
			return f.form.ReplaceAllString(s, f.with)
		}
	}
	return Unmarked(s)
}

// PlainNumber takes what most cells with a number hold: digits and their signs in
// ASCII.
func PlainNumber(s string) bool {
	for i := range len(s) {
		if c := s[i]; (c < '0' || c > '9') && c != '.' && c != ',' && (c != '%' || i < len(s)-1) && (c != '-' || i > 0) {
			return false
		}
	}
	return s != "" && s[len(s)-1] != '-'
}

// powerForm is a power of ten: its exponent is no mark.
var powerForm = regexp.MustCompile(`^10[⁰¹²³⁴-⁹]+$`)

// Percentage takes a number printed with a %.
func Percentage(s string) bool { return Number(s) && strings.HasSuffix(Fold(s), "%") }

// MaxNumber is more bytes than a number has, in full-width digits too.
const MaxNumber = 60

// Number takes a plain number, with a % or thousands separators.
func Number(s string) bool {
	if PlainNumber(s) {
		first := strings.TrimPrefix(s, "-")[0]
		return first >= '0' && first <= '9'
	}
	if len(s) > MaxNumber || !BeginsWithDigit(s) {
		return false
	}
	s = strings.TrimSuffix(Fold(s), "%")
	return strings.Trim(s, "0123456789.,+-−") == ""
}

// Value reports whether a cell can be in a column of values.
func Value(s string) bool {
	s = Mend(s)
	return Number(s) || None(s) || Composite(s)
}

// compositeForm is a rate with its parts: 74.04%（830/1121）, 3.95:1, 12人.
var compositeForm = regexp.MustCompile(`^\d[\d.,]*%?(?:[（(]\d[\d.,]*(?:/\d[\d.,]*)?%?[)）]|:1)$`)

func Composite(s string) bool { return len(s) <= MaxNumber && compositeForm.MatchString(s) }

// UnitCell takes what is in the column 单位 of a score card.
func UnitCell(s string) bool {
	return UnitAlone(s) || None(s) || Fold(s) == ":"
}
