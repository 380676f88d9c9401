package quantity

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
)

// sizes are how much of the first unit of its dimension each unit is, written out
// again: what is wrong in the table is not wrong here in the same way.
var sizes = map[string]string{
	"元": "1", "元人民币": "1", "角": "0.1", "yuan": "1", "RMB": "1", "CNY": "1",
	"美元": "1", "dollars": "1", "US dollars": "1",
	"人": "1", "名": "1", "people": "1", "persons": "1", "students": "1", "graduates": "1", "人次": "1", "visits": "1",
	"平方米": "1", "平米": "1", "㎡": "1", "m²": "1", "square meters": "1", "square metres": "1",
	"平方公里": "1000000", "公顷": "10000", "hectares": "10000", "亩": "666.6666666667", "mu": "666.6666666667", "acres": "4046.8564224",
	"%": "1", "percent": "1", "per cent": "1", "‰": "0.1", "成": "10",
	"百分点": "1", "个百分点": "1", "percentage points": "1", "percentage point": "1",
	":": "1", "册": "1", "volumes": "1", "books": "1",
	"吨": "1", "千克": "0.001", "公斤": "0.001", "kg": "0.001", "克": "0.000001",
	"米": "1", "metres": "1", "meters": "1", "公里": "1000", "千米": "1000", "km": "1000", "kilometers": "1000", "kilometres": "1000",
	"厘米": "0.01", "毫米": "0.001", "里": "500", "华里": "500", "海里": "1852", "miles": "1609.344", "feet": "0.3048",
	"m2": "1", "km²": "1000000", "km2": "1000000", "square kilometres": "1000000", "square kilometers": "1000000", "square feet": "0.09290304",
	"斤": "0.0005", "tonnes": "1", "kilograms": "0.001",
	"立方米": "1", "m³": "1", "m3": "1", "cubic metres": "1", "cubic meters": "1", "升": "0.001", "litres": "0.001", "liters": "0.001",
	"千瓦时": "1", "兆瓦时": "1000", "kWh": "1", "MWh": "1000", "GWh": "1000000",
	"吨标准煤": "1", "吨标煤": "1", "tce": "1", "千克标准煤": "0.001", "kgce": "0.001",
	"欧元": "1", "euros": "1", "EUR": "1", "英镑": "1", "GBP": "1", "日元": "1", "yen": "1", "JPY": "1", "港元": "1", "港币": "1", "HKD": "1", "USD": "1",
}

// oneByOne are the counters, written out again.
const oneByOne = `个 项 家 门 本 次 所 种 件 套 台 间 场 届 期 级 类 条 篇 部 支 队 组 批 班 节 位 份 处 课时 学时 学分 人日 年度 学年 年 月 日 天 周 小时
	分钟 度 转 座 栋 张 幅 卷 辆 块 片 工位 座位 床位 岗位 村 户 生 岁 倍 轮 讲 例 股 枚 颗 秒 起 载 星 英寸 场次 台次 班次 千瓦 千伏 吨公里 人公里 吨海里 Mbps Gbps GB TB MB
	items courses projects hours days months years times countries units`

func TestEveryUnitHasItsSize(t *testing.T) {
	for _, name := range slices.Sorted(maps.Keys(units)) {
		if _, ok := sizes[name]; !ok {
			t.Errorf("%s has no size here", name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(sizes)) {
		want := sizes[name]
		u, ok := UnitOf(name)
		if got := u.num.DivRound(u.den, 10); !ok || !got.Equal(decimal.RequireFromString(want)) {
			t.Errorf("one %s is %s %s, want %s", name, got, u.Dimension, want)
		}
	}
	for _, name := range strings.Fields(oneByOne) {
		if u, ok := UnitOf(name); !ok || !u.Unscaled() {
			t.Errorf("%s does not count one by one", name)
		}
	}
}

func TestEveryScaleHasItsSize(t *testing.T) {
	want := map[string]string{"十": "10", "百": "100", "千": "1000", "万": "10000", "亿": "100000000",
		"thousand": "1000", "million": "1000000", "billion": "1000000000"}
	for _, name := range slices.Sorted(maps.Keys(want)) {
		unit := name + "元"
		if name[0] < 0x80 {
			unit = name + " yuan"
		}
		if u, ok := UnitOf(unit); !ok || u.num.String() != want[name] {
			t.Errorf("one %s is %s yuan, want %s", unit, u.num, want[name])
		}
	}
	if len(scales) != len(want) {
		t.Errorf("there are %d scales, and %d here", len(scales), len(want))
	}
}

// Units of English headers are those of sentences.
func TestMoneyOfHeaders(t *testing.T) {
	for header, sentence := range map[string]string{"$": "dollars", "$ thousand": "thousand dollars", "US$ million": "million US dollars", "€ million": "million euros"} {
		a, ok := UnitOf(header)
		b, ok2 := UnitOf(sentence)
		if !ok || !ok2 || a.Dimension != b.Dimension || !a.num.Equal(b.num) || a.Name != header {
			t.Errorf("%s: %+v; want %+v by that name", header, a, b)
		}
	}
	if u, ok := UnitOf("$ dozen"); ok {
		t.Errorf("$ dozen is %+v", u)
	}
}
