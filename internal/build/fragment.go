package build

import (
	"charts/internal/chart"
	"charts/internal/diag"
	"charts/internal/manifest"
	"charts/internal/render/dashboard"
	"charts/internal/spec"
)

func fragmentPath(f *spec.Figure) string {
	return figurePath(f.ID, chart.Screen, Format{Name: manifest.PageFormat})
}

// fragment is a figure as a page of its own, for a frame in another page.
func (p *Project) fragment(f *figure) (product, diag.List) {
	lang := language(p, spec.At[string]{})
	own, problems := onPage(p, f, spec.Place{Width: spec.At[string]{V: string(dashboard.Full)}}, lang)
	if problems.HasErrors() {
		return product{}, problems
	}
	nameReports(own, reportNames(p))
	page := &dashboard.Page{ID: f.ID, Title: own.Chart.Title, Lang: lang, Embedded: true, Fonts: p.fonts, Levels: levels(p), Sections: []dashboard.Section{{Figures: []dashboard.Figure{own}}}}
	pr := productOf(p, f, own.Chart, Format{Name: manifest.PageFormat})
	parts := append(figureParts(own), part("titles and texts", page.Levels))
	pr.Path, pr.Chart, pr.Parts = fragmentPath(f.Figure), parts.Hash(), manifest.Short(parts)
	pr.make = func() ([]byte, error) { return drawPage(page) }
	return pr, nil
}
