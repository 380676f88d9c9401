package report

import (
	"fmt"
	"strings"
	"testing"
)

// TestHeaders shows what names the columns of tables whose cells are certain. A
// case with a question mark must have a doubt, the others none.
func TestHeaders(t *testing.T) {
	for _, c := range []struct{ name, path, src, want string }{
		{"a blank corner", "r.md", "||收入（亿元）|增长（%）|\n|-|-|-|\n|税收|69.1|12.5|\n|其他|41.6|-1.2|\n", "项目,收入[亿元],增长[%]: 税收,69.1,12.5; 其他,41.6,-1.2"},
		{"a blank corner, English", "r.csv", ",Income,Share\nTax,69.1,12.5\nOther,41.6,-1.2\n", "Item,Income,Share: Tax,69.1,12.5; Other,41.6,-1.2"},
		{"no name over values?", "r.csv", "项目,,比重\n税收,69.1,12.5\n", "项目,列2,比重: 税收,69.1,12.5"},
		{"blank columns", "r.md", "|国家|出口||增长%||\n|-|-|-|-|-|\n|甲国|31||1.8||\n|乙国|28||2.8||\n", "国家,出口,增长[%]: 甲国,31,1.8; 乙国,28,2.8"},
		{"a column of remarks without any", "r.md", "|国家|出口|备注|\n|-|-|-|\n|甲国|31||\n|乙国|28||\n", "国家,出口,备注: 甲国,31,; 乙国,28,"},
		{"years under the names", "r.md", "|业|比重（%）|位次|比重（%）|位次|\n|-|-|-|-|-|\n||2013|2023|2013|2023|\n|甲|6.4|3|7.5|1|\n|乙|3.7|5|1.5|2|\n",
			"业,比重/2013[%],位次/2023,比重/2013 2[%],位次/2023 2: 甲,6.4,3,7.5,1; 乙,3.7,5,1.5,2"},
		{"years under lost spans", "r.md", "|业|比重（%）|位次|\n|-|-|-|\n||2013|2023|2013|2023|\n|甲|6.4|3|7.5|1|\n|乙|3.7|5|1.5|2|\n",
			"业,比重/2013[%],比重/2023[%],位次/2013,位次/2023: 甲,6.4,3,7.5,1; 乙,3.7,5,1.5,2"},
		{"years in rows are values", "r.md", "|校|建校|迁址|\n|-|-|-|\n||1998|2003|\n||1999|2004|\n", "校,建校,迁址: ,1998,2003; ,1999,2004"},
		{"a row of units", "r.html", "<!doctype html><table><tr><td>项目<td>去年<td>今年<td>占比<tr><td><td>（亿元）<td>（亿元）<td>%<tr><td>税收<td>2<td>3<td>60.4</table>", "项目,去年[亿元],今年[亿元],占比[%]: 税收,2,3,60.4"},
		{"units under their name", "r.md", "|项目|去年|占比|\n|-|-|-|\n|单位|万元|%|\n|税收|2|60.4|\n", "项目,去年[万元],占比[%]: 税收,2,60.4"},
		{"a row that has a unit only once", "r.md", "|项目|去年|今年|占比|\n|-|-|-|-|\n||万元|2|3|\n", "项目,去年,今年,占比: ,万元,2,3"},
		{"more cells than names?", "r.md", "|业|产值|\n|-|-|\n|甲|1|2|3|\n|乙|4|5|6|\n", "业,产值,列3,列4: 甲,1,2,3; 乙,4,5,6"},
		{"more cells, code aside", "r.md", "```\na|b\n-|-\n1|2|3\n```\n\n业|产值\n-|-\n甲|1\n", "业,产值: 甲,1"},
		{"a blank last cell?", "r.md", "|年|分|名|级|\n|-|-|-|-|\n|2019|81|良||\n|2020|84|12|良|\n|2021|88|9|优|\n|2022|90|7|优|\n", "年,分,名,级: 2019,81,良,; 2020,84,12,良; 2021,88,9,优; 2022,90,7,优"},
		{"a blank first cell", "r.csv", "业,产值,位次\n,3,1\n乙,4,2\n丙,5,3\n", "业,产值,位次: ,3,1; 乙,4,2; 丙,5,3"},
		{"rates and amounts in one column?", "r.md", "|项目|占比（%）|\n|-|-|\n|学费|1667|\n|学费|75.88%|\n", "项目,占比: 学费,1667; 学费,75.88%"},
		{"rates over a hundred", "r.md", "|项目|完成率（%）|\n|-|-|\n|学费|167|\n|住宿|98|\n", "项目,完成率[%]: 学费,167; 住宿,98"},
		{"names below the rule", "r.md", "+----+------+------+------+------+\n| 系 | 去年 |      | 今年 |      |\n+====+======+======+======+======+\n|    | 人数 | 占比 | 人数 | 占比 |\n+----+------+------+------+------+\n| 甲 | 31   | 4.1  | 28   | 3.9  |\n+----+------+------+------+------+\n| 乙 | 52   | 6.8  | 47   | 6.5  |\n+----+------+------+------+------+\n",
			"系,去年/人数,去年/占比,今年/人数,今年/占比: 甲,31,4.1,28,3.9; 乙,52,6.8,47,6.5"},
		{"school years over names", "r.md", "+-------+---------+-------+---------+-------+\n| Ward  | 2021-22 |       | 2022-23 |       |\n+=======+=========+=======+=========+=======+\n|       | Day     | Night | Day     | Night |\n+-------+---------+-------+---------+-------+\n| East  | 31      | 28    | 33      | 27    |\n+-------+---------+-------+---------+-------+\n| West  | 52      | 47    | 50      | 46    |\n+-------+---------+-------+---------+-------+\n",
			"Ward,2021-22/Day,2021-22/Night,2022-23/Day,2022-23/Night: East,31,28,33,27; West,52,47,50,46"},
		{"years that come back", "r.md", "|港|货物||客运||\n|-|-|-|-|-|\n||2021年|2022年|2021年|2022年|\n|甲|31|28|33|27|\n|乙|52|47|50|46|\n", "港,货物/2021年,货物/2022年,客运/2021年,客运/2022年: 甲,31,28,33,27; 乙,52,47,50,46"},
		{"three levels", "r.md", "|Age|Residents||||\n|-|-|-|-|-|\n||2021||2022||\n||Men|Women|Men|Women|\n|0 to 9|31|28|33|27|\n|Over 9|52|47|50|46|\n",
			"Age,Residents/2021/Men,Residents/2021/Women,Residents/2022/Men,Residents/2022/Women: 0 to 9,31,28,33,27; Over 9,52,47,50,46"},
		{"school years", "r.md", "|Area|2021-22|2022-23|\n|-|-|-|\n|North|6.1|5.4|\n|South|7.7|6.6(p)|\n", "Area,2021-22,2022-23: North,6.1,5.4; South,7.7,6.6(p)"},
		{"a caption in the first row", "r.md", "|**表 3 出口**|||\n|-|-|-|\n|国家|出口|增长%|\n|甲国|31|1.8|\n|乙国|28|2.8|\n", "国家,出口,增长[%]: 甲国,31,1.8; 乙国,28,2.8"},
		{"rows as a list", "r.md", "- **表 4 价格**\n- 单位：%\n- 指 标 全 省\n- 城 市 农 村\n- 居民消费 2.1 2.2 1.9\n- 其中：食 品 3.3 3.5 2.8\n- 衣 着 2.6 2.6 2.5\n- 烟酒 -0.6 -0.7 -0.5\n",
			"指标,全省[%],城市[%],农村[%]: 居民消费,2.1,2.2,1.9; 其中：食 品,3.3,3.5,2.8; 衣着,2.6,2.6,2.5; 烟酒,-0.6,-0.7,-0.5"},
	} {
		name, doubted := strings.CutSuffix(c.name, "?")
		d, problems := Parse("", c.path, []byte(c.src))
		if got := firstGrid(d); got != c.want || len(problems) > 0 {
			t.Errorf("%s: %s, want %s %v", name, got, c.want, problems)
		} else if got := d.Tables[0].Doubts; doubted != (len(got) > 0) {
			t.Errorf("%s: doubts %v", name, got)
		}
	}
}

// TestCaptionOverProse: words about a table stand between it and its caption; a
// sentence about anything else does not.
func TestCaptionOverProse(t *testing.T) {
	const rows = "\n|Answer|Share|\n|-|-|\n|Yes|31|\n|No|69|\n"
	for words, want := range map[string]string{
		"This table contains the share of those who gave an answer to the question of the survey in the year.\n\nAll are weighted by the size of their households, and those without one are left out.": "Table 2",
		"本表为抽样调查的结果。": "Table 2",
		"The survey was held in the spring of the year, and nearly all of those who were asked gave an answer.": "line 5",
	} {
		d, _ := Parse("", "r.md", []byte("Table 2: Answers\n\n"+words+"\n"+rows))
		if got := d.Tables[0].Label; got != want {
			t.Errorf("%s: %s, want %s", words, got, want)
		}
	}
}

// TestSubtotal: the sum of a group keeps its group, the one of all has none.
func TestSubtotal(t *testing.T) {
	d, _ := Parse("", "r.md", []byte("|系|专业|人数|\n|-|-|-|\n|甲|子|31|\n||丑|28|\n||小计|59|\n|乙|寅|12|\n||卯|13|\n||小计|25|\n||合计|84|\n"))
	var got []string
	for _, r := range d.Tables[0].Rows {
		got = append(got, r.Label)
	}
	if got, want := strings.Join(got, " "), "甲/子 甲/丑 甲/小计 乙/寅 乙/卯 乙/小计 合计"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestNumberWithoutAName(t *testing.T) {
	tab := gridOf(t, "表 1：试\n指标|单位|2019年|2020年\n1|生师比|—|15.4|16.1\n2|带宽|Mbps|10|20\n3|就业率|%|66.2|69.5")
	if got, want := gridText(tab), "序号,指标,单位,2019年,2020年: 1,生师比,—,15.4,16.1; 2,带宽,Mbps,10,20; 3,就业率,%,66.2,69.5"; got != want || len(tab.Doubts) != 1 {
		t.Errorf("%s %v, want %s", got, tab.Doubts, want)
	}
}

// TestFrontMatter: what a program writes before a text is none of it.
func TestFrontMatter(t *testing.T) {
	const text = "\n一、综合\n\n共 3 人。\n"
	for _, c := range []struct{ name, src, title, want string }{
		{"YAML", "---\nsource: a\ntitle: \"乙市公报\"\ntags: [a]\n---\n" + text, "乙市公报", "section 一 综合; text 共 3 人。"},
		{"TOML", "+++\ntitle = '乙市公报'\n+++\n" + text, "乙市公报", "section 一 综合; text 共 3 人。"},
		{"no title", "---\ndate: 2024-01-01\n...\n" + text, "", "section 一 综合; text 共 3 人。"},
		{"a rule", "---\n\n甲\n\n---\n" + text, "", "text 甲; section 一 综合; text 共 3 人。"},
	} {
		d, _ := Parse("", "r.md", []byte(c.src))
		if got := outline(d); got != c.want || d.Title != c.title {
			t.Errorf("%s: %s and the title %q, want %s and %q", c.name, got, d.Title, c.want, c.title)
		}
		line, want := d.Sections[0].Line, strings.Count(c.src[:strings.Index(c.src, "一、")], "\n")+1
		if line != want {
			t.Errorf("%s: line %d, want %d", c.name, line, want)
		}
	}
}

// TestUnitColumns: the units of the rows stand under several names; 单位 may be an
// organisation.
func TestUnitColumns(t *testing.T) {
	for _, c := range []struct{ head, unit string }{{"单位", "吨"}, {"计量单位", "吨"}, {"度量单位", "吨"}, {"单 位", "吨"}, {"Unit", "吨"}, {"来源单位", ""}} {
		d, _ := Parse("", "r.md", []byte("|产品|"+c.head+"|产量|\n|-|-|-|\n|水泥|吨|64|\n|纸|吨|36|\n"))
		if got := d.Tables[0].Rows[0].Unit; got != c.unit {
			t.Errorf("%s: %q, want %q", c.head, got, c.unit)
		}
	}
}

// TestTitleOverUnit: the line of the unit is no title.
func TestTitleOverUnit(t *testing.T) {
	for path, src := range inFormats("各园绿地面积\n\n单位：公顷\n\n园|绿地\n东|52\n西|41") {
		d, _ := Parse("", path, src)
		if got := d.Tables[0].Title + " " + gridText(d.Tables[0]); got != "各园绿地面积 园,绿地[公顷]: 东,52; 西,41" {
			t.Errorf("%s: %s", path, got)
		}
	}
}

// TestDecomposed: a letter and its accent are one character.
func TestDecomposed(t *testing.T) {
	for path, src := range inFormats("表 1 Cafe\u0301\n\n姓名|课时\nJose\u0301|32") {
		d, _ := Parse("", path, src)
		if got := d.Tables[0].Title + " " + gridText(d.Tables[0]); got != "Café 姓名,课时: José,32" {
			t.Errorf("%s: %q", path, got)
		}
	}
}

func TestEnglishNotes(t *testing.T) {
	for path, src := range inFormats("Table 3. Degrees by college\n\nCollege|Degrees\nLaw|12\n\nSource: Registrar, 2024.\n\nNote: Preliminary.") {
		d, _ := Parse("", path, src)
		if got := d.Tables[0].ID + " " + notes(d.Tables[0]); got != "Table 3 Source: Registrar, 2024.\nNote: Preliminary." {
			t.Errorf("%s: %q", path, got)
		}
	}
}

// TestByteOrderMarks: two are as good as one.
func TestByteOrderMarks(t *testing.T) {
	d, problems := Parse("", "r.csv", []byte("\ufeff\ufeff\"专业\",\"人数\"\n\"甲\",\"1,024\"\n"))
	if got := firstGrid(d); got != "专业,人数: 甲,1,024" || len(problems) > 0 {
		t.Errorf("%s %v", got, problems)
	}
}

// TestMergedGroups: the sum of a group is part of it.
func TestMergedGroups(t *testing.T) {
	d, _ := Parse("", "r.html", []byte("<!doctype html><table><tr><td>院<td>职称<td>人数<tr><td rowspan=3>甲院<td>教授<td>9<tr><td>讲师<td>7<tr><td>小计<td>16<tr><td>乙院<td>讲师<td>5<tr><td colspan=2>合计<td>21</table>"))
	var labels []string
	for _, r := range d.Tables[0].Rows {
		labels = append(labels, fmt.Sprint(r.Label, " ", r.Cells[0].Text, " ", r.Total))
	}
	if got, want := strings.Join(labels, "; "), "甲院/教授 甲院 false; 甲院/讲师  false; 甲院/小计 甲院 true; 乙院/讲师 乙院 false; 合计 合计 true"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// TestRowsInCells: rows that a converter wrote as lines of one row of cells.
func TestRowsInCells(t *testing.T) {
	const p = "</w:t></w:r></w:p><w:p><w:r><w:t>"
	for _, c := range []struct{ name, rows, want string }{
		{"three rows", row("机构|数量|床位") + row("医院"+p+"诊所"+p+"合计|4"+p+"9"+p+"13|5.5"+p+"—"+p+"5.5"), "机构,数量,床位: 医院,4,5.5; 诊所,9,—; 合计,13,5.5 total"},
		{"a name of two lines", row("机构|数量") + row("人民"+p+"医院|4"), "机构,数量: 人民 医院,4"},
		{"texts of two lines", row("机构|地址") + row("人民"+p+"医院|甲路"+p+"四号"), "机构,地址: 人民 医院,甲路 四号"},
		{"a name over two numbers", row("机构|数量") + row("医院|4"+p+"5.5%"), "机构,数量: 医院,4 5.5%"},
	} {
		d, _ := Parse("", "r.docx", word("<w:tbl>"+c.rows+"</w:tbl>"))
		if got := firstGrid(d); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	d, _ := Parse("", "r.html", []byte("<!doctype html><table><tr><td>机构<td>数量<tr><td>医院<br>诊所<td>4<br>9</table>"))
	if got, want := firstGrid(d), "机构,数量: 医院,4; 诊所,9"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// TestSheetText: what stands over and under the tables of a sheet is none of them.
func TestSheetText(t *testing.T) {
	d, _ := Parse("", "r.csv", []byte("Title:,Degrees by college\nFilters:,All colleges,2024\n,Full time,\nSearch:,\n\nID,College,Degrees\n11,Law,12\n12,Arts,30\nSource: Registrar.,,\n4、师资队伍,,\n教师共 43 人，比上年多 2 人。,,\n"))
	if got, want := inBrief(d)+" / "+outline(d)+" / "+notes(d.Tables[0]), "第 6 行 Degrees by college ID,College,Degrees: 11,Law,12; 12,Arts,30 / "+
		"text Degrees by college; text Filters: All colleges 2024; text Full time; text Search:; section 4 师资队伍; text 教师共 43 人，比上年多 2 人。 / Source: Registrar."; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	d, _ = Parse("", "r.csv", []byte("指标：,数量\n人数：,43\n面积：,12\n"))
	if got, want := firstGrid(d), "指标：,数量: 人数：,43; 面积：,12"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// TestHiddenCells: hidden rows and columns are not read, and blank rows far below
// are none.
func TestHiddenCells(t *testing.T) {
	b := newBook()
	b.open("经费")
	b.write("项目", "草稿", "今年")
	b.write("拨款", "8", "125")
	b.write("旧口径", "8", "1")
	b.write("学费", "8", "55")
	b.file.SetColVisible("经费", "B", false)
	b.file.SetRowVisible("经费", 3, false)
	d, problems := Parse("", "r.xlsx", b.bytes())
	if got, want := firstGrid(d), "项目,今年: 拨款,125; 学费,55"; got != want || len(problems) > 0 {
		t.Errorf("%s, want %s %v", got, want, problems)
	}
	d, problems = Parse("", "r.xlsx", sheetXML(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`+
		`<row r="1"><c r="A1" t="inlineStr"><is><t>项目</t></is></c><c r="B1" t="inlineStr"><is><t>数</t></is></c></row>`+
		`<row r="2"><c r="A2" t="inlineStr"><is><t>拨款</t></is></c><c r="B2"><v>12</v></c></row>`+
		`<row r="1048576" ht="12.8" customHeight="1"/></sheetData></worksheet>`))
	if got, want := firstGrid(d), "项目,数: 拨款,12"; got != want || len(problems) > 0 {
		t.Errorf("%s, want %s %v", got, want, problems)
	}
}

// TestRagged: rows of values that nothing reads are kept under a doubt.
func TestRagged(t *testing.T) {
	const head = "10-15  各区情况\n\n  校数 招生 毕业 在 校\n(所) (人) (人) 学生\n"
	d := parseText(t, head+"  1.高校 3 7102 4688 21540\n  2.中学 52 19840 19105 60233\n      初中 42 13712 12655 40187\n")
	if len(d.Tables) != 1 || len(d.Tables[0].Doubts) == 0 || len(d.Tables[0].Rows) != 3 {
		t.Errorf("%+v", d.Tables)
	}
	for _, src := range []string{
		"东 1 2 3 4\n",                           // one line
		"0 20 40 60 80\n0 1 2 3 4\n5 6 7 8 9\n", // the ticks of a picture
		"其中甲 1 2 3 4，\n又有乙 5 6 7 8，\n再有丙 1 2 3 4。\n", // sentences
	} {
		if d := parseText(t, src); len(d.Tables) > 0 {
			t.Errorf("%q: %+v", src, d.Tables)
		}
	}
}

// TestEnglishSentenceEndsTable: a sentence is no row.
func TestEnglishSentenceEndsTable(t *testing.T) {
	d := parseText(t, "Fact Book\n\nEnrolment reached 12,457   students.\n\nTable 1. Headcount\n\n| Level | 2022 |\n| Master | 1,688 |\n| Total | 1,688 |\n\nThe university awarded 3,001 degrees.\n")
	if got, want := inBrief(d), "Table 1 Headcount Level,2022: Master,1,688; Total,1,688"; strings.TrimSuffix(got, " total") != want {
		t.Errorf("%s, want %s", got, want)
	}
	if p := d.Paragraphs[len(d.Paragraphs)-1].Text; p != "The university awarded 3,001 degrees." {
		t.Error(p)
	}
}
