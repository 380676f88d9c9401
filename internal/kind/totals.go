package kind

import (
	"strings"

	"charts/internal/chart"
	"charts/internal/typeset"
)

// totalBars are the sums of stacked bars, which are at their ends on paper where
// the author asks for values: the parts say what they are, and the whole is to be
// read, too. On a screen the reader hides parts. Sums of shares, or of values that
// are missing, negative, rounded by the report or computed, say nothing.
func totalBars(d *builder, m matrix, stack string) []chart.Datum {
	if stack != "true" || !d.fig.Labels.V || len(m.runs) < 2 || strings.Contains("%‰", m.unit) && m.unit != "" ||
		len(d.fig.Reference)+len(d.fig.Annotations) > 0 || d.opts.Form == chart.Screen {
		return nil
	}
	var totals []chart.Datum
	for j := range m.cats {
		t := chart.Datum{X: m.runs[0].cells[j].X}
		for _, r := range m.runs {
			c := r.cells[j]
			if c.Missing || c.Y < 0 || c.Computed || c.v.Qualifier != "" {
				return nil
			}
			t.Y += c.Y
		}
		text := typeset.Text(d.say("合计", "total") + typeset.NoBreak + m.at(t.Y))
		t.Label = chart.Label{Text: text, Place: chart.Outside, Color: d.theme.Ink, Bold: true}
		totals = append(totals, t)
	}
	return totals
}
