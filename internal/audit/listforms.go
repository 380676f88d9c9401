package audit

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"html/template"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Markdown is the list as a table.
func (l List) Markdown() []byte {
	var b strings.Builder
	b.WriteString("# " + l.Title + "\n\n")
	row := func(cells []string) {
		for _, c := range cells {
			b.WriteString("| " + cell.Replace(c) + " ")
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

// cell keeps what parts cells and what is markup out of a table.
var cell = strings.NewReplacer(`\`, `\\`, "|", `\|`, "\n", "<br>", "<", "&lt;", "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`)

// HTML is the list as a page of its own.
func (l List) HTML() []byte {
	var b bytes.Buffer
	if err := page.Execute(&b, l); err != nil {
		panic(err) // a list of texts always fits
	}
	return b.Bytes()
}

var page = template.Must(template.New("list").Parse(`<!DOCTYPE html>
<html>
<meta charset="utf-8">
<title>{{.Title}}</title>
<style>
body { font: 14px/1.5 sans-serif; margin: 2rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #bbb; padding: 4px 8px; text-align: left; vertical-align: top; white-space: pre-line; }
th { background: #f2f4f6; }
td:last-child { min-width: 12em; }
</style>
<h1>{{.Title}}</h1>
<table>
<thead><tr>{{range .Head}}<th>{{.}}</th>{{end}}</tr></thead>
<tbody>
{{- range .Rows}}
<tr>{{range .}}<td>{{.}}</td>{{end}}</tr>
{{- end}}
</tbody>
</table>
</html>
`))

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
	docxHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`
	docxTable = `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders><w:top w:val="single" w:sz="4"/><w:left w:val="single" w:sz="4"/><w:bottom w:val="single" w:sz="4"/><w:right w:val="single" w:sz="4"/><w:insideH w:val="single" w:sz="4"/><w:insideV w:val="single" w:sz="4"/></w:tblBorders></w:tblPr>`
	docxTail  = `</w:tbl><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1000" w:right="1000" w:bottom="1000" w:left="1000"/></w:sectPr></w:body></w:document>`
)

// DOCX is the list as a Word document, a table on pages on their side.
func (l List) DOCX() ([]byte, error) {
	var body strings.Builder
	body.WriteString(docxHead + paragraph(l.Title, true) + docxTable)
	for r, cells := range append([][]string{l.Head}, l.Rows...) {
		body.WriteString("<w:tr>")
		if r == 0 {
			body.WriteString("<w:trPr><w:tblHeader/></w:trPr>")
		}
		for _, c := range cells {
			body.WriteString("<w:tc>")
			for _, line := range strings.Split(c, "\n") {
				body.WriteString(paragraph(line, r == 0))
			}
			body.WriteString("</w:tc>")
		}
		body.WriteString("</w:tr>")
	}
	body.WriteString(docxTail)
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, part := range []struct{ name, text string }{{"[Content_Types].xml", docxTypes}, {"_rels/.rels", docxRels}, {"word/document.xml", body.String()}} {
		w, err := z.Create(part.name)
		if err != nil {
			return nil, err
		}
		if _, err := w.Write([]byte(part.text)); err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return b.Bytes(), err
}

func paragraph(text string, bold bool) string {
	var b bytes.Buffer
	b.WriteString("<w:p><w:r>")
	if bold {
		b.WriteString("<w:rPr><w:b/></w:rPr>")
	}
	b.WriteString(`<w:t xml:space="preserve">`)
	xml.EscapeText(&b, []byte(text)) // a buffer takes everything
	b.WriteString("</w:t></w:r></w:p>")
	return b.String()
}
