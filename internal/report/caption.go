package report

import (
	"slices"
	"strings"
	"unicode/utf8"

	"charts/internal/notation"
	"charts/internal/regexp"
)

// captionKinds are the words that a caption begins with.
var captionKinds = []string{"附表", "附图", "图", "表", "案例"}

// A captionForm takes the number and the title behind the kind. Of 表12022-2023年 the
// number is 1: a year that is glued to it belongs to the title. Chinese numbers
// need something between them and the title, since 表一 may begin a sentence.
var (
	captionForm    = regexp.MustCompile(`^(\d{1,3}(?:(?:\s?[-－–]\s?|\.)\d{1,2})*)(\D.*|)$`)
	captionYear    = regexp.MustCompile(`^(\d{1,2}(?:\s?[-－–]\s?\d{1,2})?)[.．:：、]?(20\d\d\D.*)$`)
	captionChinese = regexp.MustCompile(`^([一二三四五六七八九十]{1,3})([\s:：、.．].*|)$`)
	captionBracket = regexp.MustCompile(`^[（(](\d{1,3}|[一二三四五六七八九十]{1,3})[)）](.*)$`)
)

// captionEnglish needs a capital after the number, or a mark between the two: of
// “Table 1 shows” nothing is a caption.
var captionEnglish = regexp.MustCompile(`^(?i:(table|tab\.|figure|fig\.?))\s*((?:[A-Z][-–.]?)?\d{1,3}(?:[-–.]\d{1,2})*|[IVX]{1,4})((?:\s*[.:：–—|-]\s*|\s+)["“(]?[\p{Lu}\p{Han}\d].*|)$`)

// The length of a caption in characters; longer ones are sentences about a table.
// English words take more of them.
const (
	maxCaption        = 90
	maxCaptionEnglish = 200
)

// parseCaption reads s as the caption of a figure, a table or a case.
func parseCaption(s string) (label, title string, ok bool) {
	if s != "" && s[0] < utf8.RuneSelf {
		return parseEnglishCaption(s)
	}
	if !mayBeCaption(s) || len(s) > maxCaption*utf8.UTFMax || utf8.RuneCountInString(s) > maxCaption || strings.ContainsAny(s, "。；！？") {
		return "", "", false
	}
	i := slices.IndexFunc(captionKinds, func(kind string) bool { return strings.HasPrefix(s, kind) })
	if i < 0 {
		return "", "", false
	}
	rest := narrowDigits(strings.TrimLeft(s[len(captionKinds[i]):], " \t\n\f\r"))
	m := captionOf(rest)
	if m == nil {
		return "", "", false
	}
	return captionKinds[i] + " " + strings.Join(strings.Fields(m[1]), ""), closeLetters(strings.TrimLeft(m[2], " 　.．:：、")), true
}

// captionOf are the parts of what stands behind the kind: its number and its title.
func captionOf(s string) (m []string) {
	switch first, _ := utf8.DecodeRuneInString(s); {
	case first >= '0' && first <= '9':
		if strings.Contains(s, "20") {
			m = captionYear.FindStringSubmatch(s)
		}
		if m == nil {
			m = captionForm.FindStringSubmatch(s)
		}
	case first == '(' || first == '（':
		m = captionBracket.FindStringSubmatch(s)
	case strings.ContainsRune("一二三四五六七八九十", first):
		m = captionChinese.FindStringSubmatch(s)
	}
	return m
}

// parseEnglishCaption reads Table 2. Degrees by college; a full stop at the end
// makes it a sentence.
func parseEnglishCaption(s string) (label, title string, ok bool) {
	if !strings.ContainsRune("TtFf", rune(s[0])) || len(s) > maxCaptionEnglish {
		return "", "", false
	}
	m := captionEnglish.FindStringSubmatch(s)
	if m == nil || strings.HasSuffix(m[3], ".") && strings.Contains(strings.TrimLeft(m[3], " .:：–—|-"), " ") {
		return "", "", false
	}
	kind := strings.TrimSuffix(strings.ToLower(m[1]), ".")
	switch kind {
	case "fig":
		kind = "figure"
	case "tab":
		kind = "table"
	}
	return strings.ToUpper(kind[:1]) + kind[1:] + " " + m[2], strings.TrimLeft(m[3], " .:：–—|-"), true
}

// narrowDigits makes the number of a caption one of ASCII digits: 表１.
func narrowDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '０' && r <= '９' {
			return notation.Narrow(r)
		}
		return r
	}, s)
}

// closeLetters joins a title of which every letter stands apart: 计 分 卡.
func closeLetters(s string) string {
	fields := strings.FieldsFunc(s, notation.Blank)
	single := 0
	for _, f := range fields {
		if utf8.RuneCountInString(f) == 1 {
			single++
		}
	}
	if len(fields) < 3 || 5*single < 4*len(fields) {
		return s
	}
	var b strings.Builder
	last := ""
	for _, f := range fields {
		if utf8.RuneCountInString(last) > 1 && utf8.RuneCountInString(f) > 1 {
			b.WriteByte(' ')
		}
		b.WriteString(f)
		last = f
	}
	return notation.Squeeze(b.String())
}

// mayBeCaption looks at the first character only.
func mayBeCaption(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("表图附案", first)
}

// isTableLabel tells 表 6 and 附表 2 from 图 1 and 案例 3.
func isTableLabel(label string) bool {
	return slices.ContainsFunc([]string{"表", "附表", "Table"}, func(kind string) bool { return strings.HasPrefix(label, kind+" ") })
}
