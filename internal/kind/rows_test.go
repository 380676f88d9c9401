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

// none is a cell without a name or value.
var none = series.Value{}

// parts are what a chart shows of its rows: name, value, share.
func parts(c *chart.Chart) string {
	var all []string
	for _, p := range c.Panels {
		for _, m := range p.Marks {
			if _, data := chart.ValuesOf(m); data != nil {
				for _, v := range data {
					all = append(all, strings.TrimSpace(fmt.Sprint(strings.Join(append(v.Path, v.Name), "/"), " ", v.Text, " ", v.Share)))
				}
			}
		}
	}
	return strings.ReplaceAll(blankless(strings.Join(all, ";")), ";", "; ")
}

// A row without an outer, an inner or any name is drawn under —, and shares are of
// all rows.
func TestHierarchyKeepsRows(t *testing.T) {
	about := series.Value{Kind: series.Number, Num: 30, Unit: "册", Qualifier: "约"}
	tests := []struct {
		name string
		rows [][]series.Value
		want string
	}{
		{"no outer name", [][]series.Value{{text("史"), text("甲"), num(25, 0, "册")}, {none, text("乙"), num(75, 0, "册")}},
			"—/乙75册75.0%; 史/甲25册25.0%"},
		{"no inner name", [][]series.Value{{text("史"), none, num(25, 0, "册")}, {text("地"), text("乙"), num(75, 0, "册")}},
			"地/乙75册75.0%; 史25册25.0%"},
		{"no inner name beside others", [][]series.Value{{text("史"), none, num(25, 0, "册")}, {text("史"), text("乙"), num(75, 0, "册")}},
			"史/乙75册75.0%; 史/—25册25.0%"},
		{"no name at all", [][]series.Value{{none, none, num(25, 0, "册")}, {text("史"), text("乙"), num(75, 0, "册")}},
			"史/乙75册75.0%; —25册25.0%"},
		{"one name twice", [][]series.Value{{text("史"), text("乙"), about}, {text("史"), text("乙"), num(70, 0, "册")}},
			"史/乙约100册100.0%"},
		{"a qualifier", [][]series.Value{{text("史"), text("乙"), about}, {text("史"), text("甲"), num(70, 0, "册")}},
			"史/甲70册70.0%; 史/乙约30册30.0%"},
	}
	for _, tt := range tests {
		f := fig("treemap", "", "册数")
		f.Levels = []spec.At[string]{at("类"), at("架")}
		c, problems := Resolve(f, frame("类 架 册数/册", tt.rows...), Options{})
		if problems.HasErrors() {
			t.Errorf("%s: %s", tt.name, said(problems))
			continue
		}
		if got := parts(c); got != tt.want {
			t.Errorf("%s: %s; want %s", tt.name, got, tt.want)
		}
		f.Chart = at("sunburst")
		if _, problems = Resolve(f, frame("类 架 册数/册", tt.rows...), Options{}); problems.HasErrors() {
			t.Errorf("%s: %s", tt.name, said(problems))
		}
	}
}

// A flow from nowhere is drawn from —; a flow of nothing is named.
func TestSankeyKeepsRows(t *testing.T) {
	f := fig("sankey", "", "人数")
	f.Source, f.Target = at("从"), at("到")
	c, problems := Resolve(f, frame("从 到 人数/人",
		[]series.Value{text("高中"), text("机电"), num(60, 0, "人")},
		[]series.Value{none, text("机电"), num(40, 0, "人")},
		[]series.Value{text("中职"), text("机电"), num(0, 0, "人")},
		[]series.Value{text("中职"), text("护理"), none},
	), Options{})
	if problems.HasErrors() {
		t.Fatal(said(problems))
	}
	if got, want := parts(c), "高中60人60.0%; 机电100人100.0%; —40人40.0%; 高中→机电60人; —→机电40人"; got != want {
		t.Errorf("%s; want %s", got, want)
	}
	for _, note := range []string{"无数据：中职 → 护理。", "值为\u20090、未画出：中职 → 机电。"} {
		if !slices.Contains(c.Notes, note) {
			t.Errorf("no note %q in %q", note, c.Notes)
		}
	}
	_, problems = Resolve(f, frame("从 到 人数/人",
		[]series.Value{text("高中"), none, num(60, 0, "人")},
		[]series.Value{none, text("机电"), num(40, 0, "人")}), Options{})
	if got := said(problems); !strings.Contains(got, "rows without a source and rows without a target would meet in one place") {
		t.Errorf("nowhere to somewhere to nowhere: %s", got)
	}
}

// What is lost on the way is an error that names it.
func TestLostRow(t *testing.T) {
	f, data := destinations("bar")
	d := newBuilder(f, data, Options{})
	content(d)
	bars := d.chart.Panels[0].Marks[0].(chart.Bars)
	bars.Data = bars.Data[:2]
	d.chart.Panels[0].Marks[0] = bars
	checkRows(d)
	if got, want := strings.TrimSpace(said(d.problems)), "t.yaml:1:1: 自主创业（含灵活就业） is neither drawn nor named in a note (年报.txt:102)"; got != want {
		t.Errorf("%s; want %s", got, want)
	}
}

// Shares of rates, averages and ranks are refused; the middle of a donut is the sum
// with the words of its parts.
func TestSharesHaveASum(t *testing.T) {
	about := series.Value{Kind: series.Number, Num: 300, Unit: "人", Qualifier: "约"}
	tests := []struct {
		name, columns string
		values        []series.Value
		want          string
	}{
		{"counts", "项 人数/人", []series.Value{num(100, 0, "人"), num(200, 0, "人")}, "300人 合计"},
		{"about", "项 人数/人", []series.Value{num(100, 0, "人"), about}, "约400人 合计"},
		{"one is not known", "项 人数/人", []series.Value{num(100, 0, "人"), about, none}, "约400人 已知各项合计"},
		{"averages", "项 平均分/分", []series.Value{num(81.5, 1, "分"), num(77, 0, "分")},
			"t.yaml:1:1: 平均分 makes no shares: averages have no sum; use chart: bar, which needs no whole"},
		{"ratios", "项 拨款/元/生", []series.Value{num(81.5, 1, "元/生"), num(77, 0, "元/生")},
			"t.yaml:1:1: 拨款 makes no shares: ratios have no sum; use chart: bar, which needs no whole"},
	}
	for _, tt := range tests {
		var rows [][]series.Value
		for i, v := range tt.values {
			rows = append(rows, []series.Value{text(shortName(i)), v})
		}
		data := frame(tt.columns, rows...)
		f := fig("donut", "项", data.Columns[1].Name)
		c, problems := Resolve(f, data, Options{})
		got := strings.TrimSpace(said(problems))
		if !problems.HasErrors() {
			s := c.Panels[0].Marks[0].(chart.Slices)
			got = blankless(s.Title) + " " + s.Sub
		}
		if got != tt.want {
			t.Errorf("%s: %s; want %s", tt.name, got, tt.want)
		}
	}
}
