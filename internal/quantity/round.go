package quantity

import "strconv"

// Round keeps 12 significant digits, so that what computing in binary makes up
// goes: 5.04 - 0.15 is 4.89.
func Round(n float64) float64 {
	r, err := strconv.ParseFloat(strconv.FormatFloat(n, 'g', 12, 64), 64)
	if err != nil {
		return n
	}
	return r
}
