package series

import (
	"context"
	"fmt"
	"testing"

	"charts/internal/spec"
)

// forms are specs of each way to ask for data; %d makes every one another.
var forms = []struct{ name, lines string }{
	{"tables", "chart: bar\ndata: {table: 表 6, where: 毕业去向 <> '毕业去向落实率' AND 人数 >= %d}\ncategory: 毕业去向\nvalue: 人数\nsort: -人数\n"},
	{"sentences", "chart: kpi\nnote: 其 %d\ndata: {text: \"{年}年办学经费实际收入{收入:亿元}，较{上年}年增加{增量:亿元}\"}\nvalue: 收入\n"},
	{"sql", "chart: bar\ndata:\n  sql: |\n    SELECT 专业名称, share(报到数, 录取数) AS 率\n    FROM 表1 WHERE _total = 0 AND 录取数 > %d\ncategory: 专业名称\nvalue: 率\n"},
	{"rows", "chart: bar\ndata:\n  values: [{年份: 2021, 人数: %d}, {年份: 2022, 人数: 30}]\n  source: 教务处\n  where: 年份 > 2000\ncategory: 年份\nvalue: 人数\n"},
}

// BenchmarkFolders reads folders of specs and asks for what is behind each
// figure. A folder of a thousand should stay under 1.5 s, and what one figure
// costs should not grow with the folder.
func BenchmarkFolders(b *testing.B) {
	for _, form := range forms {
		for _, size := range []int{10, 100, 1000} {
			b.Run(fmt.Sprintf("%s/%d", form.name, size), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					askAll(b, realStore(b), form.lines, size)
				}
				b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*size), "µs/figure")
			})
		}
	}
}

func askAll(b *testing.B, s *Store, lines string, size int) {
	for i := range size {
		f, problems := spec.ParseFigure("f.yaml", fmt.Appendf(nil, "title: t\n"+lines, i%30))
		if problems.HasErrors() {
			b.Fatal(printed(problems))
		}
		if _, problems := s.Figure(context.Background(), f); problems.HasErrors() {
			b.Fatal(printed(problems))
		}
	}
}
