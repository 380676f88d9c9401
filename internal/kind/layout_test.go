package kind

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"charts/internal/chart"
	"charts/internal/diag"
	"charts/internal/font"
	"charts/internal/series"
	"charts/internal/spec"
)

// at is a value of a spec as if written on line 1.
func at(s string) spec.At[string] {
	return spec.At[string]{V: s, Pos: diag.Pos{File: "t.yaml", Line: 1, Col: 1, Len: len([]rune(s))}}
}

// fig is a figure of a kind with a category and values.
func fig(kind, category string, values ...string) *spec.Figure {
	f := &spec.Figure{ID: "t", Path: "t.yaml", Chart: at(kind), Title: at("标题")}
	if category != "" {
		f.Category = at(category)
	}
	for _, v := range values {
		f.Value = append(f.Value, at(v))
	}
	return f
}

// num is a number as printed with some decimals.
func num(v float64, decimals int, unit string) series.Value {
	return series.Value{Kind: series.Number, Num: v, Decimals: decimals, Unit: unit}
}

func text(s string) series.Value { return series.Value{Kind: series.Text, Text: s} }

// frame makes a frame of the columns' names and rows; a unit follows a name
// after a slash.
func frame(columns string, rows ...[]series.Value) series.Frame {
	var f series.Frame
	for _, c := range strings.Fields(columns) {
		name, unit, _ := strings.Cut(c, "/")
		f.Columns = append(f.Columns, series.Column{Name: name, Unit: unit})
	}
	for i, r := range rows {
		f.Rows = append(f.Rows, series.Row{Cells: r, Sources: []series.Source{{Report: "年报.txt", Table: "表 6", Line: 100 + i}}})
	}
	return f
}

// A shape of the values in the corpus.
type pattern struct {
	name  string
	names func(i int) string
	n     int
	value func(i, j int) series.Value
}

var longNames = []string{
	"计算机科学与技术（中外合作办学）", "机械设计制造及其自动化", "英语", "公共基础课（不含思想政治课）教学",
	"农、林、牧、渔业及其辅助性活动", "Electrical Engineering and Automation", "护理学", "跨境电子商务",
}

func shortName(i int) string { return "专业" + string([]rune("甲乙丙丁")[i%4]) + fmt.Sprint(i) }

func year(i int) string { return fmt.Sprintf("%d年", 2000+i) }

func longName(i int) string {
	return longNames[i%len(longNames)] + strings.Repeat("甲", i/len(longNames))
}

var patterns = []pattern{
	{"usual", shortName, 6, func(i, j int) series.Value { return num(float64(100+37*i+211*j), 0, "人") }},
	{"years", year, 9, func(i, j int) series.Value { return num(90+math.Sin(float64(i*3+j))*8, 2, "%") }},
	{"many years", year, 24, func(i, j int) series.Value { return num(float64(1000+91*i+500*j), 0, "人") }},
	{"long", longName, 8, func(i, j int) series.Value { return num(float64(12391-700*i+j), 0, "人") }},
	{"one", shortName, 1, func(i, j int) series.Value { return num(42, 0, "人") }},
	{"two", year, 2, func(i, j int) series.Value { return num(float64(40+i+j), 0, "人") }},
	{"zero", shortName, 5, func(i, j int) series.Value { return num(0, 0, "人") }},
	{"negative", shortName, 6, func(i, j int) series.Value { return num(float64((i*53+j*31)%170-80)*1.25, 2, "万元") }},
	{"all negative", year, 5, func(i, j int) series.Value { return num(-float64(10+i*7+j), 0, "万元") }},
	{"missing", year, 7, func(i, j int) series.Value {
		if (i+j)%3 == 1 {
			return series.Value{}
		}
		return num(float64(50+10*i), 1, "%")
	}},
	{"all missing", shortName, 4, func(i, j int) series.Value { return series.Value{} }},
	{"huge", shortName, 4, func(i, j int) series.Value { return num(1e200*float64(i+1), 0, "") }},
	{"tiny", shortName, 4, func(i, j int) series.Value { return num(1e-12*float64(i+1), -1, "") }},
	{"uneven", longName, 8, func(i, j int) series.Value { return num(math.Floor(9e5/math.Pow(8, float64(i))), 0, "元") }},
	{"ranking", longName, 59, func(i, j int) series.Value { return num(99-float64(i)*0.5, 2, "%") }},
	{"close", year, 6, func(i, j int) series.Value { return num(95+0.01*float64(i*j), 2, "%") }},
}

// corpus calls visit with figures of all kinds over all patterns.
func corpus(visit func(name string, f *spec.Figure, data series.Frame)) {
	for _, k := range kinds {
		for _, p := range patterns {
			for _, n := range seriesCounts(k.name) {
				for _, stack := range stacksOf(k.name, n) {
					f, data := p.figure(k.name, n)
					f.Stack = at(stack)
					visit(fmt.Sprintf("%s %s %d %s", k.name, p.name, n, stack), f, data)
				}
			}
		}
	}
}

func seriesCounts(kind string) []int {
	switch kind {
	case "column", "bar", "dot", "line", "area", "radar", "panels":
		return []int{1, 2, 4, 8}
	case "combo":
		return []int{2, 3}
	case "slope", "dumbbell":
		return []int{2}
	}
	return []int{1}
}

func stacksOf(kind string, n int) []string {
	if n > 1 && (kind == "column" || kind == "bar" || kind == "area") {
		return []string{"false", "true", "percent"}
	}
	return []string{"false"}
}

// figure makes a figure of a kind with n series over the pattern.
func (p pattern) figure(kind string, n int) (*spec.Figure, series.Frame) {
	f := fig(kind, "类")
	columns := "类 组"
	for j := range n {
		name := []string{"计划数", "录取数", "报到数", "毕业生数（含结业）", "本科", "专科", "硕士研究生", "博士研究生"}[j]
		f.Value = append(f.Value, at(name))
		columns += " " + name
	}
	f.X, f.Y, f.Label = at("计划数"), at("计划数"), at("类")
	var rows [][]series.Value
	for i := range p.n {
		row := []series.Value{text(p.names(i)), text([]string{"东部", "西部（含重庆市）", "中部"}[i%3])}
		for j := range n {
			row = append(row, p.value(i, j))
		}
		rows = append(rows, row)
	}
	switch kind {
	case "heatmap":
		f.X, f.Y = at("组"), at("类")
	case "treemap", "sunburst":
		f.Levels = []spec.At[string]{at("组"), at("类")}
	case "sankey":
		f.Source, f.Target = at("组"), at("类")
	case "map":
		f.GeoJSON = at("squares.geojson")
	case "range":
		f.Low, f.High, f.Value = at("计划数"), at("计划数"), nil
	case "boxplot", "strip":
		f.Category = at("组")
	case "bubble":
		f.Size = at("计划数")
	case "table":
		f.Columns = []spec.TableCol{{Name: at("类")}, {Name: at("计划数"), As: at("bar")}, {Name: at("组")}}
	}
	if kind != "sankey" {
		f.Source = at("年报")
	}
	return f, frame(columns, rows...)
}

// shapesOf is a map of squares, one a row.
func shapesOf(data series.Frame) []byte {
	var names []string
	for _, r := range data.Rows {
		names = append(names, r.Cells[0].Text)
	}
	return squares(names...)
}

// variants are what authors change of a figure.
var variants = []struct {
	name   string
	change func(f *spec.Figure, data series.Frame)
}{
	{"as is", func(*spec.Figure, series.Frame) {}},
	{"labels", func(f *spec.Figure, _ series.Frame) { f.Labels = spec.At[bool]{V: true, Pos: at("").Pos} }},
	{"no labels", func(f *spec.Figure, _ series.Frame) { f.Labels = spec.At[bool]{Pos: at("").Pos} }},
	{"narrow", func(f *spec.Figure, _ series.Frame) {
		if f.Chart.V != "bubble" {
			f.Size = at("80mm")
		}
	}},
	{"pixels", func(f *spec.Figure, _ series.Frame) {
		if f.Chart.V != "bubble" {
			f.Size = at("1600x1000")
		}
	}},
	{"words", func(f *spec.Figure, data series.Frame) {
		f.Note = at(strings.Repeat("公共基础课不含思想政治课，2022 年数值由 2022 年数值减去增加额算得。", 4))
		f.Reference = []spec.Reference{{Value: at("mean"), Label: at("全校平均")}, {Value: at("median"), Label: at("全国示范性高等职业院校平均水平")}}
		for _, i := range []int{0, 1, 2} {
			if i < len(data.Rows) && data.Rows[i].Cells[0].Kind == series.Text {
				f.Annotations = append(f.Annotations, spec.Annotation{At: at(data.Rows[i].Cells[0].Text), Text: at("受疫情影响，招生计划调减（见附表）")})
			}
		}
	}},
}

// TestTextsHaveRoom resolves every kind over the corpus in every form: no text
// leaves the page, and no two overlap.
func TestTextsHaveRoom(t *testing.T) {
	drawn := 0
	corpus(func(name string, f *spec.Figure, data series.Frame) {
		for _, v := range variants {
			changed := *f
			v.change(&changed, data)
			forms := []chart.Form{chart.Report, chart.Slide, chart.Screen}
			if v.name != "as is" {
				forms = forms[:2]
			}
			for _, form := range forms {
				c, problems := Resolve(&changed, data, Options{Form: form, Shapes: shapesOf(data)})
				if problems.HasErrors() {
					continue
				}
				drawn++
				checkTexts(t, strings.Join([]string{name, v.name, string(form)}, " "), c)
			}
		}
	})
	if drawn < 3000 {
		t.Errorf("only %d charts of the corpus were drawn", drawn)
	}
}

func checkTexts(t *testing.T, name string, c *chart.Chart) {
	t.Helper()
	var boxes []chart.Rect
	for _, x := range c.Texts {
		b := boxOf(x)
		if b.X < -0.1 || b.Y < -0.1 || b.X+b.W > c.Width+0.1 || b.Y+b.H > c.Height+0.1 {
			t.Errorf("%s: %s %q is outside the page (%.0f × %.0f): %+v", name, x.Role, x.S, c.Width, c.Height, b)
		}
		if x.Size < 7 {
			t.Errorf("%s: %q has %v pt", name, x.S, x.Size)
		}
		for i, o := range boxes {
			if b.X < o.X+o.W-0.2 && o.X < b.X+b.W-0.2 && b.Y < o.Y+o.H-0.2 && o.Y < b.Y+b.H-0.2 {
				t.Errorf("%s: %s %q overlaps %s %q", name, x.Role, x.S, c.Texts[i].Role, c.Texts[i].S)
			}
		}
		boxes = append(boxes, b)
	}
}

// boxOf is the ink of a text, roughly.
func boxOf(t chart.Text) chart.Rect {
	w := font.Family{}.Width(t.S, t.Size, t.Bold)
	x := t.X
	switch t.Align {
	case chart.AlignCenter:
		x -= w / 2
	case chart.AlignRight:
		x -= w
	}
	return chart.Rect{X: x, Y: t.Y - 0.8*t.Size, W: w, H: 0.9 * t.Size}
}
