package kind

import (
	"math"
	"slices"

	"charts/internal/chart"
	"charts/internal/layout"
	"charts/internal/palette"
	"charts/internal/typeset"
)

// Whether labels fit is decided here, in ems of the text on paper, so that the
// content is the same in every form: slides and screens have more room for
// their text than paper.

// tight is the size of a small label in ems.
const tight = 0.88

// axisEms is the room that a value axis takes at the side.
const axisEms = 4

// stepEms is the width of a band of a column chart.
func (d *builder) stepEms(m matrix) float64 { return stepBeside(d, m, axisEms) }

// bareStep is that width where all values are at their bars, and no axis does.
func bareStep(d *builder, m matrix) float64 { return stepBeside(d, m, 1) }

// stepBeside is the width of a band beside an axis of that width.
func stepBeside(d *builder, m matrix, axis float64) float64 {
	room := d.em - axis
	if len(d.fig.Reference) > 0 { // their names are at the right
		room -= layout.SideLimit
	}
	return room / float64(max(len(m.cats), len(m.bands)))
}

// plotEms is how high a plot is at least, in ems.
func (d *builder) plotEms() float64 {
	if d.facets != nil {
		return layout.PanelEms(pageEms(d))
	}
	return layout.PlotEms(pageEms(d))
}

// shortWidth is the width in ems of the widest label.
func (m matrix) shortWidth(f typeset.Faces) float64 {
	w := 0.0
	for _, r := range m.runs {
		for _, c := range r.cells {
			if !c.Missing {
				w = max(w, f.Width(c.short, 1, false))
			}
		}
	}
	return w
}

// columnsFit reports whether the names fit under columns, and the values over
// them when the author wants values. If not, the bars run to the right.
func columnsFit(d *builder, m matrix, stack string) bool {
	if !isSequence(m.cats) && !layout.NamesFit(d.faces, m.cats, d.stepEms(m)*0.94/tight) {
		return false
	}
	return stack != "" || !d.fig.Labels.V || isSequence(m.cats) || valuesFit(d, m, false)
}

// valuesFit reports whether every bar has room for its value at its end.
func valuesFit(d *builder, m matrix, horizontal bool) bool {
	if horizontal {
		return true
	}
	if n := float64(len(m.runs)); n > 1 {
		return m.valueWidth(d.faces) <= bareStep(d, m)*groupBands(d, m)/n
	}
	return m.shortWidth(d.faces)*tight <= bareStep(d, m)*0.95
}

// warnBare says that values which the author asks for have no room. A page shows them
// where the reader points.
func warnBare(d *builder, fits bool) {
	if d.fig.Labels.V && !fits && d.chart.Form != chart.Screen {
		p := d.problems.Warnf(d.fig.Labels.Pos, "no-room", "the columns have no room for their values")
		p.Hintf("give the figure a greater size, use chart: bar, or narrow with where")
	}
}

// valueWidth is the room in ems that each of several bars needs for its value.
func (m matrix) valueWidth(f typeset.Faces) float64 {
	return (m.shortWidth(f) + layout.ValueApart) * tight
}

// labelBars writes at each bar its value, if values are to be seen, or that it has none.
func labelBars(d *builder, m matrix, marks []chart.Bars, horizontal, values bool) {
	pitch := d.stepEms(m) * groupBands(d, m) / float64(len(m.runs))
	gaps := horizontal || d.faces.Width(d.say("无数据", "no data"), tight, false) <= pitch*0.97 ||
		len(m.runs) == 1 && d.chart.Lang != "en" && pitch >= tight // character under character
	for i := range marks {
		for j := range marks[i].Data {
			if c := m.runs[i].cells[j]; c.Missing && gaps || !c.Missing && values {
				marks[i].Data[j].Label = d.outsideLabel(c)
			}
		}
	}
	if !gaps {
		d.noteGaps(m)
	}
}

// Widths of a group of bars in bands.
const (
	groupWidth = 0.72
	wideGroup  = 0.86
)

// groupBands is the width of a group of bars in bands: more where the values need it.
func groupBands(d *builder, m matrix) float64 {
	if d.fig.Labels.V && m.valueWidth(d.faces) > bareStep(d, m)*groupWidth/float64(len(m.runs)) {
		return wideGroup
	}
	return groupWidth
}

// outsideLabel is the value at the end of a bar; highlighted ones are bold.
func (d *builder) outsideLabel(c cell) chart.Label {
	l := chart.Label{Text: c.short, Place: chart.Outside, Color: d.theme.Ink}
	if c.Missing {
		l.Color = d.theme.Muted
	}
	return l
}

// lowPart is the height of a part of a stack, in ems, that has room for a small
// label.
const lowPart = 0.75

// labelStack writes the values into the parts of a stack that have room; the author
// who asks for values has those of low parts beside their column.
func labelStack(d *builder, m matrix, marks []chart.Bars, horizontal bool, value chart.Axis) {
	d.noteGaps(m)
	if d.unlabelled() {
		return
	}
	length, across := d.plotEms(), d.stepEms(m)*layout.BarWidth
	if horizontal {
		length, across = d.em-min(nameEms(d, m.cats), layout.NameShare*d.em)-3, d.plotEms()
		if len(d.fig.Annotations) > 0 {
			length -= layout.RowNoteShare*d.em + 1
		}
	}
	beside := make([][]float64, len(m.cats))
	gap := d.stepEms(m) * (1 - layout.BarWidth)
	for i := range marks {
		for j := range marks[i].Data {
			datum := &marks[i].Data[j]
			text := m.runs[i].cells[j].short
			along := (datum.Y - datum.Base) / (value.Max - value.Min) * length
			w, h := d.faces.Width(text, tight, false)+0.4, lowPart
			if horizontal {
				w, h = lowPart, d.faces.Width(text, 1, false)+0.4
			}
			switch fill := marks[i].Color; {
			case datum.Missing || along == 0:
			case max(along, -along) >= h && across >= w:
				datum.Label = chart.Label{Text: text, Place: chart.Center, Color: palette.InkOn(fill)}
			case d.fig.Labels.V && !horizontal && w+0.2 <= gap && (j > 0 || w <= gap/2):
				if at := value.Part((datum.Base+datum.Y)/2) * length; clearOf(beside[j], at) {
					datum.Label = chart.Label{Text: text, Place: chart.Left, Color: d.theme.Readable(fill)}
					beside[j] = append(beside[j], at)
				}
			}
		}
	}
	for i := range marks {
		dropFew(marks[i].Data)
	}
}

// dropFew takes the values of a series away that most of its parts have no room for: one
// alone would look as if it were another.
func dropFew(data []chart.Datum) {
	drawn, labelled := 0, 0
	for _, v := range data {
		if !v.Missing && v.Y != v.Base {
			drawn++
		}
		if v.Label.Text != "" {
			labelled++
		}
	}
	if 2*labelled >= drawn {
		return
	}
	for i := range data {
		data[i].Label = chart.Label{}
	}
}

// clearOf reports whether a small line of text has room between others, all by the
// heights of their middles.
func clearOf(others []float64, at float64) bool {
	return !slices.ContainsFunc(others, func(o float64) bool { return math.Abs(o-at) < 1.1*tight })
}

// nameEms is the width of a column of names, with its gap.
func nameEms(d *builder, names []string) float64 {
	w := 0.0
	for _, n := range names {
		w = max(w, d.faces.Width(typeset.Text(n), 1, true))
	}
	return w + 1.2
}
