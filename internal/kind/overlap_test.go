package kind

import (
	"strings"
	"testing"

	"charts/internal/series"
	"charts/internal/spec"
)

// A column that is a part of another one is no share beside it.
func TestColumnsThatOverlap(t *testing.T) {
	data := frame("就业/人 国企/人", []series.Value{num(100, 0, "人"), num(40, 0, "人")})
	data.Columns[1].Of = "就业"
	for _, kind := range []string{"donut", "column"} {
		f := fig(kind, "", "就业", "国企")
		if kind == "column" {
			f.Stack = at("true")
		}
		_, problems := Resolve(f, data, Options{})
		if got := said(problems); !strings.Contains(got, "国企 is a part of 就业") {
			t.Errorf("%s: %q", kind, got)
		}
	}
}

// What counts a thing twice is no share of a whole.
func TestSharesThatOverlap(t *testing.T) {
	row := func(name, of string, v series.Value) series.Row {
		return series.Row{Cells: []series.Value{text(name), v}, Label: name, Of: of}
	}
	total := row("合计", "", num(9, 0, "个"))
	total.Total = true
	east, west := row("东库", "", num(5, 0, "个")), row("西库", "", num(4, 0, "个"))
	for _, tt := range []struct {
		name string
		rows []series.Row
		want string
	}{
		{"apart", []series.Row{east, west}, ""},
		{"a total", []series.Row{east, west, total}, "合计 is a sum of other rows"},
		{"a total alone", []series.Row{total}, ""},
		{"the whole by its name", []series.Row{east, west, row("库存总量", "", num(9, 0, "个"))}, "库存总量 is a sum of other rows"},
		{"a name of a whole, and no sum", []series.Row{east, west, row("总仓", "", num(8, 0, "个"))}, ""},
		{"the sum of one", []series.Row{east, row("总仓", "", num(5, 0, "个"))}, ""},
		{"an average", []series.Row{east, west, row("全校平均", "", num(5, 0, "个"))}, "全校平均 is an average of other rows"},
		{"a part of a row", []series.Row{east, row("其中：冷库", "东库", num(2, 0, "个")), west}, "其中：冷库 is a part of 东库"},
		{"a part of a row that has no value", []series.Row{row("东库", "", series.Value{}), row("其中：冷库", "东库", num(2, 0, "个")), west}, ""},
	} {
		for _, kind := range []string{"donut", "pie", "treemap"} {
			f := fig(kind, "名称", "数量")
			if kind == "treemap" {
				f.Levels = append(f.Levels, at("名称"))
			}
			data := frame("名称 数量/个")
			data.Rows = tt.rows
			_, problems := Resolve(f, data, Options{})
			if got := said(problems); tt.want == "" && got != "" || !strings.Contains(got, tt.want) {
				t.Errorf("%s of %s: %q, want %q", kind, tt.name, got, tt.want)
			}
		}
	}
}

// A row of an outer name that is the sum of those under it counts them twice.
func TestBranchesThatOverlap(t *testing.T) {
	for _, tt := range []struct {
		own  float64
		want string
	}{{9, "东区 is a sum of other rows"}, {8, ""}} {
		for _, kind := range []string{"treemap", "sunburst"} {
			f := fig(kind, "", "数量")
			f.Levels = []spec.At[string]{at("区"), at("站")}
			data := frame("区 站 数量/个", []series.Value{text("东区"), {}, num(tt.own, 0, "个")},
				[]series.Value{text("东区"), text("甲"), num(4, 0, "个")}, []series.Value{text("东区"), text("乙"), num(5, 0, "个")})
			_, problems := Resolve(f, data, Options{})
			if got := said(problems); tt.want == "" && got != "" || !strings.Contains(got, tt.want) {
				t.Errorf("%s of %v: %q, want %q", kind, tt.own, got, tt.want)
			}
		}
	}
}

// A series that is called the whole of the others, and is, is not on them.
func TestStackOnItsParts(t *testing.T) {
	for total, want := range map[float64]string{7: "总人数 cannot stand on the others", 8: ""} {
		f := fig("column", "站", "男", "女", "总人数")
		f.Stack = at("true")
		_, problems := Resolve(f, frame("站 男/人 女/人 总人数/人", []series.Value{text("甲"), num(3, 0, "人"), num(4, 0, "人"), num(total, 0, "人")}), Options{})
		if got := said(problems); want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%v: %q, want %q", total, got, want)
		}
	}
}

// What counts a thing twice is not on what counts it.
func TestStacksThatOverlap(t *testing.T) {
	for _, tt := range []struct{ second, want string }{
		{"女", ""},
		{"合计", "合计 cannot stand on the others"},
		{"Total", "Total cannot stand on the others"},
		{"其中：少年", "其中：少年 cannot stand on the others"},
	} {
		for _, kind := range []string{"column", "bar", "area"} {
			f := fig(kind, "站", "男", tt.second)
			f.Stack = at("true")
			_, problems := Resolve(f, frame("站 男/人 "+tt.second+"/人",
				[]series.Value{text("甲"), num(3, 0, "人"), num(4, 0, "人")}, []series.Value{text("乙"), num(5, 0, "人"), num(6, 0, "人")}), Options{})
			if got := said(problems); tt.want == "" && got != "" || !strings.Contains(got, tt.want) {
				t.Errorf("%s with %s: %q, want %q", kind, tt.second, got, tt.want)
			}
		}
	}
}
