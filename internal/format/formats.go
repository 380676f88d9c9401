// Package format reads files of many formats: a file becomes parts, which are texts,
// rows of cells, or words with their places. What is a table among them, and what it
// says, is told by package report.
//
// A format is one file, or a few of its name, and one line of the table below.
package format

import (
	"bytes"
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"charts/internal/meter"
)

// A Format is one kind of file that a report comes in.
type Format struct {
	Name string
	// Tabs says that the tabs in its paragraphs may lay out columns.
	Tabs       bool
	extensions []string
	// sniff recognises the format by its content, whatever the file is called;
	// nil where only the name tells.
	sniff func(src []byte) bool
	read  reader
}

// An input is a file that is read, with what its reading may still take.
type input struct {
	path   string
	src    []byte
	choice Choice
	meter  *meter.Meter
}

// A reader gives what a file holds.
type reader func(in input) ([]Part, error)

// formats are tried from top to bottom: first by content, then by name. What
// nothing fits is text.
var formats = []Format{
	{"PDF", false, []string{".pdf"}, isPDF, readPDF},
	{"Word", true, []string{".docx", ".docm"}, packs("word"), readDocx},
	{"Excel", false, []string{".xlsx", ".xlsm"}, packs("xl"), readXLSX},
	{"OpenDocument sheets", false, []string{".ods"}, isCalc, readCalc},
	{"OpenDocument", false, []string{".odt"}, isOpenDocument, readOpenDocument},
	{"RTF", false, []string{".rtf"}, isRTF, readRTF},
	{"Parquet", false, []string{".parquet"}, isParquet, readParquet},
	{"mail", false, []string{".mht", ".mhtml", ".eml"}, isMail, readMail},
	{"HTML", false, []string{".html", ".htm", ".xhtml"}, isHTML, ofText(readHTML)},
	{"Markdown", false, []string{".md", ".markdown"}, nil, ofText(readMarkdown)},
	{"reStructuredText", false, []string{".rst", ".rest"}, nil, ofText(readRST)},
	{"CSV", false, []string{".csv", ".tsv"}, nil, ofText(readCSV)},
	{"JSON", false, []string{".json", ".jsonl", ".ndjson"}, nil, ofText(readJSON)},
	{"text", false, nil, nil, ofText(readText)},
}

// Readable reports whether a file looks like a report by its name: it has the
// extension of a format, or that of plain text.
func Readable(name string) bool {
	ext := strings.ToLower(filepath.Ext(name))
	return ext == ".txt" || slices.ContainsFunc(formats, func(f Format) bool { return slices.Contains(f.extensions, ext) })
}

// Of is the format of a file.
func Of(path string, src []byte) Format {
	ext := strings.ToLower(filepath.Ext(path))
	byContent := func(f Format) bool { return f.sniff != nil && f.sniff(src) }
	byName := func(f Format) bool { return slices.Contains(f.extensions, ext) }
	for _, fits := range []func(Format) bool{byContent, byName} {
		if i := slices.IndexFunc(formats, fits); i >= 0 {
			return formats[i]
		}
	}
	return formats[len(formats)-1]
}

// Read gives the parts of a file that are chosen.
func (f Format) Read(path string, src []byte, choice Choice) (parts []Part, err error) {
	in := input{path, src, choice, meter.For(len(src))}
	err = meter.Run(func() (err error) {
		parts, err = f.read(in)
		return err
	})
	if spent, ok := errors.AsType[*meter.Spent](err); ok {
		return nil, takes(spent.What)
	}
	return parts, err
}

// ofText decodes the file before it is read.
func ofText(read func(in input, text string) ([]Part, error)) reader {
	return func(in input) ([]Part, error) {
		text, err := Decode(in.src)
		if err != nil {
			return nil, err
		}
		return read(in, text)
	}
}

func isPDF(src []byte) bool { return bytes.HasPrefix(src, []byte("%PDF-")) }

// isHTML looks for the first tag of a page behind a byte order mark and blanks.
func isHTML(src []byte) bool {
	head := bytes.ToLower(bytes.TrimLeft(bytes.TrimLeft(src[:min(len(src), 512)], "\ufeff"), " \t\r\n"))
	return bytes.HasPrefix(head, []byte("<!doctype html")) || bytes.HasPrefix(head, []byte("<html"))
}
