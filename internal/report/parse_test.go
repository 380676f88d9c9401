package report

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"charts/internal/table"
)

// TestBlocks shows what each line becomes.
func TestBlocks(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"heading", "1 概况\n", "section 1 概况"},
		{"heading without a blank", "1 概况\n1.1“扶困”\n", "section 1 概况; section 1.1 “扶困”"},
		{"chinese headings", "二、招生\n（一）专业\n1.2014 年招生\n", "section 二 招生; section 二.一 专业; section 二.一.1 2014 年招生"},
		{"a sentence with a number is no heading", "1 概况\n27 项标准被采用。\n", "section 1 概况; text 27 项标准被采用。"},
		{"a number that does not follow is no heading", "1 概况\n\n30 名学生\n", "section 1 概况; text 30 名学生"},
		{"caption", "图 34：2021-2023 届去向\n", "caption 图 34=2021-2023 届去向"},
		{"caption without a colon", "图3 2014年比例\n", "caption 图 3=2014年比例"},
		{"caption glued to a year", "表12022-2023年招生\n", "caption 表 1=2022-2023年招生"},
		{"caption with a chapter", "表1-132022届就业\n", "caption 表 1-13=2022届就业"},
		{"a sentence about a table is no caption", "表 1 显示，招生增长。\n", "text 表 1 显示，招生增长。"},
		{"a long caption wraps", "图 51：" + strings.Repeat("某", 30) + "\n2023 年合影\n", "caption 图 51=" + strings.Repeat("某", 30) + "2023 年合影"},
		{"a sentence runs over a page", "学校共有，设备总值 752.56\n\n万元。\n", "text 学校共有，设备总值 752.56万元。"},
		{"words keep their blank", "on the first\nday。\n", "text on the first day。"},
		{"a finished sentence does not run on", "完成。\n\n另一。\n", "text 完成。; text 另一。"},
		{"a title does not run on", "质量报告\n\n二〇二四年\n", "text 质量报告; text 二〇二四年"},
		{"a page number is skipped", "学校共有，设备\n\n- 12 -\n\n若干。\n", "text 学校共有，设备若干。"},
		{"contents are skipped", "目 录\n\n1 概况.....\t1\n1.1 情况\t1\n\n2 培养.....\t5\n\n1 概况\n", "section 1 概况"},
		{"a figure between halves keeps them apart", "完成了，共\n\n图 1：甲\n\n若干。\n", "text 完成了，共; caption 图 1=甲; text 若干。"},
		{"a lone row is text", "日期\t2023 年\n", "text 日期\t2023 年"},
		{"a note without a table is text", "备注：无。\n", "text 备注：无。"},
	} {
		if got := outline(parseText(t, c.src)); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// outline puts sections, captions and paragraphs in the order of their lines.
func outline(d *Document) string {
	at := map[int]string{}
	for _, s := range d.Sections {
		at[s.Line] = "section " + s.Number + " " + s.Title
	}
	for _, c := range d.Captions {
		at[c.Line] = "caption " + c.Label + "=" + c.Title
	}
	for _, p := range d.Paragraphs {
		at[p.Pieces[0].Line] = "text " + p.Text
	}
	var out []string
	for line := 1; len(out) < len(at); line++ {
		if s, ok := at[line]; ok {
			out = append(out, s)
		}
	}
	return strings.Join(out, "; ")
}

// TestGrids shows what the normaliser makes of a grid; | stands for a tab.
func TestGrids(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"units of columns", "专业|升学率 (%)|人 数（人）\n甲|9%|3", "专业,升学率[%],人数[人]: 甲,9%,3"},
		{"a remark is no unit", "专业|人数（含 实习）\n甲|3", "专业,人数（含实习）: 甲,3"},
		{"a row without a name", "序号|专业|\n1|甲|3", "序号,专业,列3: 1,甲,3"},
		{"the same name twice", "专业|人数|人数\n甲|1|2", "专业,人数,人数 2: 甲,1,2"},
		{"spaced letters", "专　业|人数\n会　计|3\n合　计|3", "专业,人数: 会计,3; 合计,3 total"},
		{"a page break between rows", "专业|人数\n甲|1\n\n乙|2", "专业,人数: 甲,1; 乙,2"},
		{"a repeated header", "专业|人数\n甲|1\n\n专 业|人数\n乙|2", "专业,人数: 甲,1; 乙,2"},
		{"a torn row is joined", "专业|级别|人数\n工程造|国|1\n\n价||\n乙|市|2", "专业,级别,人数: 工程造价,国,1; 乙,市,2"},
		{"a torn rest that the row has already", "专业|级别|人数\n工程造价|国|1\n价||\n乙|市|2", "专业,级别,人数: 工程造价,国,1; 乙,市,2"},
		{"a shifted row", "序号|指标|单位|值\n1|甲|个|3\n|乙|个|2\n乙|个|2|", "序号,指标,单位,值: 1,甲,个,3; ,乙,个,2; ,乙,个,2"},
		{"a shifted sum of years", "年份|人数|报到率|就业率\n2022|5|70%|80%\n2023|6|80%|90%\n合计|75%|85%|", "年份,人数,报到率,就业率: 2022,5,70%,80%; 2023,6,80%,90%; 合计,,75%,85% total"},
		{"a missing value is no shift", "专业|人数\n甲|1\n乙|\n丙|3", "专业,人数: 甲,1; 乙,; 丙,3"},
		{"a header of two rows", "总数|高级||初级|\n|人数|比例|人数|比例\n80|5|6%|22|27%", "总数,高级/人数,高级/比例,初级/人数,初级/比例: 80,5,6%,22,27%"},
		{"a sum inside", "学院|专业|人数\n甲院|甲|1\n学院小计||1", "学院,专业,人数: 甲院,甲,1; 学院小计,,1 total"},
		{"a rate is no sum", "去向|人数\n升学|1\n毕业去向落实率|1", "去向,人数: 升学,1; 毕业去向落实率,1"},
		{"a row that is too wide", "专业|人数\n甲|1|注", "专业,人数,列3: 甲,1,注"},
	} {
		d := parseText(t, "表 1：试\n\n"+strings.ReplaceAll(c.src, "|", "\t")+"\n")
		if got := gridText(d.Tables[0]); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func gridText(t table.Table) string {
	var cols, rows []string
	for _, c := range t.Columns {
		if c.Unit != "" {
			c.Name += "[" + c.Unit + "]"
		}
		cols = append(cols, c.Name)
	}
	for _, r := range t.Rows {
		s := strings.Join(table.Texts(r.Cells), ",")
		if r.Total {
			s += " total"
		}
		rows = append(rows, s)
	}
	return strings.Join(cols, ",") + ": " + strings.Join(rows, "; ")
}

// TestLabels shows the paths of rows; | stands for a tab.
func TestLabels(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"parts", "序号|指标|单位|值\n1|甲|人|9\n|其中：乙|人|3\n|丙|人|6\n2|丁|人|1", "甲; 甲/其中：乙; 甲/丙; 丁"},
		{"a row without a name", "序号|指标|单位|值\n1|甲|门|9\n||学时|30", "甲; 甲"},
		{"parts of the row of the same unit", "序号|指标|单位|值\n1|甲|门|9\n|乙|人|3\n|其中：丙|门|6", "甲; 甲/乙; 甲/其中：丙"},
		{"the same name under several parts", "序号|指标|单位|值\n1|甲|个|9\n|其中：乙|个|3\n|平台|个|2\n|丙|个|6\n|平台|个|5",
			"甲; 甲/其中：乙; 甲/其中：乙/平台; 甲/丙; 甲/丙/平台"},
		{"one name over two columns", "指标||单位|值\n1|甲|%|9\n|A类：乙|%|3", "甲; 甲/A类：乙"},
		{"names in two columns", "序号|指标||单位|值\n1|收入|土建|元|9\n|||元|8\n||制造|元|7", "收入/土建; 收入; 收入/制造"},
		{"no numbers", "指标|单位|值\n甲|人|9\n其中：乙|人|3\n丁|人|1", "甲; 甲/其中：乙; 丁"},
		{"groups", "学院|代码|专业|人数\n甲院|11|甲|1\n|12|乙|2\n乙院|13|丙|3\n小计|||6", "甲院/甲; 甲院/乙; 乙院/丙; 小计"},
		{"the column that tells rows apart", "级别|名称|人数\n国家|甲|1\n国家|乙|2", "甲; 乙"},
		{"an organisation is no unit", "姓名|单位|人数\n甲|机械学院|1\n乙|汽车学院|2", "甲; 乙"},
		{"years", "年份|人数\n2022|1\n2023|2", "2022; 2023"},
	} {
		d := parseText(t, "表 1：试\n\n"+strings.ReplaceAll(c.src, "|", "\t")+"\n")
		var labels []string
		for _, r := range d.Tables[0].Rows {
			labels = append(labels, r.Label)
		}
		if got := strings.Join(labels, "; "); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestTableWithoutCaption(t *testing.T) {
	d := parseText(t, "1 概况\n\n服务贡献表\n\n指标\t值\n甲\t1\n")
	if found := d.Lookup("服务贡献"); len(found) != 1 || found[0].ID != "1/第 5 行" {
		t.Errorf("%v", found)
	}
}

func TestUnitLine(t *testing.T) {
	d := parseText(t, "表 1：试\n\n单位：人数（人），比例（%）\n\n专业\t人数\t比例\n甲\t1\t2\n")
	if got, want := gridText(d.Tables[0]), "专业,人数[人],比例[%]: 甲,1,2"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestDoubts(t *testing.T) {
	for _, c := range []struct{ name, rows, want string }{
		{"a column without a name, and a row that fits twice", "序号||类别|名称|国家\n1|标准|专业|汽修|老挝\n2|||电气|老挝\n3|资源|课程|泰国|", "3 列2 ; 6 类别 under 列2"},
		{"a shifted row that fits once", "序号|指标|单位|值\n1|甲|个|3\n2|乙|个|4\n丙|个|5|", ""},
		{"glued numbers", "专业|人数|比例\n甲|845 24.05% 3\n乙|1|2%", "4 人数 845 | 24.05% | 3"},
		{"a rate that may be none", "项|占比（%）\n甲|1667\n乙|75.9%", "4 占比 1667%"},
		{"units that fit several columns", "单位：万元、人\n项|甲|乙\n一|1|2\n二|3|4", "4 甲 ; 4 乙 "},
		{"values as names", "3|4\n1|2", "3  a row without names over it"},
	} {
		tab := gridOf(t, "表 1：试\n\n"+c.rows)
		if got := doubtsText(tab); got != c.want {
			t.Errorf("%s: doubts %s, want %s\n%v", c.name, got, c.want, tab.Doubts)
		}
	}

}

// TestIDs: two tables of the same number in one section stay apart.
func TestIDs(t *testing.T) {
	grid := "甲\t乙\n1\t2\n"
	d := parseText(t, "1 概况\n\n表 1：一\n\n"+grid+"\n表 1：二\n\n"+grid+"\n正文。\n\n"+grid)
	var ids []string
	for _, tab := range d.Tables {
		ids = append(ids, tab.ID)
	}
	if got, want := strings.Join(ids, " , "), "1/表 1 , 1/表 1#2 , 1/第 15 行"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// brokenLines are the lines of the full report at whose end a page break cuts a
// sentence.
var brokenLines = []int{50, 319, 397, 412, 460, 474, 486, 502, 516, 528, 542, 579, 682, 694, 724, 749, 787, 815, 838, 853,
	886, 925, 943, 1049, 1086, 1112, 1134, 1146, 1169, 1179, 1207, 1219, 1233, 1285, 1299, 1345, 1389, 1415, 1426, 1445, 1463,
	1486, 1501, 1509, 1523, 1535, 1557, 1571, 1581, 1591, 1603, 1613, 1628, 1638, 1644, 1650, 1678}

func TestBrokenSentences(t *testing.T) {
	d := parseFile(t, realPath)
	joined := map[int]bool{}
	for _, p := range d.Paragraphs {
		for i := range len(p.Pieces) - 1 {
			joined[p.Pieces[i].Line] = true
		}
	}
	for _, line := range brokenLines {
		if !joined[line] {
			t.Errorf("line %d is not joined to what follows", line)
		}
		delete(joined, line)
	}
	delete(joined, 5) // two lines of the cover
	if len(joined) > 0 {
		t.Errorf("joined without need after lines %v", joined)
	}
}

func TestLineAt(t *testing.T) {
	p := parseText(t, "学校共有，设备\n\n若干。又\n有。\n").Paragraphs[0]
	for _, c := range []struct {
		text string
		want int
	}{{"学校", 1}, {"设备", 1}, {"若干", 3}, {"又", 3}, {"有。", 4}} {
		if got := p.LineAt(strings.LastIndex(p.Text, c.text)); got != c.want {
			t.Errorf("%s: line %d, want %d", c.text, got, c.want)
		}
	}
	var got []string
	for s := range p.Sentences() {
		got = append(got, fmt.Sprintf("%d %s", s.Line, s.Text))
	}
	if want := "1 学校共有，设备若干。; 3 又有。"; strings.Join(got, "; ") != want {
		t.Errorf("%v, want %s", got, want)
	}
}

// TestComposed: the short way says what the long one does.
func TestComposed(t *testing.T) {
	for _, s := range []string{"abc", "表 1：收入（万元）", "cafe\u0301", "毕业\u0301生", "\u2001a", "“a”—b…", "\u212b", "か\u3099", "，\u0301", "\u3000ａ％", "é", "表"[:2]} {
		if got, want := composed(s), norm.NFC.String(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
	for r := rune(1); r < 0xffff; r++ {
		if s := string(r); composed(s) != norm.NFC.String(s) {
			t.Errorf("%U: %q", r, composed(s))
		}
	}
}
