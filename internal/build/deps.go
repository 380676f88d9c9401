package build

import (
	"slices"

	"charts/internal/manifest"
)

// A Dependency is an output and the files that it is made of, all as paths from
// the working folder.
type Dependency struct {
	Output string
	Files  []string
}

// Deps lists what each output is made of, without drawing and without reading the
// tables: its spec and those that it extends, the reports, the side files that it
// names, and what every figure shares.
func Deps(p *Project, o Options) []Dependency {
	formats := formats(p, o)
	figures := map[string][]string{}
	var all []Dependency
	for _, f := range p.Figures {
		figures[f.ID] = figureFiles(p, f)
		for _, form := range formsOf(f) {
			for _, format := range Formats {
				if slices.Contains(formats, format.Name) && named(o.IDs, f.ID) && format.in(form) {
					all = append(all, Dependency{outPath(o.Out, figurePath(f.ID, form, format)), figures[f.ID]})
				}
			}
		}
	}
	for _, d := range p.Dashboards {
		if !named(o.IDs, d.ID) {
			continue
		}
		files := pageFiles(p, d, figures)
		if slices.Contains(formats, manifest.PageFormat) {
			all = append(all, Dependency{outPath(o.Out, pagePath(d)), files})
		}
		for _, format := range deckFormats {
			if wantsDeck(formats, format, o) {
				all = append(all, Dependency{outPath(o.Out, deckPath(d, format)), files})
			}
		}
	}
	return all
}
