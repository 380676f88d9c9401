package table

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"charts/internal/message"
	"charts/internal/notation"
)

// flagScript adds doubts of writing that a report of this kind does not use: what
// it says may be read wrong, and is flagged instead of guessed at. The values of
// rows whose characters are printed twice are left out: 1122 may be 12.
func flagScript(rows []gridRow) {
	mixed := mixesScripts(rows)
	for k := range rows {
		r := &rows[k]
		if isDoubled(strings.Join(r.cells, "")) {
			r.undouble(k > 0)
			continue
		}
		for i, c := range r.cells {
			switch {
			case hasPinyin(c):
				r.doubt(i, message.Of("there is pinyin between the characters; they are kept as printed"), message.Data(strings.Map(hanOnly, c)))
			case mixed && Traditional.In(c):
				r.doubt(i, message.Of("the characters are traditional, and elsewhere in the table simplified; names are not matched"), message.Data(simplify.Replace(c)))
			case hasUnknown(c):
				r.doubt(i, message.Of("the file does not say which characters stand where � is printed"), message.Text{})
			}
		}
	}
}

// undouble doubts the cells of a row whose characters are printed twice, and
// leaves its values out.
func (r *gridRow) undouble(inBody bool) {
	for i, c := range r.cells {
		if c == "" {
			continue
		}
		r.doubt(i, message.Of("the characters are printed twice; the numbers cannot be told and were left out"), message.Data(halved(c)))
		if inBody && i > 0 && notation.Value(c) {
			r.cells[i] = ""
		}
	}
}

// halved is every other character.
func halved(s string) string {
	var half []rune
	for i, r := range []rune(s) {
		if i%2 == 0 {
			half = append(half, r)
		}
	}
	return string(half)
}

// isDoubled reports whether every Chinese character stands twice.
func isDoubled(s string) bool {
	var run []rune
	for _, r := range s {
		if unicode.Is(unicode.Han, r) {
			run = append(run, r)
		}
	}
	if len(run) < 4 || len(run)%2 > 0 || !slices.ContainsFunc(run, func(r rune) bool { return r != run[0] }) { // 2022年 2023年
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
	return toned.In(s) && strings.ContainsFunc(s, notation.Han)
}

// hasUnknown looks for what stands for a character that could not be read.
func hasUnknown(s string) bool { return strings.ContainsRune(s, utf8.RuneError) }

func hanOnly(r rune) rune {
	if notation.Han(r) {
		return r
	}
	return -1
}

var toned = notation.NewRuneSet("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ")

// Common characters that were simplified.
const (
	traditionalForms = "業專學畢單計總數師實訓資類獎門術應財經務導點"
	simplifiedForms  = "业专学毕单计总数师实训资类奖门术应财经务导点"
)

var (
	Traditional = notation.NewRuneSet(traditionalForms)
	simplified  = notation.NewRuneSet(simplifiedForms)
	simplify    = strings.NewReplacer(pairs(traditionalForms, simplifiedForms)...)
)

func pairs(from, to string) (all []string) {
	t := []rune(to)
	for i, r := range []rune(from) {
		all = append(all, string(r), string(t[i]))
	}
	return all
}

// mixesScripts reports whether a table has traditional and simplified characters.
func mixesScripts(rows []gridRow) bool {
	old, new := false, false
	for _, r := range rows {
		for _, c := range r.cells {
			old, new = old || Traditional.In(c), new || simplified.In(c)
		}
	}
	return old && new
}
