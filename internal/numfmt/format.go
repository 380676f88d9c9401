// Package numfmt prints numbers as the cells of a sheet show them, by the codes of their
// formats: 0.0%, #,##0;(#,##0).
package numfmt

import (
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"charts/internal/regexp"
)

// A Format is how a sheet prints numbers: up to four sections, for positive,
// negative and zero numbers, and for texts.
type Format struct {
	sections []section // none in the general format, which prints all digits
}

// A section is one way to print a number.
type section struct {
	condition string          // ">=", "<" …, or "" for that of its place
	limit     decimal.Decimal // of the condition
	parts     []part
	zeros     int // digits before the point that are printed although they are zero
	decimals  int // places after the point
	needed    int // of them that are printed although they are zero
	commas    int // each divides by a thousand
	percents  int // each multiplies by a hundred
	grouped   bool
	power     bool // 0.00E+00
}

// A part is a place for a digit, the point, or words.
type part struct {
	digit, point bool
	text         string
}

// Formats of dates and times, of numbers in words and of fractions are left to
// the library.
var (
	literals   = regexp.MustCompile(`"[^"]*"|\\.|!.|_.|\*.|\[[^\]]*\]`)
	other      = regexp.MustCompile(`(?i)[ymdhsgbe]|\?/|/\?|#/|\d/|@`)
	powers     = regexp.MustCompile(`(?i)e[+-]0+`)
	conditions = regexp.MustCompile(`^\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]`)
	money      = regexp.MustCompile(`^\[\$([^\]-]*)(?:-[^\]]*)?\]`)
	date       = regexp.MustCompile(`(?i)[ymdhs]`)
	elapsed    = regexp.MustCompile(`(?i)\[(?:h+|m+|s+)\]`)
)

// Date reports whether a code prints a date or a time of the day.
func Date(code string) bool { return date.MatchString(literals.ReplaceAllString(code, "")) }

// Elapsed reports whether a code prints how much time has passed: [h]:mm.
func Elapsed(code string) bool { return elapsed.MatchString(code) }

// Parse reads the code of a number format; nil when it is none for plain
// numbers.
func Parse(code string) *Format {
	if strings.Contains(code, "[DBNum") || len(code) > 255 {
		return nil
	}
	f := &Format{}
	if code == "General" || code == "G/通用格式" {
		return f
	}
	for _, s := range splitSections(code) {
		if len(f.sections) == 3 {
			break
		}
		bare := powers.ReplaceAllString(literals.ReplaceAllString(s, ""), "0")
		if other.MatchString(bare) {
			return nil
		}
		f.sections = append(f.sections, parseSection(s))
	}
	if len(f.sections) == 1 && f.sections[0].digits() == 0 {
		return nil
	}
	return f
}

// splitSections parts a code at its semicolons.
func splitSections(code string) []string {
	bare := literals.ReplaceAllStringFunc(code, func(w string) string { return strings.Repeat("\x00", len(w)) })
	var all []string
	from := 0
	for i := range len(bare) {
		if bare[i] == ';' {
			all = append(all, code[from:i])
			from = i + 1
		}
	}
	return append(all, code[from:])
}

func parseSection(code string) section {
	var s section
	for code != "" {
		n := s.take(code)
		code = code[n:]
	}
	s.power = s.power && s.digits() > 0
	return s
}

// take reads one piece of a code and returns its length.
func (s *section) take(code string) int {
	if at := literals.FindStringIndex(code); at != nil && at[0] == 0 {
		s.words(code[:at[1]])
		return at[1]
	}
	if at := powers.FindStringIndex(code); at != nil && at[0] == 0 {
		s.power = true
		return at[1]
	}
	switch c := code[0]; {
	case c == '0' || c == '#' || c == '?':
		s.place(c)
	case c == '.' && !s.pointed():
		s.parts = append(s.parts, part{point: true})
	case c == ',' && s.digits() > 0:
		s.commas++
	case c == '%':
		s.percents++
		s.say("%")
	default:
		size := len(string([]rune(code)[:1]))
		s.say(code[:size])
		return size
	}
	return 1
}

// place adds a digit; the commas before it part thousands and do not divide.
func (s *section) place(c byte) {
	s.parts = append(s.parts, part{digit: true})
	switch {
	case !s.pointed():
		s.grouped, s.commas = s.grouped || s.commas > 0, 0
		if c == '0' {
			s.zeros++
		}
	default:
		s.decimals++
		if c != '#' {
			s.needed = s.decimals
		}
	}
}

// words reads what is printed as it is, and conditions.
func (s *section) words(w string) {
	switch {
	case w[0] == '"':
		s.say(strings.Trim(w, `"`))
	case w[0] == '\\' || w[0] == '!':
		s.say(w[1:])
	case w[0] == '_':
		s.say(" ")
	case conditions.MatchString(w):
		m := conditions.FindStringSubmatch(w)
		s.condition, s.limit = m[1], decimal.RequireFromString(m[2])
	case money.MatchString(w):
		s.say(money.FindStringSubmatch(w)[1])
	}
}

func (s *section) say(text string) {
	if text != "" {
		s.parts = append(s.parts, part{text: text})
	}
}

func (s *section) pointed() bool {
	return slices.ContainsFunc(s.parts, func(p part) bool { return p.point })
}

// digits counts the places before the point.
func (s *section) digits() int {
	n := 0
	for _, p := range s.parts {
		if p.point {
			break
		}
		if p.digit {
			n++
		}
	}
	return n
}

// said are the words of a section.
func (s *section) said() string {
	var b strings.Builder
	for _, p := range s.parts {
		b.WriteString(p.text)
	}
	return strings.TrimSpace(b.String())
}

// BuiltIn are the formats that a workbook does not spell out.
var BuiltIn = map[int]string{
	0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 37: "#,##0;(#,##0)", 38: "#,##0;(#,##0)",
	39: "#,##0.00;(#,##0.00)", 40: "#,##0.00;(#,##0.00)", 41: "#,##0;(#,##0)", 42: "#,##0;(#,##0)", 43: "#,##0.00;(#,##0.00)",
	44: "#,##0.00;(#,##0.00)", 48: "##0.0E+0",
}

// Stored reads the stored number of a cell, to the 15 digits that spreadsheets
// keep. Longer ones that are written out are codes, and stay whole.
func Stored(raw string) (decimal.Decimal, bool) {
	if f, err := strconv.ParseFloat(raw, 64); err != nil || f > 1e300 || f < -1e300 || f != 0 && f < 1e-300 && f > -1e-300 {
		return decimal.Decimal{}, false
	}
	d, err := decimal.NewFromString(raw)
	if err != nil {
		return d, false
	}
	if d.NumDigits() > 15 && strings.Trim(raw, "0123456789") != "" {
		d = significant(d, 15)
	}
	return d, true
}

// significant rounds to so many significant digits.
func significant(value decimal.Decimal, digits int) decimal.Decimal {
	return value.Round(int32(digits - value.NumDigits() - int(value.Exponent())))
}
