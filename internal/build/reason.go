package build

import (
	"slices"

	"charts/internal/manifest"
	"charts/internal/message"
)

// An other is why an output with the same values is not the same: what of it
// changed, and which of the files that it is made of did.
type other struct{ parts, files []string }

func (o other) text() message.Text {
	why := message.Of("it is drawn in another way")
	if len(o.parts) > 0 {
		why = manifest.ChangedParts(o.parts)
	}
	if len(o.files) > 0 {
		why = message.Of("%s, and so did %s", why, message.Enumerated(o.files))
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
func otherFiles(p *Project, pr product, old manifest.Manifest) []string {
	var files []string
	for _, path := range pr.files() {
		in, read := p.inputs[path]
		if read && !slices.Contains(old.Inputs, in) && !slices.Contains(files, in.Path) {
			files = append(files, in.Path)
		}
	}
	return files
}
