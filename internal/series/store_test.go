package series

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"charts/internal/diag"
	"charts/internal/report"
	"charts/internal/spec"
)

const seed = "../../../shared/reports/004_c0cd592e8c982e65.txt"

// realStore reads the real report, where it is at hand.
func realStore(t testing.TB) *Store {
	t.Helper()
	src, err := os.ReadFile(seed)
	if err != nil {
		t.Skip("the real report is not at hand")
	}
	doc, problems := report.Parse("2023", "report.txt", src)
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	return newStore(t, doc)
}

func newStore(t testing.TB, docs ...*report.Document) *Store {
	t.Helper()
	s, err := NewStore(docs, func(path string) ([]byte, error) { return os.ReadFile("testdata/" + path) })
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// figure reads a spec that has the given lines besides a title.
func figure(t testing.TB, lines string) *spec.Figure {
	t.Helper()
	f, problems := spec.ParseFigure("f.yaml", []byte("title: t\n"+lines))
	if problems.HasErrors() {
		t.Fatal(printed(problems))
	}
	return f
}

func printed(l diag.List) string {
	var b bytes.Buffer
	diag.Print(&b, l, nil)
	return b.String()
}

// show writes a frame as text: a line a row, missing as ·, computed numbers with
// a *, each with the lines it comes from.
func show(f Frame) string {
	var b strings.Builder
	for i, c := range f.Columns {
		if i > 0 {
			b.WriteString(" | ")
		}
		b.WriteString(c.Name)
		if c.Unit != "" {
			b.WriteString("/" + c.Unit)
		}
	}
	b.WriteString("\n")
	for _, r := range f.Rows {
		for i, v := range r.Cells {
			if i > 0 {
				b.WriteString(" | ")
			}
			b.WriteString(showValue(v))
		}
		b.WriteString(" @")
		for _, s := range r.Sources {
			fmt.Fprintf(&b, " %d", s.Line)
		}
		if r.Total {
			b.WriteString(" total")
		}
		b.WriteString("\n")
	}
	return b.String()
}

func showValue(v Value) string {
	switch v.Kind {
	case Missing:
		return "·"
	case Text:
		return v.Text
	}
	s := fmt.Sprintf("%v", v.Num)
	if v.Decimals >= 0 {
		s = fmt.Sprintf("%.*f", v.Decimals, v.Num)
	}
	s += v.Qualifier
	if v.Unit != "" {
		s += " " + v.Unit
	}
	if v.Computed {
		s += "*"
	}
	return s
}

func TestDump(t *testing.T) {
	s := realStore(t)
	for _, lines := range []string{
		"chart: bar\ndata: {table: 表 6, where: 毕业去向 <> '毕业去向落实率'}\ncategory: 毕业去向\nvalue: [人数, 比例]\nsort: -人数\n",
		"chart: bar\ndata: {table: 表 6}\ncategory: 毕业去向\nvalue: 人 数量\n",
		"chart: bar\ndata: {table: 表 66}\ncategory: 毕业去向\nvalue: 人数\n",
		"chart: bar\ndata: {table: 附表/表 4}\ncategory: 指标\nvalue: 2023年\n",
		"chart: bar\ndata: {table: 附表/表 4, where: 单位='万元'}\ncategory: _label\nvalue: 2023年\n",
		"chart: bar\ndata: {text: \"{年}年办学经费实际收入{收入:亿元}，较{上年}年增加{增量:亿元}\"}\nvalue: 收入\n",
		"chart: bar\ndata: {text: \"企业对学校捐赠设备总值{值:万元}\"}\nvalue: 值\n",
		"chart: bar\ndata: {text: \"没有这样的句子 {甲:人}\"}\nvalue: 甲\n",
		"chart: bar\ndata:\n  sql: SELECT 指标, \"2023年\" AS v FROM \"附表/表 1\" WHERE 指标 LIKE '%面向第_产业'\ncategory: 指标\nvalue: v\n",
		"chart: bar\ndata:\n  inputs: {t: {text: \"{年}年办学经费实际收入{收入:亿元}，较{上年}年增加{增量:亿元}\"}}\n  sql: SELECT 上年 || ' 年' AS 年份, 收入 - 增量 AS 实际收入 FROM t UNION ALL SELECT 年 || ' 年', 收入 FROM t\ncategory: 年份\nvalue: 实际收入\n",
		"chart: bar\ndata:\n  sql: SELECT 专业名称, share(报到数,录取数) AS 率, 报到数/录取数 AS b, 报到率 FROM 表1 ORDER BY 2 DESC LIMIT 3\ncategory: 专业名称\nvalue: [率,b,报到率]\n",
		"chart: bar\ndata:\n  sql: SELECT count(*) n, sum(录取数) s, max(报到率) FROM 表1 WHERE _total=0\nvalue: [n,s]\ncategory: n\n",
		"chart: bar\ndata:\n  sql: WITH a AS (SELECT 专业名称, 录取数 FROM 表1) SELECT 专业名称, 录取数*2 AS x FROM a LIMIT 2\nvalue: x\ncategory: 专业名称\n",
		"chart: bar\ndata:\n  sql: SELECT value, count(*) n FROM \"表 5\" t, split(\"t\".\"列2\", '、') GROUP BY 1\nvalue: n\ncategory: value\n",
		"chart: bar\ndata:\n  sql: SELECT 毕业去相 FROM 表6\nvalue: n\ncategory: value\n",
		"chart: bar\ndata:\n  sql: SELECT 毕业去向 FORM 表6\nvalue: n\ncategory: value\n",
		"chart: bar\ndata: {table: 表 6, where: 毕业去相 = 'x'}\ncategory: 毕业去向\nvalue: 人数\n",
		"chart: bar\ndata: {table: 表 6, where: 毕业去向 = 'x'}\ncategory: 毕业去向\nvalue: 人数\n",
		"chart: table\ndata: {table: 表 7}\ncolumns: [年份, 升学数, 升学率]\n",
	} {
		f := figure(t, lines)
		frame, problems := s.Figure(context.Background(), f)
		t.Logf("%s--\n%s%s", lines, show(frame), printed(problems))
	}
}
