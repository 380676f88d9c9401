package audit

import (
	"strings"
	"unicode/utf8"

	"charts/internal/claim"
	"charts/internal/regexp"
)

// leastRows is how many rows must bear out what a column means.
const leastRows = 3

// quotients finds for each column of rates the two columns whose quotient it is
// in most rows, and tells the rows where it is not.
func quotients(s *claim.Sheet) (all []tie) {
	if s.Card {
		return nil
	}
	for rate := range s.Columns {
		mean := average.MatchString(s.Columns[rate])
		if !s.IsRate(rate) && !mean {
			continue
		}
		by := factor(column(s, rate))
		if mean {
			by = 1
		}
		part, whole, ok := quotient(s, rate, by)
		if !ok {
			continue
		}
		for row := range s.Numbers {
			r, p, w := s.Cell(row, rate), s.Cell(row, part), s.Cell(row, whole)
			switch {
			case !r.OK() || !p.OK() || !w.OK() || w.Value <= 0:
			case isQuotient(r.Number, p.Value, w.Value, by):
				all = append(all, holding(r, p, w))
			default:
				all = append(all, broken("rate-not-quotient", []claim.Fact{r, p, w}, "%s of %s: %s / %s = %s / %s = %s, printed %s", s.Columns[rate], s.Called(row),
					s.Columns[part], s.Columns[whole], p.Text, w.Text, percent(p.Value, w.Value, by, r.Number), r.Text))
			}
		}
	}
	return all
}

// average is the name of a column of means: 人均册数, 床均出院人数.
var average = regexp.MustCompile(`^(?:\p{Han}均|平均|每)|均$|(?i:^(?:average|mean)\b|\bper [a-z]+$)`)

// column are the numbers of a column.
func column(s *claim.Sheet, col int) []claim.Number {
	numbers := make([]claim.Number, len(s.Numbers))
	for row, n := range s.Numbers {
		numbers[row] = n[col]
	}
	return numbers
}

// quotient finds the columns that a rate is made of. Three quarters of the rows
// must bear it out, at least two of them with a rate that is not 0 or 100 %; where
// the names say it, half of them.
func quotient(s *claim.Sheet, rate int, by float64) (part, whole int, ok bool) {
	best := 0
	from, to := max(0, rate-reach), min(len(s.Columns), rate+reach+1)
	for p := from; p < to; p++ {
		if !s.IsCount(p) {
			continue
		}
		for w := from; w < to; w++ {
			if p == w || !s.IsCount(w) {
				continue
			}
			fits, telling, rows := fits(s, rate, p, w, by)
			sure := telling >= 2 && fits >= leastRows && 4*fits >= 3*rows
			if namesRate(s.Columns[rate], s.Columns[p]) {
				sure = sure || telling >= 1 && 2*fits >= rows && rows > 1
			}
			if sure && fits > best {
				part, whole, best = p, w, fits
			}
		}
	}
	return part, whole, best > 0
}

// A rate is near what it is made of, and its first rows tell what that is.
const (
	reach    = 10 // columns
	learning = 300
)

// namesRate reports whether the name of a rate is that of its part: 报到率, 报到数.
func namesRate(rate, part string) bool {
	name := strings.TrimRight(rate, "率")
	stem := claim.Stem(part)
	return name != rate && utf8.RuneCountInString(stem) >= 2 && (strings.HasSuffix(name, stem) || strings.HasSuffix(stem, name) || strings.HasPrefix(stem, name))
}

// fits counts the rows in which a rate is the quotient of two columns, those of
// them that tell something, and all that have the three numbers.
func fits(s *claim.Sheet, rate, part, whole int, by float64) (fits, telling, rows int) {
	for _, n := range s.Numbers[:min(len(s.Numbers), learning)] {
		r, p, w := n[rate], n[part], n[whole]
		if !r.OK() || !p.OK() || !w.OK() || w.Value <= 0 {
			continue
		}
		rows++
		if isQuotient(r, p.Value, w.Value, by) {
			fits++
			if p.Value != w.Value && p.Value != 0 {
				telling++
			}
		}
	}
	return fits, telling, rows
}

// composite is a rate with its quotient in one cell: 74.04%（830/1121）.
var composite = regexp.MustCompile(`^(\d+(?:\.\d+)?%)[(（](\d+(?:\.\d+)?)/(\d+(?:\.\d+)?)[)）]$`)

func composites(s *claim.Sheet) (all []tie) {
	narrow := strings.NewReplacer("％", "%", "／", "/", " ", "")
	for row, r := range s.Rows {
		for col, c := range r.Cells {
			if !strings.ContainsAny(c.Text, "/／") {
				continue
			}
			m := composite.FindStringSubmatch(narrow.Replace(c.Text))
			if m == nil {
				continue
			}
			rate, part, whole := claim.ReadNumber(m[1]), claim.ReadNumber(m[2]), claim.ReadNumber(m[3])
			cell := s.Cell(row, col)
			cell.Number = rate
			cell.Text = c.Text
			if !rate.OK() || !part.OK() || !whole.OK() || whole.Value <= 0 || isQuotient(rate, part.Value, whole.Value, 100) {
				continue
			}
			all = append(all, broken("rate-not-quotient", []claim.Fact{cell}, "%s of %s: %s / %s = %s, printed %s", s.Columns[col], s.Called(row),
				m[2], m[3], percent(part.Value, whole.Value, 100, rate), m[1]))
		}
	}
	return all
}
