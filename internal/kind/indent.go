package kind

import (
	"charts/internal/chart"
	"charts/internal/diag"
	"charts/internal/palette"
	"charts/internal/spec"
)

// underWholes puts the parts of a figure under their wholes, where the author asks for it.
func underWholes(d *builder, m *matrix) bool {
	at := d.fig.Indent
	if !at.Set() {
		return true
	}
	whole, ok := wholes(d, m.cats)
	if !ok {
		return false
	}
	var order []int
	var add func(i, depth int)
	add = func(i, depth int) {
		order, m.depth = append(order, i), append(m.depth, depth)
		for part, of := range whole {
			if of == i {
				add(part, depth+1)
			}
		}
	}
	parts := 0
	for i, of := range whole {
		if of < 0 {
			add(i, 0)
		} else {
			parts++
		}
	}
	switch {
	case parts == 0:
		d.errorAt(at, "indent", "no row is a part of another").Hintf("name a column that holds, in the row of a part, the name of its whole")
		return false
	case len(order) < len(whole):
		d.errorAt(at, "indent", "some rows are parts of one another in a circle")
		return false
	}
	*m = m.inOrder(order)
	return true
}

// wholes are, of each category, the one that it is a part of, or -1: as a column names
// it, or as the rows of the report say.
func wholes(d *builder, cats []string) ([]int, bool) {
	at, column := d.fig.Indent, -1
	if at.V != spec.RowPath {
		var ok bool
		if column, ok = d.role("indent", at); !ok {
			return nil, false
		}
	}
	rows := d.data.Rows
	own, known := func(i int) string { return rows[i].Label }, map[string]int{}
	of := func(i int) string { return rows[i].Of }
	if column >= 0 {
		own = func(i int) string { return cats[i] }
		of = func(i int) string { return name(rows[i].Cells[column]) }
	}
	for i := range cats {
		if _, twice := known[own(i)]; !twice {
			known[own(i)] = i
		}
	}
	whole := make([]int, len(cats))
	for i := range whole {
		whole[i] = -1
		w := of(i)
		k, ok := known[w]
		switch {
		case w == "" || column >= 0 && w == unnamed:
		case ok && k != i:
			whole[i] = k
		case column >= 0:
			p := d.errorAt(at, "indent", "%s is a part of %q, which is no row", cats[i], w)
			p.See, p.Hint = seeRow(rows[i]), diag.Meant(w, cats)
			return nil, false
		}
	}
	return whole, true
}

// partShade is how much of its colour the bar of a part has.
const partShade = 0.6

// shadeParts makes the bars of parts lighter than those of their wholes.
func shadeParts(d *builder, m matrix, marks []chart.Bars) {
	for i := range marks {
		for j := range marks[i].Data {
			v := &marks[i].Data[j]
			if m.depth[j] > 0 && !d.lit.has(m.cats[j]) && v.Color == "" {
				v.Color = palette.Mix(d.theme.Background, marks[i].Color, partShade)
			}
		}
	}
}
