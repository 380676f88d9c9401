package build

import (
	"slices"
	"strings"

	"charts/internal/chart"
)

// short is the parts of an output as the manifest keeps them: title 5d41402a,
// size 7d793037.
func short(parts chart.Parts) string {
	var all []string
	for _, p := range parts {
		all = append(all, p.Name+" "+p.Hash[:shortHash])
	}
	return strings.Join(all, partsSeparator)
}

const (
	shortHash      = 8
	partsSeparator = ", "
)

// otherParts are the names of the parts that two states do not share. The layout
// follows from the others and counts alone.
func otherParts(before, after string) []string {
	was, is := strings.Split(before, partsSeparator), strings.Split(after, partsSeparator)
	var names []string
	for _, p := range append(is, was...) {
		if slices.Contains(was, p) && slices.Contains(is, p) {
			continue
		}
		i := max(strings.LastIndexByte(p, ' '), 0)
		if name := p[:i]; name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if len(names) > 1 {
		names = slices.DeleteFunc(names, func(name string) bool { return name == "layout" })
	}
	return names
}

// An other is why an output with the same values is not the same: what of it
// changed, and which of the files that it is made of did.
type other struct{ parts, files []string }

func (o other) String() string {
	why := "it is drawn in another way"
	if len(o.parts) > 0 {
		why = "the " + enumerated(o.parts) + " changed"
	}
	if len(o.files) > 0 {
		why += ", and so did " + enumerated(o.files)
	}
	return why
}

// and is what changed of two outputs of one figure.
func (o other) and(more other) other {
	return other{union(o.parts, more.parts), union(o.files, more.files)}
}

func union(a, b []string) []string {
	all := slices.Clone(a)
	for _, s := range b {
		if !slices.Contains(all, s) {
			all = append(all, s)
		}
	}
	return all
}

// otherFiles are the files behind an output that are not those of the last run.
func (p *Project) otherFiles(pr product, old Manifest) []string {
	var files []string
	for _, path := range pr.files() {
		in := Input{p.rel(path), p.hashOf(path)}
		if in.SHA256 != "" && !slices.Contains(old.Inputs, in) && !slices.Contains(files, in.Path) {
			files = append(files, in.Path)
		}
	}
	return files
}

// enumerated is a list in words: a, b and c.
func enumerated(names []string) string {
	last := len(names) - 1
	if last < 1 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:last], ", ") + " and " + names[last]
}
