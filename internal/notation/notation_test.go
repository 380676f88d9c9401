package notation

import (
	"strings"
	"testing"
)

func TestMissing(t *testing.T) {
	for cell, want := range map[string]bool{
		"": true, " ": true, "-": true, "——": true, "–": true, "−": true, "／": true, "…": true, "……": true, "...": true,
		"n/a": true, "N/A": true, "#N/A": true, "　": true,
		"0": false, "无": false, "待查": false, "NA": false, "-1": false, "—3": false, ".": false,
	} {
		if got := Missing(cell); got != want {
			t.Errorf("Missing(%q) = %v", cell, got)
		}
	}
}

func TestGap(t *testing.T) {
	for cell, want := range map[string]bool{
		"": true, "—": true, "n/a": true, "NA": true, "n.a.": true, "NaN": true, "null": true, "None": true, ".": true, "..": true, ":": true, ": c": true, ":bp": true,
		"0": false, "无": false, "Nantes": false, "x": false, "::": false, ":q": false, "3": false, ".5": false,
	} {
		if got := Gap(cell); got != want {
			t.Errorf("Gap(%q) = %v", cell, got)
		}
	}
}

func TestNotRead(t *testing.T) {
	for cell, want := range map[string]bool{
		"=B2+C2": true, "=SUM(B2:B9)": true, "=-B2": true, `="a"&B2`: true, "='表 1'!A1": true, "=(B2+1)*2": true,
		"#REF!": true, "#DIV/0!": true, "#NAME?": true, "#VALUE!": true,
		"": false, "=": false, "==": false, "#1": false, "#N/A": false, "= 5": false, "0": false, "#REF": false,
	} {
		if got := NotRead(cell); got != want {
			t.Errorf("NotRead(%q) = %v", cell, got)
		}
	}
}

func TestNone(t *testing.T) {
	for cell, want := range map[string]bool{"": false, "无": true, " 无 ": true, "—": true, "/": true, "无锡": false, "0": false} {
		if got := None(cell); got != want {
			t.Errorf("None(%q) = %v", cell, got)
		}
	}
}

func TestTotal(t *testing.T) {
	for name, want := range map[string]bool{
		"合计": true, "总　计": true, "合 计": true, "工学院小计": true, "全校总计": true, "全院总计：": true, "合计（人）": true, "总数": true,
		"学院招生汇总": true, "Total": true, "total": true, "Grand total": true, "Subtotal": true, "TOTAL:": true, "總計": true, "合計": true, "All": true, "All ages": true, "All regions": true, "Overall": true,
		"All other countries": false, "Allied health": false, "Overalls": false,
		"会计": false, "统计学": false, "总计算机台数": false, "共和": false, "totally": false, "": false, "学生总数": false,
		"一二三四五六七合计": false,
	} {
		if got := Total(name); got != want {
			t.Errorf("Total(%q) = %v", name, got)
		}
	}
}

func TestPart(t *testing.T) {
	for name, want := range map[string]string{
		"其中：女生": "女生", "其 中:国家级": "国家级", "其中研究生": "研究生", "of which women": "women", "Thereof: abroad": "abroad", "of whom full-time": "full-time",
		"其中": "", "其他": "", "software": "", "": "",
	} {
		if own, ok := Part(name); own != want || ok != (want != "" || name == "其中") {
			t.Errorf("Part(%q) = %q, %v", name, own, ok)
		}
	}
}

// Each line is in order.
func TestCompare(t *testing.T) {
	for _, line := range []string{"第1组|第2组|第10组", "a|b", "2|10|a", "v1.9|v1.10|v2", "|甲", "007|8|010x", "A2B10|A2B11|A10",
		"大一|大二|大三|大四", "一年级|二年级|十年级|十一年级|二十年级", "第一组|第二组|第十组|第十二组", "二|二十|二十一|三十"} {
		names := strings.Split(line, "|")
		for i := 1; i < len(names); i++ {
			if Compare(names[i-1], names[i]) >= 0 || Compare(names[i], names[i-1]) <= 0 {
				t.Errorf("%s does not come before %s", names[i-1], names[i])
			}
		}
	}
	if Compare("第1组", "第1组") != 0 {
		t.Error("a text is not itself")
	}
}

func TestWhole(t *testing.T) {
	for name, want := range map[string]bool{
		"合计": true, "总人数": true, "全 部": true, "学生总数": true, "全校": true, "所有专业": true, "Overall": true, "All": true, "总": true,
		"男": false, "其他": false, "部分": false, "安全": false, "": false,
	} {
		if got := Whole(name); got != want {
			t.Errorf("Whole(%q) = %v", name, got)
		}
	}
}

func TestYear(t *testing.T) {
	for s, want := range map[string]string{
		"2023": "2023", "2023 年": "2023", "2023届": "2023", "2019级": "2019", "２０２２年度": "2022", "1998学年": "1998",
		"2023年度人数": "", "123": "", "2123": "", "2022-2023": "", "": "",
	} {
		if got, ok := Year(s); got != want || ok != (want != "") {
			t.Errorf("Year(%q) = %q, %v", s, got, ok)
		}
	}
}

func TestPeriod(t *testing.T) {
	for s, want := range map[string]bool{
		"2013年": true, "2022-2023学年": true, "2022—23 学年": true, "2023届毕业生": true, "2021年上半年": true, "2020级": true, "2024年度": true,
		"2023-24": true, "2021/2022": true, "FY2024": true, "FY 2023-24": true, "AY24": true, "Q1 2023": true, "2023 Q4": true, "H1 FY2024": true,
		"Fall 2022": true, "110學年度": true, "2021學年度": true, "民國112年": true, "2021屆": true,
		"112年": false, "110學分": false, "Q1": false, "2023-1": false, "FY": false,
		"2023": false, "2023人": false, "人数": false, "": false,
	} {
		if got := Period(s); got != want {
			t.Errorf("Period(%q) = %v", s, got)
		}
	}
}

func TestTimeless(t *testing.T) {
	for s, want := range map[string]string{
		"2023 届毕业生去向": "毕业生去向", "2022-2023学年在校生": "在校生", "招生（2021 年）": "招生()",
	} {
		if got := Timeless(s); got != want {
			t.Errorf("Timeless(%q) = %q; want %q", s, got, want)
		}
	}
}

func TestFold(t *testing.T) {
	for s, want := range map[string]string{
		"Ａ（１）": "A(1)", " 人 数\u200b": "人数", "a b": "ab", "，。": ",。", "表 6": "表6",
	} {
		got, from := FoldMap(s)
		if got != want || Fold(s) != want {
			t.Errorf("Fold(%q) = %q and %q; want %q", s, Fold(s), got, want)
		}
		if len(from) != len(got)+1 || from[len(got)] != len(s) {
			t.Errorf("FoldMap(%q) maps %v", s, from)
		}
	}
}

func TestCodes(t *testing.T) {
	for column, want := range map[string]bool{
		"项目编号": true, "专业代码": true, "学 号": true, "联系电话": true, "编号": true, "序号": false, "电话数": false, "号": false, "人数": false, "": false,
	} {
		if got := Codes(column); got != want {
			t.Errorf("Codes(%q) = %v", column, got)
		}
	}
}

func TestUnits(t *testing.T) {
	for s, want := range map[string]string{
		"人": "unit", "万元": "unit", "％": "unit", "元/生": "unit", "m²": "unit", "台套": "unit",
		"盏": "measure", "千瓦时": "measure", "℃": "measure", "kWh": "measure", "mg/L": "measure", "欧元": "measure", "吨标准煤": "measure",
		"株": "measure", "层": "measure", "kg": "measure", "m³": "measure", "W/m2": "measure", "车次": "measure", "元/千瓦时": "",
		"男": "", "本": "unit", "甲": "", "含实习": "", "本科": "", "校内": "", "预算": "", "2023年": "", "GDP": "", "MBA": "", "临时": "", "": "", "近三年": "",
	} {
		got := ""
		if Unit(s) {
			got = "unit"
		} else if Measure(s) {
			got = "measure"
		}
		if got != want {
			t.Errorf("%q is %q; want %q", s, got, want)
		}
	}
}

func TestBracket(t *testing.T) {
	for header, want := range map[string]string{
		"人数（人）": "人数|人", "用电 (kWh)": "用电|kWh", "经费（单位：万元）": "经费|万元", "（人）": "（人）|", "人数": "人数|", "甲（乙）丙": "甲（乙）丙|",
	} {
		name, inside, _ := Bracket(header)
		if got := name + "|" + inside; got != want {
			t.Errorf("Bracket(%q) = %q; want %q", header, got, want)
		}
	}
}

func TestFindYear(t *testing.T) {
	for s, want := range map[string]string{"截至 2022 年底": "2022", "1998级": "1998", "3100 人": "", "共 12023 册": "2023", "": ""} {
		if got := FindYear(s); got != want {
			t.Errorf("FindYear(%q) = %q; want %q", s, got, want)
		}
	}
	for s, want := range map[string]bool{"2023 年秋季": true, "2022-2023": true, "2021": true, "20231": false, "年 2023": false} {
		if got := BeginsWithYear(s); got != want {
			t.Errorf("BeginsWithYear(%q) = %v", s, got)
		}
	}
}

// Each line is in order; the last is a list of what names no time.
func TestTime(t *testing.T) {
	for _, line := range []string{
		"1月|2月|10月|12月", "二月|十月|十一月", "2 月份|3 月份", "1月5日|1月20日|10月2日",
		"第一季度|第二季度|第三季度|第四季度", "Q1|Q4", "上半年|下半年", "第一学期|第二学期", "周一|周三|周日",
		"2022年|2023 年|2023年2月|2023年10月|2024-01", "2022Q4|2023Q1", "2022年第四季度|2023年第一季度", "2021-2022学年|2022-2023学年",
		"2021-22|2022-23", "2022—2023学年第一学期|2022—2023学年第二学期", "2023-02-10|2023-10-02", "2019届|2020届", "Jan|Feb|Sept|October", "Dec 2022|Jan. 2023", "2021 December|2022 January|2022 April",
	} {
		last := -1
		for _, s := range strings.Split(line, "|") {
			place, ok := Time(s)
			if !ok || place <= last {
				t.Errorf("Time(%q) = %d, %v, after %d", s, place, ok, last)
			}
			last = place
		}
	}
	for _, s := range []string{"", "3", "3.5", "13月", "2 个月", "一", "May Lee", "月", "第五季度", "1200", "1月32日", "合计"} {
		if place, ok := Time(s); ok {
			t.Errorf("Time(%q) = %d", s, place)
		}
	}
}

func TestMean(t *testing.T) {
	for name, want := range map[string]bool{
		"平均": true, "全校平均值": true, "均值": true, "中位数": true, "全国平均水平": true, "平均分": true, "Average": true, "Median": true, "avg.": true,
		"": false, "平均主义": false, "均值回归": false, "合计": false, "Averages": false,
	} {
		if got := Mean(name); got != want {
			t.Errorf("Mean(%q) = %v", name, got)
		}
	}
}

func TestSpans(t *testing.T) {
	for s, want := range map[string]string{
		"2022—2023学年招生": "school 2022-23", "2022 年 - 23 学年": "school 2022-23", "2021/2022学年": "school 2021-22",
		"2019—2023年": "2019 to 2023", "2019 to 2023": "2019 to 2023", "2019届至2021届": "2019 to 2021", "2019 年—2021": "2019 to 2021",
		"2019-21": "", "2019": "", "截至 2019—2021": "", "1319—2021": "", "": "",
	} {
		got := ""
		if name, size := SchoolYear(s); size > 0 {
			got = "school " + name
		} else if from, to, size := Span(s); size > 0 {
			got = from + " to " + to
		}
		if got != want {
			t.Errorf("%q spans %q; want %q", s, got, want)
		}
	}
}

// Each name is one of a column of years (y), of other times (t), or of neither.
func TestColumnsOfTime(t *testing.T) {
	for name, want := range map[string]string{
		"年份": "y", "学年": "y", "毕业届别": "y", "School year": "y", "时间": "t", "签订日期": "t", "年级": "", "人数": "", "": "", "yearly": "",
	} {
		got := ""
		if YearColumn(name) {
			got = "y"
		} else if TimeColumn(name) {
			got = "t"
		}
		if got != want {
			t.Errorf("%q is %q; want %q", name, got, want)
		}
	}
	for column, want := range map[string]bool{"年份": true, "入学年": true, "Period": true, "人数": false, "": false} {
		if YearUnder(column, "2021") != want || YearUnder(column, "3021") || YearUnder(column, "2021.5") {
			t.Errorf("2021 under %q: %v", column, !want)
		}
	}
}

// Text is Chinese from the first to the last character of each range, its punctuation
// and full-width forms included.
func TestHan(t *testing.T) {
	for r, want := range map[rune]bool{
		'一': true, '鿿': true, '㐀': true, '𠮷': true, '　': true, '。': true, '〿': true, '！': true, '％': true, '￥': true, '\uffef': true, '—': true, '…': true, '“': true,
		'a': false, '9': false, '–': false, '′': false, 'é': false, '가': false, '\ufff0': false,
	} {
		if Han(r) != want {
			t.Errorf("Han(%q %U) = %v", r, r, !want)
		}
	}
	if n := Width("ab，升％"); n != 8 {
		t.Errorf("Width = %d", n)
	}
}

// A number in front of the name of a row is the number of the row; names end where the
// numbers begin.
func TestTotalRow(t *testing.T) {
	for cells, want := range map[string]bool{"合计|5": true, "1|合计|5": true, "学院|小计|5": true, "1|学院|5": false, "1|5|合计": false, "学院|5|合计": false, "学院|人文": false} {
		if TotalRow(strings.Split(cells, "|")) != want {
			t.Errorf("TotalRow of %s is %v", cells, !want)
		}
	}
}
