package kind

import (
	"fmt"
	"slices"

	"charts/internal/chart"
	"charts/internal/layout"
	"charts/internal/spec"
)

// How many of the folded rows a note names, and its height in ems.
const (
	namedOnPaper = 20
	namedOnSlide = 12
	foldNote     = 5.5
)

// foldRows leaves out the middle of a ranking that is longer than a page, and the
// end of one that is longer than a slide. An empty row says how many are left
// out, and a note names them. What the author points at stays.
func foldRows(d *builder, m matrix, stack string) matrix {
	if paperSize(d).height > 0 { // the author's, who hears what it would have to be
		return m
	}
	room, row := rowRoom(d), rowEms(d, m, stack)
	if float64(len(m.cats))*row <= room {
		return m
	}
	if d.opts.Inset == 0 {
		room -= foldNote
	}
	limit := max(3, int(room/row))
	head := limit - 1
	tail := len(m.cats)
	if d.chart.Form != chart.Slide || d.opts.Inset > 0 {
		head, tail = limit/2, len(m.cats)-(limit-1)/2
	}
	d.told = m.runs // the words are about all
	return without(d, m, func(i int) bool { return i >= head && i < tail && !pointedAt(d, m.cats[i]) })
}

// rowRoom is the height for rows on a page or a slide, in ems of the small text.
func rowRoom(d *builder) float64 {
	page := paperSize(d)
	height, around := layout.TallestPage, 8.0
	if d.chart.Form == chart.Slide {
		page = formSize(chart.Slide)
		height, around = page.height, 10.0
	}
	if d.opts.Inset > 0 {
		height = d.opts.Inset
	}
	sizes := page.sizes.with(d.opts.Look.Sizes)
	return (height - around*sizes.text) / sizes.small
}

// rowEms is the height of the highest row: that of its name, or of its bars.
func rowEms(d *builder, m matrix, stack string) float64 {
	row, em := 1.2, d.em
	if d.chart.Form == chart.Screen { // as on paper, however narrow it is
		em = paperEms(d)
	}
	for _, c := range m.cats {
		lines := len(d.faces.Wrap(c, layout.NameShare*(em-1)/tight, 1, false))
		row = max(row, 1.2+1.22*float64(lines-1))
	}
	if d.opts.Inset > 0 { // as large as on a slide that says nothing else
		row *= 1.4
	}
	if n := float64(len(m.runs)); n > 1 && stack == "" {
		row = max(row, 1.16*n/groupBands(d, m))
	}
	return row
}

// pointedAt reports whether the author highlights or annotates a category.
func pointedAt(d *builder, name string) bool {
	return d.lit.has(name) || slices.ContainsFunc(d.fig.Annotations, func(a spec.Annotation) bool { return a.At.V == name })
}

// without is a matrix without some categories, with an empty band in the place of
// each run of them.
func without(d *builder, m matrix, drop func(i int) bool) matrix {
	short := matrix{measure: m.measure}
	for _, r := range m.runs {
		short.runs = append(short.runs, run{name: r.name, measure: r.measure})
	}
	for i := 0; i < len(m.cats); {
		from := i
		for i < len(m.cats) && drop(i) {
			short.folded = append(short.folded, m.cats[i])
			for _, r := range m.runs {
				d.named = append(d.named, r.cells[i].Rows...)
			}
			i++
		}
		if i > from {
			short.bands = append(short.bands, fmt.Sprintf(d.say("……其余 %d 项", "… %d more"), i-from))
			continue
		}
		for k, r := range m.runs {
			c := r.cells[i]
			c.X = float64(len(short.bands)) + 0.5
			short.runs[k].cells = append(short.runs[k].cells, c)
		}
		short.cats = append(short.cats, m.cats[i])
		short.bands = append(short.bands, m.cats[i])
		i++
	}
	noteFolded(d, short)
	return short
}

// noteFolded names what is left out, with its range. The notes beside an inset have
// no room for that.
func noteFolded(d *builder, m matrix) {
	if d.opts.Inset > 0 {
		return
	}
	most := namedOnPaper
	if d.chart.Form == chart.Slide {
		most = namedOnSlide
	}
	names, more := m.folded, ""
	if len(names) > most {
		names, more = names[:most], d.say("等", " and others")
	}
	d.chart.Notes = append(d.chart.Notes, fmt.Sprintf(d.say("未画出的 %d 项：%s%s。", "Not drawn (%d): %s%s."),
		len(m.folded), d.listed(names), more))
}
