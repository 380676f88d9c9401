package draft

import (
	"math"
	"slices"
	"strings"

	"charts/internal/regexp"
	"charts/internal/series"
)

// leaveOut leaves out the rows that are none of the others' kind: rates among things
// that are counted, and what the rows below it or all the others make together.
func (s *profile) leaveOut() {
	if s.category < 0 || !s.column(s.category).isText() || len(s.rows) < 4 {
		return
	}
	whole, parts := hundred(s)
	if parts == nil {
		whole, parts = division(s)
	}
	if parts != nil {
		var names []string
		for _, r := range parts {
			names = append(names, r.Cells[s.category].Text)
		}
		s.rows, s.totals = parts, append(s.totals, whole)
		s.where = name(s.columns[s.category].Name) + " IN " + literals(names)
		return
	}
	var kept, wholes []series.Row
	var names, rates []string
	counted, card := len(s.valuesOf("人")) > 0, s.table.UnitColumn() >= 0 // whose groups are figures of their own
	gathered := sectors(s)
	for i, r := range s.rows {
		text := r.Cells[s.category].Text
		switch {
		case gathered != nil && (sector.MatchString(text) || isSum(r, gathered, amounts(s), 10)):
			wholes = append(wholes, r)
		case counted && strings.HasSuffix(text, "率"):
			rates = append(rates, text)
		case !card && s.isWhole(i):
			wholes = append(wholes, r)
		default:
			kept = append(kept, r)
			continue
		}
		names = append(names, text)
	}
	if len(rates) > 2 || len(names) == 0 || len(kept) < 2 {
		return
	}
	s.rows, s.rateNames, s.totals = kept, rates, append(s.totals, wholes...)
	s.where = name(s.columns[s.category].Name) + " NOT IN " + literals(names)
}

// sector is one of the three that all industries are gathered in (三次产业划分规定 of the
// National Bureau of Statistics).
var sector = regexp.MustCompile(`^(?:其中[:：]?)?第[一二三]产业`)

// sectors are the rows of sectors among those of industries, which are their parts.
func sectors(s *profile) (rows []series.Row) {
	for _, r := range s.rows {
		if sector.MatchString(r.Cells[s.category].Text) {
			rows = append(rows, r)
		}
	}
	if len(rows) < 2 || len(s.rows)-len(rows) < 4 {
		return nil
	}
	return rows
}

// hundred is a whole of 100 % and the rows right below it that share it, where all other
// rows have no share.
func hundred(s *profile) (whole series.Row, parts []series.Row) {
	for _, col := range s.valuesOf("%") {
		none := func(r series.Row) bool { return r.Cells[col].Kind == series.Missing }
		from := slices.IndexFunc(s.rows, func(r series.Row) bool { return !none(r) })
		if from < 0 || s.rows[from].Cells[col].Num != 100 {
			continue
		}
		rows := s.rows[from+1:]
		if end := slices.IndexFunc(rows, none); end > 1 && !slices.ContainsFunc(rows[end:], func(r series.Row) bool { return !none(r) }) {
			if isSum(s.rows[from], rows[:end], []int{col}, 10) {
				return s.rows[from], rows[:end]
			}
		}
	}
	return whole, nil
}

// division is, of a whole that is parted in several ways (其中：城镇, 乡村; 其中：男性, 女性),
// the way with most parts, three or more: those of two ways are no rivals.
func division(s *profile) (whole series.Row, parts []series.Row) {
	var begins []int
	for i, r := range s.rows {
		if i > 0 && strings.HasPrefix(r.Cells[s.category].Text, "其中") {
			begins = append(begins, i)
		}
	}
	if len(begins) < 2 || s.table.UnitColumn() >= 0 {
		return whole, nil
	}
	whole = s.rows[begins[0]-1]
	for i, from := range begins {
		to := len(s.rows)
		if i+1 < len(begins) {
			to = begins[i+1]
		}
		if to-from > max(2, len(parts)) && isSum(whole, s.rows[from:to], amounts(s), 10) {
			parts = s.rows[from:to]
		}
	}
	return whole, parts
}

// amounts are the columns of amounts, or of rates where there are no others.
func amounts(s *profile) []int {
	cols := slices.DeleteFunc(slices.Clone(s.values), func(col int) bool { return s.column(col).unit() == "%" })
	if len(cols) == 0 {
		return s.values
	}
	return cols
}

// isWhole reports whether a row is the sum of all others, or of several right below
// it, in every column of amounts, or of rates where there are no others.
func (s *profile) isWhole(i int) bool {
	cols := amounts(s)
	if len(cols) == 0 {
		return false
	}
	rest := slices.Delete(slices.Clone(s.rows), i, i+1)
	if isSum(s.rows[i], rest, cols, 10) {
		return true
	}
	for end := i + 3; end <= len(s.rows); end++ {
		parts, least := s.rows[i+1:end], 1000.0
		if len(cols) > 1 || nameParts(s.rows[i], parts, s.category) {
			least = 10
		}
		if isSum(s.rows[i], parts, cols, least) {
			return true
		}
	}
	return false
}

// nameParts reports whether a column calls rows after the whole that they are parts of:
// 收入 of 财政收入 and 事业收入, or the two sexes.
func nameParts(whole series.Row, parts []series.Row, col int) bool {
	name := func(r series.Row) string { return r.Cells[col].Text }
	word := lastWord.FindString(name(whole))
	return !slices.ContainsFunc(parts, func(r series.Row) bool { return !sex.MatchString(name(r)) }) ||
		word != "" && !slices.ContainsFunc(parts, func(r series.Row) bool { return !strings.HasSuffix(name(r), word) })
}

// lastWord is what a name ends with that says of what kind its row is.
var lastWord = regexp.MustCompile(`(?:\p{Han}{2}|[A-Za-z]{3,})$`)

var sex = regexp.MustCompile(`(?i)^(?:其中[:：]?)?(?:[男女]性?[生的]?|(?:fe)?males?|(?:wo)?men|boys|girls)$`)

// isSum reports whether the cells of a row are the sums of those of others, as far as
// they are printed. Numbers below a least, in steps of their last digit, can be sums by
// chance.
func isSum(whole series.Row, parts []series.Row, columns []int, least float64) bool {
	for _, col := range columns {
		sum, step := 0.0, math.Pow(10, -float64(whole.Cells[col].Decimals))
		for _, r := range parts {
			v := r.Cells[col]
			if v.Kind != series.Number || v.Num < 0 || v.Unit != whole.Cells[col].Unit {
				return false
			}
			sum += v.Num
		}
		v := whole.Cells[col]
		if v.Kind != series.Number || v.Num < least*step || math.Abs(v.Num-sum) > step*math.Max(1e-6, float64(len(parts)-1)/4) {
			return false
		}
	}
	return true
}
