package draft

import (
	"slices"

	"charts/internal/series"
)

// paired sees rows that two columns name together: a time and what is followed over the
// times, or two names, the second a series each.
func paired(s *profile) []idea {
	if s.category >= 0 {
		return nil
	}
	first, kinds := firstOfPair(s)
	if first < 0 {
		return nil
	}
	names := slices.DeleteFunc(slices.Clone(s.texts), func(col int) bool { return col == first || !s.column(col).isCounted() || !together(s.rows, first, col) })
	values := slices.DeleteFunc(slices.Clone(s.values), func(col int) bool { return col == first })
	if len(names) == 0 {
		return nil
	}
	var ideas []idea
	for _, col := range values {
		for _, kind := range kinds {
			i := idea{kind: kind, category: s.columns[first].Name, series: s.columns[names[0]].Name, values: s.names([]int{col}),
				unit: s.column(col).said(), title: s.titled([]int{col}, len(values))}
			if kind != "bar" {
				i.sort = i.category
			}
			ideas = append(ideas, i)
		}
	}
	return ideas
}

// firstOfPair is the column of times, or else the first of names, and the kinds of charts
// for it; -1 where there is none.
func firstOfPair(s *profile) (col int, kinds []string) {
	for col := range s.columns {
		switch {
		case !s.column(col).isTime():
		case distinct(s.rows, col) >= steadyLine:
			return col, []string{"line"}
		default:
			return col, []string{"column", "line"}
		}
	}
	if len(s.texts) > 0 && distinct(s.rows, s.texts[0]) <= maxRows {
		return s.texts[0], []string{"bar"}
	}
	return -1, nil
}

// together reports whether two columns name every row, and each differently.
func together(rows []series.Row, a, b int) bool {
	seen := map[[2]string]bool{}
	for _, r := range rows {
		seen[[2]string{r.Cells[a].Text, r.Cells[b].Text}] = true
	}
	return len(seen) == len(rows)
}

// distinct is how many values a column has.
func distinct(rows []series.Row, col int) int {
	seen := map[string]bool{}
	for _, r := range rows {
		seen[r.Cells[col].Text] = true
	}
	return len(seen)
}
