package report

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"charts/internal/grid"
	"charts/internal/message"
	"charts/internal/pdftext"
)

// maxPDF is above any report, its pictures included.
const maxPDF = 128 << 20

// pdfBlocks reads a PDF file with text in it. Tables are taken from their rules
// or, where there are none, from the columns that words stand in.
func pdfBlocks(_ string, src []byte, h hints) ([]block, error) {
	if len(src) > maxPDF {
		return nil, tooLong("PDF", maxPDF)
	}
	pages, err := pdftext.Read(src)
	if err != nil {
		return nil, pdfRefusal(err)
	}
	var p pageRows
	glyphs, unknown := 0, 0
	for _, page := range pages {
		glyphs += len(page.Glyphs)
		for _, g := range page.Glyphs {
			if g.Text == pdftext.Unknown {
				unknown++
			}
		}
		p.pdf(page, h)
	}
	if 4*unknown > glyphs {
		return nil, &refusal{rule: "unreadable-report", hint: asWord,
			text: message.Of("the fonts of this PDF do not say which characters they draw")}
	}
	if len(pages) == 0 {
		return nil, &refusal{rule: "unreadable-report", text: message.Of("this PDF has no page"), hint: asWord}
	}
	if glyphs == 0 {
		return nil, &refusal{rule: "unreadable-report", hint: message.Of("have its text recognised, or %s", asWord),
			text: message.Of("this PDF holds pictures of its pages, and no text")}
	}
	lines := p.lines()
	readTwins(lines)
	return textBlocks(dropContents(lines), h), nil
}

// readTwins reads 戶 as 户 where nothing else is traditional: fonts of simplified Chinese
// draw both alike, and some writers of PDF take the first that is drawn so.
func readTwins(lines []line) {
	twins := strings.NewReplacer("戶", "户")
	if slices.ContainsFunc(lines, func(l line) bool { return traditional.in(twins.Replace(l.text)) }) {
		return
	}
	for i := range lines {
		lines[i].text = twins.Replace(lines[i].text)
	}
}

var asWord = message.Of("give the report as .docx, as it was before it became a PDF")

func pdfRefusal(err error) error {
	r := &refusal{rule: "unreadable-report", text: message.Of("this PDF cannot be read: %s", err), hint: asWord}
	if errors.Is(err, pdftext.ErrPassword) {
		r.text, r.hint = message.Of("this PDF opens with a password only"), message.Of("save it without the password, or %s", asWord)
	}
	if errors.Is(err, pdftext.ErrTooLarge) || errors.Is(err, pdftext.ErrTooSlow) {
		r.rule = "report-too-large"
	}
	return r
}

// pdf reads the tables and lines of a page.
func (p *pageRows) pdf(page pdftext.Page, h hints) {
	no := p.count + 1
	var rows []pageRow
	var above *grid.Line
	said, places := h.onPage(no, page.Height)
	for _, b := range grid.Read(placed(page), places...) {
		if b.Table != nil {
			rows = append(rows, gridRows(*b.Table, placedRows(*b.Table), said)...)
			above = nil
			continue
		}
		r := pageRow{line: line{text: b.Line.Text, placed: true, from: []spanRow{{cells: []span{{text: b.Line.Text, box: b.Line.Box()}}}}}}
		if above != nil {
			r.gap = endsAbove(*above, *b.Line)
		}
		rows, above = append(rows, r), b.Line
	}
	at := &place{text: fmt.Sprintf("page %d", no), page: Page{no, page.Width, page.Height, page.Turned}}
	for i := range rows {
		rows[i].at = at
	}
	p.add(rows)
}
