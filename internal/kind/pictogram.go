package kind

import (
	"math"
	"slices"

	"charts/internal/chart"
	"charts/internal/layout"
	"charts/internal/typeset"
)

// Measures of a pictogram in ems: the side of a sign, from one to the next, between
// fives, and between two rows of names.
const (
	signSide = 1.1
	signStep = 1.35
	signFive = 0.5
	signGap  = 0.7
)

// A line of signs has whole fives, so that they can be counted; all lines together are
// at most so many.
const (
	signsInFive = 5
	maxSignLine = 20
	maxLines    = 14
)

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
	values := m.shortWidth(d.faces) + 1
	_, line := signRoom(d, m, paperEms(d)-0.7-values)
	per := d.facets.most(perSign(m, line, s.hi))
	names, line := signRoom(d, m, d.em-0.7-values)
	t := tally{builder: d, names: names, line: line, per: per}
	height, longest := 0.0, 0
	for i, c := range m.runs[0].cells {
		height += t.rowHeight(m.cats[i], c)
		longest = max(longest, min(line, t.count(c)))
	}
	d.stage = chart.Stage{W: names + signPlace(longest) + values, H: height, Keep: true} // signs stay square
	t.st = d.stage
	t.values.Name = typeset.Text(m.runs[0].name)
	y := 0.0
	for i, c := range m.runs[0].cells {
		y += t.row(m.cats[i], c, y)
	}
	d.checkNames(m.cats)
	d.chart.Panels = []chart.Panel{{Marks: chart.Marks{t.values, t.signs, t.notes}}}
	d.chart.Notes = append(d.chart.Notes, signNote(d, m, per))
}

// A tally is a pictogram on its way from the top down.
type tally struct {
	*builder
	st            chart.Stage
	names         float64 // the width of the names, in ems
	line          int     // signs in a line
	per           float64 // what a sign stands for
	values, signs chart.Cells
	notes         chart.Notes
}

// count is how many signs a value has: whole ones, half a sign and more being one, and
// at least one where there is something.
func (t *tally) count(c cell) int {
	if c.Y > 0 {
		return max(1, int(math.Floor(c.Y/t.per+0.5)))
	}
	return 0
}

func (t *tally) lines(c cell) int { return max(1, (t.count(c)+t.line-1)/t.line) }

// rowHeight is the height of a row: of its lines of signs, or of its name.
func (t *tally) rowHeight(name string, c cell) float64 {
	named := 1.25 * float64(len(t.faces.Wrap(name, t.names-1, 1, false)))
	return max(named, signStep*float64(t.lines(c))) + signGap
}

// row draws the signs of a value between its name and its number.
func (t *tally) row(name string, c cell, y float64) (height float64) {
	height = t.rowHeight(name, c)
	mid := y + height/2
	t.notes.Data = append(t.notes.Data, t.st.Note(t.names-0.6, mid, chart.Label{Text: folded(t.builder, name, t.names-1), Place: chart.Left, Color: t.theme.Ink}))
	color, n, lines := t.paintOne(name), t.count(c), t.lines(c)
	top := mid - signStep*float64(lines)/2
	for k := range n {
		t.signs.Data = append(t.signs.Data, chart.Datum{Color: color})
		t.signs.Boxes = append(t.signs.Boxes, t.st.Box(t.names+signPlace(k%t.line), top+signStep*float64(k/t.line)+(signStep-signSide)/2, signSide, signSide))
	}
	datum := c.Datum
	if datum.Label = t.outsideLabel(c); t.unlabelled() && !c.Missing {
		datum.Label = chart.Label{}
	}
	datum.Label.Place = chart.Right
	t.values.Data = append(t.values.Data, datum)
	t.values.Boxes = append(t.values.Boxes, t.st.Box(t.names+signPlace(min(n, t.line)), mid, 0, 0))
	return height
}

// signPlace is where the k-th sign of a line begins.
func signPlace(k int) float64 {
	return signStep*float64(k) + signFive*float64(k/signsInFive)
}

// signRoom parts a width of ems between names and a line of signs: of ten at least,
// if the names can be broken so that they leave them room.
func signRoom(d *builder, m matrix, room float64) (names float64, line int) {
	names = min(nameEms(d, m.cats), d.em*layout.NameShare)
	broken := room - signPlace(2*signsInFive)
	torn := func(n string) bool { return d.faces.Tears(n, broken-1, 1) }
	if broken < names && layout.NamesBreak(d.faces, m.cats, broken-1) && !slices.ContainsFunc(m.cats, torn) {
		names = broken
	}
	line = signsInFive
	for line < maxSignLine && signPlace(line+signsInFive) <= room-names {
		line += signsInFive
	}
	return names, line
}

// perSign is the round number that one sign stands for: the smallest with which the
// lines are not too many.
func perSign(m matrix, line int, longest float64) float64 {
	fits := func(per float64) bool {
		lines := 0.0
		for _, c := range m.runs[0].cells {
			if !c.Missing {
				lines += max(1, math.Ceil(math.Floor(c.Y/per+0.5)/float64(line)))
			}
		}
		return lines <= max(maxLines, float64(len(m.cats)))
	}
	s := firstStep(max(longest, smallest)/float64(line*maxLines), m.leastStep())
	for !fits(s.times(1)) {
		s = s.next()
	}
	return s.times(1)
}

// signNote says what one sign stands for, and that the signs are rounded where they
// are.
func signNote(d *builder, m matrix, per float64) string {
	text := d.say("每格表示 ", "One sign is ") + m.withUnit(m.number(per, asPrinted))
	rounded, least := false, false
	for _, c := range m.runs[0].cells {
		n := nearWhole(c.Y / per)
		rounded = rounded || !c.Missing && n != math.Trunc(n)
		least = least || !c.Missing && n > 0 && n < 0.5
	}
	switch {
	case least:
		text += d.say("，格数四舍五入，不足一格的画一格", "; signs are rounded to whole ones, at least one")
	case rounded:
		text += d.say("，格数四舍五入", "; signs are rounded to whole ones")
	}
	return typeset.Text(text + d.say("。", "."))
}
