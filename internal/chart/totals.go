package chart

import "strings"

// totalBars are the sums of stacked bars, which stand at their ends on paper where
// the author asks for values: the parts say what they are, and the whole is to be
// read, too. On a screen the reader hides parts. Sums of shares, or of values that
// are missing, negative, rounded by the report or computed, say nothing.
func (d *draft) totalBars(m matrix, stack string) {
	if stack != "true" || !d.fig.Labels.V || len(m.runs) < 2 || strings.Contains("%‰", m.unit) && m.unit != "" ||
		len(d.fig.Reference)+len(d.fig.Annotations) > 0 || d.opts.Form == Screen {
		return
	}
	var totals []Datum
	for j := range m.cats {
		t := Datum{X: m.runs[0].cells[j].X}
		for _, r := range m.runs {
			c := r.cells[j]
			if c.Missing || c.Y < 0 || c.Computed || c.v.Qualifier != "" {
				return
			}
			t.Y += c.Y
		}
		text := typeset(d.say("合计", "total") + apart + m.at(t.Y))
		t.Label = Label{Text: text, Place: Outside, Color: d.theme.ink, Bold: true}
		totals = append(totals, t)
	}
	d.totals = totals
}

// totalTexts writes the sums at the ends of stacked columns, if all have room.
func (u *upright) totalTexts() {
	if u.totalsFit() {
		u.writeTotals(u.p, u.size)
	}
}

// totalsFit reports whether the sums have room beside one another.
func (u *upright) totalsFit() bool {
	for _, t := range u.totals {
		if width(t.Label.Text, u.em, true) > u.stepWidth()*0.95 {
			return false
		}
	}
	return len(u.totals) > 0
}

// writeTotals writes the sums beyond the bars.
func (s *sheet) writeTotals(p *Panel, size float64) {
	pl := p.plane()
	for _, t := range s.totals {
		s.barLabel(pl, Bars{}, t, size)
	}
}
