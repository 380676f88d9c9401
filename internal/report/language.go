package report

import (
	"unicode"

	"charts/internal/message"
)

// Language is that of most letters of the report.
func (d *Document) Language() message.Language {
	han, others := 0, 0
	count := func(text string) {
		for _, r := range text {
			switch {
			case unicode.Is(unicode.Han, r):
				han++
			case unicode.IsLetter(r):
				others++
			}
		}
	}
	count(d.Title)
	for _, p := range d.Paragraphs {
		count(p.Text)
	}
	for _, t := range d.Tables {
		count(t.Title)
		for _, c := range t.Columns {
			count(c.Name)
		}
	}
	if others > 3*han { // an English word has several letters where a Chinese one has two
		return message.English
	}
	return message.Chinese
}
