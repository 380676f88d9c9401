package plot

import (
	"cmp"
	"slices"
)

// maxPalette is how many colors an indexed PNG can have.
const maxPalette = 256

// indexed returns a palette and the rows as indexes of it, or nothing when the
// picture has too many colors. The rows are the canvas's to use again. Most rows
// of a chart equal the one above.
func indexed(r *rasterCanvas) (palette []pixel, rows []byte) {
	table := count(r)
	if table == nil {
		return nil, nil
	}
	palette, ok := table.choose()
	if !ok {
		return nil, nil
	}
	r.rows = slices.Grow(r.rows[:0], len(r.pix)+r.height)
	for y := range r.height {
		if table.repeats[y] {
			r.rows = append(r.rows, r.rows[len(r.rows)-r.width-1:]...)
			continue
		}
		r.rows = append(r.rows, 0)
		r.rows = table.appendRow(r.rows, r.row(y))
	}
	return palette, r.rows
}

// row returns a row of pixels.
func (r *rasterCanvas) row(y int) []pixel { return r.pix[y*r.width : (y+1)*r.width] }

// same reports whether two rows are equal, by blocks, which compare as memory.
func same(a, b []pixel) bool {
	const block = 64
	for len(a) >= block {
		if *(*[block]pixel)(a) != *(*[block]pixel)(b) {
			return false
		}
		a, b = a[block:], b[block:]
	}
	return slices.Equal(a, b)
}

// A colorTable counts colors by open addressing and then maps them to a palette.
type colorTable struct {
	slots   [4 * maxColors]colorSlot
	used    []uint16 // slots, in the order of their first pixels
	repeats []bool   // rows that equal the one above
}

type colorSlot struct {
	color  pixel
	pixels int32 // runs of it; 0: the slot is free
	number byte  // in the palette
}

// maxColors is how many colors are worth fitting into a palette.
const maxColors = 1 << 11

// count counts the runs of each color, nil when there are too many colors.
func count(r *rasterCanvas) *colorTable {
	t := &colorTable{repeats: make([]bool, r.height)}
	for y := range r.height {
		if y > 0 && same(r.row(y), r.row(y-1)) {
			t.repeats[y] = true
		} else if !t.countRow(r.row(y)) {
			return nil
		}
	}
	return t
}

// countRow fails at the first color too many.
func (t *colorTable) countRow(row []pixel) bool {
	last := ^row[0]
	for _, p := range row {
		if p == last {
			continue
		}
		last = p
		t.slot(p).pixels++
		if len(t.used) > maxColors {
			return false
		}
	}
	return true
}

// slot returns the slot of a color, taking a free one for a new color.
func (t *colorTable) slot(p pixel) *colorSlot {
	const mask = pixel(len(t.slots) - 1)
	for i := p * 0x9E3779B1 >> 19 & mask; ; i = (i + 1) & mask {
		s := &t.slots[i]
		if s.pixels == 0 {
			s.color = p
			t.used = append(t.used, uint16(i))
			return s
		}
		if s.color == p {
			return s
		}
	}
}

// choose makes the palette: the most frequent colors. The others are pixels on
// edges; each takes the nearest color of the palette, and when one is too far
// from all of them there is no palette.
func (t *colorTable) choose() (palette []pixel, ok bool) {
	order := slices.Clone(t.used)
	if len(order) > maxPalette {
		slices.SortStableFunc(order, func(a, b uint16) int { return cmp.Compare(t.slots[b].pixels, t.slots[a].pixels) })
	}
	for i, at := range order {
		s := &t.slots[at]
		if i < maxPalette {
			palette = append(palette, s.color)
			s.number = byte(i)
			continue
		}
		if s.number, ok = nearest(palette, s.color); !ok {
			return nil, false
		}
	}
	return palette, true
}

// maxShift is how far a channel of a pixel on an edge may be moved: an eighth of
// the way from black to white, and that for the rarest of the pixels alone.
const maxShift = 32

func nearest(palette []pixel, p pixel) (number byte, ok bool) {
	least := pixel(maxShift + 1)
	for i, q := range palette {
		if d := max(apart(p>>16&0xff, q>>16&0xff), apart(p>>8&0xff, q>>8&0xff), apart(p&0xff, q&0xff)); d < least {
			least, number = d, byte(i)
		}
	}
	return number, least <= maxShift
}

func apart(a, b pixel) pixel { return max(a, b) - min(a, b) }

// appendRow appends the numbers of a row's colors.
func (t *colorTable) appendRow(rows []byte, row []pixel) []byte {
	last, number := ^row[0], byte(0)
	for _, p := range row {
		if p != last {
			last, number = p, t.slot(p).number
		}
		rows = append(rows, number)
	}
	return rows
}
