package quantity

import (
	"maps"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
	"golang.org/x/text/width"

	"charts/internal/message"
	"charts/internal/notation"
)

// A Dimension is what units have in common that convert into each other.
// Counted things are each a dimension of their own, by the name of the thing.
type Dimension string

// The dimensions with more than one unit. Count is that of bare numbers.
const (
	Count   Dimension = ""
	Money   Dimension = "元"
	Dollars Dimension = "美元"
	People  Dimension = "人"
	Visits  Dimension = "人次"
	Area    Dimension = "平方米"
	Percent Dimension = "%"
	Points  Dimension = "百分点"
	Ratio   Dimension = ":"
	Volumes Dimension = "册"
	Mass    Dimension = "吨"
	Length  Dimension = "米"
	Volume  Dimension = "立方米"
	Energy  Dimension = "千瓦时"
	Coal    Dimension = "吨标准煤"
)

// A Unit is what a number counts. The zero Unit is that of a bare number.
type Unit struct {
	Name      string // as printed, without blanks
	Dimension Dimension
	num, den  decimal.Decimal // Name is num/den of the dimension's first unit
}

// Plain reports whether a number has this unit by having none: 12, 2000 万.
func (u Unit) Plain() bool { return u.Dimension == Count }

// Simple reports whether the unit counts whole things one by one, such as 人 or
// 项, so that a bare number beside it means the same.
func (u Unit) Simple() bool {
	switch u.Dimension {
	case Money, Percent, Points, Area, Ratio:
		return false
	}
	return u.num.Equal(u.den) && !strings.Contains(u.Name, "/")
}

// Noun reports whether a unit is the English name of what is counted: students,
// but not tonnes.
func (u Unit) Noun() bool {
	return u.Name != "" && letter(u.Name[0]) && (slices.Contains(counters, u.Name) || slices.Contains([]Dimension{People, Visits, Volumes}, u.Dimension) && u.Unscaled())
}

// Unscaled reports whether one of the unit is one of its dimension: 元, not 万元.
func (u Unit) Unscaled() bool { return u.num.Equal(u.den) }

// base is one unit of the table below: size num/den of its dimension.
type base struct {
	dim      Dimension
	num, den int64
}

// units are those with a size of their own. Those of counters are 1.
var units = map[string]base{
	"元": {Money, 1, 1}, "元人民币": {Money, 1, 1}, "角": {Money, 1, 10}, "yuan": {Money, 1, 1}, "RMB": {Money, 1, 1},
	"CNY": {Money, 1, 1}, "美元": {Dollars, 1, 1}, "dollars": {Dollars, 1, 1}, "US dollars": {Dollars, 1, 1},
	"人": {People, 1, 1}, "名": {People, 1, 1}, "people": {People, 1, 1}, "persons": {People, 1, 1}, "students": {People, 1, 1}, "graduates": {People, 1, 1},
	"人次": {Visits, 1, 1}, "visits": {Visits, 1, 1},
	"平方米": {Area, 1, 1}, "平米": {Area, 1, 1}, "㎡": {Area, 1, 1}, "m²": {Area, 1, 1}, "平方公里": {Area, 1000000, 1},
	"公顷": {Area, 10000, 1}, "亩": {Area, 2000, 3}, "mu": {Area, 2000, 3}, "hectares": {Area, 10000, 1}, "square meters": {Area, 1, 1},
	"square metres": {Area, 1, 1}, "acres": {Area, 40468564224, 10000000}, "m2": {Area, 1, 1}, "square kilometres": {Area, 1000000, 1},
	"square kilometers": {Area, 1000000, 1}, "km²": {Area, 1000000, 1}, "km2": {Area, 1000000, 1}, "square feet": {Area, 9290304, 100000000},
	"%": {Percent, 1, 1}, "‰": {Percent, 1, 10}, "成": {Percent, 10, 1}, "percent": {Percent, 1, 1}, "per cent": {Percent, 1, 1},
	"百分点": {Points, 1, 1}, "个百分点": {Points, 1, 1}, "percentage points": {Points, 1, 1}, "percentage point": {Points, 1, 1},
	":": {Ratio, 1, 1},
	"册": {Volumes, 1, 1}, "volumes": {Volumes, 1, 1}, "books": {Volumes, 1, 1},
	"吨": {Mass, 1, 1}, "千克": {Mass, 1, 1000}, "公斤": {Mass, 1, 1000}, "kg": {Mass, 1, 1000}, "克": {Mass, 1, 1000000}, "斤": {Mass, 1, 2000},
	"tonnes": {Mass, 1, 1}, "kilograms": {Mass, 1, 1000},
	"米": {Length, 1, 1}, "公里": {Length, 1000, 1}, "千米": {Length, 1000, 1}, "km": {Length, 1000, 1}, "厘米": {Length, 1, 100}, "毫米": {Length, 1, 1000},
	"metres": {Length, 1, 1}, "meters": {Length, 1, 1}, "kilometers": {Length, 1000, 1}, "kilometres": {Length, 1000, 1},
	"里": {Length, 500, 1}, "华里": {Length, 500, 1}, "海里": {Length, 1852, 1}, "miles": {Length, 1609344, 1000}, "feet": {Length, 3048, 10000},
	"立方米": {Volume, 1, 1}, "m³": {Volume, 1, 1}, "m3": {Volume, 1, 1}, "cubic metres": {Volume, 1, 1}, "cubic meters": {Volume, 1, 1}, "升": {Volume, 1, 1000},
	"litres": {Volume, 1, 1000}, "liters": {Volume, 1, 1000},
	"千瓦时": {Energy, 1, 1}, "兆瓦时": {Energy, 1000, 1}, "kWh": {Energy, 1, 1}, "MWh": {Energy, 1000, 1}, "GWh": {Energy, 1000000, 1},
	"吨标准煤": {Coal, 1, 1}, "吨标煤": {Coal, 1, 1}, "tce": {Coal, 1, 1}, "千克标准煤": {Coal, 1, 1000}, "kgce": {Coal, 1, 1000},
	"欧元": {"欧元", 1, 1}, "euros": {"欧元", 1, 1}, "EUR": {"欧元", 1, 1}, "英镑": {"英镑", 1, 1}, "GBP": {"英镑", 1, 1}, "日元": {"日元", 1, 1}, "yen": {"日元", 1, 1},
	"JPY": {"日元", 1, 1}, "港元": {"港元", 1, 1}, "港币": {"港元", 1, 1}, "HKD": {"港元", 1, 1}, "USD": {Dollars, 1, 1},
}

// counters count one thing each.
var counters = strings.Fields(`个 项 家 门 本 次 所 种 件 套 台 间 场 届 期 级 类 条 篇 部 支 队 组 批 班 节 位 份 处
	课时 学时 学分 人日 年度 学年 年 月 日 天 周 小时 分钟 度 转 座 栋 张 幅 卷 辆 块 片 工位 座位 床位 岗位
	村 户 生 岁 倍 轮 讲 例 股 枚 颗 秒 起 载 星 英寸 场次 台次 班次 千瓦 千伏 吨公里 人公里 吨海里 Mbps Gbps GB TB MB
	items courses projects hours days months years times countries units`)

// signs of money are before an amount, and in a header before its scale.
var signs = map[string]string{"$": "dollars", "US$": "dollars", "€": "euros", "£": "GBP", "HK$": "HKD"}

// otherWords are the characters after a counter that make it the beginning of
// another word: 5 本科 are no 本, 10 部门 no 部.
var otherWords = map[string]string{
	"年": "级", "本": "科校院地年级届硕专", "部": "门分署", "名": "录牌校", "家": "长庭", "期": "间末", "次": "数序产", "人": "才均员民工文物", "日": "常",
	"天": "津", "位": "于列居一", "所": "有属", "间": "接", "种": "植", "条": "件", "班": "级主", "组": "织建成", "生": "均源产活", "支": "出持撑付",
	"处": "于理在", "台": "湾", "元": "旦", "场": "地所景馆", "门": "户", "节": "约能日", "份": "额", "队": "伍", "批": "准复改", "例": "如会",
	"股": "份权", "起": "来草步初", "讲": "座师解", "级": "别", "村": "镇民", "户": "外", "幅": "度", "度": "过", "片": "区", "里": "程面", "升": "级学本至到为入降高值旗", "斤": "斧", "块": "链",
	"座": "谈", "克": "服隆制扣己拉", "米": "兰其色黄", "转": "化型移变", "倍": "增",
}

// scales multiply a unit: 万人, 百万元, million yuan.
var scales = map[string]int64{"十": 10, "百": 100, "千": 1000, "万": 10000, "亿": 100000000,
	"thousand": 1000, "million": 1000000, "billion": 1000000000}

// UnitOf finds a unit by its name: 亿元, 万人次, 元/生, million yuan. The empty
// name is the unit of bare numbers.
func UnitOf(name string) (Unit, bool) {
	if name == "" {
		return noUnit, true
	}
	name = strings.Join(strings.Fields(fold(name)), " ")
	if u, ok := known(name); ok {
		return u, true
	}
	if sign, scale, ok := notation.MoneySign(name); ok && signs[sign] != "" {
		u, ok := known(strings.TrimSpace(scale + " " + signs[sign]))
		u.Name = name
		return u, ok
	}
	per, of, ok := strings.Cut(name, "/")
	if !ok || of == "" {
		return Unit{}, false
	}
	num, ok1 := UnitOf(per)
	den, ok2 := UnitOf(of)
	if !ok1 || !ok2 || num.Plain() || den.Plain() {
		return Unit{}, false
	}
	num.Name, num.Dimension = name, num.Dimension+"/"+Dimension(den.Name)
	return num, true
}

var noUnit, _ = known("") // as most numbers have

// known finds a unit without a slash: a name of the tables after any scales.
func known(name string) (Unit, bool) {
	num := int64(1)
	for rest := name; ; {
		if b, ok := lookup(rest); ok {
			size := decimal.NewFromInt(b.num)
			if num != 1 {
				size = size.Mul(decimal.NewFromInt(num))
			}
			return Unit{name, b.dim, size, decimal.NewFromInt(b.den)}, true
		}
		scale, n := scaleAt(rest)
		if n == 0 || num > 1e12 {
			return Unit{}, false
		}
		num *= scale
		rest = strings.TrimLeft(rest[n:], " ")
	}
}

func lookup(name string) (base, bool) {
	if name == "" {
		return base{Count, 1, 1}, true
	}
	if b, ok := units[name]; ok {
		return b, true
	}
	return base{Dimension(name), 1, 1}, slices.Contains(counters, name)
}

// scaleAt is the scale that s begins with and its length, or 0.
func scaleAt(s string) (scale int64, n int) {
	for word, by := range scales {
		if strings.HasPrefix(s, word) && len(word) > n && wordEnds(s[len(word):], word) {
			scale, n = by, len(word)
		}
	}
	return scale, n
}

// unitAt is the longest unit of the tables that s begins with, or "".
func unitAt(s string) string {
	if s == "" {
		return ""
	}
	for _, name := range unitNames[s[0]] {
		if strings.HasPrefix(s, name) && wordEnds(s[len(name):], name) {
			return name
		}
	}
	return ""
}

// unitNames are all units by their first byte, longer ones first.
var unitNames = func() map[byte][]string {
	by := map[byte][]string{}
	for _, name := range slices.Concat(slices.Sorted(maps.Keys(units)), counters) {
		by[name[0]] = append(by[name[0]], name)
	}
	for _, names := range by {
		slices.SortStableFunc(names, func(a, b string) int { return len(b) - len(a) })
	}
	return by
}()

// wordEnds reports whether a word that is followed by rest is whole: million is
// not the beginning of millions of things.
func wordEnds(rest, word string) bool {
	if next := otherWords[word]; next != "" && rest != "" && strings.ContainsRune(next, firstRune(rest)) {
		return false
	}
	return !letter(word[len(word)-1]) || rest == "" || !letter(rest[0])
}

func letter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

// fold makes full-width digits, letters and signs half-width. It leaves the
// comma and the stop, which part numbers in Chinese text.
func fold(s string) string { return strings.Map(foldRune, s) }

func foldRune(r rune) rune {
	switch r {
	case '　', ' ', '\t', '\n', '\r', '\u00a0':
		return ' '
	case '∶', '：':
		return ':'
	case '−', '－':
		return '-'
	case '，', '。', '！', '；', '（', '）':
		return r
	}
	if n := width.LookupRune(r).Narrow(); n != 0 && r > 0x7f && width.LookupRune(r).Kind() == width.EastAsianFullwidth {
		return n
	}
	return r
}

// UnitText is a unit for a message, which may be none.
func UnitText(unit string) message.Text { return message.Data(unit).Or(message.Of("no unit")) }
