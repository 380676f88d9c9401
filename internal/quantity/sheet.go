package quantity

import (
	"math"
	"strings"

	"github.com/shopspring/decimal"

	"charts/internal/regexp"
)

var (
	scientificForm = regexp.MustCompile(`^[+-]?\d(?:\.\d+)?[eE][+-]\d{1,2}$`)
	bracketForm    = regexp.MustCompile(`^[(（]\s*([¥$]?\s*\d[\d,]*(?:\.\d+)?\s*%?)\s*[)）]\s*(%?)$`)
)

func scientific(text string) (Quantity, bool) {
	if !scientificForm.MatchString(text) {
		return Quantity{}, false
	}
	value, err := decimal.NewFromString(text)
	if err != nil || value.Exponent() < -MaxExact || value.Exponent()+int32(value.NumDigits()) > MaxExact {
		return Quantity{}, false
	}
	unit, _ := UnitOf("")
	return Quantity{Value: value, Unit: unit, Decimals: max(0, int(-value.Exponent())), Text: text}, true
}

// Bracketed reads a number in brackets as accountants write one below zero:
// (355.20) is −355.20. Elsewhere brackets number things, so that only a column of
// other numbers tells.
func Bracketed(text string) (Quantity, bool) {
	m := bracketForm.FindStringSubmatch(strings.TrimSpace(fold(text)))
	if m == nil {
		return Quantity{}, false
	}
	q, ok := Parse(m[1] + m[2])
	q.Value, q.Text = q.Value.Neg(), text
	return q, ok
}

// Plain reads a number of few digits and at most a point, which most cells are.
func Plain(text string) (value float64, decimals int, ok bool) {
	digits, decimals, ok := plainDigits(text)
	return float64(digits) / math.Pow10(decimals), decimals, ok // both are exact, so the quotient is the nearest
}

func plain(text string) (Quantity, bool) {
	digits, decimals, ok := plainDigits(text)
	if !ok {
		return Quantity{}, false
	}
	return Quantity{Value: decimal.New(digits, -int32(decimals)), Decimals: decimals, Text: text}, true
}

// plainDigits are the digits of a plain number, with those behind its point.
func plainDigits(text string) (digits int64, decimals int, ok bool) {
	if text == "" || !digit(text[0]) || len(text) > maxPlain || text[0] == '0' && len(text) > 1 && text[1] != '.' {
		return 0, 0, false
	}
	point := -1
	for i := range len(text) {
		switch c := text[i]; {
		case digit(c):
			digits = digits*10 + int64(c-'0')
		case c == '.' && point < 0 && i+1 < len(text):
			point = i
		default:
			return 0, 0, false
		}
	}
	if point >= 0 {
		decimals = len(text) - point - 1
	}
	return digits, decimals, true
}

// maxPlain is how long a plain number is at most: its digits are exact in a float64,
// too.
const maxPlain = 15
