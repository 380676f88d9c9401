package dashboard

import "slices"

// A strip shows the value of a card among those of the others: a dot for each,
// a band between their quartiles, a line at their median.
type strip struct {
	Others []float64
	Median float64
	Own    float64
	HasOwn bool
	Band   struct{ X, W float64 } // W is 0 without quartiles
	Text   string
}

// The width of a strip, with room for the dots at its ends.
const stripWidth, stripMargin = 240.0, 6.0

// stripOf spreads the values from the lowest to the highest.
func stripOf(p *Peers) *strip {
	if p == nil || len(p.Values) == 0 {
		return nil
	}
	low, high := slices.Min(p.Values), slices.Max(p.Values)
	if !p.Missing {
		low, high = min(low, p.Own), max(high, p.Own)
	}
	at := func(v float64) float64 {
		if high == low {
			return stripWidth / 2
		}
		return cut(stripMargin + (v-low)/(high-low)*(stripWidth-2*stripMargin))
	}
	s := &strip{Median: at(p.Median), Own: at(p.Own), HasOwn: !p.Missing, Text: p.Text}
	for _, v := range p.Values {
		s.Others = append(s.Others, at(v))
	}
	if p.High > p.Low {
		s.Band.X, s.Band.W = at(p.Low), cut(at(p.High)-at(p.Low))
	}
	return s
}
