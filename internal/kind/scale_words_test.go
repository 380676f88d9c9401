package kind

import (
	"strings"
	"testing"

	"charts/internal/chart"
	"charts/internal/series"
	"charts/internal/spec"
	"charts/internal/typeset"
)

// shownIn are the cells of a table figure, or the labels of bars.
func shownIn(c *chart.Chart) string {
	var all []string
	for _, x := range c.Texts {
		if x.Role == chart.RoleValue || c.Kind == "table" && x.Role != chart.RoleSource && x.Role != chart.RoleNote {
			all = append(all, x.S)
		}
	}
	return blankless(strings.Join(all, "|"))
}

// A number keeps its first digits in every unit, and in a table it stands as it is
// printed.
func TestNumbersStayLegible(t *testing.T) {
	code := func(s string, n float64) series.Value { return series.Value{Kind: series.Number, Num: n, Text: s} }
	yuan := []series.Value{num(315000000, 0, "元"), num(480000, 0, "元"), num(2900, 0, "元")}
	tests := []struct {
		name, kind, column string
		unit, format       string
		values             []series.Value
		want               string
	}{
		{"a table", "table", "支出/元", "", "", yuan, "315,000,000|480,000|2,900"},
		{"bars", "bar", "支出/元", "", "", yuan, "31,500.00|48.00|0.29"},
		{"bars in one unit", "bar", "支出/元", "", "", yuan[:1], "3.15"},
		{"digits that 万 would lose", "bar", "支出/元", "", "", []series.Value{yuan[0], num(3149, 0, "元")}, "315,000,000|3,149"},
		{"an asked unit", "bar", "支出/元", "亿元", "", yuan, "3.15|0.0048|0.000029"},
		{"an asked format", "table", "支出/元", "", "yi", yuan, "3.15|0.0048|0.000029"},
		{"asked decimals", "table", "支出/元", "", "yi 0.00", yuan, "3.15|0.0048|0.000029"},
		{"whole per cents", "bar", "占比/%", "", "0", []series.Value{num(96.7, 1, "%"), num(0.3, 1, "%")}, "97%|0.3%"},
		{"project numbers", "table", "项目编号", "", "", []series.Value{code("20230417001", 20230417001), code("20221103002", 20221103002)}, "20230417001|20221103002"},
		{"codes of another name", "table", "项目", "", "", []series.Value{code("20230417", 20230417), code("20221103", 20221103)}, "20230417|20221103"},
		{"years", "table", "年份", "", "", []series.Value{code("2021", 2021), code("2023", 2023)}, "2021|2023"},
		{"years of another name", "table", "建馆于何年", "", "", []series.Value{code("1958", 1958), code("2003", 2003)}, "1958|2003"},
		{"counts without a unit", "table", "册数", "", "", []series.Value{code("12391", 12391), code("2023", 2023)}, "12,391|2,023"},
		{"units of their own", "table", "本年", "", "", []series.Value{num(2469, 0, "人"), num(92.80, 2, "%")}, "2,469人|92.80%"},
	}
	for _, tt := range tests {
		name, _, _ := strings.Cut(tt.column, "/")
		f := fig(tt.kind, "项", name)
		f.Labels = spec.At[bool]{V: true, Pos: at("").Pos}
		if tt.kind == "table" {
			f.Columns, f.Value, f.Labels = []spec.TableCol{{Name: at(name)}}, nil, spec.At[bool]{}
		}
		if tt.unit != "" {
			f.Unit = at(tt.unit)
		}
		if tt.format != "" {
			f.Format = at(tt.format)
		}
		var rows [][]series.Value
		for i, v := range tt.values {
			rows = append(rows, []series.Value{text(shortName(i)), v})
		}
		c, problems := Resolve(f, frame("项 "+tt.column, rows...), Options{})
		if problems.HasErrors() {
			t.Errorf("%s: %s", tt.name, said(problems))
			continue
		}
		if got := shownIn(c); !strings.HasSuffix(got, tt.want) {
			t.Errorf("%s: %s; want %s", tt.name, got, tt.want)
		}
	}
}

// A unit stands apart from its number as its script wants it, and a word of the
// report stays where it was.
func TestUnitsAndQualifiers(t *testing.T) {
	tests := []struct{ unit, qualifier, want string }{
		{"人", "", "12.4\u2009人"},
		{"%", "", "12.4%"},
		{"yuan", "", "12.4 yuan"},
		{"m²", "", "12.4 m²"},
		{"㎡", "", "12.4 ㎡"},
		{"°C", "", "12.4 °C"},
		{"€", "", "€12.4"},
		{"10k yuan", "", "12.4 × 10k yuan"},
		{"100 人", "", "12.4 × 100\u2009人"},
		{":", "", "12.4:1"},
		{"家", "余", "12.4\u2009余家"},
		{"家", "约", "约\u200912.4\u2009家"},
		{"%", "以上", "12.4%\u2009以上"},
		{"家", "以内", "12.4\u2009家以内"},
		{"家", "超过余", "超过\u200912.4\u2009余家"},
		{"people", "about", "about 12.4 people"},
	}
	for _, tt := range tests {
		v := num(12.4, 1, tt.unit)
		v.Qualifier = tt.qualifier
		if got := CellText(v, "zh-CN"); got != tt.want {
			t.Errorf("%s, %s: %q; want %q", tt.unit, tt.qualifier, got, tt.want)
		}
	}
}

// The axis of a ratio says what it is to.
func TestRatioOnTheAxis(t *testing.T) {
	c, problems := Resolve(fig("bar", "院", "生师比"), frame("院 生师比/:", []series.Value{text("甲"), num(18, 0, ":")}, []series.Value{text("乙"), num(17.5, 1, ":")}), Options{})
	if got := c.Panels[0].Y.Title + c.Panels[0].X.Title + c.Panels[0].Title; len(problems) > 0 || got != "生师比（:1）" {
		t.Errorf("%q %s", got, said(problems))
	}
}

// Long ticks are written by their magnitude, unless the unit or the author has one.
func TestLongTicks(t *testing.T) {
	tests := []struct {
		lang, unit, format string
		most               float64
		want               string
	}{
		{"zh-CN", "册", "", 3120455, "0 100 万 200 万 300 万 400 万"},
		{"zh-CN", "册", "", 231204, "0 5 万 10 万 15 万 20 万 25 万"},
		{"zh-CN", "册", "", 71204, "0 20,000 40,000 60,000 80,000"},
		{"zh-CN", "元", "0,0", 3120455, "0 1,000,000 2,000,000 3,000,000 4,000,000"},
		{"zh-CN", "万册", "", 3120455, "0 1,000,000 2,000,000 3,000,000 4,000,000"},
		{"en", "tonnes", "", 83120455, "0 20 million 40 million 60 million 80 million 100 million"},
		{"en", "thousand tonnes", "", 83120455, "0 20,000,000 40,000,000 60,000,000 80,000,000 100,000,000"},
		{"en", "tonnes", "", 812045, "0 200,000 400,000 600,000 800,000 1,000,000"},
	}
	for _, tt := range tests {
		d := &builder{fig: fig("column", "a", "b"), chart: &chart.Chart{}, opts: Options{Lang: tt.lang}}
		m := measure{format: format{decimals: asPrinted}, unit: tt.unit}
		if f, ok := parseFormat(tt.format); ok && tt.format != "" {
			m.format = f
		}
		var got []string
		for _, tick := range d.linearAxis(niceScale(0, tt.most, 0), m).Ticks {
			got = append(got, strings.NewReplacer("\u2009", " ", typeset.NoBreak, " ").Replace(tick.Label))
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("ticks up to %v %s in %s are %q; want %s", tt.most, tt.unit, tt.lang, got, tt.want)
		}
	}
}
