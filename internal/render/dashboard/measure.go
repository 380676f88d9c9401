package dashboard

import (
	"slices"
	"strconv"
	"strings"

	"charts/internal/chart"
	"charts/internal/regexp"
)

// A measure says what a column of numbers may show beside its digits.
type measure struct {
	Most  float64 // the end of the scale of bars behind the digits; 0: no bars
	Whole bool    // its numbers are parts of a whole: their sum means something
}

// fewBars is how many numbers are read faster than compared.
const fewBars = 3

// measures looks for the columns that the chart draws: a number of a year, or one
// that only sorts the rows, has no bar.
func measures(t Table, c *chart.Chart) []measure {
	all := make([]measure, len(t.Columns))
	if len(t.Rows) < fewBars {
		return all
	}
	drawn := drawnNumbers(c)
	for i, column := range t.Columns {
		if !column.Number {
			continue
		}
		var numbers []float64
		known := 0
		for _, r := range t.Rows {
			if v, ok := numberOf(r.Cells[i]); ok {
				numbers = append(numbers, v)
				if drawn[v] {
					known++
				}
			}
		}
		if 2*known < len(t.Rows) || slices.Min(numbers) < 0 || slices.Max(numbers) == 0 {
			continue
		}
		all[i] = measure{Most: scaleEnd(c, slices.Max(numbers)), Whole: ofWhole(c)}
	}
	return all
}

// drawnNumbers are the values of all marks.
func drawnNumbers(c *chart.Chart) map[float64]bool {
	drawn := map[float64]bool{}
	for _, p := range c.Panels {
		for _, m := range p.Marks {
			_, data := chart.DataOf(m)
			for _, d := range data {
				drawn[d.Y] = true
				if v, ok := numberOf(d.Text); ok {
					drawn[v] = true
				}
			}
		}
	}
	return drawn
}

// scaleEnd is the end of the chart's own axis, where that begins at zero, so that
// a bar in the table is as long as the chart says.
func scaleEnd(c *chart.Chart, most float64) float64 {
	end := 0.0
	for _, p := range c.Panels {
		for _, a := range []chart.Axis{p.X, p.Y, p.Y2} {
			if a.Kind == chart.Linear && a.Min == 0 && a.Max >= most && (end == 0 || a.Max < end) {
				end = a.Max
			}
		}
	}
	if end == 0 {
		return most
	}
	return end
}

// ofWhole reports whether the chart draws parts of a whole: slices with their
// shares, areas within one another.
func ofWhole(c *chart.Chart) bool {
	for _, p := range c.Panels {
		for _, m := range p.Marks {
			switch m := m.(type) {
			case chart.Slices:
				return slices.ContainsFunc(m.Data, func(d chart.Datum) bool { return d.Share != "" })
			case chart.Cells:
				return slices.ContainsFunc(m.Data, func(d chart.Datum) bool { return len(d.Path) > 0 })
			}
		}
	}
	return false
}

var digits = regexp.MustCompile(`-?\d[\d,]*(?:\.\d+)?(?:×10\^-?\d+)?`)

// numberOf is the number in a cell with the words around it.
func numberOf(text string) (float64, bool) {
	found := digits.FindString(strings.ReplaceAll(text, "−", "-"))
	v, err := strconv.ParseFloat(strings.NewReplacer(",", "", "×10^", "e").Replace(found), 64)
	return v, err == nil
}
