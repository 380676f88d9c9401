package report

import (
	"fmt"
	"strings"
	"testing"
)

func TestLookup(t *testing.T) {
	d := parseFile(t, digestPath)
	for _, c := range []struct{ ref, want string }{
		{"表 6", "2.9.1/表 6"},
		{"表6", "2.9.1/表 6"},
		{"表　６", "2.9.1/表 6"},
		{"附表/表 6", "附表/表 6"},
		{"附表 / 表6", "附表/表 6"},
		{"2.9.1/表 6", "2.9.1/表 6"},
		{"服务贡献", "附表/表 4"},
		{"附表/落实政策", "附表/表 6"},
		{"表 4：服务贡献表", "附表/表 4"},
		{"2023届毕业生毕业去向落实率及毕业去向分布", "2.9.1/表 6"},
		{"参加技能竞赛统计数据", "2.10/表 9 2.10/表 10"},
		{"表六", "2.9.1/表 6"},
		{"表十一", "3.6/表 11"},
		{"6", "2.9.1/表 6"},
		{"5", "2.5.2/表 5"},
		{"附表 4", "附表/表 4"},
		{"附表五", "附表/表 5"},
		{"表 99", ""},
		{" ", ""},
	} {
		var ids []string
		for _, tab := range d.Lookup(c.ref) {
			ids = append(ids, tab.ID)
		}
		if got := strings.Join(ids, " "); got != c.want {
			t.Errorf("%s: %s, want %s", c.ref, got, c.want)
		}
	}
}

func TestFind(t *testing.T) {
	d := parseText(t, `1 概况

报到率 92.79%，比上年高。共 752.56

万元。

图 1：报到率

表 1：招生

专业	报到率
甲	92.79%

备注：报到率以 9 月计。
`)
	for _, c := range []struct{ text, want string }{
		{"报到率", "sentence 3 1  报到率 92.79%，比上年高。; caption 7 1  图 1：报到率; cell 11 1 1/表 1 报到率; note 14 1 1/表 1 备注：报到率以 9 月计。"},
		{"92.79％", "sentence 3 1  报到率 92.79%，比上年高。; cell 12 1 1/表 1 92.79%"},
		{"752.56万元", "sentence 3 1  共 752.56万元。"},
		{"高。共", "sentence 3 1  报到率 92.79%，比上年高。"},
		{"万元。", "sentence 5 1  共 752.56万元。"},
		{"专业", "cell 11 1 1/表 1 专业"},
		{"没有", ""},
		{"", ""},
	} {
		var hits []string
		for _, h := range d.Find(c.text) {
			hits = append(hits, fmt.Sprintf("%s %d %s %s %s", h.Kind, h.Line, h.Section, h.Table, h.Text))
		}
		if got := strings.Join(hits, "; "); got != c.want {
			t.Errorf("%q: %s, want %s", c.text, got, c.want)
		}
	}
}

// clauses are the numbers in prose that figures draw: the digest and the full
// report print them alike.
var clauses = []string{
	"录取数 6061 人，报到数 5624 人，报到率 92.79%。2023 年全日制在校生 17045 人，毕业生 6393 人",
	"男女生比例为 2.04，与去年相比男女生比例有所下降（2022 年男女生比例为 2.32）",
	"2023 年新生生源地来源分布中，重庆市占 87%，外省占 13%，与去年相比重庆市占比稍微有所降低（2022 年重庆市占 90%）",
	"教职员工 1079 人，生师比 16.52。专任教师 918 人，其中高级职称教师 295 人（教授 88 人），占专任教师总数 32.14%",
	"具有硕士及以上学位教师 737 人（博士 144 人），占专任教师总数 80.28%",
	"人数占比依次为 6.63%、6.32%和 6.15%。2023 届毕业生毕业去向落实率为 97.25%，",
	"对口度为 83.56%，",
	"专业对口就业人数 5091 人，90.03%的 2023 届毕业生选择在重庆市内就业",
	"主要流向性质为“其他企业”、“国有企业”，占比依次为 79.40%、8.89%",
	"毕业生服务三次产业人数 3619 人，与去年相比增加了 475 人（2022 年毕业生服务三次产业 3144 人）",
	"升学占比相较 2022 届上升 1.93 个百分点",
	"在校生满意度 92.26%，其中课堂育人满意度 91.76%、课外育人满意度 90.77%，思想政治课教学满意度 97.07%；公共基础课（不含思想政治课）教学满意度 94.63%，专业课教学满意度 94.97%，",
	"毕业生满意度 98.54%，其中应届毕业生满意度 98.02%；用人单位满意度 100%，表明",
	"开展技术服务 147 项，到账经费 1946.59 万元，产生经济效益达 5500 万元，",
	"设备总值 752.56 万元",
	"2022 年办学经费实际收入 5.04 亿元，较 2021 年增加 0.03 亿元；实际支出 5.47 亿元，较 2021 年增加 0.29 亿元。其中财政拨款 3.37 亿元，占总收入的 66.9%，较 2021 年增加 0.15 亿元；自有收入 1.67 亿元，占总收入的 33.1%，较 2021 年减少 0.12 亿元",
	"开展培训项目 156 个，培训学员 53790 人次",
	"上本省本科线的考生 1187 人，占录取人数的 25.3%",
	"公共课合格率 98.2%、专业课合格率 95.9%、1+X 证书获取率 91.65%、体质健康合格率 81.4%",
}

func TestClauses(t *testing.T) {
	for _, path := range []string{digestPath, realPath} {
		t.Run(path, func(t *testing.T) {
			d := parseFile(t, path)
			for _, c := range clauses {
				if len(d.Find(c)) == 0 {
					t.Errorf("no %s", c)
				}
			}
		})
	}
}

// The title of a report is a line of its own before the first section.
func TestTitleOfTheReport(t *testing.T) {
	for line, want := range map[bool][]string{
		true:  {"甲市 2016 年国民经济和社会发展统计公报", "统计公报[1]", "乙省教育年鉴（2023）", "就业白皮书", "2023 年报", "质量报告", "Annual report 2024"},
		false: {"本公报中的数据均为初步统计数。", "根据公报，全年有所增长", "公报说明", "甲市统计局", "The report of 2024 is here."},
	} {
		for _, s := range want {
			doc, _ := Parse("", "a.txt", []byte("甲市\n\n"+s+"\n\n一、综合\n\n共 3 人。\n"))
			if (doc.Title == s) != line {
				t.Errorf("%s: the title is %q", s, doc.Title)
			}
		}
	}
}

// The title of a report is no section of it, in either language.
func TestTitleOfTheReportIsNoSection(t *testing.T) {
	for title, want := range map[string]string{"年度报告": "Table 1", "2024 年统计公报": "Table 1", "公报说明": "公报说明/Table 1", "Annual Report 2023": "Table 1", "Reporting lines": "Reporting lines/Table 1"} {
		doc, _ := Parse("", "a.md", []byte("# "+title+"\n\nTable 1 Trees\n\n| Garden | Trees |\n| --- | --- |\n| East | 310 |\n| West | 270 |\n"))
		if len(doc.Tables) != 1 || doc.Tables[0].ID != want {
			t.Errorf("%s: %v; want %s", title, doc.Tables, want)
		}
	}
}
