package plot

import (
	"bytes"
	"fmt"
	"time"

	"charts/internal/chart"
	"charts/internal/font"

	"codeberg.org/go-pdf/fpdf"
	gonumfont "gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// PDF draws a chart as a page of its size, with text that can be found and
// copied, in the embedded fonts cut to the characters used.
func PDF(c *chart.Chart) ([]byte, error) {
	if err := check(c); err != nil {
		return nil, err
	}
	p := newPDF(c)
	if err := paint(p, c); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := p.doc.Output(&out); err != nil {
		return nil, fmt.Errorf("%s: writing PDF: %w", c.ID, err)
	}
	return out.Bytes(), nil
}

// A pdfCanvas draws on the only page of a document.
type pdfCanvas struct {
	pen
	doc *fpdf.Fpdf
}

// newPDF begins a document. Its dates are those of no clock, so that the same
// chart has the same bytes.
func newPDF(c *chart.Chart) *pdfCanvas {
	doc := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: c.Width, Ht: c.Height}})
	epoch := time.Unix(0, 0).UTC()
	doc.SetCreationDate(epoch)
	doc.SetModificationDate(epoch)
	doc.SetCatalogSort(true)
	doc.SetProducer("charts", true)
	doc.SetTitle(printable(c.Title), true)
	doc.SetSubject(printable(c.Alt), true)
	doc.SetLang(c.Lang)
	doc.SetAutoPageBreak(false, 0)
	doc.AddPage()
	doc.SetLineJoinStyle("round")
	return &pdfCanvas{pen: newPen(c.Height, 1), doc: doc}
}

// Fill fills a path by the non-zero rule.
func (p *pdfCanvas) Fill(path vg.Path) {
	p.doc.SetFillColor(int(p.color.R), int(p.color.G), int(p.color.B))
	if r, ok := p.rect(path); ok {
		p.doc.Rect(float64(r.Min.X), float64(r.Min.Y), float64(r.Size().X), float64(r.Size().Y), "F")
		return
	}
	walk(path, p.matrix, pdfPath{p.doc})
	p.doc.DrawPath("F")
}

// Stroke draws along a path.
func (p *pdfCanvas) Stroke(path vg.Path) {
	if p.width <= 0 || len(path) == 0 {
		return
	}
	p.doc.SetDrawColor(int(p.color.R), int(p.color.G), int(p.color.B))
	p.doc.SetLineWidth(float64(p.width))
	dashes := make([]float64, len(p.dashes))
	for i, d := range p.dashes {
		dashes[i] = float64(d)
	}
	p.doc.SetDashPattern(dashes, float64(p.offset))
	ends := "butt"
	if p.rounded(path) {
		ends = "round"
	}
	p.doc.SetLineCapStyle(ends)
	walk(path, p.matrix, pdfPath{p.doc})
	p.doc.DrawPath("D")
}

// pdfPath is the sink that draws into a document.
type pdfPath struct{ doc *fpdf.Fpdf }

func (d pdfPath) moveTo(p vg.Point) { d.doc.MoveTo(float64(p.X), float64(p.Y)) }
func (d pdfPath) lineTo(p vg.Point) { d.doc.LineTo(float64(p.X), float64(p.Y)) }
func (d pdfPath) closePath()        { d.doc.ClosePath() }

func (d pdfPath) cubeTo(a, b, p vg.Point) {
	d.doc.CurveBezierCubicTo(float64(a.X), float64(a.Y), float64(b.X), float64(b.Y), float64(p.X), float64(p.Y))
}

// FillString draws a text from its left end.
func (p *pdfCanvas) FillString(f gonumfont.Face, at vg.Point, s string) {
	p.text(p.lineOf(f, at, s))
}

func (p *pdfCanvas) text(t chart.Text) {
	p.setFont(t)
	x := leftOf(t)
	start := 0
	for i, r := range t.S {
		if typeset(r) {
			continue
		}
		x = p.run(t, x, t.S[start:i])
		p.glyph(t, x, r)
		x += font.Width(string(r), t.Size, t.Bold)
		start = i + len(string(r))
	}
	p.run(t, x, t.S[start:])
}

// typeset reports whether fpdf can set a character: not the spaces that the
// fonts lack, and not what lies beyond the basic plane.
func typeset(r rune) bool { return r <= 0xFFFF && !font.IsThin(r) }

// run sets a part of a text and returns where it ends.
func (p *pdfCanvas) run(t chart.Text, x float64, s string) float64 {
	if s != "" {
		p.doc.Text(x, t.Y, s)
	}
	return x + font.Width(s, t.Size, t.Bold)
}

// glyph draws the outline of a character.
func (p *pdfCanvas) glyph(t chart.Text, x float64, r rune) {
	path := glyphPath(r, t.Bold)
	if len(path) == 0 {
		return
	}
	scale := t.Size / font.UnitsPerEm
	walk(path, matrix{xx: scale, yy: -scale, x0: x, y0: t.Y}, pdfPath{p.doc})
	p.doc.DrawPath("F")
}

// pdfFamily is the fonts' name within the document, where it may hold no blanks.
const pdfFamily = "NotoSansSC"

// setFont chooses the font and the color of a text; fpdf takes a font that it
// has already for nothing.
func (p *pdfCanvas) setFont(t chart.Text) {
	style := ""
	if t.Bold {
		style = "B"
	}
	p.doc.AddUTF8FontFromBytes(pdfFamily, style, font.TTF(t.Bold))
	p.doc.SetFont(pdfFamily, style, t.Size)
	ink := rgb(t.Color)
	p.doc.SetTextColor(int(ink.R), int(ink.G), int(ink.B))
	p.doc.SetFillColor(int(ink.R), int(ink.G), int(ink.B))
}
