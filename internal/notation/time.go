package notation

import (
	"cmp"
	"strconv"
	"strings"

	"charts/internal/regexp"
)

// clock are the forms in which reports name times, folded: of each the year, which
// may be left out where the form has other words, and what is counted within it,
// from one to a number of steps of the year.
var clock = []struct {
	form  *regexp.Regexp
	steps int // of a year; a count of days of the week goes without one
}{
	{regexp.MustCompile(`^(` + year + `)(?:年度?|学年度?|届|级)?$`), 1},
	{regexp.MustCompile(`^(` + year + `)[年./-](0?[1-9]|1[0-2])(?:月份?)?(?:[./-]?(\d{1,2})日?)?$`), 12},
	{regexp.MustCompile(`^(` + year + `)(?:学?年)?[-—–~～/至](?:` + year + `|\d\d)(?:学年度?|年度?|届|级)?$`), 1},
	{regexp.MustCompile(`^(?:(` + year + `)年)?(\d{1,2}|十[一二]|[一二三四五六七八九十])月份?(?:(\d{1,2})日)?$`), 12},
	{regexp.MustCompile(`^(?:(` + year + `)年?[-./]?)?(?:第?([一二三四1-4])季度?|[Qq]([1-4]))$`), 4},
	{regexp.MustCompile(`^(?:(` + year + `)年?)?([上下])半年$`), 2},
	{regexp.MustCompile(`^(?:(` + year + `)(?:[-—–~/](?:` + year + `|\d\d))?(?:学年)?)?第?([一二12])学期$`), 2},
	{regexp.MustCompile(`^()(?:星期|周)([一二三四五六日天])$`), 12},
}

var englishMonth = regexp.MustCompile(`^(` + year + `)?,?(?i:(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember|ober)?)\.?,?(` + year + `)?$`)

// steps are the words that count within a year, as their numbers.
var steps = map[string]int{"上": 1, "下": 2, "日": 7, "天": 7,
	"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10, "十一": 11, "十二": 12,
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12}

// Time is the place of a text that names a time among others that do: 2 月 comes
// before 10 月, 第二季度 before 第四季度, 2023 年 10 月 before 2024 年 1 月.
func Time(s string) (place int, ok bool) {
	if len(s) > 40 {
		return 0, false
	}
	s = Fold(s)
	if m := englishMonth.FindStringSubmatch(s); m != nil {
		return days(cmp.Or(m[1], m[3]), steps[strings.ToLower(m[2][:3])], 12, ""), true
	}
	for _, c := range clock {
		m := append(c.form.FindStringSubmatch(s), "", "")
		if len(m) == 2 {
			continue
		}
		step, day := m[2], m[3]
		if c.steps == 4 {
			step, day = m[2]+m[3], ""
		}
		n := steps[step]
		if n == 0 {
			n = atoi(step)
		}
		return days(m[1], n, c.steps, day), n <= 12 && atoi(day) <= 31
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
	return atoi(year)*YearOfDays + step*MonthOfDays + atoi(day)
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

// A period is a form in which reports name times, with the steps of a year.
type period struct {
	name  *regexp.Regexp // the year, and what is counted within it
	steps int
}

// periods are years (2023, 2023 年, 2023届) and the school years that start in them
// (2022—2023 学年, 2022/23), months and quarters.
var periods = []period{
	{regexp.MustCompile(`^(` + anyYear + `)\s*(?:年|届|级|年度|(?:[—–/~-](\d{2,4}))?\s*(?:学年)?)$`), 1},
	{regexp.MustCompile(`^(` + anyYear + `)\s*[-./年]\s*(0?[1-9]|1[0-2])\s*月?$`), 12},
	{regexp.MustCompile(`^(` + anyYear + `)\s*年?\s*(?:[-./]?\s*[Qq]|第)\s*([1-4一二三四])\s*(?:季度|季)?$`), 4},
}

// Times reads names that are all times of one form, in whatever order: as years,
// months or quarters on one scale.
func Times(names []string) (at []int, ok bool) {
	for _, p := range periods {
		if at, ok := p.read(names); ok {
			return at, true
		}
	}
	return nil, false
}

// read reads times of one form.
func (p period) read(cats []string) ([]int, bool) {
	var all []int
	form := ""
	for i, c := range cats {
		m := p.name.FindStringSubmatch(c)
		if m == nil {
			return nil, false
		}
		shape := digitRun.ReplaceAllString(strings.TrimPrefix(c, m[1]), "0")
		if i > 0 && shape != form {
			return nil, false
		}
		form = shape
		at, _ := strconv.Atoi(m[1])
		within := steps[m[2]]
		if within == 0 {
			within = atoi(m[2])
		}
		switch {
		case p.steps > 1:
			at = p.steps*at + within - 1
		case m[2] != "" && within%100 != (at+1)%100: // 2021-03 is no school year
			return nil, false
		}
		all = append(all, at)
	}
	return all, len(all) > 0
}

var digitRun = regexp.MustCompile(`\d+|[一二三四]`)
