package build

import (
	"cmp"
	"path/filepath"
	"slices"

	"charts/internal/spec"
)

// sharedFiles are those that every output depends on.
func sharedFiles(p *Project) []string {
	var files []string
	for _, d := range filesOf(p.Documents) {
		files = append(files, d.Path)
	}
	for opened := range p.inputs {
		if isShared(filepath.Base(opened)) {
			files = append(files, opened)
		}
	}
	if p.Theme != nil {
		for _, f := range fontFiles(p.Theme) {
			files = append(files, side(p.Root, f))
		}
	}
	return files
}

func figureFiles(p *Project, f *spec.Figure) []string {
	files := append(sharedFiles(p), f.Path)
	for base := p.written(p.written(f.ID).Extends.V); base != nil; base = p.written(base.Extends.V) {
		files = append(files, base.Path)
	}
	if f.GeoJSON.V != "" {
		files = append(files, side(p.Root, f.GeoJSON.V))
	}
	return sorted(append(files, sidePaths(p.Root, f.Data)...))
}

// filesOn are the files of the figures on a dashboard, by id.
func filesOn(p *Project, d *spec.Dashboard) map[string][]string {
	figures := map[string][]string{}
	on := placesOf(d)
	for _, f := range p.Figures {
		if slices.Contains(on, f.ID) {
			figures[f.ID] = figureFiles(p, f)
		}
	}
	return figures
}

func pageFiles(p *Project, d *spec.Dashboard, figures map[string][]string) []string {
	files := append(sharedFiles(p), d.Path)
	for _, id := range placesOf(d) {
		files = append(files, figures[id]...)
	}
	if file := cmp.Or(d.Logo.File.V, p.Config.Logo.File.V); file != "" {
		files = append(files, side(p.Root, file))
	}
	for _, at := range barOf(p, d) { // their titles
		for _, other := range p.Dashboards {
			if other.ID == at.V {
				files = append(files, other.Path)
			}
		}
	}
	for _, data := range d.Blocks() {
		files = append(files, sidePaths(p.Root, *data)...)
	}
	return sorted(files)
}

// sideFiles are the files that the data of a spec names, as it writes them.
func sideFiles(d spec.Data) []string {
	var files []string
	for _, at := range []spec.At[string]{d.File, d.History} {
		if at.V != "" && at.V != spec.Piped {
			files = append(files, at.V)
		}
	}
	if d.Query.Set() {
		files = append(files, d.Snapshot())
	}
	for _, in := range d.Inputs {
		files = append(files, sideFiles(in.Data)...)
	}
	return files
}

// sidePaths are the files that the data of a spec names, from the working folder.
func sidePaths(root string, d spec.Data) []string {
	files := sideFiles(d)
	for i, f := range files {
		files[i] = side(root, f)
	}
	return files
}

// side is a side file as a path from the working folder.
func side(root, path string) string { return filepath.Join(root, filepath.FromSlash(path)) }

func sorted(files []string) []string {
	slices.Sort(files)
	return slices.Compact(files)
}
