package audit

import (
	"math"
	"strconv"
	"strings"

	"charts/internal/claim"
	"charts/internal/quantity"
	"charts/internal/regexp"
)

// twins finds rows of three numbers or more that are in two tables of the same
// columns, which are of different people or years, while their other rows differ.
func twins(readings []*claim.Reading) (all []tie) {
	type row struct {
		sheet *claim.Sheet
		row   int
	}
	first := map[string]row{}
	type pair struct{ a, b *claim.Sheet }
	equal := map[pair][][2]row{}
	var order []pair
	for _, s := range plainSheets(readings) {
		columns := s.School + "\x00" + strings.Join(s.Columns, "\x00")
		for i, r := range s.Rows {
			numbers, n := numbersOf(s, i)
			if n < 3 || r.Total || r.Label == "" || together2.MatchString(r.Quote) {
				continue
			}
			key := columns + "\x01" + claim.Leaf(r.Label) + "\x01" + numbers
			other, ok := first[key]
			if !ok {
				first[key] = row{s, i}
				continue
			}
			p := pair{other.sheet, s}
			if other.sheet != s && other.sheet.Title != s.Title {
				if equal[p] == nil {
					order = append(order, p)
				}
				equal[p] = append(equal[p], [2]row{other, {s, i}})
			}
		}
	}
	for _, p := range order {
		if rows := equal[p]; 2*len(rows) <= min(len(p.a.Rows), len(p.b.Rows)) {
			for _, r := range rows {
				all = append(all, twin(r[0].sheet, r[0].row, r[1].sheet, r[1].row))
			}
		}
	}
	return all
}

// together2 marks what is counted in two tables on purpose.
var together2 = regexp.MustCompile(`联合|合办|同赛|共同|合作|联办`)

func twin(a *claim.Sheet, i int, b *claim.Sheet, j int) tie {
	var facts []claim.Fact
	for col := range b.Columns {
		if f := b.Cell(j, col); f.OK() {
			facts = append(facts, f)
		}
	}
	t := broken("copied-row", facts[:1], "%s has the same numbers in %s and in %s", b.Called(j), b.ID, a.ID)
	t.places = append(t.places, a.Place(i))
	return t
}

// numbersOf are the numbers of a row as one text, and how many there are, but for
// the number of the row.
func numbersOf(s *claim.Sheet, row int) (key string, n int) {
	var b strings.Builder
	for col, m := range s.Numbers[row] {
		if m.OK() && !quantity.Identifies(s.Columns[col]) {
			b.WriteString(strconv.FormatFloat(m.Base, 'g', 12, 64) + " ")
			if m.Value != 0 && m.Value != 100 {
				n++
			}
		}
	}
	return b.String(), n
}

// jumps compares the indicators of one year with those of the next, when there
// are several reports.
func jumps(readings []*claim.Reading) (all []tie) {
	if len(readings) < 2 {
		return nil
	}
	values := indicators(readings)
	for _, r := range readings {
		for _, f := range r.Facts {
			if !f.Indicator() || f.Scope != "" {
				continue
			}
			before, ok := values[indicator{f.School, f.Measure.Key, yearBefore(f.Period.Year)}]
			if ok && before.Place.Report != f.Place.Report && before.Unit.Dimension == f.Unit.Dimension && isJump(before.Base, f.Base) {
				all = append(all, broken("year-on-year-jump", []claim.Fact{f, before}, "%s went from %s in %s to %s in %s",
					f.Measure.Name, before.Text, before.Period.Year, f.Text, f.Period.Year))
			}
		}
	}
	return all
}

// jump is how many times the year before makes a jump.
const jump = 5

// isJump reports whether one value is many times the other; small numbers jump
// every year.
func isJump(a, b float64) bool {
	low, high := math.Min(a, b), math.Max(a, b)
	return low > 0 && high > 20 && high >= jump*low
}

func yearBefore(year string) string {
	n, err := strconv.Atoi(year)
	if err != nil {
		return ""
	}
	return strconv.Itoa(n - 1)
}
