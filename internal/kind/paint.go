package kind

import (
	"slices"
	"strings"

	"charts/internal/chart"
	"charts/internal/diag"
	"charts/internal/message"
	"charts/internal/palette"
	"charts/internal/spec"
	"charts/internal/typeset"
)

// paint is the colour of the i-th name of a figure: what the author asks for,
// grey where other names are highlighted, or its hue.
func (d *builder) paint(name string, i int) chart.Color {
	own := d.hue(name, i)
	if c, ok := d.askedColor(name); ok {
		return c
	}
	if len(d.fig.Highlight) > 0 {
		return d.greyed(i)
	}
	return own
}

// greyed is the grey of the i-th series. In a stack every second is darker, or
// they would look like one.
func (d *builder) greyed(i int) chart.Color {
	if s := d.fig.Stack.V; i%2 == 1 && s != "" && s != "false" {
		return palette.Mix(d.theme.Rest, d.theme.Ink, 0.15)
	}
	return d.theme.Rest
}

// askedColor is the colour that the author gives a name: its own, or the accent of
// what is highlighted.
func (d *builder) askedColor(name string) (chart.Color, bool) {
	for _, c := range d.fig.Colors {
		if typeset.Compose(c.Name.V) == name {
			return d.namedColor(c.Value), true
		}
	}
	return d.theme.Accent, d.lit.has(name)
}

// hue is the colour that a name has in the whole run, or its turn in the palette.
// Of more groups than a reader can tell apart, the last are grey.
func (d *builder) hue(name string, i int) chart.Color {
	if !slices.Contains(d.painted, name) {
		d.painted = append(d.painted, name)
	}
	if slot := palette.SlotOf(d.opts.Colors, name); slot >= 0 {
		i = slot
	}
	if i >= palette.MaxSeries {
		return d.theme.Rest
	}
	return d.theme.Series[i]
}

// paintOne is the colour of a category of a figure with one series.
func (d *builder) paintOne(name string) chart.Color {
	if c, ok := d.askedColor(name); ok || len(d.fig.Highlight) == 0 {
		return c
	}
	return d.theme.Rest
}

// paintMark is the colour of the i-th mark of several: what is highlighted may be
// a mark, or some of the data in all of them, which then are lit.
func (d *builder) paintMark(name string, i int, lit bool) chart.Color {
	if _, asked := d.askedColor(name); !asked && lit {
		return d.hue(name, i)
	}
	return d.paint(name, i)
}

// paintIn is the colour of a datum in one of several marks; "" is the mark's. Where
// some of the data are lit, the others are grey.
func (d *builder) paintIn(mark, name string, lit bool) chart.Color {
	for _, c := range d.fig.Colors {
		if typeset.Compose(c.Name.V) == name {
			return d.namedColor(c.Value)
		}
	}
	if lit && !d.lit.has(name) && !d.lit.has(mark) {
		return d.theme.Rest
	}
	return ""
}

// namedColor reads #rrggbb, a colour of the palette by its name, accent or grey.
func (d *builder) namedColor(at spec.At[string]) chart.Color {
	switch {
	case palette.IsColor(at.V):
		return chart.Color(strings.ToLower(at.V))
	case at.V == "accent":
		return d.theme.Accent
	case at.V == "grey" || at.V == "gray":
		return d.theme.Rest
	}
	for _, c := range d.opts.Look.Colors {
		if c.Name.V == at.V && palette.IsColor(c.Value.V) {
			return chart.Color(strings.ToLower(c.Value.V))
		}
	}
	if i := slices.Index(palette.Names, at.V); i >= 0 {
		return d.theme.Series[i]
	}
	d.errorAt(at, "color", "no colour %q", at.V).Hintf("a colour is #rrggbb, accent, grey, %s", message.List(palette.Names))
	return d.theme.Rest
}

// checkNames finds names in highlight and colors that the figure does not have.
func (d *builder) checkNames(names []string) {
	d.checkHighlight(names)
	d.checkColors(names)
}

func (d *builder) checkHighlight(names []string) { d.checkAll(d.fig.Highlight, names) }

func (d *builder) checkColors(names []string) {
	var colored []spec.At[string]
	for _, c := range d.fig.Colors {
		colored = append(colored, c.Name)
	}
	d.checkAll(colored, names)
}

// checkAll finds those that are none of the names.
func (d *builder) checkAll(all []spec.At[string], names []string) {
	if len(all) == 0 {
		return
	}
	known := positions(append(names[:len(names):len(names)], d.facets.names()...))
	for _, at := range all {
		if _, ok := known[typeset.Compose(at.V)]; !ok {
			d.unknownName(at, names)
		}
	}
}

func (d *builder) unknownName(at spec.At[string], names []string) {
	d.errorAt(at, "unknown-name", "nothing in the figure is named %q", at.V).Hint = diag.Choice(at.V, names)
}
