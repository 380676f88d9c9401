package pdftext

import (
	"math"

	"github.com/tetratelabs/wazero/api"

	"charts/internal/meter"
)

// readPDFium reads a file with PDFium.
func readPDFium(src []byte, m *meter.Meter) ([]Page, error) {
	return withPDFium(func(p *pdfium) ([]Page, error) {
		pages := p.document(src, m)
		return pages, p.err
	})
}

// load opens a file.
func (p *pdfium) load(src []byte) (doc uint64) {
	at := p.call("malloc", uint64(len(src)))
	if p.err == nil && (at == 0 || !p.module.Memory().Write(uint32(at), src)) {
		p.err = ErrTooLarge
	}
	doc = p.call("FPDF_LoadMemDocument", at, uint64(len(src)), 0)
	if p.err == nil && doc == 0 {
		p.err = ErrNotPDF
	}
	return doc
}

func (p *pdfium) document(src []byte, m *meter.Meter) []Page {
	doc := p.load(src)
	n := p.count("FPDF_GetPageCount", doc)
	var pages []Page
	for i := 0; i < n && p.err == nil; i++ {
		m.Bytes(pageCost)
		pages = append(pages, p.page(p.call("FPDF_LoadPage", doc, uint64(i)), m))
	}
	return pages
}

// page reads a page; one that is damaged is empty.
func (p *pdfium) page(page uint64, m *meter.Meter) (out Page) {
	if page == 0 {
		return out
	}
	p.call("FPDF_GetPageBoundingBox", page, p.room)
	r := p.floats(4) // left, top, right, bottom
	ctm := out.turn([4]float64{r[0], r[3], r[2], r[1]}, 90*p.count("FPDFPage_GetRotation", page))
	text := p.call("FPDFText_LoadPage", page)
	p.glyphs(&out, text, ctm, m)
	p.call("FPDFText_ClosePage", text)
	for i := range p.count("FPDFPage_CountObjects", page) {
		p.object(&pen{page: &out}, p.call("FPDFPage_GetObject", page, uint64(i)), ctm, 0)
	}
	p.call("FPDF_ClosePage", page)
	return out
}

// floats are the results of n numbers of 32 bits.
func (p *pdfium) floats(n int) (out [6]float64) {
	for i := range n {
		v, _ := p.module.Memory().ReadFloat32Le(uint32(p.room) + 4*uint32(i))
		out[i] = float64(v)
	}
	return out
}

// doubles are the results of two numbers of 64 bits.
func (p *pdfium) doubles() (a, b float64) {
	a, _ = p.module.Memory().ReadFloat64Le(uint32(p.room))
	b, _ = p.module.Memory().ReadFloat64Le(uint32(p.room) + 8)
	return a, b
}

// glyphs reads the characters of a page; those that PDFium made up, such as
// line ends, are left out.
func (p *pdfium) glyphs(out *Page, text uint64, ctm matrix, m *meter.Meter) {
	n := p.count("FPDFText_CountChars", text)
	m.Times(n, glyphCost)
	for i := range uint64(n) {
		if p.err != nil {
			return
		}
		if p.call("FPDFText_IsGenerated", text, i) == 0 {
			p.glyph(out, text, i, ctm)
		}
	}
}

func (p *pdfium) glyph(out *Page, text, i uint64, ctm matrix) {
	g := Glyph{Text: Unknown}
	if c := rune(p.call("FPDFText_GetUnicode", text, i)); c != 0 && p.call("FPDFText_HasUnicodeMapError", text, i) != 1 {
		g.Text = string(c)
	}
	p.call("FPDFText_GetMatrix", text, i, p.room)
	m := matrix(p.floats(6)).mul(ctm)
	g.Size = api.DecodeF64(p.call("FPDFText_GetFontSize", text, i)) * math.Hypot(m[2], m[3])
	p.call("FPDFText_GetLooseCharBox", text, i, p.room)
	box := p.floats(4)
	x0, _ := ctm.point(box[0], box[1])
	x1, _ := ctm.point(box[2], box[3])
	g.X0, g.X1 = min(x0, x1), max(x0, x1)
	p.call("FPDFText_GetCharOrigin", text, i, p.room, p.room+8)
	_, g.Y = ctm.point(p.doubles())
	if math.Abs(m[1]) <= 0.01*math.Abs(m[0]) && g.Size > 0 {
		out.Glyphs = append(out.Glyphs, g)
	}
}

// Kinds of objects on a page, and of the segments of a path.
const (
	objectPath = 2
	objectForm = 5

	segmentLine  = 0
	segmentCurve = 1
	segmentMove  = 2
)

// object draws a path, or the paths of a form.
func (p *pdfium) object(to *pen, o uint64, ctm matrix, depth int) {
	kind := p.count("FPDFPageObj_GetType", o)
	if kind != objectPath && kind != objectForm || depth > maxChain || p.err != nil {
		return
	}
	p.call("FPDFPageObj_GetMatrix", o, p.room)
	m := matrix(p.floats(6)).mul(ctm)
	if kind == objectPath {
		p.path(to, o, m)
		return
	}
	for i := range p.count("FPDFFormObj_CountObjects", o) {
		p.object(to, p.call("FPDFFormObj_GetObject", o, uint64(i)), m, depth+1)
	}
}

func (p *pdfium) path(to *pen, path uint64, m matrix) {
	for i := range min(p.count("FPDFPath_CountSegments", path), maxRules) {
		segment := p.call("FPDFPath_GetPathSegment", path, uint64(i))
		p.call("FPDFPathSegment_GetPoint", segment, p.room, p.room+4)
		at := p.floats(2)
		x, y := m.point(at[0], at[1])
		switch p.count("FPDFPathSegment_GetType", segment) {
		case segmentMove:
			to.move(x, y)
		case segmentLine:
			to.line(x, y)
		case segmentCurve:
			to.curve(x, y)
		}
		if p.call("FPDFPathSegment_GetClose", segment) == 1 {
			to.close()
		}
	}
	p.call("FPDFPath_GetDrawMode", path, p.room, p.room+4)
	fill, _ := p.module.Memory().ReadUint32Le(uint32(p.room))
	stroke, _ := p.module.Memory().ReadUint32Le(uint32(p.room) + 4)
	to.paint(fill != 0, stroke != 0)
}
