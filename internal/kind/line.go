package kind

import (
	"strings"

	"charts/internal/chart"
	"charts/internal/layout"
	"charts/internal/typeset"
)

// line makes the content of line charts.
func line(d *builder) {
	m, ok := oneAxis(d)
	if !ok || !fewSeries(d, m) {
		return
	}
	m = forward(d, m).alongTime()
	s := m.extent()
	bands, lines := references(d, m, &s)
	value := valueAxis(d, d.fig.Axis, lineRange(d, m.measure, s).shares(m), m.measure, m.leastStep())
	value.Title = valueTitle(d, m, false)
	places := clearPlaces(d, m, value)
	p := chart.Panel{X: m.lineAxis(!pointLabels(d, m) && places == nil), Y: value, Marks: bands}
	p.Marks = append(p.Marks, lineMarks(d, m, places, pointLabels(d, m))...)
	p.Marks = append(p.Marks, lines...)
	p.Marks = append(p.Marks, annotations(d, m)...)
	d.chart.Panels = []chart.Panel{p}
	d.checkNames(m.runNames())
}

// lineMarks makes a line a series, the highlighted ones last and so on top. The
// values of several are at their points where there are places for all, those of one
// where the caller has room.
func lineMarks(d *builder, m matrix, places [][]chart.LabelPlace, values bool) []chart.Mark {
	named := namedAtEnd(d, m)
	if !named {
		d.legend(m, chart.Dash)
	}
	var back, front []chart.Mark
	for i, r := range m.runs {
		l := lineMark(d, m, r, i, named, values)
		if places != nil {
			labelPlaces(&l, r, places[i], named)
		}
		if d.lit.has(r.name) {
			front = append(front, l)
		} else {
			back = append(back, l)
		}
	}
	return append(back, front...)
}

// From how many categories on a line has no dots, and from how many on it is
// thinner, so that its ups and downs do not run together.
const (
	manyPoints  = 16
	crowdPoints = 200
)

// lineWidth is the width of a line through so many points.
func lineWidth(d *builder, points int) float64 {
	if points > crowdPoints {
		return d.chart.Style.LineWidth / 2
	}
	return d.chart.Style.LineWidth
}

// linePoints are the values of a line, and the gaps between them.
func linePoints(d *builder, r run) (data []chart.Datum) {
	for _, c := range r.cells {
		datum := c.Datum
		if c.Missing {
			datum.Label = chart.Label{Text: c.short, Place: chart.Center, Color: d.theme.Muted}
		}
		data = append(data, datum)
	}
	bridge(data)
	return data
}

func lineMark(d *builder, m matrix, r run, i int, named, values bool) chart.Lines {
	l := chart.Lines{Name: typeset.Text(r.name), Width: lineWidth(d, len(m.cats)), Dots: len(m.cats) < manyPoints}
	if len(m.runs) == 1 {
		l.Color = d.paintOne(r.name)
	} else {
		l.Color = d.paint(r.name, i)
	}
	l.Data = linePoints(d, r)
	if values {
		labelPoints(d, l.Data, r)
		return l
	}
	l.End = endLabel(d, m, r, l.Color, named)
	if d.facets != nil && len(m.runs) == 1 { // beside it the line would lose its room
		over(l.Data, l.End)
		l.End = chart.Label{}
	}
	return l
}

// over puts a label above the last value that is there.
func over(data []chart.Datum, label chart.Label) {
	for i := len(data) - 1; i >= 0; i-- {
		if !data[i].Missing {
			data[i].Label = label
			data[i].Label.Place = chart.Above
			return
		}
	}
}

// labelPlaces writes the values at the points, so that the end is the name alone.
func labelPlaces(l *chart.Lines, r run, places []chart.LabelPlace, named bool) {
	for j, place := range places {
		l.Data[j].Label = chart.Label{Text: r.cells[j].short, Place: place, Color: l.End.Color}
	}
	l.End.Text = ""
	if named {
		l.End.Text = l.Name
	}
}

// bridge sets the base of missing data to the mean of the neighbours that are
// there: 无数据 is at that height.
func bridge(data []chart.Datum) {
	for _, g := range layout.GapsOf(data) {
		var near []float64
		if g[0] > 0 {
			near = append(near, data[g[0]-1].Y)
		}
		if g[1]+1 < len(data) {
			near = append(near, data[g[1]+1].Y)
		}
		for i := g[0]; i <= g[1]; i++ {
			data[i].Base = mean(near)
			if i != (g[0]+g[1])/2 {
				data[i].Label.Text = "" // once a gap
			}
		}
	}
}

// endLabel is the name of a line with its last value, or one of them alone.
func endLabel(d *builder, m matrix, r run, color chart.Color, named bool) chart.Label {
	text := ""
	for _, c := range r.cells {
		if !c.Missing && !d.unlabelled() {
			text = c.short
		}
	}
	if named && len(m.runs) > 1 {
		text = strings.TrimSpace(r.name + typeset.NoBreak + text)
	}
	return chart.Label{Text: typeset.Text(text), Place: chart.Right, Color: d.theme.Readable(color), Bold: d.lit.has(r.name)}
}

// namedAtEnd reports whether the names have room at the ends of the lines.
func namedAtEnd(d *builder, m matrix) bool {
	if d.fig.Legend.V == "true" {
		return false
	}
	lines := 0
	for _, r := range m.runs {
		lines += len(d.faces.Wrap(r.name+" 0,000.00", layout.SideLimit, 1, false))
	}
	return len(m.runs) == 1 || lines <= 12
}

// pointLabels reports whether a single line has its value at every point.
func pointLabels(d *builder, m matrix) bool {
	if len(m.runs) > 1 || d.unlabelled() {
		return false
	}
	return m.shortWidth(d.faces) <= d.stepEms(m)*0.9
}

// labelPoints writes the value above each point, and below it in a valley.
func labelPoints(d *builder, data []chart.Datum, r run) {
	for i := range data {
		if data[i].Missing {
			continue
		}
		place := chart.Above
		if deeper(data, i, i-1) && deeper(data, i, i+1) {
			place = chart.Below
		}
		data[i].Label = chart.Label{Text: r.cells[i].short, Place: place, Color: d.theme.Ink}
	}
}

// deeper reports whether point i lies under its neighbour j, if there is one.
func deeper(data []chart.Datum, i, j int) bool {
	return j < 0 || j >= len(data) || data[j].Missing || data[i].Y < data[j].Y
}
