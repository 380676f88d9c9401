package chart

import (
	"math"
	"strconv"
	"strings"

	"charts/internal/series"

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
// needs, at most two beyond its first digit.
func (f format) number(v float64, decimals int) string {
	if f.decimals != asPrinted {
		decimals = f.decimals
	}
	if a := math.Abs(v); a >= 1e15 || a > 0 && a < 1e-9 {
		return power(v)
	}
	s := fixed(v, decimals)
	if !f.plain {
		s = group(s)
	}
	return strings.Replace(s, "-", "−", 1)
}

// fixed rounds half away from zero on the decimal digits: 2.675 is 2.68.
func fixed(v float64, decimals int) string {
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

// unsignedZero takes the sign from −0.0.
func unsignedZero(s string) string {
	if strings.Trim(s, "-0.") == "" {
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
	unit string // as shown
	up   int    // numbers are divided by 10^up
}

// magnitudes are the powers of ten before a unit, the longest first.
var magnitudes = []struct {
	word string
	up   int
}{{"百万", 6}, {"千万", 7}, {"万", 4}, {"亿", 8}, {"百", 2}, {"千", 3}}

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

// chooseMeasure decides once for an axis in which unit its numbers stand: the
// one that the author asks for, 万 or 亿 when the numbers are long (in English
// millions or billions), else the report's.
func chooseMeasure(unit string, f format, largest float64, english bool) measure {
	m := measure{format: f, unit: unit}
	base, have := splitUnit(unit)
	want := have
	switch {
	case f.shift > 0:
		want = f.shift
	case unit == "%" || unit == "‰" || have >= 8:
	case largest*math.Pow10(have) >= hugeNumber && largest >= longNumber:
		want = 8
	case largest >= longNumber && have < 4:
		want = 4
	}
	if english && have == 0 && f.shift == 0 && want > 0 {
		return m.inEnglish(largest)
	}
	if want == have {
		return m
	}
	m.up = want - have
	m.unit = map[int]string{4: "万", 8: "亿"}[want] + base
	return m
}

// inEnglish shows long numbers in millions or billions.
func (m measure) inEnglish(largest float64) measure {
	word := "million"
	m.up = 6
	if largest >= 1e9 {
		word, m.up = "billion", 9
	}
	m.unit = strings.TrimSpace(word + " " + m.unit)
	return m
}

// decimalsOf is how many decimals a value is shown with: as printed, unless its
// unit was changed.
func (m measure) decimalsOf(v series.Value) int {
	if m.up == 0 {
		return v.Decimals
	}
	return asPrinted
}

// settle gives converted numbers as many decimals as the one that needs most,
// at most two.
func (m *measure) settle(runs []run) {
	if m.up == 0 || m.decimals != asPrinted {
		return
	}
	need := 0
	for _, r := range runs {
		for _, c := range r.cells {
			if !c.Missing {
				_, fraction, _ := strings.Cut(fixed(scaled(c.v.Num, m.up), asPrinted), ".")
				need = max(need, min(2, len(fraction)))
			}
		}
	}
	m.decimals = need
}

// short is a value at its mark: the digits, with % but without another unit.
func (m measure) short(v series.Value) string {
	s := m.number(scaled(v.Num, m.up), m.decimalsOf(v))
	if m.unit == "%" || m.unit == "‰" {
		s += m.unit
	}
	return qualified(s, v.Qualifier)
}

// full is a value with its unit.
func (m measure) full(v series.Value) string {
	s := m.number(scaled(v.Num, m.up), m.decimalsOf(v))
	return qualified(withUnit(s, m.unit), v.Qualifier)
}

// withUnit is a number with its unit; one in Latin letters stands apart.
func withUnit(number, unit string) string {
	if unit != "" && (unit[0]|' ' >= 'a' && unit[0]|' ' <= 'z') {
		return typeset(number + " " + unit)
	}
	return typeset(number + unit)
}

// qualified keeps the word that the report puts to a number: before it 约 and
// the like, after it 余 and 以上.
func qualified(s, word string) string {
	switch word {
	case "":
		return s
	case "余", "多", "以上", "以下", "左右", "+":
		return typeset(s + word)
	}
	return typeset(word + s)
}
