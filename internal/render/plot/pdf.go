package plot

import (
	"bytes"
	"hash/crc32"
	"strings"
	"time"

	"charts/internal/chart"
	"charts/internal/font"
	"charts/internal/message"

	"codeberg.org/go-pdf/fpdf"
	gonumfont "gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// PDF draws a chart as a page of its size, with text that can be found and
// copied, in the embedded fonts cut to the characters used.
func PDF(c *chart.Chart, fonts font.Family) ([]byte, error) {
	if err := check(c, fonts); err != nil {
		return nil, err
	}
	p := newPDF(c, fonts)
	if err := paint(p, c); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := p.doc.Output(&out); err != nil {
		return nil, message.Errorf("%s: writing PDF: %w", c.ID, err)
	}
	return p.nameSubsets(out.Bytes()), nil
}

// A pdfCanvas draws on the only page of a document.
type pdfCanvas struct {
	pen
	doc *fpdf.Fpdf
	tag string // of the subsets of fonts
}

// newPDF begins a document. Its dates are those of no clock, so that the same
// chart has the same bytes.
func newPDF(c *chart.Chart, fonts font.Family) *pdfCanvas {
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
	return &pdfCanvas{pen: newPen(c.Height, 1, fonts), doc: doc, tag: addFonts(doc, c.Texts)}
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
	x := p.leftOf(t)
	start := 0
	for i, r := range t.S {
		if typeset(r) {
			continue
		}
		x = p.run(t, x, t.S[start:i])
		p.glyph(t, x, r)
		x += p.fonts.Width(string(r), t.Size, t.Bold)
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
	return x + p.fonts.Width(s, t.Size, t.Bold)
}

// glyph draws the outline of a character.
func (p *pdfCanvas) glyph(t chart.Text, x float64, r rune) {
	path := glyphPath(p.fonts.Face(r, t.Bold), r)
	if len(path) == 0 {
		return
	}
	scale := t.Size / font.UnitsPerEm
	walk(path, matrix{xx: scale, yy: -scale, x0: x, y0: t.Y}, pdfPath{p.doc})
	p.doc.DrawPath("F")
}

// pdfFamily is what fpdf calls the fonts, and pdfName what it makes of it. That is
// as long as the name they get in the end, with the tag of a subset.
const (
	pdfFamily = "notosansscsub"
	pdfName   = "/utf8" + pdfFamily
	fontName  = "+NotoSansSC"
)

// nameSubsets gives the fonts their names: readers know a subset by its tag.
func (p *pdfCanvas) nameSubsets(file []byte) []byte {
	return bytes.ReplaceAll(file, []byte(pdfName), []byte("/"+p.tag+fontName))
}

// subsetTag is six capitals for the characters of a subset.
func subsetTag(chars string) string {
	sum := crc32.ChecksumIEEE([]byte(chars))
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + byte(sum%26)
		sum /= 26
	}
	return string(tag)
}

// addFonts embeds what the texts need of the fonts and returns the subsets' tag.
func addFonts(doc *fpdf.Fpdf, texts []chart.Text) (tag string) {
	var regular, bold strings.Builder
	for _, t := range texts {
		if t.Bold {
			bold.WriteString(t.S)
		} else {
			regular.WriteString(t.S)
		}
	}
	if regular.Len() > 0 {
		doc.AddUTF8FontFromBytes(pdfFamily, "", font.Subset(regular.String(), false))
	}
	if bold.Len() > 0 {
		doc.AddUTF8FontFromBytes(pdfFamily, "B", font.Subset(bold.String(), true))
	}
	return subsetTag(regular.String() + bold.String())
}

// setFont chooses the font and the color of a text.
func (p *pdfCanvas) setFont(t chart.Text) {
	style := ""
	if t.Bold {
		style = "B"
	}
	p.doc.SetFont(pdfFamily, style, t.Size)
	ink := rgb(t.Color)
	p.doc.SetTextColor(int(ink.R), int(ink.G), int(ink.B))
	p.doc.SetFillColor(int(ink.R), int(ink.G), int(ink.B))
}
