package series

import (
	"context"
	"fmt"
	"testing"

	"charts/internal/spec"
)

// BenchmarkThousandFigures asks what a folder of a thousand specs asks: a third
// each of tables, sentences, and SQL. It should stay far under 1.5 s.
func BenchmarkThousandFigures(b *testing.B) {
	kinds := []string{
		"chart: bar\ndata: {table: 表 6, where: 毕业去向 <> '毕业去向落实率'}\ncategory: 毕业去向\nvalue: 人数\nsort: -人数\n",
		"chart: bar\ndata: {text: \"{年}年办学经费实际收入{收入:亿元}，较{上年}年增加{增量:亿元}\"}\ncategory: 年\nvalue: 收入\n",
		"chart: bar\ndata:\n  sql: SELECT 专业名称, share(报到数, 录取数) AS 率 FROM 表1 WHERE _total = 0\ncategory: 专业名称\nvalue: 率\n",
	}
	for i, name := range []string{"tables", "sentences", "sql"} {
		b.Run(name, func(b *testing.B) { thousand(b, figure(b, kinds[i])) })
	}
}

func thousand(b *testing.B, f *spec.Figure) {
	for b.Loop() {
		s := realStore(b)
		for range 1000 {
			if _, problems := s.Figure(context.Background(), f); problems.HasErrors() {
				b.Fatal(printed(problems))
			}
		}
		b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N)/1000, "s/run")
	}
}

func BenchmarkOpen(b *testing.B) {
	for b.Loop() {
		realStore(b)
	}
}

var _ = fmt.Sprint
