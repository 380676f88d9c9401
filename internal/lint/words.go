package lint

import (
	"slices"
	"strconv"
	"strings"

	"charts/internal/notation"
	"charts/internal/regexp"
	"charts/internal/series"
	"charts/internal/spec"
)

var (
	years     = regexp.MustCompile(notation.YearDigits)
	aim       = regexp.MustCompile(`规划|目标|标准|办法|条例|意见|普查|GB`)
	otherYear = regexp.MustCompile(`(截至|截止|自|从|比|较|与|和|规划|目标|修订|版|since|until|compared|versus|vs\.?)\s*$`)
)

// yearContradicted finds a title of another year than the data. One year of the
// title that the data has is enough; a range is that of the data.
func yearContradicted(v *view) {
	from, to, ok := v.span()
	if !ok {
		return
	}
	for _, at := range []spec.At[string]{v.Spec.Title, v.Spec.Subtitle} {
		fits, named := yearsFit(at.V, from, to)
		if named && !fits && !aim.MatchString(at.V) { // 十四五规划（2021—2025 年） has a year of its own
			v.warn(at, "%s, and the data is of %s", at.V, spanText(from, to))
			return
		}
	}
}

func spanText(from, to int) string {
	if from == to {
		return strconv.Itoa(from)
	}
	return strconv.Itoa(from) + "–" + strconv.Itoa(to)
}

// yearsFit reads the years that a text names, and whether they are those from one
// year to another.
func yearsFit(s string, from, to int) (fits, named bool) {
	for _, m := range years.FindAllStringIndex(s, -1) {
		if otherYear.MatchString(s[:m[0]]) || m[0] > 0 && isDigit(s[m[0]-1]) || m[1] < len(s) && isDigit(s[m[1]]) {
			continue
		}
		_, school := notation.SchoolYear(s[m[0]:])
		if first, last, size := notation.Span(s[m[0]:]); size > 0 && school == 0 && from < to {
			return number(first) == from && number(last) == to, true
		}
		year := number(s[m[0]:m[1]])
		named = true
		fits = fits || from <= year && year <= to
	}
	return fits, named
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func number(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}

// span are the first and the last year of the data: of the categories, the series
// or the columns, whichever are years.
func (v *view) span() (from, to int, ok bool) {
	var series []string
	for _, r := range v.runs {
		series = append(series, r.name)
	}
	for _, names := range [][]string{v.names, series} {
		if _, times := notation.Times(names); !times {
			continue
		}
		for i, name := range names {
			for j, y := range years.FindAllString(name, -1) {
				year := number(y)
				if i == 0 && j == 0 {
					from, to = year, year
				}
				from, to = min(from, year), max(to, year)
			}
		}
		return from, to, from > 0
	}
	return 0, 0, false
}

// Words for a rise and a fall, and for every step of them. What follows may make
// a noun of them (增长率), and what is before may deny them.
var (
	rises  = regexp.MustCompile(`(?i)([^未不无没非]|^)(上升|增长|增加|增多|提高|上涨|攀升|走高|递增|(?:逐年|持续|稳步|不断)提升)(趋势|态势|$|[，。；、！,.;!\s\d了至到约近超])|\b(rose|rises|rising|grew|grows|increased|increases|climbed|went up)\b`)
	falls  = regexp.MustCompile(`(?i)([^未不无没非]|^)(下降|减少|缩减|降低|下滑|下跌|走低|递减|萎缩)(趋势|态势|$|[，。；、！,.;!\s\d了至到约近超])|\b(fell|falls|falling|declined|declines|decreased|decreases|dropped|shrank|went down)\b`)
	steady = regexp.MustCompile(`(?i)逐年|逐月|逐季|年年|连年|连续|节节|持续|一直|\b(steadily|every year|year after year|continuously)\b`)
	change = regexp.MustCompile(`(?i)增|减|升|降|涨|跌|变化|同比|环比|growth|change|increase|decrease`)
)

// trendContradicted holds words of rise and fall in titles and notes against the
// values over time, and those of an annotation against the step to its category.
func trendContradicted(v *view) {
	at, ok := notation.Times(v.names)
	if !ok || len(at) < 2 {
		return
	}
	for _, text := range v.Spec.Texts() {
		if text == v.Spec.Note && !steady.MatchString(text.V) && !v.mentions(text.V) {
			continue
		}
		if dir := direction(text.V); dir != 0 && v.never(at, dir, steady.MatchString(text.V)) {
			v.warn(text, "%s, and the values do not", text.V)
			return
		}
	}
	for _, a := range v.Spec.Annotations {
		i := slices.Index(v.names, a.At.V)
		if dir := direction(a.Text.V); dir != 0 && i >= 0 && v.neverAt(at, i, dir) {
			v.warn(a.Text, "%s at %s, and the values do not", a.Text.V, a.At.V)
		}
	}
}

// mentions reports whether a text names a measure of the figure.
func (v *view) mentions(text string) bool {
	return slices.ContainsFunc(v.runs, func(r run) bool { return r.measure != "" && strings.Contains(text, r.measure) })
}

// direction is 1 for words of a rise, -1 for those of a fall, 0 for both or none.
func direction(text string) int {
	up, down := rises.MatchString(text), falls.MatchString(text)
	switch {
	case up == down:
		return 0
	case up:
		return 1
	}
	return -1
}

// never reports whether no series moves that way: from the first time to the last,
// or in the last step; in every step where the words are about all. What is itself
// a change is no matter of direction.
func (v *view) never(at []int, dir int, steadily bool) bool {
	some := false
	for _, r := range v.runs {
		values := r.inTime(at)
		if len(values) < 2 {
			continue
		}
		n := len(values) - 1
		moves := (values[n]-values[0])*float64(dir) > 0 || (values[n]-values[n-1])*float64(dir) > 0
		for i := 1; steadily && i <= n; i++ {
			moves = moves && (values[i]-values[i-1])*float64(dir) >= 0
		}
		if moves || change.MatchString(r.measure) {
			return false
		}
		some = true
	}
	return some
}

// neverAt reports whether no series moves that way to the value at a category: from
// the time before, or from the first.
func (v *view) neverAt(at []int, i, dir int) bool {
	some := false
	for _, r := range v.runs {
		upTo := slices.Clone(at)
		one := run{values: slices.Clone(r.values)}
		for j := range upTo {
			if at[j] > at[i] {
				one.values[j] = series.Value{}
			}
		}
		values := one.inTime(upTo)
		if len(values) < 2 || r.values[i].Kind != series.Number {
			continue
		}
		n := len(values) - 1
		if (values[n]-values[0])*float64(dir) > 0 || (values[n]-values[n-1])*float64(dir) > 0 || change.MatchString(r.measure) {
			return false
		}
		some = true
	}
	return some
}

// inTime are the known values of a run from the earliest to the latest.
func (r run) inTime(at []int) []float64 {
	var order []int
	for i, v := range r.values {
		if v.Kind == series.Number {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return at[a] - at[b] })
	var values []float64
	for _, i := range order {
		values = append(values, r.values[i].Num)
	}
	return values
}
