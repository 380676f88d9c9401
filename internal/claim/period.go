package claim

import (
	"strings"

	"charts/internal/notation"
	"charts/internal/regexp"
	"charts/internal/report"
)

// A Period is the time that a number is of. A calendar year, a school year, a
// class of graduates and a day are different things.
type Period struct {
	Year string // "2023"; "2022-2023" of a school year; "2023年8月31日" of a day
	Of   string // 年, 届, 学年, 日; "" where a table has nothing but the year
}

// Known reports whether a period says a year.
func (p Period) Known() bool { return p.Year != "" }

// Dated reports whether a report says the year of a period.
func (p Period) Dated() bool { return p.Known() && p.Year != undated }

// A yearAt is a period with its place in a folded text.
type yearAt struct {
	Period
	at       int
	referred bool // it is only compared with, or counted until
}

var (
	// dayForm follows the digits of a year, and makes it a day.
	dayForm = regexp.MustCompile(`^年\d{1,2}月(?:\d{1,2}日)?`)
	// referring ends what is before a year that is only compared with.
	referring = regexp.MustCompile(`(?:较于?|比|与|同|自|从|由|以|截[至止]到?)$`)
)

// yearsIn finds the periods that a folded text names.
func yearsIn(text string) (all []yearAt) {
	for i := 0; i+4 < len(text); i++ {
		if !isYear(text, i) {
			continue
		}
		here := text[i:min(len(text), i+48)]
		year, rest := here[:4], here[4:]
		school, isSchool := notation.SchoolYear(here)
		_, _, span := notation.Span(here)
		y := yearAt{at: i}
		switch {
		case isSchool > 0:
			y.Period = Period{school, "学年"}
		case span > 0:
			y.Period = Period{here[:span], "span"}
		case dayForm.MatchString(rest):
			y.Period = Period{year + dayForm.FindString(rest), "日"}
		case strings.HasPrefix(rest, "年"):
			y.Period = Period{year, "年"}
		case strings.HasPrefix(rest, "届"):
			y.Period = Period{year, "届"}
		default:
			continue
		}
		y.referred = referring.MatchString(text[max(0, i-12):i])
		all = append(all, y)
		if y.Of == "span" || y.Of == "学年" {
			i += len("2022-")
		}
	}
	return all
}

// isYear reports whether four digits at a place of a text are a year by themselves.
func isYear(text string, i int) bool {
	if text[i] != '1' && text[i] != '2' || text[i:i+2] != "19" && text[i:i+2] != "20" {
		return false
	}
	digit := func(k int) bool { return k >= 0 && k < len(text) && '0' <= text[k] && text[k] <= '9' }
	return digit(i+2) && digit(i+3) && !digit(i+4) && !digit(i-1) && (i == 0 || text[i-1] != '.')
}

// PeriodOf is the one period that a folded text names; none where it names
// several.
func PeriodOf(text string) Period {
	if notation.BareYear(text) {
		return Period{Year: text}
	}
	return only(yearsIn(text))
}

// only is the one period of some, but for those that are only compared with. A
// school year, a span or a day says more than the years beside it.
func only(years []yearAt) (p Period) {
	for _, y := range years {
		switch {
		case y.referred || y.Period == p:
		case y.Of != "年" && y.Of != "届":
			return y.Period
		case p.Known():
			return Period{}
		default:
			p = y.Period
		}
	}
	return p
}

// inYear is the period, or the year that is taken where there is none.
func inYear(p Period, year string) Period {
	if p.Known() {
		return p
	}
	return Period{Year: year}
}

// aboutYear is the year that a report is about: the last of its tables, else that
// of its title. What a report without years says is of one year.
func aboutYear(doc *report.Document, sheets []*Sheet) (last string) {
	for _, s := range sheets {
		for _, c := range s.Columns {
			if y := PeriodOf(c); y.Known() && len(y.Year) == len("2023") {
				last = max(last, y.Year)
			}
		}
		if years := s.years; years >= 0 {
			for _, r := range s.Rows {
				if y := PeriodOf(notation.Fold(r.Cells[years].Text)); len(y.Year) == len("2023") {
					last = max(last, y.Year)
				}
			}
		}
	}
	if last == "" {
		last = notation.FindYear(doc.Title)
	}
	if last == "" {
		return undated
	}
	return last
}

// undated is the one year of a report that names none.
const undated = "its year"
