package kind

import (
	"math"

	"charts/internal/chart"
)

// Where the columns of a labelled combo end, and where its line runs, as parts of
// the height: the labels of one then never meet the other.
const (
	comboColumns = 0.62
	comboLow     = 0.76
	comboHigh    = 0.96
)

var comboTraits = traits{names: valueNames, severally: true, withLine: true}

// combo makes columns and, of the last value, a line.
func combo(d *builder) {
	m, ok := readMatrix(d)
	if !ok || !fewSeries(d, m) {
		return
	}
	n := len(m.runs) - 1
	if n < 1 {
		d.errorAt(d.fig.Value[0], "combo", "combo takes at least two values: columns and a line")
		return
	}
	warnBackwards(d, m)
	columns := matrix{cats: m.cats, runs: m.runs[:n]}
	line := matrix{cats: m.cats, runs: m.runs[n:]}
	if !measured(d, &columns) || !measured(d, &line) {
		return
	}
	p := comboPanel(d, columns, line)
	p.Marks = append(p.Marks, annotations(d, columns)...)
	d.chart.Panels = []chart.Panel{p}
	if d.fig.Legend.V != "false" {
		comboLegend(d, p)
	}
	d.checkNames(m.runNames())
}

// comboLegend names columns and line with their units.
func comboLegend(d *builder, p chart.Panel) {
	for _, m := range p.Marks {
		switch m := m.(type) {
		case chart.Bars:
			d.chart.Legend = append(d.chart.Legend, chart.Entry{Name: m.Name, Color: m.Color, Shape: chart.Square})
		case chart.Lines:
			d.chart.Legend = append(d.chart.Legend, chart.Entry{Name: m.Name, Color: m.Color, Shape: chart.Dash})
		}
	}
}

// with is a matrix with the series of another behind its own.
func (m matrix) with(o matrix) matrix {
	m.runs = append(m.runs[:len(m.runs):len(m.runs)], o.runs...)
	return m
}

func comboPanel(d *builder, columns, line matrix) chart.Panel {
	bars, s := barMarks(d, columns, "", barLimit(d, columns, false))
	s = s.fromZero()
	l := comboLine(d, columns, line)
	bands, lines := references(d, columns, &s)
	p := chart.Panel{X: bandAxis(columns.cats), Marks: bands}
	labelled := valuesFit(d, columns, false) && line.shortWidth(d.faces)*tight <= d.stepEms(line)*0.9 && !d.unlabelled()
	warnBare(d, labelled)
	switch {
	case labelled && s.lo >= 0 && line.extent().lo >= 0:
		labelBars(d, columns, bars, false, true)
		labelPoints(d, l.Data, line.runs[0])
		raise(l.Data)
		p.Y, p.Y2 = comboAxes(s, line.extent())
		l.Second = true
		d.chart.Notes = append(d.chart.Notes, d.say("柱与折线各有纵轴，高低不可互比。", "Columns and line have different axes; their heights cannot be compared."))
	case columns.unit == line.unit:
		t := line.extent()
		s.add(t.lo)
		s.add(t.hi)
		p.Y = barAxis(d, s, columns.with(line), "")
	case s.lo < 0 || line.extent().lo < 0:
		p.Y, p.Y2 = zeroAxes(d, s, columns, line.extent().fromZero(), line)
		l.Second = true
		p.Y2.Title = panelTitle(d, line, false)
	default:
		p.Y = barAxis(d, s, columns, "")
		p.Y2 = alignedAxis(d, lineSpan(line.extent()).shares(line), line.measure, len(p.Y.Ticks))
		l.Second = true
		p.Y2.Title = panelTitle(d, line, false)
	}
	if !p.Y.Hidden {
		p.Y.Title = valueTitle(d, columns, false)
		if !l.Second {
			p.Y.Title = valueTitle(d, columns.with(line), false)
		}
	}
	for i, b := range bars {
		b.Name = panelTitle(d, matrix{runs: columns.runs[i:], measure: columns.measure}, false)
		p.Marks = append(p.Marks, b)
	}
	p.Marks = append(append(p.Marks, l), lines...)
	return p
}

// raise puts all labels above their points: the columns' are below.
func raise(data []chart.Datum) {
	for i := range data {
		if !data[i].Missing {
			data[i].Label.Place = chart.Above
		}
	}
}

// comboLine is the line over the columns; its colour is the next in turn.
func comboLine(d *builder, columns, line matrix) chart.Lines {
	r := line.runs[0]
	return chart.Lines{Name: panelTitle(d, line, false), Color: d.paint(r.name, len(columns.runs)), Width: d.chart.Style.LineWidth, Dots: true, Data: linePoints(d, r)}
}

// comboAxes are the axes of a combo that carries all its values: the columns
// below, the line above them.
func comboAxes(columns, line span) (chart.Axis, chart.Axis) {
	y := chart.Axis{Kind: chart.Linear, Max: 1, Hidden: true}
	if columns.hi > 0 {
		y.Max = columns.hi / comboColumns
	}
	height := line.hi - line.lo
	if height == 0 {
		height = max(1, line.hi, -line.hi)
	}
	unit := height / (comboHigh - comboLow)
	y2 := chart.Axis{Kind: chart.Linear, Hidden: true, Min: line.lo - comboLow*unit}
	y2.Max = y2.Min + unit
	return y, y2
}

// zeroAxes are two axes with their zeros at one height, and a tick there: of the
// ways to part the ticks into those below and those above, the one that leaves
// least room empty.
func zeroAxes(d *builder, first span, columns matrix, second span, line matrix) (chart.Axis, chart.Axis) {
	var best [2]scale
	least := math.Inf(1)
	for n := 2; n < maxTicks; n++ {
		for below := range n + 1 {
			a, fill := zeroScale(first, below, n-below, columns.leastStep())
			b, fill2 := zeroScale(second, below, n-below, line.leastStep())
			if cost := 1/fill + 1/fill2; cost < least {
				best, least = [2]scale{a, b}, cost
			}
		}
	}
	y, y2 := d.linearAxis(best[0], columns.measure), d.linearAxis(best[1], line.measure)
	y2.Grid = false
	return y, y2
}

// zeroScale is the smallest scale of so many steps below and above zero that holds
// a span, and how much of it the span fills: nothing where it has no place.
func zeroScale(s span, below, above int, least float64) (sc scale, fill float64) {
	if s.lo < 0 && below == 0 || s.hi > 0 && above == 0 {
		return scale{}, 0
	}
	size := 0.0
	if below > 0 {
		size = max(size, -s.lo/float64(below))
	}
	if above > 0 {
		size = max(size, s.hi/float64(above))
	}
	st := firstStep(size, least)
	for st.times(1) < size {
		st = st.next()
	}
	sc = stepScale(-float64(below), float64(above), st)
	return sc, max(s.hi-s.lo, smallest) / (sc.max - sc.min)
}

// alignedAxis is a second axis with as many ticks as the first, so that both
// share the grid.
func alignedAxis(d *builder, s span, m measure, n int) chart.Axis {
	if !s.some {
		s = span{0, 1, true}
	}
	if s.hi == s.lo {
		s.lo, s.hi = widen(s.lo)
	}
	steps := float64(max(n-1, 1))
	for st := firstStep((s.hi-s.lo)/steps, 0); ; st = st.next() {
		from := st.under(s.lo)
		if st.times(from+steps) >= s.hi {
			a := d.linearAxis(stepScale(from, from+steps, st), m)
			a.Grid = false
			return a
		}
	}
}
