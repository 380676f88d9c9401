package manifest

import (
	"slices"
	"strings"

	"charts/internal/chart"
)

// Short is the parts of an output as the manifest keeps them: title 5d41402a,
// size 7d793037.
func Short(parts chart.Parts) string {
	var all []string
	for _, p := range parts {
		all = append(all, p.Name+" "+p.Hash[:shortHash])
	}
	return strings.Join(all, partsSeparator)
}

// OtherParts are the names of the parts that two states do not share. The layout
// follows from the others and counts alone.
func OtherParts(before, after string) []string {
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

const (
	shortHash      = 8
	partsSeparator = ", "
)
