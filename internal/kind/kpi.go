package kind

import (
	"strconv"
	"strings"

	"charts/internal/chart"
	"charts/internal/quantity"
	"charts/internal/typeset"
)

var kpiTraits = traits{mixed: true, single: true}

// kpi makes one large number a row, with its change and its target.
func kpi(d *builder) {
	all, ok := meters(d)
	if !ok {
		return
	}
	if len(all) > 6 {
		d.errorAt(d.fig.Value[0], "too-many", "%d numbers do not fit side by side", len(all)).Hintf("use chart: table")
		return
	}
	rated := rateMeters(d, all)
	tellAims(d, all)
	cells := chart.Cells{Name: typeset.Text(d.fig.Value[0].V), Large: true}
	n := float64(len(all))
	for i, one := range all {
		datum := one.value.Datum
		datum.X, datum.Color = 0, d.theme.Background
		color, lines := d.theme.Ink, []string{typeset.Text(one.name), one.value.Text}
		if rated && !one.value.Missing {
			color, lines[0] = one.value.Color, lines[0]+signOf(d, one)
		}
		if c := change(d, one); c != "" {
			lines = append(lines, c)
		}
		if one.target != nil {
			lines = append(lines, aimText(d, one))
		}
		datum.Label = chart.Label{Text: strings.Join(lines, "\n"), Place: chart.Center, Color: color}
		cells.Data = append(cells.Data, datum)
		cells.Boxes = append(cells.Boxes, chart.Rect{X: float64(i) / n, Y: 0, W: 1 / n, H: 1})
	}
	d.chart.Panels = []chart.Panel{{Marks: chart.Marks{cells}}}
}

// change compares a value with the earlier one: points for percentages, percent
// for all else.
func change(d *builder, one meter) string {
	if one.stated != nil && !one.value.Missing {
		return typeset.Text(d.say("较", "vs ") + one.stated.from + " " + arrow(one.stated.delta) + typeset.NoBreak + strings.TrimLeft(one.stated.text, "+−-"))
	}
	if one.compare == nil || one.value.Missing {
		return ""
	}
	diff := quantity.Round(one.value.Y - one.compare.Y)
	text := difference(strings.TrimSuffix(one.m.at(max(diff, -diff)), "%"), one.m.unit, d.chart.Lang)
	if one.m.unit != "%" && one.compare.Y > 0 { // of what is below zero there is no percentage
		text += d.say("（", " (") + shareText(max(diff, -diff), one.compare.Y) + d.say("）", ")")
	}
	return typeset.Text(d.say("较", "vs ") + earlier(d) + " " + arrow(diff) + typeset.NoBreak + text)
}

// arrow is the way of a change.
func arrow(change float64) string {
	switch {
	case change > 0:
		return "▲"
	case change < 0:
		return "▼"
	}
	return ""
}

// earlier is what the value is compared with: a column, or the period before where
// the spec gives a number.
func earlier(d *builder) string {
	if _, err := strconv.ParseFloat(d.fig.Compare.V, 64); err == nil {
		return d.say("上期", "before")
	}
	return d.fig.Compare.V
}
