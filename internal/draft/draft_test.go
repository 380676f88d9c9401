package draft_test

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"charts/internal/diag"
	"charts/internal/draft"
	"charts/internal/report"
	"charts/internal/series"
	"charts/internal/spec"
)

var update = flag.Bool("update", false, "write the golden files anew")

func source(t *testing.T, src string) draft.Source {
	t.Helper()
	doc, problems := report.Parse("", "r.txt", []byte(src))
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	store, err := series.NewStore([]*report.Document{doc}, func(string) ([]byte, error) { return nil, errors.New("no such file") })
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	return draft.Source{Store: store, Doc: doc}
}

// Each case is a table in short: cells parted by blanks, rows by semicolons, _ for
// an empty cell. What is wanted is, for each proposal, its kind and its values.
func TestTable(t *testing.T) {
	card := "序号 指标 单位 2023年; "
	two := "序号 指标 单位 2022年 2023年; "
	tests := []struct{ name, table, want string }{
		{"shares of 100 %", "去向 人数 比例; 甲 5 50%; 乙 3 30%; 丙 2 20%", "donut 人数, bar 人数"},
		{"shares alone", "去向 比例; 甲 50%; 乙 30%; 丙 20%", "donut 比例, bar 比例"},
		{"parts of a total row", "去向 人数; 甲 5; 乙 3; 合计 8", "donut 人数, bar 人数"},
		{"parts of which some have no value", "去向 人数 比例; 甲 5 50%; 乙 3 30%; 丙 2 20%; 丁 — —; 合计 10 100%", "donut 人数, bar 人数"},
		{"many parts", "去向 人数; 甲 5; 乙 3; 丙 1; 丁 1; 戊 1; 己 1; 庚 1; 合计 13", "bar 人数"},
		{"six parts", "去向 人数; 甲 5; 乙 3; 丙 1; 丁 1; 戊 1; 己 1; 合计 12", "donut 人数, bar 人数"},
		{"eight rows of two years", "专业 2022年 2023年; 甲 31 42; 乙 25 23; 丙 33 41; 丁 14 15; 戊 52 46; 己 61 71; 庚 27 18; 辛 38 19", "slope 2022年 2023年, dumbbell 2022年 2023年, bar 2022年 2023年"},
		{"nine rows of two years", "专业 2022年 2023年; 甲 31 42; 乙 25 23; 丙 33 41; 丁 14 15; 戊 52 46; 己 61 71; 庚 27 18; 辛 38 19; 壬 45 20", "dumbbell 2022年 2023年, bar 2022年 2023年"},
		{"three years of a rate", "学院 2021届 2022届 2023届; 甲 80% 81% 85%; 乙 90% 92% 91%", "bar 2021届 2022届 2023届"},
		{"the latest of five years", "学院 2019年 2020年 2021年 2022年 2023年; 甲 8 8 9 9 9; 乙 7 7 8 6 7", "bar 2020年 2021年 2022年 2023年"},
		{"a row that the others make", "学院 毕业生; 甲 300; 乙 200; 丙 100; 全校 600", "donut 毕业生, bar 毕业生"},
		{"a number that stands for a row", "代号 学校 人数; 10007 甲 5; 10008 乙 3; 10010 丙 4", "bar 人数"},
		{"the sum of the columns", "学校 男 女 合计; 甲 5 3 8; 乙 3 3 6; 丙 2 7 9", "bar 合计"},
		{"no whole", "去向 人数; 甲 5; 乙 3; 丙 2", "bar 人数"},
		{"a part that is 0", "去向 人数; 甲 5; 乙 0; 合计 5", "bar 人数"},
		{"two counts", "专业 录取数 报到数; 甲 5 4; 乙 3 3", "bar 录取数 报到数, dumbbell 录取数 报到数"},
		{"counts and a rate", "专业 录取数 报到数 报到率; 甲 5 4 80%; 乙 3 3 100%", "bar 录取数 报到数, dumbbell 录取数 报到数, bar 报到率"},
		{"counts in two units", "类别 人数（人） 金额（万元）; 甲 5 1.5; 乙 3 2.5", "bar 人数, bar 金额"},
		{"years", "年份 人数; 2021 5; 2022 6", "column 人数, line 人数"},
		{"five terms", "时间 人数; 2021年春 5; 2021年秋 6; 2022年春 7; 2022年秋 8; 2023年春 9", "line 人数, column 人数"},
		{"years in several units", "年份 人数（人） 升学率（%）; 2021 5 30; 2022 6 40", "panels 人数 升学率, column 人数, line 人数, column 升学率"},
		{"months", "month visits; Jan 12; Feb NA; Mar 15", "column visits, line visits"},
		{"months to and fro", "month visits; Mar 12; Jan 13; Feb 15", "bar visits"},
		{"rates with flags", "geo 2021 2022; BE 12.3 3.6(b); DE : 12.3(p); FR 9.9 10.2(e)", "slope 2021 2022, dumbbell 2021 2022, bar 2021 2022"},
		{"years of two names", "年份 校区 人数; 2021 东 5; 2021 西 6; 2022 东 7; 2022 西 8", "column 人数, line 人数"},
		{"five terms of two names", "校区 时间 人数; 东 2021年春 5; 西 2021年春 6; 东 2021年秋 7; 西 2021年秋 8; 东 2022年春 5; 西 2022年春 9; 东 2022年秋 5; 西 2022年秋 4; 东 2023年春 5; 西 2023年春 4", "line 人数"},
		{"two names", "校区 性别 人数; 东 男 5; 东 女 6; 东 合计 11; 西 男 7; 西 女 8; 西 合计 15", "bar 人数"},
		{"years of a name twice", "年份 校区 人数; 2021 东 5; 2021 东 6; 2022 东 7; 2022 西 8", ""},
		{"two years across", "专业 2022年 2023年; 甲 5 6; 乙 3 3", "slope 2022年 2023年, dumbbell 2022年 2023年, bar 2022年 2023年"},
		{"score card", card + "1 在校生数 人 9; 2 毕业生数 人 8; 3 生师比 : 16", "bar 2023年"},
		{"score card of two years", two + "1 在校生数 人 8 9; 2 毕业生数 人 7 8; 3 生师比 : 16 17", "slope 2022年 2023年"},
		{"parts of an indicator", card + "1 就业人数 人 6; _ 其中：面向第一产业 人 1; _ 面向第二产业 人 2; _ 面向第三产业 人 3; 2 生师比 : 16", "donut 2023年"},
		{"one row", "总数 专任/人数 兼课/人数 外聘/人数; 9 4 3 2", "donut 人数, bar 人数"},
		{"texts", "项目 级别; 甲 省级; 乙 省级; 丙 国家级; 丁 省级", "bar 数量"},
		{"texts that differ", "项目 级别; 甲 一; 乙 二; 丙 三; 丁 四", ""},
		{"groups of merged cells", "学院 专业; 艺术 一; _ 二; 财经 三; _ 四", "bar 数量"},
		{"numbers that are names", "序号 专业 专业代码; 1 甲 610204; 2 乙 560105; 3 丙 660102", ""},
		{"a rate among counts", "去向 人数; 甲 5; 乙 3; 丙 2; 落实率 8", "bar 人数"},
		{"columns of other sizes", "地区 常住 出生; 甲 70000 500; 乙 60000 400; 丙 50000 600", "bar 常住"},
		{"periods beside something else", "类别 权数 2021年 2022年 2023年; 甲 200 81 85 84; 乙 300 92 91 90", "bar 2021年 2022年 2023年"},
		{"nothing that differs", "专业 人数; 甲 5; 乙 5; 丙 5", ""},
	}
	for _, tt := range tests {
		src := source(t, text(tt.table))
		proposals, problems := src.Table(t.Context(), &src.Doc.Tables[0])
		if got := summary(proposals); got != tt.want || len(problems) > 0 {
			t.Errorf("%s: got %q %v, want %q", tt.name, got, problems, tt.want)
		}
	}
}

// A row that is the sum of others is left out by name.
func TestWholesAreLeftOut(t *testing.T) {
	for _, c := range []struct{ table, want string }{
		{"项目 金额; 收入 130.2; 税收 120.1; 其他 10.1; 支出 44", "项目 NOT IN ('收入')"},
		{"学院 毕业生 就业; 甲 300 250; 乙 200 150; 丙 100 50; 全校 600 450", "学院 NOT IN ('全校')"},
		{"学院 毕业生 就业; 甲 300 250; 乙 200 150; 丙 100 50; 丁 600 449", ""},
		{"项目 次数; 甲 31; 乙 21; 丙 10; 丁 8", ""}, // by chance
		{"项目 次数; 活动 31; 文体活动 21; 科技活动 10; 讲座 8", "项目 NOT IN ('活动')"},
		{"项目 次数; 学生 31; 男生 21; 女生 10; 教师 8", "项目 NOT IN ('学生')"},
		{"item count; staff 31; women 21; men 10; rooms 8", `"item" NOT IN ('staff')`},
		{"项目 上年 本年; 甲 31 45; 乙 21 30; 丙 10 15; 丁 8 9", "项目 NOT IN ('甲')"},
		{"项目 上年 本年; 甲 31 44; 乙 21 30; 丙 10 15; 丁 8 9", ""},
		{"指标 人数; 人口 300; 其中：城镇 120; 乡村 180; 其中：少年 50; 青年 210; 老年 40; 其中：高龄 10", "指标 IN ('其中：少年', '青年', '老年')"},
		{"项目 构成（%）; 从业人员 100.0; 其中：农业 65.8; 工业 11.8; 服务业 22.4; 失业人数 ", "项目 IN ('其中：农业', '工业', '服务业')"},
		{"项目 构成（%）; 从业人员 100.0; 其中：农业 65.8; 工业 11.8; 服务业 22.4; 失业人数 3.2", "项目 NOT IN ('从业人员')"},
		{"项目 构成（%）; 从业人员 100.0; 其中：农业 65.8; 工业 11.8; 服务业 20.4; 失业人数 ", ""},
		{"行业 投资; 全州 100; 第一产业 30; 第二产业 45; 采矿业 12; 制造业 30; 第三产业 25; 教育 11; 房地产 10", "行业 NOT IN ('全州', '第一产业', '第二产业', '第三产业')"},
		{"行业 投资; 第一产业 30; 第二产业 45; 第三产业 25; 教育 11; 房地产 10", ""},           // too few industries
		{"指标 人数; 人口 300; 其中：城镇 120; 乡村 180; 其中：少年 50; 青年 210; 老年 41", ""}, // they are no parts
	} {
		src := source(t, text(c.table))
		proposals, _ := src.Table(t.Context(), &src.Doc.Tables[0])
		if len(proposals) == 0 || proposals[0].Figure.Data.Where.V != c.want {
			t.Errorf("%s: %v, want %s", c.table, proposals, c.want)
		}
	}
}

// Rows of which some are parts of others stay in their order.
func TestPartsStayUnderTheirWholes(t *testing.T) {
	for _, c := range []struct{ table, want string }{
		{"指标 人数; 常住人口 300; 其中：城镇 120; 乡村 170; 其中：男性 160", ""},
		{"指标 人数; 甲 300; 乙 120; 丙 170; 丁 160", "-人数"},
	} {
		src := source(t, text(c.table))
		proposals, _ := src.Table(t.Context(), &src.Doc.Tables[0])
		if len(proposals) == 0 || proposals[0].Figure.Sort.V != c.want {
			t.Errorf("%s: %v, want %q", c.table, proposals, c.want)
		}
	}
}

func text(short string) string {
	var b strings.Builder
	b.WriteString("1 概况\n\n表 1：情况表\n\n")
	for _, row := range strings.Split(short, "; ") {
		b.WriteString(strings.ReplaceAll(strings.ReplaceAll(row, "_", ""), " ", "\t") + "\n")
	}
	return b.String()
}

func summary(proposals []draft.Proposal) string {
	var all []string
	for _, p := range proposals {
		s := p.Figure.Chart.V
		for _, v := range p.Figure.Value {
			s += " " + v.V
		}
		all = append(all, s)
	}
	return strings.Join(all, ", ")
}

// The holes take the numbers that are values, under names from the words before.
func TestSentence(t *testing.T) {
	tests := []struct{ report, text, pattern string }{
		{"2023 年，重庆市占 87%，外省占 13%。", "重庆市占 87%，外省占 13%", "重庆市占 {重庆市:%}，外省占 {外省:%}"},
		{"学校现有在校生 9000 人，教师 500 人。", "在校生 9000 人", "在校生 {在校生:人}"},
		{"学校现有在校生 9000 人，教师 500 人。", "9000 人", "学校现有在校生 {在校生:人}，教师 {教师:人}"},
		{"2023 年收入 5.04 亿元，较 2022 年增加 0.15 亿元。", "收入", "2023 年收入 {收入:亿元}，较 2022 年增加 {数值:亿元}"},
		{"甲专业 30 人，乙专业 40 人；甲专业 50 人。", "甲专业 30 人，乙专业 40 人；甲专业 50 人", "甲专业 {甲专业:人}，乙专业 {乙专业:人}；甲专业 {甲专业2:人}"},
		{"实施“135”计划，立项 12 项。", "立项", "实施“135”计划，立项 {立项:项}"},
		{"学校历史悠久。", "历史", ""},
	}
	for _, tt := range tests {
		src := source(t, "1 概况\n\n"+tt.report+"\n")
		proposals, hits := src.Sentence(t.Context(), tt.text)
		got := ""
		if len(proposals) > 0 {
			got = proposals[0].Figure.Data.Inputs[0].Data.Text.V
		}
		if got != tt.pattern || len(hits) == 0 {
			t.Errorf("Sentence(%q) = %q with %d hits, want %q", tt.text, got, len(hits), tt.pattern)
		}
	}
}

// Every pattern offered for a number of the sample report reads that number.
func TestQuantitiesAreReadByTheirPatterns(t *testing.T) {
	text, err := os.ReadFile("../../reports/cqipc-2023.txt")
	if err != nil {
		t.Fatal(err)
	}
	src := source(t, string(text))
	all, without := src.Quantities(t.Context(), ""), 0
	for _, q := range all {
		if q.Pattern == "" {
			without++
			continue
		}
		d := spec.Data{Text: spec.At[string]{V: q.Pattern, Pos: diag.Pos{Line: 1}}}
		frame, problems := src.Store.Data(t.Context(), &d)
		if len(problems) > 0 || len(frame.Rows) != 1 || frame.Rows[0].Cells[0].Num != q.Float() || frame.Columns[0].Unit != q.Unit.Name {
			t.Errorf("line %d: %s reads %+v %v; want %s", q.Line, q.Pattern, frame.Rows, problems, q.Quantity.Text)
		}
	}
	if len(all) < 120 || without > len(all)/20 {
		t.Errorf("%d numbers, %d without a pattern", len(all), without)
	}
}

// A set for the sample report, as a list of what it draws.
func TestAll(t *testing.T) {
	path := "../../reports/cqipc-2023.txt"
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	set := source(t, string(src)).All(t.Context())
	var b strings.Builder
	for _, p := range set.Figures {
		fmt.Fprintf(&b, "%s %s：%s\n", p.Figure.ID, p.Figure.Chart.V, strings.TrimSuffix(p.Figure.Title.V+"／"+p.Figure.Subtitle.V, "／"))
	}
	for _, s := range set.Skipped {
		fmt.Fprintf(&b, "- %s: %s\n", s.Table.ID, s.Reason)
	}
	fmt.Fprintf(&b, "\n%s", set.Dashboard.Source)
	if _, problems := spec.ParseDashboard(set.Dashboard.Path, set.Dashboard.Source); len(problems) > 0 {
		t.Error(problems)
	}
	golden := filepath.Join("testdata", "all.golden")
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

// A dashboard leads with what reports lead with, wherever it stands, and one
// number a measure.
func TestHeadlines(t *testing.T) {
	outcomes := "表 1：去向\n\n去向\t人数\t比例\n升学\t20\t20%\n就业\t70\t70%\n待业\t10\t10%\n就业率\t90\t90%\n\n"
	years := "表 2：升学\n\n年份\t升学率（%）\n2022\t18\n2023\t20\n\n"
	card := "表 3：计分卡\n\n序号\t指标\t单位\t2023年\n1\t食堂数\t个\t3\n2\t就业率\t%\t90\n3\t体育馆数\t个\t1\n4\t操场数\t个\t2\n\n"
	for _, c := range []struct{ name, body, want string }{
		{"a rate among counts", outcomes, "就业率"},
		{"the last of a series", years, "升学率"},
		{"a score card, its leads first", card, "就业率 食堂数 体育馆数"},
		{"one number a measure, the first place", outcomes + years + card, "就业率 升学率 食堂数 体育馆数"},
		{"a sentence", "2023 年毕业生满意度为 93.5%，共有教室 12 间。\n\n", "毕业生满意度"},
		{"a sentence only where no table has it", outcomes + "2023 年就业率为 90%，新生报到率为 95.1%。\n\n", "就业率 新生报到率"},
		{"a sentence that says a change", "全年公用经费完成 512 亿元，比上年增长 3.5%。全年用电 30 亿千瓦时，下降 2%。\n\n", "公用经费"},
		{"two of the first section, one of others", "全年水费 5 万元，同比增长 1%。全年电费 6 万元，同比下降 2%。全年气费 7 万元，同比增长 3%。\n\n2 后勤\n\n全年用煤 8 万吨，比上年减少 4%。全年用油 9 万吨，比上年增加 5%。\n\n", "水费 电费 用煤"},
		{"a change behind the mark of a note", "国内生产总值[5]636 亿元，比上年增长 7.4%。\n\n", "国内生产总值"},
		{"nothing to lead with", "学校有教室 12 间。\n\n", ""},
	} {
		set := source(t, "1 概况\n\n"+c.body).All(t.Context())
		got := ""
		if len(set.Dashboard.Source) > 0 {
			d, problems := spec.ParseDashboard(set.Dashboard.Path, set.Dashboard.Source)
			if len(problems) > 0 {
				t.Errorf("%s: %v\n%s", c.name, problems, set.Dashboard.Source)
				continue
			}
			var titles []string
			for _, card := range d.Cards {
				titles = append(titles, card.Title.V)
			}
			got = strings.Join(titles, " ")
		}
		if got != c.want {
			t.Errorf("%s: cards %q, want %q", c.name, got, c.want)
		}
	}
}

// A figure takes the number of the picture that has its title, and of no other.
func TestFiguresTakeTheNumbersOfPictures(t *testing.T) {
	table := "表 1：2023 届毕业生去向分布\n\n去向\t人数\n升学\t20\n就业\t70\n合计\t90\n\n"
	for _, c := range []struct{ name, caption, want string }{
		{"the same title", "图 7：2023 届毕业生去向分布", "图 7"},
		{"most of it", "图 7：2023 届毕业生去向", "图 7"},
		{"too little of it", "图 7：毕业生", ""},
		{"another title", "图 7：2023 届毕业生地区分布", ""},
		{"no picture", "案例 7：2023 届毕业生去向分布", ""},
	} {
		set := source(t, "1 概况\n\n"+table+"见下图。\n\n"+c.caption+"\n\n").All(t.Context())
		if len(set.Figures) == 0 {
			t.Fatalf("%s: no figures", c.name)
		}
		f, problems := spec.ParseFigure("figures/x.yaml", set.Figures[0].Source)
		if len(problems) > 0 || f.Number.V != c.want {
			t.Errorf("%s: figure %q %v, want %q", c.name, f.Number.V, problems, c.want)
		}
	}
}

// The file of the project names the report by its year, and its language.
func TestFilesOfAProject(t *testing.T) {
	for _, c := range []struct{ body, path, want string }{
		{"2023 年学校有学生 9000 人。", "a/b.txt", "reports:\n  - \"a/b.txt\"\nlanguage: zh-CN\n"},
		{"The college has 9,000 students.", "2024 report.txt", "reports:\n  - \"2024 report.txt\"\nlanguage: en\n"},
		{"学校有学生 9000 人。", "a.txt|b.txt", "reports:\n  - [\"a.txt\", \"b.txt\"]\nlanguage: zh-CN\n"},
		{"无表。", "", ""},
	} {
		src := source(t, c.body+"\n")
		got := ""
		var paths []string
		if c.path != "" {
			paths = strings.Split(c.path, "|")
		}
		for _, f := range src.Files(draft.Set{}, paths...) {
			if f.Path == "charts.yaml" {
				got = string(f.Source)
			}
		}
		if got != c.want {
			t.Errorf("%q: got %q, want %q", c.body, got, c.want)
		}
	}
	src := source(t, "学校有学生 9000 人。\n")
	src.Doc.Title = "某校质量报告（2023 年度）"
	if got := string(src.Files(draft.Set{}, "r.txt")[1].Source); !strings.HasPrefix(got, "reports:\n  2023: \"r.txt\"\n") {
		t.Errorf("a report of a year: %q", got)
	}
}

// Another college's report gives a set, too, with each figure under its own name.
func TestAllOfAnother(t *testing.T) {
	src, err := os.ReadFile("../../../shared/reports/hbkf-2015.txt")
	if err != nil {
		t.Skip("no such report here")
	}
	set := source(t, string(src)).All(t.Context())
	if len(set.Figures) < 10 {
		t.Errorf("%d figures; want at least 10", len(set.Figures))
	}
	seen := map[string]bool{}
	for _, p := range set.Figures {
		if seen[p.Path] {
			t.Errorf("%s is proposed twice", p.Path)
		}
		seen[p.Path] = true
	}
}

// Whatever is in a table, a proposal is a spec that says just that.
func FuzzTable(f *testing.F) {
	f.Add("去向 人数; 甲 5; 乙 3; 合计 8")
	f.Add("a'b \"c: 人数; - 5; # 3; {x} 2")
	f.Add("序号 指标 单位 2023年; 1 true 人 9; 2 null 人 8; 3 ${year} 人 7")
	f.Fuzz(func(t *testing.T, short string) {
		if len(short) > 500 {
			return
		}
		doc, _ := report.Parse("", "r.txt", []byte(text(short)))
		if doc == nil || len(doc.Tables) == 0 {
			return
		}
		src := source(t, text(short))
		proposals, _ := src.Table(t.Context(), &src.Doc.Tables[0])
		for _, p := range proposals {
			again, problems := spec.ParseFigure(p.Path, p.Source)
			if len(problems) > 0 || again.Title.V != p.Figure.Title.V {
				t.Errorf("%v\n%s", problems, p.Source)
			}
		}
	})
}
