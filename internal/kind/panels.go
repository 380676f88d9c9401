package kind

import (
	"slices"
	"strconv"
	"strings"

	"charts/internal/chart"
	"charts/internal/layout"
	"charts/internal/typeset"
)

var panelsTraits = traits{names: noSpecNames, severally: true}

// panels makes one panel a value, each with its own axis over the same
// categories.
func panels(d *builder) {
	m, ok := readMatrix(d)
	if !ok || !measuredEach(d, &m) {
		return
	}
	asLine := d.fig.Mark.V == "line"
	if !sharedReferences(d, m) {
		return
	}
	warnBackwards(d, m)
	columns := panelColumns(d, m)
	d.em = layout.PartOf(d.em, columns)
	if columns > 1 {
		d.chart.Columns = columns
	}
	values := !d.unlabelled() && (m.shortWidth(d.faces)+panelApart)*tight <= bareStep(d, m) // in all panels, or in none
	if asLine {
		values = !d.unlabelled() && m.shortWidth(d.faces)+panelApart <= d.stepEms(m)*0.9
	}
	for i, r := range m.runs {
		one := matrix{cats: m.cats, runs: []run{r}, measure: r.measure}
		p := columnPanel(d, one, values)
		if asLine {
			p = linePanel(d, one, values)
		}
		p.Title = p.Y.Title
		p.Y.Title = ""
		p.X.Hidden = i+columns < len(m.runs)
		d.chart.Panels = append(d.chart.Panels, p)
	}
	d.checkNames(append(m.runNames(), m.cats...))
}

// panelColumns is how many panels are side by side: as many as leave the values and
// the names of each their room, in rows that are evenly full.
func panelColumns(d *builder, m matrix) int {
	most := min(len(m.runs), mostPanelColumns)
	for ; most > 1; most-- {
		room := layout.PartOf(d.em, most) - axisEms
		if len(d.fig.Reference) > 0 { // their names are at the right
			room -= layout.SideLimit
		}
		step := room / float64(len(m.cats))
		names := layout.NamesFit(d.faces, m.cats, step*0.94/tight)
		if isSequence(m.cats) {
			names = d.faces.Widest(m.cats, 1, false) <= 3*step
		}
		if names && (d.unlabelled() || d.fig.Mark.V == "line" || (m.shortWidth(d.faces)+panelApart)*tight <= step) {
			break
		}
	}
	rows := (len(m.runs) + most - 1) / most
	columns := (len(m.runs) + rows - 1) / rows
	if empty := rows*columns - len(m.runs); 4*empty >= rows*columns { // three are no square
		return 1
	}
	return columns
}

// mostPanelColumns is how many panels are side by side at most, and panelApart what
// parts the values in them, in ems.
const (
	mostPanelColumns = 3
	panelApart       = 0.6
)

// sharedReferences reports whether every reference has a place in each panel: a
// number has none where the panels differ in unit.
func sharedReferences(d *builder, m matrix) bool {
	if !slices.ContainsFunc(m.runs, func(r run) bool { return r.unit != m.runs[0].unit }) {
		return true
	}
	for _, r := range d.fig.Reference {
		if _, err := strconv.ParseFloat(r.Value.V, 64); err == nil || r.Value.V == "" {
			p := d.problems.Errorf(r.Pos, "reference", "the panels differ in unit, so no number stands in all of them")
			p.Hintf("write mean, median or quartiles, or draw the value in a figure of its own")
			return false
		}
	}
	return true
}

func columnPanel(d *builder, m matrix, values bool) chart.Panel {
	marks, s := barMarks(d, m, "", barLimit(d, m, false))
	bands, lines := references(d, m, &s)
	value := barAxis(d, s.fromZero(), m, "")
	labelBars(d, m, marks, false, values)
	if values {
		value = bareAxis(s.fromZero(), value)
	}
	value.Title = panelTitle(d, m, value.Hidden)
	return chart.Panel{X: bandAxis(m.cats), Y: value, Marks: layered(bands, []chart.Mark{marks[0]}, lines)}
}

func linePanel(d *builder, m matrix, values bool) chart.Panel {
	s := m.extent()
	bands, lines := references(d, m, &s)
	value := valueAxis(d, d.fig.Axis, lineRange(d, m.measure, s).shares(m), m.measure, m.leastStep())
	value.Title = panelTitle(d, m, false)
	return chart.Panel{X: bandAxis(m.cats), Y: value, Marks: layered(bands, lineMarks(d, m, nil, values), lines)}
}

// layered are marks between the bands and the lines of references.
func layered(bands, marks, lines []chart.Mark) chart.Marks {
	return append(append(bands[:len(bands):len(bands)], marks...), lines...)
}

// panelTitle is the name of a panel's value with its unit.
func panelTitle(d *builder, m matrix, labelled bool) string {
	unit := m.unit
	if unit == "" || labelled && unit == "%" || strings.HasSuffix(m.runs[0].name, unit) {
		return typeset.Text(m.runs[0].name)
	}
	return withUnitOf(d, m.runs[0].name, unit)
}
