package audit

import (
	"slices"

	"github.com/shopspring/decimal"
)

// shares finds the total that most shares of a column are of, and tells the rows
// whose share is of another. Where many are, they are shares of something else.
func shares(s *sheet) (all []Finding) {
	for col := range s.columns {
		counts := s.countsOf(col)
		if counts < 0 {
			continue
		}
		total, fits := s.commonTotal(counts, col)
		rows := s.both(counts, col)
		odd := slices.DeleteFunc(slices.Clone(rows), func(row int) bool {
			return isQuotient(s.numbers[row][col], s.numbers[row][counts].value, total)
		})
		if fits < leastRows || len(odd) > 1+len(rows)/10 {
			continue
		}
		for _, row := range odd {
			n, share := s.numbers[row][counts], s.numbers[row][col]
			all = append(all, found([]Place{s.place(row)}, "%s of %s is %s; %s of %s, the total of the other rows, is %s",
				s.columns[col], s.called(row), share.text, n.text, total, percent(n.value, total, share)))
		}
	}
	return all
}

// countsOf is the column of counts next to the left of a column of shares, or -1.
func (s *sheet) countsOf(share int) int {
	if share > 0 && shareName.MatchString(s.columns[share]) && s.isCount(share-1) {
		return share - 1
	}
	return -1
}

// both are the rows that have a count and a share.
func (s *sheet) both(counts, share int) (rows []int) {
	for row, n := range s.numbers {
		if n[counts].ok && n[share].ok && n[counts].value.IsPositive() && n[share].value.IsPositive() {
			rows = append(rows, row)
		}
	}
	return rows
}

// commonTotal is the total that the most shares fit, and how many different
// counts bear it out.
func (s *sheet) commonTotal(counts, share int) (total decimal.Decimal, fits int) {
	rows := s.both(counts, share)
	for _, candidate := range s.candidates(rows, counts, share) {
		seen := map[string]bool{}
		for _, row := range rows {
			if n := s.numbers[row][counts]; isQuotient(s.numbers[row][share], n.value, candidate) {
				seen[n.value.String()] = true
			}
		}
		if len(seen) > fits {
			total, fits = candidate, len(seen)
		}
	}
	return total, fits
}

// candidates are the totals to try: the sum of the rows, and where the range of
// totals begins that each row allows. The most ranges overlap where one of them
// begins.
func (s *sheet) candidates(rows []int, counts, share int) []decimal.Decimal {
	sum := decimal.Zero
	var begins []decimal.Decimal
	for _, row := range rows {
		n, r := s.numbers[row][counts], s.numbers[row][share]
		if !s.table.Rows[row].Total {
			sum = sum.Add(n.value)
		}
		low := n.value.Mul(hundred).DivRound(r.value.Add(r.step()), 12)
		begins = append(begins, low.Floor().Add(decimal.NewFromInt(1)))
	}
	return append([]decimal.Decimal{sum}, begins...)
}
