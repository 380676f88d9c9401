package lint

import (
	"slices"
	"strings"

	"charts/internal/message"
	"charts/internal/notation"
	"charts/internal/regexp"
)

// columns reports whether the names are side by side from left to right.
func (v *view) columns() bool {
	return v.is("column", "combo") || v.is("panels") && !v.Spec.Joins()
}

// timeOrder finds times that run to and fro, or backwards because the author sorts
// so. Columns may be sorted by their values, which is a ranking.
func timeOrder(v *view) {
	at, ok := timesOf(v.names)
	_, years := notation.Times(v.names)
	byTime := strings.TrimPrefix(v.Spec.Sort.V, "-") == v.Spec.Category.V
	switch {
	case !ok || goesRound(at, years) || !v.columns() && !v.Spec.Joins():
	case v.columns() && v.Spec.Sort.Set() && !byTime:
	case !v.Spec.Sort.Set() && falling(at) && years: // a line turns them round, and columns have a warning of their own
	default:
		v.warn(v.Spec.Category, "%s runs %s", v.Spec.Category.V, message.Few(v.names, fewNames))
	}
}

// goesRound reports whether times run on; those without a year may begin within one
// and end in the next, as a school year does.
func goesRound(at []int, years bool) bool {
	breaks := 0
	for i := 1; i < len(at); i++ {
		if at[i] < at[i-1] {
			breaks++
		}
	}
	return breaks == 0 || breaks == 1 && !years && at[len(at)-1] < at[0]
}

func falling(at []int) bool {
	return slices.IsSortedFunc(at, func(a, b int) int { return b - a })
}

// fewNames is how many names a message lists.
const fewNames = 4

// timesOf are names as times on one scale; of those without a year, the months and
// quarters of one year.
func timesOf(names []string) (at []int, ok bool) {
	if at, ok = notation.Times(names); ok {
		return at, true
	}
	for _, name := range names {
		place, ok := notation.Time(name)
		if !ok || place <= 0 || place >= notation.YearOfDays || place%notation.MonthOfDays != 0 {
			return nil, false
		}
		at = append(at, place)
	}
	return at, len(at) > 0
}

// unevenTime finds columns of times that leave some out.
func unevenTime(v *view) {
	at, ok := timesOf(v.names)
	if !ok || !v.columns() || len(at) < 3 || !slices.IsSorted(at) && !falling(at) {
		return
	}
	for i := 2; i < len(at); i++ {
		if at[i]-at[i-1] != at[1]-at[0] {
			v.warn(v.Spec.Category, "the times are not equally far apart: %s", message.Few(v.names, fewNames))
			return
		}
	}
}

// ordered are the signs of a name that has its place in an order: a number, a
// month, a day, a stage.
var ordered = regexp.MustCompile(`(?i)[\d一二三四五六七八九十百甲乙丙丁ⅠⅡⅢⅣⅤⅥ①-⑳]|[年月日周季]|^(早|中|晚|前|后|初|末|上|下|春|夏|秋|冬|去|今|本|小|大|高|低|first|second|third|fourth|last|this|before|after|early|late|low|medium|high|spring|summer|autumn|winter|small|large|q\d)` +
	`|\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|(twen|thir|for|fif|six|seven|eigh|nine)t[iy])|^(优|良|差|合格|报名|录取|报到|入学|毕业|专科|硕士|博士|研究生)|(及格|前|后|初|中|末|以上|以下|以内|级|期|段|阶段|左右)$|^[A-Za-z]$`)

// fewOrdered: one name in so many may look as if it had a place by chance, such as
// 大数据技术 among the names of subjects.
const fewOrdered = 4

// lineWithoutSequence finds lines over names that have no order.
func lineWithoutSequence(v *view) {
	if !v.Spec.Joins() || len(v.names) < 3 || !v.Spec.Category.Set() {
		return
	}
	places := 0
	for _, name := range v.names {
		if ordered.MatchString(name) {
			places++
		}
	}
	if places*fewOrdered >= len(v.names) {
		return
	}
	v.warn(v.Spec.Category, "a line joins %s, which have no order", message.Few(v.names, fewNames))
}
