package audit

import (
	"regexp"
	"strings"

	"github.com/shopspring/decimal"
)

// leastRows is how many rows must bear out what a column means.
const leastRows = 3

// quotients finds for each column of rates the two columns whose quotient it is
// in most rows, and tells the rows where it is not. A cell can hold a rate with
// its quotient, too: 74.04%（830/1121）.
func quotients(s *sheet) []Finding {
	all := s.composites()
	for rate := range s.columns {
		if !s.isRate(rate) {
			continue
		}
		part, whole, ok := s.quotient(rate)
		if !ok {
			continue
		}
		for row := range s.numbers {
			r, p, w := s.numbers[row][rate], s.numbers[row][part], s.numbers[row][whole]
			if r.ok && p.ok && w.ok && w.value.IsPositive() && !isQuotient(r, p.value, w.value) {
				all = append(all, found([]Place{s.place(row)}, "%s of %s is %s; %s/%s = %s/%s gives %s", s.columns[rate], s.called(row),
					r.text, s.columns[part], s.columns[whole], p.value, w.value, percent(p.value, w.value, r)))
			}
		}
	}
	return all
}

// called is the name of a row, a total with its group.
func (s *sheet) called(row int) string {
	if s.table.Rows[row].Total {
		return s.name(row)
	}
	return s.rowName(row)
}

// quotient finds the columns that a rate is made of. Three quarters of the
// rows must bear it out, at least two of them with a rate that is not 0 or 100 %.
func (s *sheet) quotient(rate int) (part, whole int, ok bool) {
	best := 0
	for p := range s.columns {
		for w := range s.columns {
			if p == w || !s.isCount(p) || !s.isCount(w) {
				continue
			}
			fits, telling, rows := s.fits(rate, p, w)
			if telling >= 2 && fits >= leastRows && 4*fits >= 3*rows && fits > best {
				part, whole, best = p, w, fits
			}
		}
	}
	return part, whole, best > 0
}

// fits counts the rows in which a rate is the quotient of two columns, those of
// them that tell something, and all that have the three numbers.
func (s *sheet) fits(rate, part, whole int) (fits, telling, rows int) {
	for _, n := range s.numbers {
		r, p, w := n[rate], n[part], n[whole]
		if !r.ok || !p.ok || !w.ok || !w.value.IsPositive() {
			continue
		}
		rows++
		if isQuotient(r, p.value, w.value) {
			fits++
			if !p.value.Equal(w.value) && !p.value.IsZero() {
				telling++
			}
		}
	}
	return fits, telling, rows
}

// composite is a rate with its quotient in one cell.
var composite = regexp.MustCompile(`^(\d+(?:\.\d+)?%)[(（](\d+)/(\d+)[)）]$`)

func (s *sheet) composites() (all []Finding) {
	narrow := strings.NewReplacer("％", "%", "／", "/", " ", "")
	for row, r := range s.table.Rows {
		for col, c := range r.Cells {
			m := composite.FindStringSubmatch(narrow.Replace(c.Text))
			if m == nil {
				continue
			}
			rate := readNumber(m[1])
			part, err1 := decimal.NewFromString(m[2])
			whole, err2 := decimal.NewFromString(m[3])
			if err1 == nil && err2 == nil && rate.ok && whole.IsPositive() && !isQuotient(rate, part, whole) {
				all = append(all, found([]Place{s.place(row)}, "%s of %s is %s; %s/%s gives %s", s.columns[col], s.called(row),
					m[1], part, whole, percent(part, whole, rate)))
			}
		}
	}
	return all
}
