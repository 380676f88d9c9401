package kind

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"charts/internal/notation"
	"charts/internal/quantity"
	"charts/internal/series"
	"charts/internal/typeset"

	"github.com/shopspring/decimal"
)

// A format says how numbers are written: the words of the spec's format field.
//
//	0        whole, 12391          0.0     one decimal, 12391.0
//	0,0      grouped, 12,391       0,0.00  grouped, two decimals
//	wan, yi  in 万 or in 亿, also with a pattern: wan 0.0
type format struct {
	decimals int // asPrinted: as the report has them
	plain    bool
	shift    int // 4 for 万, 8 for 亿
}

// asPrinted keeps the digits that the report printed.
const asPrinted = -1

// parseFormat reads a format; ok is false when it is none.
func parseFormat(s string) (f format, ok bool) {
	f = format{decimals: asPrinted}
	for _, word := range strings.Fields(s) {
		switch word {
		case "wan", "万":
			f.shift = 4
		case "yi", "亿":
			f.shift = 8
		default:
			whole, fraction, dot := strings.Cut(word, ".")
			if whole != "0" && whole != "0,0" && whole != "0,000" || dot && fraction == "" || strings.Trim(fraction, "0") != "" || len(fraction) > 9 {
				return f, false
			}
			f.plain, f.decimals = whole == "0", len(fraction)
		}
	}
	return f, s != ""
}

// number writes a number with that many decimals; asPrinted writes those that it
// needs, at most two beyond its first digit. What is not zero never reads 0.00.
func (f format) number(v float64, decimals int) string {
	if f.decimals != asPrinted {
		decimals = f.decimals
	}
	if a := math.Abs(v); a >= 1e15 || a > 0 && a < 1e-9 {
		return power(v)
	}
	s := fixed(v, decimals)
	if v != 0 && strings.Trim(s, "-0.") == "" {
		s = fixed(v, asPrinted)
	}
	if !f.plain {
		s = group(s)
	}
	if v < 0 {
		s = strings.Replace(s, "-", "−", 1)
	}
	return s
}

// legible is how far the digits of a number may be from it, as a part of it, so
// that it keeps its first three.
const legible = 0.005

// keeps reports whether a number can be read with that many decimals.
func keeps(v float64, decimals int) bool {
	shown, _ := decimal.NewFromFloat(v).Round(int32(decimals)).Float64()
	return math.Abs(shown-v) <= legible*math.Abs(v)
}

// legibleDecimals is how many decimals from some on a number needs to be read, at
// most most.
func legibleDecimals(v float64, decimals, most int) int {
	for decimals < most && !keeps(v, decimals) {
		decimals++
	}
	return decimals
}

// fixed rounds half away from zero on the decimal digits: 2.675 is 2.68.
func fixed(v float64, decimals int) string {
	if s, ok := padded(v, decimals); ok {
		return unsignedZero(s)
	}
	d := decimal.NewFromFloat(v)
	if decimals != asPrinted {
		return unsignedZero(d.StringFixed(int32(decimals)))
	}
	places := int32(2)
	if a := math.Abs(v); a > 0 && a < 1 {
		places -= int32(math.Floor(math.Log10(a)) + 1)
	}
	return unsignedZero(d.Round(places).String())
}

// padded is a number that has no more digits than it is to be written with, which
// most have: nothing is rounded.
func padded(v float64, decimals int) (string, bool) {
	if decimals < 0 || math.IsInf(v, 0) || math.IsNaN(v) {
		return "", false
	}
	s := strconv.FormatFloat(v, 'f', -1, 64)
	_, fraction, _ := strings.Cut(s, ".")
	switch missing := decimals - len(fraction); {
	case missing < 0:
		return "", false
	case missing == 0:
		return s, true
	case fraction == "":
		s += "."
	}
	return s + strings.Repeat("0", decimals-len(fraction)), true
}

// unsignedZero takes the sign from −0.0.
func unsignedZero(s string) string {
	if strings.HasPrefix(s, "-") && strings.Trim(s, "-0.") == "" {
		return strings.TrimPrefix(s, "-")
	}
	return s
}

// power writes a number that has too many digits: 1.5×10^308.
func power(v float64) string {
	mantissa, exponent, _ := strings.Cut(strconv.FormatFloat(v, 'e', 1, 64), "e")
	n, _ := strconv.Atoi(exponent)
	return strings.Replace(mantissa+"×10^"+strconv.Itoa(n), "-", "−", 2)
}

// group puts a comma after every third digit of the whole part.
func group(s string) string {
	whole, fraction, dot := strings.Cut(s, ".")
	if len(whole) <= 3 {
		return s
	}
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if dot {
		whole += "." + fraction
	}
	return sign + whole
}

// A measure is how the numbers of an axis are shown: converted, rounded, with
// a unit.
type measure struct {
	format
	unit     string // as shown
	up       int    // numbers are divided by 10^up
	rescaled int    // the decimals of numbers that are
	alike    int    // the decimals that the numbers of one unit have alike; 0: as each is printed
}

// A tenfold is a word for a power of ten.
type tenfold struct {
	word string
	up   int
}

// magnitudes are the powers of ten before a unit, the longest first.
var magnitudes = []tenfold{{"百万", 6}, {"千万", 7}, {"万", 4}, {"亿", 8}, {"百", 2}, {"千", 3}}

// splitUnit parts 万元 into 元 and 4. 百 alone is no magnitude: 百分比.
func splitUnit(unit string) (base string, up int) {
	for _, m := range magnitudes {
		if rest, ok := strings.CutPrefix(unit, m.word); ok && !strings.HasPrefix(rest, "分") {
			return rest, m.up
		}
	}
	return unit, 0
}

// convertible returns by how many powers of ten from is smaller than to.
func convertible(from, to string) (up int, ok bool) {
	fromBase, a := splitUnit(from)
	toBase, b := splitUnit(to)
	return b - a, fromBase == toBase
}

// scaled moves the decimal point of a number by up places to the left, exactly.
func scaled(v float64, up int) float64 {
	if up == 0 {
		return v
	}
	f, _ := decimal.NewFromFloat(v).Shift(int32(-up)).Float64()
	return f
}

// longNumber is from where on numbers are shown in 万, and hugeNumber in 亿.
const (
	longNumber = 1e6
	hugeNumber = 1e8
)

// chooseMeasure decides once for an axis in which unit its numbers stand: the one
// that the author asks for, 万 or 亿 when the numbers are long (in English millions
// or billions), else the report's. A unit in which one of them could not be read
// is not taken.
func chooseMeasure(unit string, f format, values []float64, english bool) measure {
	m := measure{format: f, unit: unit}
	if f.shift > 0 {
		return m.larger(f.shift)
	}
	for _, up := range m.magnitudes(values, english) {
		in := m.larger(up)
		if word := englishWords[up]; word != "" {
			in = measure{format: f, unit: strings.TrimSpace(word + " " + unit), up: up}
			if sign, rest, money := notation.MoneySign(unit); money && rest == "" {
				in.unit = sign + " " + word
			} else if money {
				continue // $ thousand has its scale
			}
		}
		if _, ok := in.apart(values, 2, mostRescaled); ok && !slices.ContainsFunc(values, func(v float64) bool { return !keeps(scaled(v, in.up), 2) }) {
			return in
		}
	}
	return m
}

// mostRescaled is how many decimals numbers get in another unit so that none reads
// like another one, and mostApart of how many numbers a reader compares the digits.
const (
	mostRescaled = 4
	mostApart    = 200
)

// apart is how many decimals, from some on and at most most, different numbers need
// so that they read differently.
func (m measure) apart(values []float64, decimals, most int) (int, bool) {
	if len(values) > mostApart {
		return decimals, true
	}
	if m.decimals != asPrinted {
		most = m.decimals
	}
	values = slices.Compact(slices.Sorted(slices.Values(values)))
	for ; decimals <= most; decimals++ {
		same := false
		for i := 1; i < len(values) && !same; i++ {
			same = m.number(scaled(values[i-1], m.up), decimals) == m.number(scaled(values[i], m.up), decimals)
		}
		if !same {
			return decimals, true
		}
	}
	return most, false
}

// mostAlike is up to how many decimals all numbers are written with as many as one of
// them has, so that 13.6 beside 12.31 is 13.60.
const mostAlike = 4

// align gives the numbers of one unit as many decimals as the one that is printed with
// most.
func (m *measure) align(runs []run) {
	for _, r := range runs {
		if r.identifies() {
			continue
		}
		for i := range r.cells {
			if c := &r.cells[i]; !c.Missing {
				m.alike = max(m.alike, c.v.Decimals)
			}
		}
	}
	if m.up != 0 || m.unit == "" && len(runs) > 1 || m.alike > mostAlike {
		m.alike = 0
	}
}

var englishWords = map[int]string{6: "million", 9: "billion"}

// magnitudes are the powers of ten in which long numbers may stand, the largest
// first.
func (m measure) magnitudes(values []float64, english bool) (ups []int) {
	_, have := splitUnit(m.unit)
	most := 0.0
	for _, v := range values {
		most = max(most, math.Abs(v))
	}
	if most < longNumber || m.unit == "%" || m.unit == "‰" || have >= 8 {
		return nil
	}
	if english && have == 0 {
		if most >= 1e9 {
			ups = append(ups, 9)
		}
		return append(ups, 6)
	}
	if most*math.Pow10(have) >= hugeNumber {
		ups = append(ups, 8)
	}
	if have < 4 {
		ups = append(ups, 4)
	}
	return ups
}

// larger is a measure in 万 or 亿, or in the report's unit where that is as large.
func (m measure) larger(shift int) measure {
	base, have := splitUnit(m.unit)
	if m.unit == "%" || m.unit == "‰" || shift == have {
		return m
	}
	m.up, m.unit = shift-have, map[int]string{4: "万", 8: "亿"}[shift]+base
	return m
}

// decimalsOf is how many decimals a value is shown with: as printed; where its unit
// was changed those that all have, or more where it could not be read with them.
func (m measure) decimalsOf(v series.Value) int {
	if m.up == 0 {
		wholly := m.unit == "%" && (v.Num == 100 || v.Num == 0) // all or nothing is exact
		if v.Decimals == asPrinted || v.Qualifier != "" || wholly {
			return v.Decimals
		}
		return max(v.Decimals, m.alike)
	}
	return legibleDecimals(scaled(v.Num, m.up), m.rescaled, maxDecimals)
}

// maxDecimals is how many decimals a number has at most.
const maxDecimals = 12

// settle gives converted numbers as many decimals as the one that needs most, at
// most two, and as many as tell them apart.
func (m *measure) settle(runs []run) {
	if m.up == 0 {
		return
	}
	var values []float64
	for _, r := range runs {
		for _, c := range r.cells {
			if !c.Missing {
				_, fraction, _ := strings.Cut(fixed(scaled(c.v.Num, m.up), asPrinted), ".")
				m.rescaled = max(m.rescaled, min(2, len(fraction)))
				values = append(values, c.v.Num)
			}
		}
	}
	if n, ok := m.apart(values, m.rescaled, maxDecimals); ok {
		m.rescaled = n
	}
}

// texts are a value at its mark, the digits with % but without another unit, and
// with its unit.
func (m measure) texts(v series.Value) (short, full string) {
	before, inner, after := quantity.Affixes(v.Qualifier)
	s := m.number(scaled(v.Num, m.up), m.decimalsOf(v)) + inner
	full = typeset.Text(before + withUnit(s, m.unit) + after)
	return typeset.Text(before + m.marked(s) + after), full
}

// full is a value with its unit.
func (m measure) full(v series.Value) string {
	_, full := m.texts(v)
	return full
}
