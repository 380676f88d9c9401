package audit

import (
	"strings"

	"charts/internal/claim"
	"charts/internal/quantity"
)

// everyRow holds 各专业就业率均在 90% 以上 against the rows of the table in its section
// that has those rates.
func everyRow(readings []*claim.Reading) (all []tie) {
	for _, r := range readings {
		for _, s := range r.Sentences {
			for i := range s.Mentions {
				m := &s.Mentions[i]
				if m.OK() && m.Qualified && m.Is(quantity.Percent) && m.Low > 0 && m.Scope == "" && strings.Contains(m.Before, "均") && !strings.Contains(m.Before, "平均") {
					all = append(all, lowRow(r, s, m)...)
				}
			}
		}
	}
	return all
}

// lowRow is the row that is the furthest below what all are said to be, of the
// table that a sentence goes with.
func lowRow(r *claim.Reading, s *claim.Sentence, m *claim.Mention) []tie {
	said, _, _ := strings.Cut(m.Before, "均")
	for _, sheet := range r.Sheets {
		if sheet.Broken || sheet.Card || sheet.Section != s.Section {
			continue
		}
		for col := range sheet.Columns {
			if !sheet.IsRate(col) || !names(said, sheet.Columns[col], sheet.Title) {
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

// names reports whether a sentence means a column: it has all characters of its
// name, and the title of the table has most of the others.
func names(said, column, title string) bool {
	for _, c := range claim.Stem(column) {
		if !strings.ContainsRune(said, c) {
			return false
		}
	}
	n, in := 0, 0
	for _, c := range claim.Stem(said) {
		n++
		if strings.ContainsRune(column, c) || strings.ContainsRune(title, c) {
			in++
		}
	}
	return claim.Stem(column) != "" && 4*in >= 3*n
}
