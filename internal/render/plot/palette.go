package plot

import (
	"cmp"
	"slices"
)

// maxPalette is how many colors an indexed PNG can have.
const maxPalette = 256

// A colorTable reads rows as runs of colors, counts the colors by open addressing
// and then maps them to a palette.
type colorTable struct {
	slots [4 * maxColors]colorSlot
	used  []uint16 // slots, in the order of their first pixels
	above []pixel  // the row before
	runs  []run    // of all rows
	rows  [][2]int // the runs of each row
}

type colorSlot struct {
	color  pixel
	pixels int32 // runs of it; 0: the slot is free
	number byte  // in the palette
}

// A run is neighbours of one color in a row.
type run struct{ slot, n uint16 }

// maxColors is how many colors are worth fitting into a palette.
const maxColors = 1 << 11

// reset empties the table, and keeps its room.
func (t *colorTable) reset() {
	*t = colorTable{used: t.used[:0], above: t.above[:0], runs: t.runs[:0], rows: t.rows[:0]}
}

// read takes the runs of the next row; false means that there are too many colors.
func (t *colorTable) read(row []pixel) bool {
	if n := len(t.rows); n > 0 && slices.Equal(row, t.above) { // as most rows of a chart do
		t.rows = append(t.rows, t.rows[n-1])
		return true
	}
	t.above = append(t.above[:0], row...)
	from := len(t.runs)
	for i := 0; i < len(row); {
		if len(t.used) > maxColors {
			return false
		}
		end := i + 1
		for end < len(row) && row[end] == row[i] {
			end++
		}
		t.runs = append(t.runs, run{t.slot(row[i]), uint16(end - i)})
		i = end
	}
	t.rows = append(t.rows, [2]int{from, len(t.runs)})
	return true
}

// appendRow appends the numbers of the colors of row y.
func (t *colorTable) appendRow(to []byte, y int) []byte {
	for _, r := range t.runs[t.rows[y][0]:t.rows[y][1]] {
		number, from := t.slots[r.slot].number, len(to)
		to = slices.Grow(to, int(r.n))[:from+int(r.n)]
		fill(to[from:], number)
	}
	return to
}

// slot returns the slot of a color, taking a free one for a new color, and counts
// a run of it.
func (t *colorTable) slot(p pixel) uint16 {
	const mask = pixel(len(t.slots) - 1)
	for i := p * 0x9E3779B1 >> 19 & mask; ; i = (i + 1) & mask {
		s := &t.slots[i]
		if s.pixels == 0 {
			s.color, s.number = p, byte(len(t.used))
			t.used = append(t.used, uint16(i))
		}
		if s.color == p {
			s.pixels++
			return uint16(i)
		}
	}
}

// choose makes the palette: the most frequent colors. The others are pixels on
// edges; each takes the nearest color of the palette, and when one is too far
// from all of them there is no palette.
func (t *colorTable) choose() (palette []pixel) {
	if len(t.used) > maxColors {
		return nil
	}
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
		number, ok := nearest(palette, s.color)
		if !ok {
			return nil
		}
		s.number = number
	}
	return palette
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
