package report

import (
	"strings"
	"unicode/utf8"

	"charts/internal/message"
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

// namedNote is a name with the mark of a note behind it, not m² or km².
var namedNote = regexp.MustCompile(`^(.*(?:[\p{Han}）)]|[A-Za-z]{4}))[⁽]?[⁰¹²³⁴-⁹]+[⁾]?$`)

// unmarked is a name without the mark of a note.
func unmarked(s string) string {
	if last, _ := utf8.DecodeLastRuneInString(s); !strings.ContainsRune("⁰¹²³⁴⁵⁶⁷⁸⁹⁾", last) {
		return s
	}
	return namedNote.ReplaceAllString(s, "$1")
}

// mend repairs the number in a cell. Text stays as it is.
func mend(s string) string {
	if isPlain(s) {
		return s
	}
	if len(s) > maxNumber || !startsWithDigit(s) || powerForm.MatchString(s) {
		return unmarked(s)
	}
	for _, f := range faults {
		if f.form.MatchString(s) {
			return f.form.ReplaceAllString(s, f.with)
		}
	}
	return s
}

// isPlain takes what most cells with a number hold: digits and their signs in
// ASCII.
func isPlain(s string) bool {
	for i := range len(s) {
		if c := s[i]; (c < '0' || c > '9') && c != '.' && c != ',' && (c != '%' || i < len(s)-1) && (c != '-' || i > 0) {
			return false
		}
	}
	return s != "" && s[len(s)-1] != '-'
}

// powerForm is a power of ten: its exponent is no mark.
var powerForm = regexp.MustCompile(`^10[⁰¹²³⁴-⁹]+$`)

// numbers parts a cell into several numbers that stand in it, or returns nil.
func numbers(s string) []string {
	if !startsWithDigit(s) {
		return nil
	}
	fields := strings.FieldsFunc(s, isBlank)
	for _, f := range fields {
		if !isNumber(f) {
			return nil
		}
	}
	if len(fields) < 2 {
		return nil
	}
	return fields
}

// spread gives numbers that were glued together their own cells again, where
// just as many cells of the row are blank: 845 24.05% 1248 14.38%.
func spread(rows []gridRow) {
	for k := range rows {
		r := &rows[k]
		for i := len(r.cells) - 1; i >= 0; i-- {
			parts := numbers(r.cells[i])
			if parts == nil {
				continue
			}
			if !insertParts(r.cells, i, parts) {
				r.doubt(i, message.Of("the cell %q holds several numbers, and their columns are not certain", r.cells[i]), apart(parts...))
			}
		}
	}
}

// insertParts puts parts at i in place of the blanks right after it, or else of
// those at the end. Other blanks would leave a choice.
func insertParts(cells []string, i int, parts []string) bool {
	more := len(parts) - 1
	free := blankRun(cells[i+1:])
	if end := len(cells) - more; end > i && free < more && blankRun(cells[end:]) == more && filled(cells[:end]) == end {
		copy(cells[i+len(parts):], cells[i+1:end])
		free = more
	}
	if free != more {
		return false
	}
	copy(cells[i:], parts)
	return true
}

// blankRun counts the blank cells in front.
func blankRun(cells []string) int {
	for i, c := range cells {
		if c != "" {
			return i
		}
	}
	return len(cells)
}

// filled counts the cells that are not blank.
func filled(cells []string) int {
	n := 0
	for _, c := range cells {
		if c != "" {
			n++
		}
	}
	return n
}
