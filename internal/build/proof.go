package build

import (
	"bytes"
	"encoding/base64"
	"html/template"
	"image"
	"image/png"
	"strings"

	"charts/internal/chart"
	"charts/internal/diag"
	"charts/internal/file"
	"charts/internal/font"
	"charts/internal/message"
	"charts/internal/proof"
	"charts/internal/render/plot"
	"charts/internal/report"
)

// ProofPNG draws one table as it was read, over the words that it was read from.
// The reports must have been traced.
func (p *Project) ProofPNG(t Table, lang message.Language) ([]byte, error) {
	x, err := proofs(p, []Table{t}, lang)
	if err != nil {
		return nil, err
	}
	var all []image.Image
	for _, s := range x[0].sheets {
		drawn, err := plot.PNG(s.Chart, font.Family{})
		if err != nil {
			return nil, err
		}
		img, err := png.Decode(bytes.NewReader(drawn))
		if err != nil {
			return nil, err
		}
		if under, ok := x[0].pages[s.Page.Number]; ok {
			if img, err = under.below(img, s.At); err != nil {
				return nil, err
			}
		}
		all = append(all, img)
	}
	var b bytes.Buffer
	err = png.Encode(&b, stacked(all))
	return b.Bytes(), err
}

// ProofHTML is a page that shows tables as they were read, and what was not.
func (p *Project) ProofHTML(tables []Table, unread diag.List, lang message.Language) ([]byte, error) {
	left := tables[min(len(tables), maxShown):]
	tables = tables[:len(tables)-len(left)]
	proofs, err := proofs(p, tables, lang)
	if err != nil {
		return nil, err
	}
	var all []proof.Shown
	for i, t := range tables {
		shown, err := proofs[i].shown()
		if err != nil {
			return nil, err
		}
		shown.Name = strings.TrimSpace(t.ID + " " + t.Title)
		if n := len(t.Doubts); n > 0 {
			shown.Doubts = message.Of("doubts: %d", n).In(lang)
		}
		all = append(all, shown)
	}
	var lost []string
	for _, problem := range unread {
		lost = append(lost, problem.Pos.String()+": "+problem.Text.In(lang))
	}
	if n := len(left); n > 0 {
		lost = append(lost, message.Of("%d more tables are not shown: name one", n).In(lang))
	}
	return proof.HTML(message.Of("Tables as they were read").In(lang), all, lost, lang)
}

// maxShown is how many tables a page shows.
const maxShown = 300

// A proofed table is its sheets, and the pages of its report that lie under them.
type proofed struct {
	sheets []proof.Sheet
	pages  map[int]page
}

// proofs makes the sheets of tables.
func proofs(p *Project, tables []Table, lang message.Language) ([]proofed, error) {
	all := make([]proofed, len(tables))
	for _, doc := range filesOf(p.Documents) {
		src, err := file.Read(doc.Path, file.MaxInput)
		if err != nil {
			return nil, message.Errorf("%s: %s", doc.Path, message.ErrorText(err))
		}
		lines := doc.Printed()
		var views []report.Page
		for i := range tables {
			if tables[i].Report == doc.Path {
				views = append(views, proof.Pages(lines, &tables[i].Table)...)
			}
		}
		pages := drawPages(src, views)
		under := proof.Paper{Text: doc.Text(src), Lines: lines, Shows: func(on report.Page, at chart.Rect) bool { return pages[on.Number].shows(at) }}
		for i := range tables {
			if tables[i].Report == doc.Path {
				all[i] = proofed{proof.Sheets(doc, &tables[i].Table, under, lang), pages}
			}
		}
	}
	return all, nil
}

// shown is the table for a page of HTML.
func (x proofed) shown() (out proof.Shown, err error) {
	for _, s := range x.sheets {
		svg, err := plot.SVG(s.Chart, font.Family{})
		if err != nil {
			return out, err
		}
		picture := proof.Picture{SVG: template.HTML(svg)}
		if under, ok := x.pages[s.Page.Number]; ok {
			address := template.URL("data:image/png;base64," + base64.StdEncoding.EncodeToString(under.png))
			picture.Paper = &proof.Under{Width: s.Chart.Width, Height: s.Chart.Height, At: s.At, Address: address}
		}
		out.Pictures = append(out.Pictures, picture)
	}
	return out, nil
}
