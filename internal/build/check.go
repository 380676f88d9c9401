package build

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"

	"charts/internal/diag"
)

// A Stale is one output that is not what render would write, and why.
type Stale struct {
	Path    string   `json:"path"` // with the output folder
	ID      string   `json:"id"`
	Spec    string   `json:"spec"` // of the figure or dashboard
	Reason  string   `json:"reason"`
	Changes []Change `json:"changes"` // of the values, if those are the reason
}

// String is one line: the path, and the reason in numbers where there are any.
func (s Stale) String() string {
	if len(s.Changes) == 0 {
		return s.Path + " is stale: " + s.Reason
	}
	return s.Path + " is stale: " + listed(s.Changes)
}

// listed names changes in one line, the first few of many.
func listed(changes []Change) string {
	var all []string
	for _, c := range changes[:min(len(changes), maxChanges)] {
		all = append(all, c.String())
	}
	if more := len(changes) - maxChanges; more > 0 {
		all = append(all, fmt.Sprintf("and %d more", more))
	}
	return strings.Join(all, "; ")
}

// Pos is where the reason lies: at the first changed value in the report, else in
// the spec.
func (s Stale) Pos() diag.Pos {
	for _, c := range s.Changes {
		if c.Line > 0 {
			return diag.Pos{File: c.Report, Line: c.Line}
		}
	}
	return diag.Pos{File: s.Spec}
}

// maxChanges is how many changed values one line names.
const maxChanges = 10

// Check compares the output folder with what render would write, and names the
// outputs that are fresh and those that are not. It writes nothing. Problems are
// what kept it from telling.
func Check(ctx context.Context, p *Project, o Options) (fresh []string, stale []Stale, problems diag.List) {
	old := readManifest(o.Out)
	pl, problems := p.plan(ctx, o)
	stale = []Stale{}
	for _, pr := range pl.products {
		if s := p.stale(pl, pr, old, o); s != nil {
			stale = append(stale, *s)
		} else {
			fresh = append(fresh, outPath(o.Out, pr.Path))
		}
	}
	for _, g := range p.gone(old, o) {
		stale = append(stale, Stale{outPath(o.Out, g.Path), g.ID, g.Spec, p.whyGone(g), []Change{}})
	}
	return fresh, stale, problems
}

// stale says what is wrong with one output, or nothing.
func (p *Project) stale(pl plan, pr product, old Manifest, o Options) *Stale {
	s := &Stale{Path: outPath(o.Out, pr.Path), ID: pr.ID, Spec: pr.Spec, Changes: []Change{}}
	have, known := old.output(pr.Path)
	src, err := os.ReadFile(s.Path)
	switch {
	case err != nil:
		s.Reason = reason(err)
	case !known:
		s.Reason = "the manifest does not know it"
	case old.Renderer != Renderer || have.Chart == "":
		s.Reason = "drawn by another version of the renderer"
	case have.Chart != pr.Chart:
		s.Changes = p.changes(pl, pr, old)
		s.Reason = "its spec, its theme or the words around its values changed"
		if len(s.Changes) > 0 || have.Data != pr.Data {
			s.Reason = "the values changed"
		}
	case have.SHA256 != sum(src):
		s.Reason = "the file is not the one that render wrote"
	default:
		return nil
	}
	return s
}

// changes are the changed values of the figures that an output shows, and of its
// cards and texts.
func (p *Project) changes(pl plan, pr product, old Manifest) []Change {
	changes := []Change{}
	for _, f := range pl.figures {
		was, ok := old.figure(f.ID)
		if ok && slices.Contains(pr.shows, f.ID) {
			changes = append(changes, Changes(was, p.data(f.ID, f.frame()))...)
		}
	}
	if was, ok := old.figure(pr.Path); ok {
		changes = append(changes, Changes(was, p.data(pr.Path, pr.numbers))...)
	}
	return changes
}
