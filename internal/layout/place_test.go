package layout

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"charts/internal/chart"
)

var update = flag.Bool("update", false, "write the golden file")

var (
	towns   = chart.Axis{Kind: chart.Band, Max: 3, Labels: []string{"东区", "西区", "南区"}, Line: true}
	persons = chart.Axis{Kind: chart.Linear, Title: "人数（人）", Max: 20, Ticks: []chart.Tick{{At: 0, Label: "0"}, {At: 10, Label: "10"}, {At: 20, Label: "20"}}, Grid: true}
	years   = chart.Axis{Kind: chart.Band, Max: 3, Labels: []string{"2021 年", "2022 年", "2023 年"}, Line: true, Sequence: true}
)

// labelled are data at the middles of bands, whose labels are their numbers.
func labelled(place chart.LabelPlace, values ...float64) (data []chart.Datum) {
	for i, v := range values {
		data = append(data, chart.Datum{X: float64(i) + 0.5, Y: v, Name: "n", Text: fmt.Sprint(v), Label: chart.Label{Text: fmt.Sprint(v), Place: place, Color: "#111111"}})
	}
	return data
}

// turned is an axis of names from the top down.
func turned(a chart.Axis) chart.Axis {
	a.Reversed, a.Line = true, false
	return a
}

func missing(data []chart.Datum, i int) []chart.Datum {
	data[i].Missing, data[i].Y, data[i].Label = true, 0, chart.Label{Text: "无数据", Place: chart.Center, Color: "#666666"}
	return data
}

// The charts are written by hand: what is placed for each, in every form, is in the
// golden file.
var placings = []struct {
	name   string
	legend []string
	panels []chart.Panel
}{
	{"columns", nil, []chart.Panel{{X: towns, Y: persons, Marks: chart.Marks{chart.Bars{Width: 0.6, Data: missing(labelled(chart.Outside, 12, 0, 17), 1)}}}}},
	{"columns below zero", nil, []chart.Panel{{X: towns, Y: chart.Axis{Kind: chart.Linear, Min: -10, Max: 10, Ticks: []chart.Tick{{At: -10, Label: "−10"}, {At: 0, Label: "0"}, {At: 10, Label: "10"}}},
		Marks: chart.Marks{chart.Bars{Width: 0.6, Data: labelled(chart.Outside, 7, -4, 0)}}}}},
	{"two series", []string{"计划", "实际"}, []chart.Panel{{X: towns, Y: persons, Marks: chart.Marks{
		chart.Bars{Name: "计划", Width: 0.3, Offset: -0.16, Data: labelled(chart.Outside, 12, 5, 17)}, chart.Bars{Name: "实际", Width: 0.3, Offset: 0.16, Data: labelled(chart.Inside, 11, 6, 18)}}}}},
	{"a stack", []string{"男", "女"}, []chart.Panel{{X: towns, Y: persons, Totals: labelled(chart.Outside, 16, 9, 20), Marks: chart.Marks{
		chart.Bars{Name: "男", Width: 0.6, Stack: "s", Data: labelled(chart.Center, 9, 5, 8)}, chart.Bars{Name: "女", Width: 0.6, Stack: "s", Data: based(labelled(chart.Center, 16, 9, 20), 9, 5, 8)}}}}},
	{"a stack whose sums have no room", nil, []chart.Panel{{X: chart.Axis{Kind: chart.Band, Max: 12, Labels: strings.Fields("一 二 三 四 五 六 七 八 九 十 十一 十二")}, Y: persons,
		Totals: labelled(chart.Outside, 12.3456789, 12.3456789, 12.3456789), Marks: chart.Marks{chart.Bars{Width: 0.6, Stack: "s", Data: labelled(chart.Center, 9, 5, 8)}}}}},
	{"bars", nil, []chart.Panel{{X: persons, Y: turned(towns), Marks: chart.Marks{chart.Bars{Width: 0.6, Data: missing(labelled(chart.Outside, 12, 0, 17), 1)}}}}},
	{"bars with a column of values", nil, []chart.Panel{{X: persons, Y: turned(towns), Column: true, Marks: chart.Marks{chart.Bars{Width: 0.6, Data: labelled(chart.Right, 12, 3, 17)}}}}},
	{"lines named at their ends", []string{"就业率", "升学率"}, []chart.Panel{{X: years, Y: persons, Marks: chart.Marks{
		chart.Lines{Name: "就业率", Data: labelled(chart.Above, 12, 14, 17), End: chart.Label{Text: "就业率", Place: chart.Right}}, chart.Lines{Name: "升学率", Data: labelled(chart.Below, 11, 13, 16), End: chart.Label{Text: "升学率", Place: chart.Right}}}}}},
	{"two value axes", []string{"人数", "比例"}, []chart.Panel{{X: towns, Y: persons, Y2: chart.Axis{Kind: chart.Linear, Title: "比例（%）", Max: 100, Ticks: []chart.Tick{{At: 0, Label: "0"}, {At: 100, Label: "100"}}}, Marks: chart.Marks{
		chart.Bars{Name: "人数", Width: 0.6, Data: labelled(chart.Outside, 12, 5, 17)}, chart.Lines{Name: "比例", Second: true, Data: labelled(chart.Above, 20, 60, 90)}}}}},
	{"dots with names, and a limit", nil, []chart.Panel{{X: persons, Y: persons, Marks: chart.Marks{
		chart.Rules{Data: []chart.Rule{{From: 12, To: 12, Label: "目标 12", Dashed: true}, {From: 2, To: 5, Label: "2–5"}}},
		chart.Points{Data: []chart.Datum{{X: 5, Y: 6, Label: chart.Label{Text: "甲", Place: chart.Right}}, {X: 5.4, Y: 6.2, Label: chart.Label{Text: "乙", Place: chart.Right}}, {X: 15, Y: 18, Label: chart.Label{Text: "丙", Place: chart.Right}}}}}}}},
	{"a line that rises and falls, and two limits", nil, []chart.Panel{{X: years, Y: persons, Marks: chart.Marks{
		chart.Rules{Data: []chart.Rule{{From: 4, To: 4, Label: "下限 4"}, {From: 16, To: 16, Label: "上限 16"}, {From: 10, To: 10, Label: "平均 10", Middle: true}}},
		chart.Lines{Name: "升学率", Data: labelled(chart.Above, 2, 19, 3)}, chart.Lines{Name: "就业率", Data: labelled(chart.Below, 15.8, 4.2, 9.9)}}}}},
	{"dots that crowd", nil, []chart.Panel{{X: persons, Y: persons, Marks: chart.Marks{chart.Points{Data: crowd()}}}}},
	{"a ring", nil, []chart.Panel{{Marks: chart.Marks{sectors("升学", 0.5, "就业", 0.8, "其他", 1.0)}}}},
	{"two panels", nil, []chart.Panel{{Title: "招生", X: towns, Y: persons, Marks: chart.Marks{chart.Bars{Width: 0.6, Data: labelled(chart.Outside, 12, 5, 17)}}}, {Title: "就业", X: towns, Y: persons, Marks: chart.Marks{chart.Bars{Width: 0.6, Data: labelled(chart.Outside, 3, 4, 5)}}}}},
	{"two panels side by side", nil, []chart.Panel{{Title: "招生", X: persons, Y: turned(towns), Marks: chart.Marks{chart.Bars{Width: 0.6, Data: labelled(chart.Outside, 12, 5, 17)}}}, {Title: "就业", X: persons, Y: hidden(turned(towns)), Marks: chart.Marks{chart.Bars{Width: 0.6, Data: labelled(chart.Outside, 3, 4, 5)}}}}},
	{"a stage", nil, []chart.Panel{{Stage: chart.Stage{W: 40, H: 20, Keep: true}, Marks: chart.Marks{chart.Notes{Data: []chart.Datum{{X: 0.5, Y: 0.25, Label: chart.Label{Text: "升学\n2,469", Place: chart.Center, Color: "#111111"}}}}}}}},
	{"a legend of several rows", strings.Fields("文学与新闻传播学院 机电工程学院 信息工程学院 建筑与城市规划学院 经济管理学院 艺术设计学院 马克思主义学院 外国语学院"), []chart.Panel{{X: towns, Y: persons, Marks: chart.Marks{chart.Bars{Width: 0.6, Data: labelled(chart.Outside, 12, 5, 17)}}}}},
	{"long names", nil, []chart.Panel{{X: persons, Y: turned(chart.Axis{Kind: chart.Band, Max: 2, Labels: []string{"国家级职业教育专业教学资源库建设项目主持单位数量", "校级"}}), Marks: chart.Marks{chart.Bars{Width: 0.6, Data: labelled(chart.Outside, 12, 5)}}}}},
	{"a heatmap", nil, []chart.Panel{{X: years, Y: towns, Marks: chart.Marks{chart.Cells{
		Data:  []chart.Datum{{Label: chart.Label{Text: "12.5%", Place: chart.Center}}, {Label: chart.Label{Text: "—", Place: chart.Center}}},
		Boxes: []chart.Rect{{X: 0, Y: 0, W: 1, H: 1}, {X: 1, Y: 2, W: 1, H: 1}}}}}}},
	{"cards", nil, []chart.Panel{{Marks: chart.Marks{chart.Cells{Large: true,
		Data:  []chart.Datum{{Label: chart.Label{Text: "升学率\n38.62%\n比上年高 1.2 个百分点"}}, {Label: chart.Label{Text: "毕业生人数\n12,345,678,901 人"}}},
		Boxes: []chart.Rect{{X: 0, W: 0.5, H: 1}, {X: 0.5, W: 0.5, H: 1}}}}}}},
	{"lines with texts at both ends", nil, []chart.Panel{{X: chart.Axis{Kind: chart.Band, Max: 2, Labels: []string{"2022 年", "2023 年"}}, Y: hidden(persons), Marks: chart.Marks{
		chart.Lines{Data: ends(12, 15)}, chart.Lines{Data: ends(12.3, 14.6)}, chart.Lines{Data: ends(4, 15.2)}}}}},
	{"dots on rows, with limits", nil, []chart.Panel{{X: persons, Y: turned(towns), Marks: chart.Marks{
		chart.Rules{Data: []chart.Rule{{From: 9, To: 9, Label: "平均 9", Middle: true}, {From: 14, To: 14, Label: "目标 14"}}}, chart.Points{Data: labelled(chart.Right, 5, 9, 16)}, chart.Points{Data: labelled(chart.Left, 3, 8, 12)}}}}},
	{"bars with limits", nil, []chart.Panel{{X: hidden(persons), Y: turned(towns), Marks: chart.Marks{
		chart.Rules{Data: []chart.Rule{{From: 9, To: 9, Label: "平均 9"}}}, chart.Bars{Width: 0.6, Data: labelled(chart.Outside, 5, 9, 16)}}}}},
	{"bars below zero", nil, []chart.Panel{{X: chart.Axis{Kind: chart.Linear, Min: -10, Max: 10}, Y: turned(towns), Marks: chart.Marks{chart.Bars{Width: 0.6, Data: labelled(chart.Outside, -5, 9, 0)}}}}},
	{"indented rows, with notes", nil, []chart.Panel{{X: persons, Y: chart.Axis{Kind: chart.Band, Max: 3, Labels: []string{"毕业生", "升学", "就业"}, Depth: []int{0, 1, 1}, Reversed: true}, Marks: chart.Marks{
		chart.Bars{Width: 0.6, Data: labelled(chart.Outside, 19, 7, 12)}, chart.Notes{Data: []chart.Datum{{X: 1.5, Y: 7, Label: chart.Label{Text: "含出国"}}}}}}}},
	{"annotations", nil, []chart.Panel{{X: years, Y: persons, Marks: chart.Marks{
		chart.Bars{Width: 0.6, Data: labelled(chart.Outside, 12, 5, 17)}, chart.Notes{Data: []chart.Datum{{X: 0.5, Y: 12, Label: chart.Label{Text: "新校区启用"}}, {X: 2.5, Y: 17, Label: chart.Label{Text: "扩招，增设三个专业，学制改为三年"}}}}}}}},
	{"a stack named at its end", []string{"男", "女"}, []chart.Panel{{X: years, Y: persons, Marks: chart.Marks{
		chart.Bars{Name: "男", Width: 0.6, Stack: "s", Data: labelled(chart.Center, 9, 5, 8), End: chart.Label{Text: "男", Place: chart.Right}},
		chart.Bars{Name: "女", Width: 0.6, Stack: "s", Data: based(labelled(chart.Center, 16, 9, 20), 9, 5, 8), End: chart.Label{Text: "女", Place: chart.Right}}}}}},
	{"a logarithmic axis", nil, []chart.Panel{{X: chart.Axis{Kind: chart.Log, Title: "面积", Min: 1, Max: 1000, Ticks: []chart.Tick{{At: 1, Label: "1"}, {At: 10, Label: "10"}, {At: 1000, Label: "1000"}}}, Y: persons, Marks: chart.Marks{
		chart.Points{Data: []chart.Datum{{X: 10, Y: 6, Label: chart.Label{Text: "甲", Place: chart.Right}}, {X: 990, Y: 19, Label: chart.Label{Text: "第一临床医学院", Place: chart.Right}}}, Size: []float64{12, 30}}}}}},
	{"nothing", nil, nil},
}

func hidden(a chart.Axis) chart.Axis {
	a.Hidden = true
	return a
}

// ends are the two data of a line, with texts beside them.
func ends(from, to float64) []chart.Datum {
	return []chart.Datum{{X: 0.5, Y: from, Label: chart.Label{Text: fmt.Sprint("甲 ", from), Place: chart.Left}}, {X: 1.5, Y: to, Label: chart.Label{Text: fmt.Sprint(to, "\n乙"), Place: chart.Right}}}
}

// crowd are dots that are too near to one another for all of their names.
func crowd() (data []chart.Datum) {
	for i := range 24 {
		data = append(data, chart.Datum{X: 2 + float64(i*7%24)*0.7, Y: 3 + float64(i*5%24)*0.5, Label: chart.Label{Text: fmt.Sprintf("第%d学院", i), Place: chart.Right}})
	}
	return data
}

// based are data that start at given values.
func based(data []chart.Datum, bases ...float64) []chart.Datum {
	for i, b := range bases {
		data[i].Base = b
	}
	return data
}

// sectors are sectors by their names and where they end.
func sectors(parts ...any) (s chart.Slices) {
	from := 0.0
	for i := 0; i < len(parts); i += 2 {
		name, to := parts[i].(string), parts[i+1].(float64)
		s.Add(chart.Datum{Name: name, Y: to - from, Label: chart.Label{Text: name, Place: chart.Outside, Color: "#666666"}}, from, to, 0.6, 1)
		from = to
	}
	return s
}

func TestPlace(t *testing.T) {
	var got strings.Builder
	for _, tt := range placings {
		columns := strings.Count(tt.name, "side by side") * 2
		for _, page := range []struct {
			form          chart.Form
			width, height float64
			size          float64
		}{{chart.Report, 425.2, 0, 8.5}, {chart.Slide, 960, 540, 16}, {chart.Screen, 292, 0, 12}} {
			c := &chart.Chart{Form: page.form, Lang: "zh-CN", Title: "2023 届毕业生去向", Subtitle: "按区", Source: "来源：年报，表 6", Notes: []string{"注：不含其他。"},
				Width: page.width, Style: chart.Style{Ink: "#1f2933", Muted: "#5f6b76", Rule: "#999999", TextSize: page.size, SmallSize: 0.9 * page.size, TitleSize: 1.5 * page.size, LineWidth: 1.5, DotSize: 4, LineHeight: 1.35}}
			c.Panels = slices.Clone(tt.panels)
			if len(c.Panels) > 1 {
				c.Columns = columns
			}
			c.Empty = len(c.Panels) == 0
			for _, name := range tt.legend {
				c.Legend = append(c.Legend, chart.Entry{Name: name, Shape: chart.Square})
			}
			needed := Place(c, Page{Height: page.height, Head: page.size, Ems: page.width / page.size})
			fmt.Fprintf(&got, "# %s, %s: %.2f × %.2f, needs %.2f\n", tt.name, page.form, c.Width, c.Height, needed)
			write(&got, c)
		}
	}
	const golden = "testdata/placed.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(got.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	a, b := strings.Split(got.String(), "\n"), strings.Split(string(want), "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			t.Fatalf("%s:%d: %s; want %s", golden, i+1, a[i], b[i])
		}
	}
	if len(a) != len(b) {
		t.Errorf("%d lines; want %d", len(a), len(b))
	}
}

// write lists what is placed, a line each.
func write(b *strings.Builder, c *chart.Chart) {
	for _, p := range c.Panels {
		fmt.Fprintf(b, "area %v\n", p.Area)
	}
	for _, t := range c.Texts {
		fmt.Fprintf(b, "%s %q %v %v %v %s %v\n", t.Role, t.S, t.X, t.Y, t.Size, t.Align, t.Bold)
	}
	for _, s := range c.Strokes {
		fmt.Fprintf(b, "stroke %v %v\n", s.Points, s.Width)
	}
	for _, s := range c.Swatches {
		fmt.Fprintf(b, "swatch %v %s\n", s.Box, s.Shape)
	}
}
