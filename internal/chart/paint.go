package chart

import (
	"slices"
	"strings"

	"charts/internal/diag"
	"charts/internal/spec"
)

// paint is the colour of the i-th name of a figure: what the author gave it,
// grey or the accent where some names are highlighted, the colour that the name
// has in the whole run, or its turn in the palette.
func (d *draft) paint(name string, i int) Color {
	if !slices.Contains(d.painted, name) {
		d.painted = append(d.painted, name)
	}
	for _, c := range d.fig.Colors {
		if c.Name.V == name {
			return d.namedColor(c.Value)
		}
	}
	if len(d.fig.Highlight) > 0 {
		if d.highlighted(name) {
			return d.theme.accent
		}
		return d.theme.rest
	}
	if slot := slotOf(d.opts.Colors, name); slot >= 0 {
		i = slot
	}
	return d.theme.palette[i%maxSeries]
}

// paintOne is the colour of a category of a figure with one series.
func (d *draft) paintOne(name string) Color {
	for _, c := range d.fig.Colors {
		if c.Name.V == name {
			return d.namedColor(c.Value)
		}
	}
	if len(d.fig.Highlight) > 0 && !d.highlighted(name) {
		return d.theme.rest
	}
	return d.theme.accent
}

func (d *draft) highlighted(name string) bool {
	return slices.ContainsFunc(d.fig.Highlight, func(h spec.At[string]) bool { return h.V == name })
}

// namedColor reads #rrggbb, a colour of the palette by its name, accent or grey.
func (d *draft) namedColor(at spec.At[string]) Color {
	switch {
	case isColor(at.V):
		return Color(strings.ToLower(at.V))
	case at.V == "accent":
		return d.theme.accent
	case at.V == "grey" || at.V == "gray":
		return d.theme.rest
	}
	for _, c := range d.opts.Look.Colors {
		if c.Name.V == at.V && isColor(c.Value.V) {
			return Color(strings.ToLower(c.Value.V))
		}
	}
	if i := slices.Index(hues, at.V); i >= 0 {
		return d.theme.palette[i]
	}
	p := d.errorAt(at, "color", "no colour %q", at.V)
	p.Hint = "a colour is #rrggbb, accent, grey, " + strings.Join(hues, ", ")
	return d.theme.rest
}

// checkNames finds names in highlight and colors that the figure does not have.
func (d *draft) checkNames(names []string) {
	asked := slices.Clone(d.fig.Highlight)
	for _, c := range d.fig.Colors {
		asked = append(asked, c.Name)
	}
	for _, at := range asked {
		if !slices.Contains(names, at.V) {
			d.unknownName(at, names)
		}
	}
}

func (d *draft) unknownName(at spec.At[string], names []string) {
	p := d.errorAt(at, "unknown-name", "nothing in the figure is named %q", at.V)
	if near := diag.Nearest(at.V, names); near != "" {
		p.Hint = "did you mean " + near + "?"
	}
}
