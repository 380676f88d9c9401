package series

import (
	"context"
	"strings"
	"testing"
)

const berths = `1 概况

表 1 泊位

码头	泊位（个）	航线（条）
东港	14	3
其中：客运	5	1
西港	9	4
其他	8	1
北港	2	2
合计	33	10
平均	8.3	2.5

表 2 各年泊位

年份	码头	泊位（个）
2021	东港	14
2021	西港	9
2022	东港	15
`

// A rest counts each thing once, and is no second bar of a name.
func TestRestThatCannotBe(t *testing.T) {
	const ports = "chart: bar\ncategory: 码头\nvalue: 泊位\n"
	tests := []struct{ name, figure, want string }{
		{"a total", "data: {table: 表 1, where: 码头 <> '平均'}\ntotals: true\ntop: {n: 4, other: 其余}", "合计 is a sum of other rows"},
		{"an average", "data: {table: 表 1}\ntop: {n: 4, other: 其余}", "平均 is an average of other rows"},
		{"a part of a row that stays", "data: {table: 表 1, where: 码头 <> '平均'}\ntop: {n: 1, other: 其余}", "其中：客运 is a part of 东港"},
		{"a part without its whole", "data: {table: 表 1, where: \"码头 NOT IN ('平均', '东港')\"}\ntop: {n: 3, other: 其余}", ""},
		{"a name that stays", "data: {table: 表 1, where: \"码头 NOT LIKE '其中%' AND 码头 <> '平均'\"}\ntop: {n: 3, other: 其他}", "a row that stays has that name"},
		{"a name that goes", "data: {table: 表 1, where: \"码头 NOT LIKE '其中%' AND 码头 <> '平均'\"}\ntop: {n: 2, other: 其他}", ""},
		{"several series", "data: {table: 表 2}\nseries: 年份\ntop: {n: 1, other: 其余}", "series part the rows"},
		{"a name of which some rows stay", "data: {table: 表 2}\nseries: 年份\ntop: 1", "top keeps some rows of 东港"},
		{"a name of which all rows stay", "data: {table: 表 2}\nseries: 年份\nsort: 码头\ntop: 2", ""},
		{"several small charts", "data: {table: 表 2}\nfacet: {column: 年份, scale: free}\ntop: {n: 1, other: 其余}", "series part the rows"},
	}
	s := newStore(t, document(t, "2023", berths))
	for _, tt := range tests {
		_, problems := s.Figure(context.Background(), figure(t, ports+tt.figure))
		if got := printed(problems); tt.want == "" && got != "" || !strings.Contains(got, tt.want) {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}
