package quantity

import (
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"charts/internal/regexp"
)

// number reads a bare number, a ratio or 百分之… at the beginning of folded text.
// A scale alone (近千, 百余) is a number when a qualifier goes before it.
func number(s string, qualified bool) (form, bool) {
	for prefix, unit := range fractions {
		if rest, ok := strings.CutPrefix(s, prefix); ok {
			f, ok := number(rest, false)
			f.end += len(s) - len(rest)
			f.unit, _ = UnitOf(unit)
			return f, ok
		}
	}
	switch {
	case s == "" || s[0] >= utf8.RuneSelf:
		return chinese(s, qualified)
	case letter(s[0]):
		return english(s)
	case !digit(s[0]) && s[0] != '+' && s[0] != '-':
		return form{}, false
	}
	s = firstBytes(s)             // the longest number is shorter
	if strings.Contains(s, ":") { // most have none, and need not be searched for more
		if m := ratio.FindStringSubmatch(s); m != nil {
			return proportion(m)
		}
	}
	if m := arabic.FindString(s); m != "" {
		return digitsForm(m)
	}
	return form{}, false
}

// fractions are the wholes whose parts have a unit.
var fractions = map[string]string{"百分之": "%", "千分之": "‰"}

// Numbers with grouped thousands are tried first. A whole number of more digits than
// can be kept exactly, or with leading zeros, is a code.
var (
	arabic = regexp.MustCompile(`^[+-]?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?(?:$|[^\d,]|,(?:$|\D))|\d+(?:\.\d+)?)`)
	ratio  = regexp.MustCompile(`^(\d+(?:\.\d+)?) ?: ?(\d+(?:\.\d+)?)(?:$|[^\d.:]|[.:](?:$|\D))`)
)

// english reads a small number in words that counts what comes behind it: three
// campuses, but not two thirds, nor two of them.
func english(s string) (form, bool) {
	for i, w := range smallNumbers {
		if prefix(s, []string{w}) == "" {
			continue
		}
		behind := s[len(w):min(len(s), len(w)+maxCounted)]
		return form{value: decimal.NewFromInt(int64(i + 2)), end: len(w)}, plural.MatchString(behind) && !noPlural.MatchString(behind)
	}
	return form{}, false
}

var (
	smallNumbers = strings.Fields("two three four five six seven eight nine ten eleven twelve")
	plural       = regexp.MustCompile(`^ (?:[a-z-]+ ){0,2}?[a-z-]{2,}s\b`)
	noPlural     = regexp.MustCompile(`^ (?:of|and|or|to|in|on|at|by|for|times|halves|quarters|thirds|fourths|fifths|sixths|sevenths|eighths|ninths|tenths)\b`)
)

// maxCounted is how many bytes behind a number may name what it counts.
const maxCounted = 60

const maxDigits = 24 // that a number in Chinese characters is read from

// MaxExact is of how many digits every number is kept as a float64.
const MaxExact = 15

func digitsForm(m string) (form, bool) {
	m = strings.TrimRightFunc(m, func(r rune) bool { return r < '0' || r > '9' })
	plain := strings.ReplaceAll(strings.TrimPrefix(m, "+"), ",", "")
	whole, fraction, _ := strings.Cut(strings.TrimPrefix(plain, "-"), ".")
	if len(whole) > MaxExact || len(whole) > 1 && whole[0] == '0' {
		return form{}, false
	}
	value, err := decimal.NewFromString(plain)
	if len(whole)+len(fraction) > MaxExact { // of a program, which prints more than it knows: 33.333333333333336
		value = significant(value, MaxExact)
		fraction = fraction[:digits(value)]
	}
	return form{value: value, decimals: len(fraction), end: len(m)}, err == nil
}

// proportion is 1:12 or 16.5:1, as the number that stands against the 1.
func proportion(m []string) (form, bool) {
	side := m[2]
	if m[2] == "1" {
		side = m[1]
	} else if m[1] != "1" {
		return form{}, false
	}
	f, ok := digitsForm(side)
	f.unit, _ = UnitOf(":")
	f.end = strings.LastIndex(m[0], m[2]) + len(m[2])
	return f, ok
}

const (
	chineseDigits = "〇一二三四五六七八九"
	chineseScales = "十百千万亿"
)

// chinese reads a number in Chinese characters: 九十, 二〇二三, 两万三千.
func chinese(s string, qualified bool) (form, bool) {
	run := chineseRun(s)
	if run == "" {
		return form{}, false
	}
	value, ok := positional(run)
	if strings.ContainsAny(run, chineseScales) {
		value, ok = scaledNumber(run)
	}
	bare := strings.ContainsRune("百千万亿", firstRune(run))
	followed := strings.HasPrefix(s[len(run):], "余") || strings.HasPrefix(s[len(run):], "多")
	if !ok || bare && !qualified && !followed || strings.HasPrefix(s[len(run):], "分之") {
		return form{}, false
	}
	return form{value: decimal.NewFromInt(value), words: true, end: len(run)}, true
}

// chineseRun is the run of numerals that s begins with, or "" when it is longer
// than any number.
func chineseRun(s string) string {
	n := 0
	for i, r := range s {
		if !strings.ContainsRune(chineseDigits+chineseScales+"零两", r) {
			return s[:i]
		}
		if n++; n > maxDigits {
			return ""
		}
	}
	return s
}

// positional reads digits one after the other: 二〇二三; 三 and 两 alone. Two or
// three in a row count roughly (三五人) or name several (一二产业); 零 alone is
// that of 零部件.
func positional(run string) (int64, bool) {
	if run == "两" {
		return 2, true
	}
	if n := utf8.RuneCountInString(run); n == 2 || n == 3 || run == "零" {
		return 0, false
	}
	value := int64(0)
	for _, r := range run {
		d, ok := chineseDigit(r)
		if !ok || r == '两' || value > 1e15 {
			return 0, false
		}
		value = value*10 + d
	}
	return value, true
}

// scaledNumber reads 三千零五十万: sections under 万 and 亿, in each the digits
// times their scale. A scale that grows inside a section is not a number, and
// neither is 两千五, which counts hundreds without saying so.
func scaledNumber(run string) (int64, bool) {
	if shortened.MatchString(run) {
		return 0, false
	}
	var total, section, digit int64
	last, pending := int64(1e18), false
	for _, r := range run {
		if d, ok := chineseDigit(r); ok {
			if pending && digit != 0 {
				return 0, false
			}
			digit, pending = d, true
			continue
		}
		scale := scales[string(r)]
		if !pending && section == 0 {
			digit = 1 // 十二, 百余
		}
		if scale >= 10000 {
			if total != 0 && scale >= total {
				return 0, false
			}
			total, section, last = total+(section+digit)*scale, 0, 1e18
		} else if scale >= last {
			return 0, false
		} else {
			section, last = section+digit*scale, scale
		}
		digit, pending = 0, false
	}
	return total + section + digit, true
}

var shortened = regexp.MustCompile(`[百千万亿][一二三四五六七八九]$`)

func chineseDigit(r rune) (int64, bool) {
	switch r {
	case '零':
		return 0, true
	case '两':
		return 2, true
	}
	n := strings.Index(chineseDigits, string(r))
	return int64(n / len("一")), n >= 0
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func blanks(s string) int { return len(s) - len(strings.TrimLeft(s, " ")) }
func digit(c byte) bool   { return '0' <= c && c <= '9' }
