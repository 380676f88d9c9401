package draft

import (
	"slices"

	"charts/internal/series"
)

// followed sees rows that a time and a name have together: what is followed over the
// times, a series each.
func followed(s *profile) []idea {
	time := 0
	for time < len(s.columns) && !s.column(time).isTime() {
		time++
	}
	if s.category >= 0 || time == len(s.columns) {
		return nil
	}
	names := slices.DeleteFunc(slices.Clone(s.texts), func(col int) bool { return col == time || !s.column(col).isCounted() || !together(s.rows, time, col) })
	values := slices.DeleteFunc(slices.Clone(s.values), func(col int) bool { return col == time })
	if len(names) == 0 || len(values) == 0 {
		return nil
	}
	times := distinct(s.rows, time)
	kinds := []string{"column", "line"}
	if times >= steadyLine || times*distinct(s.rows, names[0]) > maxRows {
		kinds = []string{"line"}
	}
	var ideas []idea
	for _, col := range values {
		for _, kind := range kinds {
			i := idea{kind: kind, category: s.columns[time].Name, series: s.columns[names[0]].Name, values: s.names([]int{col}),
				unit: s.column(col).said(), sort: s.columns[time].Name, title: s.titled([]int{col}, len(values))}
			ideas = append(ideas, i)
		}
	}
	return ideas
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
