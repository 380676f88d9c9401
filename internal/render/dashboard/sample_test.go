package dashboard

import (
	"fmt"
	"math"

	"charts/internal/chart"
)

// The sample page has one figure for every way in which the page's script draws.

var light = chart.Style{
	Theme: "light", Background: "#ffffff", Ink: "#1a1d21", Muted: "#5b636e", Grid: "#e6e6e2", Rule: "#8a9099",
	Accent: "#1f5fa8", Rest: "#c3c9d1", TextSize: 12, SmallSize: 11, TitleSize: 20, GridWidth: 1, LineWidth: 2.5,
	DotSize: 8, LeadWidth: 1, LineHeight: 1.4,
}

var night = chart.Style{
	Theme: "dark", Background: "#14191f", Ink: "#e8edf2", Muted: "#a3afbb", Grid: "#2b333c", Rule: "#5b636e",
	Accent: "#7fb2ea", Rest: "#4a515a", TextSize: 12, SmallSize: 11, TitleSize: 20, GridWidth: 1, LineWidth: 2.5,
	DotSize: 8, LeadWidth: 1, LineHeight: 1.4,
}

var palette = []chart.Color{"#1f5fa8", "#d9822b", "#3b8f6b", "#8a5fb0", "#b5475d", "#6b7480"}

// sampleChart is a chart of 640×360 with the marks in one panel.
func sampleChart(id, title string, p chart.Panel, style chart.Style) *chart.Chart {
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

func bandAxis(labels ...string) chart.Axis {
	return chart.Axis{Kind: chart.Band, Max: float64(len(labels)), Labels: labels, Line: true}
}

func valueAxis(top, step float64, unit string) chart.Axis {
	a := chart.Axis{Kind: chart.Linear, Max: top, Grid: true, Title: unit}
	for v := 0.0; v <= top; v += step {
		a.Ticks = append(a.Ticks, chart.Tick{At: v, Label: fmt.Sprintf("%g", v)})
	}
	return a
}

func along(names []string, values []float64, unit string) []chart.Datum {
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

func barChart(style chart.Style) *chart.Chart {
	data := along(destinations, []float64{2469, 1830, 1010, 640, 38, 406}, "人")
	data[0].Color, data[0].Share = style.Accent, "38.62%"
	for i := range data {
		data[i].Label.Color = style.Ink
	}
	y := bandAxis(destinations...)
	y.Reversed = true
	x := valueAxis(2500, 500, "")
	x.Grid, x.Hidden = false, true
	return sampleChart("bars", "2023 届毕业生毕业去向", chart.Panel{
		Area: chart.Rect{X: 140, Y: 8, W: 440, H: 330}, X: x, Y: y,
		Marks: chart.Marks{chart.Bars{Color: style.Rest, Width: 0.6, Data: data}},
	}, style)
}

var years = []string{"2019", "2020", "2021", "2022", "2023"}

func columnChart(style chart.Style) *chart.Chart {
	a, b := along(years, []float64{3702, 3650, 3811, 3902, 4010}, "人"), along(years, []float64{3435, 3401, 3600, 3755, 3890}, "人")
	for i := range a {
		a[i].Label, b[i].Label = chart.Label{}, chart.Label{}
	}
	b[1] = chart.Datum{X: 1.5, Missing: true, Name: "2020", Text: "无数据", Label: chart.Label{Text: "无数据", Place: chart.Above, Color: style.Muted}}
	b[4].Computed = true
	c := sampleChart("columns", "录取与报到", chart.Panel{
		X: bandAxis(years...), Y: valueAxis(5000, 1000, "人"),
		Marks: chart.Marks{
			chart.Bars{Name: "录取", Color: palette[0], Width: 0.3, Offset: -0.16, Data: a},
			chart.Bars{Name: "报到", Color: palette[1], Width: 0.3, Offset: 0.16, Data: b},
			chart.Rules{Data: []chart.Rule{{From: 4500, To: 4500, Label: "计划 4500", Color: style.Muted, Dashed: true}}},
		},
	}, style)
	c.Panels[0].Area.Y = 52
	c.Legend = []chart.Entry{{Name: "录取", Color: palette[0], Shape: chart.Square}, {Name: "报到", Color: palette[1], Shape: chart.Square}}
	return c
}

func lineChart(style chart.Style) *chart.Chart {
	a, b := along(years, []float64{91.2, 92.3, 92.1, 92.8, 93.6}, "%"), along(years, []float64{85.1, 86, 84.2, 87.9, 88.4}, "%")
	for i := range a {
		a[i].Label, b[i].Label = chart.Label{}, chart.Label{}
	}
	y := valueAxis(100, 5, "%")
	y.Min, y.Ticks = 80, y.Ticks[16:]
	b[2] = chart.Datum{X: 2.5, Missing: true, Name: "2021", Text: "无数据"}
	return sampleChart("lines", "毕业去向落实率逐年提高", chart.Panel{
		Area: chart.Rect{X: 40, Y: 28, W: 510, H: 290}, X: bandAxis(years...), Y: y,
		Marks: chart.Marks{
			chart.Rules{Data: []chart.Rule{{From: 90, To: 95, Label: "目标区间", Color: style.Grid}}},
			chart.Lines{Name: "本科", Color: palette[0], Width: 2.5, Dots: true, End: chart.Label{Text: "本科 93.6", Place: chart.Right, Color: palette[0], Bold: true}, Data: a},
			chart.Lines{Name: "专科", Color: palette[1], Width: 2.5, Dots: true, Dashed: true, End: chart.Label{Text: "专科 88.4", Place: chart.Right, Color: palette[1], Bold: true}, Data: b},
			chart.Notes{Data: []chart.Datum{{X: 1.5, Y: 92.3, Label: chart.Label{Text: "首次过 92%", Place: chart.Above, Color: style.Ink}}}},
		},
	}, style)
}

func areaChart(style chart.Style) *chart.Chart {
	a, b := along(years, []float64{20, 25, 27, 30, 33}, "亿元"), along(years, []float64{35, 42, 40, 48, 52}, "亿元")
	for i := range a {
		b[i].Base = a[i].Y
		a[i].Label, b[i].Label = chart.Label{}, chart.Label{}
	}
	c := sampleChart("areas", "办学经费的来源", chart.Panel{
		Area: chart.Rect{X: 40, Y: 52, W: 580, H: 266}, X: bandAxis(years...), Y: valueAxis(60, 20, "亿元"),
		Marks: chart.Marks{
			chart.Areas{Name: "财政拨款", Color: palette[0], Stack: "a", Data: a},
			chart.Areas{Name: "事业收入", Color: palette[2], Stack: "a", Data: b},
		},
	}, style)
	c.Legend = []chart.Entry{{Name: "财政拨款", Color: palette[0], Shape: chart.Square}, {Name: "事业收入", Color: palette[2], Shape: chart.Square}}
	return c
}

func donutChart(style chart.Style) *chart.Chart {
	values := []float64{52, 24, 14, 6, 4}
	s := chart.Slices{Title: "5.04", Sub: "亿元"}
	end := 0.0
	for i, d := range along([]string{"财政补助", "事业收入", "经营收入", "科研收入", "其他"}, values, "%") {
		d.Color, d.Share = palette[i], d.Text
		d.Label = chart.Label{Text: d.Name + "\n" + d.Text, Place: chart.Outside, Color: style.Ink}
		s.Data = append(s.Data, d)
		s.From, s.To = append(s.From, end), append(s.To, end+values[i]/100)
		s.Inner, s.Outer = append(s.Inner, 0.62), append(s.Outer, 1)
		end = s.To[i]
	}
	return sampleChart("slices", "经费收入构成", chart.Panel{
		Area: chart.Rect{X: 180, Y: 50, W: 280, H: 260}, Marks: chart.Marks{s},
	}, style)
}

func roseChart(style chart.Style) *chart.Chart {
	s := chart.Slices{}
	for i, d := range along(destinations, []float64{60, 50, 40, 30, 22, 16}, "项") {
		d.Color = palette[i]
		d.Label = chart.Label{Text: d.Name, Place: chart.Outside, Color: style.Ink}
		s.Data = append(s.Data, d)
		s.From, s.To = append(s.From, float64(i)/6), append(s.To, float64(i+1)/6)
		s.Inner, s.Outer = append(s.Inner, 0.15), append(s.Outer, math.Sqrt(d.Y/60))
	}
	return sampleChart("rose", "项目类别", chart.Panel{
		Area: chart.Rect{X: 180, Y: 50, W: 280, H: 260}, Marks: chart.Marks{s},
	}, style)
}

func pointChart(style chart.Style) *chart.Chart {
	p := chart.Points{Name: "专业", Color: palette[0]}
	for i := range 24 {
		x, y := 20+float64(i*37%80), 60+float64(i*53%35)
		p.Data = append(p.Data, chart.Datum{X: x, Y: y, Name: fmt.Sprintf("专业 %d", i+1), Text: fmt.Sprintf("%g 人，%g%%", x, y), Sources: []int{0}})
		p.Size = append(p.Size, 6+float64(i%5)*4)
	}
	x, y := valueAxis(100, 20, "招生人数（人）"), valueAxis(100, 10, "落实率（%）")
	x.Grid, y.Min, y.Ticks = false, 50, y.Ticks[5:]
	return sampleChart("points", "规模与去向", chart.Panel{X: x, Y: y, Marks: chart.Marks{p}}, style)
}

func heatmapChart(style chart.Style) *chart.Chart {
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
				Name: years[x] + " " + destinations[y], Text: fmt.Sprintf("%d 人", k*20), Color: shades[k], Sources: []int{1},
				Label: chart.Label{Text: fmt.Sprint(k * 20), Place: chart.Center, Color: text},
			})
			c.Boxes = append(c.Boxes, chart.Rect{X: float64(x) + 0.02, Y: float64(y) + 0.02, W: 0.96, H: 0.96})
		}
	}
	y := bandAxis(destinations[:4]...)
	y.Reversed = true
	return sampleChart("cells", "去向随年份的变化", chart.Panel{
		Area: chart.Rect{X: 150, Y: 8, W: 470, H: 310}, X: bandAxis(years...), Y: y, Marks: chart.Marks{c},
	}, style)
}

func flowChart(style chart.Style) *chart.Chart {
	node := func(name string, c chart.Color, side chart.LabelPlace) chart.Datum {
		return chart.Datum{Name: name, Text: name + " 60 人", Color: c, Label: chart.Label{Text: name, Place: side, Color: style.Ink}}
	}
	link := func(from, to int, fromY, toY, thick float64, text string) chart.Link {
		return chart.Link{From: from, To: to, FromY: fromY, ToY: toY, Thick: thick, Color: palette[4+from], Datum: chart.Datum{Name: text, Y: 100 * thick, Text: "30 人", Sources: []int{0}}}
	}
	return sampleChart("flows", "生源流向", chart.Panel{
		Area: chart.Rect{X: 70, Y: 20, W: 500, H: 310},
		Marks: chart.Marks{chart.Flows{
			Nodes: []chart.Datum{node("普通高中", palette[0], chart.Left), node("中职", palette[1], chart.Left), node("省内", palette[2], chart.Right), node("省外", palette[3], chart.Right)},
			Boxes: []chart.Rect{{X: 0, Y: 0, W: 0.03, H: 0.55}, {X: 0, Y: 0.62, W: 0.03, H: 0.38}, {X: 0.97, Y: 0, W: 0.03, H: 0.6}, {X: 0.97, Y: 0.67, W: 0.03, H: 0.33}},
			Links: []chart.Link{link(0, 2, 0, 0, 0.35, "普通高中 → 省内"), link(0, 3, 0.35, 0.67, 0.2, "普通高中 → 省外"), link(1, 2, 0.62, 0.35, 0.25, "中职 → 省内"), link(1, 3, 0.87, 0.87, 0.13, "中职 → 省外")},
		}},
	}, style)
}

func waterfallChart(style chart.Style) *chart.Chart {
	names := []string{"2022 年", "财政", "学费", "科研", "其他", "2023 年"}
	data := along(names, []float64{4.2, 4.7, 5.1, 4.9, 5.04, 5.04}, "亿元")
	bases := []float64{0, 4.2, 4.7, 5.1, 4.9, 0}
	for i := range data {
		data[i].Base = bases[i]
		data[i].Color = map[bool]chart.Color{true: palette[2], false: palette[4]}[data[i].Y >= data[i].Base]
		data[i].Label.Color = style.Ink
		if bases[i] == 0 {
			data[i].Color = palette[5]
		}
	}
	c := sampleChart("waterfall", "经费增量从哪里来", chart.Panel{
		Area: chart.Rect{X: 40, Y: 52, W: 580, H: 266},
		X:    bandAxis(names...), Y: valueAxis(6, 2, "亿元"), Marks: chart.Marks{chart.Bars{Color: palette[2], Width: 0.6, Data: data}},
	}, style)
	c.Legend = []chart.Entry{{Name: "增加", Color: palette[2], Shape: chart.Square}, {Name: "减少", Color: palette[4], Shape: chart.Square}}
	return c
}

func panelChart(style chart.Style) *chart.Chart {
	c := sampleChart("panels", "两个量，两张图", chart.Panel{}, style)
	c.Panels = nil
	for i, name := range []string{"教师数（人）", "图书（万册）"} {
		data := along(years, []float64{310, 320, 333, 350, 361}, "")
		c.Panels = append(c.Panels, chart.Panel{
			Title: name, Area: chart.Rect{X: 40 + float64(i)*320, Y: 40, W: 270, H: 280}, X: bandAxis(years...), Y: valueAxis(400, 100, ""),
			Marks: chart.Marks{chart.Bars{Name: name, Color: palette[i], Width: 0.6, Data: data}},
		})
	}
	return c
}

// samples are the sample charts in one style.
func samples(style chart.Style) []*chart.Chart {
	return []*chart.Chart{
		barChart(style), columnChart(style), lineChart(style), donutChart(style), areaChart(style), waterfallChart(style),
		pointChart(style), heatmapChart(style), flowChart(style), panelChart(style), roseChart(style),
	}
}

const stillPicture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360" width="640" height="360"><rect width="640" height="360" fill="#fff"/><rect x="60" y="60" width="200" height="260" fill="#1f5fa8"/><text x="60" y="40">静态图</text></svg>`

func samplePage() *Page {
	p := &Page{
		ID: "overview", Title: "2023 年高等职业教育质量年度报告", Subtitle: "学校领导一页读懂：去向、经费、服务贡献。每个数都能指到报告的那一行。", Lang: "zh-CN",
		Cards: []Card{
			{Title: "毕业去向落实率", Figure: "bars", Value: "92.79", Unit: "%", Change: "+1.24 个百分点", Against: "较 2022 年", Trend: Up, Verdict: Good, Source: "2023 年报告，表 6"},
			{Title: "办学经费收入", Value: "5.04", Unit: "亿元", Change: "+0.40 亿元", Against: "较 2022 年", Trend: Up, Verdict: Good, Source: "2023 年报告，正文"},
			{Title: "生师比", Value: "17.9", Unit: ": 1", Change: "+0.6", Against: "较目标", Trend: Up, Verdict: Bad, Source: "2023 年报告，附表 3"},
			{Title: "在校生", Value: "12,391", Unit: "人", Change: "0", Against: "较 2022 年", Trend: Flat, Source: "2023 年报告，附表 1"},
		},
		Pages: []Link{{"要览", "overview.html", true}, {"招生与就业", "admissions.html", false}},
		Note:  "本页由报告原文生成，不含人工录入的数。",
	}
	lightCharts, darkCharts := samples(light), samples(night)
	first := Section{Title: "学生去向", Text: "升学人数**连续三年**增长，2023 年为**{升学}**。数据见[附表](#columns)。", Numbers: []Number{
		{Name: "升学", Text: "2,469 人", Source: "来源：2023 年报告，表 6（第 877 行）", Quotes: []string{"升学 2469 38.62%"}},
	}}
	second := Section{Title: "经费与服务", Cards: []Card{{Title: "服务收入", Value: "1,946.59", Unit: "万元", Figure: "areas", Source: "2023 年报告，附表 4"}}}
	for i, c := range lightCharts {
		f := Figure{ID: c.ID, Chart: c, Dark: darkCharts[i], SVG: []byte(stillPicture), Table: Table{
			Columns: []Column{{Name: "毕业去向"}, {Name: "人数", Unit: "人", Number: true}, {Name: "比例", Unit: "%", Number: true}},
			Rows:    []Row{{Cells: []string{"升学", "2469", "38.62"}}, {Cells: []string{"签就业协议", "1830", "28.63"}}, {Cells: []string{"其余", "2094", "32.75"}, Computed: true}},
		}}
		switch {
		case i == 0:
			f.Width = Full
			first.Figures = append(first.Figures, f)
		case i < 4:
			first.Figures = append(first.Figures, f)
		default:
			second.Figures = append(second.Figures, f)
		}
	}
	second.Figures[0].Width = Third
	second.Figures[1].Width = Third
	second.Figures[2].Width = Third
	p.Sections = []Section{first, second}
	return p
}
