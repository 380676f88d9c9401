package audit_test

import (
	"fmt"
	"strings"
	"testing"
)

// A quantity of a unit disagrees with the same in another unit, and in another place.
func TestUnits(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"步道全长 12 公里（合 24 里）。", ""},
		{"步道全长 12 公里（合 42 里）。", "conversion-wrong"},
		{"河道 36 千米（36000 米）。", ""},
		{"河道 36 千米（3600 米）。", "conversion-wrong"},
		{"占地 450 亩（约合 30 公顷）。", ""},
		{"占地 450 亩（约合 3 公顷）。", "conversion-wrong"},
		{"保护区 2.4 平方公里（合 3600 亩）。", ""},
		{"保护区 2.4 平方公里（合 360 亩）。", "conversion-wrong"},
		{"全年用电 125 万千瓦时（合 1250 兆瓦时）。", ""},
		{"全年用电 125 万千瓦时（合 125 兆瓦时）。", "conversion-wrong"},
		{"全年用电 86 万千瓦时（即 86 万度）。", ""},
		{"综合能耗 3200 吨标准煤（合 320 万千克标准煤）。", ""},
		{"综合能耗 3200 吨标准煤（合 32 万千克标准煤）。", "conversion-wrong"},
		{"用水 5.2 万立方米（52000 吨）。", ""},
		{"用水 5.2 万立方米（52000 立方米）。", ""},
		{"用水 5.2 万立方米（合 5200 立方米）。", "conversion-wrong"},
		{"回收废纸 4.5 吨（4500 千克）。", ""},
		{"回收废纸 4.5 吨（合 9000 斤）。", ""},
		{"回收废纸 4.5 吨（合 4500 斤）。", "conversion-wrong"},
		{"学费收入 1.2 亿元（12000 万元）。", ""},
		{"学费收入 1.2 亿元（1200 万元）。", "conversion-wrong"},
		{"捐款 30 万欧元（合 0.3 百万欧元）。", ""},
		{"捐款 30 万欧元（合 3 百万欧元）。", "conversion-wrong"},
		{"The trail is 12 km (7.5 miles) long.", ""},
		{"The trail is 12 km (75 miles) long.", "conversion-wrong"},
		{"The hall measures 900 m2 (9,688 square feet).", ""},
		{"Consumption was 1.25 million kWh (1,250 MWh).", ""},
		{"Consumption was 1.25 million kWh (125 MWh).", "conversion-wrong"},
		{"The load was 2.5 tonnes (2,500 kg).", ""},
		{"The load was 2.5 tonnes (250 kg).", "conversion-wrong"},
		{"Grants totalled 3.4 million euros (EUR 3,400 thousand).", ""},
		{"Grants totalled 3.4 million euros (340 thousand euros).", "conversion-wrong"},
	} {
		if got := findings(auditText(t, englishReport(tt.text))); (got == "") != (tt.want == "") || !strings.HasPrefix(got, tt.want) {
			t.Errorf("%s: got %q, want %q", tt.text, strings.TrimSpace(got), tt.want)
		}
	}
	for _, u := range strings.Fields("公里 亩 公顷 平方公里 千瓦时 兆瓦时 度 吨标准煤 立方米 升 吨 公斤 欧元 港元 英镑 日元 里") {
		in := "年度%s%s指标为 428 " + u + "。"
		card := englishReport("Total >> 计分卡; 序号,指标,单位,2023年; 1,年度" + "综合保障指标," + u + ",482; 2,专业数,个,4")
		text := strings.Replace(card, "Total", fmt.Sprintf(in, "综合", "保障"), 1)
		if got := findings(auditText(t, text)); !strings.HasPrefix(got, "prose-contradicts-table") {
			t.Errorf("%s in a card and in prose: got %q", u, strings.TrimSpace(got))
		}
	}
}
