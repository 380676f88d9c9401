package kind

import (
	"fmt"
	"slices"
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
			case chart.Flows:
				faults = append(faults, strayEnds(m)...)
			case chart.Cells:
				if n, all := oneColor(m.Data); p.X.Kind == chart.Band && p.Y.Kind == chart.Band && all >= fewValues && 2*n > all+1 {
					faults = append(faults, fmt.Sprintf("%d of %d cells have one colour", n, all))
				}
			}
		}
	}
	faults = append(faults, longKeys(c)...)
	if names := unwritten(c); len(names) > 0 && c.Form != chart.Screen && !told(c, names) {
		faults = append(faults, names[0]+" is named nowhere")
	}
	return faults
}

// strayEnds are the nodes that nothing flows out of and that are between others.
func strayEnds(m chart.Flows) (faults []string) {
	right := 0.0
	for _, b := range m.Boxes {
		right = max(right, b.X)
	}
	for i, d := range m.Nodes {
		if m.Boxes[i].X < right && !slices.ContainsFunc(m.Links, func(l chart.Link) bool { return l.From == i }) {
			faults = append(faults, d.Name+" stands in other flows")
		}
	}
	return faults
}

// longKeys are the names of slices in a list of the ring that take more than two lines,
// though they are short.
func longKeys(c *chart.Chart) (faults []string) {
	if len(c.Swatches) == 0 || len(c.Legend) > 0 {
		return nil
	}
	s, ok := c.Panels[0].Marks[0].(chart.Slices)
	if !ok {
		return nil
	}
	var lines []string
	for _, x := range c.Texts {
		if x.Role == chart.RoleTick {
			lines = append(lines, x.S)
		}
	}
	for _, d := range s.Data {
		n, rest := 0, d.Name
		for _, l := range lines {
			if cut, ok := strings.CutPrefix(rest, l); ok && l != "" {
				n, rest = n+1, strings.TrimSpace(cut)
			}
		}
		if n > 2 && rest == "" && len([]rune(d.Name)) < 10 {
			faults = append(faults, fmt.Sprintf("%s takes %d lines", d.Name, n))
		}
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
