package kind

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"charts/internal/chart"
	"charts/internal/diag"
	"charts/internal/series"
	"charts/internal/spec"
)

// Values of one dimension are brought to one unit, the author's or that of the
// first; long numbers are in 万 or 亿.
func TestOneUnitAnAxis(t *testing.T) {
	tests := []struct {
		name   string
		asked  string
		values []series.Value
		axis   string
		texts  string
	}{
		{"as printed", "", []series.Value{num(1946.59, 2, "万元"), num(57.30, 2, "万元")}, "款额（万元）", "1,946.59 57.30"},
		{"to the first", "", []series.Value{num(5.04, 2, "亿元"), num(8800, 0, "万元")}, "款额（亿元）", "5.04 0.88"},
		{"to the author's", "万元", []series.Value{num(5.04, 2, "亿元"), num(8800, 0, "万元")}, "款额（万元）", "50,400 8,800"},
		{"long", "", []series.Value{num(19465900, 0, "元"), num(573000, 0, "元")}, "款额（万元）", "1,946.59 57.30"},
		{"huge", "", []series.Value{num(504000000, 0, "元"), num(88000000, 0, "元")}, "款额（亿元）", "5.04 0.88"},
		{"no unit takes any", "人", []series.Value{num(12, 0, ""), num(7, 0, "人")}, "款额（人）", "12 7"},
		{"percent", "", []series.Value{num(92.8, 2, "%"), num(90, 0, "%")}, "款额", "92.80% 90.00%"}, // every label says %
	}
	for _, tt := range tests {
		f := fig("bar", "项", "款额")
		if tt.asked != "" {
			f.Unit = at(tt.asked)
		}
		c, problems := Resolve(f, frame("项 款额", []series.Value{text("甲"), tt.values[0]}, []series.Value{text("乙"), tt.values[1]}), Options{})
		if len(problems) > 0 {
			t.Fatal(said(problems))
		}
		var texts []string
		for _, d := range c.Panels[0].Marks[0].(chart.Bars).Data {
			texts = append(texts, d.Label.Text)
		}
		if got := strings.Join(texts, " "); got != tt.texts || c.Panels[0].X.Title != tt.axis {
			t.Errorf("%s: %q with %s; want %q with %s", tt.name, c.Panels[0].X.Title, got, tt.axis, tt.texts)
		}
	}
}

// A column of years is a name, a missing name a dash, and blanks are one.
func TestName(t *testing.T) {
	tests := []struct {
		v    series.Value
		want string
	}{
		{text("升学"), "升学"},
		{text(" 重庆  市\n内 "), "重庆 市 内"},
		{num(2023, 0, ""), "2023"},
		{series.Value{Kind: series.Number, Num: 2023, Decimals: 0, Text: "2023 年"}, "2023 年"},
		{series.Value{}, "—"},
	}
	for _, tt := range tests {
		if got := name(tt.v); got != tt.want {
			t.Errorf("name(%+v) = %q; want %q", tt.v, got, tt.want)
		}
	}
}

// A series column makes a series of each of its names; what is not there is a
// gap, and what is there twice an error.
func TestPivot(t *testing.T) {
	f := fig("column", "年份", "人数")
	f.Series = at("层次")
	rows := [][]series.Value{
		{text("2022"), text("本科"), num(10, 0, "人")},
		{text("2022"), text("专科"), num(20, 0, "人")},
		{text("2023"), text("专科"), num(30, 0, "人")},
	}
	c, problems := Resolve(f, frame("年份 层次 人数/人", rows...), Options{})
	if len(problems) > 0 {
		t.Fatal(said(problems))
	}
	first, second := c.Panels[0].Marks[0].(chart.Bars), c.Panels[0].Marks[1].(chart.Bars)
	if first.Name != "本科" || second.Name != "专科" || !first.Data[1].Missing || second.Data[1].Y != 30 {
		t.Errorf("the series are %+v and %+v", first, second)
	}
	_, problems = Resolve(f, frame("年份 层次 人数/人", append(rows, rows[2])...), Options{})
	want := "t.yaml:1:1: two rows give a value for 2023, 专科; narrow the data with where, or sum them with sql (年报.txt:103)\n"
	if got := said(problems); got != want {
		t.Errorf("a row twice: %q; want %q", got, want)
	}
}

// Parts of a hundred are computed from the values, and percentages that add up
// already stay as they are printed.
func TestToPercent(t *testing.T) {
	tests := []struct {
		name    string
		unit    string
		values  [2]float64
		want    string
		noWhole bool
	}{
		{"counts", "人", [2]float64{30, 90}, "25.0% 75.0%", false},
		{"shares", "%", [2]float64{13, 87}, "13% 87%", false},
		{"shares of something else", "%", [2]float64{40, 40}, "50.0% 50.0%", true},
		{"shares that are rounded", "%", [2]float64{60, 39.96}, "60% 40%", false},
		{"shares that are rounded much", "%", [2]float64{60, 39.92}, "60.0% 40.0%", false},
		{"shares of nearly all", "%", [2]float64{60, 39}, "60.6% 39.4%", false},
		{"shares without the rest", "%", [2]float64{60, 38.5}, "60.9% 39.1%", true},
	}
	for _, tt := range tests {
		f := fig("bar", "年份", "甲", "乙")
		f.Stack = at("percent")
		c, problems := Resolve(f, frame("年份 甲/"+tt.unit+" 乙/"+tt.unit,
			[]series.Value{text("2023"), num(tt.values[0], 0, tt.unit), num(tt.values[1], 0, tt.unit)}), Options{})
		if warned := slices.ContainsFunc(problems, func(p diag.Problem) bool { return p.Rule == "not-a-whole" }); problems.HasErrors() || warned != tt.noWhole {
			t.Fatal(tt.name, said(problems))
		}
		a, b := c.Panels[0].Marks[0].(chart.Bars).Data[0], c.Panels[0].Marks[1].(chart.Bars).Data[0]
		if got := a.Label.Text + " " + b.Label.Text; got != tt.want || b.Base != a.Y || math.Abs(b.Y-100) >= 0.05 {
			t.Errorf("%s: %s, up to %v; want %s, up to 100", tt.name, got, b.Y, tt.want)
		}
	}
}

// Rows whose names say different units are on no common axis.
func TestUnitsInNamesOfRows(t *testing.T) {
	for _, tt := range []struct{ kind, names, want string }{
		{"donut", "经费（万元） 教师（人）", "one axis cannot carry 经费（万元） (万元) and 教师（人） (人)"},
		{"bar", "经费（万元） 占比（%）", "one axis cannot carry 经费（万元） (万元) and 占比（%） (%)"},
		{"bar", "学生（人） 教师（人）", ""},
		{"bar", "学生（人） 教师", ""}, // one of them says none
		{"bar", "学生（含结业） 教师（人）", ""},
		{"kpi", "经费（万元） 教师（人）", ""},
	} {
		f := fig(tt.kind, "指标", "值")
		if tt.kind == "kpi" {
			f.Category = spec.At[string]{}
		}
		var rows [][]series.Value
		for i, n := range strings.Fields(tt.names) {
			rows = append(rows, []series.Value{text(n), {Kind: series.Number, Num: float64(10 + i), Text: "10"}})
		}
		_, problems := Resolve(f, frame("指标 值", rows...), Options{})
		if got := said(problems); tt.want == "" && got != "" || !strings.Contains(blankless(got), blankless(tt.want)) {
			t.Errorf("%s of %s: %q; want %q", tt.kind, tt.names, got, tt.want)
		}
	}
}

// What no report prints is not rounded to the digits of what one does where it could no
// longer be read: a value of SQL, a mean, a share of two numbers.
func TestComputedNumbersKeepTheirDigits(t *testing.T) {
	half := series.Value{Kind: series.Number, Num: 1.5, Decimals: asPrinted, Computed: true}
	f := fig("column", "项", "数")
	f.Reference = []spec.Reference{{Value: at("mean")}, {Value: at("2.25")}}
	c, problems := Resolve(f, frame("项 数", []series.Value{text("甲"), num(12, 0, "")}, []series.Value{text("乙"), half}), Options{})
	if problems.HasErrors() {
		t.Fatal(said(problems))
	}
	said := fmt.Sprintf("%+v", c.Panels[0].Marks)
	for _, want := range []string{"Text:1.5*", "Text:12 ", "平均\u00a06.75", "Label:2.25 "} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in %s", want, said)
		}
	}
	for _, tt := range []struct {
		part, whole float64
		want        string
	}{{7, 80, "8.8%"}, {4.05 - 4, 4, "1.3%"}, {0.115, 100, "0.12%"}, {1, 3, "33.3%"}} {
		if got := shareText(tt.part, tt.whole); got != tt.want {
			t.Errorf("%v of %v: %s, want %s", tt.part, tt.whole, got, tt.want)
		}
	}
}
