package format

import "github.com/xuri/excelize/v2"

// A Place is where a line is in a format that counts no lines.
type Place struct {
	Text  string // "page 12", "table 3 row 5", or the name of a sheet
	Col   int    // in a sheet, of the first cell, from 1; else 0
	Row   int
	Width int

	Page Page // of a PDF
}

// A Page is a page of a PDF as it was read, in points.
type Page struct {
	Number        int // from 1; 0 for none
	Width, Height float64
	Turned        int // degrees that it is turned by, beyond what the file says
}

// String is the place as a program that opens the file shows it: "page 12",
// "table 3 row 5", "Sheet1!B7:D7".
func (p *Place) String() string {
	if p.Col == 0 {
		return p.Text
	}
	s := p.Cell(p.Col)
	if p.Width > 1 {
		end, _ := excelize.CoordinatesToCellName(p.Col+p.Width-1, p.Row)
		s += ":" + end
	}
	return s
}

// Cell is a cell of the row of a sheet.
func (p *Place) Cell(col int) string {
	name, _ := excelize.CoordinatesToCellName(col, p.Row)
	return p.Text + "!" + name
}
