package notation

import (
	"unicode/utf8"

	"charts/internal/regexp"
)

// YearDigits is the pattern of a year as reports print it, for those that look for
// one in a sentence.
const YearDigits = `(?:19|20)\d\d`

// span is the end of a range of years.
const (
	year  = YearDigits
	span  = `(?:[-—–~～/至]+(?:(?:19|20)\d\d|\d\d))?`
	words = `(?:年度|[学學]年度?|年|[届屆]|[级級])`
	// minguo is a year of the calendar of Taiwan with its word, fiscal a year of
	// accounts, part a part of a year.
	minguo = `(?:民[国國])?1?\d\d(?:[学學]年度?|年度)|民[国國]1?\d\d年`
	fiscal = `(?i:FY|AY|CY)'?(?:` + year + span + `|\d\d)`
	part   = `(?:[QH][1-4]|(?i:spring|summer|fall|autumn|winter|first|second)(?:semester|term|half)?)`
)

var (
	yearForm   = regexp.MustCompile(`^(` + year + `)` + words + `?$`)
	periodForm = regexp.MustCompile(`^(?:` + year + span + `(?:年度?|[届屆]|[级級]|[学學]年|年[上下]半年)[^\d]{0,8}|` + year + `[-—–/]` + `(?:` + year + `|\d\d)|` + minguo + `|` + fiscal +
		`|` + year + `年?[-/]?` + part + `|` + part + `[-/,]?(?:` + year + `|` + fiscal + `))$`)
	yearInside = regexp.MustCompile(year)
	yearFirst  = regexp.MustCompile(`^` + year + `(?:\D|$)`)
	yearFrom   = regexp.MustCompile(`(?:^|[^\d.])` + year + `(?:学年|年度|年)?[-–—~至]$`)
	yearsForm  = regexp.MustCompile(`(?:` + year + `[-–—~至])?` + year + `(?:\s*` + words + `)?`)
	markedForm = regexp.MustCompile(`^` + year + `(?:\s?[-–/—]\s?\d{1,4})?(?:\s?\(0{3}\))?[a-z¹²³⁴⁵*†)]{0,2}$`)
	bareYear   = regexp.MustCompile(`^` + year + `$`)
	schoolForm = regexp.MustCompile(`^(` + year + `)\s*年?\s*(?:[-—–~～至到/]+|to)\s*(?:19|20)?(\d\d)\s*学年`)
	spanForm   = regexp.MustCompile(`^(` + year + `)\s*(?:年|届)?\s*(?:[-—–~～至到]+|to)\s*(` + year + `)(?:年|届)?`)
	yearColumn = regexp.MustCompile(`^(?:年份|年度|学年|届别|年级届|毕业年份|毕业届别|年届|(?i:(?:academic |school |calendar )?year))$`)
	timeColumn = regexp.MustCompile(`(?:时间|日期)$`)
	yearName   = regexp.MustCompile(`(?i)[年届级]|year|period`)
)

// Year is the year that a text names and nothing else: 2023, 2023 年, 2023届.
func Year(s string) (year string, ok bool) {
	m := yearForm.FindStringSubmatch(Fold(s))
	if m == nil {
		return "", false
	}
	return m[1], true
}

// FindYear is the first year that is in a text, or "".
func FindYear(s string) string { return yearInside.FindString(s) }

// BeginsWithYear reports whether a text begins with a year: 2023 年秋季, 2022-2023.
func BeginsWithYear(s string) bool { return yearFirst.MatchString(s) }

// YearWord reports whether a text begins with the word of the year before it: 2021 届.
func YearWord(year, s string) bool {
	_, size := utf8.DecodeRuneInString(s)
	return size > 1 && BareYear(year) && Period(year+s[:size])
}

// Period reports whether a text names a year or a range of years with its word,
// and perhaps what of it, or a part of a year: 2013年, 2022-2023学年, 2023届毕业生,
// FY2024, 2023-24, Q1 2023, 112學年度. It is no number.
func Period(s string) bool {
	return len(s) <= 60 && periodForm.MatchString(Fold(s))
}

// OpensYears reports whether a text ends with a year and the sign of a range.
func OpensYears(s string) bool { return yearFrom.MatchString(s[max(0, len(s)-maxYear):]) }

const maxYear = 16 // more bytes than a year, 年 and a sign

// Timeless is a text, folded, without the years in it: what stays the same in the
// reports of other years.
func Timeless(s string) string { return WithoutYears(Fold(s)) }

// WithoutYears is a text without the years in it and their words.
func WithoutYears(s string) string { return yearsForm.ReplaceAllString(s, "") }

// MarkedYear reports whether a text is a year or a range of years without a word,
// perhaps with the mark of a note: the name of a column beside others like it.
func MarkedYear(s string) bool { return markedForm.MatchString(s) }

// BareYear reports whether a text is the four digits of a year.
func BareYear(s string) bool { return bareYear.MatchString(s) }

// YearUnder reports whether a number is a year, by its digits and by the name of
// its column.
func YearUnder(column, number string) bool { return BareYear(number) && yearName.MatchString(column) }

// YearColumn reports whether a column is called that of the years.
func YearColumn(name string) bool { return yearColumn.MatchString(name) }

// TimeColumn reports whether a column is called that of the years, days or times.
func TimeColumn(name string) bool { return YearColumn(name) || timeColumn.MatchString(name) }

// SchoolYear is the school year that a text begins with, as 2022-23, and its size in
// the text; no size where it begins with none.
func SchoolYear(s string) (name string, size int) {
	m := schoolForm.FindStringSubmatch(s)
	if m == nil {
		return "", 0
	}
	return m[1] + "-" + m[2], len(m[0])
}

// Span are the years from and to that a text begins with, and their size in it.
func Span(s string) (from, to string, size int) {
	m := spanForm.FindStringSubmatch(s)
	if m == nil {
		return "", "", 0
	}
	return m[1], m[2], len(m[0])
}

// Before is the place of the period that the last of some is held against: the year
// before, or the same season of it. Their names begin with years.
func Before(periods []string) (int, bool) {
	if len(periods) == 0 {
		return 0, false
	}
	last := Fold(periods[len(periods)-1])
	for i := len(periods) - 2; i >= 0; i-- {
		name := Fold(periods[i])
		if BeginsWithYear(name) && BeginsWithYear(last) && WithoutYears(name) == WithoutYears(last) && FindYear(name) < FindYear(last) {
			return i, true
		}
	}
	return 0, false
}
