package report

import (
	"bytes"
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"charts/internal/diag"
	"charts/internal/message"
)

// A format is one kind of file that a report comes in.
type format struct {
	name       string
	extensions []string
	// sniff recognises the format by its content, whatever the file is called;
	// nil where only the name tells.
	sniff func(src []byte) bool
	read  reader
}

// A reader gives what a file holds; hints say of some tables where they are.
type reader func(path string, src []byte, h hints) ([]block, error)

// formats are tried from top to bottom: first by content, then by name. What
// nothing fits is text.
var formats = []format{
	{"PDF", []string{".pdf"}, isPDF, pdfBlocks},
	{"Word", []string{".docx", ".docm"}, packs("word"), alone(docxBlocks)},
	{excel, []string{".xlsx", ".xlsm"}, packs("xl"), ofSheets(xlsxBlocks)},
	{calc, []string{".ods"}, isCalc, ofSheets(calcBlocks)},
	{"OpenDocument", []string{".odt"}, isOpenDocument, alone(openDocumentBlocks)},
	{"RTF", []string{".rtf"}, isRTF, alone(rtfBlocks)},
	{"Parquet", []string{".parquet"}, isParquet, alone(parquetBlocks)},
	{"mail", []string{".mht", ".mhtml", ".eml"}, isMail, alone(mailBlocks)},
	{"HTML", []string{".html", ".htm", ".xhtml"}, isHTML, fromText(alone(htmlBlocks))},
	{"Markdown", []string{".md", ".markdown"}, nil, fromText(alone(markdownBlocks))},
	{"reStructuredText", []string{".rst", ".rest"}, nil, fromText(alone(rstBlocks))},
	{"CSV", []string{".csv", ".tsv"}, nil, fromText(alone(csvBlocks))},
	{"JSON", []string{".json", ".jsonl", ".ndjson"}, nil, fromText(alone(jsonBlocks))},
	{"text", nil, nil, fromText(linesBlocks)},
}

// Readable reports whether a file looks like a report by its name: it has the
// extension of a format, or that of plain text.
func Readable(name string) bool {
	ext := strings.ToLower(filepath.Ext(name))
	return ext == ".txt" || slices.ContainsFunc(formats, func(f format) bool { return slices.Contains(f.extensions, ext) })
}

// excel is the name of a format with several sheets.
const excel = "Excel"

func formatOf(path string, src []byte) format {
	ext := strings.ToLower(filepath.Ext(path))
	byContent := func(f format) bool { return f.sniff != nil && f.sniff(src) }
	byName := func(f format) bool { return slices.Contains(f.extensions, ext) }
	for _, fits := range []func(format) bool{byContent, byName} {
		if i := slices.IndexFunc(formats, fits); i >= 0 {
			return formats[i]
		}
	}
	return formats[len(formats)-1]
}

// fromText decodes the file before it is read.
func fromText(read func(path, text string, h hints) ([]block, error)) reader {
	return func(path string, src []byte, h hints) ([]block, error) {
		text, err := decode(src)
		if err != nil {
			return nil, err
		}
		return read(path, text, h)
	}
}

// alone reads a format that knows its cells: hints are about what it gives.
func alone[T any](read func(path string, src T) ([]block, error)) func(string, T, hints) ([]block, error) {
	return func(path string, src T, _ hints) ([]block, error) { return read(path, src) }
}

// ofSheets reads the sheets that are shown.
func ofSheets(read func([]byte, chooser) ([]block, error)) reader {
	return func(_ string, src []byte, _ hints) ([]block, error) { return read(src, shownSheets) }
}

// linesBlocks reads plain text.
func linesBlocks(_, text string, h hints) ([]block, error) {
	lines := splitLines(text)
	if len(lines) > maxLines {
		return nil, &refusal{rule: "report-too-large", line: lines[maxLines].no, hint: message.Of("give the text of the report alone"),
			text: message.Of("the report has more than %d lines of text", maxLines)}
	}
	if strings.Contains(text, "\f") {
		return textBlocks(dropContents(printedPages(text, h)), h), nil
	}
	return textBlocks(dropContents(lines), h), nil
}

// A refusal is why a file cannot be read as a report, and what to do.
type refusal struct {
	rule       string
	text, hint message.Text
	line       int
}

func (r *refusal) Error() string                   { return r.text.String() }
func (r *refusal) In(lang message.Language) string { return r.text.In(lang) }

// at is why something on a line cannot be read.
func at(line int, what string, err error) *refusal {
	var r *refusal
	var fault *diag.Fault
	switch {
	case errors.As(err, &r):
		return r
	case errors.As(err, &fault):
		return &refusal{rule: "internal-error", line: line, text: message.Of("%s: %s", what, err.Error()), hint: diag.FaultHint}
	}
	return &refusal{rule: "unreadable-report", line: line, text: message.Of("%s: %s", what, err.Error()),
		hint: message.Of("open it in the program that wrote it and save it again")}
}

func (r *refusal) report(problems *diag.List, path string) {
	problems.Errorf(diag.Pos{File: path, Line: r.line}, r.rule, "%s", r.text).Hint = r.hint
}

func isPDF(src []byte) bool { return bytes.HasPrefix(src, []byte("%PDF-")) }

// isHTML looks for the first tag of a page behind a byte order mark and blanks.
func isHTML(src []byte) bool {
	head := bytes.ToLower(bytes.TrimLeft(bytes.TrimLeft(src[:min(len(src), 512)], "\ufeff"), " \t\r\n"))
	return bytes.HasPrefix(head, []byte("<!doctype html")) || bytes.HasPrefix(head, []byte("<html"))
}
