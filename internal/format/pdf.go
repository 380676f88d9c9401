package format

import (
	"errors"

	"charts/internal/message"
	"charts/internal/pdftext"
)

// readPDF reads a PDF file with text in it: the words of its pages, and their rules.
func readPDF(in input) ([]Part, error) {
	pages, err := pdftext.Read(in.src, in.meter)
	if err != nil {
		return nil, pdfRefusal(err)
	}
	var parts []Part
	glyphs, unknown := 0, 0
	for i, page := range pages {
		glyphs += len(page.Glyphs)
		for _, g := range page.Glyphs {
			if g.Text == pdftext.Unknown {
				unknown++
			}
		}
		parts = append(parts, Part{Kind: Placed, Page: Page{i + 1, page.Width, page.Height, page.Turned}, Words: wordsOf(page)})
	}
	switch {
	case 4*unknown > glyphs:
		return nil, &Refusal{Rule: "unreadable-report", Hint: asWord,
			Text: message.Of("the fonts of this PDF do not say which characters they draw")}
	case len(pages) == 0:
		return nil, &Refusal{Rule: "unreadable-report", Text: message.Of("this PDF has no page"), Hint: asWord}
	case glyphs == 0:
		return nil, &Refusal{Rule: "unreadable-report", Hint: message.Of("have its text recognised, or %s", asWord),
			Text: message.Of("this PDF holds pictures of its pages, and no text")}
	}
	return parts, nil
}

var asWord = message.Of("give the report as .docx, as it was before it became a PDF")

func pdfRefusal(err error) error {
	r := &Refusal{Rule: "unreadable-report", Text: message.Of("this PDF cannot be read: %s", err), Hint: asWord}
	if errors.Is(err, pdftext.ErrPassword) {
		r.Text, r.Hint = message.Of("this PDF opens with a password only"), message.Of("save it without the password, or %s", asWord)
	}
	if errors.Is(err, pdftext.ErrTooLarge) || errors.Is(err, pdftext.ErrTooSlow) {
		r.Rule = "report-too-large"
	}
	return r
}
