package build

import (
	"context"
	"slices"
	"sync"

	"charts/internal/diag"
	"charts/internal/file"
	"charts/internal/kind"
	"charts/internal/message"
	"charts/internal/series"
	"charts/internal/spec"
)

// A loaded is a spec that was read, or what is wrong with it.
type loaded struct {
	path     string
	figure   *spec.Figure // as its file has it, as far as it is sound; nil: it cannot be read
	problems diag.List
}

// sound is the figure, if its file has no errors.
func (l loaded) sound() *spec.Figure {
	if l.problems.HasErrors() {
		return nil
	}
	return l.figure
}

// loadFigures reads figures side by side and makes them whole: all, or those asked for
// and what they extend. The others are looked at when they bear on those.
func loadFigures(p *Project, t tree, o Options) (problems diag.List) {
	reading := map[string]func() loaded{}
	byID := map[string][]string{}
	for _, path := range t.figures {
		reading[path] = sync.OnceValue(func() loaded { return loadFigure(p, path) })
		byID[idOf(path)] = append(byID[idOf(path)], path)
	}
	p.written = func(id string) *spec.Figure {
		for _, path := range byID[id] {
			if f := reading[path]().sound(); f != nil {
				return f
			}
		}
		return nil
	}
	paths := t.figures
	if ids := figuresAlone(p, t, o.IDs); len(ids) > 0 {
		paths = slices.DeleteFunc(slices.Clone(paths), func(path string) bool { return !slices.Contains(ids, idOf(path)) })
		p.others = slices.DeleteFunc(slices.Clone(t.figures), func(path string) bool { return slices.Contains(ids, idOf(path)) })
	}
	var links diag.List // what is wrong between figures
	var sound, faulty []*spec.Figure
	for _, l := range each(paths, jobs(o), func(path string) loaded { return reading[path]() }) {
		problems = append(problems, l.problems...)
		if l.sound() == nil {
			p.Broken, faulty = append(p.Broken, idOf(l.path)), append(faulty, l.figure)
			continue
		}
		if first := p.written(l.figure.ID); first != l.figure {
			links = append(links, duplicate(l.path, first))
			continue
		}
		p.linker.IDs = append(p.linker.IDs, l.figure.ID)
		sound = append(sound, l.figure)
	}
	for _, path := range p.others {
		p.linker.IDs = append(p.linker.IDs, idOf(path))
	}
	for _, f := range sound {
		whole, more := p.linker.Link(f)
		if links = append(links, more...); whole != nil && !more.HasErrors() {
			p.Figures = append(p.Figures, whole)
		}
	}
	for _, f := range faulty {
		if f != nil {
			p.unsound.add(f, p.linker)
		}
	}
	links.Sort()
	p.Broken = append(p.Broken, spec.IDs(links)...)
	return append(problems, links...)
}

// figuresAlone are some ids with those of the figures that they extend; none where not
// all are of figures alone.
func figuresAlone(p *Project, t tree, ids []string) []string {
	is := func(paths []string, id string) bool {
		return slices.ContainsFunc(paths, func(path string) bool { return idOf(path) == id })
	}
	if slices.ContainsFunc(ids, func(id string) bool { return !is(t.figures, id) || is(t.dashboards, id) }) {
		return nil
	}
	all := slices.Clone(ids)
	for i := 0; i < len(all); i++ {
		if f := p.written(all[i]); f != nil && f.Extends.Set() && !slices.Contains(all, f.Extends.V) {
			all = append(all, f.Extends.V)
		}
	}
	return all
}

// namesElsewhere are the names that a figure tells apart by colour which is not asked
// for: those that its spec says, if it says them.
func namesElsewhere(p *Project, ctx context.Context, store *series.Store, path string) []string {
	var untold diag.List // a run that asks for the figure tells what is wrong with it
	src, _ := read(p, path, file.MaxSpec, &untold)
	if f, ok := spec.Outline(path, src); ok {
		if names, said := kind.SpecNames(f); said {
			return names
		}
	}
	f := p.written(idOf(path))
	if f == nil {
		return nil
	}
	whole, problems := p.linker.Link(f)
	if problems.HasErrors() {
		return nil
	}
	return namesOf(p, ctx, store, whole)
}

func loadFigure(p *Project, path string) loaded {
	l := loaded{path: path}
	src, ok := read(p, path, file.MaxSpec, &l.problems)
	if !ok {
		return l
	}
	l.figure, l.problems = spec.ParseFigure(path, src)
	return l
}

func duplicate(path string, first *spec.Figure) diag.Problem {
	return diag.Problem{
		Pos: diag.Pos{File: path, Line: 1}, Rule: "duplicate-id", Text: message.Of(`a second figure with the id "%s"`, first.ID),
		Hint: message.Of("rename one of the files"),
		See:  []diag.Note{{Pos: diag.Pos{File: first.Path, Line: 1}, Text: message.Of("the first")}},
	}
}
