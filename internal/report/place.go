package report

import (
	"github.com/xuri/excelize/v2"
)

// A place is where a line stands in a format that counts no lines.
type place struct {
	text  string // "page 12", "table 3 row 5", or the name of a sheet
	col   int    // in a sheet, of the first cell, from 1; else 0
	row   int
	width int

	page Page // of a PDF
}

// A Page is a page of a PDF as it was read, in points.
type Page struct {
	Number        int // from 1; 0 for none
	Width, Height float64
	Turned        int // degrees that it is turned by, beyond what the file says
}

// Place says where a line of the document stands in its file, as a program that
// opens the file shows it: "page 12", "table 3 row 5", "Sheet1!B7:D7". It is ""
// for a file of text, whose lines count themselves.
func (d *Document) Place(line int) string {
	p := d.places[line]
	switch {
	case p == nil:
		return ""
	case p.col == 0:
		return p.text
	}
	s := p.cell(p.col)
	if p.width > 1 {
		end, _ := excelize.CoordinatesToCellName(p.col+p.width-1, p.row)
		s += ":" + end
	}
	return s
}

// Placed reports whether the lines of the document are none of its file.
func (d *Document) Placed() bool { return len(d.places) > 0 }

func (p *place) cell(col int) string {
	name, _ := excelize.CoordinatesToCellName(col, p.row)
	return p.text + "!" + name
}

// place remembers the places of the lines of a block.
func (b *builder) place(blk block) {
	for _, l := range blk.lines {
		if l.at == nil {
			continue
		}
		if b.doc.places == nil {
			b.doc.places = map[int]*place{}
		}
		b.doc.places[l.no] = l.at
	}
}
