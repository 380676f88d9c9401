// Package quantity reads numbers as reports write them: 5.04 亿元, 近 3000 人次,
// 百分之九十, 60%以上, 103 million yuan.
//
// It knows numbers and units, and nothing of tables. [Find] reads every number;
// [Values] leaves out those that name something, such as years and the 33618 of a
// plan.
package quantity

import (
	"math"

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
// as 0.194659 亿元. Only 亩 to metres can need rounding, to 16 digits.
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
	q.Value, q.Unit = value.DivRound(by, int32(max(0, -value.Exponent()))+16), to
	q.Decimals = max(printed, digits(q.Value))
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
