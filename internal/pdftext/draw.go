package pdftext

import (
	"image"
	"math"
)

// maxPicture is how many pixels a page is drawn with at most.
const maxPicture = 40e6

// A View is a page to draw, as it is read: one that lies on its side is turned.
type View struct {
	Page          int // from 1
	Turned        int // degrees that it is turned by, beyond what the file says
	Width, Height int // pixels
}

// Draw draws pages of a file with PDFium, as a reader would see them on white paper.
func Draw(src []byte, views []View) ([]*image.RGBA, error) {
	return withPDFium(func(p *pdfium) ([]*image.RGBA, error) {
		doc := p.load(src)
		n := p.count("FPDF_GetPageCount", doc)
		var all []*image.RGBA
		for _, v := range views {
			if v.Page < 1 || v.Page > n || float64(v.Width)*float64(v.Height) > maxPicture {
				return nil, ErrTooLarge
			}
			all = append(all, p.draw(p.call("FPDF_LoadPage", doc, uint64(v.Page-1)), v))
		}
		return all, p.err
	})
}

// whitePaper is the colour under a page.
const whitePaper = 0xffffffff

func (p *pdfium) draw(page uint64, v View) *image.RGBA {
	width, height := uint64(v.Width), uint64(v.Height)
	bitmap := p.call("FPDFBitmap_Create", width, height, 0)
	p.call("FPDFBitmap_FillRect", bitmap, 0, 0, width, height, whitePaper)
	p.call("FPDF_RenderPageBitmap", bitmap, page, 0, 0, width, height, uint64((v.Turned%360+360)%360/90), 0)
	stride := p.count("FPDFBitmap_GetStride", bitmap)
	at := p.call("FPDFBitmap_GetBuffer", bitmap)
	img := image.NewRGBA(image.Rect(0, 0, v.Width, v.Height))
	if p.err != nil || bitmap == 0 || stride < 4*v.Width || stride > math.MaxInt32/max(v.Height, 1) {
		return img
	}
	pixels, ok := p.module.Memory().Read(uint32(at), uint32(stride*v.Height))
	if !ok {
		p.err = ErrTooLarge
		return img
	}
	for y := range v.Height {
		row, to := pixels[y*stride:], img.Pix[y*img.Stride:]
		for x := 0; x < 4*v.Width; x += 4 { // blue comes first
			to[x], to[x+1], to[x+2], to[x+3] = row[x+2], row[x+1], row[x], 0xff
		}
	}
	p.call("FPDFBitmap_Destroy", bitmap)
	p.call("FPDF_ClosePage", page)
	return img
}
