package plot

import (
	"sync"

	"charts/internal/chart"
)

// A picture is a chart that is put on pixels in strips, from the top down.
type picture struct {
	sketch sketch
	strip  strip
	rows   int // of a strip; the last may have fewer
	line   line
	colors colorTable
}

// pictures keeps what was drawn on before: its pixels are the greatest part of
// what a render allocates.
var pictures = sync.Pool{New: func() any { return &picture{strip: newStrip()} }}

// newPicture draws a chart, to be put on strips of so many pixels.
func newPicture(c *chart.Chart, atOnce int) (*picture, error) {
	p := pictures.Get().(*picture)
	p.sketch.begin(c)
	p.rows = min(p.sketch.height, max(1, atOnce/p.sketch.width))
	p.strip.begin(c, p.rows)
	return p, paint(&p.sketch, c)
}

func (p *picture) release() { pictures.Put(p) }

// eachRow calls visit with the rows from the top down until it has seen enough.
func (p *picture) eachRow(visit func(y int, row []pixel) bool) {
	r := &p.strip
	for top := 0; top < p.sketch.height; top += p.rows {
		r.moveTo(top, min(p.rows, p.sketch.height-top))
		r.draw(p.sketch.shapes)
		for y := range r.height {
			if !visit(top+y, r.row(y)) {
				return
			}
		}
	}
}

// encode is the palette and the compressed rows, each after its filter byte, or
// rows of RGB without one. Colors are numbered as they come, so that a picture of
// at most 256 is written while it is drawn. One of more is written when it is known
// which colors to keep.
func (p *picture) encode() (palette []pixel, rows []byte) {
	t := &p.colors
	t.reset()
	rows = p.deflated(func(y int, row []pixel) bool {
		if !t.read(row) {
			return false
		}
		if len(t.used) <= maxPalette {
			p.line.number(t, y)
		} else {
			p.line = line{} // these numbers will not do
		}
		return true
	})
	palette = t.choose()
	switch {
	case palette == nil:
		rows = p.deflated(func(_ int, row []pixel) bool {
			p.line = line{bytes: direct(append(p.line.bytes[:0], 0), row)}
			return true
		})
	case len(t.used) > maxPalette && t.lost:
		again := *t
		again.runs, again.rows = nil, nil
		rows = p.deflated(func(y int, row []pixel) bool {
			again.read(row)
			p.line.number(&again, y)
			return true
		})
	case len(t.used) > maxPalette:
		rows = p.compressed(func(write func()) {
			for y := range t.rows {
				p.line.number(t, y)
				write()
			}
		})
	}
	return palette, rows
}

// deflated is the compressed lines that a function makes of the rows.
func (p *picture) deflated(line func(y int, row []pixel) bool) []byte {
	return p.compressed(func(write func()) {
		p.eachRow(func(y int, row []pixel) bool {
			more := line(y, row)
			write()
			return more
		})
	})
}

// compressed is the lines in hand whenever write was called.
func (p *picture) compressed(lines func(write func())) []byte {
	z := newStream()
	lines(func() { z.write(p.line) })
	return z.end()
}

// A line is a row of a PNG: its filter byte, and its samples.
type line struct {
	bytes []byte
	again bool // it is the one before
}

// number makes a line of the numbers of the colors of row y, which is still known.
func (l *line) number(t *colorTable, y int) {
	if l.again = y > 0 && t.rows[y] == t.rows[y-1]; !l.again {
		l.bytes = t.appendRow(append(l.bytes[:0], 0), y)
	}
}
