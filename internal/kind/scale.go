package kind

import (
	"math"
	"strconv"
)

// A scale is the range of a value axis and its tick values.
type scale struct {
	min, max float64
	ticks    []float64
	decimals int // of the tick labels
}

// maxTicks is how many ticks an axis has at most; steps of 1, 2 and 5 then leave
// at least four, or three when the range crosses zero.
const maxTicks = 6

// A step is the distance of two ticks: mantissa × 10^power.
type step struct{ mantissa, power int }

// times is n steps, as the decimal number that a reader expects: 3 × 0.1 is 0.3.
func (s step) times(n float64) float64 {
	text := strconv.FormatInt(int64(n)*int64(s.mantissa), 10) + "e" + strconv.Itoa(s.power)
	v, _ := strconv.ParseFloat(text, 64)
	return v
}

// next follows 1, 2, 5, 10.
func (s step) next() step {
	switch s.mantissa {
	case 1:
		return step{2, s.power}
	case 2:
		return step{5, s.power}
	}
	return step{1, s.power + 1}
}

// before precedes 10, 5, 2, 1.
func (s step) before() step {
	switch s.mantissa {
	case 5:
		return step{2, s.power}
	case 2:
		return step{1, s.power}
	}
	return step{5, s.power - 1}
}

func (s step) decimals() int { return max(0, -s.power) }

// smallest is a size below which ticks are not told apart.
const smallest = 1e-290

// firstStep is the largest step that is not above size, but at least least.
func firstStep(size, least float64) step {
	size = max(size, least, smallest)
	s := step{1, int(math.Floor(math.Log10(size))) - 1}
	for s.next().times(1) <= size*(1+1e-9) {
		s = s.next()
	}
	return s
}

// niceScale is the smallest range of whole steps around lo … hi. The steps are
// 1, 2 or 5 times a power of ten, and not below least (1 for counts).
func niceScale(lo, hi, least float64) scale {
	if !(hi-lo > max(smallest, math.Abs(lo)*1e-12, math.Abs(hi)*1e-12)) {
		lo, hi = widen(lo)
	}
	for s := firstStep((hi-lo)/maxTicks, least); ; s = s.next() {
		from, to := s.under(lo), s.above(hi)
		if to-from+1 <= maxTicks {
			return stepScale(from, to, s)
		}
	}
}

// under and above are the whole steps around v. The last bits of a quotient
// would cost a whole step, so they do not count.
func (s step) under(v float64) float64 { return math.Floor(nearWhole(v / s.times(1))) }

func (s step) above(v float64) float64 { return math.Ceil(nearWhole(v / s.times(1))) }

func nearWhole(q float64) float64 {
	if r := math.Round(q); math.Abs(q-r) < 1e-9 {
		return r
	}
	return q
}

// widen is a range around one value: from zero to it, so that it has a length.
func widen(v float64) (lo, hi float64) {
	switch {
	case v > smallest:
		return 0, v
	case v < -smallest:
		return v, 0
	}
	return 0, 1
}

// stepScale is a scale from one whole number of steps to another.
func stepScale(from, to float64, s step) scale {
	sc := scale{decimals: s.decimals()}
	for i := from; i <= to; i++ {
		sc.ticks = append(sc.ticks, s.times(i))
	}
	sc.min, sc.max = sc.ticks[0], sc.ticks[len(sc.ticks)-1]
	return sc
}

// logScale runs over whole powers of ten around lo … hi, both above zero.
func logScale(lo, hi float64) scale {
	from, to := math.Floor(math.Log10(lo)), math.Ceil(math.Log10(hi))
	if to <= from {
		to = from + 1
	}
	skip := math.Ceil((to - from) / (maxTicks - 1))
	s := scale{min: math.Pow10(int(from)), max: math.Pow10(int(to)), decimals: max(0, -int(from))}
	for i := from; i <= to; i += skip {
		s.ticks = append(s.ticks, math.Pow10(int(i)))
	}
	return s
}
