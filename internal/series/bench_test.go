package series

import (
	"context"
	"testing"
)

// BenchmarkThousandFigures asks what a folder of a thousand specs of one form
// asks. Each form should stay under 1.5 s.
func BenchmarkThousandFigures(b *testing.B) {
	forms := []struct{ name, lines string }{
		{"tables", "chart: bar\ndata: {table: 表 6, where: 毕业去向 <> '毕业去向落实率'}\ncategory: 毕业去向\nvalue: 人数\nsort: -人数\n"},
		{"sentences", "chart: kpi\ndata: {text: \"{年}年办学经费实际收入{收入:亿元}，较{上年}年增加{增量:亿元}\"}\nvalue: 收入\n"},
		{"sql", "chart: bar\ndata:\n  sql: SELECT 专业名称, share(报到数, 录取数) AS 率 FROM 表1 WHERE _total = 0\ncategory: 专业名称\nvalue: 率\n"},
	}
	for _, form := range forms {
		f := figure(b, form.lines)
		b.Run(form.name, func(b *testing.B) {
			for b.Loop() {
				s := realStore(b)
				for range 1000 {
					if _, problems := s.Figure(context.Background(), f); problems.HasErrors() {
						b.Fatal(printed(problems))
					}
				}
			}
		})
	}
}
