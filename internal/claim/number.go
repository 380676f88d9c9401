package claim

import (
	"math"
	"strconv"
	"strings"

	"charts/internal/quantity"

	"github.com/shopspring/decimal"
)

// A Number is a printed number and what it can stand for.
type Number struct {
	Value     float64 // as printed, in Unit
	Decimals  int     // as printed
	Unit      quantity.Unit
	Base      float64 // Value in the first unit of its dimension
	Low, High float64 // what it can stand for, in that unit; equal for a count
	Qualified bool    // 约, 余, 超 …
	Text      string  // as printed; "" is no number
}

// OK reports whether there is a number.
func (n Number) OK() bool { return n.Text != "" }

// Exact reports whether a number counts whole things, so that it was not rounded.
func (n Number) Exact() bool { return n.Low == n.High }

// Step is one in the last printed digit.
func (n Number) Step() float64 { return math.Pow10(-n.Decimals) }

// Is reports whether a number is of the unit, whatever its scale.
func (n Number) Is(d quantity.Dimension) bool { return n.Unit.Dimension == d }

// Rate reports whether a number is a share or a ratio of others.
func (n Number) Rate() bool {
	d := n.Unit.Dimension
	return d == quantity.Percent || d == quantity.Points || d == quantity.Ratio || strings.Contains(string(d), "/")
}

// String is the number as printed.
func (n Number) String() string { return n.Text }

// Of makes a Number of a quantity; the end of a range is none.
func Of(q quantity.Quantity) Number {
	n := Number{Value: q.Float(), Decimals: q.Decimals, Unit: q.Unit, Text: strings.TrimSpace(q.Text)}
	if strings.ContainsAny(q.Qualifier, "-–—~～至到") {
		return Number{}
	}
	scale := 1.0
	if !q.Unit.Unscaled() {
		one, err := quantity.Quantity{Value: one, Unit: q.Unit}.Convert(string(q.Unit.Dimension))
		if err != nil {
			return Number{}
		}
		scale = one.Float()
	}
	n.Base = n.Value * scale
	low, high := bounds(n, q.Qualifier)
	n.Low, n.High, n.Qualified = low*scale, high*scale, q.Qualifier != ""
	return n
}

var one = decimal.NewFromInt(1)

// ReadNumber takes a text that is one quantity.
func ReadNumber(text string) Number {
	q, ok := quantity.Parse(text)
	if !ok {
		return Number{}
	}
	return Of(q)
}

// qualifiers are the words that widen what a number can stand for, by how.
var qualifiers = []struct {
	words string
	widen func(v, place float64) (low, high float64)
}{
	{"余|多|来|+", func(v, place float64) (float64, float64) { return v, v + place }},
	{"约|左右|上下|about|around|approximately|roughly|some|estimated", func(v, place float64) (float64, float64) {
		d := math.Max(0.05*math.Abs(v), place/2)
		return v - d, v + d
	}},
	{"近|不足|不到|nearly|almost|close to|just under", func(v, place float64) (float64, float64) { return v - math.Max(0.1*v, place), v }},
	{"no less|no fewer", atLeast},
	{"不超|未超|不高|不大|以下|以内|低于|至多|最多|≤|<|most|no more|not more|less|fewer|under|below|up to", func(v, _ float64) (float64, float64) {
		return math.Inf(-1), v
	}},
	{"超|逾|以上|高于|至少|不少|不低|不小|多达|上|≥|>|more|over|above|excess|least|as many", atLeast},
}

func atLeast(v, _ float64) (low, high float64) { return v, math.Inf(1) }

// bounds are what a printed number can stand for, in its unit. One without a
// qualifier was rounded or cut off in its last digit, but a count was not.
func bounds(n Number, qualifier string) (low, high float64) {
	if qualifier != "" {
		for _, q := range qualifiers {
			for _, word := range strings.Split(q.words, "|") {
				if strings.Contains(strings.ToLower(qualifier), word) {
					return q.widen(n.Value, place(n))
				}
			}
		}
	}
	if n.Decimals == 0 && n.Unit.Simple() || n.Unit.Dimension == "" && n.Decimals == 0 && n.Base == n.Value {
		return n.Value, n.Value
	}
	if n.Value < 0 {
		return n.Value - n.Step(), n.Value + n.Step()/2
	}
	return n.Value - n.Step()/2, n.Value + n.Step()
}

// place is one in the last digit of a printed number that is not 0: 100 for 300.
func place(n Number) float64 {
	at := n.Step()
	for v := math.Abs(n.Value) / at; v >= 10 && math.Mod(math.Round(v), 10) == 0; v /= 10 {
		at *= 10
	}
	return at
}

// near takes away what computing in binary makes up.
const near = 1e-9

// Agrees reports whether two numbers can be printings of one value. Two that
// were printed alike must be equal.
func (n Number) Agrees(m Number) bool {
	if !n.Qualified && !m.Qualified && n.Decimals == m.Decimals && n.Unit.Name == m.Unit.Name {
		return n.Value == m.Value
	}
	slack := near * math.Max(math.Abs(n.Base), math.Abs(m.Base))
	if n.Exact() && m.Exact() {
		return math.Abs(n.Base-m.Base) <= slack
	}
	return n.Low <= m.High+slack && m.Low <= n.High+slack
}

// Spans reports whether a number that is only about right, by a word (约 60%) or by
// its unit (六成), can stand for a value of its base.
func (n Number) Spans(v float64) bool {
	return (n.Qualified || n.Unit.Name == "成") && n.Low <= v && v <= n.High
}

// Comparable reports whether two numbers are of one dimension, so far as they
// say: a bare number and the general counters can be of any counted thing.
func (n Number) Comparable(m Number) bool {
	a, b := n.Unit, m.Unit
	if a.Dimension == b.Dimension {
		return true
	}
	return a.Simple() && b.Simple() && (general(a) || general(b)) || a.Plain() && !m.Rate() || b.Plain() && !n.Rate()
}

func general(u quantity.Unit) bool {
	return u.Plain() || u.Dimension == "个" || u.Dimension == "项" || u.Dimension == "items"
}

// Format prints a computed value with as many digits as a printed one has.
func Format(v float64, decimals int) string {
	s := strconv.FormatFloat(quantity.Round(v), 'f', decimals, 64)
	if strings.Trim(s, "-0.") == "" {
		return strings.TrimPrefix(s, "-")
	}
	return s
}
