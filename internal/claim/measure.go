package claim

import (
	"slices"
	"strings"
	"unicode/utf8"

	"charts/internal/notation"
	"charts/internal/regexp"
)

// A Measure is what a number is a number of: 专职辅导员人数, 学校配备专职辅导员 and
// 配备专职辅导员 are one.
type Measure struct {
	Name string // as the report calls it, folded
	Stem string // without what only counts or introduces
	Key  string // the same for all names of one thing, whatever the order of their words
}

// MeasureOf reads a name.
func MeasureOf(name string) Measure {
	if IsEnglish(name) {
		return englishMeasure(name)
	}
	name = notation.Fold(name)
	stem := Stem(name)
	return Measure{name, stem, sorted(stem)}
}

// Counted is the key of a measure whose name ends in what it is counted by, without
// that: 挂果, and 株, of 挂果株数.
func (m Measure) Counted() (key, counter string) {
	s := counted.FindStringSubmatch(m.Name)
	if s == nil || len(MeasureOf(s[1]).Key) == len(m.Key) { // 人数 is no part of it anyhow
		return "", ""
	}
	return MeasureOf(s[1]).Key, s[2]
}

var counted = regexp.MustCompile(`^(\p{Han}{2,})(\p{Han})数$`)

// Len is the number of characters that tell the measure from others.
func (m Measure) Len() int { return utf8.RuneCountInString(m.Stem) }

// PartOf reports whether a measure is of some of those that another is of, by its
// name: 双师素质专任教师 of 专任教师, 专业对口就业 of 就业.
func (m Measure) PartOf(whole Measure) bool {
	if IsEnglish(m.Stem) {
		return false
	}
	part, all := []rune(m.Stem), []rune(whole.Stem)
	if len(part) <= len(all) || len(all) < 2 || !strings.HasSuffix(m.Stem, string(all[max(0, len(all)-2):])) {
		return false
	}
	i := 0
	var more []rune
	for _, r := range part {
		if i < len(all) && r == all[i] {
			i++
		} else {
			more = append(more, r)
		}
	}
	return i == len(all) && len(more) > 1 && !outside.MatchString(goingTo.ReplaceAllString(string(more), ""))
}

// Shares reports whether two measures have two characters in a row in common.
func (m Measure) Shares(o Measure) bool {
	runes := []rune(m.Stem)
	for i := 0; i+1 < len(runes); i++ {
		if strings.Contains(o.Stem, string(runes[i:i+2])) {
			return true
		}
	}
	return false
}

// outside are modifiers of those who are not among the whole.
var outside = regexp.MustCompile(`兼|外|聘|退|离|额定|编制|计划|应|待|未|非|拟|新|原|历|累|均|年|届|次|率|比|群|全|各|我|联合|合作|企业|社会`)

// goingTo is where those of the whole go.
var goingTo = regexp.MustCompile(`(?:到|在|赴|去|面向|进入)\p{Han}*?(?:企业|社会)`)

// sorted are the characters of a name in one order.
func sorted(s string) string {
	runes := []rune(s)
	slices.Sort(runes)
	return string(runes)
}

// Stem is a name without the words for its number, the words that introduce it,
// years, quotes and remarks.
func Stem(name string) string {
	s := name
	if timeHints.in(s) {
		s = timeWords.ReplaceAllString(s, "")
	}
	if fillers.in(s) {
		s = quotes.Replace(s)
	}
	for {
		before := s
		s = trimLead(s)
		s = strings.TrimSuffix(s, trailing.suffix(s))
		if s == before {
			break
		}
	}
	if rest := strings.TrimSuffix(s, counting.suffix(s)); utf8.RuneCountInString(rest) >= 2 {
		s = rest
	}
	s = synonyms.Replace(s)
	for _, who := range []string{"毕业生", "新生", "学生"} { // 毕业生就业率 is 就业率
		if rest, ok := strings.CutPrefix(s, who); ok && implied.MatchString(rest) {
			return rest
		}
	}
	return s
}

// implied are measures that are of graduates or new students alone.
var implied = regexp.MustCompile(`^(?:.{0,6}(?:就业|升学|去向|落实|创业|签约).{0,6}|报到率|录取率)$`)

// OfGraduates reports whether a measure is of a class of graduates, for whom a
// year in a table is their class.
func (m Measure) OfGraduates() bool { return graduates.in(m.Name) }

var graduates = wordSet(`毕业 就业 升学 落实 创业 签约 合同 入伍 去向`)

var (
	timeHints = wordSet(`年 届 截`)
	fillers   = wordSet(`“ ” " ‘ ’ 《 》 的 了 各 、 型`)
	quotes    = strings.NewReplacer("“", "", "”", "", "\"", "", "‘", "", "’", "", "《", "", "》", "", "的", "", "了", "", "各类", "", "、", "", "型", "")
	synonyms  = strings.NewReplacer("教职员工", "教职工", "到账", "到款", "百分比", "占比", "比例", "占比", "比重", "占比", "在校学生", "在校生",
		"毕业学生", "毕业生", "馆藏纸质图书", "馆藏图书", "纸质图书", "馆藏图书", "纸质藏书", "馆藏图书", "藏书", "馆藏图书", "大学生", "学生", "素质教师", "教师", "素质专任教师", "专任教师",
		"新授权", "授权", "获批立项", "立项", "新立项", "立项", "新获批", "获批", "占地面积", "占地", "校园占地", "占地", "教学科研仪器设备总值", "教学科研仪器设备值")
	timeWords = regexp.MustCompile(`(?:截至|截止|至|自)?` + notation.YearDigits + `(?:年?[-—–~～至/]+(?:(?:19|20)?\d\d))?(?:学年|年|届)(?:\d{1,2}月)?(?:\d{1,2}日)?(?:度|底|末|初)?[,，]?` +
		`|本?学?年度|全年|今年|当年|截至目前`)
	leading = wordSet(`学校 我校 本校 全校 该校 学院 我院 本院 全院 中心 本中心 全馆 我馆 本馆 全站 我站 本站 全局 我局 本局 全所 本所 医院 公司 本公司 单位 目前 年末 年底 期末 现有 现 共有 共 拥有 设有 建有 开设 开办 设立 设置 配备 聘请 聘有 聘用
		举办 开展 组织 完成 取得 获得 荣获 斩获 获 达到 达 已 其中 有 是 为 在 了 各 先后 另有 还有 另 还 并 且 同时 此外 以及 和 与 及 总 实有 实际 来自 接受 接收 接待 提供
		具有 具备 包括 包含 含 实现 合计 总计 共计 中 : ， , （ ( 、`)
	trailing = endingSet(`分别为 分别达 分别 为 是 有 共有 共 共计 合计 总计 达到 达 约 近 超过 超 仅 : 已 ， , ） ) 等 总值为 应为 应是 实为 实际为 更正为 改为`)
	counting = endingSet(`总人数 人次 台次 总人次 总数 总数量 人数 人次数 数量 总量 总额 金额 数额 额 数 藏量 馆藏量 存量 保有量 拥有量`)
	// whole are words that begin like an introduction and are none.
	whole = regexp.MustCompile(`^(?:接待(?:$|人|量|次|能力|服务|中心)|在(?:校|线|读|职|编|籍|岗|册|建|研)|有效|共享|共建|共同|为主|总(?:值|学时|体|部|结|支)|获奖|获批|获取|和谐|现(?:代|场|金|役)|与会|全(?:国|市|省|日制)|各省|中(?:级|外|等|国|职|小|高|西|部|层|央|华|德|医|青|共)|学院(?:小计)|及格|并网|含税|另类|达标|学院奖)`)
)

// trimLead takes one introducing word away.
func trimLead(s string) string {
	word := leading.prefix(s)
	if word == "" || whole.MatchString(s) {
		return s
	}
	return s[len(word):]
}
