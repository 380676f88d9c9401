package report

import (
	"fmt"
	"strings"
	"testing"

	"charts/internal/quantity"
	"charts/internal/table"
)

// gridOf parses a table under a caption; | stands for a tab.
func gridOf(t *testing.T, src string) table.Table {
	t.Helper()
	d := parseText(t, strings.ReplaceAll(src, "|", "\t")+"\n")
	if len(d.Tables) != 1 {
		t.Fatalf("%d tables in %q", len(d.Tables), src)
	}
	return d.Tables[0]
}

// TestFaults shows what becomes of glued and torn cells; a doubt is counted.
func TestFaults(t *testing.T) {
	for _, c := range []struct {
		name, src, want string
		doubts          int
	}{
		{"glued numbers", "专业|人数|比例|人数|比例\n甲|845 24.05% 1248 14.38%\n乙|1|2%|3|4%", "专业,人数,比例,人数 2,比例 2: 甲,845,24.05%,1248,14.38%; 乙,1,2%,3,4%", 0},
		{"glued numbers in all rows", "专业|人数|比例\n甲|845 24.05%\n乙|12 3%", "专业,人数,比例: 甲,845,24.05%; 乙,12,3%", 0},
		{"glued numbers with a blank kept", "专业|人数|比例|级别\n甲|845 24.05%||国家\n乙|1|2%|省", "专业,人数,比例,级别: 甲,845,24.05%,国家; 乙,1,2%,省", 0},
		{"glued numbers that do not fit", "专业|人数|比例\n甲|845 24.05% 3\n乙|1|2%", "专业,人数,比例: 甲,845 24.05% 3,; 乙,1,2%", 1},
		{"torn numbers", "专业|比例|生师比\n甲|37 .49%|3. 95: 1\n乙|3 ％|17:1", "专业,比例,生师比: 甲,37.49%,3.95:1; 乙,3％,17:1", 0},
		{"a footnote mark", "专业|人数\n甲|43*\n乙|11，206", "专业,人数: 甲,43; 乙,11,206", 0},
		{"a composite cell", "专业|就业率\n甲|74.04%（830/1121）\n乙|其他企业(50.47),其他(37.18)", "专业,就业率: 甲,74.04%（830/1121）; 乙,其他企业(50.47),其他(37.18)", 0},
		{"two cells vanished", "序号|指标|单位|值\n1|甲|个|3\n|乙|个|2\n学时|30", "序号,指标,单位,值: 1,甲,个,3; ,乙,个,2; ,,学时,30", 1},
		{"years in a second row", "指标|单位|年度|\n||2022年|2023年\n甲|个|1|2", "指标,单位,年度/2022年,年度/2023年: 甲,个,1,2", 0},
		{"three rows of names", "专业|毕业生|||\n|男||女|\n|人数|比例|人数|比例\n甲|1|2%|3|4%", "专业,毕业生/男/人数,毕业生/男/比例,毕业生/女/人数,毕业生/女/比例: 甲,1,2%,3,4%", 0},
		{"spanning names without their blanks", "专业|男|女\n人数|比例|人数|比例\n甲|1|2%|3|4%\n乙|1|2%|3|4%", "专业,男/人数,男/比例,女/人数,女/比例: 甲,1,2%,3,4%; 乙,1,2%,3,4%", 0},
		{"several single names", "总数|专任|兼职\n人数|比例|人数|比例\n9|1|2%|3|4%\n9|1|2%|3|4%", "总数,专任/人数,专任/比例,兼职/人数,兼职/比例: 9,1,2%,3,4%; 9,1,2%,3,4%", 5},
		{"too few names", "专业|男|女\n甲|1|2%|3|4%\n乙|1|2%|3|4%", "专业,列2,列3,列4,列5: 甲,1,2%,3,4%; 乙,1,2%,3,4%", 4},
		{"too many names", "专业|学生|男|女\n甲|1|2\n乙|3|4", "专业,列2,列3,列4: 甲,1,2,; 乙,3,4,", 3},
		{"a column of remarks without any", "专业|男|备注\n甲|1\n乙|3", "专业,男,备注: 甲,1,; 乙,3,", 0},
		{"unit of the table", "单位：万元\n项目|金额|比例\n甲|1|2\n乙|2|5", "项目,金额[万元],比例: 甲,1,2; 乙,2,5", 0},
		{"rates in the line of units", "单位：人数（人），比例（%）\n专业|人数|比例\n甲|1|２％", "专业,人数[人],比例[%]: 甲,1,２％", 0},
	} {
		tab := gridOf(t, "表 1：试\n\n"+c.src)
		if got := gridText(tab); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
		if len(tab.Doubts) != c.doubts {
			t.Errorf("%s: doubts %v, want %d", c.name, tab.Doubts, c.doubts)
		}
	}
}

// TestWithoutTabs shows layouts that the made tables do not have.
func TestWithoutTabs(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"numbers without a name", "指标 单位 2013届 2014届\n1 就业率 % 88.26 89.83\n2 月收入 元 1800 2000\n3 专业相关度 % — —\n其他收入 元 2 3", "序号,指标,单位,2013届,2014届: 1,就业率,%,88.26,89.83; 2,月收入,元,1800,2000; 3,专业相关度,%,—,—; ,其他收入,元,2,3"},
		{"numbers without a name, one cell a line", strings.ReplaceAll("指标 单位 2014届 1 就业率 % 89.83 2 月收入 元 2000 3 相关度 % —", " ", "\n"), "序号,指标,单位,2014届: 1,就业率,%,89.83; 2,月收入,元,2000; 3,相关度,%,—"},
		{"remarks without any", "序号 指标 单位 一年级 二年级 备注\n1 学生人数 人 1200 1100\n2 满意度 % 92.1 93.2", "序号,指标,单位,一年级,二年级: 1,学生人数,人,1200,1100; 2,满意度,%,92.1,93.2"},
		{"parts", "序号 指标 单位 一年级 二年级\n1 学生人数 人 1200 1100\n2 满意度\n课堂育人 % 92.1 93.2", "序号,指标,单位,一年级,二年级: 1,学生人数,人,1200,1100; 2,满意度,,,; ,课堂育人,%,92.1,93.2"},
		{"a wrapped name", "序号    指标                单位     2014 年\n 1    生师比                —       18.64\n      双师素质专任教师\n 2                         %       47.5\n      比例\n 3    实习实训时间          天/生    66", "序号,指标,单位,2014年: 1,生师比,—,18.64; 2,双师素质专任教师比例,%,47.5; 3,实习实训时间,天/生,66"},
		{"glued cells in aligned columns", "专业    人数   比例     人数   比例\n甲      845   24.05%  1248  14.38%\n乙      12    3%      7     2%\n丙丁    1 4%  5     6%", "专业,人数,比例,人数 2,比例 2: 甲,845,24.05%,1248,14.38%; 乙,12,3%,7,2%; 丙丁,1,4%,5,6%"},
	} {
		tab := gridOf(t, "表 1：试\n\n"+c.src+"\n\n备注：无。")
		if got := gridText(tab); got != c.want {
			t.Errorf("%s: %s, want %s (%v)", c.name, got, c.want, tab.Doubts)
		}
	}
}

func TestUnitBehindAStroke(t *testing.T) {
	tab := gridOf(t, "表 1：试\n序号|指标|单位|2013届|2014届\n1|创业比例|—|0|0.18%\n2|生师比|—|19.13|18.64")
	if got := fmt.Sprintf("%q %q", tab.Rows[0].Unit, tab.Rows[1].Unit); got != `"%" "—"` {
		t.Error(got)
	}
}

// TestFlags: writing that cannot be read safely is doubted.
func TestFlags(t *testing.T) {
	for _, c := range []struct{ name, src, want, doubts string }{
		{"doubled", "专专业业|人人数数\n会会计计|1122", "专专业业,人人数数: 会会计计,", "3 专专业业 专业; 3 人人数数 人数; 4 专专业业 会计; 4 人人数数 12"},
		{"pinyin", "专业|人数\n会kuài计jì|12", "专业,人数: 会kuài计jì,12", "4 专业 会计"},
		{"traditional", "專業|人數\n會計|12", "專業,人數: 會計,12", ""},
		{"traditional among simplified", "专业|人数\n財務學|12\n护理学|9", "专业,人数: 財務學,12; 护理学,9", "4 专业 财务学"},
		{"an unknown character", "专业|人数\n会\ufffd|12", "专业,人数: 会\ufffd,12", "4 专业 "},
	} {
		tab := gridOf(t, "表 1：试\n\n"+c.src)
		if got := gridText(tab); got != c.want || doubtsText(tab) != c.doubts {
			t.Errorf("%s: %s with doubts %s, want %s with %s", c.name, got, doubtsText(tab), c.want, c.doubts)
		}
	}
}

// doubtsText are the doubtful cells of a table, and what else they could be.
func doubtsText(t table.Table) string {
	var all []string
	for _, d := range t.Doubts {
		all = append(all, fmt.Sprintf("%d %s %s", d.Line, d.Column, d.Instead))
	}
	return strings.Join(all, "; ")
}

// TestCaptionForms shows what names a table.
func TestCaptionForms(t *testing.T) {
	for _, c := range []struct{ text, label, title string }{
		{"表12022-2023年招生", "表 1", "2022-2023年招生"},
		{"表1-132022届就业", "表 1-13", "2022届就业"},
		{"表 1 计 分 卡", "表 1", "计分卡"},
		{"表１　计分卡", "表 1", "计分卡"},
		{"表一 计分卡", "表 一", "计分卡"},
		{"表（2）计分卡", "表 2", "计分卡"},
		{"表 2- 3 计分卡", "表 2-3", "计分卡"},
		{"表2 －3计分卡", "表 2－3", "计分卡"},
		{"表 2 - 2023 年计分卡", "表 2", "- 2023 年计分卡"},
		{"表 19 某学院 2013 届、2014 届毕业生“计分卡”", "表 19", "某学院 2013 届、2014 届毕业生“计分卡”"},
		{"Table 2. Degrees by college", "Table 2", "Degrees by college"},
		{"TABLE 3-1: Staff", "Table 3-1", "Staff"},
		{"Table IV  Fees", "Table IV", "Fees"},
		{"Tab. 7: Intake", "Table 7", "Intake"},
		{"Fig. 7 Intake", "Figure 7", "Intake"},
		{"Table 12", "Table 12", ""},
		{"Table A3 – Fees, 2024 (USD million)", "Table A3", "Fees, 2024 (USD million)"},
		{"Table 1 shows the staff.", "", ""},
		{"Table 1 Staff grew by a fifth.", "", ""},
		{"Table manners", "", ""},
		{"表一共三张", "", ""},
		{"表 1 显示，增长。", "", ""},
	} {
		label, title, _ := parseCaption(c.text)
		if label != c.label || title != c.title {
			t.Errorf("%s: %q %q, want %q %q", c.text, label, title, c.label, c.title)
		}
	}
}

func TestContentsWithoutLeaders(t *testing.T) {
	d := parseText(t, "目录\n一、概况 1\n二、招生 3\n（一）计划 3\n\n一、概况\n\n有学生。\n\n二、招生\n\n（一）计划\n\n有计划。\n")
	if got, want := outline(d), "section 一 概况; text 有学生。; section 二 招生; section 二.一 计划; text 有计划。"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// TestMendedAreQuantities: what the normaliser mends, quantity reads.
func TestMendedAreQuantities(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"37 .49%", "37.49%"}, {"11,206", "11206"}, {"11， 206", "11206"}, {"43*", "43"}, {"3. 95: 1", "3.95:"}, {"３７％", "37%"}, {"0.00%", "0%"},
	} {
		tab := gridOf(t, "表 1：试\n\n专业|值\n甲|"+c.text)
		q, ok := quantity.Parse(tab.Rows[0].Cells[1].Text)
		if got := q.Value.String() + q.Unit.Name; !ok || got != c.want {
			t.Errorf("%s is read as %s, want %s", c.text, got, c.want)
		}
		if !strings.Contains(tab.Rows[0].Quote, c.text) {
			t.Errorf("%s is not in the quote %q", c.text, tab.Rows[0].Quote)
		}
	}
}

// TestUnread: lines that look like a table but cannot be one keep their text.
func TestUnread(t *testing.T) {
	tab := gridOf(t, "表 1：试\n\n专业 A 班 人数 B 班\n甲 12 3 乙 5\n丙 丁 7 8 戊\n己 4\n\n二、后文\n\n完。")
	if got, want := gridText(tab), "序号,原文: 1,专业 A 班 人数 B 班; 2,甲 12 3 乙 5; 3,丙 丁 7 8 戊; 4,己 4"; got != want || doubtsText(tab) != "3 原文 ; 4 原文 ; 5 原文 ; 6 原文 " {
		t.Errorf("%s with doubts %v, want %s", got, tab.Doubts, want)
	}
}

// TestTicks: the loose texts of a picture are no table.
func TestTicks(t *testing.T) {
	d := parseText(t, "图 1：趋势\n\n0 20 40 60\n2021 2022 2023\n\n0   20   40\n甲   乙   丙\n\n后文如下。\n")
	if len(d.Tables) > 0 {
		t.Errorf("%+v", d.Tables)
	}
}

func TestHeadingNamesTable(t *testing.T) {
	d := parseText(t, "附表\n\n（一）计分卡\n\n指标\t值\n甲\t1\n")
	if len(d.Lookup("计分卡")) != 1 {
		t.Errorf("%+v", d.Tables)
	}
}
