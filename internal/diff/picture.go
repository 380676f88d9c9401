package diff

import (
	"bytes"
	"image"
	"image/color"
	"image/png"

	"charts/internal/message"
)

// mostPixels is the largest picture that is compared point by point.
const mostPixels = 64 << 20

// difference draws what two PNG pictures do not share: the second one faint, and
// on it in red every point that differs. It gives the share of such points, too.
func difference(before, after []byte) (picture []byte, share float64, err error) {
	a, err := decode(before)
	if err != nil {
		return nil, 0, err
	}
	b, err := decode(after)
	if err != nil {
		return nil, 0, err
	}
	size := a.Bounds().Union(b.Bounds()) // of a high one and a wide one larger than both
	if size.Dx() > mostPixels/size.Dy() {
		return nil, 0, tooLarge(size.Dx(), size.Dy())
	}
	out := image.NewNRGBA(size)
	differ := 0
	for y := size.Min.Y; y < size.Max.Y; y++ {
		for x := size.Min.X; x < size.Max.X; x++ {
			p, q := at(a, x, y), at(b, x, y)
			if p != q {
				differ++
				out.SetNRGBA(x, y, color.NRGBA{R: 0xd6, G: 0x27, B: 0x28, A: 0xff})
				continue
			}
			out.SetNRGBA(x, y, faint(q))
		}
	}
	var buf bytes.Buffer
	if err := png.Encode(&buf, out); err != nil {
		return nil, 0, err
	}
	return buf.Bytes(), float64(differ) / float64(size.Dx()*size.Dy()), nil
}

func decode(src []byte) (image.Image, error) {
	config, err := png.DecodeConfig(bytes.NewReader(src))
	if err != nil {
		return nil, err
	}
	if config.Width <= 0 || config.Height <= 0 || config.Width > mostPixels/config.Height {
		return nil, tooLarge(config.Width, config.Height)
	}
	return png.Decode(bytes.NewReader(src))
}

func tooLarge(width, height int) error {
	return message.Errorf("a picture of %d × %d points is too large to compare", width, height)
}

// at is the colour of a point; outside the picture there is none.
func at(m image.Image, x, y int) color.NRGBA {
	if !image.Pt(x, y).In(m.Bounds()) {
		return color.NRGBA{}
	}
	return color.NRGBAModel.Convert(m.At(x, y)).(color.NRGBA)
}

// faint is a colour as grey that leaves the red to be seen.
func faint(c color.NRGBA) color.NRGBA {
	grey := color.GrayModel.Convert(c).(color.Gray).Y
	light := 0xff - (0xff-grey)/4
	return color.NRGBA{R: light, G: light, B: light, A: 0xff}
}
