package build

import (
	"net/url"
	"slices"

	"charts/internal/diag"
	"charts/internal/manifest"
	"charts/internal/render/dashboard"
	"charts/internal/spec"
)

// barOf are the pages in the bar of a dashboard: its own list, or that of the
// project when it is there.
func barOf(p *Project, d *spec.Dashboard) []spec.At[string] {
	is := func(at spec.At[string]) bool { return at.V == d.ID }
	if len(d.Pages) == 0 && slices.ContainsFunc(p.Config.Pages, is) {
		return p.Config.Pages
	}
	return d.Pages
}

// linksOf are the links of the bar of a dashboard.
func linksOf(p *Project, d *spec.Dashboard) []dashboard.Link {
	var links []dashboard.Link
	for _, at := range barOf(p, d) {
		title, ok := p.titles[at.V]
		if !ok {
			continue
		}
		if title == "" { // its spec has errors
			title = at.V
		}
		file := url.URL{Path: at.V + "." + manifest.PageFormat}
		links = append(links, dashboard.Link{Title: title, Address: file.String(), Own: at.V == d.ID})
	}
	return links
}

// checkPages says which pages of a list are none.
func checkPages(p *Project, pages []spec.At[string]) (problems diag.List) {
	var known []string
	for id := range p.titles {
		known = append(known, id)
	}
	slices.Sort(known)
	for _, at := range pages {
		if slices.Contains(known, at.V) || slices.Contains(p.Broken, at.V) {
			continue
		}
		problems.Errorf(at.Pos, "unknown-page", "no dashboard %q", at.V).Hint = diag.Choice(at.V, known)
	}
	return problems
}

// placesOf are the ids of the figures on a dashboard.
func placesOf(d *spec.Dashboard) []string {
	var ids []string
	for _, s := range sectionsOf(d) {
		for _, place := range s.Figures {
			ids = append(ids, place.ID.V)
		}
	}
	return ids
}

// sectionsOf are the sections of a dashboard; its lead and its own figures come first.
func sectionsOf(d *spec.Dashboard) []spec.Section {
	sections := slices.Clone(d.Sections)
	if len(d.Figures) > 0 {
		sections = append([]spec.Section{{Figures: d.Figures}}, sections...)
	}
	if d.Lead.ID.Set() {
		sections = append([]spec.Section{{Figures: []spec.Place{d.Lead}, Leads: true}}, sections...)
	}
	for i := range sections {
		sections[i].Figures = withTabs(sections[i].Figures)
	}
	return sections
}

// withTabs puts the tabs of each place behind it.
func withTabs(places []spec.Place) (all []spec.Place) {
	for _, place := range places {
		all = append(all, place)
		for _, tab := range place.Tabs {
			all = append(all, spec.Place{ID: tab.ID, Title: tab.Title, Width: place.Width, Behind: true})
		}
	}
	return all
}
