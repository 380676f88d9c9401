package dashboard

import (
	"fmt"
	"math"
	"strings"
)

// A sparkline is the small line of a card.
type sparkline struct {
	Path         string // of SVG; a missing value breaks it
	LastX, LastY float64
	Text         string // what it says, for those who do not see it
}

// The box of a sparkline, with room for its dot.
const sparkWidth, sparkHeight, sparkMargin = 120.0, 32.0, 4.0

// sparklineOf draws two values or more, from the lowest to the highest.
func sparklineOf(title string, periods []Period) *sparkline {
	low, high := math.Inf(1), math.Inf(-1)
	var words []string
	for _, p := range periods {
		if !p.Missing {
			low, high = min(low, p.Value), max(high, p.Value)
			words = append(words, p.Name+" "+p.Text)
		}
	}
	if len(words) < 2 {
		return nil
	}
	s := &sparkline{Text: title + ": " + strings.Join(words, ", ")}
	var path strings.Builder
	command := "M"
	for i, p := range periods {
		if p.Missing {
			command = "M"
			continue
		}
		s.LastX = cut(sparkMargin + float64(i)/float64(len(periods)-1)*(sparkWidth-2*sparkMargin))
		s.LastY = cut(sparkHeight / 2)
		if high > low {
			s.LastY = cut(sparkHeight - sparkMargin - (p.Value-low)/(high-low)*(sparkHeight-2*sparkMargin))
		}
		fmt.Fprintf(&path, "%s%g %g", command, s.LastX, s.LastY)
		command = "L"
	}
	s.Path = path.String()
	return s
}

// cut keeps a tenth of a pixel.
func cut(v float64) float64 { return math.Round(v*10) / 10 }
