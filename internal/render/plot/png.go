package plot

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"math"

	"charts/internal/chart"
)

// PNG draws a chart as a PNG of its physical size, with its title, its alt text,
// its id and the hash of its data in text chunks.
func PNG(c *chart.Chart) ([]byte, error) { return pngInStrips(c, stripPixels) }

// stripPixels is how much of a picture is held at once: a poster needs no more
// memory than a small figure.
const stripPixels = 1 << 19

func pngInStrips(c *chart.Chart, atOnce int) ([]byte, error) {
	if err := check(c); err != nil {
		return nil, err
	}
	p, err := newPicture(c, atOnce)
	defer p.release()
	if err != nil {
		return nil, err
	}
	return encodePNG(c, p), nil
}

// encodePNG writes the pixels without filters: on charts they cost more than
// they save. What describes the picture stands first, so that a reader finds it
// without the pixels.
func encodePNG(c *chart.Chart, p *picture) []byte {
	var w pngWriter
	palette, rows := p.encode()
	w.Write([]byte("\x89PNG\r\n\x1a\n"))
	w.header(p.sketch.width, p.sketch.height, len(palette) > 0)
	w.resolution(dpi(c))
	w.text("Title", c.Title)
	w.text("Description", c.Alt)
	w.text("charts:figure", c.ID)
	w.text("charts:data", c.DataHash())
	if len(palette) > 0 {
		w.chunk("PLTE", triples(palette))
	}
	w.chunk("IDAT", rows)
	w.chunk("IEND", nil)
	return w.Bytes()
}

type pngWriter struct{ bytes.Buffer }

func (w *pngWriter) chunk(name string, data []byte) {
	var n [4]byte
	binary.BigEndian.PutUint32(n[:], uint32(len(data)))
	w.Write(n[:])
	start := w.Len()
	w.WriteString(name)
	w.Write(data)
	binary.BigEndian.PutUint32(n[:], crc32.ChecksumIEEE(w.Bytes()[start:]))
	w.Write(n[:])
}

// header says the size and 8 bits a sample, of a palette or of RGB.
func (w *pngWriter) header(width, height int, palette bool) {
	data := make([]byte, 13)
	binary.BigEndian.PutUint32(data, uint32(width))
	binary.BigEndian.PutUint32(data[4:], uint32(height))
	data[8], data[9] = 8, 2
	if palette {
		data[9] = 3
	}
	w.chunk("IHDR", data)
}

// resolution says the pixels a meter.
func (w *pngWriter) resolution(dpi float64) {
	perMeter := uint32(math.Round(dpi / 0.0254))
	data := make([]byte, 9)
	binary.BigEndian.PutUint32(data, perMeter)
	binary.BigEndian.PutUint32(data[4:], perMeter)
	data[8] = 1
	w.chunk("pHYs", data)
}

// text writes ASCII as tEXt and the rest as iTXt, which is UTF-8.
func (w *pngWriter) text(keyword, s string) {
	s = printable(s)
	if isASCII(s) {
		w.chunk("tEXt", []byte(keyword+"\x00"+s))
		return
	}
	w.chunk("iTXt", []byte(keyword+"\x00\x00\x00\x00\x00"+s))
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

func triples(palette []pixel) []byte {
	out := make([]byte, 0, 3*len(palette))
	for _, p := range palette {
		out = append(out, byte(p>>16), byte(p>>8), byte(p))
	}
	return out
}

// direct appends the pixels of a row as RGB.
func direct(to []byte, row []pixel) []byte {
	for _, p := range row {
		to = append(to, byte(p>>16), byte(p>>8), byte(p))
	}
	return to
}
