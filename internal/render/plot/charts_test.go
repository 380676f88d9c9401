package plot

import (
	"fmt"
	"math"
	"slices"

	"charts/internal/chart"
)

// The charts here are laid out by hand: one of every mark, with what its
// neighbors get wrong (gaps, negative values, reversed and second axes).

var light = chart.Style{
	Theme: "light", Background: "#ffffff", Ink: "#1f2328", Muted: "#59636e",
	Grid: "#e1e4e8", Rule: "#8b949e", Accent: "#0b6fb8", Rest: "#b8c0c8",
	TextSize: 8.5, SmallSize: 7.5, TitleSize: 12,
	GridWidth: 0.5, LineWidth: 1.75, DotSize: 4, LeadWidth: 0.75, LineHeight: 1.4,
}

// sheet is a chart of 150 × 80 mm with one panel and nothing in it.
func sheet(id, title string) *chart.Chart {
	const w, h = 425.2, 226.77
	return &chart.Chart{
		ID: id, Kind: id, Form: chart.Slide, Lang: "zh-CN", Title: title, Alt: title + "：示例",
		Style: light, Width: w, Height: h, DPI: 300,
		Panels: []chart.Panel{{Area: chart.Rect{X: 44, Y: 48, W: w - 64, H: h - 92}}},
		Texts: []chart.Text{
			{Role: chart.RoleTitle, S: title, X: 8, Y: 20, Size: 12, Bold: true, Color: light.Ink},
			{Role: chart.RoleSource, S: "来源：质量年度报告（2023），表\u20096；单位：人", X: 8, Y: h - 10, Size: 7.5, Color: light.Muted},
		},
	}
}

// labelled adds the tick labels of a chart's panels, as package chart would.
func labelled(c *chart.Chart) *chart.Chart {
	for _, p := range c.Panels {
		a := p.Area
		put := func(s string, x, y float64, align chart.Align) {
			c.Texts = append(c.Texts, chart.Text{Role: chart.RoleTick, S: s, X: x, Y: y, Size: 8, Color: light.Muted, Align: align})
		}
		for i, s := range p.X.Labels {
			put(s, a.X+a.W*part(p.X, float64(i)+0.5), a.Y+a.H+12, chart.AlignCenter)
		}
		for _, t := range p.X.Ticks {
			put(t.Label, a.X+a.W*part(p.X, t.At), a.Y+a.H+12, chart.AlignCenter)
		}
		for i, s := range p.Y.Labels {
			put(s, a.X-6, a.Y+a.H*(1-part(p.Y, float64(i)+0.5))+3, chart.AlignRight)
		}
		for _, t := range p.Y.Ticks {
			put(t.Label, a.X-6, a.Y+a.H*(1-part(p.Y, t.At))+3, chart.AlignRight)
		}
	}
	return c
}

func part(a chart.Axis, v float64) float64 {
	lo, hi := a.Min, a.Max
	if a.Kind == chart.Band {
		lo, hi = 0, float64(len(a.Labels))
	}
	if a.Kind == chart.Log {
		lo, hi, v = math.Log(lo), math.Log(hi), math.Log(v)
	}
	p := (v - lo) / (hi - lo)
	if a.Reversed {
		return 1 - p
	}
	return p
}

func bands(labels ...string) chart.Axis {
	return chart.Axis{Kind: chart.Band, Labels: labels, Line: true}
}

func values(lo, hi, step float64) chart.Axis {
	a := chart.Axis{Kind: chart.Linear, Min: lo, Max: hi, Grid: true}
	for v := lo; v <= hi; v += step {
		a.Ticks = append(a.Ticks, chart.Tick{At: v, Label: fmt.Sprint(v)})
	}
	return a
}

func data(ys ...float64) []chart.Datum {
	out := make([]chart.Datum, len(ys))
	for i, y := range ys {
		out[i] = chart.Datum{X: float64(i) + 0.5, Y: y, Name: fmt.Sprint(i), Missing: math.IsNaN(y)}
		if out[i].Missing {
			out[i].Y = 0
		}
	}
	return out
}

var missing = math.NaN()

func barsChart() *chart.Chart {
	c := sheet("bars", "近五年毕业生人数与增减")
	c.Panels[0].X = bands("2019", "2020", "2021", "2022", "2023")
	c.Panels[0].Y = values(-2000, 6000, 2000)
	c.Panels[0].Marks = chart.Marks{
		chart.Bars{Name: "毕业生", Color: light.Accent, Width: 0.3, Offset: -0.16, Data: data(4100, 4420, missing, 5310, 5602)},
		chart.Bars{Name: "增减", Color: light.Rest, Width: 0.3, Offset: 0.16, Data: data(-350, 320, 20, -1200, 9000)},
	}
	c.Swatches = []chart.Swatch{
		{Box: chart.Rect{X: 44, Y: 30, W: 8, H: 8}, Shape: chart.Square, Color: light.Accent},
		{Box: chart.Rect{X: 104, Y: 30, W: 14, H: 8}, Shape: chart.Dash, Color: light.Rest},
		{Box: chart.Rect{X: 164, Y: 30, W: 8, H: 8}, Shape: chart.Dot, Color: light.Rest},
	}
	return labelled(c)
}

func rowsChart() *chart.Chart {
	c := sheet("rows", "2023\u2009届毕业生毕业去向")
	c.Panels[0].Area = chart.Rect{X: 120, Y: 34, W: 250, H: 160}
	c.Panels[0].Y = bands("升学", "签就业协议形式就业", "应征义务兵", "自主创业")
	c.Panels[0].Y.Reversed = true
	c.Panels[0].X = chart.Axis{Kind: chart.Linear, Min: 0, Max: 3000}
	c.Panels[0].Marks = chart.Marks{
		chart.Rules{Data: []chart.Rule{{From: 1500, To: 1500, Color: light.Muted, Dashed: true}}},
		chart.Bars{Color: light.Rest, Width: 0.6, Data: data(2469, 1946, 88, 3)},
	}
	for i, s := range []string{"2,469（38.62%）", "1,946", "88", "3"} {
		v := []float64{2469, 1946, 88, 3}[i]
		c.Texts = append(c.Texts, chart.Text{Role: chart.RoleValue, S: s, X: 120 + 250*v/3000 + 4, Y: 34 + 20 + float64(i)*40 + 3, Size: 8.5, Color: light.Ink})
	}
	return labelled(c)
}

func linesChart() *chart.Chart {
	c := sheet("lines", "就业率与报到率")
	p := &c.Panels[0]
	p.X = bands("2017", "2018", "2019", "2020", "2021", "2022", "2023")
	p.Y = values(80, 100, 5)
	p.Y2 = chart.Axis{Kind: chart.Linear, Min: 0, Max: 10, Line: true}
	p.Marks = chart.Marks{
		chart.Rules{Data: []chart.Rule{{From: 90, To: 95, Color: "#eef4fa"}, {From: 6, To: 6, Color: "#c0392b", Second: true}}},
		chart.Lines{Color: light.Accent, Dots: true, Data: data(92.5, 96.1, missing, 88.2, 91, 97.7, 98.9)},
		chart.Lines{Color: "#d1495b", Dashed: true, Data: data(82.5, 84.1, 90, 92.2, missing, 87.7, missing)},
		chart.Lines{Color: "#66a182", Step: true, Second: true, Width: 1, Data: data(1, 2, 3, 5, 8, 9, 20)},
		chart.Notes{Data: []chart.Datum{{X: 2, Y: 90}}},
	}
	return labelled(c)
}

func areasChart() *chart.Chart {
	c := sheet("areas", "在校生构成")
	p := &c.Panels[0]
	p.X = bands("2019", "2020", "2021", "2022", "2023")
	p.Y = values(0, 12000, 3000)
	lower, upper := data(3000, 4000, 5000, missing, 6500), data(7000, 8000, 10000, missing, 11900)
	for i := range upper {
		upper[i].Base = lower[i].Y
	}
	lower, upper = append(lower, chart.Datum{X: 5, Y: 7000}), append(upper, chart.Datum{X: 5, Y: 13000, Base: 7000})
	p.Marks = chart.Marks{
		chart.Areas{Color: "#9ecae1", Stack: "a", Data: lower},
		chart.Areas{Color: "#3182bd", Stack: "a", Data: upper},
	}
	return labelled(c)
}

func pointsChart() *chart.Chart {
	c := sheet("points", "经费与在校生（对数轴）")
	p := &c.Panels[0]
	p.X = chart.Axis{Kind: chart.Log, Min: 1, Max: 1000, Grid: true,
		Ticks: []chart.Tick{{At: 1, Label: "1"}, {At: 10, Label: "10"}, {At: 100, Label: "100"}, {At: 1000, Label: "1,000"}}}
	p.Y = values(0, 100, 25)
	p.Y.Reversed = true
	xy := func(v ...float64) (out []chart.Datum) {
		for i := 0; i < len(v); i += 2 {
			out = append(out, chart.Datum{X: v[i], Y: v[i+1]})
		}
		return out
	}
	p.Marks = chart.Marks{
		chart.Points{Color: light.Accent, Size: []float64{60, 20, 30, 8}, Data: xy(10, 50, 18, 60, 100, 30, 5, 90)},
		chart.Points{Color: "#d1495b", Data: xy(2, 10, 3, 12, 4, 20, 0, 50)},
		chart.Points{Color: "#66a182", Hollow: true, Data: xy(200, 80, 300, 70, 5000, 20)},
	}
	return labelled(c)
}

func slicesChart() *chart.Chart {
	c := sheet("slices", "办学经费收入")
	c.Panels = append(c.Panels, c.Panels[0])
	c.Panels[0].Area = chart.Rect{X: 20, Y: 40, W: 180, H: 150}
	c.Panels[1].Area = chart.Rect{X: 220, Y: 40, W: 180, H: 150}
	c.Panels[0].Marks = chart.Marks{chart.Slices{
		Data: []chart.Datum{{Y: 5, Color: "#0b6fb8"}, {Y: 3, Color: "#d1495b"}, {Y: 2, Color: "#66a182"}},
		From: []float64{0, 0.5, 0.8}, To: []float64{0.5, 0.8, 1},
		Inner: []float64{0.6, 0.6, 0.6}, Outer: []float64{1, 1, 1},
	}}
	c.Panels[1].Marks = chart.Marks{chart.Slices{
		Data: []chart.Datum{{Y: 1, Color: "#0b6fb8"}, {Y: 1, Color: "#edae49"}, {Color: "#000000", Missing: true}},
		From: []float64{0, 0, 0}, To: []float64{1, 0.2, 1}, Inner: []float64{0.7, 0, 0}, Outer: []float64{1, 0.6, 1},
	}}
	c.Texts = append(c.Texts,
		chart.Text{S: "5.04\u2009亿元", X: 110, Y: 116, Size: 14, Bold: true, Color: light.Ink, Align: chart.AlignCenter},
		chart.Text{S: "总收入", X: 110, Y: 128, Size: 8, Color: light.Muted, Align: chart.AlignCenter})
	c.Strokes = []chart.Stroke{{Points: []chart.Point{{X: 170, Y: 60}, {X: 185, Y: 50}, {X: 210, Y: 50}}, Color: light.Muted, Width: 0.75}}
	return c
}

func cellsChart() *chart.Chart {
	c := sheet("cells", "各专业三年就业率")
	p := &c.Panels[0]
	p.X, p.Y = bands("2021", "2022", "2023"), bands("护理", "机电", "物流")
	p.Y.Reversed = true
	var m chart.Cells
	for i, fill := range []chart.Color{"#deebf7", "#9ecae1", "#3182bd", "#08519c", "#c6dbef", "", "#6baed6", "#4292c6", "#2171b5"} {
		m.Data = append(m.Data, chart.Datum{Y: float64(i), Color: fill})
		m.Boxes = append(m.Boxes, chart.Rect{X: float64(i % 3), Y: float64(i / 3), W: 1, H: 1})
	}
	p.Marks = chart.Marks{m}
	return labelled(c)
}

// regionsChart has a region with a hole, one of two parts, and one without a value.
func regionsChart() *chart.Chart {
	c := sheet("regions", "各区报到率")
	square := func(x, y, side float64) chart.Ring {
		return chart.Ring{{X: x, Y: y}, {X: x, Y: y + side}, {X: x + side, Y: y + side}, {X: x + side, Y: y}}
	}
	hole := square(0.1, 0.3, 0.1)
	slices.Reverse(hole)
	c.Panels[0].Marks = chart.Marks{chart.Regions{
		Data: []chart.Datum{{Y: 92, Color: "#0b4a75"}, {Y: 85, Color: "#8fb5d3"}, {Missing: true, Color: "#e1e4e8"}},
		Outlines: [][]chart.Ring{
			{square(0, 0.2, 0.4), hole}, {square(0.4, 0.2, 0.4), square(0.5, 0.7, 0.2)}, {square(0.8, 0.2, 0.2)},
		},
	}}
	return c
}

func flowsChart() *chart.Chart {
	c := sheet("flows", "生源流向")
	c.Panels[0].Marks = chart.Marks{chart.Flows{
		Nodes: []chart.Datum{{Color: "#0b6fb8"}, {Color: "#d1495b"}, {Color: "#66a182"}},
		Boxes: []chart.Rect{{X: 0, Y: 0, W: 0.03, H: 1}, {X: 0.97, Y: 0, W: 0.03, H: 0.55}, {X: 0.97, Y: 0.65, W: 0.03, H: 0.35}},
		Links: []chart.Link{
			{From: 0, To: 1, FromY: 0, ToY: 0, Thick: 0.55, Color: "#c2dbee"},
			{From: 0, To: 2, FromY: 0.55, ToY: 0.65, Thick: 0.35, Color: "#d5e5dc"},
		},
	}}
	return c
}

// everyChart draws every mark.
func everyChart() []*chart.Chart {
	return []*chart.Chart{
		barsChart(), rowsChart(), linesChart(), areasChart(), pointsChart(),
		slicesChart(), cellsChart(), flowsChart(), regionsChart(),
	}
}
