package quantity

import (
	"math"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// Round takes away what computing in binary makes up: 5.04 - 0.15 is 4.89. A
// number of at most 14 digits is what it says, and a large one of 15; of others it
// keeps 12 digits, and of long ones 4 after the point as far as 15 digits go, for
// those may be printed.
func Round(n float64) float64 {
	mantissa, _, _ := strings.Cut(strconv.FormatFloat(math.Abs(n), 'e', -1, 64), "e")
	if has := len(strings.Replace(mantissa, ".", "", 1)); has < MaxExact || has == MaxExact && math.Abs(n) >= 1e6 {
		return n
	}
	digits := 12
	if a := math.Abs(n); a >= 1e8 && a < 1e15 {
		digits = min(MaxExact, int(math.Log10(a))+5)
	}
	return significant(decimal.NewFromFloat(n), digits).InexactFloat64() // halves by the digits that are seen, not by the binary ones
}

// significant rounds to so many significant digits.
func significant(d decimal.Decimal, digits int) decimal.Decimal {
	return d.Round(int32(digits - d.NumDigits() - int(d.Exponent())))
}

// Float is an exact result as a number: one of more than 15 digits is rounded to
// them here, once, for the nearest binary number rounds to other ones.
func Float(d decimal.Decimal) float64 {
	if d.NumDigits() > MaxExact {
		d = significant(d, MaxExact)
	}
	return d.InexactFloat64()
}
