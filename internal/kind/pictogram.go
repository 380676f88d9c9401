package kind

import (
	"math"

	"charts/internal/chart"
	"charts/internal/layout"
	"charts/internal/typeset"
)

// Measures of a pictogram in ems.
const (
	signRow  = 2.2
	signSide = 1.1
	signStep = 1.35
)

// maxSigns is how many signs a row has at most.
const maxSigns = 25

// pictogram makes rows of equal signs that can be counted.
func pictogram(d *builder) {
	m, ok := oneAxis(d)
	if !ok {
		return
	}
	s := m.extent()
	if !fromZero(d, m, "signs") {
		return
	}
	names := min(nameEms(d, m.cats), d.em*layout.NameShare)
	row := signRow
	for _, n := range m.cats {
		row = max(row, float64(1.25*float64(len(typeset.Wrap(n, names-1, 1, false))))+0.4)
	}
	st := d.open(row * float64(len(m.cats)))
	d.stage.Keep = true // signs stay square
	room := st.W - names - m.shortWidth() - 1
	per := perSign(d, s.hi, min(maxSigns, math.Floor(room/signStep)), m.leastStep())
	values, signs, notes := chart.Cells{Name: typeset.Text(m.runs[0].name)}, chart.Cells{}, chart.Notes{}
	for i, c := range m.runs[0].cells {
		y := (float64(i) + 0.5) * row
		notes.Data = append(notes.Data, st.Note(names-0.6, y, chart.Label{Text: folded(d, m.cats[i], names-1), Place: chart.Left, Color: d.theme.Ink}))
		color := d.paintOne(m.cats[i])
		n := c.Y / per
		for k := 0.0; k < n; k++ {
			signs.Data = append(signs.Data, chart.Datum{Color: color})
			signs.Boxes = append(signs.Boxes, st.Box(names+float64(k*signStep), y-signSide/2, signSide*min(1, n-k), signSide))
		}
		datum := c.Datum
		if datum.Label = d.outsideLabel(c); d.unlabelled() && !c.Missing {
			datum.Label = chart.Label{}
		}
		datum.Label.Place = chart.Right
		values.Data = append(values.Data, datum)
		values.Boxes = append(values.Boxes, st.Box(names+float64(math.Ceil(n)*signStep), y, 0, 0))
	}
	d.checkNames(m.cats)
	d.chart.Panels = []chart.Panel{{Marks: chart.Marks{values, signs, notes}}}
	d.chart.Notes = append(d.chart.Notes, signNote(d, m, per))
}

// perSign is the round number that one sign stands for, so that the longest row
// has at most most signs.
func perSign(d *builder, longest, most, least float64) float64 {
	s := firstStep(max(longest, smallest)/most, least)
	for longest/s.times(1) > most {
		s = s.next()
	}
	return s.times(1)
}

func signNote(d *builder, m matrix, per float64) string {
	text := m.withUnit(m.number(per, asPrinted))
	return typeset.Text(d.say("每格表示 ", "One sign is ") + text + d.say("。", "."))
}
