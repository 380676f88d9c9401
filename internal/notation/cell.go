package notation

import (
	"strings"

	"charts/internal/regexp"
)

// Missing reports whether a cell says that there is no value: it is empty, a
// stroke or dots of one of the kinds that reports use, or n/a. Words such as 无
// and 待查 are texts: they may say zero, or later.
func Missing(cell string) bool {
	if cell != "" && (cell[0] >= '0' && cell[0] <= '9' || cell[0] >= 0xe4 && cell[0] <= 0xe9) {
		return false // most cells by far: digits and Chinese characters
	}
	switch s := Fold(cell); strings.ToLower(s) {
	case "n/a", "#n/a":
		return true
	default:
		return strings.Trim(s, "—–-−－―─/／…") == "" || s == "..."
	}
}

// Gap reports whether a cell says, among numbers, that there is none: as [Missing]
// does, and by what is a text among names: NA may be Namibia.
func Gap(cell string) bool {
	return Missing(cell) || len(cell) <= maxGap && !BeginsWithDigit(cell) && gap.MatchString(Fold(cell))
}

// maxGap is more bytes than such a cell has.
const maxGap = 16

// A flag behind the colon of Eurostat says why there is no number.
var gap = regexp.MustCompile(`^(?:(?i:na|n\.a\.?|n\.?d\.?|nan|null|none|nil)|\.|\.\.|:[bcdefinprsuz]{0,3})$`)

// Unflagged is a number without the letters behind it with which statistics say how it
// was found: 3.6 b after a break, 12.3 (p), provisional.
func Unflagged(cell string) string {
	if cell == "" || cell[len(cell)-1] < 'a' && cell[len(cell)-1] != ')' {
		return cell // most cells
	}
	if m := flagged.FindStringSubmatch(cell); m != nil && Number(m[1]) {
		return m[1]
	}
	return cell
}

var flagged = regexp.MustCompile(`^(\S+)(?:\s+[bcdefinprsuz]{1,3}|\s*\([bcdefinprsuz]{1,3}\))$`)

// NotRead reports whether a cell holds, in place of its value, the formula that
// no program has worked out yet, or the error that it ended in. That is no
// missing value: there is one, and the file does not hold it.
func NotRead(cell string) bool {
	return cell != "" && (cell[0] == '=' || cell[0] == '#') && notRead.MatchString(cell)
}

var notRead = regexp.MustCompile(`^(?:=[+\-(]*["'$A-Za-z0-9_\p{Han}].*|#(?:REF!|DIV/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA))$`)

// None reports whether a cell that is not empty stands for no number: a mark for
// a missing value, or 无.
func None(cell string) bool {
	if cell != "" && cell[0] >= '0' && cell[0] <= '9' {
		return false
	}
	s := Fold(cell)
	return s != "" && (s == "无" || Missing(s))
}

// Total reports whether the name of a row says that the row adds up others:
// 合计, 总计, 学院小计, Total.
func Total(name string) bool {
	if len(name) >= maxTotal || !worded(name) || !strings.ContainsAny(name, "总總共合小tTaAｔＴ") {
		return false
	}
	return total.MatchString(Fold(name)) || everyone.MatchString(name)
}

// worded reports whether a text has letters that a sum may be named with; most cells
// are numbers.
func worded(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= 0x80 || c|0x20 == 't' || c|0x20 == 'a' {
			return true
		}
	}
	return false
}

// Subtotal reports whether a sum is one of a group, wherever it stands: 小计.
func Subtotal(name string) bool { return subtotal.MatchString(Fold(name)) }

var subtotal = regexp.MustCompile(`^(?:小[计計]|(?i:sub-?totals?))[:：]?$`)

// Mean reports whether the name of a row says that the row is an average of others:
// 平均, 全校平均值, Median.
func Mean(name string) bool { return mean.MatchString(Fold(name)) }

var mean = regexp.MustCompile(`^(?:.{0,6}(?:平均|均值|均数|中位)(?:值|数|分|水平)?|(?i:(?:overall |grand )?(?:mean|average|avg\.?|median)))$`)

// Part is what a name says behind the words that make it a part of the row or the
// column in front: 其中：女生, of which women.
func Part(name string) (own string, ok bool) {
	if m := partForm.FindStringSubmatch(name); m != nil {
		return m[1], true
	}
	return "", false
}

var partForm = regexp.MustCompile(`^\s*(?:其\s*中|(?i:(?:of (?:which|whom|these)|thereof)\b))\s*[:：,，]?\s*(.*?)\s*$`)

// maxTotal is more bytes than the name of a sum has.
const maxTotal = 60

var total = regexp.MustCompile(`^(?:[总總][计計]|共[计計]|[总總]和|[总總][数數]|全.{1,3}[总總][计計]|.{0,6}(?:合[计計]|小[计計])|.{0,20}汇总|(?i:(?:grand|sub)?-?totals?|overall))(?:[（(].{1,3}[）)])?[:：]?$`)

// everyone is a sum that says of what it is one.
var everyone = regexp.MustCompile(`^\s*(?i:all(?: (?:ages|sexes|persons|people|students|pupils|staff|employees|workers|households|regions|areas|countries|` +
	`industries|sectors|subjects|programs|programmes|schools|colleges|faculties|departments|institutions|universities|types|groups|levels|items|categories))?)\s*$`)

// Whole reports whether a name is one of what others are parts of, also where it
// names no row of totals: 总人数, 全部, 全校, overall.
func Whole(name string) bool { return Total(name) || whole.MatchString(Fold(name)) }

var whole = regexp.MustCompile(`(?i)(总数|总人数|总量|总额|总计|合计)$|^(全部|所有|全校|总)|^(all|overall|total)`)
