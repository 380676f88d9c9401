package kind

import (
	"strconv"

	"charts/internal/chart"
	"charts/internal/layout"
	"charts/internal/message"
	"charts/internal/palette"
	"charts/internal/regexp"
	"charts/internal/spec"
)

// slideWidth is the width of a slide in points: 13.33 in.
const slideWidth = 960.0

// Bounds of a picture: a side in millimetres and in pixels.
const (
	minMM, maxMM         = 20, 2000
	minPixels, maxPixels = 100, 10000
)

// A pageSize is the width of a picture, its height (0: by the content) and the
// sizes of its texts.
type pageSize struct {
	width, height float64 // points
	dpi           float64
	pixels        bool // the author asked for pixels
	sizes         sizes
}

// formSize is the size of a form when the author asks for none.
func formSize(f chart.Form) pageSize {
	switch f {
	case chart.Slide:
		return pageSize{width: slideWidth, height: slideWidth * 9 / 16, dpi: 144, sizes: slideSizes}
	case chart.Screen:
		return pageSize{width: 720, dpi: 96, sizes: screenSizes}
	}
	return pageSize{width: 150 * layout.PointsPerMM, dpi: 300, sizes: reportSizes}
}

var sizeSyntax = regexp.MustCompile(`^\s*(\d+(?:\.\d+)?)(?:\s*[x×]\s*(\d+(?:\.\d+)?))?\s*(mm|px)?\s*$`)

// parseSize reads 150x90mm, 150mm or 1600x1000. Pixels make the picture exactly
// that large, with text as on a slide.
func parseSize(s string) (pageSize, error) {
	m := sizeSyntax.FindStringSubmatch(s)
	if m == nil || m[3] != "mm" && m[2] == "" {
		return pageSize{}, message.Errorf("size %q is not like 150x90mm, 150mm or 1600x1000", s)
	}
	w, _ := strconv.ParseFloat(m[1], 64)
	h, _ := strconv.ParseFloat(m[2], 64) // 0 when it is left out
	if m[3] == "mm" {
		if !within(w, minMM, maxMM) || m[2] != "" && !within(h, minMM, maxMM) {
			return pageSize{}, message.Errorf("size %q is out of bounds: a side has %d to %d mm", s, minMM, maxMM)
		}
		return pageSize{width: w * layout.PointsPerMM, height: h * layout.PointsPerMM, dpi: 300, sizes: reportSizes}, nil
	}
	if !within(w, minPixels, maxPixels) || !within(h, minPixels, maxPixels) || w != float64(int(w)) || h != float64(int(h)) {
		return pageSize{}, message.Errorf("size %q is out of bounds: a side has %d to %d whole pixels", s, minPixels, maxPixels)
	}
	return pageSize{width: slideWidth, height: slideWidth * h / w, dpi: 72 * w / slideWidth, pixels: true, sizes: slideSizes}, nil
}

// CheckSize says why a text is no size of a picture.
func CheckSize(s string) error {
	_, err := parseSize(s)
	return err
}

func within(v float64, low, high int) bool { return v >= float64(low) && v <= float64(high) }

// sizes are the sizes of texts and lines in points. The head is that of the
// subtitle; margins go by it.
type sizes struct{ text, small, title, head, hair, line, dot, lead float64 }

var (
	reportSizes = sizes{text: 8.5, small: 7.5, title: 10.5, hair: 0.4, line: 1.6, dot: 4.2, lead: 0.5}
	slideSizes  = sizes{text: 16, small: 13, title: 26, hair: 0.75, line: 3, dot: 8, lead: 1}
	screenSizes = sizes{text: 12, small: 11, title: 15, hair: 1, line: 2, dot: 6, lead: 0.75}
)

// style is a theme with these sizes.
func (s sizes) style(t palette.Theme) chart.Style {
	return chart.Style{
		Theme: t.Name, Background: t.Background, Ink: t.Ink, Muted: t.Muted,
		Grid: t.Grid, Rule: t.Rule, Accent: t.Accent, Rest: t.Rest,
		TextSize: s.text, SmallSize: s.small, TitleSize: s.title,
		GridWidth: s.hair, LineWidth: s.line, DotSize: s.dot, LeadWidth: s.lead, LineHeight: 1.35,
	}
}

// with are the sizes with the author's changes, which are those on paper: slides
// and screens change in the same proportion.
func (s sizes) with(own spec.Sizes) sizes {
	for _, c := range []struct {
		to    *float64
		at    spec.At[float64]
		paper float64
	}{
		{&s.text, own.Text, reportSizes.text}, {&s.small, own.Small, reportSizes.small}, {&s.title, own.Title, reportSizes.title},
		{&s.hair, own.Grid, reportSizes.hair}, {&s.line, own.Line, reportSizes.line}, {&s.dot, own.Dot, reportSizes.dot},
	} {
		if c.at.Set() {
			*c.to = chart.Cut(*c.to * c.at.V / c.paper)
		}
	}
	return s
}

// scaled are the sizes with texts so many times as large.
func (s sizes) scaled(by textScale) sizes {
	s.head, s.title = chart.Cut(s.text*by.head), chart.Cut(s.title*by.head)
	s.text, s.small = chart.Cut(s.text*by.figure), chart.Cut(s.small*by.figure)
	return s
}
