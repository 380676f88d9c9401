package kind

import (
	"slices"
	"strings"

	"charts/internal/chart"
	"charts/internal/diag"
	"charts/internal/series"
	"charts/internal/spec"
	"charts/internal/typeset"
)

// make draws the parts. Where they share their scales they are drawn twice: the
// first time tells how far the values of all of them reach.
func (f *facets) make(d *builder) {
	rows, index, cites, fig := d.data.Rows, d.index, d.cites, d.fig
	small := *fig
	if fig.Series.Set() || len(fig.Value) > 1 { // the names are written once, above all
		small.Legend = spec.At[string]{V: "true", Pos: fig.Facet.Column.Pos}
	}
	d.facets, d.em, d.fig = f, f.part(d.em), &small
	if !f.free {
		before, drawn := *d, *d.chart
		labelled := alikeLabelled(f.draw(d))
		drawn.Sources = d.chart.Sources
		*d, *d.chart = before, drawn
		f.settled = true
		if !labelled {
			small.Labels = spec.At[bool]{Pos: fig.Facet.Column.Pos}
		}
	}
	panels := f.draw(d)
	d.chart.Columns = f.columns
	f.nameAxes(d, panels)
	if !f.free {
		shareAxes(panels, f.columns)
	}
	d.chart.Panels = panels
	d.data.Rows, d.index, d.cites, d.fig = rows, index, cites, fig
}

// alikeLabelled reports whether all parts write their values at the marks, or none
// does.
func alikeLabelled(panels []chart.Panel) bool {
	return !slices.ContainsFunc(panels, func(p chart.Panel) bool {
		return p.X.Hidden != panels[0].X.Hidden || p.Y.Hidden != panels[0].Y.Hidden
	})
}

// draw lets the kind draw each part, and gathers what they say.
func (f *facets) draw(d *builder) (panels []chart.Panel) {
	var legend []chart.Entry
	var told []run
	notes := make([][]string, len(f.parts))
	for i, p := range f.parts {
		f.take(d, p)
		said := len(d.problems)
		d.kind.make(d)
		d.problems = toldOnce(d.problems, said)
		if len(d.chart.Panels) == 0 {
			d.named = append(d.named, p.rows...)
			d.chart.Notes = []string{d.say("无数据。", "No data.")}
		}
		for _, own := range d.chart.Panels {
			own.Title, own.Stage = typeset.Text(p.name), d.stage
			panels = append(panels, own)
		}
		for _, e := range d.chart.Legend {
			if !slices.Contains(legend, e) {
				legend = append(legend, e)
			}
		}
		for _, r := range d.told {
			r.name = p.name + " " + r.name
			told = append(told, r)
		}
		notes[i] = d.chart.Notes
	}
	d.chart.Legend, d.chart.Notes, d.told = legend, f.gather(d, notes), told
	d.chart.Panels = nil
	return panels
}

// toldOnce leaves out of what was said from some problem on what was said before: a
// wrong word of the spec is wrong in every part.
func toldOnce(all diag.List, from int) diag.List {
	kept := all[:from:from]
	for _, p := range all[from:] {
		same := func(o diag.Problem) bool {
			return o.Pos == p.Pos && o.Rule == p.Rule && o.Text.String() == p.Text.String()
		}
		if !slices.ContainsFunc(kept, same) {
			kept = append(kept, p)
		}
	}
	return kept
}

// take gives the builder the rows of a part.
func (f *facets) take(d *builder, p facet) {
	f.next = 0
	d.data.Rows = make([]series.Row, len(p.rows))
	for i, row := range p.rows {
		d.data.Rows[i] = d.whole[row]
	}
	d.index, d.cites = p.rows, make([][]int, len(p.rows))
	d.chart.Panels, d.chart.Legend, d.chart.Notes, d.told = nil, nil, nil, nil
	d.stage = chart.Stage{}
}

// gather are the notes of all parts: what all say once, and others under the name of
// their part.
func (f *facets) gather(d *builder, notes [][]string) (all []string) {
	for i, own := range notes {
		for _, n := range own {
			common := !slices.ContainsFunc(notes, func(o []string) bool { return !slices.Contains(o, n) })
			if !common {
				n = typeset.Text(f.parts[i].name + d.say("：", ": ") + n)
			}
			if !slices.Contains(all, n) {
				all = append(all, n)
			}
		}
	}
	return all
}

// nameAxes says once what the axes show that all parts have.
func (f *facets) nameAxes(d *builder, panels []chart.Panel) {
	note := ""
	for _, axis := range []struct {
		of   func(*chart.Panel) *chart.Axis
		word string
	}{
		{func(p *chart.Panel) *chart.Axis { return &p.X }, d.say("横轴：", "Across: ")},
		{func(p *chart.Panel) *chart.Axis { return &p.Y }, d.say("纵轴：", "Upwards: ")},
	} {
		if len(panels) == 0 || axis.of(&panels[0]).Title == "" {
			continue
		}
		title := axis.of(&panels[0]).Title
		if slices.ContainsFunc(panels, func(p chart.Panel) bool { return axis.of(&p).Title != title }) {
			continue
		}
		for i := range panels {
			axis.of(&panels[i]).Title = ""
		}
		if note != "" {
			note += d.say("；", "; ")
		}
		if unit := d.say("单位：", "Unit: "); strings.HasPrefix(title, unit) {
			note += title
		} else {
			note += axis.word + title
		}
	}
	if note != "" {
		d.chart.Notes = append([]string{note + d.say("。", ".")}, d.chart.Notes...)
	}
}

// shareAxes ends axes without ticks where the farthest does, and writes the labels
// of those that all have in the first column and under the lowest alone.
func shareAxes(panels []chart.Panel, columns int) {
	for _, of := range []func(*chart.Panel) *chart.Axis{
		func(p *chart.Panel) *chart.Axis { return &p.X },
		func(p *chart.Panel) *chart.Axis { return &p.Y },
	} {
		var s span
		for i := range panels {
			if a := of(&panels[i]); a.Kind == chart.Linear && a.Hidden {
				s.add(a.Min)
				s.add(a.Max)
			}
		}
		for i := range panels {
			if a := of(&panels[i]); s.some && a.Kind == chart.Linear {
				a.Min, a.Max = s.lo, s.hi
			}
		}
	}
	for i := range panels {
		p := &panels[i]
		if next := (i/columns + 1) * columns; next+columns <= len(panels) { // each of the row has one below
			p.X.Hidden = true
		}
		if i%columns > 0 {
			p.Y.Hidden = p.Y.Hidden || p.Y.Kind == chart.Band
			p.Y.Ticks = slices.Clone(p.Y.Ticks)
			for k := range p.Y.Ticks {
				p.Y.Ticks[k].Label = ""
			}
		}
	}
}
