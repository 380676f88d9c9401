package draft

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"charts/internal/notation"
	"charts/internal/quantity"
	"charts/internal/regexp"
)

// unnamed is the name of a number that nothing names, in Chinese and in English.
const (
	unnamed        = "数值"
	englishUnnamed = "value"
)

// A measure is what a number seems to measure, or how much that changed.
type measure struct {
	name   string
	change bool
}

// measures are what the numbers of a sentence seem to measure. One that nothing
// names is the next of an enumeration, or a change of the one before it.
func measures(sentence string, values []quantity.Match) []measure {
	out := make([]measure, len(values))
	from, chinese := 0, isChinese(sentence)
	for i, m := range values {
		before, after := sentence[from:m.Start], sentence[m.End:min(len(sentence), m.End+maxAfter)]
		name := measureOf(before, after, m.Unit)
		out[i] = measure{name, change.MatchString(name)}
		if by := changeIn(before); i > 0 && (name == unnamed || letters(name) == 0 || out[i].change || !chinese && by != "") {
			out[i] = measure{out[i-1].name + by, by != ""}
		}
		from = m.End
	}
	return out
}

// maxAfter is how many bytes behind a number may say what it counts.
const maxAfter = 600

// changeIn is the word between two numbers that makes the second the change of the
// first, or "".
func changeIn(between string) string {
	if m := englishChange.FindStringSubmatch(between); m != nil {
		return " " + strings.ToLower(strings.Join(m[1:], ""))
	}
	return changes.FindString(between)
}

func isChinese(s string) bool { return strings.ContainsFunc(s, isHan) }

// measureOf is what a number between two texts seems to measure: what a counter
// counts right behind it, or the words before it.
func measureOf(before, after string, unit quantity.Unit) string {
	if !isChinese(before) && !isChinese(after) {
		return cmp.Or(subjectOf(before), countedBy(strings.TrimPrefix(after, " of")), unit.Name, englishUnnamed)
	}
	if unit.Simple() && !unit.Plain() {
		if name := nounBehind(after); name != "" {
			return name
		}
	}
	if name := nameBefore(before); utf8.RuneCountInString(name) > 1 {
		return name
	}
	return unnamed
}

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

// change is what a clause says that only tells how a number changed: 较上年提高.
var change = regexp.MustCompile(`^(?:同比|环比|(?:较|相?比)(?:上年|去年|上一年|上届|前一年)(?:末|底|同期)?(?:` + changing + `)?|(?:较|相?比|同比|环比)?(?:上年|去年|上一年|上届|前一年)?(?:同期)?(?:` + changing + `))了?$`)

const changing = `增加|增长|上升|提高|提升|减少|下降|降低`

var changes = regexp.MustCompile(changing)

// englishChange is what is between a number and the one that tells how it changed.
var englishChange = regexp.MustCompile(`^[^.;]{0,40}\b(?i:(up|down)|an? (increase|decrease|rise|fall|gain|drop|growth|decline) of|((?:increas|decreas)ed|grew|rose|fell) by) (?:by |about |nearly |some )?$`)

// doing are words of doing, before which a noun ends, and adverbs and particles
// that begin none.
var doing = regexp.MustCompile(`参加|参与|参赛|获|荣获|完成|开展|制定|协同|进行|通过|进入|入选|组成|共同|来自|分别|均|已|正在|就业|升学|选择|考取|从事|前往|赴|实现|` +
	`签订|签约|接受|提供|覆盖|服务于|面向|用于|投入|同比|比上|较|被|并|与|和|及|或|以及|为|是|有|达|占|到|以上|以下|左右|其中|[在将](?:[^校读册编职岗]|$)`)

// nounBehind is the noun that follows a counter at once: 27 个省份. It ends at a
// sign, a digit, a blank or a word of doing.
func nounBehind(after string) string {
	if n := strings.IndexFunc(after, func(r rune) bool { return !unicode.IsLetter(r) && !notation.Blank(r) }); n >= 0 {
		after = after[:n]
	}
	s := notation.Fold(after)
	if at := doing.FindStringIndex(s); at != nil {
		s = s[:at[0]]
	}
	s = strings.TrimSuffix(s, "的")
	if i := strings.LastIndex(s, "的"); i >= 0 {
		s = s[i+len("的"):]
	}
	if n := utf8.RuneCountInString(s); n < 2 || n > maxNoun || !strings.ContainsFunc(s, isHan) {
		return ""
	}
	return s
}

// maxNoun is how many characters a noun behind a counter has at most; more are a
// clause.
const maxNoun = 16

// Words that are between a name and its number, or before a name.
var (
	verbs    = regexp.MustCompile(`(?:分别|已经|已|仅|共计|共有|共|总计|合计|达到了|达到|达|超过|约为|约|近|为|是|有|占比|占|增加到|增加了|增加|减少到|减少|提高到|提升到|提升|增长|下降|较|完成|实现|:|：|=|了)+$`)
	deeds    = regexp.MustCompile(`组成|荣获|获批立项|获得|获批|累计参与|累计|新增|引进|招收|聘请|招聘|发布|成功举办|举办|现有|拥有|建有|建成|开设|提供|投入|设立`)
	openings = regexp.MustCompile(`^(?:其中|截至目前|截至|全年|同时|此外|另有|另外|以及|和|与|及|并|的|我校|学校|学院|共|年|届|级|学年|度|末|底)+`)
)

// nameBefore guesses the name of a number from the words in front of it, back to
// a sign or a digit; of a long clause what is behind its last 的.
func nameBefore(words string) string {
	s := notation.Fold(words)
	s = strings.TrimRightFunc(s, func(r rune) bool { return !isHan(r) && !unicode.IsLetter(r) })
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(",，。;；:：、（）()“”\"《》!！?？", r) }) {
		s = part
	}
	if digits := strings.LastIndexAny(s, "0123456789"); digits >= 0 {
		s = s[digits+1:]
	}
	s = openings.ReplaceAllString(verbs.ReplaceAllString(s, ""), "")
	if all := deeds.FindAllStringIndex(s, -1); all != nil {
		if rest := s[all[len(all)-1][1]:]; utf8.RuneCountInString(rest) > 1 { // what was done
			s = strings.TrimLeft(rest, "了的")
		}
	}
	s = strings.TrimSuffix(s, "的")
	if i := strings.LastIndex(s, "的"); i >= 0 && utf8.RuneCountInString(s) > maxName {
		s = s[i+len("的"):]
	}
	s = strings.Map(func(r rune) rune {
		if isHan(r) || unicode.IsLetter(r) {
			return r
		}
		return -1
	}, s)
	return cmp.Or(s, unnamed)
}

// maxName is how many characters of a clause are a name as they stand.
const maxName = 12

// An English number is that of the subject of its clause, or counts what comes
// after it, up to a word of grammar.
var (
	subject = regexp.MustCompile(`([\pL][\pL’' -]*?) (?:is|was|are|were|has been|have been|reached|numbers?|totall?ed|stood at|stands at|amounted to|(?:rose|fell|grew|increased|decreased|dropped|improved|declined) (?:to|by)|averaged|exceeded)(?: \pL+ly)? ?[$£€¥]?$`)
	article = regexp.MustCompile(`^(?i:the|a|an|its|our|their|and|but|while|with|in all|total of)\s`)
	phrase  = regexp.MustCompile(`^[^,.;:(]{0,80}?(?:$|[,.;:(]|\s(?:with|in|of|to|for|from|by|at|who|that|donated|valued)\b)`)
	grammar = regexp.MustCompile(`^(?:with|in|of|to|for|from|by|at|who|that|donated|valued)$`)
)

// subjectOf is the subject of the clause that ends with its verb before a number.
func subjectOf(before string) string {
	m := subject.FindStringSubmatch(tail(before, maxSubject))
	if m == nil || m[1] == "There" || m[1] == "there" {
		return ""
	}
	s := m[1]
	for _, and := range []string{" and ", " while ", " whereas "} {
		if i := strings.LastIndex(s, and); i >= 0 {
			s = s[i+len(and):]
		}
	}
	for article.MatchString(s) {
		s = article.ReplaceAllString(s, "")
	}
	return strings.TrimSpace(s)
}

// maxSubject is how many bytes before its number a subject begins at most.
const maxSubject = 100

// countedBy are the words behind an English number, up to a noun in the plural.
func countedBy(after string) string {
	var words []string
	for _, word := range strings.Fields(phrase.FindString(after)) {
		word = strings.Trim(word, ",.;:()")
		if word == "" || grammar.MatchString(word) || len(words) == maxWords {
			break
		}
		words = append(words, strings.Trim(word, "’'"))
		if strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss") && !strings.ContainsAny(word, "’'") {
			break
		}
	}
	return strings.TrimSuffix(strings.Join(words, " "), " and")
}

// maxWords is how many words name what an English number counts.
const maxWords = 7
