package report

import (
	"os"
	"slices"
	"strings"
	"testing"

	"charts/internal/table"
)

// The digest is part of the project; the reports that it was made from, and
// others, may lie beside it.
const (
	digestPath = "../../reports/cqipc-2023.txt"
	realPath   = "../../../shared/reports/004_c0cd592e8c982e65.txt"
	olderPath  = "../../../shared/reports/hbkf-2015.txt"
)

func parseFile(t testing.TB, path string) *Document {
	t.Helper()
	src, err := os.ReadFile(path)
	if os.IsNotExist(err) && path != digestPath {
		t.Skip("this report is not here")
	}
	if err != nil {
		t.Fatal(err)
	}
	d, problems := Parse("", path, src)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return d
}

func parseText(t testing.TB, text string) *Document {
	t.Helper()
	d, problems := Parse("", "r.txt", []byte(text))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return d
}

// tablesOf lists the ids with the numbers of columns and rows.
var tablesOf = []struct {
	id            string
	line          int // in the full report
	columns, rows int
}{
	{"1.3/表 1", 327, 4, 60},
	{"2.3/表 2", 550, 3, 11},
	{"2.4.3/表 3", 617, 4, 6},
	{"2.5.1/表 4", 646, 4, 17},
	{"2.5.2/表 5", 672, 5, 4},
	{"2.9.1/表 6", 873, 3, 9},
	{"2.9.2/表 7", 933, 6, 2},
	{"2.9.3/表 8", 955, 5, 81},
	{"2.10/表 9", 1057, 4, 5},
	{"2.10/表 10", 1066, 4, 6},
	{"3.6/表 11", 1253, 4, 6},
	{"5.3/表 12", 1353, 5, 21},
	{"6.1.2/表 13", 1453, 4, 4},
	{"附表/表 1", 1688, 4, 12},
	{"附表/表 3", 1708, 4, 43},
	{"附表/表 4", 1757, 4, 18},
	{"附表/表 5", 1781, 4, 16},
	{"附表/表 6", 1803, 4, 22},
}

func TestTables(t *testing.T) {
	for _, path := range []string{digestPath, realPath} {
		t.Run(path, func(t *testing.T) {
			d := parseFile(t, path)
			if len(d.Tables) != len(tablesOf) {
				t.Errorf("%d tables, want %d", len(d.Tables), len(tablesOf))
			}
			for i, want := range tablesOf[:min(len(tablesOf), len(d.Tables))] {
				got := d.Tables[i]
				if got.ID != want.id || len(got.Columns) != want.columns || len(got.Rows) != want.rows {
					t.Errorf("table %d: %s with %d columns and %d rows, want %s with %d and %d",
						i, got.ID, len(got.Columns), len(got.Rows), want.id, want.columns, want.rows)
				}
				if path == realPath && got.Line != want.line {
					t.Errorf("%s: line %d, want %d", got.ID, got.Line, want.line)
				}
			}
		})
	}
}

// TestDigest proves that the digest has the figures of the report.
func TestDigest(t *testing.T) {
	digest, real := parseFile(t, digestPath), parseFile(t, realPath)
	for i, want := range real.Tables {
		got := digest.Tables[i]
		if got.ID != want.ID || got.Title != want.Title || !slices.Equal(got.Columns, want.Columns) {
			t.Errorf("table %s %s %v, want %s %s %v", got.ID, got.Title, got.Columns, want.ID, want.Title, want.Columns)
		}
		if g, w := notes(got), notes(want); g != w {
			t.Errorf("%s: notes %q, want %q", want.ID, g, w)
		}
		for k, w := range want.Rows {
			if g := got.Rows[k]; rowText(g) != rowText(w) || g.Label != w.Label || g.Unit != w.Unit || g.Total != w.Total || g.Quote != w.Quote {
				t.Errorf("%s: row %s, want %s", want.ID, rowText(g), rowText(w))
			}
		}
	}
}

func notes(t table.Table) string {
	var s []string
	for _, n := range t.Notes {
		s = append(s, n.Text)
	}
	return strings.Join(s, "\n")
}

func rowText(r table.Row) string { return strings.Join(table.Texts(r.Cells), "|") }

// TestRows looks at rows of the full report that are easily read wrong.
func TestRows(t *testing.T) {
	d := parseFile(t, realPath)
	for _, c := range []struct {
		table string
		line  int
		want  string
		label string
	}{
		{"表 1", 351, "计算机网络技术(专本贯通/科技学院)|90|90|100.00%", "计算机网络技术(专本贯通/科技学院)"},
		{"表 1", 390, "总计|6061|5624|92.79%", "总计"},
		{"表 6", 884, "毕业去向落实率|6217|97.25%", "毕业去向落实率"},
		{"表 7", 936, "2022|6569|2410|36.69%|197|2410", "2022"},
		{"表 8", 1039, "79|第十七届ican大学生创新创业大赛重庆赛区选拔赛|美肌精灵——羊胚胎表皮活性成分创新开发应用技术|省市级|三等奖", "第十七届ican大学生创新创业大赛重庆赛区选拔赛"},
		{"表 9", 1060, "2023 年金砖国家职业技能大赛|国际赛|一等奖 2 项，二等奖 1 项，三等奖 2 项|南非高等教育与培训部 金砖国家工商理事会 南非豪登省政府", "2023 年金砖国家职业技能大赛"},
		{"表 10", 1071, "中华人民共和国职业技能大赛|国家级|优胜奖 6 项|人力资源和社会保障部", "中华人民共和国职业技能大赛"},
		{"表 11", 1261, "合计||378|12391", "合计"},
		{"表 12", 1357, "2|||电气自动化|老挝", "职业教育标准/专业标准/电气自动化"},
		{"表 12", 1371, "16|||酒店餐饮管理服务技术NTA5|坦桑尼亚", "职业教育标准/课程标准/酒店餐饮管理服务技术NTA5"},
		{"表 12", 1375, "20||数字化资源|3+人工智能数字化专业教学资源|南非、巴基斯坦", "职业教育资源/数字化资源/3+人工智能数字化专业教学资源"},
		{"附表/表 3", 1717, "|专业数量|个|57", "专业群数量/专业数量"},
		{"附表/表 3", 1721, "||学时|24633.00", "教学计划内课程总数/教学计划内课程-课证融通课程数"},
		{"附表/表 3", 1735, "|接入国家智慧教育平台数量|门|6", "在线精品课程数/其中：国家级数量/接入国家智慧教育平台数量"},
		{"附表/表 3", 1739, "|接入国家智慧教育平台数量|门|34", "在线精品课程数/校级数量/接入国家智慧教育平台数量"},
		{"附表/表 3", 1751, "|接入国家智慧教育平台数量|本|0", "编写教材数/新形态教材数量/接入国家智慧教育平台数量"},
		{"附表/表 4", 1764, "|B类：到西部和东北地区就业|人|3275", "毕业生就业人数/B类：到西部和东北地区就业"},
		{"附表/表 6", 1813, "|其中：专任教师总数|人|918", "教职员工额定编制数/教职工总数/其中：专任教师总数"},
	} {
		row := rowAt(t, d, c.table, c.line)
		if got := rowText(row); got != c.want {
			t.Errorf("line %d: %s, want %s", c.line, got, c.want)
		}
		if row.Label != c.label {
			t.Errorf("line %d: label %s, want %s", c.line, row.Label, c.label)
		}
	}
}

func rowAt(t *testing.T, d *Document, name string, line int) table.Row {
	t.Helper()
	for _, tab := range d.Lookup(name) {
		for _, r := range tab.Rows {
			if r.Line == line {
				return r
			}
		}
	}
	t.Errorf("%s has no row at line %d", name, line)
	return table.Row{}
}

func TestRowFacts(t *testing.T) {
	d := parseFile(t, realPath)
	row := rowAt(t, d, "附表/表 3", 1739)
	if row.Unit != "门" || row.Total || row.Quote != "接入国家智慧教育平台数量\t门\t34\t" {
		t.Errorf("%+v", row)
	}
	var totals []int
	for _, tab := range d.Tables {
		for _, r := range tab.Rows {
			if r.Total {
				totals = append(totals, r.Line)
			}
		}
	}
	if want := []int{390, 1261}; !slices.Equal(totals, want) {
		t.Errorf("totals at %v, want %v", totals, want)
	}
	note := d.Lookup("附表/表 1")[0].Notes
	if want := (table.Note{Text: "备注：《表 1：人才培养质量计分卡》中毕业生人数 6393 人。", Line: 1706}); len(note) != 1 || note[0] != want {
		t.Errorf("notes %v, want %v", note, want)
	}
}

// TestOlderReport reads a report of another college with other habits: Chinese
// section numbers, headers of two rows, sums inside the table.
func TestOlderReport(t *testing.T) {
	d := parseFile(t, olderPath)
	rows := map[string]int{}
	for _, tab := range d.Tables {
		rows[tab.Label] = len(tab.Rows)
	}
	want := map[string]int{"表 1": 28, "表 2": 4, "表 3": 31, "表 4": 5, "表 5": 3, "表 6": 28, "表 7": 3, "表 8": 6,
		"表 9": 1, "表 10": 1, "表 11": 1, "表 12": 1, "表 13": 7, "表 14": 2, "表 15": 2, "表 16": 6, "表 18": 10,
		"表 19": 14, "表 20": 20, "表 21": 20, "表 22": 1, "表 23": 4, "表 24": 26}
	for label, n := range want {
		if rows[label] != n {
			t.Errorf("%s: %d rows, want %d", label, rows[label], n)
		}
	}
	if len(d.Tables) != len(want) {
		t.Errorf("%d tables, want %d", len(d.Tables), len(want))
	}
	for _, c := range []struct{ table, columns string }{
		{"表 7", "类型|学时|占总学时的比例 %"},
		{"表 9", "教师总数|校内专任教师/人数|校内专任教师/比例|校内兼课教师/人数|校内兼课教师/比例|校外兼职教师/人数|校外兼职教师/比例|校外兼课教师/人数|校外兼课教师/比例"},
		{"表 13", "序号|指标|单位|2013年|2014年"},
		{"表 18", "序号|奖助名称|资助学生数 人|金额 万元"},
		{"表 20", "序号|专业|毕业人数|就业人数|就业率"},
		{"表 22", "学历|就业率|其中/协议就业率|其中/灵活就业率|其中/升学出国率|其中/自主创业率"},
	} {
		if got := columnText(d.Lookup(c.table)[0].Columns); got != c.columns {
			t.Errorf("%s: columns %s, want %s", c.table, got, c.columns)
		}
	}
}

func columnText(cols []table.Column) string {
	var s []string
	for _, c := range cols {
		s = append(s, strings.TrimSpace(c.Name+" "+c.Unit))
	}
	return strings.Join(s, "|")
}
