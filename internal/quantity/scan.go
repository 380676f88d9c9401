package quantity

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"charts/internal/regexp"
)

// A Match is a quantity in a longer text, with its place in bytes.
type Match struct {
	Quantity
	Start, End int
}

// Parse reads a text that is one quantity and nothing else. Alone it may also be
// written with a power of ten, as spreadsheets do: 4.20E-04.
func Parse(text string) (Quantity, bool) {
	trimmed := strings.TrimSpace(text)
	if q, ok := plain(trimmed); ok {
		return q, true
	}
	for _, m := range lead(newSource(trimmed, typeset)) {
		if m.End == len(trimmed) {
			return m.Quantity, true
		}
	}
	return scientific(trimmed)
}

// Lead gives the quantities that the text begins with, the longest first: 近 3000
// 人次以上, then without 以上, without the unit.
func Lead(text string) []Match { return lead(newSource(text, anyBlank)) }

func lead(s source) []Match {
	forms := scan(s.folded)
	matches := make([]Match, len(forms))
	for i, f := range forms {
		matches[i] = s.match(0, f)
	}
	return matches
}

// Find gives the quantities of a sentence in their order, each as long as it can
// be. A Chinese number counts only with a unit or a qualifier: 十余, 三家, but
// not the 一 of 一是. An ordinal (第 3 名) and half of a fraction are none.
func Find(text string) []Match {
	s := newSource(text, anyBlank)
	var found []Match
	end := 0 // of the last one; a sign right behind it joins the two
	for i := 0; i < len(s.folded); {
		r, size := utf8.DecodeRuneInString(s.folded[i:])
		if r > 0x7f && !(beginning[r&0xff] && beginners[r]) { // most of a text
			i += size
			continue
		}
		f, ok := first(s.folded, i)
		if c := s.folded[i]; (c == '-' || c == '+') && end > 0 && strings.TrimSpace(s.folded[end:i]) == "" {
			ok = false
		}
		if ok {
			found = append(found, s.match(i, f))
			i += f.end
			end = i
			continue
		}
		i += skip(s.folded[i:])
	}
	return found
}

// beginners are the characters beyond ASCII that a quantity can begin with.
var beginners = func() map[rune]bool {
	set := map[rune]bool{}
	for _, word := range slices.Concat(before, currencies, strings.Split(chineseDigits+chineseScales+"零两", "")) {
		set[firstRune(word)] = true
	}
	for word := range fractions {
		set[firstRune(word)] = true
	}
	return set
}()

// beginning are the last bits of the beginners, which are looked up sooner.
var beginning = func() (bits [256]bool) {
	for r := range beginners {
		bits[r&0xff] = true
	}
	return bits
}()

// first is the longest quantity at byte i, when one can begin there.
func first(s string, i int) (form, bool) {
	if !begins(s[i]) || i > 0 && (letter(s[i-1]) || digit(s[i-1]) || s[i-1] == '_') || partial(s[:i]) || inWord(s, i) {
		return form{}, false
	}
	for _, f := range scan(s[i:]) {
		if f.words && vague(s[:i]) {
			continue
		}
		if !f.words || f.unit.Name != "" || f.qualifier != "" {
			return f, true
		}
	}
	return form{}, false
}

// begins reports whether a quantity can begin with a byte: no blank or punctuation.
func begins(c byte) bool {
	return c >= utf8.RuneSelf || digit(c) || letter(c) || strings.IndexByte("+-$<>", c) >= 0
}

// partial reports whether what follows s only places something, or is the
// second half of a fraction.
func partial(s string) bool {
	s = strings.TrimRight(s, " ")
	return strings.HasSuffix(s, "第") || strings.HasSuffix(s, "分之")
}

// inWord reports whether what looks like a qualifier at byte i ends another word:
// 签约 300 家, 节约 20 万元, 附近 3 个.
func inWord(s string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	switch {
	case strings.HasPrefix(s[i:], "约"):
		return strings.ContainsRune("签预合条公节违契履", r)
	case strings.HasPrefix(s[i:], "近"):
		return strings.ContainsRune("附最临邻靠走", r)
	}
	return false
}

// vague reports whether a Chinese number after s counts nothing (数十, 几百) or is
// the rest of one that could not be read.
func vague(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune("数几"+chineseDigits+chineseScales, r)
}

// skip is the length of what cannot begin a quantity: a run of letters, digits,
// points and colons such as 2.9.1 or 12:30, or one other rune.
func skip(s string) int {
	n := 0
	for n < len(s) && (letter(s[n]) || digit(s[n]) || n > 0 && (s[n] == '.' || s[n] == ':')) {
		n++
	}
	if n == 0 {
		_, n = utf8.DecodeRuneInString(s)
	}
	return n
}

// A form is one reading of the beginning of a text.
type form struct {
	value     decimal.Decimal
	decimals  int
	unit      Unit
	qualifier string
	currency  string // the unit that the sign before the number means
	words     bool   // the number is in Chinese characters
	end       int    // in bytes
}

// currencies are the signs that are before a number, and their units.
var (
	currencies    = []string{"US$", "RMB ¥", "RMB", "¥", "$"}
	currencyUnits = map[string]string{"US$": "美元", "$": "美元", "¥": "元", "RMB": "元", "RMB ¥": "元"}
)

// englishMoney are the units of currencies behind English scales.
var englishMoney = map[string]string{"美元": "US dollars", "元": "yuan"}

// paid gives forms with at most a scale the unit of the sign before them, and
// keeps none of the others.
func paid(forms []form) (kept []form) {
	for _, f := range forms {
		name := f.unit.Name + f.currency
		if f.unit.Name != "" && letter(f.unit.Name[0]) { // million
			name = f.unit.Name + " " + englishMoney[f.currency]
		}
		if u, ok := UnitOf(name); ok && f.unit.Plain() {
			f.unit = u
			kept = append(kept, f)
		}
	}
	return kept
}

func blankBetween(a, b string) string {
	if a != "" && b != "" && letter(a[len(a)-1]) {
		return " "
	}
	return ""
}

// before and after are the qualifiers, longer ones first where one begins the
// other.
var (
	before = []string{"大约", "不超过", "未超过", "不高于", "不大于", "不小于", "超过", "将近", "接近", "不少于", "不低于", "低于", "高于", "不足",
		"不到", "至少", "至多", "最多", "多达", "约", "近", "超", "逾", "上", "≥", "≤", ">", "<",
		"no more than ", "no less than ", "no fewer than ", "not more than ", "more than ", "less than ", "fewer than ", "at least ", "at most ",
		"over ", "under ", "about ", "nearly ", "approximately ", "around ", "almost ", "up to ",
		"roughly ", "some ", "an estimated ", "close to ", "just over ", "just under ", "well over ", "as many as ", "above ", "below ", "in excess of "}
	after = []string{"以上", "以下", "以内", "左右", "上下", "余", "多"}
)

// scan reads a quantity at the beginning of folded text in all ways, the longest
// first.
func scan(s string) []form {
	q := prefix(s, before)
	i := len(q)
	if q != "" {
		i += blanks(s[i:])
	}
	sign := prefix(s[i:], currencies)
	if i += len(sign); sign != "" {
		i += blanks(s[i:])
	}
	f, ok := number(s[i:], q != "")
	if !ok || q == "上" && !f.words || sign != "" && f.unit.Name != "" {
		return nil
	}
	f.qualifier, f.currency = strings.TrimSpace(q), currencyUnits[sign]
	f.end += i
	forms := append(make([]form, 0, 3), f)
	for _, step := range steps(f) {
		if g, ok := step(s, f); ok {
			f = g
			forms = append(forms, f)
		}
	}
	if sign != "" {
		forms = paid(forms)
	}
	slices.Reverse(forms)
	return slices.DeleteFunc(forms, func(f form) bool { return torn(s, f.end) })
}

// A step reads a little more of s than a form does.
type step func(s string, f form) (form, bool)

// steps are what may follow a number: scales, 余 or 多, a unit, 以上.
func steps(f form) []step {
	switch f.unit.Dimension {
	case Ratio:
		return nil
	case Percent: // 百分之九十
		return []step{closing}
	}
	return []step{scaled, within, scaled, counted, tenths, per, closing}
}

// torn reports whether a number would end inside a longer word or number: the 1
// of 1e5, of 1.2.3, of 12:30.
func torn(s string, end int) bool {
	if end == len(s) || !digit(s[end-1]) {
		return false
	}
	if end+1 < len(s) && digit(s[end+1]) && (s[end] == '.' || s[end] == ':') {
		return true
	}
	return letter(s[end]) || digit(s[end])
}

// scaled reads scales: 万, 百万, million.
func scaled(s string, f form) (form, bool) {
	i := f.end + blanks(s[f.end:])
	if unitAt(s[i:]) != "" {
		return f, false
	}
	run := scalesAt(s[i:])
	return f.with(run, i+len(run))
}

// within reads a qualifier between digits and unit: 550 余项, 5000+.
func within(s string, f form) (form, bool) {
	i := f.end + blanks(s[f.end:])
	q := prefix(s[i:], []string{"余", "多", "来"})
	if i == f.end && strings.HasPrefix(s[i:], "+") && plus.MatchString(firstBytes(s[i:])) {
		q = "+"
	}
	f.qualifier += q
	f.end = i + len(q)
	return f, q != ""
}

// plus is a + that qualifies the number before it, not that of 1+X.
var plus = regexp.MustCompile(`^\+(?:[^0-9A-Za-z]|$)`)

// counted reads a unit.
func counted(s string, f form) (form, bool) {
	i := f.end + blanks(s[f.end:])
	unit := unitAt(s[i:])
	if unit == "成" && !f.words || idiom(s[:f.end], unit) { // 2023 成立
		return f, false
	}
	return f.with(unit, i+len(unit))
}

// tenths reads what follows whole tenths: 两成半, 三成五.
func tenths(s string, f form) (form, bool) {
	r, size := utf8.DecodeRuneInString(s[f.end:])
	n := strings.IndexRune("一二三四五六七八九", r) / len("一")
	switch {
	case f.unit.Name != "成" || !f.words:
		return f, false
	case r == '半':
		n = 4
	case !strings.ContainsRune("一二三四五六七八九", r):
		return f, false
	}
	f.value, f.decimals, f.end = f.value.Add(decimal.New(int64(n+1), -1)), 1, f.end+size
	return f, true
}

// idiom reports whether a single Chinese digit and a unit make another word: 一起,
// 二元, 一类.
func idiom(number, unit string) bool {
	if len(number) > len("一") || unit == "" || digit(number[0]) {
		return false
	}
	return strings.Contains("起生元度处", unit) || number == "一" && strings.Contains("类期", unit)
}

// per reads the second half of a unit such as 元/生.
func per(s string, f form) (form, bool) {
	if f.unit.Plain() || !strings.HasPrefix(s[f.end:], "/") {
		return f, false
	}
	unit := unitAt(s[f.end+1:])
	if unit == "" {
		return f, false
	}
	return f.with("/"+unit, f.end+1+len(unit))
}

// closing reads 以上 and its like.
func closing(s string, f form) (form, bool) {
	i := f.end + blanks(s[f.end:])
	q := prefix(s[i:], after)
	f.qualifier += q
	f.end = i + len(q)
	return f, q != ""
}

// with is the form with more of its unit read, up to a byte.
func (f form) with(more string, end int) (form, bool) {
	if more == "" {
		return f, false
	}
	name := f.unit.Name
	if letter(more[0]) {
		name += blankBetween(name, more)
	}
	u, ok := UnitOf(name + more)
	if ok {
		f.unit, f.end = u, end
	}
	return f, ok
}

// scalesAt is the run of scales that s begins with.
func scalesAt(s string) string {
	i := 0
	for {
		_, n := scaleAt(s[i:])
		if n == 0 || i > 0 && unitAt(s[i:]) != "" { // 万千瓦时
			return s[:i]
		}
		i += n
	}
}

// prefix is what s begins with of some words, whose first letter may be a
// capital one.
func prefix(s string, words []string) string {
	for _, w := range words {
		if len(s) >= len(w) && (s[:len(w)] == w || letter(w[0]) && s[0]|0x20 == w[0] && s[1:len(w)] == w[1:]) {
			return s[:len(w)]
		}
	}
	return ""
}
