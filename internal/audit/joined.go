package audit

import (
	"slices"

	"charts/internal/claim"
	"charts/internal/message"
	"charts/internal/regexp"
)

// A cellKey is a cell by what it is called, in any table of one institution.
type cellKey struct{ school, column, row, year, group string }

func keyOf(s *claim.Sheet, row, col int) cellKey {
	f := s.Cell(row, col)
	return cellKey{f.School, s.Stems[col], claim.Leaf(s.Rows[row].Label), f.Period.Year, s.Scope + s.Grade}
}

// joined holds tables that give the same column of the same rows: where most are
// equal they are one, and the others are wrong.
func joined(readings []*claim.Reading) (all []tie) {
	first := map[cellKey]claim.Fact{}
	pairs := map[[3]any][]tie{}
	var order [][3]any
	for _, s := range plainSheets(readings) {
		for col, name := range s.Columns {
			if !s.IsCount(col) || bareColumn.MatchString(name) {
				continue
			}
			for row := range s.Rows {
				f := s.Cell(row, col)
				k := keyOf(s, row, col)
				if !f.OK() || k.row == "" {
					continue
				}
				other, seen := first[k]
				if !seen {
					first[k] = f
					continue
				}
				if other.Table == s {
					continue
				}
				p := [3]any{s, other.Table, k.column}
				if pairs[p] == nil {
					order = append(order, p)
				}
				t := holding(f, other)
				if !f.Agrees(other.Number) {
					t = broken("same-indicator-differs", []claim.Fact{f, other}, "%s of %s is %s in %s, and %s in %s", name, s.Called(row), f.Text, s.ID, other.Text, other.Table.ID)
				}
				pairs[p] = append(pairs[p], t)
			}
		}
	}
	for _, p := range order {
		all = append(all, mostly(pairs[p])...)
	}
	return all
}

// bareColumn is the name of a column that says only that it counts.
var bareColumn = regexp.MustCompile(`^(?:人数|数量|人次|个数|次数|数|总数|金额|合计|总计|总人数|比例|占比)$`)

// mostly are ties of which three quarters hold, at least three; else none.
func mostly(ties []tie) []tie {
	holds := 0
	for _, t := range ties {
		if t.holds {
			holds++
		}
	}
	if holds < leastRows || 4*holds < 3*len(ties) {
		return nil
	}
	return ties
}

// plainSheets are the tables of rows and columns, without score cards.
func plainSheets(readings []*claim.Reading) (all []*claim.Sheet) {
	for _, r := range readings {
		for _, s := range r.Sheets {
			if !s.Broken && !s.Card {
				all = append(all, s)
			}
		}
	}
	return all
}

// baseOf is the name of what the shares of a column are of: 占就业人数的比例.
var baseOf = regexp.MustCompile(`占(.+?)(?:的)?(?:比例|比重|占比|百分比|比)$`)

// joinedRates holds the shares of one table against the wholes that another has
// for the same rows.
func joinedRates(readings []*claim.Reading) (all []tie) {
	sheets := plainSheets(readings)
	wholes := map[cellKey]claim.Fact{}
	for _, s := range sheets {
		for col := range s.Columns {
			if !s.IsCount(col) {
				continue
			}
			for row := range s.Rows {
				if f := s.Cell(row, col); f.OK() {
					if k := keyOf(s, row, col); !wholes[k].OK() {
						wholes[k] = f
					}
				}
			}
		}
	}
	for _, s := range sheets {
		for col, name := range s.Columns {
			m := baseOf.FindStringSubmatch(name)
			if m == nil || col == 0 || !s.IsCount(col-1) || hasColumn(s, m[1]) {
				continue
			}
			ties := rateTies(s, col, claim.Stem(m[1]), wholes)
			if few := mostly(ties); few != nil {
				all = append(all, few...)
			} else {
				all = append(all, severalRows(ties)...)
			}
		}
	}
	return all
}

// severalRows makes one tie of those that are broken, where still more hold: the
// other table counts those rows otherwise.
func severalRows(ties []tie) []tie {
	wrong := slices.DeleteFunc(slices.Clone(ties), func(t tie) bool { return t.holds })
	if len(ties)-len(wrong) < leastRows || 2*len(wrong) >= len(ties) {
		return nil
	}
	t := wrong[0]
	t.says = message.Of("%s; so are %d rows in all", t.says, len(wrong))
	for _, more := range wrong[1:] {
		t.places = append(t.places, more.places...)
	}
	return []tie{t}
}

func hasColumn(s *claim.Sheet, name string) bool {
	stem := claim.Stem(name)
	return slices.Contains(s.Stems, stem)
}

func rateTies(s *claim.Sheet, col int, base string, wholes map[cellKey]claim.Fact) (all []tie) {
	by := factor(column(s, col))
	for row := range s.Rows {
		rate, part := s.Cell(row, col), s.Cell(row, col-1)
		k := keyOf(s, row, col)
		k.column = base
		w := wholes[k]
		if !rate.OK() || !part.OK() || !w.OK() || w.Value <= 0 || w.Table == s {
			continue
		}
		if isQuotient(rate.Number, part.Value, w.Value, by) {
			all = append(all, holding(rate, part, w))
			continue
		}
		all = append(all, broken("rate-not-quotient", []claim.Fact{rate, part, w}, "%s of %s: %s / %s (%s) = %s, printed %s", s.Columns[col], s.Called(row),
			part.Text, w.Text, w.Table.ID, percent(part.Value, w.Value, by, rate.Number), rate.Text).as(Conflict))
	}
	return all
}
