// Package charttest gives tests charts that are written by hand: one for every way in
// which a page draws.
package charttest

import (
	"fmt"
	"math"

	"charts/internal/chart"
)

// Light is how charts look by day, Night by night.
var Light = chart.Style{
	Theme: "light", Background: "#ffffff", Ink: "#1a1d21", Muted: "#5b636e", Grid: "#e6e6e2", Rule: "#8a9099",
	Accent: "#1f5fa8", Rest: "#c3c9d1", TextSize: 12, SmallSize: 11, TitleSize: 20, GridWidth: 1, LineWidth: 2.5,
	DotSize: 8, LeadWidth: 1, LineHeight: 1.4,
}

var Night = chart.Style{
	Theme: "dark", Background: "#14191f", Ink: "#e8edf2", Muted: "#a3afbb", Grid: "#2b333c", Rule: "#5b636e",
	Accent: "#7fb2ea", Rest: "#4a515a", TextSize: 12, SmallSize: 11, TitleSize: 20, GridWidth: 1, LineWidth: 2.5,
	DotSize: 8, LeadWidth: 1, LineHeight: 1.4,
}

var Palette = []chart.Color{"#1f5fa8", "#d9822b", "#3b8f6b", "#8a5fb0", "#b5475d", "#6b7480"}

// Chart is a chart of 640×360 with the marks in one panel.
func Chart(id, title string, p chart.Panel, style chart.Style) *chart.Chart {
	if p.Area.W == 0 {
		p.Area = chart.Rect{X: 48, Y: 28, W: 552, H: 290}
	}
	return &chart.Chart{
		ID: id, Form: chart.Screen, Lang: "zh-CN", Number: "图 34", Title: title, Subtitle: "普通本科，人",
		Source: "来源：某校 2023 年质量年度报告，表 6", Alt: title + "：升学 2,469 人最多。", Style: style,
		Panels: []chart.Panel{p}, Width: 640, Height: 360, DPI: 72,
		Sources: []chart.Source{
			{Report: "report-2023.txt", Table: "表 6", Line: 877, Quote: "升学\t2469\t38.62%"},
			{Report: "report-2023.txt", Table: "表 6", Line: 878, Quote: "签就业协议\t1830\t28.63%"},
		},
	}
}

// BandAxis is an axis of names.
func BandAxis(labels ...string) chart.Axis {
	return chart.Axis{Kind: chart.Band, Max: float64(len(labels)), Labels: labels, Line: true}
}

// ValueAxis is an axis from 0 to top with a label every step.
func ValueAxis(top, step float64, unit string) chart.Axis {
	a := chart.Axis{Kind: chart.Linear, Max: top, Grid: true, Title: unit}
	for v := 0.0; v <= top; v += step {
		a.Ticks = append(a.Ticks, chart.Tick{At: v, Label: fmt.Sprintf("%g", v)})
	}
	return a
}

// Along are the values of names, each with its text and its source.
func Along(names []string, values []float64, unit string) []chart.Datum {
	var data []chart.Datum
	for i, v := range values {
		data = append(data, chart.Datum{
			X: float64(i) + 0.5, Y: v, Name: names[i], Text: fmt.Sprintf("%g %s", v, unit), Sources: []int{i % 2},
			Label: chart.Label{Text: fmt.Sprintf("%g", v), Place: chart.Outside, Color: "#1a1d21"},
		})
	}
	return data
}

var destinations = []string{"升学", "签就业协议形式就业", "签劳动合同形式就业", "其他录用形式就业", "自主创业", "未就业"}

// Bars are bars that run to the right, one of them stressed.
func Bars(style chart.Style) *chart.Chart {
	data := Along(destinations, []float64{2469, 1830, 1010, 640, 38, 406}, "人")
	data[0].Color, data[0].Share = style.Accent, "38.62%"
	for i := range data {
		data[i].Label.Color = style.Ink
	}
	y := BandAxis(destinations...)
	y.Reversed = true
	x := ValueAxis(2500, 500, "")
	x.Grid, x.Hidden = false, true
	return Chart("bars", "2023 届毕业生毕业去向", chart.Panel{
		Area: chart.Rect{X: 140, Y: 8, W: 440, H: 330}, X: x, Y: y,
		Marks: chart.Marks{chart.Bars{Color: style.Rest, Width: 0.6, Data: data}},
	}, style)
}

var Years = []string{"2019", "2020", "2021", "2022", "2023"}

// Columns are columns of two series, with a gap.
func Columns(style chart.Style) *chart.Chart {
	a, b := Along(Years, []float64{3702, 3650, 3811, 3902, 4010}, "人"), Along(Years, []float64{3435, 3401, 3600, 3755, 3890}, "人")
	for i := range a {
		a[i].Label, b[i].Label = chart.Label{}, chart.Label{}
	}
	b[1] = chart.Datum{X: 1.5, Missing: true, Name: "2020", Text: "无数据", Label: chart.Label{Text: "无数据", Place: chart.Above, Color: style.Muted}}
	b[4].Computed = true
	c := Chart("columns", "录取与报到", chart.Panel{
		X: BandAxis(Years...), Y: ValueAxis(5000, 1000, "人"),
		Marks: chart.Marks{
			chart.Bars{Name: "录取", Color: Palette[0], Width: 0.3, Offset: -0.16, Data: a},
			chart.Bars{Name: "报到", Color: Palette[1], Width: 0.3, Offset: 0.16, Data: b},
			chart.Rules{Data: []chart.Rule{{From: 4500, To: 4500, Label: "计划 4500", Color: style.Muted, Dashed: true}}},
		},
	}, style)
	c.Panels[0].Area.Y = 52
	c.Legend = []chart.Entry{{Name: "录取", Color: Palette[0], Shape: chart.Square}, {Name: "报到", Color: Palette[1], Shape: chart.Square}}
	return c
}

// Lines are two lines over years, with a rule.
func Lines(style chart.Style) *chart.Chart {
	a, b := Along(Years, []float64{91.2, 92.3, 92.1, 92.8, 93.6}, "%"), Along(Years, []float64{85.1, 86, 84.2, 87.9, 88.4}, "%")
	for i := range a {
		a[i].Label, b[i].Label = chart.Label{}, chart.Label{}
	}
	y := ValueAxis(100, 5, "%")
	y.Min, y.Ticks = 80, y.Ticks[16:]
	b[2] = chart.Datum{X: 2.5, Missing: true, Name: "2021", Text: "无数据"}
	return Chart("lines", "毕业去向落实率逐年提高", chart.Panel{
		Area: chart.Rect{X: 40, Y: 28, W: 510, H: 290}, X: BandAxis(Years...), Y: y,
		Marks: chart.Marks{
			chart.Rules{Data: []chart.Rule{{From: 90, To: 95, Label: "目标区间", Color: style.Grid}}},
			chart.Lines{Name: "本科", Color: Palette[0], Width: 2.5, Dots: true, End: chart.Label{Text: "本科 93.6", Place: chart.Right, Color: Palette[0], Bold: true}, Data: a},
			chart.Lines{Name: "专科", Color: Palette[1], Width: 2.5, Dots: true, Dashed: true, End: chart.Label{Text: "专科 88.4", Place: chart.Right, Color: Palette[1], Bold: true}, Data: b},
			chart.Notes{Data: []chart.Datum{{X: 1.5, Y: 92.3, Label: chart.Label{Text: "首次过 92%", Place: chart.Above, Color: style.Ink}}}},
		},
	}, style)
}

// Areas are areas that are stacked.
func Areas(style chart.Style) *chart.Chart {
	a, b := Along(Years, []float64{20, 25, 27, 30, 33}, "亿元"), Along(Years, []float64{35, 42, 40, 48, 52}, "亿元")
	for i := range a {
		b[i].Base = a[i].Y
		a[i].Label, b[i].Label = chart.Label{}, chart.Label{}
	}
	c := Chart("areas", "办学经费的来源", chart.Panel{
		Area: chart.Rect{X: 40, Y: 52, W: 580, H: 266}, X: BandAxis(Years...), Y: ValueAxis(60, 20, "亿元"),
		Marks: chart.Marks{
			chart.Areas{Name: "财政拨款", Color: Palette[0], Stack: "a", Data: a},
			chart.Areas{Name: "事业收入", Color: Palette[2], Stack: "a", Data: b},
		},
	}, style)
	c.Legend = []chart.Entry{{Name: "财政拨款", Color: Palette[0], Shape: chart.Square}, {Name: "事业收入", Color: Palette[2], Shape: chart.Square}}
	return c
}

// Slices are the slices of a donut.
func Slices(style chart.Style) *chart.Chart {
	values := []float64{52, 24, 14, 6, 4}
	s := chart.Slices{Title: "5.04", Sub: "亿元"}
	end := 0.0
	for i, d := range Along([]string{"财政补助", "事业收入", "经营收入", "科研收入", "其他"}, values, "%") {
		d.Color, d.Share = Palette[i], d.Text
		d.Label = chart.Label{Text: d.Name + "\n" + d.Text, Place: chart.Outside, Color: style.Ink}
		s.Data = append(s.Data, d)
		s.From, s.To = append(s.From, end), append(s.To, end+values[i]/100)
		s.Inner, s.Outer = append(s.Inner, 0.62), append(s.Outer, 1)
		end = s.To[i]
	}
	return Chart("slices", "经费收入构成", chart.Panel{
		Area: chart.Rect{X: 180, Y: 50, W: 280, H: 260}, Marks: chart.Marks{s},
	}, style)
}

// Rose is a rose.
func Rose(style chart.Style) *chart.Chart {
	s := chart.Slices{}
	for i, d := range Along(destinations, []float64{60, 50, 40, 30, 22, 16}, "项") {
		d.Color = Palette[i]
		d.Label = chart.Label{Text: d.Name, Place: chart.Outside, Color: style.Ink}
		s.Data = append(s.Data, d)
		s.From, s.To = append(s.From, float64(i)/6), append(s.To, float64(i+1)/6)
		s.Inner, s.Outer = append(s.Inner, 0.15), append(s.Outer, math.Sqrt(d.Y/60))
	}
	return Chart("rose", "项目类别", chart.Panel{
		Area: chart.Rect{X: 180, Y: 50, W: 280, H: 260}, Marks: chart.Marks{s},
	}, style)
}

// Points are the dots of a scatter chart.
func Points(style chart.Style) *chart.Chart {
	p := chart.Points{Name: "专业", Color: Palette[0]}
	for i := range 24 {
		x, y := 20+float64(i*37%80), 60+float64(i*53%35)
		p.Data = append(p.Data, chart.Datum{X: x, Y: y, Name: fmt.Sprintf("专业 %d", i+1), Text: fmt.Sprintf("%g 人，%g%%", x, y), Sources: []int{0}})
		p.Size = append(p.Size, 6+float64(i%5)*4)
	}
	x, y := ValueAxis(100, 20, "招生人数（人）"), ValueAxis(100, 10, "落实率（%）")
	x.Grid, y.Min, y.Ticks = false, 50, y.Ticks[5:]
	return Chart("points", "规模与去向", chart.Panel{X: x, Y: y, Marks: chart.Marks{p}}, style)
}

// Cells are the cells of a heatmap.
func Cells(style chart.Style) *chart.Chart {
	shades := []chart.Color{"#dbe7f5", "#a9c6e8", "#6c9bd1", "#3a72b5", "#1f4f8c"}
	c := chart.Cells{}
	for x := range 5 {
		for y := range 4 {
			k := (x*3 + y*2) % 5
			text := chart.Color("#1a1d21")
			if k > 2 {
				text = "#ffffff"
			}
			c.Data = append(c.Data, chart.Datum{
				Name: Years[x] + " " + destinations[y], Text: fmt.Sprintf("%d 人", k*20), Color: shades[k], Sources: []int{1},
				Label: chart.Label{Text: fmt.Sprint(k * 20), Place: chart.Center, Color: text},
			})
			c.Boxes = append(c.Boxes, chart.Rect{X: float64(x) + 0.02, Y: float64(y) + 0.02, W: 0.96, H: 0.96})
		}
	}
	y := BandAxis(destinations[:4]...)
	y.Reversed = true
	return Chart("cells", "去向随年份的变化", chart.Panel{
		Area: chart.Rect{X: 150, Y: 8, W: 470, H: 310}, X: BandAxis(Years...), Y: y, Marks: chart.Marks{c},
	}, style)
}

// Flows are the flows between two sides.
func Flows(style chart.Style) *chart.Chart {
	node := func(name string, c chart.Color, side chart.LabelPlace) chart.Datum {
		return chart.Datum{Name: name, Text: name + " 60 人", Color: c, Label: chart.Label{Text: name, Place: side, Color: style.Ink}}
	}
	link := func(from, to int, fromY, toY, thick float64, text string) chart.Link {
		return chart.Link{From: from, To: to, FromY: fromY, ToY: toY, Thick: thick, Color: Palette[4+from], Datum: chart.Datum{Name: text, Y: 100 * thick, Text: "30 人", Sources: []int{0}}}
	}
	return Chart("flows", "生源流向", chart.Panel{
		Area: chart.Rect{X: 70, Y: 20, W: 500, H: 310},
		Marks: chart.Marks{chart.Flows{
			Nodes: []chart.Datum{node("普通高中", Palette[0], chart.Left), node("中职", Palette[1], chart.Left), node("省内", Palette[2], chart.Right), node("省外", Palette[3], chart.Right)},
			Boxes: []chart.Rect{{X: 0, Y: 0, W: 0.03, H: 0.55}, {X: 0, Y: 0.62, W: 0.03, H: 0.38}, {X: 0.97, Y: 0, W: 0.03, H: 0.6}, {X: 0.97, Y: 0.67, W: 0.03, H: 0.33}},
			Links: []chart.Link{link(0, 2, 0, 0, 0.35, "普通高中 → 省内"), link(0, 3, 0.35, 0.67, 0.2, "普通高中 → 省外"), link(1, 2, 0.62, 0.35, 0.25, "中职 → 省内"), link(1, 3, 0.87, 0.87, 0.13, "中职 → 省外")},
		}},
	}, style)
}

// Waterfall is a waterfall from a start to a total.
func Waterfall(style chart.Style) *chart.Chart {
	names := []string{"2022 年", "财政", "学费", "科研", "其他", "2023 年"}
	data := Along(names, []float64{4.2, 4.7, 5.1, 4.9, 5.04, 5.04}, "亿元")
	bases := []float64{0, 4.2, 4.7, 5.1, 4.9, 0}
	for i := range data {
		data[i].Base = bases[i]
		data[i].Color = map[bool]chart.Color{true: Palette[2], false: Palette[4]}[data[i].Y >= data[i].Base]
		data[i].Label.Color = style.Ink
		if bases[i] == 0 {
			data[i].Color = Palette[5]
		}
	}
	c := Chart("waterfall", "经费增量从哪里来", chart.Panel{
		Area: chart.Rect{X: 40, Y: 52, W: 580, H: 266},
		X:    BandAxis(names...), Y: ValueAxis(6, 2, "亿元"), Marks: chart.Marks{chart.Bars{Color: Palette[2], Width: 0.6, Data: data}},
	}, style)
	c.Legend = []chart.Entry{{Name: "增加", Color: Palette[2], Shape: chart.Square}, {Name: "减少", Color: Palette[4], Shape: chart.Square}}
	return c
}

// Panels are small charts that share their axes.
func Panels(style chart.Style) *chart.Chart {
	c := Chart("panels", "两个量，两张图", chart.Panel{}, style)
	c.Panels = nil
	for i, name := range []string{"教师数（人）", "图书（万册）"} {
		data := Along(Years, []float64{310, 320, 333, 350, 361}, "")
		c.Panels = append(c.Panels, chart.Panel{
			Title: name, Area: chart.Rect{X: 40 + float64(i)*320, Y: 40, W: 270, H: 280}, X: BandAxis(Years...), Y: ValueAxis(400, 100, ""),
			Marks: chart.Marks{chart.Bars{Name: name, Color: Palette[i], Width: 0.6, Data: data}},
		})
	}
	return c
}

// Charts are the sample charts in one style.
func Charts(style chart.Style) []*chart.Chart {
	return []*chart.Chart{
		Bars(style), Columns(style), Lines(style), Slices(style), Areas(style), Waterfall(style),
		Points(style), Cells(style), Flows(style), Panels(style), Rose(style),
	}
}

const Picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360" width="640" height="360"><rect width="640" height="360" fill="#fff"/><rect x="60" y="60" width="200" height="260" fill="#1f5fa8"/><text x="60" y="40">静态图</text></svg>`

// Tree is a treemap of two groups with two leaves each.
func Tree() *chart.Chart {
	c := chart.Cells{Name: "专业", Nested: true}
	for i, path := range [][]string{{"国家级"}, {"国家级"}, {"市级"}, {"市级"}} {
		name := []string{"模具", "数控", "软件", "升学"}[i]
		c.Data = append(c.Data, chart.Datum{Name: name, Y: 1, Text: "1", Path: path, Color: Palette[i], Label: chart.Label{Text: name, Place: chart.Center, Color: "#ffffff"}})
		c.Boxes = append(c.Boxes, chart.Rect{X: 0.5 * float64(i/2), Y: 0.5 * float64(i%2), W: 0.5, H: 0.5})
	}
	return Chart("tree", "专业群", chart.Panel{Area: chart.Rect{W: 640, H: 360}, Marks: chart.Marks{c}}, Light)
}

// Ranking is a chart of n bars with a reference line.
func Ranking(n int) *chart.Chart {
	c := Bars(Light)
	var names []string
	var values []float64
	for i := range n {
		names, values = append(names, fmt.Sprintf("专业 %d", i)), append(values, 99-float64(i)/2)
	}
	p := &c.Panels[0]
	p.X.Max, p.Y.Labels, p.Y.Max = 100, names, float64(n)
	p.Marks = chart.Marks{chart.Bars{Color: Light.Rest, Width: 0.6, Data: Along(names, values, "%")}, chart.Rules{Data: []chart.Rule{{From: 90, To: 90, Label: "全校", Color: Light.Muted}}}}
	return c
}

// LongLine is a chart of two lines over n months, the second of them with a gap.
func LongLine(n int) *chart.Chart {
	c := Lines(Light)
	c.ID = "months"
	var names []string
	var a, b []float64
	for i := range n {
		names = append(names, fmt.Sprintf("%d-%02d", 2009+i/12, i%12+1))
		a, b = append(a, 91+float64(i%7)), append(b, 84+float64(i*5%9))
	}
	p := &c.Panels[0]
	p.X = BandAxis(names...)
	first, second := p.Marks[1].(chart.Lines), p.Marks[2].(chart.Lines)
	first.Data, second.Data, first.Dots, second.Dots = Along(names, a, "%"), Along(names, b, "%"), false, false
	for i := range n {
		first.Data[i].Label, second.Data[i].Label = chart.Label{}, chart.Label{}
	}
	second.Data[n/2] = chart.Datum{X: float64(n/2) + 0.5, Base: 85, Missing: true, Name: names[n/2], Text: "无数据", Label: chart.Label{Text: "无数据", Place: chart.Center, Color: Light.Muted}}
	p.Marks = chart.Marks{p.Marks[0], first, second}
	return c
}
