package chart

// panels makes one panel a value, each with its own axis over the same
// categories.
func (d *draft) panels() {
	m, ok := d.matrix()
	if !ok || !d.measuredEach(&m) {
		return
	}
	asLine := d.fig.Mark.V == "line"
	for i, r := range m.runs {
		one := matrix{cats: m.cats, runs: []run{r}, measure: r.measure}
		p := d.columnPanel(one)
		if asLine {
			p = d.linePanel(one)
		}
		p.Title = p.Y.Title
		p.Y.Title = ""
		p.X.Hidden = i < len(m.runs)-1
		d.chart.Panels = append(d.chart.Panels, p)
	}
	d.checkNames(append(m.runNames(), m.cats...))
}

func (d *draft) columnPanel(m matrix) Panel {
	marks, s := d.barMarks(m, "")
	value := d.barAxis(s.fromZero(), m, "")
	if d.labelBars(m, marks, "", false, value) {
		value = bareAxis(s.fromZero(), value)
	}
	value.Title = d.panelTitle(m, value.Hidden)
	return Panel{X: bandAxis(m.cats), Y: value, Marks: Marks{marks[0]}}
}

func (d *draft) linePanel(m matrix) Panel {
	value := d.valueAxis(d.lineSpan(m.extent()).shares(m), m.measure, m.leastStep())
	value.Title = d.panelTitle(m, false)
	return Panel{X: bandAxis(m.cats), Y: value, Marks: d.lineMarks(m)}
}

// panelTitle is the name of a panel's value with its unit.
func (d *draft) panelTitle(m matrix, labelled bool) string {
	unit := m.unit
	if unit == "" || labelled && unit == "%" {
		return typeset(m.runs[0].name)
	}
	return typeset(m.runs[0].name + d.say("（", " (") + unit + d.say("）", ")"))
}
