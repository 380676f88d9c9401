package kind

import (
	"fmt"
	"strings"

	"charts/internal/chart"
	"charts/internal/palette"
	"charts/internal/typeset"
)

// diverge moves stacks of shares so that zero lies in the middle of their series, between
// the two halves or in the middle one of an odd number, and returns their axis: it counts
// to both sides.
func diverge(d *builder, m matrix, marks []chart.Bars) (chart.Axis, bool) {
	if len(marks) < 2 {
		d.errorAt(d.fig.Stack, "stack", "one series has no middle").Hintf("name the steps of the scale in value, or by series")
		return chart.Axis{}, false
	}
	if len(d.fig.Reference) > 0 {
		d.problems.Errorf(d.fig.Reference[0].Pos, "reference", "a reference has no place on an axis that counts to both sides").Hintf("use stack: percent")
		return chart.Axis{}, false
	}
	var s span
	for j := range m.cats {
		left := leftPart(marks, j)
		for i := range marks {
			if datum := &marks[i].Data[j]; !datum.Missing {
				datum.Base, datum.Y = datum.Base-left, datum.Y-left
				s.add(datum.Base)
				s.add(datum.Y)
			}
		}
	}
	paintSides(d, marks)
	d.noteOnce(middleNote(d, m.runNames()))
	axis := d.linearAxis(niceScale(s.lo, s.hi, 0), m.measure)
	for i := range axis.Ticks {
		axis.Ticks[i].Label = strings.TrimLeft(axis.Ticks[i].Label, "-−")
	}
	return axis, true
}

// leftPart is how much of a stack lies left of zero.
func leftPart(marks []chart.Bars, j int) (left float64) {
	for i, b := range marks {
		part := b.Data[j].Y - b.Data[j].Base
		switch twice := 2*i + 1; {
		case b.Data[j].Missing:
		case twice < len(marks):
			left += part
		case twice == len(marks):
			left += part / 2
		}
	}
	return left
}

// paintSides gives the halves of a scale two hues, the fuller the farther from the middle,
// which is grey, unless the author paints them.
func paintSides(d *builder, marks []chart.Bars) {
	half := len(marks) / 2
	for i := range marks {
		if _, asked := d.askedColor(marks[i].Name); asked || len(d.lit) > 0 {
			continue
		}
		side, out := d.theme.Series[1], i
		if i >= len(marks)-half {
			side, out = d.theme.Series[0], len(marks)-1-i
		}
		if out == half {
			marks[i].Color = palette.Mix(d.theme.Rest, d.theme.Background, 0.5)
			continue
		}
		marks[i].Color = palette.Mix(side, d.theme.Background, 0.55*float64(out)/float64(half))
	}
}

// middleNote says where zero lies.
func middleNote(d *builder, names []string) string {
	n := len(names)
	if n%2 == 1 {
		return typeset.Text(fmt.Sprintf(d.say("占比从“%s”的中点向两边计。", "Shares count from the middle of %s to both sides."), names[n/2]))
	}
	return typeset.Text(fmt.Sprintf(d.say("占比从“%s”与“%s”之间向两边计。", "Shares count from between %s and %s to both sides."), names[n/2-1], names[n/2]))
}
