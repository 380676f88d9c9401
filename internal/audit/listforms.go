package audit

import (
	"archive/zip"
	"bytes"
	_ "embed"
	"encoding/xml"
	"errors"
	"fmt"
	"html/template"
	"io"
	"strings"
	texttemplate "text/template"

	"github.com/xuri/excelize/v2"

	"charts/internal/diag"
)

// Markdown is the list as a table.
func (l List) Markdown() []byte {
	var b strings.Builder
	b.WriteString("# " + l.Title + "\n\n")
	row := func(cells []string) {
		for _, c := range cells {
			b.WriteString("| " + markdown(c) + " ")
		}
		b.WriteString("|\n")
	}
	row(l.Head)
	b.WriteString(strings.Repeat("| --- ", len(l.Head)) + "|\n")
	for _, r := range l.Rows {
		row(r)
	}
	return []byte(b.String())
}

// markdown is a cell, whose lines stay lines.
func markdown(c string) string {
	lines := strings.Split(c, "\n")
	for i, s := range lines {
		lines[i] = diag.Markdown(s)
	}
	return strings.Join(lines, "<br>")
}

// HTML is the list as a page of its own.
func (l List) HTML() []byte {
	var b bytes.Buffer
	if err := page.Execute(&b, l); err != nil {
		panic(err) // a list of texts always fits
	}
	return b.Bytes()
}

//go:embed list.html
var listPage string

var page = template.Must(template.New("list").Parse(listPage))

// widths are those of the columns in a workbook, in characters.
var widths = []float64{6, 8, 24, 36, 48, 48, 40, 24, 30}

// XLSX is the list as a workbook. All cells are texts: what begins with = is no
// formula.
func (l List) XLSX() ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	named := f.SetSheetName(f.GetSheetName(0), l.Title)
	wrapped, err := f.NewStyle(&excelize.Style{Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}})
	head, err2 := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	w, err3 := f.NewStreamWriter(l.Title)
	if err := errors.Join(named, err, err2, err3); err != nil {
		return nil, err
	}
	for c, width := range widths {
		err = errors.Join(err, w.SetColWidth(c+1, c+1, width))
	}
	err = errors.Join(err, w.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}))
	for r, texts := range append([][]string{l.Head}, l.Rows...) {
		var row []any
		for _, text := range texts {
			row = append(row, excelize.Cell{StyleID: map[bool]int{true: head, false: wrapped}[r == 0], Value: text})
		}
		err = errors.Join(err, w.SetRow(fmt.Sprintf("A%d", r+1), row))
	}
	var b bytes.Buffer
	err = errors.Join(err, w.Flush(), f.Write(&b))
	return b.Bytes(), err
}

// The parts of a Word document that say what the others are.
const (
	docxTypes = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
	docxRels = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`
)

//go:embed list.docx.xml
var listDocument string

var document = texttemplate.Must(texttemplate.New("list").Funcs(texttemplate.FuncMap{
	"lines": func(s string) []string { return strings.Split(s, "\n") },
	"xml": func(s string) string {
		var b strings.Builder
		xml.EscapeText(&b, []byte(s)) // a builder takes everything
		return b.String()
	},
}).Parse(listDocument))

// DOCX is the list as a Word document, a table on pages on their side.
func (l List) DOCX() ([]byte, error) {
	var b, body bytes.Buffer
	err := document.Execute(&body, l)
	z := zip.NewWriter(&b)
	for _, part := range []struct{ name, text string }{{"[Content_Types].xml", docxTypes}, {"_rels/.rels", docxRels}, {"word/document.xml", body.String()}} {
		w, failed := z.Create(part.name)
		if err = errors.Join(err, failed); err == nil {
			_, err = io.WriteString(w, part.text)
		}
	}
	err = errors.Join(err, z.Close())
	return b.Bytes(), err
}
