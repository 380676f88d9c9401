// Package report reads an annual report into tables, paragraphs and captions of
// text, each with the line that it stands on.
package report

import (
	"charts/internal/format"
	"charts/internal/table"
)

// A Document is one report. All lines count from 1 in the file at Path; where
// the format has no lines, they count its paragraphs and rows, and
// [Document.Place] says where those are. Of a report in several files they count
// on from file to file, and [Document.At] tells the file.
type Document struct {
	Name              string // the name given with --report NAME=PATH, or ""
	Institution, Year string // whose it is and of when, among the reports of many
	Path              string
	Format            string
	Title             string // as far as it is known
	Sections          []Section
	Paragraphs        []Paragraph
	Captions          []Caption
	Tables            []table.Table
	Unread            []table.Doubt         // captions of tables under which none was read
	Hinted            []int                 // of a file: how many tables each hint is about; fewer than none where one fits several
	places            map[int]*format.Place // of the lines, where the format counts none
	traced            []block               // what stands in the file, where it is kept
	parts             []filed               // the files, where there are several
	below             string                // what its sections begin with as a file of a report
}

// A Section is a numbered heading, or the appendix (附表).
type Section struct {
	Number string // "2.9.1"; "附表" for the appendix
	Title  string
	Line   int
}

// A Caption is the line under a figure or over a table: 图 34：….
type Caption struct {
	Section string
	Label   string // "图 34", "表 6", "案例 3"
	Title   string
	Line    int
}

// A filed document is one of the files of a report. The lines of the report count
// on from file to file, so that a line tells its file.
type filed struct {
	*Document
	before int // the lines of the files before it
}
