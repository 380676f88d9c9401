package kind

import (
	"math"
	"strconv"

	"charts/internal/chart"
	"charts/internal/typeset"
)

// Measures of a radar in ems.
const (
	radarRadius = 9.5
	radarSmall  = 6.5 // of several radars
	radarLeast  = 5.0
	radarName   = 6.0 // the least width of a name that is as wide
	radarGap    = 1.6 // from the web to the edge beyond a name
	radarRings  = 4
	maxSpokes   = 16

	maxNameLines = 3 // one more on a phone
)

// radar makes a closed line for each series over spokes.
func radar(d *builder) {
	m, ok := oneAxis(d)
	if !ok || !fewSeries(d, m) {
		return
	}
	if n := len(m.cats); n < 3 || n > maxSpokes {
		d.errorAt(d.fig.Category, "spokes", "a radar has 3 to %d spokes, not %d", maxSpokes, n).Hintf("use chart: bar")
		return
	}
	most, ok := radarMax(d, m)
	if !ok {
		return
	}
	names := spokeNames(d, m)
	side := nameEms(d, names) - 1
	if len(m.runs) == 1 { // its values are under the names
		side = max(side, m.shortWidth(d.faces)+0.2)
	}
	largest := radarRadius
	if d.facets != nil {
		largest = radarSmall
	}
	radius := max(radarLeast, min(largest, d.em/2-min(radarName, side)-radarGap))
	lines := 1
	for _, n := range names {
		lines = max(lines, len(d.faces.Wrap(n, d.em/2-radius-radarGap, 1, false)))
	}
	if len(m.runs) == 1 {
		lines++
	}
	w := newWeb(d, radius, len(m.cats), lines)
	p := chart.Panel{Marks: radarGrid(d, w, m, names, most)}
	for i, r := range m.runs {
		p.Marks = append(p.Marks, radarLine(d, w, r, i, most))
	}
	d.told = m.runs
	d.checkNames(m.runNames())
	d.chart.Panels = []chart.Panel{p}
	d.legend(m, chart.Dash)
	if len(m.runs) > 1 {
		d.noteGaps(m)
	}
}

// spokeNames are the names around a radar: numbers, where those of the categories have
// no room.
func spokeNames(d *builder, m matrix) []string {
	most := maxNameLines
	if d.onPhone() {
		most++
	}
	room := d.em/2 - radarLeast - radarGap
	for _, c := range m.cats {
		if len(d.faces.Wrap(c, room, 1, false)) > most || !d.faces.Fits(c, room, 1) {
			d.noteOnce(numberedNames(d, m.cats))
			return numbers(len(m.cats))
		}
	}
	return m.cats
}

// radarMax is the value at the end of the spokes: a number of the spec, 100 for
// percentages, or the next round number.
func radarMax(d *builder, m matrix) (float64, bool) {
	if !fromZero(d, m, "place on a spoke") {
		return 0, false
	}
	s := d.facets.share(m.extent())
	if d.fig.Max.Set() {
		v, err := strconv.ParseFloat(d.fig.Max.V, 64)
		if err != nil || !(v >= s.hi) || v <= 0 || math.IsInf(v, 0) {
			p := d.errorAt(d.fig.Max, "max", "max is a number not below the largest value, not %q", d.fig.Max.V)
			p.Hintf("leave it out, or write a larger one")
			if fraction(v, m.unit, s.hi) {
				p.Hint = percentHint(v)
			}
			return 0, false
		}
		return v, true
	}
	if m.unit == "%" && s.hi <= 100 {
		return 100, true
	}
	return niceScale(0, s.hi, 0).max, true
}

// A web is the geometry of a radar.
type web struct {
	st             chart.Stage
	cx, cy, radius float64
	n              int
}

// newWeb opens a stage for a web with names of so many lines around it. With an odd
// number of spokes none runs down, and the lowest names are beside it.
func newWeb(d *builder, radius float64, n, lines int) web {
	names := 1.2*float64(lines) + 1.6
	low := 0.0 // how far down the web reaches, in parts of the radius
	for i := range n {
		low = max(low, -math.Cos(2*math.Pi*float64(i)/float64(n)))
	}
	under := names
	if n%2 == 1 {
		under = names / 2
	}
	st := d.open(radius*(1+low) + names + under)
	d.stage.Keep = true
	return web{st: st, cx: st.W / 2, cy: radius + names, radius: radius, n: n}
}

// at is the place on spoke i at a part of the radius.
func (w web) at(i int, part float64) (x, y float64) {
	angle := 2 * math.Pi * float64(i%w.n) / float64(w.n)
	return w.cx + math.Sin(angle)*part*w.radius, w.cy - math.Cos(angle)*part*w.radius
}

func (w web) datum(i int, part float64) chart.Datum {
	x, y := w.at(i, part)
	return chart.Datum{X: x / w.st.W, Y: y / w.st.H}
}

// radarGrid are rings, spokes and the names at their ends.
func radarGrid(d *builder, w web, m matrix, names []string, most float64) []chart.Mark {
	var marks []chart.Mark
	st := d.chart.Style
	for ring := 1; ring <= radarRings; ring++ {
		l := chart.Lines{Color: d.theme.Grid, Width: st.GridWidth}
		for i := 0; i <= w.n; i++ {
			l.Data = append(l.Data, w.datum(i, float64(ring)/radarRings))
		}
		marks = append(marks, l)
	}
	var notes chart.Notes
	for i, n := range names {
		spoke := chart.Lines{Color: d.theme.Grid, Width: st.GridWidth, Data: []chart.Datum{w.datum(i, 0), w.datum(i, 1)}}
		marks = append(marks, spoke)
		name := w.datum(i, 1.06)
		limit := d.em/2 - w.radius - radarGap
		text := folded(d, n, limit)
		if len(m.runs) == 1 {
			text += "\n" + m.runs[0].cells[i].short
		}
		name.Label = chart.Label{Text: text, Place: w.side(i), Color: d.theme.Ink}
		notes.Data = append(notes.Data, name)
	}
	d.noteOnce(typeset.Text(d.say("中心为 0，最外圈为 ", "The centre is 0 and the outer ring ") + endText(m, most) + d.say("。", ".")))
	return append(marks, notes)
}

// side is where the name of a spoke stands: beside it, or over and under it at
// the poles.
func (w web) side(i int) chart.LabelPlace {
	x, y := w.at(i, 1)
	switch {
	case math.Abs(x-w.cx) < 0.5 && y < w.cy:
		return chart.Above
	case math.Abs(x-w.cx) < 0.5:
		return chart.Below
	case x < w.cx:
		return chart.Left
	}
	return chart.Right
}

// radarLine is the closed line of a series. Where a value is missing the line
// is open.
func radarLine(d *builder, w web, r run, i int, most float64) chart.Lines {
	l := chart.Lines{Name: typeset.Text(r.name), Color: d.paint(r.name, i), Width: d.chart.Style.LineWidth, Dots: true}
	for k := 0; k <= len(r.cells); k++ {
		c := r.cells[k%len(r.cells)]
		datum := w.datum(k, c.Y/most)
		datum.Name, datum.Text, datum.Missing = c.Name, c.Text, c.Missing
		datum.Computed, datum.Sources, datum.Rows = c.Computed, c.Sources, c.Rows
		l.Data = append(l.Data, datum)
	}
	return l
}
