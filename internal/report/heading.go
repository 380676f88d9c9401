package report

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"charts/internal/notation"
	"charts/internal/regexp"
)

// The levels of headings, outer first. A report numbers its sections 2.9.1, or
// 一、 （一） 1. （1）, or mixes them.
const (
	levelChinese    = iota // 一、 and 第一章
	levelParen             // （一）
	levelDecimal           // 1. and 2.9.1
	levelParenDigit        // （1）
	levels
)

var headingForms = [levels]*regexp.Regexp{
	levelChinese:    regexp.MustCompile(`^(?:第([一二三四五六七八九十]+)[章节部分]+\s*|([一二三四五六七八九十]+)\s*[、．.]\s*)(\S.*)$`),
	levelParen:      regexp.MustCompile(`^[（(]\s*([一二三四五六七八九十]+)\s*[)）]()\s*(\S.*)$`),
	levelDecimal:    regexp.MustCompile(`^(\d{1,2}(?:\.\d{1,2})*)()(\s*[.．、]?\s*[\p{L}“《（("].*|(?:\s*[.．、]\s*|\s+)\d{4}\D.*)$`),
	levelParenDigit: regexp.MustCompile(`^[（(]\s*(\d{1,2})\s*[)）]()\s*(\S.*)$`),
}

// A numbering is where the reader of the lines stands among the sections.
type numbering [levels]string

// heading reads s as the next heading, and moves the numbering on. A number
// that does not follow on from the one before is no heading, but a sentence
// that happens to begin with a number.
func (n *numbering) heading(s string) (number, title string, ok bool) {
	if !headingLike(s) {
		return "", "", false
	}
	if title, ok := unnumbered[notation.Fold(s)]; ok {
		*n = numbering{levelChinese: title}
		return title, title, true
	}
	for level, form := range headingForms {
		m := form.FindStringSubmatch(s)
		if m == nil {
			continue
		}
		own := m[1] + m[2]
		if level == levelDecimal && !follows(n[level], own) {
			return "", "", false
		}
		n.enter(level, own)
		return n.String(), strings.TrimLeft(m[3], " .．、"), true
	}
	return "", "", false
}

// unnumbered are the sections that stand without a number.
var unnumbered = map[string]string{"前言": "前言", "附表": "附表", "附录": "附录", "附件": "附件"}

// headingLike rules out what is too long for a heading or ends like a sentence.
func headingLike(s string) bool {
	if len(s) > 60*utf8.UTFMax {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(s)
	return utf8.RuneCountInString(s) <= 60 && !strings.ContainsRune("。！？；;，,：:、", last) && !strings.Contains(s, "。")
}

func (n *numbering) enter(level int, own string) {
	if level > levelChinese && unnumbered[n[levelChinese]] != "" {
		n[levelChinese] = ""
	}
	n[level] = own
	for i := level + 1; i < levels; i++ {
		n[i] = ""
	}
}

// String joins the numbers of the levels: "2.9.1", "三.二.1".
func (n numbering) String() string {
	var parts []string
	for _, s := range n {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, ".")
}

// maxSkip is how many numbers a report may leave out between two headings.
const maxSkip = 5

// follows reports whether a decimal number can come after another.
func follows(last, next string) bool {
	a, b := strings.Split(last, "."), strings.Split(next, ".")
	for i, s := range b {
		x := 0
		if i < len(a) {
			x, _ = strconv.Atoi(a[i])
		}
		y, _ := strconv.Atoi(s)
		if y != x {
			return y > x && y <= x+maxSkip
		}
	}
	return false
}
