package build

import (
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"charts/internal/chart"
	"charts/internal/render/dashboard"
	"charts/internal/spec"
)

// editions are the reports and other files of data that a page shows something of.
func editions(p *Project, read map[string]bool, names map[string]string) []dashboard.Report {
	var all []dashboard.Report
	for _, doc := range filesOf(p.Documents) {
		if read[doc.Path] {
			all = append(all, dashboard.Report{Name: names[doc.Path], File: p.rel(doc.Path)})
		}
	}
	for _, file := range slices.Sorted(maps.Keys(read)) {
		if _, report := names[file]; report || filepath.Ext(file) == ".yaml" { // inline values
			continue
		}
		name, ok := spec.DatabaseOf(file)
		if !ok {
			name = path.Base(file)
		}
		all = append(all, dashboard.Report{Name: name, File: file})
	}
	return all
}

// reportNames are the reports as a reader knows them, by their paths: the title
// that each prints on itself, else the name of its file. Two of one title have the
// names of the project, too.
func reportNames(p *Project) map[string]string {
	titles := map[string]int{}
	for _, doc := range p.Documents {
		titles[doc.Title]++
	}
	names := map[string]string{}
	for _, doc := range filesOf(p.Documents) {
		name := doc.Title
		switch {
		case name == "":
			file := filepath.Base(doc.Path)
			name = strings.TrimSuffix(file, filepath.Ext(file))
		case titles[name] > 1 && doc.Name != "":
			name += " " + doc.Name
		}
		names[doc.Path] = name
	}
	return names
}

// nameReports writes the names of the reports in the place of their paths.
func nameReports(f dashboard.Figure, names map[string]string) {
	for _, c := range []*chart.Chart{f.Chart, f.Dark, f.Narrow, f.NarrowDark} {
		if c == nil {
			continue
		}
		for i, s := range c.Sources {
			if name, ok := names[s.Report]; ok {
				c.Sources[i].Report = name
			}
		}
	}
}
