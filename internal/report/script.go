package report

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"charts/internal/message"
)

// A script fault is writing that a report of this kind does not use: what it
// says may be read wrong, and is flagged instead of guessed at.
var scriptFaults = []struct {
	found  func(s string) bool
	reason message.Format
}{
	{isDoubled, "the characters are printed twice; the numbers cannot be told and were left out"},
	{hasPinyin, "there is pinyin between the characters; the names are kept as printed"},
	{isTraditional, "the characters are traditional; names are not matched with simplified ones"},
	{hasUnknown, "the file does not say which characters stand where � is printed"},
}

// flagScript adds a doubt for each fault in the writing of a table. The values of
// doubled rows are left out: 1122 may be 12.
func flagScript(rows []gridRow, t *Table) {
	said := make([]bool, len(scriptFaults))
	for k, r := range rows {
		s := strings.Join(r.cells, "")
		for i, f := range scriptFaults {
			if !f.found(s) {
				continue
			}
			if !said[i] {
				said[i] = true
				t.Doubts = append(t.Doubts, Doubt{r.no, message.Of(f.reason)})
			}
			if i == 0 && k > 0 {
				dropValues(r.cells)
			}
		}
	}
}

// hasUnknown looks for what stands for a character that could not be read.
func hasUnknown(s string) bool { return strings.ContainsRune(s, utf8.RuneError) }

// isDoubled reports whether every Chinese character stands twice.
func isDoubled(s string) bool {
	var run []rune
	for _, r := range s {
		if unicode.Is(unicode.Han, r) {
			run = append(run, r)
		}
	}
	if len(run) < 4 || len(run)%2 > 0 {
		return false
	}
	for i := 0; i < len(run); i += 2 {
		if run[i] != run[i+1] {
			return false
		}
	}
	return true
}

// hasPinyin looks for letters with the marks of tones beside Chinese characters.
func hasPinyin(s string) bool {
	return toned.in(s) && strings.ContainsFunc(s, isHan)
}

var toned = newRuneSet("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ")

// isTraditional looks for common characters that were simplified.
func isTraditional(s string) bool {
	return traditional.in(s)
}

var traditional = newRuneSet("業專學畢單計總數師實訓資類獎門術應財經務導點")
