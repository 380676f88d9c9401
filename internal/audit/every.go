package audit

import (
	"strings"

	"charts/internal/claim"
	"charts/internal/quantity"
	"charts/internal/regexp"
)

// everyRow holds 各专业就业率均在 90% 以上 against the rows of the table in its section
// that has those rates.
func everyRow(readings []*claim.Reading) (all []tie) {
	for m := range mentions(readings) {
		if said := everyOne(m.s, m.Mention); said != "" && m.Qualified && m.Is(quantity.Percent) && m.Low > 0 && m.Scope == "" {
			all = append(all, lowRow(m.r, m.s, m.Mention, said)...)
		}
	}
	return all
}

// everyOne is what a clause says that is of all rows, or "".
func everyOne(s *claim.Sentence, m *claim.Mention) string {
	if s.Form != "" {
		return everyEnglish.FindString(m.Before)
	}
	if said, _, ok := strings.Cut(m.Before, "均"); ok && !strings.Contains(m.Before, "平均") {
		return said
	}
	return ""
}

var everyEnglish = regexp.MustCompile(`^(?:all|every|each)\b.*`)

// lowRow is the row that is the furthest below what all are said to be, of the
// table that a sentence goes with.
func lowRow(r *claim.Reading, s *claim.Sentence, m *claim.Mention, said string) []tie {
	for _, sheet := range r.Sheets {
		if sheet.Broken || sheet.Card || sheet.Section != s.Section {
			continue
		}
		for col := range sheet.Columns {
			if !sheet.IsRate(col) || !names(said, sheet.Columns[col], sheet.Title+" "+sheet.Columns[0]) {
				continue
			}
			low := claim.Fact{}
			for row, tr := range sheet.Rows {
				if f := sheet.Cell(row, col); f.OK() && !tr.Total && f.High < m.Low && (!low.OK() || f.High < low.High) {
					low = f
				}
			}
			if low.OK() {
				return []tie{broken("rank-contradicted", []claim.Fact{m.Fact, low}, "all are said to be %s; %s of %s is %s", m.Text, sheet.Columns[col], low.Spot().Row, low.Text)}
			}
		}
	}
	return nil
}

// names reports whether a sentence means a column: it has all of its name, and the
// name and the title of the table have most of the rest.
func names(said, column, title string) bool {
	of := claim.Elements(column)
	for _, e := range of {
		if !claim.Says(said, e) {
			return false
		}
	}
	n, in := 0, 0
	for _, e := range claim.Elements(said) {
		n++
		if claim.Says(column, e) || claim.Says(title, e) {
			in++
		}
	}
	return len(of) > 0 && 4*in >= 3*n
}
