package build

import (
	"charts/internal/diag"
	"charts/internal/file"
	"charts/internal/message"
	"charts/internal/spec"
)

// A loaded is a spec that was read, or what is wrong with it.
type loaded struct {
	path     string
	figure   *spec.Figure // as its file has it, as far as it is sound; nil: it cannot be read
	problems diag.List
}

// loadFigures reads figures side by side and makes them whole.
func loadFigures(p *Project, paths []string, o Options) (problems diag.List) {
	var links diag.List // what is wrong between figures
	var sound, faulty []*spec.Figure
	for _, l := range each(paths, jobs(o), func(path string) loaded { return loadFigure(p, path) }) {
		problems = append(problems, l.problems...)
		if l.figure == nil || l.problems.HasErrors() {
			p.Broken, faulty = append(p.Broken, idOf(l.path)), append(faulty, l.figure)
			continue
		}
		if first, taken := p.written[l.figure.ID]; taken {
			links = append(links, duplicate(l.path, first))
			continue
		}
		p.written[l.figure.ID] = l.figure
		p.linker.IDs = append(p.linker.IDs, l.figure.ID)
		sound = append(sound, l.figure)
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
