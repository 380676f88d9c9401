package manifest

import (
	"slices"
	"strings"

	"charts/internal/chart"
	"charts/internal/message"
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

// partNames are the parts of an output for people.
var partNames = map[string]message.Format{
	"title": "title", "source line": "source line", "notes": "notes", "alternative text": "alternative text", "kind": "kind", "size": "size",
	"look": "look", "legend": "legend", "axes": "axes", "marks": "marks", "layout": "layout", "places of the rows": "places of the rows",
	"titles and texts": "titles and texts", "cards": "cards", "columns": "columns", "values": "values",
}

// partName is the name of a part for people.
func partName(name string) message.Text {
	of, quoted := strings.CutPrefix(name, "lines quoted of ")
	figure, whole := strings.CutPrefix(name, "figure ")
	switch {
	case quoted:
		return message.Of("lines quoted of %s", of)
	case whole:
		return message.Of("figure %s", figure)
	case partNames[name] != "":
		return message.Of(partNames[name])
	}
	return message.Data(name)
}

// ChangedParts says which parts of an output are others: the title and axes changed.
func ChangedParts(names []string) message.Text {
	var parts []message.Text
	for _, name := range names {
		parts = append(parts, partName(name))
	}
	return message.Of("the %s changed", message.Enumerated(parts))
}
