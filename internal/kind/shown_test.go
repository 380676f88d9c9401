package kind

import (
	"fmt"
	"strings"

	"charts/internal/chart"
)

// shownFaults are the faults of a picture in what it shows of its values: of a stack a
// few values alone, most cells in one colour, dots that are named nowhere.
func shownFaults(c *chart.Chart) (faults []string) {
	for i := range c.Panels {
		p := &c.Panels[i]
		for _, m := range p.Marks {
			switch m := m.(type) {
			case chart.Bars:
				if n, all := valuesWritten(m); m.Stack != "" && 0 < n && 2*n < all {
					faults = append(faults, fmt.Sprintf("%d of %d values of %s are written", n, all, m.Name))
				}
			case chart.Cells:
				if n, all := oneColor(m.Data); p.X.Kind == chart.Band && p.Y.Kind == chart.Band && all >= fewValues && 2*n > all+1 {
					faults = append(faults, fmt.Sprintf("%d of %d cells have one colour", n, all))
				}
			}
		}
	}
	if names := unwritten(c); len(names) > 0 && c.Form != chart.Screen && !told(c, names) {
		faults = append(faults, names[0]+" is named nowhere")
	}
	return faults
}

// told reports whether a note has the names, or how many they are.
func told(c *chart.Chart, names []string) bool {
	notes := strings.Join(c.Notes, "")
	return strings.Contains(notes, names[0]) || strings.Contains(notes, fmt.Sprint(len(names)))
}

// valuesWritten is how many of the bars that are drawn have their values.
func valuesWritten(m chart.Bars) (n, all int) {
	for _, d := range m.Data {
		if !d.Missing && d.Y != d.Base {
			all++
			if d.Label.Text != "" {
				n++
			}
		}
	}
	return n, all
}

// oneColor is how many cells have the colour that most have, and how many differ in
// value.
func oneColor(data []chart.Datum) (most, all int) {
	seen, colors := map[float64]bool{}, map[chart.Color]int{}
	for _, d := range data {
		if d.Missing || seen[d.Y] {
			continue
		}
		seen[d.Y] = true
		colors[d.Color]++
		most = max(most, colors[d.Color])
	}
	return most, len(seen)
}
