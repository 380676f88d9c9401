package plot

import (
	"bytes"
	"fmt"
	"hash/crc32"
	"strings"
	"time"
	"unicode/utf8"

	"charts/internal/chart"
	"charts/internal/font"
	"charts/internal/message"

	"codeberg.org/go-pdf/fpdf"
	gonumfont "gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// PDF draws a chart as a page of its size, with text that can be found and
// copied, in fonts cut to the characters used.
func PDF(c *chart.Chart, fonts font.Family) ([]byte, error) {
	return Pages([]*chart.Chart{c}, fonts)
}

// Pages draws charts, one or more, as the pages of a PDF.
func Pages(charts []*chart.Chart, fonts font.Family) ([]byte, error) {
	p := newPDF(charts, fonts)
	for _, c := range charts {
		if err := check(c, fonts); err != nil {
			return nil, err
		}
		p.addPage(c)
		if err := paint(p, c); err != nil {
			return nil, err
		}
	}
	var out bytes.Buffer
	if err := p.doc.Output(&out); err != nil {
		return nil, message.Errorf("%s: writing PDF: %w", charts[0].ID, err)
	}
	return p.nameFonts(out.Bytes()), nil
}

// A pdfCanvas draws on the last page of a document.
type pdfCanvas struct {
	pen
	doc  *fpdf.Fpdf
	used map[*font.Face]pdfFont
	tag  string // of the subsets
}

// newPDF begins a document. Its dates are those of no clock, so that the same
// charts have the same bytes.
func newPDF(charts []*chart.Chart, fonts font.Family) *pdfCanvas {
	c := charts[0]
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
	p := &pdfCanvas{pen: newPen(c.Height, 1, fonts), doc: doc, used: map[*font.Face]pdfFont{}}
	var texts []chart.Text
	for _, c := range charts {
		texts = append(texts, c.Texts...)
	}
	p.addFonts(texts)
	return p
}

func (p *pdfCanvas) addPage(c *chart.Chart) {
	p.doc.AddPageFormat("P", fpdf.SizeType{Wd: c.Width, Ht: c.Height})
	p.doc.SetLineJoinStyle("round")
	p.pen = newPen(c.Height, 1, p.fonts)
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
	if t.S == "" {
		return
	}
	first, _ := utf8.DecodeRuneInString(t.S)
	face := p.fonts.Face(first, t.Bold)
	p.setFont(face, t.Size)
	ink := rgb(t.Color)
	p.doc.SetTextColor(int(ink.R), int(ink.G), int(ink.B))
	p.doc.SetFillColor(int(ink.R), int(ink.G), int(ink.B))
	x := p.leftOf(t)
	start := 0
	for i, r := range t.S {
		of := p.fonts.Face(r, t.Bold)
		if of == face && typeset(r) {
			continue
		}
		x = p.run(t, x, t.S[start:i])
		start = i
		if of != face {
			face = of
			p.setFont(face, t.Size)
		}
		if !typeset(r) {
			p.glyph(t, x, r)
			x += p.fonts.Width(string(r), t.Size, t.Bold)
			start += len(string(r))
		}
	}
	p.run(t, x, t.S[start:])
}

// typeset reports whether fpdf can set a character: not the spaces that the
// fonts lack, and not what lies beyond the basic plane.
func typeset(r rune) bool { return r <= 0xFFFF && !font.IsThin(r) }

// run sets a part of a text in the font that is set and returns where it ends.
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

// A pdfFont is a font of the document, as fpdf calls it.
type pdfFont struct{ family, style string }

// asWritten is what fpdf puts before a family.
const asWritten = "/utf8"

// addFonts embeds what the texts need of the fonts.
func (p *pdfCanvas) addFonts(texts []chart.Text) {
	parts := map[*font.Face]*strings.Builder{}
	var faces []*font.Face // in their order
	var all strings.Builder
	for _, bold := range []bool{false, true} {
		for _, t := range texts {
			if t.Bold != bold {
				continue
			}
			all.WriteString(t.S)
			for _, r := range t.S {
				face := p.fonts.Face(r, bold)
				if parts[face] == nil {
					parts[face], faces = new(strings.Builder), append(faces, face)
					p.used[face] = called(face, len(faces), bold)
				}
				parts[face].WriteRune(r)
			}
		}
	}
	for _, face := range faces {
		p.doc.AddUTF8FontFromBytes(p.used[face].family, p.used[face].style, face.Subset(parts[face].String()))
	}
	p.tag = subsetTag(all.String())
}

// called is how fpdf calls the n-th font: as long as its name will be with the tag.
func called(face *font.Face, n int, bold bool) pdfFont {
	switch {
	case !face.Embedded():
		return pdfFont{family: fmt.Sprintf("%0*d", len(face.Name())+3, n)}
	case bold:
		return pdfFont{"notosansscsub", "B"}
	}
	return pdfFont{"notosansscsub", ""}
}

// nameFonts gives the fonts their names: readers know a subset by its tag.
func (p *pdfCanvas) nameFonts(file []byte) []byte {
	for face, f := range p.used {
		file = bytes.ReplaceAll(file, []byte(asWritten+f.family), []byte("/"+p.tag+"+"+face.Name()))
	}
	return file
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

func (p *pdfCanvas) setFont(face *font.Face, size float64) {
	f := p.used[face]
	p.doc.SetFont(f.family, f.style, size)
}
