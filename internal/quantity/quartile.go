package quantity

import "slices"

// Median is the middle value, or the mean of the two in the middle.
func Median(vs []float64) float64 { return Quartile(vs, 2) }

// Quartile is the first, second or third quartile by the method of the
// spreadsheets' QUARTILE.INC: the place (n-1)·q/4 among the sorted values, and
// between two of them the straight line.
func Quartile(vs []float64, q int) float64 {
	if len(vs) == 0 {
		return 0
	}
	vs = slices.Sorted(slices.Values(vs))
	place := (len(vs) - 1) * q
	i, part := place/4, float64(place%4)/4
	if part == 0 {
		return vs[i]
	}
	return Round(vs[i]*(1-part) + vs[i+1]*part)
}
