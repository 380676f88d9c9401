package audit

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"charts/internal/report"
)

// A fact is a value of an indicator for one period, as a table gives it.
type fact struct {
	name   string // folded
	period string // a year
	number
	table string // its id
	place Place
}

// facts are the main rows of a score card, whose name says all, and the values of
// a table with a column of years.
func (s *sheet) facts() []fact {
	if len(s.table.Doubts) > 0 {
		return nil
	}
	if slices.ContainsFunc(s.table.Rows, func(r report.Row) bool { return r.Unit != "" }) {
		return s.cardFacts()
	}
	years := slices.IndexFunc(s.columns, func(c string) bool { return c == "年份" || c == "年度" })
	if years < 0 {
		return nil
	}
	return s.yearFacts(years)
}

var year = regexp.MustCompile(`(?:19|20)\d\d`)

func (s *sheet) cardFacts() (all []fact) {
	for row, r := range s.table.Rows {
		if r.Total || strings.Contains(r.Label, "/") || utf8.RuneCountInString(r.Label) < shortestName {
			continue
		}
		for _, col := range s.periods() {
			if n := s.numbers[row][col]; n.ok && year.MatchString(s.columns[col]) {
				all = append(all, fact{report.Fold(r.Label), year.FindString(s.columns[col]), n, s.table.ID, s.place(row)})
			}
		}
	}
	return all
}

func (s *sheet) yearFacts(years int) (all []fact) {
	for row := range s.table.Rows {
		period := year.FindString(s.table.Rows[row].Cells[years].Text)
		if period == "" || slices.ContainsFunc(all, func(f fact) bool { return f.period == period && f.place.Line != s.table.Rows[row].Line }) {
			continue // a second row of the year is of something else
		}
		for col, name := range s.columns {
			if n := s.numbers[row][col]; col != years && n.ok && utf8.RuneCountInString(name) >= shortestName && !notAdded.MatchString(name) {
				all = append(all, fact{name, period, n, s.table.ID, s.place(row)})
			}
		}
	}
	return all
}

// lastPeriod is the year that a report is about: the last of its tables.
func lastPeriod(facts []fact) (last string) {
	for _, f := range facts {
		last = max(last, f.period)
	}
	return last
}

// canonical makes one name of 毕业生数 and 毕业生人数.
func canonical(name string) string { return strings.ReplaceAll(name, "人数", "数") }

// sameUnit reports whether two units can be one; a table may leave it out.
func sameUnit(a, b string) bool { return a == b || a == "" || b == "" }
