package kind

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"charts/internal/chart"
	"charts/internal/series"
	"charts/internal/spec"
)

var update = flag.Bool("update", false, "write the goldens")

// A sample is a figure with the golden that it is held to.
type sample struct {
	name   string
	figure func() (*spec.Figure, series.Frame)
	form   chart.Form
}

// goldens are one figure a kind, and what differs from it.
var goldens = []sample{
	{"column", with(rates, "column"), chart.Report},
	{"column-slide", with(rates, "column"), chart.Slide},
	{"column-stacked", changed(with(rates, "column"), func(f *spec.Figure) { f.Stack = at("true") }), chart.Report},
	{"bar", with(destinations, "bar"), chart.Report},
	{"bar-indented", staff, chart.Report},
	{"bar-folded", func() (*spec.Figure, series.Frame) { return ranking(200) }, chart.Slide},
	{"dot", with(rates, "dot"), chart.Report},
	{"lollipop", with(destinations, "lollipop"), chart.Report},
	{"range", func() (*spec.Figure, series.Frame) {
		f := fig("range", "专业")
		f.Low, f.High = at("最低"), at("最高")
		return f, frame("专业 最低/元 最高/元", []series.Value{text("护理"), num(2800, 0, "元"), num(6000, 0, "元")}, []series.Value{text("机电"), num(3200, 0, "元"), num(8200, 0, "元")})
	}, chart.Report},
	{"histogram", spreadOut("histogram"), chart.Report},
	{"boxplot", spreadOut("boxplot"), chart.Report},
	{"strip", spreadOut("strip"), chart.Report},
	{"line", with(rates, "line"), chart.Report},
	{"line-years-left-out", func() (*spec.Figure, series.Frame) {
		return fig("line", "年份", "本科", "专科"), yearly(2019, 2021, 2022)
	}, chart.Report},
	{"area", func() (*spec.Figure, series.Frame) { return fig("area", "年份", "本科"), yearly(2020, 2021, 2022) }, chart.Report},
	{"combo", with(rates, "combo"), chart.Report},
	{"panels", with(rates, "panels"), chart.Report},
	{"line-facets", with(faculties, "line"), chart.Report},
	{"donut", with(destinations, "donut"), chart.Report},
	{"pie", with(destinations, "pie"), chart.Slide},
	{"waffle", with(destinations, "waffle"), chart.Report},
	{"rose", with(destinations, "rose"), chart.Report},
	{"funnel", with(destinations, "funnel"), chart.Report},
	{"waterfall", with(destinations, "waterfall"), chart.Report},
	{"pictogram", with(destinations, "pictogram"), chart.Report},
	{"slope", with(rates, "slope"), chart.Report},
	{"dumbbell", with(rates, "dumbbell"), chart.Report},
	{"radar", with(rates, "radar"), chart.Report},
	{"scatter", pair("scatter"), chart.Report},
	{"bubble", changed(pair("bubble"), func(f *spec.Figure) { f.Size = at("人数") }), chart.Report},
	{"heatmap", awards, chart.Report},
	{"calendar", visits("2022年11月", "2022年12月", "2023年2月"), chart.Report},
	{"calendar-days", visits("2023-02-27", "2023-02-28", "2023-03-01", "2023-03-04"), chart.Report},
	{"treemap", tree("treemap"), chart.Report},
	{"sunburst", tree("sunburst"), chart.Report},
	{"sankey", func() (*spec.Figure, series.Frame) {
		return flow("普通高中 机电 60", "普通高中 护理 30", "中职 机电 25")
	}, chart.Report},
	{"gauge", metered("gauge"), chart.Report},
	{"bullet", metered("bullet"), chart.Report},
	{"kpi", metered("kpi"), chart.Report},
	{"table", changed(with(destinations, "table"), func(f *spec.Figure) {
		f.Columns = []spec.TableCol{{Name: at("毕业去向")}, {Name: at("人数"), As: at("bar")}}
	}), chart.Report},
	{"map", func() (*spec.Figure, series.Frame) { f, data, _ := districts(); return f, data }, chart.Report},
}

func with(figure func(string) (*spec.Figure, series.Frame), kind string) func() (*spec.Figure, series.Frame) {
	return func() (*spec.Figure, series.Frame) {
		f, data := figure(kind)
		if kind != "bar" { // where one is highlighted
			f.Highlight = nil
		}
		return f, data
	}
}

func changed(figure func() (*spec.Figure, series.Frame), change func(*spec.Figure)) func() (*spec.Figure, series.Frame) {
	return func() (*spec.Figure, series.Frame) {
		f, data := figure()
		change(f)
		return f, data
	}
}

// pair is a figure of two numbers a row.
func pair(kind string) func() (*spec.Figure, series.Frame) {
	return func() (*spec.Figure, series.Frame) {
		f := fig(kind, "")
		f.X, f.Y, f.Label = at("人数"), at("报到率"), at("专业")
		return f, frame("专业 人数/人 报到率/%",
			[]series.Value{text("护理"), num(120, 0, "人"), num(96.5, 1, "%")},
			[]series.Value{text("机电"), num(480, 0, "人"), num(91.25, 2, "%")},
			[]series.Value{text("会计"), num(260, 0, "人"), {}})
	}
}

// awards are counts that no report prints, of which some are not there.
func awards() (*spec.Figure, series.Frame) {
	f := fig("heatmap", "", "项数")
	f.X, f.Y = at("等级"), at("级别")
	count := func(n float64) series.Value {
		return series.Value{Kind: series.Number, Num: n, Decimals: -1, Unit: "项", Computed: true}
	}
	return f, frame("级别 等级 项数/项",
		[]series.Value{text("国家级"), text("金奖"), count(3)},
		[]series.Value{text("国家级"), text("银奖"), count(1)},
		[]series.Value{text("市级"), text("金奖"), count(19)})
}

func tree(kind string) func() (*spec.Figure, series.Frame) {
	return func() (*spec.Figure, series.Frame) {
		f := fig(kind, "", "人数")
		f.Levels = []spec.At[string]{at("群"), at("专业")}
		return f, frame("群 专业 人数/人",
			[]series.Value{text("机电"), text("数控"), num(60, 0, "人")},
			[]series.Value{text("机电"), text("模具"), num(20, 0, "人")},
			[]series.Value{text("财经"), text("会计"), num(40, 0, "人")})
	}
}

// metered is one value with its target and the value before.
func metered(kind string) func() (*spec.Figure, series.Frame) {
	return func() (*spec.Figure, series.Frame) {
		f := fig(kind, "", "报到率")
		f.Target, f.Compare = at("95"), at("上年")
		return f, frame("报到率/% 上年/%", []series.Value{num(92.79, 2, "%"), num(91.55, 2, "%")})
	}
}

func TestGoldens(t *testing.T) {
	have := map[string]bool{}
	for _, tt := range goldens {
		t.Run(tt.name, func(t *testing.T) {
			f, data := tt.figure()
			_, _, shapes := districts()
			c, problems := Resolve(f, data, Options{Form: tt.form, Shapes: shapes})
			if problems.HasErrors() {
				t.Fatal(said(problems))
			}
			have[c.Kind] = true
			golden(t, tt.name, c)
		})
	}
	for _, k := range Kinds() {
		if !have[k] {
			t.Errorf("no golden of %s", k)
		}
	}
	files, _ := filepath.Glob("testdata/*.json")
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".json")
		if !slices.ContainsFunc(goldens, func(g sample) bool { return g.name == name }) {
			t.Errorf("%s belongs to no figure", file)
		}
	}
}

// golden compares a chart with testdata/NAME.json.
func golden(t *testing.T, name string, c *chart.Chart) {
	t.Helper()
	got := readable(t, c)
	path := filepath.Join("testdata", name+".json")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs from what was resolved; run go test -update and read the difference", path)
	}
}

// lineLength is how much of a golden is on one line.
const lineLength = 200

// readable is JSON that a reviewer can read: what is empty is left out, and what
// is short is on one line.
func readable(t *testing.T, c *chart.Chart) string {
	t.Helper()
	src, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	return indented(src, "") + "\n"
}

// indented is one value; an empty one is "".
func indented(src json.RawMessage, indent string) string {
	dec := json.NewDecoder(bytes.NewReader(src))
	open, _ := dec.Token()
	if open != json.Delim('{') && open != json.Delim('[') {
		if s := string(src); s != "0" && s != "false" && s != "null" && s != `""` {
			return s
		}
		return ""
	}
	var parts []string
	for dec.More() {
		key := ""
		if open == json.Delim('{') {
			name, _ := dec.Token()
			key = fmt.Sprintf("%q: ", name)
		}
		var value json.RawMessage
		dec.Decode(&value)
		text := indented(value, indent+"  ")
		if text == "" && key == "" { // the zero of a list has its place
			text = string(value)
		}
		if text != "" {
			parts = append(parts, key+text)
		}
	}
	if parts == nil {
		return ""
	}
	end := map[json.Delim]string{'{': "}", '[': "]"}[open.(json.Delim)]
	if line := strings.Join(parts, ", "); utf8.RuneCountInString(line) < lineLength && !strings.Contains(line, "\n") {
		return fmt.Sprint(open) + line + end
	}
	return fmt.Sprint(open) + "\n" + indent + "  " + strings.Join(parts, ",\n"+indent+"  ") + "\n" + indent + end
}
