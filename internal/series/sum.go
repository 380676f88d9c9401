package series

import (
	"math"

	"charts/internal/quantity"

	"github.com/shopspring/decimal"
)

// Sum adds values up, exactly. It is missing where there is nothing to add, or
// where a part is not known. What is about one part is about the sum.
func Sum(values []Value) Value {
	total := Value{Computed: true, Decimals: -1}
	exact := decimal.Zero
	for _, v := range values {
		if v.Kind != Number {
			return Value{Computed: true}
		}
		exact = exact.Add(decimal.NewFromFloat(v.Num))
		total.Kind, total.Unit = Number, v.Unit
		total.Decimals = max(total.Decimals, v.Decimals)
	}
	total.Num = quantity.Float(exact)
	total.Qualifier = qualifierOf(values)
	return total
}

// IsSum reports whether one of some values is the sum of the others, which are two
// or more.
func IsSum(values []Value, i int) bool {
	var others []Value
	for j, v := range values {
		if j != i && v.Kind == Number {
			others = append(others, v)
		}
	}
	total := values[i]
	return total.Kind == Number && len(others) > 1 && math.Abs(Sum(others).Num-total.Num) <= 1e-9*math.Abs(total.Num)
}

// qualifierOf is the word of a sum: that of its parts, or 约 where they differ.
func qualifierOf(values []Value) string {
	word := ""
	for _, v := range values {
		switch {
		case v.Qualifier == "" || v.Qualifier == word:
		case word == "":
			word = v.Qualifier
		default:
			return "约"
		}
	}
	return word
}
