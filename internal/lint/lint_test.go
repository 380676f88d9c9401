package lint_test

import (
	"flag"
	"slices"
	"strings"
	"testing"

	"charts/internal/diag"
	"charts/internal/kind"
	"charts/internal/lint"
	"charts/internal/prose"
	"charts/internal/series"
	"charts/internal/spec"
)

var update = flag.Bool("update", false, "write docs/lint.md")

// data is inline values: a head, and rows parted by semicolons.
func data(head string, rows ...string) string {
	names := strings.Split(head, ",")
	var all []string
	for _, row := range rows {
		var fields []string
		for i, v := range strings.Split(row, ",") {
			fields = append(fields, names[i]+": "+v)
		}
		all = append(all, "{"+strings.Join(fields, ", ")+"}")
	}
	return "data: {source: 统计室, values: [" + strings.Join(all, ", ") + "]}\n"
}

// resolved is a figure as lint sees it.
func resolved(t *testing.T, src string) lint.Figure {
	t.Helper()
	if !strings.Contains(src, "title:") {
		src = "title: 概况\n" + src
	}
	f, problems := spec.ParseFigure("a.yaml", []byte(src))
	if problems.HasErrors() {
		t.Fatalf("%s\n%v", src, problems)
	}
	store, err := series.NewStore(nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	frame, problems := store.Figure(t.Context(), f)
	if problems.HasErrors() {
		t.Fatalf("%s\n%v", src, problems)
	}
	c, problems := kind.Resolve(f, frame, kind.Options{})
	if problems.HasErrors() {
		t.Fatalf("%s\n%v", src, problems)
	}
	return lint.Figure{Spec: f, Frame: frame, Chart: c}
}

func rulesOf(problems diag.List) []string {
	var all []string
	for _, p := range problems {
		all = append(all, p.Rule)
	}
	return slices.Compact(all)
}

// What breaks a rule breaks no other, and what is near it breaks none.
func TestRules(t *testing.T) {
	const (
		byYear = "category: 年份\nvalue: 人数\nunit: 人\n"
		byName = "category: 去向\nvalue: 人数\nunit: 人\n"
	)
	years := func(values ...string) string { return data("年份,人数", values...) }
	kinds := func(values ...string) string { return data("去向,人数", values...) }
	three := kinds("升学,120", "就业,300", "其他,15")
	rising, falling := years("2021,30", "2022,40", "2023,50"), years("2021,50", "2022,40", "2023,30")
	seven := kinds("升学,1", "就业,2", "入伍,3", "创业,4", "出国,5", "待业,6", "支教,9")
	rates := data("校区,报到率,录取率", "东,91,40", "西,93,45")
	tests := []struct{ rule, breaks, keeps string }{
		{"stacked-rates", "chart: column\nstack: true\ncategory: 校区\nvalue: [报到率, 录取率]\nunit: \"%\"\n" + rates, "chart: column\ncategory: 校区\nvalue: [报到率, 录取率]\nunit: \"%\"\n" + rates},
		{"stacked-rates", "chart: bar\nstack: true\ncategory: 校区\nvalue: 生师比\nseries: 年份\n" + data("校区,年份,生师比", "东,2021,17", "东,2022,18", "西,2021,16", "西,2022,15"),
			"chart: bar\nstack: true\ncategory: 校区\nvalue: [男, 女]\nunit: \"%\"\n" + data("校区,男,女", "东,41,59", "西,55,45")},
		{"unweighted-average", average("avg(报到率) AS 报到率"), average("sum(报到数) * 100.0 / sum(录取数) AS 报到率")},
		{"unweighted-average", average(`avg(t."报到率") AS 报到率`), average("avg(报到数) AS 报到率")},
		{"total-as-part", "chart: donut\n" + byName + kinds("男,40", "女,50", "外,20", "学生,110"), "chart: donut\n" + byName + kinds("男,40", "女,50", "其他,90")},
		{"total-as-part", "chart: pie\n" + byName + kinds("甲,140", "乙,50", "丙,210", "丁,400"), "chart: bar\n" + byName + kinds("甲,140", "乙,50", "丙,210", "丁,400")},
		{"total-as-part", "chart: column\nstack: true\ncategory: 年份\nvalue: [学生, 专科, 本科, 硕士]\nunit: 人\n" + data("年份,学生,专科,本科,硕士", "2021,190,40,100,50", "2022,180,40,90,50"),
			"chart: column\nstack: true\ncategory: 年份\nvalue: [专科, 本科, 硕士]\nunit: 人\n" + data("年份,学生,专科,本科,硕士", "2021,190,40,100,50", "2022,180,40,90,50")},
		{"total-as-part", "chart: pie\n" + byName + kinds("甲,140", "乙,50", "丙,210", "丁,400"), "chart: pie\n" + byName + kinds("甲,14", "乙,5", "丙,21", "丁,40")},
		{"time-order", "chart: column\n" + byYear + years("2021,4", "2023,5", "2022,6"), "chart: column\nsort: -人数\n" + byYear + years("2021,4", "2023,5", "2022,6")},
		{"time-order", "chart: line\ncategory: 月份\nvalue: 人数\nunit: 人\n" + data("月份,人数", "10月,3", "2月,4", "1月,5"), "chart: line\ncategory: 月份\nvalue: 人数\nunit: 人\n" + data("月份,人数", "11月,3", "12月,4", "1月,5")},
		{"time-order", "chart: line\nsort: -年份\n" + byYear + rising, "chart: bar\nsort: -人数\n" + byYear + rising},
		{"uneven-time", "chart: column\n" + byYear + years("2010,4", "2020,5", "2021,6"), "chart: line\n" + byYear + years("2010,4", "2020,5", "2021,6")},
		{"uneven-time", "chart: column\n" + byYear + years("2021,4", "2020,5", "2010,6"), "chart: column\n" + byYear + years("2020,4", "2015,5", "2010,6")},
		{"uneven-time", "chart: column\n" + byYear + years("2011-2012,4", "2012-2013,5", "2015-2016,6"), "chart: column\n" + byYear + years("2010,4", "2015,5", "2020,6")},
		{"uneven-time", "chart: column\ncategory: 月份\nvalue: 人数\nunit: 人\n" + data("月份,人数", "1月,3", "2月,4", "4月,5"),
			"chart: column\ncategory: 月份\nvalue: 人数\nunit: 人\n" + data("月份,人数", "1月,3", "2月,4", "2024年4月,5")},
		{"line-without-sequence", "chart: line\n" + byName + three, "chart: column\n" + byName + three},
		{"line-without-sequence", "chart: area\n" + byName + kinds("护理,3", "会计,4", "物流,7"), "chart: line\n" + byName + kinds("开学初,3", "期中,4", "期末,7")},
		{"combo-same-unit", "chart: combo\ncategory: 去向\nvalue: [录取数, 报到数]\nunit: 人\n" + data("去向,录取数,报到数", "东,90,80", "西,70,60"),
			"chart: combo\ncategory: 去向\nvalue: [录取数, 报到率]\n" + data("去向,录取数,报到率", "东,90,80", "西,70,60")},
		{"too-many-parts", "chart: pie\n" + byName + seven, "chart: bar\n" + byName + seven},
		{"too-many-parts", "chart: donut\n" + byName + seven, "chart: donut\nhighlight: 升学\n" + byName + seven},
		{"too-many-parts", "chart: dot\ncategory: 校区\nvalue: [甲, 乙, 丙, 丁, 戊, 己, 庚]\nunit: 人\n" + data("校区,甲,乙,丙,丁,戊,己,庚", "东,1,2,3,4,5,6,7", "西,2,3,4,5,6,7,8"), "chart: panels\ncategory: 校区\nvalue: [甲, 乙, 丙, 丁, 戊, 己, 庚]\nunit: 人\n" + data("校区,甲,乙,丙,丁,戊,己,庚", "东,1,2,3,4,5,6,7", "西,2,3,4,5,6,7,8")},
		{"too-many-parts", "chart: dot\ncategory: 校区\nvalue: [甲, 乙, 丙, 丁, 戊, 己, 庚]\nunit: 人\n" + data("校区,甲,乙,丙,丁,戊,己,庚", "东,1,2,3,4,5,6,7", "西,2,3,4,5,6,7,8"), "chart: dot\ncategory: 校区\nvalue: [甲, 乙, 丙, 丁, 戊, 己]\nunit: 人\n" + data("校区,甲,乙,丙,丁,戊,己", "东,1,2,3,4,5,6", "西,2,3,4,5,6,7")},
		{"too-many-parts", "chart: donut\n" + byName + seven, "chart: donut\n" + byName + kinds("升学,1", "就业,2", "入伍,3", "创业,4", "出国,5", "待业,6")},
		{"trend-contradicted", "title: 在校生逐年增加\nchart: line\n" + byYear + years("2021,50", "2022,40", "2023,60"), "title: 在校生增加\nchart: line\n" + byYear + years("2021,50", "2022,40", "2023,60")},
		{"trend-contradicted", "title: 在校生人数持续下降\nchart: column\n" + byYear + rising, "title: 在校生人数持续下降\nchart: column\n" + byYear + falling},
		{"trend-contradicted", "title: Students rose\nchart: column\n" + byYear + falling, "title: 人数增长率\nchart: column\n" + byYear + falling},
		{"trend-contradicted", "chart: column\nannotations: {at: 2022, text: 回落后上升}\n" + byYear + falling, "chart: column\nannotations: {at: 2022, text: 未上升}\n" + byYear + falling},
		{"trend-contradicted", "note: 人数呈上升趋势。\nchart: column\n" + byYear + falling, "note: 计划数呈上升趋势。\nchart: column\n" + byYear + falling},
		{"rank-contradicted", "title: 毕业生去向，升学人数最多\nchart: bar\n" + byName + three, "title: 毕业生去向，就业人数最多\nchart: bar\n" + byName + three},
		{"rank-contradicted", "chart: bar\nannotations: {at: 升学, text: 居首位}\n" + byName + three, "chart: bar\nannotations: {at: 其他, text: 最少}\n" + byName + three},
		{"rank-contradicted", "title: 升学 ranks first\nchart: bar\n" + byName + three, "title: 升学最高分\nchart: bar\n" + byName + three},
		{"number-contradicted", "note: 其中升学 210 人。\nchart: bar\n" + byName + three, "note: 其中升学 120 人，较上年增加 90 人。\nchart: bar\n" + byName + three},
		{"number-contradicted", "chart: column\nannotations: {at: 就业, text: 303 人}\n" + byName + three, "chart: column\nannotations: {at: 就业, text: +30 人}\n" + byName + three},
		{"number-contradicted", "title: 就业人数达 330 人\nchart: bar\n" + byName + three, "title: 就业和升学 330 人\nchart: bar\n" + byName + three},
		{"year-contradicted", "title: 2020 年人数\nchart: bar\ncategory: 去向\nvalue: 2021年\nunit: 人\n" + data("去向,2021年", "升学,1", "就业,4"),
			"title: 与 2020 年相比的人数\nchart: bar\ncategory: 去向\nvalue: 2021年\nunit: 人\n" + data("去向,2021年", "升学,1", "就业,4")},
		{"number-contradicted", "note: 升学 120 人、就业 330 人\nchart: bar\n" + byName + three, "note: 其他 3 人未填写。\nchart: bar\n" + byName + three},
		{"number-contradicted", "title: 2023 年人数达 55 人\nchart: column\n" + byYear + rising, "title: 2023 年人数达 50 人\nchart: column\n" + byYear + rising},
		{"rank-contradicted", "title: 2021年人数最多\nchart: column\n" + byYear + rising, "title: 2021 年以来人数最多\nchart: column\n" + byYear + rising},
		{"trend-contradicted", "title: 在校生增长 12%\nchart: column\n" + byYear + falling, "title: 在校生减少 12%\nchart: column\n" + byYear + falling},
		{"line-without-sequence", "chart: line\n" + byName + kinds("护理,3", "会计,4", "物流,7"), "chart: line\n" + byName + kinds("不及格,3", "及格,4", "良好,7", "优秀,1")},
		{"year-contradicted", "title: 2021—2025 年人数\nchart: line\n" + byYear + rising, "title: 十四五规划（2021—2025 年）的人数\nchart: line\n" + byYear + rising},
		{"year-contradicted", "title: 2019—2023 年人数\nchart: line\n" + byYear + rising, "title: 2021—2023 年人数\nchart: line\n" + byYear + rising},
		{"typed-reference", "chart: bar\nreference: {value: 145, label: 平均}\n" + byName + three, "chart: bar\nreference: {value: 145, label: 计划}\n" + byName + three},
		{"typed-reference", "chart: bar\nreference: 42.35\n" + byName + kinds("甲,40.1", "乙,42.35", "丙,50.2"), "chart: bar\nreference: median\n" + byName + kinds("甲,40.1", "乙,42.35", "丙,50.2")},
		{"typed-reference", "chart: bar\nreference: {value: 300, label: 最高}\n" + byName + three, "chart: bar\nreference: {value: 300, label: 上限}\n" + byName + three},
		{"typed-reference", "chart: column\nreference: {value: 40, label: 上年}\n" + byYear + rising, "chart: column\nreference: {value: 41, label: 上年}\n" + byYear + rising},
		{"small-text", "chart: bar\nsize: 300mm\n" + byName + three, "chart: bar\nsize: 160mm\n" + byName + three},
		{"colors-alike", "chart: donut\ncolors: {升学: \"#1f77b4\", 就业: \"#1f78b0\"}\n" + byName + three, "chart: donut\ncolors: {升学: \"#1f77b4\", 就业: \"#e0a030\"}\n" + byName + three},
		{"colors-alike", "chart: column\ncolors: {升学: \"#fffff0\"}\n" + byName + three, "chart: column\ncolors: {升学: \"#1f77b4\", 就业: \"#1f77b4\"}\n" + byName + three},
		{"no-unit", "chart: bar\ncategory: 去向\nvalue: 经费\n" + data("去向,经费", "东,4", "西,5"), "chart: bar\ncategory: 去向\nvalue: 经费\nunit: 万元\n" + data("去向,经费", "东,4", "西,5")},
		{"no-unit", "chart: bar\ncategory: 去向\nvalue: 建筑面积\n" + data("去向,建筑面积", "东,4", "西,5"), "chart: bar\ncategory: 去向\nvalue: 教室数\n" + data("去向,教室数", "东,4", "西,5")},
		{"fractions-as-percent", "chart: column\ncategory: 校区\nvalue: 完成\nunit: \"%\"\n" + data("校区,完成", "东,0.45", "西,1"), "chart: column\ncategory: 校区\nvalue: 完成\nunit: \"%\"\n" + data("校区,完成", "东,0.45", "西,1.2")},
		{"fractions-as-percent", "chart: column\nstack: true\ncategory: 年份\nvalue: [公路, 管道]\nunit: \"%\"\n" + data("年份,公路,管道", "2021,0.3,0.7", "2022,0.4,0.6"), "chart: column\nstack: true\ncategory: 年份\nvalue: [公路, 管道]\nunit: \"%\"\n" + data("年份,公路,管道", "2021,99.3,0.7", "2022,99.4,0.6")},
		{"fractions-as-percent", "chart: line\ncategory: 年份\nvalue: 完成\nunit: \"%\"\n" + data("年份,完成", "2021,0.4", "2022,0.5"), "chart: line\ncategory: 年份\nvalue: 完成\nunit: \"%\"\n" + data("年份,完成", "2021,0.4%", "2022,0.5%")},
	}
	tried := map[string]bool{"values-differ": true, lint.BareCard: true, lint.TitleLabel: true} // see TestDiffering, and those of pages
	for _, tt := range tests {
		tried[tt.rule] = true
		if got := rulesOf(lint.Check(resolved(t, tt.breaks))); !slices.Equal(got, []string{tt.rule}) {
			t.Errorf("%s\nbreaks %v; want %s", tt.breaks, got, tt.rule)
		}
		if got := lint.Check(resolved(t, tt.keeps)); len(got) > 0 {
			t.Errorf("%s\nbreaks %v; want none", tt.keeps, got)
		}
	}
	for _, r := range lint.Rules {
		if !tried[r.Name] {
			t.Errorf("no figure breaks %s", r.Name)
		}
	}
}

// average is a figure of one value that SQL computes.
func average(value string) string {
	rows := strings.TrimSuffix(strings.TrimPrefix(data("专业,报到率,报到数,录取数", "甲,91,91,100", "乙,80,8,10"), "data: "), "\n")
	return "chart: bar\ncategory: 校区\nvalue: 报到率\nunit: \"%\"\ndata: {inputs: {t: " + rows + "}, sql: 'SELECT ''东'' AS 校区, " + value + " FROM t'}\n"
}

func TestDiffering(t *testing.T) {
	cell := func(line int, column string) lint.Cell {
		return lint.Cell{Report: "r.txt", Table: "表 1", Line: line, Column: column}
	}
	number := func(n float64, decimals int, unit string) series.Value {
		return series.Value{Kind: series.Number, Num: n, Decimals: decimals, Unit: unit}
	}
	was := lint.Shown{By: "a", Cell: cell(4, "经费"), Value: number(1234.56, 2, "万元")}
	for _, tt := range []struct {
		cell  lint.Cell
		value series.Value
		want  bool
	}{
		{cell(4, "经费"), number(1234.56, 2, "万元"), false},
		{cell(4, "经费"), number(1243.56, 2, "万元"), true},
		{cell(4, "经费"), number(1235, 0, "万元"), false},                                                                    // rounded
		{cell(4, "经费"), number(1236, 0, "万元"), true},                                                                     // one and a half away
		{cell(4, "经费"), number(1234, 0, ""), false},                                                                      // cut off
		{cell(4, "经费"), number(0.12, 2, "亿元"), false},                                                                    // in another unit
		{cell(4, "经费"), number(1.23, 2, "亿元"), true},                                                                     // wrongly
		{cell(4, "经费"), number(1234.56, 2, "元"), true},                                                                   // its unit is another
		{cell(4, "经费"), number(12.3, 1, "%"), false},                                                                     // of another kind
		{cell(4, "占比"), number(12.3, 1, "万元"), false},                                                                    // another column
		{cell(5, "经费"), number(12.3, 1, "万元"), false},                                                                    // another row
		{lint.Cell{Report: "r.txt", Table: "表 1", Line: 4, Quote: "乙 12.3", Column: "经费"}, number(12.3, 1, "万元"), false}, // of the same line
		{cell(4, "经费"), number(12345.6, -1, ""), true},                                                                   // computed
	} {
		got := lint.Differing([]lint.Shown{was, {By: "b", Cell: tt.cell, Value: tt.value}})
		if len(got) > 0 != tt.want {
			t.Errorf("%v %v: %v; want %v", tt.cell, tt.value, got, tt.want)
		}
	}
}

func TestAccept(t *testing.T) {
	const figure = "chart: column\ncategory: 年份\nvalue: 人数\nunit: 人\naccept: {%s: 十年一次}\n"
	uneven := data("年份,人数", "2000,1", "2010,2", "2021,3")
	for _, tt := range []struct {
		rule string
		all  bool
		want []string // severity, rule and hint
	}{
		{"uneven-time", true, []string{"note uneven-time accepted: 十年一次"}},
		{"no-unit", true, []string{"warning uneven-time " + "use chart: line, which spaces times as they are, or read the years between", "warning unused-acceptance delete the line"}},
		{"uneven-times", true, []string{"warning uneven-time use chart: line, which spaces times as they are, or read the years between", "warning unused-acceptance did you mean uneven-time?"}},
		{"no-unit", false, []string{"warning uneven-time use chart: line, which spaces times as they are, or read the years between"}},
	} {
		f := resolved(t, strings.Replace(figure, "%s", tt.rule, 1)+uneven)
		var got []string
		for _, p := range lint.Accept(f.Spec.Accept, lint.Check(f), tt.all) {
			got = append(got, p.Severity.String()+" "+p.Rule+" "+p.Hint.String())
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("accept %s: %q; want %q", tt.rule, got, tt.want)
		}
	}
}

// docs/lint.md, and the same in Chinese, are the manual.
func TestManual(t *testing.T) {
	prose.Hold(t, "lint.md", lint.Manual(), "manual.zh-CN.po", *update)
	for _, r := range lint.Rules {
		if r.Doc == "" || r.Why == "" || r.Fix == "" || r.Example == "" {
			t.Errorf("%s has no manual entry", r.Name)
		}
	}
}
