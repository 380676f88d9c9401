package point

import (
	"math"
	"strings"

	"github.com/shopspring/decimal"

	"charts/internal/chart"
	"charts/internal/kind"
	"charts/internal/notation"
	"charts/internal/quantity"
	"charts/internal/series"
)

// An amount is a number as a figure shows it.
type amount struct {
	text     string
	value    decimal.Decimal
	decimals int
	unit     string
}

// amountOf reads what a figure shows; ok is false when that is not one number.
func amountOf(text string) (amount, bool) {
	text = strings.TrimSuffix(text, "*") // computed, as what follows from it is
	q, ok := quantity.Parse(strings.ReplaceAll(notation.Fold(text), "−", "-"))
	if !ok || q.Qualifier != "" {
		return amount{}, false
	}
	return amount{text, q.Value, q.Decimals, q.Unit.Name}, true
}

// percent reports whether the amount is a part of a whole.
func (a amount) percent() bool { return a.unit == "%" }

// counts reports whether the amount is more or less of something, not higher or lower.
func (a amount) counts() bool {
	return !a.percent() && (a.unit != "" || a.decimals == 0) && a.unit != ":"
}

// difference is how much a is more than b, without its sign.
func difference(a, b amount, lang string) (text string, sign int, ok bool) {
	if a.unit != b.unit {
		return "", 0, false
	}
	d := a.value.Sub(b.value)
	v := series.Value{Kind: series.Number, Num: d.Abs().InexactFloat64(), Unit: a.unit, Decimals: max(a.decimals, b.decimals)}
	return kind.DifferenceText(v, lang), d.Sign(), true
}

// size is how much a difference matters, from 0 to 1: of percentages ten points do,
// of others three tenths.
func size(a, b amount) float64 {
	d := math.Abs(a.value.Sub(b.value).InexactFloat64())
	if a.percent() {
		return min(1, d/10)
	}
	most := max(math.Abs(a.value.InexactFloat64()), math.Abs(b.value.InexactFloat64()))
	if most == 0 {
		return 0
	}
	return min(1, d/most/0.3)
}

// shown are the data of a story that can be told, without totals and means of the
// others.
func shown(s chart.Story) (data []chart.Datum, amounts []amount) {
	for _, d := range s.Data {
		if d.Missing || d.Text == "" || d.Name == "" || notation.Total(d.Name) || notation.Mean(d.Name) {
			continue
		}
		if a, ok := amountOf(d.Text); ok {
			data, amounts = append(data, d), append(amounts, a)
		}
	}
	return data, amounts
}
