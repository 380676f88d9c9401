package sample

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"strings"
)

// formats are those that reports come in.
var formats = []struct {
	ext   string
	write func([]block) []byte
}{{".txt", text}, {".docx", docx}, {".html", page}, {".md", markdown}}

func text(blocks []block) []byte {
	return lines(blocks, func(b *strings.Builder, rows [][]string) {
		for _, row := range rows {
			b.WriteString(strings.Join(row, "\t") + "\n")
		}
	})
}

func markdown(blocks []block) []byte {
	return lines(blocks, func(b *strings.Builder, rows [][]string) {
		for n, row := range rows {
			b.WriteString("| " + strings.Join(row, " | ") + " |\n")
			if n == 0 {
				b.WriteString(strings.Repeat("|---", len(row)) + "|\n")
			}
		}
	})
}

// lines writes paragraphs, and the tables in their own way.
func lines(blocks []block, table func(*strings.Builder, [][]string)) []byte {
	var b strings.Builder
	for _, blk := range blocks {
		b.WriteString(blk.text + "\n\n")
		if len(blk.rows) > 0 {
			table(&b, blk.rows)
			b.WriteString("\n")
		}
	}
	return []byte(b.String())
}

func page(blocks []block) []byte {
	var b strings.Builder
	b.WriteString("<!doctype html><meta charset=utf-8>\n")
	for _, blk := range blocks {
		fmt.Fprintf(&b, "<p>%s</p>\n", html.EscapeString(blk.text))
		if len(blk.rows) > 0 {
			b.WriteString("<table>\n")
			for _, row := range blk.rows {
				b.WriteString("<tr>")
				for _, cell := range row {
					fmt.Fprintf(&b, "<td>%s</td>", html.EscapeString(cell))
				}
				b.WriteString("</tr>\n")
			}
			b.WriteString("</table>\n")
		}
	}
	return []byte(b.String())
}

// docx is the least that Word opens.
func docx(blocks []block) []byte {
	var body strings.Builder
	paragraph := func(s string) {
		fmt.Fprintf(&body, "<w:p><w:r><w:t>%s</w:t></w:r></w:p>", html.EscapeString(s))
	}
	for _, blk := range blocks {
		paragraph(blk.text)
		if len(blk.rows) == 0 {
			continue
		}
		body.WriteString("<w:tbl>")
		for _, row := range blk.rows {
			body.WriteString("<w:tr>")
			for _, cell := range row {
				body.WriteString("<w:tc>")
				paragraph(cell)
				body.WriteString("</w:tc>")
			}
			body.WriteString("</w:tr>")
		}
		body.WriteString("</w:tbl>")
	}
	const head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, part := range []struct{ name, content string }{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`},
		{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`},
		{"word/document.xml", `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + body.String() + `</w:body></w:document>`},
	} {
		w, err := z.Create(part.name)
		if err == nil {
			w.Write([]byte(head + part.content)) // a buffer takes all
		}
	}
	z.Close()
	return b.Bytes()
}
