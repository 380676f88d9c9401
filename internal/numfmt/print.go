package numfmt

import (
	"slices"
	"strings"

	"charts/internal/message"

	"github.com/shopspring/decimal"
)

// scaleWords are those that say by how many powers of ten a format divides, and
// scaleLetters those that say it in the format itself.
var (
	scaleWords = map[int][]string{3: {"千", "thousand", "Thousand"}, 4: {"万"}, 6: {"百万", "million", "Million"}, 8: {"亿"},
		9: {"十亿", "billion", "Billion"}}
	scaleLetters = map[int]string{3: "kK", 6: "mM", 9: "bB"}
)

// divided is by how many powers of ten the section divides.
func (s *section) divided() int { return 3*s.commas + s.shift() }

// says reports whether a text, or the section itself, says by how much it divides.
func (s *section) says(over string) bool {
	said, n := s.said(), s.divided()
	return strings.ContainsAny(said, scaleLetters[n]) || anyIn(over, scaleWords[n]) || anyIn(said, scaleWords[n])
}

// scaled reports whether a text says a scale of some kind, though not that of the
// section: what is under 万元 and is divided by 1000 is not certain.
func scaled(over string) bool {
	for _, words := range scaleWords {
		if anyIn(over, words) {
			return true
		}
	}
	return false
}

func anyIn(s string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(s, w) })
}

// shift counts the digits behind a point that is only words: 0!.0 prints 186 as
// 18.6.
func (s *section) shift() int {
	n, dotted := 0, false
	for _, p := range s.parts {
		switch {
		case p.point:
			return n
		case p.digit && dotted:
			n++
		case p.text == "." && !dotted:
			dotted = true
		}
	}
	return n
}

// Print writes a number as the reader of the sheet sees it, with a minus for one
// below zero however the format shows that. Where it divides and nothing says so,
// neither its own words nor those over the column, the number is written out; where
// something says another scale, what is written is no number. A zero is never a
// stroke. The doubt is what the format does that leaves the number uncertain.
func (f *Format) Print(value decimal.Decimal, over string) (text string, doubt message.Text) {
	if len(f.sections) == 0 {
		return value.String(), message.Text{}
	}
	s := f.choose(value)
	switch {
	case s.digits() == 0 && s.said() == "" && !value.IsZero():
		return "", message.Of("hides its number, which was left out")
	case s.zeros == 0 && value.IsZero():
		return "0", message.Text{}
	case s.digits() == 0:
		return s.said(), message.Text{}
	case s.power: // written out, and whole: what it rounds is the exponent's doing
		return value.String(), message.Text{}
	case s.divided() > 0 && !s.says(over) && scaled(over):
		written := s.write(value)
		return written + " (" + value.String() + ")", message.Of("divides its number to %s, and the words over it say another scale", written)
	case s.divided() > 0 && !s.says(over):
		return s.unscaled(value), message.Text{}
	}
	text = s.write(value)
	return text, doubtful(s.exact(value), s.shown(value), text)
}

// doubtful doubts a text that shows another number than the cell holds.
func doubtful(value, shown decimal.Decimal, text string) message.Text {
	if Coarse(value, shown) {
		return message.Of("shows its number as %s", text)
	}
	return message.Text{}
}

// Coarse reports whether a number of which the reader sees one digit has more: what is
// shown is its value, as in print, unless that is another one. Signs count for nothing.
func Coarse(value, shown decimal.Decimal) bool {
	value, shown = value.Abs(), shown.Abs()
	return value.Sub(shown).Abs().Mul(decimal.NewFromInt(20)).GreaterThan(value)
}

// exact is a number as the section scales it, and shown what it leaves of that.
func (s *section) exact(value decimal.Decimal) decimal.Decimal {
	return value.Shift(int32(2*s.percents - 3*s.commas))
}

func (s *section) shown(value decimal.Decimal) decimal.Decimal {
	return s.exact(value).Round(int32(s.decimals))
}

// choose finds the section for a number.
func (f *Format) choose(value decimal.Decimal) *section {
	for i := range f.sections {
		if s := &f.sections[i]; s.condition != "" && s.holds(value) {
			return s
		}
	}
	n := len(f.sections)
	switch {
	case f.sections[0].condition != "":
		return &f.sections[n-1]
	case value.IsNegative() && n > 1 && f.sections[1].condition == "":
		return &f.sections[1]
	case value.IsZero() && n > 2:
		return &f.sections[2]
	}
	return &f.sections[0]
}

func (s *section) holds(value decimal.Decimal) bool {
	c := value.Cmp(s.limit)
	switch s.condition {
	case "<":
		return c < 0
	case "<=":
		return c <= 0
	case ">":
		return c > 0
	case ">=":
		return c >= 0
	case "=":
		return c == 0
	}
	return c != 0
}

// unscaled writes a number without the division of its format.
func (s *section) unscaled(value decimal.Decimal) string {
	plain := *s
	plain.commas, plain.decimals, plain.needed = 0, max(0, int(-value.Exponent())), 0
	plain.parts = nil
	placed := false
	for _, p := range s.parts {
		switch {
		case p.digit && !placed:
			plain.parts, placed = append(plain.parts, p), true
		case p.text != "" && p.text != ".":
			plain.parts = append(plain.parts, p)
		}
	}
	if plain.decimals > 0 {
		plain.insertPoint()
	}
	return plain.write(value)
}

// insertPoint puts the point and its places behind the digits.
func (s *section) insertPoint() {
	for i, p := range s.parts {
		if p.digit {
			rest := append([]part{{point: true}}, s.parts[i+1:]...)
			s.parts = append(s.parts[:i+1:i+1], rest...)
			return
		}
	}
}

// write prints a number in the parts of the section.
func (s *section) write(value decimal.Decimal) string {
	whole, fraction, _ := strings.Cut(s.shown(value.Abs()).StringFixed(int32(s.decimals)), ".")
	whole = strings.Repeat("0", max(0, s.zeros-len(whole))) + whole
	for len(fraction) > s.needed && strings.HasSuffix(fraction, "0") {
		fraction = fraction[:len(fraction)-1]
	}
	var b strings.Builder
	if value.IsNegative() {
		b.WriteByte('-')
	}
	places, pointed := s.spread(whole), false
	for _, p := range s.parts {
		switch {
		case p.point:
			if pointed = true; fraction != "" {
				b.WriteString("." + fraction)
			}
		case p.digit && !pointed:
			b.WriteString(places[0])
			places = places[1:]
		case !p.digit:
			b.WriteString(unsigned(p.text, value.IsNegative()))
		}
	}
	return strings.TrimSpace(b.String())
}

// spread parts the digits among the places before the point. The first takes all
// that the others leave; without words between them it takes all.
func (s *section) spread(whole string) []string {
	places := make([]string, s.digits())
	if s.shift() == 0 {
		places[0] = whole
		if s.grouped {
			places[0] = thousands(whole)
		}
		return places
	}
	whole = strings.Repeat("0", max(0, len(places)-len(whole))) + whole
	first := len(whole) - len(places) + 1
	places[0] = whole[:first]
	for i := range places[1:] {
		places[i+1] = whole[first+i : first+i+1]
	}
	return places
}

// thousands parts thousands.
func thousands(digits string) string {
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

// unsigned are the words around a number without those that say that it is below
// zero.
func unsigned(text string, negative bool) string {
	if !negative {
		return text
	}
	return strings.Trim(text, "()（）-−▲△ ")
}
