package grid

import (
	"strings"
	"unicode"

	"charts/internal/notation"
	"charts/internal/regexp"
)

// marks are what statistics print in the place of a value, besides the marks of a
// missing one.
var marks = map[string]bool{"x": true, "*": true, "c": true, "暂缺": true, "〃": true}

// isValue reports whether a text can stand in a column of values: a number with
// its signs and a short unit, or the mark of a missing one.
func isValue(s string) bool {
	if notation.None(s) || s != "" && notation.Gap(s) || marks[strings.ToLower(strings.TrimSpace(s))] {
		return true
	}
	digits, others := 0, 0
	for _, r := range s {
		switch {
		case unicode.IsDigit(r):
			digits++
		case unicode.IsLetter(r):
			others++
			if digits == 0 && others > 2 {
				return false
			}
		}
	}
	return digits > 0 && others <= max(2, digits) && !notation.Period(s) && startsLikeNumber(s) && !thousands.MatchString(s)
}

// startsLikeNumber reports whether a digit stands in front, behind signs.
func startsLikeNumber(s string) bool {
	s = strings.TrimLeft(strings.TrimPrefix(s, "+/-"), " +-−–—±<>≤≥~≈(（[$€£¥￥*")
	return s != "" && (s[0] >= '0' && s[0] <= '9' || s[0] == '.' || strings.IndexFunc(s, unicode.IsDigit) == 0)
}

// thousands is a unit that looks like a number: (000), (000 ecu), £000.
var thousands = regexp.MustCompile(`^[(£$€¥]*0{3}\b[^\d]*$`)

func isYear(s string) bool { return notation.MarkedYear(strings.TrimSpace(s)) }

// captionForm begins a line that belongs to no table: a caption, a source, a
// remark.
var captionForm = regexp.MustCompile(`^(?:(?i:table|tab\.|tableau|tabelle|figure|fig\.|chart|graph|annex|exhibit)\s*[\dA-Z]|(?:附表|附图|表|图|圖|续表)\s*[\d一二三四五六七八九十（(]|(?i:source|sources|note|notes|nb)\s*[:：.]|(?:资料来源|数据来源|来源|注|备注|说明)\s*\d*[:：]|[（(]?\s*单位\s*[:：])`)

func isCaption(s string) bool { return captionForm.MatchString(strings.TrimSpace(s)) }
