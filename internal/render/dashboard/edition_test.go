package dashboard

import "testing"

func TestEdition(t *testing.T) {
	annual, file, other := Report{"质量年报（2023）", "reports/a.docx"}, Report{"b", "reports/b.txt"}, Report{"B", "b"}
	for _, tt := range []struct {
		lang    string
		reports []Report
		date    string
		want    string
	}{
		{"zh-CN", nil, "", ""},
		{"zh-CN", []Report{annual}, "", "数据来源：质量年报（2023）"},
		{"zh-CN", []Report{annual, file}, "2023 年 8 月 31 日", "数据来源：质量年报（2023）；b|数据截至 2023 年 8 月 31 日"},
		{"zh-CN", []Report{annual, file, other, other}, "", "数据来源：[4 份报告]"},
		{"en", []Report{other, file}, "31 August 2023", "Data from B; b|Data as of 31 August 2023"},
		{"en", nil, "2023", "Data as of 2023"},
	} {
		got := ""
		for i, e := range (view{Page: &Page{Reports: tt.reports, Date: tt.date}, Words: wordsOf(tt.lang)}).Edition() {
			if i > 0 {
				got += "|"
			}
			got += e.Text
			if e.More != "" {
				got += "[" + e.More + "]"
			}
		}
		if got != tt.want {
			t.Errorf("%d reports, %q: %q, want %q", len(tt.reports), tt.date, got, tt.want)
		}
	}
}
