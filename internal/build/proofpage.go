package build

import (
	"bytes"
	"image"
	"image/color"
	paint "image/draw"
	"image/png"
	"maps"
	"slices"

	"charts/internal/chart"
	"charts/internal/pdftext"
	"charts/internal/proof"
	"charts/internal/report"
)

// A page is a page of a PDF as it is drawn.
type page struct {
	png []byte
	ink *image.Gray // the darkest of each square point
}

// pixel is how many pixels a point has, and at once is how many pages are drawn at a
// time.
const (
	pixel  = proof.DPI / 72
	atOnce = 16
)

// drawPages draws pages, each once; those are missing that PDFium cannot draw.
func drawPages(src []byte, on []report.Page) map[int]page {
	views := map[int]pdftext.View{}
	for _, p := range on {
		views[p.Number] = pdftext.View{Page: p.Number, Turned: p.Turned, Width: int(p.Width * pixel), Height: int(p.Height * pixel)}
	}
	all := map[int]page{}
	for some := range slices.Chunk(slices.Sorted(maps.Keys(views)), atOnce) {
		var part []pdftext.View
		for _, n := range some {
			part = append(part, views[n])
		}
		drawn, err := pdftext.Draw(src, part)
		for i := range drawn {
			var b bytes.Buffer
			if err == nil && png.Encode(&b, drawn[i]) == nil {
				all[some[i]] = page{b.Bytes(), inkOf(drawn[i])}
			}
		}
	}
	return all
}

func inkOf(img *image.RGBA) *image.Gray {
	out := image.NewGray(image.Rect(0, 0, img.Rect.Dx()/pixel, img.Rect.Dy()/pixel))
	for y := range out.Rect.Dy() * pixel {
		for x := range out.Rect.Dx() * pixel {
			g := color.GrayModel.Convert(img.RGBAAt(x, y)).(color.Gray)
			if to := out.PixOffset(x/pixel, y/pixel); x%pixel+y%pixel == 0 || g.Y < out.Pix[to] {
				out.Pix[to] = g.Y
			}
		}
	}
	return out
}

// shows reports whether a page has ink, and paper, at a place.
func (p page) shows(at chart.Rect) bool {
	if p.ink == nil {
		return false
	}
	darkest, lightest := uint8(255), uint8(0)
	place := image.Rect(int(at.X), int(at.Y), int(at.X+at.W)+1, int(at.Y+at.H)+1).Intersect(p.ink.Rect)
	for y := place.Min.Y; y < place.Max.Y; y++ {
		for x := place.Min.X; x < place.Max.X; x++ {
			g := p.ink.GrayAt(x, y).Y
			darkest, lightest = min(darkest, g), max(lightest, g)
		}
	}
	return lightest > darkest && lightest-darkest > contrast
}

// contrast is how much letters differ from what they are on.
const contrast = 50

// below lays a page under a picture, as ink on ink.
func (p page) below(over image.Image, at chart.Rect) (image.Image, error) {
	under, err := png.Decode(bytes.NewReader(p.png))
	if err != nil {
		return nil, err
	}
	out := image.NewRGBA(over.Bounds())
	paint.Draw(out, out.Rect, image.White, image.Point{}, paint.Src)
	paint.Draw(out, under.Bounds().Add(image.Pt(int(at.X*pixel), int(at.Y*pixel))), under, image.Point{}, paint.Src)
	for y := range out.Rect.Dy() {
		for x := range out.Rect.Dx() {
			c, o := out.RGBAAt(x, y), color.RGBAModel.Convert(over.At(x, y)).(color.RGBA)
			out.SetRGBA(x, y, color.RGBA{multiplied(c.R, o.R), multiplied(c.G, o.G), multiplied(c.B, o.B), 0xff})
		}
	}
	return out, nil
}

func multiplied(a, b uint8) uint8 { return uint8(int(a) * int(b) / 0xff) }

// stacked are pictures under one another.
func stacked(all []image.Image) image.Image {
	if len(all) == 1 {
		return all[0]
	}
	var size image.Rectangle
	for _, img := range all {
		size.Max = image.Pt(max(size.Max.X, img.Bounds().Dx()), size.Max.Y+img.Bounds().Dy())
	}
	out := image.NewRGBA(size)
	paint.Draw(out, size, image.White, image.Point{}, paint.Src)
	y := 0
	for _, img := range all {
		paint.Draw(out, img.Bounds().Add(image.Pt(0, y)), img, image.Point{}, paint.Src)
		y += img.Bounds().Dy()
	}
	return out
}
