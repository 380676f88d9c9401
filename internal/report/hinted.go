package report

import (
	"slices"
	"strings"

	"charts/internal/grid"
	"charts/internal/notation"
	"charts/internal/table"
)

// rows are lines of text as the rows of the table that the author describes; what
// stands over it stays text.
func (t *hinted) rows(lines []line) []line {
	over := 0
	for over < len(lines) && standsOver(lines[over].text) {
		over++
	}
	table := lines[over:]
	switch {
	case t.Ignore:
		t.found++
		return nil
	case len(table) == 0:
		return lines
	case !slices.ContainsFunc(table, func(l line) bool { return strings.Contains(l.text, "\t") }):
		r := t.read(table)
		if r.used == 0 {
			return lines
		}
		table = append(r.rows, table[r.used:]...)
	}
	table = slices.Clone(table)
	table[0].hint, table[0].begins = t, true
	return append(slices.Clone(lines[:over]), table...)
}

// standsOver reports whether a line is no row, but the caption of a table or what
// may stand under it.
func standsOver(s string) bool {
	_, _, caption := parseCaption(s)
	return caption || !strings.Contains(s, "\t") && (table.UnitLine(s) || leadForm(s))
}

// read reads lines without tabs: between the said edges, in a layout that has as
// many columns as are named, or by the kinds of these.
func (t *hinted) read(lines []line) reading {
	switch {
	case len(t.Edges) > 0:
		return t.between(lines)
	case t.said().Named():
		return t.byKinds(lines)
	}
	return best(lines, true)
}

// between reads the texts between the said edges.
func (t *hinted) between(lines []line) (r reading) {
	page, heights := textPage(lines, hanWidth(lines), false, pageTurns(lines))
	box := grid.Box{Y0: heights[len(heights)-1] - lineHeight, Y1: lineHeight}
	for _, p := range page.Pieces {
		box.X1 = max(box.X1, p.X1+columnWidth)
	}
	hint := grid.Hint{Box: box, Headless: t.headless()}
	for _, x := range t.Edges {
		hint.Edges = append(hint.Edges, columnWidth*x)
	}
	for _, b := range grid.Read(page, hint) {
		if b.Table == nil || b.Table.Hint == 0 {
			continue
		}
		parts, err := gridParts(rowsOn(*b.Table, lines, heights), t)
		if err != nil {
			return reading{}
		}
		for _, p := range parts {
			r.rows = append(r.rows, p.lines...)
		}
		r.used, t.parted = len(lines), true
	}
	return r
}

// byKinds reads as many columns as the author names.
func (t *hinted) byKinds(lines []line) (found reading) {
	for _, c := range recognisers {
		r := c.read(lines)
		if len(r.rows) > 0 && table.FilledWidth(r.rows[0].text) == len(t.Columns) && r.score > found.score {
			found = r
		}
	}
	if found.used > 0 {
		return found
	}
	return t.byPlan(lines)
}

// byPlan parts each line up to the last one with values at its blanks: a number
// and names, a unit, values.
func (t *hinted) byPlan(lines []line) (r reading) {
	head, said := t.said().Depth()
	if !said {
		head = 1
	}
	for i, l := range lines {
		if endingValues(strings.FieldsFunc(l.text, notation.Blank)) > 0 && i >= head {
			r.used = i + 1
		}
	}
	if r.used == 0 {
		return r
	}
	p := t.plan()
	for i, l := range lines[:r.used] {
		l.placed = true
		if i < head {
			l.text += "\t" // a row, whatever it holds
		} else {
			row := p.row(strings.FieldsFunc(l.text, notation.Blank), func(a, b string) string { return a + " " + b })
			l.text, l.doubts = row.text, row.doubts
		}
		r.rows = append(r.rows, l)
	}
	return r
}

// plan is what the columns hold by their kinds.
func (t *hinted) plan() plan {
	p := plan{head: t.said().Names(), numbered: t.said().Kind(0) == table.NumberColumn}
	for i := range t.Columns {
		switch t.said().Kind(i) {
		case table.UnitColumn:
			p.united = true
		case table.ValueColumn:
			p.values++
		}
	}
	return p
}

// lines marks the lines of which the author says how they are read.
func (h hints) lines(all []line) []bool {
	said := make([]bool, len(all))
	end := 0 // of those under a caption
	for i, l := range all {
		if label, title, ok := parseCaption(l.text); ok && h.under(label, title) != nil {
			end = i + 1 + regionLength(all[i+1:])
		}
		said[i] = i < end || h.onLine(l.no) != nil
	}
	return said
}
