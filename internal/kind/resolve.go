// Package kind turns a figure's spec and its values into the content of a
// [chart.Chart], one file a kind of chart, and has it laid out.
package kind

import (
	"charts/internal/chart"
	"charts/internal/diag"
	"charts/internal/layout"
	"charts/internal/message"
	"charts/internal/series"
	"charts/internal/spec"
	"charts/internal/typeset"
)

// Resolve decides everything that a reader of the figure will see. The content
// is decided at the size on paper, so that every form shows the same; then it is
// laid out for the form. With errors in the list the chart is not to be drawn.
//
// A slide, and a picture of so many pixels, has the largest text that lets its
// content in.
func Resolve(f *spec.Figure, data series.Frame, o Options) (*chart.Chart, diag.List) {
	d := newBuilder(f, data, o)
	if longTexts(d); d.problems.HasErrors() {
		return d.chart, d.problems
	}
	for i := 0; i < len(textScales); i += stepDown(d, i) {
		d = newBuilder(f, data, o)
		scaleText(d, textScales[i])
		content(d)
		checkRows(d)
		words(d)
		if !d.problems.HasErrors() {
			place(d)
		}
		if d.over == 0 {
			break
		}
	}
	glyphs(d)
	return d.chart, d.problems
}

// longTexts refuses texts that no picture has room for, wherever they were read: where
// lines break in them takes long to find.
func longTexts(d *builder) {
	long := func(pos diag.Pos, what message.Text) {
		d.problems.Errorf(pos, "long-text", "%s is longer than %d bytes", what, spec.MaxText).Hintf("shorten it")
	}
	for i, c := range d.data.Columns {
		if len(c.Name)+len(c.Unit) > spec.MaxText {
			long(d.fig.Data.Pos, message.Of("the name of column %d", i+1))
		}
	}
	for _, row := range d.data.Rows {
		for i, cell := range row.Cells {
			if len(cell.Text)+len(cell.Unit) > spec.MaxText {
				long(rowPos(d, row), message.Of("a text of column %q", d.data.Columns[i].Name))
			}
		}
	}
}

// place lays the chart out, and once more with a note of the dots whose names found no
// room: where the height is given the note takes some of it.
func place(d *builder) {
	page, notes := layout.Page{Height: d.page.height, Head: d.page.sizes.head, Ems: d.em, Faces: d.faces}, len(d.chart.Notes)
	needed := layout.Place(d.chart, page)
	told := 0
	for range 4 { // a longer note makes the picture lower, which has room for fewer
		names := unwritten(d.chart)
		if len(names) == told || d.opts.Form == chart.Screen {
			break
		}
		told = len(names)
		d.chart.Notes = d.chart.Notes[:notes]
		noteDots(d, names)
		d.chart.Texts, d.chart.Strokes, d.chart.Swatches = nil, nil, nil
		needed = layout.Place(d.chart, page)
	}
	checkHeight(d, needed)
}

// textScales are what a page of fixed height may have. Titles are alike on all
// slides; they give way last.
var textScales = []textScale{{1, 1}, {0.85, 1}, {0.78, 1}, {0.7, 1}, {0.6, 1}, {0.54, 1}, {0.54, 0.54}}

func newBuilder(f *spec.Figure, data series.Frame, o Options) *builder {
	n := len(data.Rows)
	d := &builder{fig: f, kind: kindOf(f.Chart.V), data: data, whole: data.Rows, opts: o, sources: make(map[chart.Source]int, n), cites: make([][]int, n), index: indexes(n), lit: names{}}
	for _, at := range f.Highlight {
		d.lit[typeset.Compose(at.V)] = true
	}
	if o.Form == "" {
		d.opts.Form = chart.Report
	}
	d.faces = typeset.Faces{Family: o.Fonts}
	d.theme = chooseTheme(d)
	d.all = allComputed(d)
	sheet := paperSize(d)
	sheet.sizes = sheet.sizes.with(d.opts.Look.Sizes)
	d.em = sheet.width / sheet.sizes.text
	d.page = sheet
	if d.opts.Form != chart.Report && (d.opts.Inset > 0 || !sheet.pixels) {
		d.page = formSize(d.opts.Form)
		d.page.sizes = d.page.sizes.with(d.opts.Look.Sizes)
		if d.opts.Inset > 0 {
			d.page.height = d.opts.Inset
		}
		if d.opts.Width > 0 {
			d.page.width = d.opts.Width
			d.em = min(d.em, d.page.width/d.page.sizes.text)
		}
	}
	d.chart = &chart.Chart{
		ID: f.ID, Kind: f.Chart.V, Form: d.opts.Form, Lang: d.lang(),
		Number: f.Number.V, Title: f.Title.V, Subtitle: f.Subtitle.V,
		Style: d.page.sizes.style(d.theme),
		Width: d.page.width, Height: d.page.height, DPI: d.page.dpi,
		Outlines: f.Text.V == "outlines" || !f.Text.Set() && d.opts.Form != chart.Screen && o.Fonts.Sum() != "",
		Fonts:    o.Fonts.Sum(),
	}
	return d
}

// stepDown is how far after the i-th text size the next to try is: a figure that
// is far too high leaves one out.
func stepDown(d *builder, i int) int {
	if d.over > 1.25 && i+2 < len(textScales) {
		return 2
	}
	return 1
}

// content lets the kind make panels, marks and legend.
func content(d *builder) {
	if d.kind.make != nil {
		em := d.em
		makePanels(d)
		shortNames(d)
		d.em = em
		if emptied(d) {
			d.chart.Panels, d.chart.Legend, d.chart.Notes, d.computed = nil, nil, nil, false
		}
		d.chart.Empty = len(d.chart.Panels) == 0
		return
	}
	p := d.problems.Errorf(d.fig.Chart.Pos, "unknown-kind", "no chart kind %q", d.fig.Chart.V)
	p.Hint = diag.Meant(d.fig.Chart.V, Kinds()).Or(message.Of("the kinds are %s", message.List(Kinds())))
}
