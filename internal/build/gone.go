package build

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"charts/internal/diag"
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

// removeGone removes the outputs that no spec asks for, or names them. It removes
// nothing when a spec could not be read, and nothing outside the output folder,
// whatever the manifest says.
func (w *writing) removeGone() {
	gone := gone(w.Project, w.old, w.o)
	if !w.o.Prune || w.problems.HasErrors() {
		for _, g := range gone {
			problem := w.problems.Warnf(diag.Pos{File: outPath(w.o.Out, g.Path)}, "gone", "%s", whyGone(w.Project, g))
			problem.Hintf("`charts render --prune` removes it")
		}
		return
	}
	root, err := os.OpenRoot(w.o.Out)
	if err != nil {
		w.problems = append(w.problems, cannotWrite(w.o.Out, err)...)
		return
	}
	defer root.Close()
	var removed []manifest.Output
	for _, g := range gone {
		path := outPath(w.o.Out, g.Path)
		if err := root.Remove(filepath.FromSlash(g.Path)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			w.problems.Errorf(diag.Pos{File: path}, "cannot-remove", "cannot remove it: %s", message.ErrorText(err))
			continue
		}
		removed = append(removed, g)
		w.done = append(w.done, Done{Path: path, Removed: true})
	}
	w.old = w.old.Without(removed, func(id string) bool { return hasSpec(w.Project, id) })
}
