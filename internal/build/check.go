package build

import (
	"context"
	"slices"

	"charts/internal/diag"
	"charts/internal/file"
	"charts/internal/manifest"
	"charts/internal/message"
)

// A Stale is one figure or page whose output is not what render would write, and
// why.
type Stale struct {
	Path    string            `json:"path"` // with the output folder
	Also    []string          `json:"also"` // its outputs in other formats, for the same reason
	ID      string            `json:"id"`
	Spec    string            `json:"spec"` // of the figure or dashboard
	Reason  message.Text      `json:"reason"`
	Changes []manifest.Change `json:"changes"` // of the values, if those are the reason

	other *other // the reason, if it is one of many
}

// Text is one line: the outputs, and the reason in numbers where there are any.
func (s Stale) Text() message.Text {
	if len(s.Also) > 0 {
		return message.Of("%s are stale: %s", s.Outputs(), s.why())
	}
	return message.Of("%s is stale: %s", s.Outputs(), s.why())
}

// Said is the finding with its reason in one language.
func (s Stale) Said(l message.Language) Stale {
	s.Reason, s.Changes = s.Reason.Said(l), slices.Clone(s.Changes)
	for i := range s.Changes {
		s.Changes[i] = s.Changes[i].Said(l)
	}
	return s
}

func (s Stale) why() message.Text {
	if len(s.Changes) == 0 {
		return s.Reason
	}
	return listed(s.Changes)
}

// Outputs names the outputs: out/figures/a.png, .svg and .pdf.
func (s Stale) Outputs() message.Text { return manifest.Together(append([]string{s.Path}, s.Also...)) }

// listed names changes in one line, the first few of many.
func listed(changes []manifest.Change) message.Text {
	var all []message.Text
	for _, c := range changes[:min(len(changes), maxChanges)] {
		all = append(all, c.Text())
	}
	if more := len(changes) - maxChanges; more > 0 {
		all = append(all, message.Of("and %d more", more))
	}
	return message.Of("%s", message.Clauses(all))
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
// outputs that are fresh and those that are not, a figure or a page at a time. It
// writes nothing. Problems are what kept it from telling.
func Check(ctx context.Context, p *Project, o Options) (fresh []message.Text, stale []Stale, problems diag.List) {
	old := manifest.Read(o.Out)
	pl, problems := p.plan(ctx, o)
	stale = []Stale{}
	var good [][]string
	of := "" // the figure or page of the last of them
	for _, pr := range pl.products {
		if s := p.stale(pl, pr, old, o); s != nil {
			stale = joined(stale, *s)
			continue
		}
		if path := outPath(o.Out, pr.Path); len(good) > 0 && of == pr.Spec {
			good[len(good)-1] = append(good[len(good)-1], path)
		} else {
			good, of = append(good, []string{path}), pr.Spec
		}
	}
	for _, g := range gone(p, old, o) {
		stale = joined(stale, Stale{Path: outPath(o.Out, g.Path), ID: g.ID, Spec: g.Spec, Reason: whyGone(p, g)})
	}
	for _, paths := range good {
		fresh = append(fresh, manifest.Together(paths))
	}
	return fresh, stale, problems
}

// joined adds a stale output: to the last finding, if that is of the same figure
// and for the same reason, or if what changed of both can be told at once.
func joined(all []Stale, s Stale) []Stale {
	if len(all) > 0 {
		switch last := &all[len(all)-1]; {
		case last.Spec != s.Spec || last.ID != s.ID:
		case last.other != nil && s.other != nil:
			*last.other = last.other.and(*s.other)
			last.Reason, last.Also = last.other.text(), append(last.Also, s.Path)
			return all
		case last.why().String() == s.why().String():
			last.Also = append(last.Also, s.Path)
			return all
		}
	}
	s.Also = []string{}
	if s.Changes == nil {
		s.Changes = []manifest.Change{}
	}
	return append(all, s)
}

// stale says what is wrong with one output, or nothing.
func (p *Project) stale(pl plan, pr product, old manifest.Manifest, o Options) *Stale {
	s := &Stale{Path: outPath(o.Out, pr.Path), ID: pr.ID, Spec: pr.Spec}
	have, known := old.Output(pr.Path)
	src, err := file.Read(s.Path, file.MaxOutput)
	switch {
	case err != nil:
		s.Reason = message.ErrorText(err)
	case !known:
		s.Reason = message.Of("the manifest does not list it")
	case old.Renderer != manifest.Renderer || have.Chart == "":
		s.Reason = message.Of("drawn by another version of the renderer")
	case have.Chart != pr.Chart:
		s.Changes = changes(p, pl, pr, old)
		s.Reason = message.Of("the values changed")
		if len(s.Changes) == 0 && have.Data == pr.Data {
			s.other = &other{manifest.OtherParts(have.Parts, pr.Parts), otherFiles(p, pr, old)}
			s.Reason = s.other.text()
		}
	case have.SHA256 != file.Sum(src):
		s.Reason = message.Of("the file is not the one that render wrote")
	default:
		return nil
	}
	return s
}

// changes are the changed values of the figures that an output shows, and of its
// cards and texts.
func changes(p *Project, pl plan, pr product, old manifest.Manifest) []manifest.Change {
	changes := []manifest.Change{}
	for _, f := range pl.figures {
		was, ok := old.Figure(f.ID)
		if ok && slices.Contains(pr.shows, f.ID) {
			changes = append(changes, manifest.Changes(was, p.data(f.ID, f.frame))...)
		}
	}
	if was, ok := old.Figure(pr.Path); ok {
		changes = append(changes, manifest.Changes(was, p.data(pr.Path, pr.numbers))...)
	}
	for i, c := range changes {
		if parted(p.Documents) && c.Report != "" {
			changes[i].Where = message.Of("%s %s", c.Report, c.Where)
		}
	}
	return changes
}
