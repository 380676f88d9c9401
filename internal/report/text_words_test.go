package report

import (
	"slices"
	"strings"
	"testing"

	"charts/internal/format"
	"charts/internal/table"
)

// TestTextGrid reads tables that are laid out by columns of characters. A case
// with a question mark must also have a doubt, and no other has one.
func TestTextGrid(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"names over the middle of their columns", `
  项目              2021 年                   2022 年
                数量        比重          数量        比重
  图书            310      41.2%        322      40.1%
  期刊             28       3.7%         31       3.9%`,
			"项目,2021年/数量,2021年/比重,2022年/数量,2022年/比重: 图书,310,41.2%,322,40.1%; 期刊,28,3.7%,31,3.9%"},
		{"names at the left of three columns", `
  学院      男                        女
            专科    本科    合计      专科    本科    合计
  机电       100      20     120        30      12      42
  财经        80      15      95       110      40     150`,
			"学院,男/专科,男/本科,男/合计,女/专科,女/本科,女/合计: 机电,100,20,120,30,12,42; 财经,80,15,95,110,40,150"},
		{"columns that drift", `
         甲类          乙类
班级    人数   比例   人数   比例
一班      12  30.0%   28  70.0%
二班     9 22.5%   31 77.5%
三班(补)       1100 40.0%    1650   60.0%`,
			"班级,甲类/人数,甲类/比例,乙类/人数,乙类/比例: 一班,12,30.0%,28,70.0%; 二班,9,22.5%,31,77.5%; 三班(补),1100,40.0%,1650,60.0%"},
		{"names wrapped below, drifting", `
 序号     课程           学时     人数
  1   英语            32      20
  2     高等数学     48    118
      （上册）
  10    物理（实    64      95
      验）`,
			"序号,课程,学时,人数: 1,英语,32,20; 2,高等数学（上册）,48,118; 10,物理（实验）,64,95"},
		{"a word of a year in tight columns", `
类别        2019 年   2020 年
纸本           1200      1310
电子            900      1002`,
			"类别,2019年,2020年: 纸本,1200,1310; 电子,900,1002"},
		{"the header again after a page break", `
  类别    册数    种数
  甲       100      10

5

  类别    册数    种数
  乙       200      20`,
			"类别,册数,种数: 甲,100,10; 乙,200,20"},
		{"a frame with names over columns", `
+--------+-----------------+-------+
| Hall   | Seats           | Total |
|        +--------+--------+       |
|        | Old    | New    |       |
+========+========+========+=======+
| North  | 12     | 30     | 42    |
| wing   |        |        |       |
+--------+--------+--------+-------+
| East   | 7      | 11     | 18    |
+--------+--------+--------+-------+`,
			"Hall,Seats/Old,Seats/New,Total: North wing,12,30,42; East,7,11,18"},
		{"a frame of drawn lines", `
┌──────┬──────┬──────┐
│ 部门 │ 人数 │ 占比 │
├──────┼──────┼──────┤
│ 教务 │   12 │  40% │
├──────┼──────┼──────┤
│ 学工 │   18 │  60% │
└──────┴──────┴──────┘`,
			"部门,人数,占比: 教务,12,40%; 学工,18,60%"},
		{"a rule under the names", `
Tree      Old   New
------- ----- -----
Lime        3    12
Oak         4     9`,
			"Tree,Old,New: Lime,3,12; Oak,4,9"},
		{"rows of several lines between rules", `
-----------------------------------
Item       Paid     Reason
           in all
---------- -------- ---------------
Heat       1200     The winter was
                    long.

Light      310      As before.
-----------------------------------`,
			"Item,Paid in all,Reason: Heat,1200,The winter was long.; Light,310,As before."},
		{"rules between names of two levels", `
======  =====  =======
Place   Guests
------  --------------
Name    Day    Night
======  =====  =======
Ash     120    31
Birch   80     9
======  =====  =======`,
			"Place/Name,Guests/Day,Guests/Night: Ash,120,31; Birch,80,9"},
	} {
		name, doubted := strings.CutSuffix(c.name, "?")
		for _, file := range []struct{ name, text string }{
			{"r.txt", "表 3 情况\n\n" + strings.Trim(c.text, "\n") + "\n\n后文如下。\n"},
			{"r.md", "表 3 情况\n\n" + strings.Trim(c.text, "\n") + "\n\n后文如下。\n"},
		} {
			if file.name == "r.md" && !slices.ContainsFunc(format.Lines(c.text), func(l format.Line) bool { return format.Frame.MatchString(l.Text) || format.Gaps.MatchString(l.Text) }) {
				continue
			}
			d, _ := Parse("", file.name, []byte(file.text))
			var got []string
			doubts := 0
			for _, tab := range d.Tables {
				got = append(got, gridText(tab))
				doubts += len(tab.Doubts)
			}
			if s := strings.Join(got, " | "); s != c.want || doubted != (doubts > 0) {
				t.Errorf("%s, %s: %s, %d doubts; want %s", name, file.name, s, doubts, c.want)
			}
		}
	}
}

// TestOrdered reads tables of which only the order of the cells is known. A case
// with a question mark must also have a doubt, and no other has one.
func TestOrdered(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a title and the number of a page between rows of bars", "单位:人数(人),比例(%)\n地区 | 人数 | 比例 |\n北区 | 12 | 40 |\n第二章 学生情况\n8\n地区 | 人数 | 比例 |\n南区 | 18 | 60 |",
			"地区,人数[人],比例[%]: 北区,12,40; 南区,18,60"},
		{"names over columns that lost their blanks, of two widths", "讲师 | 高职 | 中职 |  |  |\n人数 | 人数 | 占比 | 人数 | 占比 |\n60 | 6 | 10% | 9 | 15% |",
			"讲师/人数,高职/人数,高职/占比,中职/人数,中职/占比: 60,6,10%,9,15%"},
		{"names over columns of any width?", "门类 | 构成 | 性别 | |||\n人数 | 占比 | 男 | 女 | 合计 | |\n文科 | 48 | 40% | 25 | 23 | 48 |\n理科 | 72 | 60% | 47 | 25 | 72 |",
			"门类,人数,占比,男,女,合计: 文科,48,40%,25,23,48; 理科,72,60%,47,25,72"},
		{"a cell a line, names of two levels", strings.ReplaceAll("总人数 甲校 乙校 人数 占比 人数 占比 90 40 44.4% 50 55.6%", " ", "\n\n"),
			"总人数,甲校/人数,甲校/占比,乙校/人数,乙校/占比: 90,40,44.4%,50,55.6%"},
		{"a cell a line, names of two levels and of rows", strings.ReplaceAll("年级 男生 女生 人数 占比 人数 占比 大一 40 44.4% 50 55.6% 大二 30 50% 30 50%", " ", "\n"),
			"年级,男生/人数,男生/占比,女生/人数,女生/占比: 大一,40,44.4%,50,55.6%; 大二,30,50%,30,50%"},
		{"a pair over a table, a cell a line", strings.ReplaceAll("名称：某学院 序号 指标 单位 2021年 1 教师总数 人 310 2 其中：专任教师 人 280 高级职称 人 90 3 生师比 : 15.2", " ", "\n\n"),
			"序号,指标,单位,2021年: 1,教师总数,人,310; 2,其中：专任教师,人,280; ,高级职称,人,90; 3,生师比,:,15.2"},
		{"a column after the other", "职称\n教授\n讲师\n合计\n\n人数（人）\n62\n145\n207\n\n占比\n%\n30.0\n70.0\n100.0",
			"职称,人数[人],占比[%]: 教授,62,30.0; 讲师,145,70.0; 合计,207,100.0 total"},
		{"a column after the other, on two pages", "序号\n\n专业\n\n人数（人）\n\n1\n2\n3\n\n化学\n物理\n统计\n\n36\n47\n58\n\n序号\n\n专业\n\n人数（人）\n\n4\n5\n\n材料\n生物\n\n69\n70",
			"序号,专业,人数[人]: 1,化学,36; 2,物理,47; 3,统计,58; 4,材料,69; 5,生物,70"},
		{"columns of the same kinds?", "年级\n大一\n大二\n\n男\n12\n13\n\n女\n14\n15", "年级,男,女: 大一,12,14; 大二,13,15"},
		{"columns of which one is cut?", "职称\n教授\n讲师\n合计\n\n人数\n62\n145\n207\n\n占比\n30.0\n70.0",
			"序号,原文: 1,职称; 2,教授; 3,讲师; 4,合计 total; 5,人数; 6,62; 7,145; 8,207; 9,占比; 10,30.0; 11,70.0"},
		{"a blank line between the cells, and none in a name?", "类别\n\n人数\n\n人均\n\n应用\n化学\n\n12\n\n3.5\n\n物理\n\n14\n\n4.5\n\n材料\n\n9\n\n2.5",
			"类别,人数,人均: 应用化学,12,3.5; 物理,14,4.5; 材料,9,2.5"},
		{"years name columns", "来源\n2019\n2020\n拨款\n1111.10\n2655.99\n捐赠\n603.91\n4444.92", "来源,2019,2020: 拨款,1111.10,2655.99; 捐赠,603.91,4444.92"},
		{"the unit of the table among its cells", "职称\n单位：人\n人数\n教授\n62\n讲师\n145", "职称,人数[人]: 教授,62; 讲师,145"},
		{"rows without names?", "男生\n女生\n12\n13\n14\n15", "序号,原文: 1,男生; 2,女生; 3,12; 4,13; 5,14; 6,15"},
		{"groups in the middle of their rows?", "学科\n专业\n人数\n软件\n40\n工学\n车辆\n59\n电气\n75\n工商\n95\n管理\n财务\n88\n会计\n91",
			"学科,专业,人数: ,软件,40; 工学,车辆,59; ,电气,75; ,工商,95; 管理,财务,88; ,会计,91"},
		{"names that share a line, and numbers of rows", "序号\n专业 人数（人） 比例（%）\n1\n化学\n21\n5.1\n2\n物理\n36\n9.0\n3\n统计\n47\n8.8",
			"序号,专业,人数[人],比例[%]: 1,化学,21,5.1; 2,物理,36,9.0; 3,统计,47,8.8"},
		{"years name rows", "年份\n人数\n比例\n2019\n120\n40\n2020\n130\n41\n2021\n150\n42", "年份,人数,比例: 2019,120,40; 2020,130,41; 2021,150,42"},
		{"a unit for each name", "项目\n金额\n占比\n万元\n%\n教学\n31.5\n24\n科研\n19.7\n47\n后勤\n55\n10", "项目,金额[万元],占比[%]: 教学,31.5,24; 科研,19.7,47; 后勤,55,10"},
		{"a value that is missing?", "专业\n人数\n比例\n化学\n21\n5.1\n物理\n36\n统计\n47\n8.8\n生物\n50\n9.0", "专业,人数,比例: 化学,21,5.1; 物理,,; 统计,47,8.8; 生物,50,9.0"},
		{"rows that may be halves?", "合同\n固定\n临时\n方式\n女\n男\n全职\n45\n32\n兼职\n13\n35\n计时\n21\n17\n全日\n30\n33",
			"序号,原文: 1,合同; 2,固定; 3,临时; 4,方式; 5,女; 6,男; 7,全职; 8,45; 9,32; 10,兼职; 11,13; 12,35; 13,计时; 14,21; 15,17; 16,全日; 17,30; 18,33"},
		{"bars on one line", "| 区 | 学校数 | 学生数 | | 东 | 6 | 118 | | 西 | 1 | 90 |", "区,学校数,学生数: 东,6,118; 西,1,90"},
		{"bars on one line, with a blank cell?", "| 分区情况 | | 区 | 学校数 | 学生数 | | 东 | | 118 | | 西 | 1 | 90 | | 南 | 3 | 70 |",
			"序号,原文: 1,| 分区情况 | | 区 | 学校数 | 学生数 | | 东 | | 118 | | 西 | 1 | 90 | | 南 | 3 | 70 |"},
		{"columns that drift, a value missing?", `
         甲类          乙类
班级    人数   比例   人数   比例
一班      12  30.0%   28  70.0%
二班     9   31 77.5%
三班(补)       1100 40.0%    1650   60.0%`,
			"班级,甲类/人数,甲类/比例,乙类/人数,乙类/比例: 一班,12,30.0%,28,70.0%; 二班,,,,; 三班(补),1100,40.0%,1650,60.0%"},
	} {
		name, doubted := strings.CutSuffix(c.name, "?")
		d := parseText(t, "表 3 情况\n"+strings.Trim(c.text, "\n")+"\n\n后文如下。\n")
		if len(d.Tables) != 1 {
			t.Errorf("%s: %d tables", name, len(d.Tables))
			continue
		}
		tab := d.Tables[0]
		if got := gridText(tab); got != c.want || doubted != (len(tab.Doubts) > 0) {
			t.Errorf("%s: %s, doubts %v; want %s", name, got, tab.Doubts, c.want)
		}
	}
}

// TestBesideText: tables in two columns of a page are not read as one without a
// doubt.
func TestBesideText(t *testing.T) {
	d := parseText(t, `表 4 藏书                          图书馆全年开放，读者满意，服务水平高，各
                               项工作有序。
      类别      2021年    2022年
纸本             8,120    9,310 表 5 座位
电子            1,900     2,044
                                       楼层        南区         北区
全馆借阅量稳步增加，服务进一步优化，各分馆均衡发展，读    一楼              90       140
者反映良好。                          二楼              66        70
`)
	for _, tab := range d.Tables {
		if len(tab.Doubts) == 0 || slices.ContainsFunc(tab.Columns, func(c table.Column) bool { return strings.Contains(c.Name, "1,900") }) {
			t.Errorf("%s, doubts %v", gridText(tab), tab.Doubts)
		}
	}
}

// TestPrintedPages reads the pages of a text as a program prints them: a form feed
// begins each, and a Chinese character may take one column.
func TestPrintedPages(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a character takes one column", `
学院          毕业生人数（人）    落实率（%）
机械工程学院           653    96.13
外国语学院            931    85.86
信息学院             702    88.07
合计              2286    90.21`, "学院,毕业生人数[人],落实率[%]: 机械工程学院,653,96.13; 外国语学院,931,85.86; 信息学院,702,88.07; 合计,2286,90.21 total"},
		{"a table goes on, laid out anew", "\n序号     专业 人数      比例\n1    化学  61   7.4\n2    物理  83   5.5\n\f序号  专业    人数      比例\n3 统计    36   2.7\n4 材料    40   2.3",
			"序号,专业,人数,比例: 1,化学,61,7.4; 2,物理,83,5.5; 3,统计,36,2.7; 4,材料,40,2.3"},
		{"names over as many columns each", `
专业              2022年       2023年
        计划数 录取数 比例 计划数 录取数 比例
会计学      236       80 61.5 244 253 12.1
软件工程 237 226     32.7  117 105     19.4`, "专业,2022年/计划数,2022年/录取数,2022年/比例,2023年/计划数,2023年/录取数,2023年/比例: 会计学,236,80,61.5,244,253,12.1; 软件工程,237,226,32.7,117,105,19.4"},
		{"units under the names", `
Kind         Recipients      Amount     Average
             persons    $ thousands           $
Grants              475      91,204       3,605
Loans               862      60,337       2,913`, "Kind,Recipients[persons],Amount[$ thousand],Average[$]: Grants,475,91,204,3,605; Loans,862,60,337,2,913"},
		{"units of two lines", `
Kind         Recipients      Amount     Average
                number        EUR           EUR
                           millions     millions
Grants              475      91,204       3,605
Loans               862      60,337       2,913`, "Kind,Recipients[number],Amount[EUR million],Average[EUR million]: Grants,475,91,204,3,605; Loans,862,60,337,2,913"},
		{"a unit in brackets over the names", `
                                     (EUR millions)
Kind         Amount     Average
Grants       91,204       3,605
Loans        60,337       2,913`, "Kind,Amount[EUR million],Average[EUR million]: Grants,91,204,3,605; Loans,60,337,2,913"},
		{"names of groups over all columns", `
Level         2021-22   2022-23
        Undergraduate
Full-time         166       236
Part-time         467       392
          Graduate
Full-time         566       850
Part-time         316       210`, "Level,2021-22,2022-23: Undergraduate,,; Full-time,166,236; Part-time,467,392; Graduate,,; Full-time,566,850; Part-time,316,210"},
		{"names of rows go on below", `
Program        Code     Seniors
Applied        P100         554
Chemistry
Modern         P101         744
Physics`, "Program,Code,Seniors: Applied Chemistry,P100,554; Modern Physics,P101,744"},
		{"sums end the groups", `
门类        专业      人数
          软件工程     505
工学        车辆工程     335
          电气工程     683
          小计      1523
          工商管理     319
管理学       财务管理     895
          小计      1214`, "门类,专业,人数: 工学,软件工程,505; ,车辆工程,335; ,电气工程,683; 工学,小计,1523 total; 管理学,工商管理,319; ,财务管理,895; 管理学,小计,1214 total"},
		{"a name of a group over the middle of the page", `
       资源                 2021年       2022年         2023年
                         校舍类
       教室面积               48,104      31,592        16,021
       宿舍面积               31,410      66,819        15,764
                         设备类
      仪器设备台套              65,541      38,960        89,476
     多媒体教室座位              84,243      98,576        26,057`, "资源,2021年,2022年,2023年: 校舍类,,,; 教室面积,48,104,31,592,16,021; 宿舍面积,31,410,66,819,15,764; 设备类,,,; 仪器设备台套,65,541,38,960,89,476; 多媒体教室座位,84,243,98,576,26,057"},
		{"names of rows under those of groups", `
毕业去向                                人数（人）                比例（%）

灵活就业                 自由职业                  518             45.74

           自主创业                            418             25.21

升学                   境内升学                  560             22.27

           出国（境）                             421              6.78

合计                                        1917            100.00`, "毕业去向,项目,人数[人],比例[%]: 灵活就业,自由职业,518,45.74; ,自主创业,418,25.21; 升学,境内升学,560,22.27; ,出国（境）,421,6.78; 合计,,1917,100.00 total"},
		{"names with a blank between", `
Field of study      Lent Sold Given Lost
Maps                  503        701       750           201
Plans                 633        590        12            41`, "Field of study,Lent,Sold,Given,Lost: Maps,503,701,750,201; Plans,633,590,12,41"},
		{"a bracket ends a name", `
Campus       Halls      Net area (m²) Share (%)
Riverside           248        21,836          69.6
Hillcrest          1228        72,526          22.9`, "Campus,Halls,Net area[m²],Share[%]: Riverside,248,21,836,69.6; Hillcrest,1228,72,526,22.9"},
		{"a sentence with blanks is no row", "\n校区    人数\n东区      12\n西区      30\n全校 教师 42 人，其中 教授 6 人。\n", "校区,人数: 东区,12; 西区,30"},
	} {
		d := parseText(t, "表 3 情况\n"+c.text+"\n\n后文如下。\n\f")
		if len(d.Tables) != 1 {
			t.Errorf("%s: %d tables", c.name, len(d.Tables))
			continue
		}
		if got := gridText(d.Tables[0]); got != c.want {
			t.Errorf("%s: %s\nwant %s, doubts %v", c.name, got, c.want, d.Tables[0].Doubts)
		}
	}
}

// TestOverlappingColumns: where places tell no columns the order of the cells does, but
// for the rows that have others.
func TestOverlappingColumns(t *testing.T) {
	d := parseText(t, `表5 办学条件指标
       序号          指标 单位 2022年 2023年
       1          生师比        :1 2671.22 891.54
       2   纸质图书总数            册 3997.70 1612.76
       3   教学科研仪器设备值 万元 3374.14 3846.51
       4   校园网主干带宽        Mbps 4904.91
       5   校外实习基地数           个 8941.94 4760.07

后文如下。
`+"\f")
	for _, doubt := range d.Tables[0].Doubts {
		if doubt.Line != 3 && doubt.Line != 6 {
			t.Errorf("%d %s: %s", doubt.Line, doubt.Column, doubt.Reason)
		}
	}
	if len(d.Tables[0].Doubts) == 0 {
		t.Error("no doubt of the row that lacks a cell")
	}
}

// TestPrintedColumns: a page of two columns is read one after the other, although tables
// reach further than text, and where a Chinese character takes one column. A caption is
// no line of names.
func TestPrintedColumns(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"values end behind the text", `
The number of loans rose again in the year under              Fees were held at the level of the year before, while
review, and the library opened a reading room.                grants grew.
Table 1. Loans by kind                                        Table 2. Desks by floor
       Kind                   2022           2023
                                                              Floor                 North           South
Books                                1,200            1,310
Maps                                   900              880   Ground                              40           62
Discs                                  300              320   First                              120          118
`, "1 Loans by kind: Kind,2022,2023: Books,1,200,1,310; Maps,900,880; Discs,300,320 / 2 Desks by floor: Floor,North,South: Ground,40,62; First,120,118"},
		{"a character takes one column", `
  图书馆全年开放，各项服务的水平稳步提高        分馆的座位有所增加，自习室全部完成了改
了不少，读者普遍满意，分馆借阅量不断增加。      造，开放的时间也比上一年更长，每天到十点。
表 1 藏书                     表 2 座位
类别      2021年   2022年      楼层         南区      北区
纸本       8,120   9,310     一楼          90       140
电子书      1,900   2,044     二楼          66        70
  各分馆均衡发展，服务更加优化，读者反映        全年举办讲座多场，参加的读者比上一年多
良好。                        了一成。
`, "1 藏书: 类别,2021年,2022年: 纸本,8,120,9,310; 电子书,1,900,2,044 / 2 座位: 楼层,南区,北区: 一楼,90,140; 二楼,66,70"},
		{"a caption with years", `
               表 7 2019—2023 年地区生产总值
            年份      地区生产总值（亿元）                  比上年增长（%）
2019                          6279.3                            -4.3
2020                          6749.6                            -0.1
2021                          7678.3                            -6.8
`, "7 2019—2023 年地区生产总值: 年份,地区生产总值[亿元],比上年增长[%]: 2019,6279.3,-4.3; 2020,6749.6,-0.1; 2021,7678.3,-6.8"},
	} {
		var got []string
		for _, tab := range parseText(t, c.text+"\f").Tables {
			got = append(got, labelNumber(tab.Label)+" "+tab.Title+": "+gridText(tab))
		}
		if s := strings.Join(got, " / "); s != c.want {
			t.Errorf("%s: %s\nwant %s", c.name, s, c.want)
		}
	}
}

// TestRowsUnderHeadings: rows that only name others give those a path.
func TestRowsUnderHeadings(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"names come back", "类别\t人数\n本科\t\n男\t12\n女\t13\n专科\t\n男\t5\n女\t6", "本科 本科/男 本科/女 专科 专科/男 专科/女"},
		{"the first row names others", "类别\t人数\n民族\t\n汉\t12\n回\t13\n年龄\t\n以上\t5\n以下\t6", "民族 民族/汉 民族/回 年龄 年龄/以上 年龄/以下"},
		{"blank values", "类别\t人数\n汉\t12\n回\t\n满\t13\n壮\t\n藏\t6", "汉 回 满 壮 藏"},
	} {
		var labels []string
		for _, r := range gridOf(t, "表 1：试\n\n"+c.text+"\n").Rows {
			labels = append(labels, r.Label)
		}
		if got := strings.Join(labels, " "); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}
