package quantity

import (
	"slices"
	"strings"
	"unicode/utf8"

	"charts/internal/regexp"
)

// Values gives the quantities of a sentence that say how much there is of
// something, without the numbers that name: years and dates, classes (2023 届),
// places in a rank, codes and slogans (“33618”, 1+X). An end of a range (3–5 年)
// has the sign of the range as its qualifier, and the unit of the other end where
// it has none.
func Values(text string) []Match {
	var values []Match
	for found := Find(text); len(found) > 0; {
		m := found[0]
		if sign := rangeSign(text, found); sign != "" {
			if low, high := ends(m, found[1], sign); !names(text, low, high) {
				values = append(values, low, high)
			}
			found = found[2:]
			continue
		}
		if !isName(text, m) {
			values = append(values, m)
		}
		found = found[1:]
	}
	return values
}

// rangeSigns join the ends of a range.
var rangeSigns = []string{"——", "-", "–", "—", "~", "～", "至", "到"}

// rangeSign is the sign that makes a range of the first two quantities, or "".
func rangeSign(text string, found []Match) string {
	if len(found) < 2 {
		return ""
	}
	a, b := found[0], found[1]
	sign := strings.TrimSpace(text[a.End:b.Start])
	if !slices.Contains(rangeSigns, sign) || !a.Unit.Plain() && a.Unit.Dimension != b.Unit.Dimension {
		return ""
	}
	return sign
}

func ends(low, high Match, sign string) (Match, Match) {
	if low.Unit.Name == "" {
		low.Unit = high.Unit
	}
	low.Qualifier += sign
	high.Qualifier += sign
	return low, high
}

// namingUnits belong to numbers that name a year, a class or a place in an order.
var namingUnits = strings.Fields("届 级 月 日 学年 年度")

// year reports whether a quantity is the name of a year.
func year(q Quantity) bool {
	n := q.Value.IntPart()
	return q.Decimals == 0 && 1900 <= n && n < 2100 && !isGrouped(q.Text) && (q.Unit.Name == "" || q.Unit.Name == "年")
}

// namingEnds are the characters beyond ASCII that namedBefore ends with.
const namingEnds = "“《—–表图例件号栏"

// Words around a number that make it a name. English months are before days.
var (
	namedBefore = regexp.MustCompile(`(?:[“"《_+*#@/]|\p{L}[-—–]|\d[-—–.]|(?i:\b(?:no\.?|top|grade|class|phase|section|chapter|line|page|table|figure|number)|` +
		`jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?) ?|(?:表|图|案例|附件|号|专栏) ?)$`)
	namedAfter  = regexp.MustCompile(`^(?:[-—–]\p{L}|\+[\dA-Za-z]| ?(?:号|强|计划|等奖)|[_@#]| ?(?i:st|nd|rd|th)\b)`)
	quotedAfter = regexp.MustCompile(`^[^“”"，。]{0,8}[”"》]`)
	enumerator  = regexp.MustCompile(`(?:^|[;；。:：,] ?| to | and )$`) // 1) … 2) …
	enumerated  = regexp.MustCompile(`^(?:[)）、]|\.\D)`)
)

// names reports whether a range, from one end to the other, names something.
func names(text string, low, high Match) bool {
	return slices.Contains(namingUnits, high.Unit.Name) || year(low.Quantity) || year(high.Quantity) ||
		namesBefore(lastBytes(text[:low.Start]), low) || namesAfter(firstBytes(text[high.End:]), high)
}

// wordsAround is how many bytes of text around a number can make it a name: more
// than the longest words that do.
const wordsAround = 64

func firstBytes(s string) string {
	n := min(len(s), wordsAround)
	for n < len(s) && n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

func lastBytes(s string) string {
	i := max(0, len(s)-wordsAround)
	for i < len(s) && !utf8.RuneStart(s[i]) {
		i++
	}
	return s[i:]
}

// isName reports whether a number of a text names something.
func isName(text string, m Match) bool {
	before, after := lastBytes(text[:m.Start]), firstBytes(text[m.End:])
	switch {
	case slices.Contains(namingUnits, m.Unit.Name), year(m.Quantity), namesAfter(after, m), code(m, before, after):
		return true
	case m.Unit.Name == "" && noteBefore.MatchString(before) && noteAfter.MatchString(after), m.Unit.Name == "周" && strings.HasPrefix(after, "年"):
		return true
	case m.Unit.Name == "" && enumerated.MatchString(after) && enumerator.MatchString(before):
		return true
	}
	return namesBefore(before, m)
}

// noteBefore and noteAfter are around the mark of a note: 总值[2].
var (
	noteBefore = regexp.MustCompile(`[^\s\[［〔][\[［〔]$`)
	noteAfter  = regexp.MustCompile(`^[\]］〕]`)
)

func namesBefore(before string, m Match) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(before, " "))
	if m.Unit.Dimension == Percent || last > 0x7f && !strings.ContainsRune(namingEnds, last) {
		return false
	}
	at := namedBefore.FindStringIndex(before)
	if at == nil {
		return false
	}
	r, _ := utf8.DecodeRuneInString(before[at[0]:])
	return m.Unit.Name == "" || !strings.ContainsRune("“\"表图案附号专", r)
}

// namesAfter also takes slogans in quotes: “四个自信”, “135”.
func namesAfter(after string, m Match) bool {
	if r := firstRune(m.Text); r > 0x7f && strings.ContainsRune(chineseDigits, r) || r == '两' {
		return quotedAfter.MatchString(after)
	}
	return m.Unit.Name == "" && (namedAfter.MatchString(after) || quotedAfter.MatchString(after))
}

// code reports whether a bare number is one: in brackets alone, a version (2.0),
// or with so many digits without groups as no amount has.
func code(m Match, before, after string) bool {
	if m.Unit.Name != "" || isGrouped(m.Text) {
		return false
	}
	return bracketed(before, after) || len(m.Value.String()) > 8 && m.Decimals == 0 || m.Decimals == 1 && m.Value.IsInteger()
}

// bracketed reports whether a number between two texts is in brackets alone.
func bracketed(before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	first := firstRune(after)
	return (last == '(' || last == '（') && (first == ')' || first == '）')
}
