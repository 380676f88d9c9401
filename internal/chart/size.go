package chart

import (
	"fmt"
	"regexp"
	"strconv"
)

// pointsPerMM is the length of a millimetre in points.
const pointsPerMM = 72 / 25.4

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
func formSize(f Form) pageSize {
	switch f {
	case Slide:
		return pageSize{width: slideWidth, height: slideWidth * 9 / 16, dpi: 144, sizes: slideSizes}
	case Screen:
		return pageSize{width: 720, dpi: 96, sizes: screenSizes}
	}
	return pageSize{width: 150 * pointsPerMM, dpi: 300, sizes: reportSizes}
}

// phoneEms is how many ems a phone is wide at most.
const phoneEms = 30

// onPhone reports whether the page is so narrow that nobody can make it wider.
func (d *draft) onPhone() bool { return d.opts.Form == Screen && d.em < phoneEms }

var sizeSyntax = regexp.MustCompile(`^\s*(\d+(?:\.\d+)?)(?:\s*[x×]\s*(\d+(?:\.\d+)?))?\s*(mm|px)?\s*$`)

// parseSize reads 150x90mm, 150mm or 1600x1000. Pixels make the picture exactly
// that large, with text as on a slide.
func parseSize(s string) (pageSize, error) {
	m := sizeSyntax.FindStringSubmatch(s)
	if m == nil || m[3] != "mm" && m[2] == "" {
		return pageSize{}, fmt.Errorf("size %q is not like 150x90mm, 150mm or 1600x1000", s)
	}
	w, _ := strconv.ParseFloat(m[1], 64)
	h, _ := strconv.ParseFloat(m[2], 64) // 0 when it is left out
	if m[3] == "mm" {
		if !within(w, minMM, maxMM) || m[2] != "" && !within(h, minMM, maxMM) {
			return pageSize{}, fmt.Errorf("size %q is out of bounds: a side has %d to %d mm", s, minMM, maxMM)
		}
		return pageSize{width: w * pointsPerMM, height: h * pointsPerMM, dpi: 300, sizes: reportSizes}, nil
	}
	if !within(w, minPixels, maxPixels) || !within(h, minPixels, maxPixels) || w != float64(int(w)) || h != float64(int(h)) {
		return pageSize{}, fmt.Errorf("size %q is out of bounds: a side has %d to %d whole pixels", s, minPixels, maxPixels)
	}
	return pageSize{width: slideWidth, height: slideWidth * h / w, dpi: 72 * w / slideWidth, pixels: true, sizes: slideSizes}, nil
}

func within(v float64, low, high int) bool { return v >= float64(low) && v <= float64(high) }
