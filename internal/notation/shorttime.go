package notation

import (
	"strings"

	"charts/internal/regexp"
)

// Times of which the next says less than the whole: what is within a year (2023年4月,
// 2023-04, Q2 2023), and years of one century.
var (
	yearAhead  = regexp.MustCompile(`^(\d{4})(年|[-./ ])(.+)$`)
	yearBehind = regexp.MustCompile(`^(\S+) (\d{4})$`)
	centuries  = regexp.MustCompile(`^(\d\d)(\d\d)[年届级]$`)
	schools    = regexp.MustCompile(`^(\d\d)((\d\d)[-–/](\d\d))$`)
	fiscalYear = regexp.MustCompile(`^FY ?(\d\d)(\d\d)$`)
)

// shorter are the forms of such times, with what of them stays.
var shorter = []struct {
	form       *regexp.Regexp
	same, rest int // groups: what the time before has too, and what is left
	before     string
}{
	{yearAhead, 1, 3, ""}, {yearBehind, 2, 1, ""}, {centuries, 1, 2, ""}, {schools, 1, 2, ""}, {fiscalYear, 1, 2, "FY"},
}

// ShortTime is a time as it can be beside the one before it: 15 after 2014 年, 5 月
// after 2023 年 4 月; else the time. Thin spaces are left out.
func ShortTime(name, before string) string {
	this, last := unspaced(name), unspaced(before)
	for _, f := range shorter {
		m, o := f.form.FindStringSubmatch(this), f.form.FindStringSubmatch(last)
		if m == nil || o == nil || m[f.same] != o[f.same] {
			continue
		}
		if f.form == schools && atoi(m[4]) != (atoi(m[3])+1)%100 { // 2012-11 is a month
			continue
		}
		return f.before + m[f.rest]
	}
	return name
}

// WithinYear parts a time within a year (2023年4月) into the two. One without 年 is
// left whole.
func WithinYear(name string) (year, rest string, ok bool) {
	m := yearAhead.FindStringSubmatch(unspaced(name))
	if m == nil || m[2] != "年" {
		return "", "", false
	}
	return m[1] + m[2], m[3], true
}

func unspaced(s string) string { return strings.ReplaceAll(s, "\u2009", "") }
