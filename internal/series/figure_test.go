package series

import (
	"context"
	"testing"

	"charts/internal/report"
)

const small = `1.1 招生

2023 年录取 300 人，收入 5.04 亿元，较 2022 年增加 0.15 亿元。企业捐赠设备总值 752.56

万元，占比百分之九十以上。

表 1：招生情况

专业名称	录取数	报到数	报到率 (%)	奖项	捐赠
数控技术	100	90	90.00%	一等奖 2 项，二等奖 1 项	5.04 亿元
软件技术	170	——	80.50%	550 余项	856.20 万元
会计	30	27	92.5%	2 项	/
总计	300	250	83.33%		

附表

表 1：计分卡

序号	指标	单位	2023年
1	毕业生人数	人	6110
	其中：升学人数	人	2469
2	到款额	万元	856.20
3	自主创业率	%	1.05
4	缺少的	人	—
`

const older = `1.1 招生

2022 年录取 280 人，收入 4.89 亿元，较 2021 年增加 0.10 亿元。

表 1：招生情况

专业名称	录取数	男生
数控技术	110	60

附表

表 1：计分卡

序号	指标	单位	2022年
1	毕业生人数	人	6000
`

func document(t testing.TB, name, text string) *report.Document {
	t.Helper()
	doc, problems := report.Parse(name, name+".txt", []byte(text))
	if problems.HasErrors() || len(doc.Tables) == 0 {
		t.Fatalf("%d tables, %s", len(doc.Tables), printed(problems))
	}
	return doc
}

func TestFigure(t *testing.T) {
	tests := []struct{ name, lines, want string }{
		{"columns in the order of the roles, totals left out",
			"chart: column\ndata: {table: 表 1}\ncategory: 专业名称\nvalue: [报到率, 录取数]", `
专业名称 | 报到率/% | 录取数
数控技术 | 90.00 % | 100 @ 10
软件技术 | 80.50 % | 170 @ 11
会计 | 92.5 % | 30 @ 12
`},
		{"months in their order",
			"chart: column\ndata: {source: s, values: [{月: 2023年10月, 数: 3}, {月: 2023年2月, 数: 4}, {月: 2022年12月, 数: 5}]}\ncategory: 月\nvalue: 数\nsort: 月", `
月 | 数
2022年12月 | 5 @ 3
2023年2月 | 4 @ 3
2023年10月 | 3 @ 3
`},
		{"months that are written as numbers",
			"chart: column\ndata: {source: s, values: [{月: 2023.9, 数: 3}, {月: 2023.10, 数: 4}, {月: 2023.8, 数: 5}]}\ncategory: 月\nvalue: 数\nsort: 月", `
月 | 数
2023.8 | 5 @ 3
2023.9 | 3 @ 3
2023.10 | 4 @ 3
`},
		{"values that look like months",
			"chart: column\ndata: {source: s, values: [{项: 甲, 数: 2023.9}, {项: 乙, 数: 2023.10}]}\ncategory: 项\nvalue: 数\nsort: 数", `
项 | 数
乙 | 2023.10 @ 3
甲 | 2023.9 @ 3
`},
		{"totals when they are asked for",
			"chart: column\ndata: {table: 表 1}\ncategory: 专业名称\nvalue: 录取数\ntotals: true\nsort: 录取数", `
专业名称 | 录取数
会计 | 30 @ 12
数控技术 | 100 @ 10
软件技术 | 170 @ 11
总计 | 300 @ 13 total
`},
		{"a total that where asks for stays",
			"chart: kpi\ndata: {table: 表 1, where: 专业名称 = '总计'}\nvalue: 报到率", `
报到率/%
83.33 % @ 13 total
`},
		{"missing is missing and sorts last",
			"chart: column\ndata: {table: 表 1}\ncategory: 专业名称\nvalue: 报到数\nsort: -报到数", `
专业名称 | 报到数
数控技术 | 90 @ 10
会计 | 27 @ 12
软件技术 | · @ 11
`},
		{"text stays text, money of two units becomes one",
			"chart: table\ndata: {table: 表 1}\ncolumns: [奖项, 捐赠]", `
奖项 | 捐赠/亿元
一等奖 2 项，二等奖 1 项 | 5.04 亿元 @ 10
550 余项 | 0.085620 亿元 @ 11
2 项 | · @ 12
`},
		{"the top, the rest added up",
			"chart: column\ndata: {table: 表 1}\ncategory: 专业名称\nvalue: 录取数\nsort: -录取数\ntop: {n: 1, other: 其他}", `
专业名称 | 录取数
软件技术 | 170 @ 11
其他 | 130* @ 10 12
`},
		{"names that differ by blanks and width",
			"chart: column\ndata: {table: 表1}\ncategory: 专业 名称\nvalue: 录取数\ntop: {n: 1}", `
专业 名称 | 录取数
数控技术 | 100 @ 10
`},
		{"a renamed column",
			"chart: column\ndata: {table: 表 1, columns: {专业: 专业名称, 率: 报到率}, where: 报到率 > 90}\ncategory: 专业\nvalue: 率", `
专业 | 率/%
会计 | 92.5 % @ 12
`},
		{"a score card: units by row, the path of a row",
			"chart: column\ndata: {table: 附表/表 1, where: 单位 = '人'}\ncategory: _label\nvalue: 2023年", `
_label | 2023年/人
毕业生人数 | 6110 人 @ 20
毕业生人数/其中：升学人数 | 2469 人 @ 21
缺少的 | · @ 24
`},
		{"a sentence over a page break",
			"chart: kpi\ndata: {text: \"捐赠设备总值{值:万元}，占比{比:%}\"}\nvalue: [值]", `
值/万元
752.56 万元 @ 3
`},
		{"holes convert, and take years and text",
			"chart: table\ndata: {text: \"{年}年录取{n:人}，{什么}5.04亿元，较{_}年增加{增:万元}\"}\ncolumns: [年, n, 什么, 增]", `
年 | n/人 | 什么 | 增/万元
2023 | 300 人 | 收入 | 1500 万元 @ 3
`},
		{"a percentage in words",
			"chart: kpi\ndata: {text: \"占比{比:%}\"}\nvalue: 比", `
比/%
90以上 % @ 5
`},
		{"inline values",
			"chart: column\ndata: {values: [{年: \"2022\", 收入: 4.890 亿元}, {年: \"2023\", 收入: 5.04 亿元}, {年: \"2024\", 收入: null}], source: 财务处}\ncategory: 年\nvalue: 收入", `
年 | 收入/亿元
2022 | 4.890 亿元 @ 3
2023 | 5.04 亿元 @ 3
2024 | · @ 3
`},
		{"inline names with units",
			"chart: column\ndata: {values: [{年: \"2022\", 费用（元）: 500, 费用（万元）: 3, 率（%）: 9}], source: 财务处}\ncategory: 年\nvalue: [费用（元）, 费用（万元）, 率]", `
年 | 费用（元）/元 | 费用（万元）/万元 | 率/%
2022 | 500 元 | 3 万元 | 9 % @ 3
`},
		{"a side file",
			"chart: column\ndata: {file: services.csv, where: 金额 > 100}\ncategory: 项目\nvalue: 金额", `
项目 | 金额/万元
培训 | 1759.16 万元 @ 2
横向技术服务 | 1946.59 万元 @ 3
`},
		{"all reports",
			"chart: table\ndata: {table: 表 1, across: reports, where: 专业名称 = '数控技术'}\ncolumns: [年度, 专业名称, 录取数, 报到数, 男生]", `
年度 | 专业名称 | 录取数 | 报到数 | 男生
2023 | 数控技术 | 100 | 90 | · @ 10
2022 | 数控技术 | 110 | · | 60 @ 8
`},
		{"score cards of all reports",
			"chart: line\ndata: {table: 附表/表 1, across: reports, where: 指标 = '毕业生人数'}\ncategory: 年度\nvalue: 本年", `
年度 | 本年/人
2023 | 6110 人 @ 20
2022 | 6000 人 @ 15
`},
		{"sentences of all reports",
			"chart: line\ndata: {text: \"录取{n:人}\", across: reports}\ncategory: 年度\nvalue: n", `
年度 | n/人
2023 | 300 人 @ 3
2022 | 280 人 @ 3
`},
		{"one report by name",
			"chart: column\ndata: {table: 表 1, report: \"2022\"}\ncategory: 专业名称\nvalue: 录取数", `
专业名称 | 录取数
数控技术 | 110 @ 8
`},
	}
	s := newStore(t, document(t, "2023", small), document(t, "2022", older))
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			frame, problems := s.Figure(context.Background(), figure(t, tt.lines))
			if got := "\n" + show(frame) + printed(problems); got != tt.want {
				t.Errorf("got%s\nwant%s", got, tt.want)
			}
		})
	}
}

func TestProblems(t *testing.T) {
	tests := []struct{ lines, want string }{
		{"chart: bar\ndata: {table: 表 1}\ncategory: 专业名称\nvalue: 录取 数量",
			`f.yaml:5:8: no column "录取 数量" in 表 1 (report line 9); it has 专业名称, 录取数, 报到数, 报到率, 奖项, 捐赠
  hint: did you mean 录取数?
  see 2023.txt:9: the columns of 表 1
`},
		{"chart: bar\ndata: {table: 表 1}\ncategory: 专业名称\nvalue: sum(录取数)",
			`f.yaml:5:8: no column "sum(录取数)" in 表 1 (report line 9); it has 专业名称, 录取数, 报到数, 报到率, 奖项, 捐赠
  hint: a column is named here; what is computed stands in SQL: data: {inputs: {t: {…}}, sql: SELECT …, sum(录取数) AS … FROM t}
  see 2023.txt:9: the columns of 表 1
`},
		{"chart: bar\ndata: {table: 表 1}\ncategory: 专业名称\nvalue: 录取数/100",
			`f.yaml:5:8: no column "录取数/100" in 表 1 (report line 9); it has 专业名称, 录取数, 报到数, 报到率, 奖项, 捐赠
  hint: a column is named here; what is computed stands in SQL: data: {inputs: {t: {…}}, sql: SELECT …, 录取数/100 AS … FROM t}
  see 2023.txt:9: the columns of 表 1
`},
		{"chart: bar\ndata: {table: 表 1}\ncategory: 专业名称\nvalue: 录取数 报到数",
			`f.yaml:5:8: no column "录取数 报到数" in 表 1 (report line 9); it has 专业名称, 录取数, 报到数, 报到率, 奖项, 捐赠
  hint: several columns are a list: [录取数, 报到数]
  see 2023.txt:9: the columns of 表 1
`},
		{"chart: bar\ndata: {table: 表 12}\ncategory: 专业名称\nvalue: 录取数",
			`f.yaml:3:15: no table "表 12" in 2023.txt
  hint: there is 表 1, 附表/表 1; ` + "`charts tables`" + ` lists them with their titles
`},
		{"chart: bar\ndata: {table: 表 1, report: \"2021\"}\ncategory: 专业名称\nvalue: 录取数",
			`f.yaml:3:28: no report "2021"; there is 2023
  hint: did you mean 2023?
`},
		{"chart: bar\ndata: {table: 附表/表 1}\ncategory: 指标\nvalue: 2023年",
			`f.yaml:5:8: 2023年 mixes units on one axis: 人: 毕业生人数 (line 20), 毕业生人数/其中：升学人数 (line 21); 万元: 到款额 (line 22); %: 自主创业率 (line 23)
  hint: choose rows of one unit with where, or give each unit its own figure
  see 2023.txt:20: 毕业生人数 in 人
  see 2023.txt:22: 到款额 in 万元
  see 2023.txt:23: 自主创业率 in %
`},
		{"chart: bar\ndata: {table: 表 1, where: 专业名称 = '护理'}\ncategory: 专业名称\nvalue: 录取数",
			`f.yaml:3:34: no row of 表 1 (report line 9) fits: nothing in it is called '护理'
  hint: 专业名称 is one of 数控技术, 软件技术, 会计, 总计
`},
		{"chart: bar\ndata: {table: 表 1, where: 专业名称 = '会记'}\ncategory: 专业名称\nvalue: 录取数",
			`f.yaml:3:34: no row of 表 1 (report line 9) fits: nothing in it is called '会记'
  hint: did you mean '会计'? 专业名称 is one of 数控技术, 软件技术, 会计, 总计
`},
		{"chart: bar\ndata:\n  table: 表 1\n  where: >\n    专业名称 = '会计'\n      AND 录取 > 1\ncategory: 专业名称\nvalue: 录取数",
			`f.yaml:7:11: no column "录取" in 表 1 (report line 9); it has 专业名称, 录取数, 报到数, 报到率, 奖项, 捐赠
  hint: did you mean 录取数?
`},
		{"chart: bar\ndata: {table: 表 1, where: 录取数 > }\ncategory: 专业名称\nvalue: 录取数",
			`f.yaml:3:32: the SQL ends too early
  hint: something is missing at its end, or a bracket is not closed
`},
		{"chart: bar\ndata: {table: 表 1, where: 软件 = '会计'}\ncategory: 专业名称\nvalue: 录取数",
			`f.yaml:3:27: no column "软件" in 表 1 (report line 9); it has 专业名称, 录取数, 报到数, 报到率, 奖项, 捐赠
  hint: a text is written in single quotes: '软件'
`},
		{"chart: kpi\ndata: {text: \"收入{收入:万人}，较{年}年增加\"}\nvalue: 收入",
			`f.yaml:3:17: the hole {收入:万人} stands where the report has 5.04 亿元
  hint: write a unit of the same kind, or {收入} for what stands there
  see 2023.txt:3: 2023 年录取 300 人，收入 5.04 亿元，较 2022 年增加 0.15 亿元。
`},
		{"chart: kpi\ndata:\n  text: >-\n    录取{人数:人}，\n    收入{收入:万圆}\nvalue: 收入",
			`f.yaml:6:7: the unit of the hole {收入:万圆} is not one that is known
  hint: write the unit as the report prints it: 5.04 亿元
  see 2023.txt:3: 2023 年录取 300 人，收入 5.04 亿元，较 2022 年增加 0.15 亿元。
`},
		{"chart: kpi\ndata: {text: \"收入{收入:万元}，比{年}年增加{增量:亿元}\"}\nvalue: 收入",
			`f.yaml:3:24: no sentence of 2023.txt fits from "，比" on
  hint: the nearest sentence, line 3: 2023 年录取 300 人，收入 5.04 亿元，较 2022 年增加 0.15 亿元。
  see 2023.txt:3: 2023 年录取 300 人，收入 5.04 亿元，较 2022 年增加 0.15 亿元。
`},
		{"chart: kpi\ndata: {text: \"收入{收入\"}\nvalue: 收入", "f.yaml:3:17: a { has no }\n  hint: write {name:unit}\n"},
		{"chart: kpi\ndata: {text: \"收入收入}\"}\nvalue: 收入", "f.yaml:3:19: there is a } without its {\n  hint: write {name:unit}\n"},
		{"chart: kpi\ndata: {text: \"收入{}\"}\nvalue: 收入", "f.yaml:3:17: a hole has no name\n  hint: write {name} or {name:unit}, or {_} for a number that is not needed\n"},
		{"chart: kpi\ndata: {text: \"收入{a}{b}\"}\nvalue: a", "f.yaml:3:20: the holes {a} and {b} need some words between them\n  hint: write the words that stand between the numbers\n"},
		{"chart: kpi\ndata: {text: \"{a:人}\"}\nvalue: a", "f.yaml:3:15: the pattern needs some words of the sentence around its holes\n  hint: copy the sentence and put holes in place of its numbers\n"},
		{"chart: kpi\ndata: {text: \"收入\"}\nvalue: a", "f.yaml:3:15: the pattern has no hole\n  hint: write {name:unit} where the number stands\n"},
		{"chart: kpi\ndata: {text: \"{a}收入{a:元}\"}\nvalue: a", "f.yaml:3:20: two holes are named a\n  hint: give each its own name, or {_} to one that is not needed\n"},
		{"chart: kpi\ndata: {file: none.csv}\nvalue: a", "f.yaml:3:14: none.csv: there is no such file\n  hint: its path starts at the folder that holds specs\n"},
		{"chart: kpi\ndata: {file: nameless.csv}\nvalue: a",
			`f.yaml:3:14: nameless.csv: line 1: column 3 has no name
  hint: write one, or delete the column
  see nameless.csv:1: column 3 has no name
`},
		{"chart: bar\ndata: {table: 图 1}\ncategory: 毕业去向\nvalue: 人数",
			`f.yaml:3:15: no table "图 1" in 2023.txt
  hint: did you mean 表 1, 附表/表 1?
`},
		{"chart: kpi\ndata: {file: ragged.csv}\nvalue: a",
			`f.yaml:3:14: ragged.csv: line 3: it has 3 cells, and there are 2 columns
  hint: put a cell with a comma in it in quotes, or write 1480.2 for 1,480.2
  see ragged.csv:3: it has 3 cells, and there are 2 columns
`},
	}
	s := newStore(t, document(t, "2023", small))
	for _, tt := range tests {
		frame, problems := s.Figure(context.Background(), figure(t, tt.lines))
		if got := printed(problems); got != tt.want || len(frame.Rows) > 0 {
			t.Errorf("%s\ngot\n%s%s\nwant\n%s", tt.lines, show(frame), got, tt.want)
		}
	}
}

// A name that spans rows counts for each of them, up to a total; other blanks
// stay, and 其中： is no part of a name.
func TestSpans(t *testing.T) {
	s := newStore(t, document(t, "2023", `表 1 规模

序号	学院	专业	人数	备注
1	艺术学院	服装设计	51	新
2		环境艺术设计	97
3	财经学院	会计	307	重点
4		市场营销	86
合计			541
`))
	frame, problems := s.Figure(context.Background(), figure(t, "chart: table\ndata: {table: 表 1}\ncolumns: [学院, 专业, 备注]"))
	want := `
学院 | 专业 | 备注
艺术学院 | 服装设计 | 新 @ 4
艺术学院 | 环境艺术设计 | · @ 5
财经学院 | 会计 | 重点 @ 6
财经学院 | 市场营销 | · @ 7
`
	if got := show(frame); got != want[1:] && got != want {
		t.Errorf("%s%s\nwant %s", got, printed(problems), want)
	}
}

func TestOwnName(t *testing.T) {
	for name, want := range map[string]string{"其中：升学": "升学", "其中: 升学": "升学", "其中，升学": "升学", "其中": "其中", "其中：": "其中：", "升学": "升学"} {
		if got := ownName(name); got != want {
			t.Errorf("%q is %q, want %q", name, got, want)
		}
	}
}

func TestSourceless(t *testing.T) {
	s := newStore(t, document(t, "2023", small))
	lines := "chart: bar\ndata:\n  sql: SELECT '录取' AS 项, 录取数 AS n FROM 表1 WHERE _total UNION ALL SELECT '其他', 12\ncategory: 项\nvalue: n\n"
	_, problems := s.Figure(context.Background(), figure(t, lines))
	want := "f.yaml:4:8: warning: the row of 其他 comes from no report or file\n" +
		"  hint: read its numbers from a table or sentence, or say with source: where they come from\n"
	if got := printed(problems); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	if _, problems := s.Figure(context.Background(), figure(t, lines+"source: 教务处\n")); len(problems) > 0 {
		t.Error(printed(problems))
	}
}

func TestRealReport(t *testing.T) {
	tests := []struct{ name, lines, want string }{
		{"destinations", "chart: bar\ndata: {table: 表 6, where: 毕业去向 <> '毕业去向落实率'}\ncategory: 毕业去向\nvalue: [人数, 比例]\nsort: -人数\ntop: {n: 3}", `
毕业去向 | 人数/人 | 比例/%
签就业协议形式就业 | 2924 人 | 45.74 % @ 876
升学 | 2469 人 | 38.62 % @ 877
签劳动合同形式就业 | 283 人 | 4.43 % @ 878
`},
		{"the same label under two parents, in rows that were shifted", "chart: table\ndata: {table: 附表/表 3, where: \"_label LIKE '%校级数量/%'\"}\ncolumns: [_label, 2023年]", `
_label | 2023年
专业教学资源库数/校级数量/接入国家智慧教育平台数量 | 8 个 @ 1730
在线精品课程数/校级数量/接入国家智慧教育平台数量 | 34 门 @ 1739
虚拟仿真实训基地数/校级数量/接入国家智慧教育平台数量 | 12 个 @ 1746
`},
		{"a number parted from its unit by a page break", "chart: kpi\ndata: {text: \"企业对学校捐赠设备总值{总值:元}\"}\nvalue: 总值", `
总值/元
7525600 元 @ 1445
`},
		{"two years of income", "chart: column\ndata:\n  inputs: {t: {text: \"{年}年办学经费实际收入{收入:亿元}，较{上年}年增加{增量:亿元}\"}}\n  sql: SELECT 上年 || ' 年' AS 年份, 收入 - 增量 AS 收入 FROM t UNION ALL SELECT 年 || ' 年', 收入 FROM t\ncategory: 年份\nvalue: 收入", `
年份 | 收入/亿元
2021 年 | 5.01 亿元* @ 1638
2022 年 | 5.04 亿元 @ 1638
`},
	}
	s := realStore(t)
	for _, tt := range tests {
		frame, problems := s.Figure(context.Background(), figure(t, tt.lines))
		if got := "\n" + show(frame) + printed(problems); got != tt.want {
			t.Errorf("%s: got%s\nwant%s", tt.name, got, tt.want)
		}
	}
}
