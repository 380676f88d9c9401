package kind

import (
	"fmt"
	"slices"
	"strings"

	"charts/internal/chart"
	"charts/internal/spec"
	"charts/internal/typeset"
)

// limits tell good values from bad ones: beyond the last limit a value is good,
// before the first it is bad, and between two it is fair.
type limits struct {
	ends []float64 // one or two, rising
	down bool      // less is better
	m    matrix    // what the values are measured in
}

// A level is how good a value is.
type level int

// The levels, the worst first.
const (
	poor level = iota
	fair
	fine
)

// signs tell the levels apart where their colours do not.
var signs = [...]string{poor: "▲", fair: "◆", fine: "●"}

// word is a level in a word.
func (d *draft) word(l level) string {
	return d.say([...]string{"差", "中", "好"}[l], [...]string{"poor", "fair", "good"}[l])
}

// limits reads the limits of a figure, a column or a card; ok is false when there
// are none, or none that can be used.
func (d *draft) limits(ends []spec.At[float64], good spec.At[string], m matrix) (l limits, ok bool) {
	if len(ends) == 0 {
		if good.Set() {
			d.errorAt(good, "limits", "good says which side of the limits is welcome, and there are none").Hintf("add limits: [90, 95], or leave good out")
		}
		return limits{}, false
	}
	l = limits{down: good.V == "down", m: m}
	for i, end := range ends {
		if i > 0 && end.V <= ends[i-1].V {
			p := d.problems.Errorf(end.Pos, "limits", "limits rise, and %v is not above %v", end.V, ends[i-1].V)
			p.Len = end.Len
			p.Hintf("write the smaller first; good: down says that less is better")
			return limits{}, false
		}
		l.ends = append(l.ends, end.V)
	}
	return l, true
}

// of is the level of a value. A value on a limit has what is better.
func (l limits) of(v float64) level {
	passed := 0
	for _, end := range l.ends {
		if v > end || v == end && !l.down {
			passed++
		}
	}
	if l.down {
		passed = len(l.ends) - passed
	}
	switch passed {
	case 0:
		return poor
	case len(l.ends):
		return fine
	}
	return fair
}

// levelRange is what a level covers, in figures.
func (d *draft) levelRange(l limits, of level) string {
	first, last := d.endText(l.m, l.ends[0]), d.endText(l.m, l.ends[len(l.ends)-1])
	switch {
	case of == fair && l.down:
		return ">" + first + "–" + last
	case of == fair:
		return first + "–<" + last
	case of == fine && l.down:
		return "≤" + first
	case of == fine:
		return "≥" + last
	case l.down:
		return ">" + last
	}
	return "<" + first
}

// levelName is a level with its sign, its word and what it covers.
func (d *draft) levelName(l limits, of level) string {
	return typeset.Text(signs[of] + " " + d.word(of) + d.say("：", ": ") + d.levelRange(l, of))
}

// levels are those that the limits can tell, the best first.
func (l limits) levels() []level {
	if len(l.ends) == 1 {
		return []level{fine, poor}
	}
	return []level{fine, fair, poor}
}

// rate gives the values their colours and signs, and notes who is where.
func (d *draft) rate(l limits, what string, names []string, cells []cell) {
	var who [len(signs)][]string
	for i := range cells {
		c := &cells[i]
		if c.Missing {
			continue
		}
		is := l.of(c.Y)
		c.Color = d.theme.Levels[is]
		c.short += typeset.NoBreak + signs[is]
		who[is] = append(who[is], typeset.Text(names[i]))
	}
	if what != "" {
		what = typeset.Text(what) + typeset.NoBreak
	}
	var told []string
	for _, of := range l.levels() {
		text := what + d.word(of) + d.say("（", " (") + d.levelRange(l, of) + d.say("）", ")")
		told = append(told, fmt.Sprintf(d.say("%s %d 项", "%s: %d"), text, len(who[of])))
		if n := len(who[of]); of == poor && n > 0 && n <= maxGaps {
			told[len(told)-1] += d.say("：", ", ") + d.listed(who[of])
		}
		d.chart.Legend = append(d.chart.Legend, chart.Entry{Name: what + d.levelName(l, of), Color: d.theme.Levels[of], Shape: chart.Square})
	}
	d.rated = append(d.rated, typeset.Text(strings.Join(told, d.say("，", "; "))))
}

// rateBars rates the values of bars. Their colours then have no other meaning.
func (d *draft) rateBars(m matrix) (limits, bool) {
	l, ok := d.limits(d.fig.Limits, d.fig.Good, m)
	if !ok {
		return l, false
	}
	at := d.fig.Limits[0]
	if len(m.runs) > 1 {
		p := d.problems.Errorf(at.Pos, "limits", "limits colour one series, and the figure has %d", len(m.runs))
		p.Len = at.Len
		p.Hintf("show one value, or mark the limits with reference")
		return l, false
	}
	if len(d.fig.Highlight) > 0 || len(d.fig.Colors) > 0 {
		p := d.problems.Errorf(at.Pos, "limits", "limits colour every bar, and highlight and colors do, too")
		p.Len = at.Len
		p.Hintf("keep one of them")
		return l, false
	}
	d.rate(l, "", m.cats, m.runs[0].cells)
	return l, true
}

// rules are lines at the limits, for bars that bear no signs.
func (l limits) rules(d *draft) []chart.Mark {
	var r chart.Rules
	for _, end := range l.ends {
		r.Data = append(r.Data, chart.Rule{From: end, To: end, Label: typeset.Text(d.endText(l.m, end)), Color: d.theme.Ink, Dashed: true})
	}
	return []chart.Mark{r}
}

// rateMeters rates the values of single numbers.
func (d *draft) rateMeters(all []meter) bool {
	l, ok := d.limits(d.fig.Limits, d.fig.Good, all[0].m)
	if !ok {
		return false
	}
	var names []string
	var cells []cell
	for _, one := range all {
		names, cells = append(names, one.name), append(cells, one.value)
	}
	d.rate(l, "", names, cells)
	for i := range all {
		all[i].value = cells[i]
	}
	return true
}

// rateCard rates the number of a card, whose good may also say what a change is.
func (d *draft) rateCard(card *Card, c spec.Card, one meter) {
	if len(c.Limits) == 0 || one.value.Missing {
		return
	}
	if l, ok := d.limits(c.Limits, c.Good, one.m); ok {
		is := l.of(one.value.Y)
		card.Level = [...]string{"poor", "fair", "good"}[is]
		card.Rating = d.levelName(l, is)
	}
}

// signOf is the sign behind the name of a single number.
func (d *draft) signOf(one meter) string {
	if one.value.Missing {
		return ""
	}
	return typeset.NoBreak + signs[slices.Index(d.theme.Levels[:], one.value.Color)]
}

// levelTint is how much of its colour a level has behind the number of a cell.
const levelTint = 0.22

// rateColumn rates the numbers of a column of a table. The name of the column
// stands in the legend when others have limits, too.
func (d *draft) rateColumn(tc spec.TableCol, c *tableColumn) {
	l, ok := d.limits(tc.Limits, tc.Good, c.m)
	if !ok {
		return
	}
	if !c.number || c.as == "sparkline" {
		at := tc.Limits[0]
		p := d.problems.Errorf(at.Pos, "limits", "limits are for numbers, and the cells of %s are none", tc.Name.V)
		p.Len = at.Len
		p.Hintf("leave limits out")
		return
	}
	what, others := "", func(o spec.TableCol) bool { return len(o.Limits) > 0 && o.Name.V != tc.Name.V }
	if slices.ContainsFunc(d.fig.Columns, others) {
		what = tc.Name.V
	}
	var names []string
	for _, row := range d.data.Rows {
		names = append(names, row.Label)
	}
	d.rate(l, what, names, c.m.runs[0].cells)
	c.rated = true
}
