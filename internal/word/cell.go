package word

// A table is one w:tbl while it is read.
type table struct {
	outer      *cell   // that it lies in, or nil
	columns    []int64 // widths in twentieths of a point
	row        int
	next       int // the column of the next cell
	paragraphs []*paragraph
}

// A cell is one w:tc: its place, and how many columns it covers.
type cell struct {
	table    *table
	row, col int
	cols     int
	width    int64 // in twentieths of a point; 0 is that of its columns
}

// inTable reads the tags of tables. Documents that break their own tables do not
// break it.
func (s *scanner) inTable(name string, attr func(string) string) {
	if name == "w:tbl" {
		s.tables = append(s.tables, &table{row: -1, outer: s.cell()})
	}
	if len(s.tables) == 0 {
		return
	}
	t := s.tables[len(s.tables)-1]
	switch name {
	case "w:gridCol":
		t.columns = append(t.columns, number(attr("w:w")))
	case "w:tr":
		t.row, t.next = t.row+1, 0
	case "w:gridBefore":
		t.next += int(number(attr("w:val")))
	case "w:tc":
		s.cells = append(s.cells, &cell{table: t, row: t.row, col: t.next, cols: 1})
	case "w:gridSpan":
		if c := s.cell(); c != nil {
			c.cols = max(1, int(number(attr("w:val"))))
		}
	case "w:tcW":
		if c := s.cell(); c != nil && attr("w:type") == "dxa" {
			c.width = number(attr("w:w"))
		}
	}
}

// outOfTable reads the ends of tables and cells.
func (s *scanner) outOfTable(name string) {
	switch {
	case name == "w:tbl" && len(s.tables) > 0:
		s.tables = s.tables[:len(s.tables)-1]
	case name == "w:tc" && len(s.cells) > 0:
		c := s.cell()
		c.table.next = c.col + c.cols
		s.cells = s.cells[:len(s.cells)-1]
	}
}

// cell is the innermost cell that is open, or nil.
func (s *scanner) cell() *cell { return innermost(s.cells) }

// cellMargins are what Word leaves at both sides of a cell, in twentieths of a
// point; perTwip is one of them in EMU.
const (
	cellMargins = 216
	perTwip     = 635
)

// room is the width that a picture may have in a cell, in EMU; 0 is unknown.
func (c *cell) room() int64 {
	if c == nil {
		return 0
	}
	width := c.width
	if width == 0 && c.col+c.cols <= len(c.table.columns) {
		for _, w := range c.table.columns[c.col : c.col+c.cols] {
			width += w
		}
	}
	return max(0, width-cellMargins) * perTwip
}

// into is a size that fits into a room, as it is or smaller.
func (s size) into(room int64) size {
	if room <= 0 || s.cx <= room {
		return s
	}
	return size{room, max(1, int64(float64(s.cy)*(float64(room)/float64(s.cx))))}
}

// above are the pictures in the cells over a cell.
func (c *cell) above() []*picture { return c.table.over(c.row-1, c.col, c.col+c.cols) }

// over are the pictures in some columns of the nearest row from one upwards that
// says or shows something there.
func (t *table) over(row, from, to int) []*picture {
	for ; row >= 0; row-- {
		var all []*picture
		empty := true
		for _, p := range t.paragraphs {
			if o := p.cell; o.row == row && o.col < to && from < o.col+o.cols {
				all = append(all, p.pictures...)
				empty = empty && p.blank()
			}
		}
		if len(all) > 0 || !empty {
			return all
		}
	}
	return nil
}

// in is the table that a cell lies in and that itself lies in an outer cell, or
// nil.
func (c *cell) in(outer *cell) *table {
	for ; c != nil; c = c.table.outer {
		if c.table.outer == outer {
			return c.table
		}
	}
	return nil
}
