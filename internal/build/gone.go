package build

import (
	"slices"

	"charts/internal/manifest"
	"charts/internal/message"
	"charts/internal/spec"
)

// gone are the outputs that the manifest knows and that no spec asks for any
// more. A run that looks at a part of the specs cannot tell.
func gone(p *Project, m manifest.Manifest, o Options) []manifest.Output {
	if len(o.IDs) > 0 {
		return nil
	}
	wanted := map[string]bool{}
	for _, f := range p.Figures {
		wanted[fragmentPath(f)] = true
		for _, form := range formsOf(f) {
			for _, format := range Formats {
				wanted[figurePath(f.ID, form, format)] = format.in(form)
			}
		}
	}
	for _, d := range p.Dashboards {
		wanted[pagePath(d)] = true
		for _, format := range deckFormats {
			wanted[deckPath(d, format)] = true
		}
	}
	var gone []manifest.Output
	for _, out := range m.Outputs {
		if !wanted[out.Path] && !slices.Contains(p.Broken, out.ID) {
			gone = append(gone, out)
		}
	}
	return gone
}

// whyGone says why no spec asks for an output.
func whyGone(p *Project, out manifest.Output) message.Text {
	if hasSpec(p, out.ID) {
		return message.Of("its spec %s does not ask for it any more", out.Spec)
	}
	return message.Of("its spec %s is gone", out.Spec)
}

// hasSpec reports whether the project has a spec of that id, or a page of that path.
func hasSpec(p *Project, id string) bool {
	id, _ = manifest.PageOf(id)
	return slices.Contains(p.Broken, id) ||
		slices.ContainsFunc(p.Figures, func(f *spec.Figure) bool { return f.ID == id }) ||
		slices.ContainsFunc(p.Dashboards, func(d *spec.Dashboard) bool { return d.ID == id })
}
