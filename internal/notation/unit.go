package notation

import (
	"strings"
	"unicode/utf8"

	"charts/internal/regexp"
)

// units are what stands as a unit in the brackets of a header, where other
// brackets hold remarks such as （含实习）.
var units = regexp.MustCompile(`^(?:%|‰|[百千万亿]*(?:元|人|人次|人日|人天|个|项|门|种|本|册|部|篇|件|台|台套|套|场|次|期|家|所|间|处|名|位|分|天|日|周|月|年|岁|小时|学时|课时|学分|` +
	`平方米|平米|公里|米|亩|公顷|吨|点|座|支|班|班次|[GMK]bps|[GMT]B|㎡|m2|m²)(?:/[年月日天生人学期次台]+)?)$`)

// Unit reports whether a text is a unit that reports often print.
func Unit(s string) bool { return units.MatchString(Fold(s)) }

// UnitAlone reports whether a text that is where a unit may stand is one that
// needs no more evidence: one that reports often print, or one of English headers.
func UnitAlone(s string) bool { return Unit(s) || latinUnit(Fold(s)) }

// UnitRow counts the units of a row that holds nothing else but blanks: one at least
// needs no more evidence, and the others read like units.
func UnitRow(texts []string) (n int) {
	sure := false
	for _, t := range texts {
		switch t = strings.Trim(Fold(t), "()（）[]【】 "); {
		case t == "" || None(t):
		case UnitAlone(t):
			n, sure = n+1, true
		case len(t) > 1 && Measure(t):
			n++
		default:
			return 0
		}
	}
	if !sure {
		return 0
	}
	return n
}

// Measure reports whether a text that is no usual unit reads like one all the
// same: a measure word (盏), a unit of physics (千瓦时, mg/L, ℃), a currency.
func Measure(s string) bool {
	s = Fold(s)
	if latinUnit(s) {
		return true
	}
	one := large.ReplaceAllString(s, "$1")
	if r, size := utf8.DecodeRuneInString(one); size == len(one) {
		return r == '℃' || r == '°' || r == 'Ω' || r >= 0x4e00 && r < 0xa000 && !strings.ContainsRune(sorts, r)
	}
	return physics.MatchString(s) || measures.MatchString(s)
}

// sorts are the single characters that tell sorts of things apart, and count
// nothing.
const sorts = "男女内外上下前后左右东南西北中高初大小新旧老少多正副全半总净毛均本专硕博研师生校院系省市县区乡镇国甲乙丙丁戊己庚辛一二三四五六七八九十百千万亿文理工农医艺体"

var (
	large   = regexp.MustCompile(`^[十百千]?[万亿](\p{Han})$`) // of a measure word: 万头
	physics = regexp.MustCompile(`^(?:[kMGTmμµnc]?(?:W|Wh|V|A|Hz|g|m|L|l|J|Pa|N|K|Ω|s|min|dB|lx|lm|mol|B|b|bps|Bps|bit|cal|eV|t)|hm|km|ha|h|d|°C|ppm|ppb|rpm|pH|USD|EUR|JPY|GBP|HKD)(?:[23²³])?` +
		`(?:[/·.](?:[kmμµnc]?(?:g|m|L|l|s|A|K|W|mol)|h|min|d|hm|km|ha|人|年|月|日|天|次)[23²³]?)?$`)
	measures = regexp.MustCompile(`^(?:[十百千万亿毫微厘兆]*(?:瓦时|瓦|伏|伏安|安|克|米|升|帕|焦|焦耳|赫|赫兹|卡|度|摄氏度|分贝|摩尔|欧姆|立方米|平方千米|平方公里|欧元|日元|韩元|英镑|港元|港币|美元|卢布|法郎|英寸|海里|` +
		`人年|人月|人时|工日|工时|机时|标准煤|吨标准煤|吨标煤|吨公里|人公里|车次|架次|艘次|航次|班次|场次|频次|单次|工位|座位|岗位|床位|机位|车位|席位|台次|公斤|张床|标箱|当量|卷期|版次|印张|字|千字))` +
		`(?:/[\p{Han}A-Za-z]{1,3})?$`)
	bracket = regexp.MustCompile(`^(.+?)\s*[（(]\s*(?:单位\s*[:：]\s*)?([^（()）]{1,16})\s*[)）]$`)
)

// Stem is the name of a column without the unit in the bracket at its end, which
// is there where two columns are told apart by it.
func Stem(header string) string {
	if name, inside, ok := Bracket(header); ok && (Unit(inside) || Measure(inside)) {
		return name
	}
	return header
}

// Bracket parts the name of a column from the bracket at its end: 人数（人）. It is
// for the caller to tell a unit from a remark.
func Bracket(header string) (name, inside string, ok bool) {
	m := bracket.FindStringSubmatch(header)
	if m == nil {
		return header, "", false
	}
	return m[1], m[2], true
}
