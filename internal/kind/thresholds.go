package kind

import (
	"fmt"
	"strings"

	"charts/internal/chart"
	"charts/internal/spec"
	"charts/internal/typeset"
)

// thresholds tell good values from bad ones: beyond the last limit a value is good,
// before the first it is bad, and between two it is fair.
type thresholds struct {
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
func word(d *builder, l level) string {
	return d.say([...]string{"差", "中", "好"}[l], [...]string{"poor", "fair", "good"}[l])
}

// readThresholds reads the limits of a figure, a column or a card; ok is false when there
// are none, or none that can be used.
func readThresholds(d *builder, ends []spec.At[float64], good spec.At[string], m matrix) (l thresholds, ok bool) {
	if len(ends) == 0 {
		if good.Set() {
			d.errorAt(good, "limits", "good says which side of the limits is welcome, and there are none").Hintf("add limits: [90, 95], or leave good out")
		}
		return thresholds{}, false
	}
	l = thresholds{down: good.V == "down", m: m}
	for i, end := range ends {
		if i > 0 && end.V <= ends[i-1].V {
			p := d.problems.Errorf(end.Pos, "limits", "limits rise, and %v is not above %v", end.V, ends[i-1].V)
			p.Hintf("write the smaller first; good: down says that less is better")
			return thresholds{}, false
		}
		tellFraction(d, end, end.V, m.unit, m.extent().lo)
		l.ends = append(l.ends, m.typed(end.V))
	}
	return l, true
}

// of is the level of a value. A value on a limit has what is better.
func (l thresholds) of(v float64) level {
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
func levelRange(l thresholds, of level) string {
	first, last := endText(l.m, l.ends[0]), endText(l.m, l.ends[len(l.ends)-1])
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
func levelName(d *builder, l thresholds, of level) string {
	return typeset.Text(signs[of] + " " + word(d, of) + d.say("：", ": ") + levelRange(l, of))
}

// levels are those that the limits can tell, the best first.
func (l thresholds) levels() []level {
	if len(l.ends) == 1 {
		return []level{fine, poor}
	}
	return []level{fine, fair, poor}
}

// rate gives the values their colours and signs, and notes who is where.
func rate(d *builder, l thresholds, what string, names []string, cells []cell) {
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
		text := what + word(d, of) + d.say("（", " (") + levelRange(l, of) + d.say("）", ")")
		told = append(told, fmt.Sprintf(d.say("%s %d 项", "%s: %d"), text, len(who[of])))
		if n := len(who[of]); of == poor && n > 0 && n <= maxGaps {
			told[len(told)-1] += d.say("：", ", ") + d.listed(who[of])
		}
		d.chart.Legend = append(d.chart.Legend, chart.Entry{Name: what + levelName(d, l, of), Color: d.theme.Levels[of], Shape: chart.Square})
	}
	d.rated = append(d.rated, typeset.Text(strings.Join(told, d.say("，", "; "))))
}

// rateBars rates the values of bars. Their colours then have no other meaning.
func rateBars(d *builder, m matrix) (thresholds, bool) {
	l, ok := readThresholds(d, d.fig.Limits, d.fig.Good, m)
	if !ok {
		return l, false
	}
	at := d.fig.Limits[0]
	if len(m.runs) > 1 {
		d.problems.Errorf(at.Pos, "limits", "limits colour one series, and the figure has %d", len(m.runs)).Hintf("show one value, or mark the limits with reference")
		return l, false
	}
	if len(d.fig.Highlight) > 0 || len(d.fig.Colors) > 0 {
		d.problems.Errorf(at.Pos, "limits", "limits colour every bar, and highlight and colors do, too").Hintf("keep one of them")
		return l, false
	}
	rate(d, l, "", m.cats, m.runs[0].cells)
	return l, true
}

// rules are lines at the limits, for bars that bear no signs.
func (l thresholds) rules(d *builder) []chart.Mark {
	var r chart.Rules
	for _, end := range l.ends {
		r.Data = append(r.Data, chart.Rule{From: end, To: end, Label: typeset.Text(endText(l.m, end)), Color: d.theme.Ink, Dashed: true})
	}
	return []chart.Mark{r}
}

// levelTint is how much of its colour a level has behind the number of a cell.
const levelTint = 0.22

// endText is an end of a scale, with no more digits than it needs.
func endText(m matrix, v float64) string {
	return m.marked(m.number(v, asPrinted))
}
