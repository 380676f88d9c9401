package plot

import (
	"image"
	"image/color"
	"math"

	"charts/internal/chart"
	"charts/internal/font"

	imagefont "golang.org/x/image/font"
	gonumfont "gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// A pen is the state of a canvas, and the part of [vg.Canvas] that is the same
// for every format.
type pen struct {
	state
	saved []state
	base  matrix // of the output, before any transform
	fonts font.Family
}

type state struct {
	color  color.RGBA
	width  vg.Length
	dashes []vg.Length
	offset vg.Length
	matrix matrix // from the canvas, Y upwards, to the output, Y downwards
}

// newPen returns a pen for an output of a height in points, with scale units of
// the output a point.
func newPen(height, scale float64, fonts font.Family) pen {
	m := matrix{xx: scale, yy: -scale, y0: height * scale}
	return pen{base: m, fonts: fonts, state: state{matrix: m, width: 1, color: color.RGBA{A: 255}}}
}

func (p *pen) SetLineWidth(w vg.Length) { p.width = w }

func (p *pen) SetLineDash(dashes []vg.Length, offset vg.Length) {
	p.dashes, p.offset = dashes, offset
}

func (p *pen) SetColor(c color.Color) {
	if c == nil {
		c = color.Black
	}
	p.color = color.RGBAModel.Convert(c).(color.RGBA)
}

func (p *pen) Rotate(angle float64) {
	sin, cos := math.Sincos(angle)
	p.matrix = p.matrix.after(matrix{xx: cos, xy: -sin, yx: sin, yy: cos})
}

func (p *pen) Translate(by vg.Point) {
	p.matrix = p.matrix.after(matrix{xx: 1, yy: 1, x0: float64(by.X), y0: float64(by.Y)})
}

func (p *pen) Scale(x, y float64) {
	p.matrix = p.matrix.after(matrix{xx: x, yy: y})
}

func (p *pen) Push() { p.saved = append(p.saved, p.state) }

func (p *pen) Pop() {
	last := len(p.saved) - 1
	p.state, p.saved = p.saved[last], p.saved[:last]
}

// DrawImage draws nothing: no mark is a picture.
func (p *pen) DrawImage(vg.Rectangle, image.Image) {}

// lineOf returns what FillString asks for as a text of the chart. It is moved by
// the pen's transform but neither turned nor scaled.
func (p *pen) lineOf(f gonumfont.Face, at vg.Point, s string) chart.Text {
	q := p.matrix.apply(at)
	return chart.Text{
		S: s, Size: float64(f.Font.Size), Bold: f.Font.Weight >= imagefont.WeightBold,
		X: float64(q.X) / p.base.xx, Y: float64(q.Y) / p.base.xx,
		Color: hex(p.color), Align: chart.AlignLeft,
	}
}

// rounded reports whether a stroke has round ends: dashes and single straight
// lines end where they are told to.
func (p *pen) rounded(path vg.Path) bool { return len(p.dashes) == 0 && len(path) > 2 }

// rect returns the box of the output that a path fills, when it fills just one.
func (p *pen) rect(path vg.Path) (r vg.Rectangle, ok bool) {
	r, ok = rectOf(path)
	if !ok || p.matrix.turned() {
		return r, false
	}
	a, b := p.matrix.apply(r.Min), p.matrix.apply(r.Max)
	return vg.Rectangle{
		Min: vg.Point{X: min(a.X, b.X), Y: min(a.Y, b.Y)},
		Max: vg.Point{X: max(a.X, b.X), Y: max(a.Y, b.Y)},
	}, true
}

// circle returns the circle of the output that a path fills, when it fills just one.
func (p *pen) circle(path vg.Path) (middle vg.Point, radius vg.Length, ok bool) {
	middle, radius, ok = circleOf(path)
	if !ok || p.matrix.turned() || p.matrix.xx != -p.matrix.yy {
		return middle, radius, false
	}
	return p.matrix.apply(middle), radius * vg.Length(p.matrix.xx), true
}

func hex(c color.RGBA) chart.Color {
	const digits = "0123456789abcdef"
	return chart.Color([]byte{'#',
		digits[c.R>>4], digits[c.R&15], digits[c.G>>4], digits[c.G&15], digits[c.B>>4], digits[c.B&15]})
}

// A matrix is an affine transform. Its products are rounded one by one, so that
// no processor fuses them with the sum.
type matrix struct{ xx, xy, x0, yx, yy, y0 float64 }

func (m matrix) apply(p vg.Point) vg.Point {
	x, y := float64(p.X), float64(p.Y)
	return vg.Point{
		X: vg.Length(m.xx*x + m.xy*y + m.x0),
		Y: vg.Length(m.yx*x + m.yy*y + m.y0),
	}
}

// after returns the transform that does n first.
func (m matrix) after(n matrix) matrix {
	o := m.apply(vg.Point{X: vg.Length(n.x0), Y: vg.Length(n.y0)})
	return matrix{
		xx: m.xx*n.xx + m.xy*n.yx, xy: m.xx*n.xy + m.xy*n.yy,
		yx: m.yx*n.xx + m.yy*n.yx, yy: m.yx*n.xy + m.yy*n.yy,
		x0: float64(o.X), y0: float64(o.Y),
	}
}

// turned reports whether boxes along the axes do not stay so.
func (m matrix) turned() bool { return m.xy != 0 || m.yx != 0 }
