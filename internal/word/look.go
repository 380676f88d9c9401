package word

import (
	"bytes"
	"image"
	_ "image/gif"  // documents hold them
	_ "image/jpeg" // documents hold them, and Word makes them
	_ "image/png"  // ours
	"math"

	"golang.org/x/image/draw"
)

// A Look is what a picture looks like, whatever its format and its size.
type Look struct {
	small []float64 // by which pictures are found again: its ink, less the mean, of length 1
	gray  *image.Gray
}

const (
	mostPoints = 64 << 20
	smallSide  = 48
	lookWidth  = 640 // at which two pictures are compared closely
	mostSlim   = 40  // how many times higher than wide a picture is that is compared
	block      = 8
)

// See looks at a picture; false if it is of a format that is not read, or too
// large.
func See(src []byte) (Look, bool) {
	config, _, err := image.DecodeConfig(bytes.NewReader(src))
	if err != nil || config.Width < 1 || config.Height < 1 || config.Width > mostPoints/config.Height || config.Height/config.Width > mostSlim {
		return Look{}, false
	}
	m, _, err := image.Decode(bytes.NewReader(src))
	if err != nil {
		return Look{}, false
	}
	return Look{ink(m), scaled(m, lookWidth, max(1, lookWidth*config.Height/config.Width))}, true
}

// ink is where a picture is dark, as a vector of length 1; of one colour it has
// none, and is like no other.
func ink(m image.Image) []float64 {
	small := scaled(m, smallSide, smallSide)
	v := make([]float64, len(small.Pix))
	mean := 0.0
	for i, p := range small.Pix {
		v[i] = float64(0xff - p)
		mean += v[i] / float64(len(v))
	}
	length := 0.0
	for i := range v {
		v[i] -= mean
		length += v[i] * v[i]
	}
	for i := range v {
		v[i] /= math.Sqrt(max(length, 1))
	}
	return v
}

// scaled is a picture in grey on white paper.
func scaled(m image.Image, width, height int) *image.Gray {
	white := image.NewRGBA(image.Rect(0, 0, width, height))
	draw.Draw(white, white.Bounds(), image.White, image.Point{}, draw.Src)
	draw.BiLinear.Scale(white, white.Bounds(), m, m.Bounds(), draw.Over, nil)
	gray := image.NewGray(white.Bounds())
	draw.Draw(gray, gray.Bounds(), white, image.Point{}, draw.Src)
	return gray
}

// Likeness is the correlation of two pictures at a glance: 1 is the same, 0 has
// nothing in common.
func (l Look) Likeness(other Look) float64 {
	sum := 0.0
	for i, x := range l.small {
		sum += x * other.small[i]
	}
	return sum
}

// alike is the largest difference of a block of a picture, in levels of grey, that
// compression and scaling make; a digit that changed makes more.
const alike = 22

// Same reports whether two pictures show the same: no block differs by more than
// compression does.
func (l Look) Same(other Look) bool {
	a, b := l.gray, other.gray
	if dy := a.Rect.Dy() - b.Rect.Dy(); dy < -2 || dy > 2 {
		return false
	}
	height := min(a.Rect.Dy(), b.Rect.Dy())
	for y := 0; y+block <= height; y += block {
		for x := 0; x+block <= lookWidth; x += block {
			if apart(a, b, x, y) > alike {
				return false
			}
		}
	}
	return true
}

// apart is the mean difference of one block.
func apart(a, b *image.Gray, x, y int) int {
	sum := 0
	for dy := range block {
		for dx := range block {
			d := int(a.GrayAt(x+dx, y+dy).Y) - int(b.GrayAt(x+dx, y+dy).Y)
			sum += max(d, -d)
		}
	}
	return sum / (block * block)
}
