package report

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// captionForm takes the kind, the number and the rest. Of 表12022-2023年 the
// number is 1: a year that is glued to it belongs to the title.
var (
	captionForm = regexp.MustCompile(`^(附表|附图|图|表|案例)\s*(\d{1,3}(?:[-－–.]\d{1,2})*)(\D.*|)$`)
	captionYear = regexp.MustCompile(`^(附表|附图|图|表|案例)\s*(\d{1,2}(?:[-－–]\d{1,2})?)[.．:：、]?(20\d\d\D.*)$`)
)

// maxCaption is the length of a caption in characters; longer ones are
// sentences about a table.
const maxCaption = 90

// parseCaption reads s as the caption of a figure, a table or a case.
func parseCaption(s string) (label, title string, ok bool) {
	if !mayBeCaption(s) || len(s) > maxCaption*utf8.UTFMax || utf8.RuneCountInString(s) > maxCaption {
		return "", "", false
	}
	m := captionYear.FindStringSubmatch(s)
	if m == nil {
		m = captionForm.FindStringSubmatch(s)
	}
	if m == nil || strings.ContainsAny(s, "。；！？") {
		return "", "", false
	}
	return m[1] + " " + m[2], strings.TrimLeft(m[3], " 　.．:：、"), true
}

// mayBeCaption looks at the first character only.
func mayBeCaption(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("表图附案", first)
}

// isTableLabel tells 表 6 and 附表 2 from 图 1 and 案例 3.
func isTableLabel(label string) bool {
	return strings.HasPrefix(label, "表") || strings.HasPrefix(label, "附表")
}
