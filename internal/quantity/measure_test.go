package quantity

import "testing"

// Amounts and counts have a sum; what is measured against something else has none.
func TestAdds(t *testing.T) {
	tests := []struct {
		name, unit string
		whole      bool
		want       string // what has no sum, or ""
	}{
		{"人数", "人", false, ""},
		{"经费", "万元", false, ""},
		{"率先通过的专业数", "个", false, ""},
		{"比赛场次", "场", false, ""},
		{"年均", "万元", false, "averages"},
		{"占比", "%", true, ""},
		{"占比", "%", false, "percentages that make no whole"},
		{"比例", "", true, ""},
		{"比例", "", false, "percentages that make no whole"},
		{"得票", "%", false, "percentages that make no whole"},
		{"合格率", "%", true, "rates"},
		{"就业率（2023）", "", false, "rates"},
		{"2022年升学率", "", false, "rates"},
		{"满意度", "分", false, "rates"},
		{"同比", "", false, "rates"},
		{"生均图书", "册", false, "averages"},
		{"人均拨款", "元", false, "averages"},
		{"平均月薪", "元", false, "averages"},
		{"每万人专利", "件", false, "averages"},
		{"支出", "元/生", false, "ratios"},
		{"生师比", "", false, "ratios"},
		{"增加", "百分点", false, "ratios"},
		{"全国排名", "", false, "ranks"},
		{"最低分", "分", false, "extremes"},
		{"平均年龄", "岁", false, "averages"},
		{"年龄", "岁", false, "ages"},
		{"项目编号", "", false, "names"},
		{"年份", "", false, "names"},
		{"立项年", "", false, "names"},
		{"本年", "", false, ""},
		{"Grant number", "", false, "names"},
		{"Number of grants", "", false, ""},
		{"Students", "", false, ""},
		{"Pass rate", "", false, "rates"},
		{"Books per student", "", false, "averages"},
		{"Mean salary", "yuan", false, "averages"},
		{"Student-teacher ratio", "", false, "ratios"},
		{"Rank", "", false, "ranks"},
		{"Share", "%", true, ""},
		{"Iterated", "", false, ""},
		{"单价", "元", false, "prices"},
		{"房屋均价", "元", false, "prices"},
		{"总价", "元", false, ""},
		{"Unit price", "yuan", false, "prices"},
		{"同比增长", "", false, "rates"},
		{"增长", "%", true, "rates"},
		{"增长", "人", false, ""},
		{"Change", "%", true, "rates"},
		{"Growth rates", "", false, "rates"},
		{"投入产出比", "", false, "ratios"},
		{"市盈率倍数", "", false, "ratios"},
		{"占比", "%", true, ""},
		{"人口密度", "", false, "rates"},
		{"Population density", "", false, "rates"},
		{"GDP per capita", "", false, "averages"},
		{"评比", "次", false, ""},
	}
	for _, tt := range tests {
		if what, ok := Adds(tt.name, tt.unit, tt.whole); ok != (tt.want == "") || !ok && string(what) != tt.want {
			t.Errorf("%s (%s): %q, %v; want %q", tt.name, tt.unit, what, ok, tt.want)
		}
	}
}
