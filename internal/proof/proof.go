// Package proof draws a table as it was read over the words that it was read from,
// as a printer's proof: what is a name, a value, a unit, a total or a doubt, and
// which words were not read.
//
// It asks nothing of the reader but its result: the words of the lines of a table
// are looked up in its cells. What no cell holds was not read.
package proof

import (
	"charts/internal/chart"
	"charts/internal/message"
	"charts/internal/report"
	"charts/internal/table"
)

// A Sheet is a picture of a part of a table: the lines of a text, cells, or a page.
type Sheet struct {
	Chart *chart.Chart
	// Page is the page of a PDF that lies under the picture, in At.
	Page report.Page
	At   chart.Rect
}

// A Paper is what lies under the words of a table.
type Paper struct {
	Text  []string                                   // the lines of a file of text
	Lines []report.Printed                           // of another
	Shows func(page report.Page, at chart.Rect) bool // a page of a PDF shows something at a place
}

// Sheets draws a table: one sheet, or one for each of its pages.
func Sheets(doc *report.Document, t *table.Table, under Paper, lang message.Language) []Sheet {
	var sheets []Sheet
	all := surfaces(t, under)
	for i := range all {
		all[i].write(under.Shows)
	}
	r := newReading(t, all)
	for i := range all {
		d := drawing{table: t, doc: doc, surface: &all[i], reading: r, lang: lang, last: i == len(all)-1}
		sheets = append(sheets, d.sheet())
	}
	return sheets
}

// A surface is words with their places, in points from the top left corner.
type surface struct {
	page          report.Page
	width, height float64
	words         []word
	numbers       []chart.Text // of the lines
	more          int          // lines that are left out
}

// Pages are the pages of a PDF that a table is on.
func Pages(lines []report.Printed, t *table.Table) (all []report.Page) {
	first, last := extent(t)
	for _, l := range within(lines, first, last) {
		if n := len(all); l.Page.Number > 0 && n < mostPages && (n == 0 || all[n-1] != l.Page) {
			all = append(all, l.Page)
		}
	}
	return all
}

// write sets the words that their page does not show, as where its fonts are missing.
func (s *surface) write(shows func(report.Page, chart.Rect) bool) {
	for i := range s.words {
		if w := &s.words[i]; s.page.Number > 0 && !shows(s.page, w.box) {
			w.lines = []string{w.text}
		}
	}
}

// A word is what is together: a word of a text, or a cell.
type word struct {
	text  string
	key   string // folded
	line  int
	row   int // of the cells that are on one line, as in a header
	box   chart.Rect
	lines []string // as it is set; none on a page, which shows it
	size  float64
	apart bool // the file has it outside of tables

	role  role
	level int // of a header, from 0
	col   int // of the table, where the role has one
	of    int // the row of the table, where the role has one
	unit  float64
}

// A role is what a word is for the reader.
type role uint8

const (
	unread role = iota
	outside
	caption
	header
	name
	value
	unit
	number
	note
)
