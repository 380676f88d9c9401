package notation

import (
	"slices"
	"time"

	"charts/internal/regexp"
)

// Dates that say which number is the day, or the year, only beside others.
var (
	twoNumbers = regexp.MustCompile(`^(\d{1,2})[/-](\d{1,2})[/-](` + YearDigits + `)$`)
	dayMonth   = regexp.MustCompile(`^` + englishDay + `[-/ ]*` + englishMonth + `(?:[-/' ]*(?P<y>\d\d))?$`)
	monthAnd   = regexp.MustCompile(`^` + englishMonth + `[-/' ]*(?P<d>\d{1,2})$`)
)

// A reading is the place in days of a name, or not ok.
type reading func(name string) (at int, ok bool)

// readings are those of such dates.
var readings = []reading{
	func(name string) (int, bool) { return numbers(name, 1, 2) },
	func(name string) (int, bool) { return numbers(name, 2, 1) },
	func(name string) (int, bool) {
		return lettered(name, func(m, n int) (int, int, int) { return 2000 + n, m, 1 })
	},
	func(name string) (int, bool) {
		return lettered(name, func(m, n int) (int, int, int) { return 2000, m, n })
	},
	func(name string) (int, bool) {
		m := dayMonth.FindStringSubmatch(Fold(name))
		if m == nil {
			return 0, false
		}
		return dayOf(2000+atoi(m[3]), within(m[2]), atoi(m[1]))
	},
}

// numbers reads a date of numbers whose day and month are those groups.
func numbers(name string, day, month int) (int, bool) {
	m := twoNumbers.FindStringSubmatch(Fold(name))
	if m == nil {
		return 0, false
	}
	return dayOf(atoi(m[3]), atoi(m[month]), atoi(m[day]))
}

// lettered reads a month in letters with a number.
func lettered(name string, date func(month, number int) (y, m, d int)) (int, bool) {
	m := monthAnd.FindStringSubmatch(Fold(name))
	if m == nil {
		return 0, false
	}
	return dayOf(date(within(m[1]), atoi(m[2])))
}

// dayOf counts the days to a date, if there is one.
func dayOf(year, month, day int) (int, bool) {
	date := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	return int(date.Unix() / (24 * 60 * 60)), date.Month() == time.Month(month) && date.Day() == day
}

// Chronology is the place in time of each of some names that all name times. Dates like
// 03/04/2024 and Apr-22 are read in the way that all of them allow and, where several do,
// in the one that spaces them evenly.
func Chronology(names []string) (place map[string]int, ok bool) {
	if place, ok = placed(names, Time); ok {
		return place, true
	}
	var all []map[string]int
	for _, r := range readings {
		if own, ok := placed(names, r); ok {
			all = append(all, own)
		}
	}
	if len(all) > 1 {
		all = slices.DeleteFunc(all, func(own map[string]int) bool { return !even(own) })
	}
	if len(all) != 1 {
		return nil, false
	}
	return all[0], true
}

// RunOn reports whether names are times, each later than the one before.
func RunOn(names []string) bool {
	place, ok := Chronology(names)
	for i := 1; ok && i < len(names); i++ {
		ok = place[names[i-1]] < place[names[i]]
	}
	return ok
}

func placed(names []string, read reading) (map[string]int, bool) {
	all := map[string]int{}
	for _, name := range names {
		at, ok := read(name)
		if !ok {
			return nil, false
		}
		all[name] = at
	}
	return all, len(all) > 0
}

// even reports whether the days between times differ by no more than months do.
func even(place map[string]int) bool {
	var at []int
	for _, day := range place {
		at = append(at, day)
	}
	slices.Sort(at)
	least, most := 0, 0
	for i := 1; i < len(at); i++ {
		gap := at[i] - at[i-1]
		if i == 1 {
			least, most = gap, gap
		}
		least, most = min(least, gap), max(most, gap)
	}
	return most-least <= 3
}
