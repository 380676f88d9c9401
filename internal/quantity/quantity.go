// Package quantity reads numbers as reports write them: 5.04 亿元, 近 3000 人次,
// 百分之九十, 60%以上, 103 million yuan.
//
// It knows numbers and units, and nothing of tables. [Find] reads every number;
// [Values] leaves out those that name something, such as years and the 33618 of a
// plan.
package quantity

import (
	"math"
	"strings"

	"github.com/shopspring/decimal"

	"charts/internal/message"
)

// A Quantity is one number with what is printed around it.
type Quantity struct {
	Value     decimal.Decimal // in Unit: 92.79 for 92.79 %, never 0.9279
	Unit      Unit
	Qualifier string // 约, 余, 超, 近, 以上 … as printed, the one before the number first
	Decimals  int    // digits printed after the point
	Text      string // as printed
}

// Float is the value as the nearest float64.
func (q Quantity) Float() float64 {
	if n := -q.Value.Exponent(); 0 <= n && n <= maxPlain && q.Value.NumDigits() <= maxPlain { // both are exact, so the quotient is the nearest
		return float64(q.Value.CoefficientInt64()) / math.Pow10(int(n))
	}
	return q.Value.InexactFloat64()
}

// Convert gives the same quantity in another unit of its dimension: 1946.59 万元
// as 0.194659 亿元. Where that has no end, as of 亩 in 公顷, 16 digits are kept, and
// those are printed that the source was exact to.
func (q Quantity) Convert(unit string) (Quantity, error) {
	to, ok := UnitOf(unit)
	if !ok {
		return q, message.Errorf("%q is not a unit", unit)
	}
	if to.Dimension != q.Unit.Dimension {
		return q, message.Errorf("%s is not a number of %s", q.Text, unit)
	}
	if q.Unit.den.IsZero() { // a bare number
		q.Unit, _ = UnitOf("")
	}
	if to.num.Equal(q.Unit.num) && to.den.Equal(q.Unit.den) {
		q.Unit = to
		return q, nil
	}
	value, by := q.Value.Mul(q.Unit.num).Mul(to.den), q.Unit.den.Mul(to.num)
	printed := q.Decimals - shift(q.Unit, to)
	step := q.Unit.num.Mul(to.den).Shift(-int32(q.Decimals)) // of the last digit printed, times by
	q.Value, q.Unit = value.DivRound(by, int32(max(0, -value.Exponent()))+16), to
	if q.Value.Mul(by).Equal(value) {
		if q.Decimals = digits(q.Value); q.Qualifier == "" { // 近 2000 人 is 近 2 千人, not 近 2.000
			q.Decimals = max(printed, q.Decimals)
		}
		return q, nil
	}
	for q.Decimals = 0; q.Decimals < maxDigits && step.LessThan(by.Shift(-int32(q.Decimals))); q.Decimals++ {
	}
	return q, nil
}

// shift is how many places the point moves to the right from one unit to the
// other, or many when the digits change.
func shift(from, to Unit) int {
	for n := int32(-15); n <= 15; n++ {
		if from.num.Mul(to.den).Equal(from.den.Mul(to.num).Shift(n)) {
			return int(n)
		}
	}
	return maxDigits
}

// digits counts the digits after the point that are not trailing zeros.
func digits(d decimal.Decimal) int {
	n := 0
	for max := -int(d.Exponent()); n < max; n++ {
		if d.Equal(d.Truncate(int32(n))) {
			break
		}
	}
	return n
}

// Affixes are the parts of a qualifier: before the number 约 and the like, between
// digits and unit 余, after the unit 以上.
func Affixes(word string) (before, inner, after string) {
	before = word
	for _, end := range []string{"以上", "以下", "以内", "左右", "上下"} {
		if rest, ok := strings.CutSuffix(before, end); ok {
			before, after = rest, end
			break
		}
	}
	for _, end := range []string{"余", "多", "+"} {
		if rest, ok := strings.CutSuffix(before, end); ok {
			before, inner = rest, end
			break
		}
	}
	if n := len(before); n > 0 && letter(before[n-1]) {
		before += " "
	}
	return before, inner, after
}
