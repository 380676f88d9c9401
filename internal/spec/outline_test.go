package spec

import (
	"fmt"
	"testing"
)

func TestOutline(t *testing.T) {
	for _, tt := range []struct{ src, want string }{
		{"title: 规模\nchart: line\ndata: {file: a.csv}\ncategory: 年份\nvalue: [本科, 专科 (%)]\n", "line 年份 [本科 专科 (%)]"},
		{"# 注\nchart: bar\n\ndata:\n  table: 表 6\n  where: 去向 <> '合计'\nvalue: 人数\ncategory: 去向\n", "bar 去向 [人数]"},
		{"note: |\n  value: [a, b]\nchart: bar\nvalue: 人数", "bar  [人数]"},
		{"chart: bar\nvalue: 人数 # 人", ""},                            // a comment
		{"chart: bar\nvalue:\n  - 人数", ""},                           // a list over several lines
		{"chart: bar\nvalue: \"人数\"", ""},                            // quotes
		{"chart: bar\nvalue: 人数\nvalue: 人次", ""},                     // twice
		{"chart: bar\nvalue: true", ""},                              // no text
		{"chart: bars\nvalue: 人数", ""},                               // no kind
		{"chart: bar\nvalue: 人数\nextends: a", ""},                    // more than the file says it
		{"chart: bar\ndata: {table: \"a\nvalue: 人数\nnote: b\"}", ""}, // a text over several lines
		{"chart: bar\nvalue: 人数\r\n", ""},                            // an end of line to be normalised
	} {
		got := ""
		if f, ok := Outline("a.yaml", []byte(tt.src)); ok {
			var values []string
			for _, v := range f.Value {
				values = append(values, v.V)
			}
			got = fmt.Sprint(f.Chart.V, " ", f.Category.V, " ", values)
		}
		if got != tt.want {
			t.Errorf("%q: %q, want %q", tt.src, got, tt.want)
		}
	}
}
