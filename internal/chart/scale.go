package chart

import "math"

// A scale is the range of a value axis and its tick values.
type scale struct {
	min, max float64
	ticks    []float64
	decimals int // of the tick labels
}

// maxTicks is how many ticks an axis has at most; steps of 1, 2 and 5 then leave
// at least four, or three when the range crosses zero.
const maxTicks = 6

// niceScale is the smallest range of whole steps around lo … hi. The steps are
// 1, 2 or 5 times a power of ten, and not below least (1 for counts).
func niceScale(lo, hi, least float64) scale {
	if !(hi > lo) {
		lo, hi = widen(lo)
	}
	for step := firstStep((hi-lo)/maxTicks, least); ; step = nextStep(step) {
		from, to := floorStep(lo, step), math.Ceil(quotient(hi, step))
		if to-from+1 <= maxTicks {
			return stepScale(from, to, step)
		}
	}
}

// floorStep is how many steps lie below v.
func floorStep(v, step float64) float64 { return math.Floor(quotient(v, step)) }

// quotient is a/step without the last bits, which would cost a whole step.
func quotient(a, step float64) float64 {
	q := a / step
	if r := math.Round(q); math.Abs(q-r) < 1e-9 {
		return r
	}
	return q
}

// widen is a range around one value: from zero to it, so that it has a length.
func widen(v float64) (lo, hi float64) {
	switch {
	case v > 0:
		return 0, v
	case v < 0:
		return v, 0
	}
	return 0, 1
}

func stepScale(from, to, step float64) scale {
	s := scale{decimals: stepDecimals(step)}
	for i := from; i <= to; i++ {
		s.ticks = append(s.ticks, tickAt(i, step))
	}
	s.min, s.max = s.ticks[0], s.ticks[len(s.ticks)-1]
	return s
}

// tickAt is i steps, as the decimal number that a reader expects: 3 × 0.1 is
// 0.3. Steps below 1 are divided by, since their inverse is whole.
func tickAt(i, step float64) float64 {
	v := i * step
	if step < 1 {
		v = i / math.Round(1/step)
	}
	return v + 0 // no negative zero
}

// firstStep is the largest 1-2-5 step that is not above size, but at least least.
func firstStep(size, least float64) float64 {
	size = max(size, least, math.SmallestNonzeroFloat64*1e10)
	power := pow10(int(math.Floor(math.Log10(size))))
	step := power
	for _, m := range []float64{2, 5, 10} {
		if m*power <= size*(1+1e-9) {
			step = m * power
		}
	}
	return step
}

// nextStep follows 1, 2, 5, 10.
func nextStep(step float64) float64 {
	power := pow10(int(math.Floor(math.Log10(step * (1 + 1e-9)))))
	switch m := math.Round(step / power); m {
	case 1:
		return 2 * power
	case 2:
		return 5 * power
	}
	return 10 * power
}

// pow10 is exact where a power of ten can be; math.Pow need not be.
func pow10(n int) float64 { return math.Pow10(n) }

func stepDecimals(step float64) int {
	return max(0, -int(math.Floor(math.Log10(step*(1+1e-9)))))
}

// logScale runs over whole powers of ten around lo … hi, both above zero.
func logScale(lo, hi float64) scale {
	from, to := math.Floor(math.Log10(lo)), math.Ceil(math.Log10(hi))
	if to <= from {
		to = from + 1
	}
	skip := math.Ceil((to - from) / (maxTicks - 1))
	s := scale{min: pow10(int(from)), max: pow10(int(to)), decimals: max(0, -int(from))}
	for i := from; i <= to; i += skip {
		s.ticks = append(s.ticks, pow10(int(i)))
	}
	return s
}
