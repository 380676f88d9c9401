package build

import (
	"path/filepath"
	"strings"

	"charts/internal/diag"
	"charts/internal/file"
	"charts/internal/message"
	"charts/internal/spec"
)

// A Source is the spec of one figure, found sound. Few figures are kept; those of
// ten thousand would fill the memory, so that their files are read again when they
// are needed.
type Source struct {
	ID   string
	Path string // as opened
	specCard
	sound bool         // there is nothing to say about its file, which extends none
	base  string       // the id that it extends, or ""
	own   *spec.Figure // as its file has it, if others extend it
	whole *spec.Figure // with what it extends; nil: not kept
}

// keptSources is how many figures of a project are kept: some 4 MB.
const keptSources = 1_000

// errChanged is what happened to a spec that has errors now and had none.
var errChanged = message.Errorf("the spec changed during the run")

// figure is the figure of a source.
func (p *Project) figure(s *Source) (*spec.Figure, diag.List) {
	if s.whole != nil {
		return s.whole, nil
	}
	if f := written(p, s); f != nil {
		return p.linker.Link(f)
	}
	return nil, changed(s.Path)
}

// changed says that a spec is not the one any more that was found sound.
func changed(path string) (problems diag.List) {
	problems.Errorf(diag.Pos{File: path}, "changed", "%s", errChanged).Hintf("run again")
	return problems
}

// written is the figure of a source as its file has it; nil if that is not the
// file any more that was found sound.
func written(p *Project, s *Source) *spec.Figure {
	if s.own != nil {
		return s.own
	}
	src, err := file.Read(s.Path, file.MaxSpec)
	if err != nil || file.Sum(src) != p.hashOf(s.Path) {
		return nil
	}
	f, _ := spec.ParseFigure(s.Path, src)
	return f
}

// find is what the linker asks for a figure that others extend.
func (p *Project) find(id string) *spec.Figure {
	if s, ok := p.sources[id]; ok {
		return written(p, s)
	}
	return nil
}

// A loaded is a spec that was read, or what is wrong with it.
type loaded struct {
	path     string
	source   *Source // nil: it cannot be read
	problems diag.List
	links    diag.List // what is wrong between it and others
}

// loadFigures reads figures side by side and makes them whole.
func loadFigures(p *Project, paths []string, o Options) (problems diag.List) {
	jobs := jobs(o)
	p.cards = openCards(o.Specs, p.hashOf(filepath.Join(o.Specs, configFile)))
	all := each(paths, jobs, func(path string) loaded { return loadFigure(p, path, o.IDs) })
	var links diag.List
	for _, l := range all {
		problems = append(problems, l.problems...)
		if l.source == nil {
			p.Broken = append(p.Broken, idOf(l.path))
			continue
		}
		if first, taken := p.sources[l.source.ID]; taken {
			links = append(links, duplicate(l.path, first))
			continue
		}
		p.sources[l.source.ID] = l.source
		p.linker.IDs = append(p.linker.IDs, l.source.ID)
	}
	keepBases(p)
	for _, l := range each(all, jobs, p.extend) {
		if links = append(links, l.links...); l.source != nil && !l.links.HasErrors() && p.sources[l.source.ID] == l.source {
			p.Figures = append(p.Figures, l.source)
		}
	}
	links.Sort()
	p.Broken = append(p.Broken, spec.IDs(links)...)
	return append(problems, links...)
}

// loadFigure reads one figure, and makes it whole unless it extends another. One
// that is not asked for and has a card is not parsed.
func loadFigure(p *Project, path string, ids []string) loaded {
	l := loaded{path: path}
	src, ok := read(p, path, file.MaxSpec, &l.problems)
	if !ok {
		return l
	}
	if passing(ids, idOf(path)) {
		if c, ok := p.cards.cards[p.hashOf(path)]; ok {
			l.source = &Source{ID: idOf(path), Path: path, specCard: c, sound: true}
			return l
		}
	}
	f, more := spec.ParseFigure(path, src)
	l.problems = more
	if f == nil || more.HasErrors() {
		return l
	}
	l.source = &Source{ID: f.ID, Path: path, base: f.Extends.V}
	if !f.Extends.Set() {
		l.links = link(p, l.source, f)
		l.source.sound = len(more)+len(l.links) == 0
	}
	return l
}

// extend makes a figure whole that extends another.
func (p *Project) extend(l loaded) loaded {
	if l.source == nil || l.source.base == "" {
		return l
	}
	if f := written(p, l.source); f != nil {
		l.links = link(p, l.source, f)
	} else {
		l.links = changed(l.path)
	}
	return l
}

// link makes a figure whole and takes down what a run has to know of it.
func link(p *Project, s *Source, f *spec.Figure) diag.List {
	whole, problems := p.linker.Link(f)
	if whole == nil {
		return problems
	}
	s.specCard = cardOf(whole)
	if p.kept.Add(1) <= keptSources {
		s.whole = whole
	}
	return problems
}

// keepBases keeps the figures that others extend as their files have them.
func keepBases(p *Project) {
	for _, s := range p.sources {
		if base, ok := p.sources[s.base]; ok {
			base.own = written(p, base)
		}
	}
}

// idOf is the id of the spec at path.
func idOf(path string) string { return strings.TrimSuffix(filepath.Base(path), ".yaml") }

func duplicate(path string, first *Source) diag.Problem {
	return diag.Problem{
		Pos: diag.Pos{File: path, Line: 1}, Rule: "duplicate-id", Text: message.Of(`a second figure with the id "%s"`, first.ID),
		Hint: message.Of("rename one of the files"),
		See:  []diag.Note{{Pos: diag.Pos{File: first.Path, Line: 1}, Text: message.Of("the first")}},
	}
}
