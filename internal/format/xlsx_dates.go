package format

import (
	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"charts/internal/numfmt"
)

// A calendar prints the dates of a workbook that counts days from 1904 as one that
// counts them from 1900: the library takes the first days, and hours since the
// beginning, for those of the other.
type calendar struct {
	book, scratch *excelize.File
	styles        map[int]dateStyle // of the book
}

// A dateStyle is a style that prints a date or a time.
type dateStyle struct {
	id   int             // in the scratch, or 0
	from decimal.Decimal // the number there of the day that is 0 in the book
}

// days1904 is the number of the first of January 1904 from 1900 on.
var days1904 = decimal.NewFromInt(1462)

func newCalendar(book *excelize.File, o excelize.Options) *calendar {
	return &calendar{book: book, scratch: excelize.NewFile(o), styles: map[int]dateStyle{}}
}

// rewrite prints the dates in the rows of a sheet.
func (c *calendar) rewrite(s worksheet, rows []Row) {
	const sheet, cell = "Sheet1", "A1"
	for i := range rows {
		for _, stored := range s.cells[i+1] {
			style := c.style(stored.style)
			value, ok := numfmt.Stored(stored.value)
			if !ok || style.id == 0 || stored.col > len(rows[i].Cells) {
				continue
			}
			c.scratch.SetCellDefault(sheet, cell, value.Add(style.from).String())
			c.scratch.SetCellStyle(sheet, cell, cell, style.id)
			if text, err := c.scratch.GetCellValue(sheet, cell); err == nil {
				rows[i].Cells[stored.col-1].Text = text
			}
		}
	}
}

func (c *calendar) style(id int) dateStyle {
	if s, ok := c.styles[id]; ok {
		return s
	}
	var s dateStyle
	if of, err := c.book.GetStyle(id); err == nil && printsDate(of) {
		s.id, _ = c.scratch.NewStyle(&excelize.Style{NumFmt: of.NumFmt, CustomNumFmt: of.CustomNumFmt})
		if of.NumFmt != 46 && (of.CustomNumFmt == nil || !numfmt.Elapsed(*of.CustomNumFmt)) {
			s.from = days1904
		}
	}
	c.styles[id] = s
	return s
}

// printsDate reports whether a style prints a number as a date or a time.
func printsDate(s *excelize.Style) bool {
	if s.CustomNumFmt == nil {
		return s.NumFmt >= 14 && s.NumFmt <= 22 || s.NumFmt >= 27 && s.NumFmt <= 36 || s.NumFmt >= 45 && s.NumFmt <= 58 && s.NumFmt != 48 && s.NumFmt != 49
	}
	return numfmt.Date(*s.CustomNumFmt) || numfmt.Elapsed(*s.CustomNumFmt)
}
