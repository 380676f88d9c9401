package kind

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"charts/internal/chart"
	"charts/internal/series"
	"charts/internal/spec"
)

// Values stand beyond the ends of their bars, whichever way the bars run.
func TestValuesStandBeyondBars(t *testing.T) {
	data := frame("项 增减/万元",
		[]series.Value{text("财政"), num(120, 0, "万元")},
		[]series.Value{text("学费"), num(-45, 0, "万元")},
		[]series.Value{text("科研"), {}})
	for _, kind := range []string{"column", "bar"} {
		c, problems := Resolve(fig(kind, "项", "增减"), data, Options{})
		if len(problems) > 0 {
			t.Fatal(said(problems))
		}
		p := &c.Panels[0]
		bars := p.Marks[0].(chart.Bars)
		for _, x := range c.Texts {
			i := slices.Index([]string{"120", "−45", "无数据"}, x.S)
			if x.Role != chart.RoleValue || i < 0 {
				continue
			}
			bar, label := p.Plane().Bar(bars, bars.Data[i]), boxOf(x)
			if label.Meets([]chart.Rect{bar}, chart.Rect{}) {
				t.Errorf("%s: %q overlaps its bar", kind, x.S)
			}
			far := map[string]bool{
				"column0": label.Y < bar.Y, "column1": label.Y > bar.Y, "bar0": label.X > bar.X, "bar1": label.X < bar.X,
			}
			if beyond, ok := far[kind+string(rune('0'+i))]; ok && !beyond {
				t.Errorf("%s: %q stands at the wrong end of its bar", kind, x.S)
			}
		}
	}
}

// A value in a stack is written where its part has room, and nowhere else.
func TestStackLabels(t *testing.T) {
	f := fig("column", "年份", "大", "小")
	f.Stack = at("true")
	c, _ := Resolve(f, frame("年份 大/人 小/人",
		[]series.Value{text("2022年"), num(900, 0, "人"), num(4, 0, "人")},
		[]series.Value{text("2023年"), num(700, 0, "人"), num(300, 0, "人")}), Options{})
	var got []string
	for _, m := range c.Panels[0].Marks {
		for _, d := range m.(chart.Bars).Data {
			got = append(got, d.Label.Text)
		}
	}
	if want := []string{"900", "700", "", "300"}; !slices.Equal(got, want) {
		t.Errorf("labels %q; want %q", got, want)
	}
}

// The values of columns side by side are parted, by smaller digits if need be, and
// names are broken between words.
func TestGroupedColumnsReadable(t *testing.T) {
	f := fig("column", "学院", "计划数", "录取数", "报到数")
	f.Labels = spec.At[bool]{V: true, Pos: at("").Pos}
	var rows [][]series.Value
	for i, name := range []string{"文学院", "机电工程学院", "医学院", "经济管理学院", "法学院", "信息工程学院", "理学院", "艺术设计学院"} {
		rows = append(rows, []series.Value{text(name), num(float64(480+i), 0, "人"), num(float64(495+i), 0, "人"), num(float64(464+i), 0, "人")})
	}
	c, problems := Resolve(f, frame("学院 计划数/人 录取数/人 报到数/人", rows...), Options{})
	if len(problems) > 0 {
		t.Fatal(said(problems))
	}
	var values []chart.Rect
	for _, x := range c.Texts {
		b := boxOf(x)
		switch x.Role {
		case chart.RoleValue:
			b.W += 0.2 * x.Size // the least gap
			if b.Meets(values, chart.Rect{}) {
				t.Errorf("%s stands too close to another value", x.S)
			}
			values = append(values, b)
		case chart.RoleTick:
			if r := []rune(x.S); len(r)%2 > 0 && !strings.HasSuffix(x.S, "学院") {
				t.Errorf("a name is torn: %q", x.S)
			}
		}
	}
	if len(values) != 3*len(rows) {
		t.Errorf("%d values; want %d", len(values), 3*len(rows))
	}
}

// Long names turn columns into bars; years never do.
func TestColumnsTurn(t *testing.T) {
	tests := []struct {
		name  string
		names func(int) string
		n     int
		bars  bool
	}{
		{"short", shortName, 6, false},
		{"long", longName, 8, true},
		{"many", shortName, 40, true},
		{"years", year, 24, false},
	}
	for _, tt := range tests {
		var rows [][]series.Value
		for i := range tt.n {
			rows = append(rows, []series.Value{text(tt.names(i)), num(float64(10+i), 0, "人")})
		}
		c, _ := Resolve(fig("column", "类", "数"), frame("类 数/人", rows...), Options{})
		if got := c.Panels[0].Plane().Horizontal(); got != tt.bars {
			t.Errorf("%s: turned to bars %v; want %v", tt.name, got, tt.bars)
		}
	}
}

// Values that are asked for and have no room are told, but on a page.
func TestValuesWithoutRoom(t *testing.T) {
	for _, tt := range []struct {
		columns int
		labels  bool
		form    chart.Form
		want    string
	}{
		{4, true, chart.Report, ""},
		{30, true, chart.Report, "the columns have no room for their values"},
		{30, false, chart.Report, ""},
		{30, true, chart.Screen, ""},
	} {
		var rows [][]series.Value
		for i := range tt.columns {
			rows = append(rows, []series.Value{text(fmt.Sprint(1990 + i)), num(1234567+float64(i), 0, "件")})
		}
		f := fig("column", "年份", "件数")
		f.Labels = spec.At[bool]{V: tt.labels, Pos: at("").Pos}
		_, problems := Resolve(f, frame("年份 件数/件", rows...), Options{Form: tt.form})
		if got := strings.TrimSpace(said(problems)); !strings.Contains(got, tt.want) || tt.want == "" && got != "" {
			t.Errorf("%d columns, labels %t, on %s: told %q; want %q", tt.columns, tt.labels, tt.form, got, tt.want)
		}
	}
}
