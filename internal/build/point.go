package build

import (
	"slices"

	"charts/internal/audit"
	"charts/internal/claim"
	"charts/internal/diag"
	"charts/internal/manifest"
	"charts/internal/message"
	"charts/internal/point"
	"charts/internal/render/dashboard"
	"charts/internal/spec"
)

// usualPoints is how many key points a page has.
const usualPoints = 5

// pointsOf are the key points of a page: of its cards, its figures, and the reports
// that it reads.
func (n *numbers) pointsOf(d *spec.Dashboard, page *dashboard.Page) []dashboard.Point {
	found := n.contradictions()
	line := func(f audit.Finding) string { return lineName(n.Project, f.Places[0]).In(message.Language(n.lang)) }
	for _, f := range found {
		page.Contradictions = append(page.Contradictions, message.Of("%s: %s", lineName(n.Project, f.Places[0]), f.Message).In(message.Language(n.lang)))
	}
	all := append(n.points, point.Contradictions(found, n.lang, line)...)
	for _, s := range page.Sections {
		for _, f := range s.Figures {
			all = append(all, point.Figure(f.Chart)...)
		}
	}
	all = append(all, n.sinceEdition(d.Points.Since, page)...)
	choice := point.Choice{Most: usualPoints, Pin: n.pointIDs(d.Points.Pin, all), Drop: n.pointIDs(d.Points.Drop, all)}
	if d.Points.Most.Set() {
		choice.Most = d.Points.Most.V
	}
	all = point.Choose(all, choice)
	for _, w := range d.Points.Words {
		n.reword(w, all)
	}
	var out []dashboard.Point
	for _, p := range all {
		one := dashboard.Point{Figure: p.Figure, Title: p.Title, Verdict: string(p.Tone), Quotes: p.Lines[:min(len(p.Lines), fewQuotes)]}
		for _, s := range p.Spans() {
			one.Spans = append(one.Spans, dashboard.Span(s))
		}
		out = append(out, one)
	}
	return out
}

// sinceEdition tells what changed in the figures of the page since their last edition.
func (n *numbers) sinceEdition(at spec.At[string], page *dashboard.Page) (all []point.Point) {
	if at.V == "" {
		return nil
	}
	src, err := n.readSide(at.V)
	if err != nil {
		noSide(&n.problems, at, err)
		return nil
	}
	last, ok := manifest.Parse(src)
	if !ok {
		n.problems.Errorf(at.Pos, "cannot-read", "%s is no manifest", at.V)
		return nil
	}
	for _, s := range page.Sections {
		for _, f := range s.Figures {
			if before, ok := last.Figure(f.ID); ok {
				all = append(all, point.Edition(f.ID, f.Chart.Title, n.lang, n.changes(before, f.ID))...)
			}
		}
	}
	return all
}

// changes are the values of a figure that were other ones.
func (n *numbers) changes(before manifest.Data, id string) (changes []point.Change) {
	in := message.Language(n.lang)
	for _, c := range manifest.Changes(before, n.data(id, n.frames[id])) {
		if !c.Old.Empty() && !c.New.Empty() {
			changes = append(changes, point.Change{What: c.What, Old: c.Old.In(in), New: c.New.In(in)})
		}
	}
	return changes
}

// contradictions are the errors and conflicts of the page's reports that nobody
// accepted; those about lines of the page come first.
func (n *numbers) contradictions() []audit.Finding {
	if len(n.lines) == 0 {
		return nil
	}
	contests(n.Project)
	var here, elsewhere []audit.Finding
	for _, f := range n.findings {
		on := func(at claim.Place) bool { return n.lines[diag.Pos{File: at.Report, Line: at.Line}] }
		switch {
		case f.Severity == audit.Doubt || f.Accepted != nil || !n.read[f.Places[0].Report]:
		case slices.ContainsFunc(f.Places, on):
			here = append(here, f)
		default:
			elsewhere = append(elsewhere, f)
		}
	}
	return append(here, elsewhere...)
}

// pointIDs are ids of the spec; one that names no point is told.
func (n *numbers) pointIDs(at []spec.At[string], all []point.Point) (ids []string) {
	for _, id := range at {
		if !slices.ContainsFunc(all, func(p point.Point) bool { return p.Is(id.V) }) {
			n.unknownPoint(id, all)
		}
		ids = append(ids, id.V)
	}
	return ids
}

func (n *numbers) unknownPoint(id spec.At[string], all []point.Point) {
	var known []string
	for _, p := range all {
		known = append(known, p.ID)
	}
	warnAt(&n.problems, id, "unknown-point", "no key point %q; the page has %s", id.V, message.Few(known, 8)).Hint = diag.Meant(id.V, known)
}

// reword gives a point of the page the words of the spec.
func (n *numbers) reword(w spec.Wording, all []point.Point) {
	i := slices.IndexFunc(all, func(p point.Point) bool { return p.Is(w.Point.V) })
	if i < 0 {
		n.unknownPoint(w.Point, all)
		return
	}
	var err error
	if all[i], err = all[i].Reword(w.Text.V); err != nil {
		n.problems.Errorf(w.Text.Pos, "point-words", "%s", message.ErrorText(err))
	}
}
