package notation

import (
	"cmp"
	"strconv"
	"strings"
	"time"

	"charts/internal/regexp"
)

const (
	englishMonth = `(?i:(?P<n>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember|ober)?)\.?`
	englishDay   = `(?P<d>\d{1,2})(?:st|nd|rd|th)?`
)

// clock are the forms in which reports name times, folded: of each the year y, which
// may be left out where the form has other words, and what is counted within it, n,
// from one to a number of steps of the year, and its day d.
var clock = []struct {
	form  *regexp.Regexp
	steps int // of a year; a count of days of the week goes without one
}{
	{regexp.MustCompile(`^(?P<y>` + year + `)(?:年度?|学年度?|届|级)?$`), 1},
	{regexp.MustCompile(`^(?P<y>` + year + `)[年./-](?P<n>1[0-2]|0?[1-9])(?:月份?|(?:月|[./-])(?P<d>\d{1,2})日?)?$`), 12},
	{regexp.MustCompile(`^(?P<y>` + year + `)(?:学?年)?[-—–~～/至](?:` + year + `|\d\d)(?:学年度?|年度?|届|级)?$`), 1},
	{regexp.MustCompile(`^(?:(?P<y>` + year + `)年)?(?P<n>\d{1,2}|十[一二]|[一二三四五六七八九十])月份?(?:(?P<d>\d{1,2})日)?$`), 12},
	{regexp.MustCompile(`^(?:(?P<y>` + year + `)年?[-./]?)?第?(?P<n>[一二三四1-4])季度?$`), 4},
	{regexp.MustCompile(`^(?:(?P<y>` + year + `)年?[-./]?)?[Qq](?P<n>[1-4])$`), 4},
	{regexp.MustCompile(`^[Qq](?P<n>[1-4])[-,/']?(?P<y>` + year + `)$`), 4},
	{regexp.MustCompile(`^[Qq](?P<n>[1-4])['/](?P<y>\d\d)$`), 4},
	{regexp.MustCompile(`^(?P<n>[1-4])[Qq][-,/']?(?P<y>` + year + `|\d\d)$`), 4},
	{regexp.MustCompile(`^(?i:(?P<n>first|second|third|fourth|[1-4](?:st|nd|rd|th))quarter)(?:of)?,?(?P<y>` + year + `)?$`), 4},
	{regexp.MustCompile(`^(?:(?P<y>` + year + `)年?)?(?P<n>[春夏秋冬])季?(?:学期)?$`), 4},
	{regexp.MustCompile(`^(?i:(?P<n>spring|summer|fall|autumn))[-,]?(?P<y>` + year + `)$`), 4},
	{regexp.MustCompile(`^(?i:(?P<n>spring|summer|fall|autumn|winter))$`), 4},
	{regexp.MustCompile(`^[Hh](?P<n>[12])[-,/]?(?P<y>` + year + `)$`), 2},
	{regexp.MustCompile(`^(?P<n>1[0-2]|0?[1-9])[./-](?P<y>` + year + `)$`), 12},
	{regexp.MustCompile(`^(?:(?P<y>` + year + `)年?)?(?P<n>[上下])半年$`), 2},
	{regexp.MustCompile(`^(?:(?P<y>` + year + `)(?:[-—–~/](?:` + year + `|\d\d))?(?:学年)?)?第?(?P<n>[一二12])学期$`), 2},
	{regexp.MustCompile(`^(?P<y>` + year + `)?,?` + englishMonth + `$`), 12},
	{regexp.MustCompile(`^` + englishMonth + `[-,]?(?P<y>` + year + `)$`), 12},
	{regexp.MustCompile(`^` + englishDay + `-?` + englishMonth + `[-,]?(?P<y>` + year + `)$`), 12},
	{regexp.MustCompile(`^` + englishMonth + englishDay + `,(?P<y>` + year + `)$`), 12},
	{regexp.MustCompile(`^(?P<d>\d{1,2})\.(?P<n>1[0-2]|0?[1-9])\.(?P<y>` + year + `)$`), 12},
	{regexp.MustCompile(`^(?:星期|周)(?P<n>[一二三四五六日天])$`), 12},
	{regexp.MustCompile(`^(?i:(?P<n>mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?)\.?$`), 12},
}

// steps are the words that count within a year, as their numbers.
var steps = map[string]int{"上": 1, "下": 2, "日": 7, "天": 7,
	"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10, "十一": 11, "十二": 12,
	"春": 1, "夏": 2, "秋": 3, "冬": 4, "spr": 1, "sum": 2, "fal": 3, "aut": 3, "win": 4,
	"fir": 1, "sec": 2, "thi": 3, "fou": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
	"mon": 1, "tue": 2, "wed": 3, "thu": 4, "fri": 5, "sat": 6, "sun": 7,
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12}

// Time is the place of a text that names a time among others that do: 2 月 comes
// before 10 月, 第二季度 before 第四季度, 2023 年 10 月 before 2024 年 1 月.
func Time(s string) (place int, ok bool) {
	if len(s) > 40 {
		return 0, false
	}
	s = Fold(s)
	for _, c := range clock {
		m := c.form.FindStringSubmatch(s)
		if m == nil {
			continue
		}
		part := func(name string) string {
			if i := c.form.SubexpIndex(name); i >= 0 {
				return m[i]
			}
			return ""
		}
		n, day := within(part("n")), part("d")
		return days(part("y"), n, c.steps, day), n <= 12 && atoi(day) <= 31
	}
	return 0, false
}

// The places of times count so many for a year and for a month of it.
const (
	YearOfDays  = 1000
	MonthOfDays = 40
)

// days is about how many days a year, a step of it and a day are; a year comes
// before its steps.
func days(year string, step, of int, day string) int {
	if step > 0 {
		step = 1 + (step-1)*(12/of)
	}
	y := atoi(year)
	if len(year) == 2 {
		y += 2000
	}
	return y*YearOfDays + step*MonthOfDays + atoi(day)
}

// atoi is a number of few digits, or 0.
func atoi(s string) int {
	n := 0
	for _, c := range s {
		n = 10*n + int(c-'0')
	}
	return n
}

// anyYear is a year of which no word says that it is one: also one long ago.
const anyYear = `(?:18|19|20|21)\d\d`

// A period is a form in which reports name times: a year y and, counted within it, n.
type period struct {
	form  *regexp.Regexp
	steps int // of a year; 0: n is a month, and d a day of it
}

const englishNames = `(?P<n>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)\.?`

// periods are years (2023, 2023 年, 2023届, FY2023) and the school years that start in
// them (2022—2023 学年, 2022/23), months, quarters, seasons and days.
var periods = []period{
	{regexp.MustCompile(`^(?:FY\s?)?(?P<y>` + anyYear + `)\s*(?:年|届|级|年度|(?:[—–/~-](?P<n>\d{2,4}))?\s*(?:学年)?)$`), 1},
	{regexp.MustCompile(`^(?P<y>` + anyYear + `)\s*[-./年]\s*(?P<n>0?[1-9]|1[0-2])\s*月?$`), 12},
	{regexp.MustCompile(`^(?P<n>0?[1-9]|1[0-2])\s*[-./]\s*(?P<y>` + anyYear + `)$`), 12},
	{regexp.MustCompile(`^` + englishNames + `\s(?P<y>` + anyYear + `)$`), 12},
	{regexp.MustCompile(`^(?P<y>` + anyYear + `)\s*年?\s*(?:[-./]?\s*[Qq]|第)\s*(?P<n>[1-4一二三四])\s*(?:季度|季)?$`), 4},
	{regexp.MustCompile(`^[Qq](?P<n>[1-4])\s(?P<y>` + anyYear + `)$`), 4},
	{regexp.MustCompile(`^(?P<n>Spring|Summer|Fall|Autumn)\s(?P<y>` + anyYear + `)$`), 4},
	{regexp.MustCompile(`^(?P<y>` + anyYear + `)\s*年?\s*(?P<n>[春夏秋])(?:季|季学期)?$`), 4},
	{regexp.MustCompile(`^(?P<y>` + anyYear + `)\s*[-./年]\s*(?P<n>\d{1,2})\s*[-./月]\s*(?P<d>\d{1,2})\s*日?$`), 0},
}

// Times reads names that are all times of one form, in whatever order: as years,
// months, quarters or days on one scale.
func Times(names []string) (at []int, ok bool) {
	at, _, ok = Steps(names)
	return at, ok
}

// Steps are [Times], and how many of them a year has: 1, 4 or 12; days, counted from
// 1970 on, have 0.
func Steps(names []string) (at []int, year int, ok bool) {
	for _, p := range periods {
		if at, ok := p.read(names); ok {
			return at, p.steps, true
		}
	}
	return nil, 0, false
}

// read reads times of one form.
func (p period) read(names []string) ([]int, bool) {
	var all []int
	shape := ""
	for i, name := range names {
		at, own, ok := p.one(name)
		if !ok || i > 0 && own != shape {
			return nil, false
		}
		all, shape = append(all, at), own
	}
	return all, len(all) > 0
}

// one reads a time, and what its form has beside the numbers.
func (p period) one(name string) (at int, shape string, ok bool) {
	m := p.form.FindStringSubmatchIndex(name)
	if m == nil {
		return 0, "", false
	}
	part := map[string]string{}
	end := 0
	for i, group := range p.form.SubexpNames() {
		if from := m[2*i]; group != "" && from >= 0 {
			part[group] = name[from:m[2*i+1]]
			shape += strings.TrimSpace(name[end:from]) + "0"
			end = m[2*i+1]
		}
	}
	year, n := atoi(part["y"]), within(part["n"])
	switch {
	case p.steps == 0:
		date := time.Date(year, time.Month(n), atoi(part["d"]), 0, 0, 0, 0, time.UTC)
		return int(date.Unix() / (24 * 60 * 60)), shape + strings.TrimSpace(name[end:]), date.Month() == time.Month(n)
	case p.steps > 1:
		return p.steps*year + n - 1, shape + strings.TrimSpace(name[end:]), true
	}
	return year, shape + strings.TrimSpace(name[end:]), part["n"] == "" || n%100 == (year+1)%100 // 2021-03 is no school year
}

// within is the number of what is counted within a year, in digits or in a word.
func within(s string) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	s = strings.ToLower(s)
	return cmp.Or(steps[s], steps[s[:min(3, len(s))]])
}
