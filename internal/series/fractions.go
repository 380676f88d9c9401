package series

import (
	"slices"
	"strconv"

	"charts/internal/message"
	"charts/internal/quantity"
)

// fractions warns of a condition that holds percentages against a part of one: of a
// column from 0 to 100 that takes all rows or none.
func fractions(q *question, w wording, r relation) {
	all := tokens(w.at.V)
	for i, t := range all {
		n, err := strconv.ParseFloat(t.text, 64)
		if t.kind != numberToken || err != nil || n <= 0 || n >= 1 {
			continue
		}
		col := r.column(comparedWith(all, i))
		if col < 0 || r.Columns[col].Unit != "%" || !slices.ContainsFunc(r.Rows, aboveOne(col)) || slices.ContainsFunc(r.Rows, belowOne(col)) {
			continue
		}
		p := q.problems.Warnf(w.at.Pos, "fraction", "%s is in %%: %s is less than one percent", r.Columns[col].Name, t.text)
		p.Hintf("write %s for %[1]s%%", message.Data(strconv.FormatFloat(quantity.Round(100*n), 'f', -1, 64)))
		w.show(p, span{t.from, t.to})
	}
}

// comparedWith is the name that the token at i is compared with, on either side, or "".
func comparedWith(all []token, i int) string {
	for _, step := range []int{-1, 1} {
		j := i + step
		for j >= 0 && j < len(all) && (all[j].is("<") || all[j].is(">") || all[j].is("=")) {
			j += step
		}
		if j != i+step && j >= 0 && j < len(all) && isName(all[j]) {
			return all[j].text
		}
	}
	return ""
}

func aboveOne(col int) func(Row) bool {
	return func(r Row) bool { return r.Cells[col].Kind == Number && r.Cells[col].Num > 1 }
}

// belowOne is of a part of a percent, which a condition may well ask for.
func belowOne(col int) func(Row) bool {
	return func(r Row) bool { return r.Cells[col].Kind == Number && r.Cells[col].Num > 0 && r.Cells[col].Num < 1 }
}
