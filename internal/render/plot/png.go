package plot

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"math"
	"sync"

	"github.com/klauspost/compress/zlib"

	"charts/internal/chart"
	"charts/internal/font"
)

// PNG draws a chart as a PNG of its physical size, with its title, its alt text,
// its id and the hash of its data in text chunks.
func PNG(c *chart.Chart, fonts font.Family) ([]byte, error) {
	if err := check(c, fonts); err != nil {
		return nil, err
	}
	b, err := newBitmap(c, fonts)
	defer b.release()
	if err != nil {
		return nil, err
	}
	return encodePNG(c, b), nil
}

// encodePNG writes the pixels without filters: on charts they cost more than
// they save. What describes the picture is first, so that a reader finds it
// without the pixels.
func encodePNG(c *chart.Chart, b *bitmap) []byte {
	var w pngWriter
	palette, rows := b.encode()
	w.Write([]byte("\x89PNG\r\n\x1a\n"))
	w.header(b.width, b.height, len(palette) > 0)
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

// colorTables keeps their room.
var colorTables = sync.Pool{New: func() any { return new(colorTable) }}

// compression is the fastest: level 6 takes half as long again for the whole
// picture and saves a tenth of it.
const compression = zlib.BestSpeed

// usualSize is more than most pictures take, in bytes.
const usualSize = 48 << 10

// compressors keeps the compressor's tables.
var compressors = sync.Pool{New: func() any {
	w, err := zlib.NewWriterLevel(nil, compression)
	if err != nil {
		panic("plot: " + err.Error())
	}
	return w
}}

// encode is the palette and the compressed rows, each after its filter byte, or
// rows of RGB without one.
func (b *bitmap) encode() (palette []pixel, rows []byte) {
	t := colorTables.Get().(*colorTable)
	defer colorTables.Put(t)
	t.reset()
	for y := 0; y < b.height && t.read(b.row(y)); y++ {
	}
	palette = t.choose()
	out := bytes.NewBuffer(make([]byte, 0, usualSize))
	z := compressors.Get().(*zlib.Writer)
	defer compressors.Put(z)
	z.Reset(out)
	line := make([]byte, 0, 1+3*b.width)
	for y := range b.height {
		again := palette != nil && y > 0 && t.rows[y] == t.rows[y-1]
		switch {
		case palette == nil:
			line = direct(append(line[:0], 0), b.row(y))
		case !again:
			line = t.appendRow(append(line[:0], 0), y)
		}
		z.Write(line) // a bytes.Buffer takes everything
	}
	z.Close()
	return palette, out.Bytes()
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
