package echarts

import (
	"bytes"
	"encoding/json"
	"flag"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"charts/internal/chart"
)

var update = flag.Bool("update", false, "write the goldens")

var style = chart.Style{
	Background: "#ffffff", Ink: "#111111", Muted: "#666666", Grid: "#eeeeee", Rule: "#999999",
	TextSize: 12, SmallSize: 11, TitleSize: 15, GridWidth: 1, LineWidth: 2, DotSize: 6, LeadWidth: 0.1, LineHeight: 1.35,
}

var (
	band  = chart.Axis{Kind: chart.Band, Max: 2, Labels: []string{"2022", "2023"}, Line: true}
	value = chart.Axis{Kind: chart.Linear, Title: "人", Max: 20, Ticks: []chart.Tick{{At: 0, Label: "0"}, {At: 20, Label: "20 人"}}, Grid: true}
)

// figure is a chart of 200×100 with a panel of 160×80.
func figure(x, y chart.Axis, marks ...chart.Mark) *chart.Chart {
	return &chart.Chart{
		ID: "figure", Alt: "what a reader hears", Style: style, Width: 200, Height: 100,
		Panels:  []chart.Panel{{Area: chart.Rect{X: 20, Y: 10, W: 160, H: 80}, X: x, Y: y, Marks: marks}},
		Sources: []chart.Source{{Report: "report.txt", Table: "表 6", Line: 877, Quote: "升学\t2469"}},
	}
}

func at(x, y float64) chart.Datum {
	return chart.Datum{X: x, Y: y, Name: "升学", Text: "12 人", Sources: []int{0}}
}

func withLabel(d chart.Datum, text string, place chart.LabelPlace) chart.Datum {
	d.Label = chart.Label{Text: text, Place: place, Color: "#111111"}
	return d
}

func onBase(d chart.Datum, base float64) chart.Datum {
	d.Base = base
	return d
}

func colored(d chart.Datum, c chart.Color) chart.Datum {
	d.Color = c
	return d
}

func within(d chart.Datum, path ...string) chart.Datum {
	d.Path = path
	return d
}

func named(c *chart.Chart, entries ...chart.Entry) *chart.Chart {
	c.Legend = entries
	return c
}

var (
	computed = chart.Datum{X: 1.5, Y: 8, Name: "其余", Text: "8 人", Share: "40%", Computed: true}
	missing  = chart.Datum{X: 1.5, Missing: true, Name: "2023", Text: "无数据", Label: chart.Label{Text: "无数据", Place: chart.Above, Color: "#666666"}}
	square   = chart.Rect{W: 0.5, H: 0.5}
)

// goldens has a chart for every mark, and for every form that a mark takes in
// ECharts.
var goldens = []struct {
	name  string
	chart *chart.Chart
}{
	{"bars", figure(band, value, chart.Bars{Name: "人数", Color: "#1d6fa5", Width: 0.6, Data: []chart.Datum{withLabel(at(0.5, 12), "12", chart.Outside), colored(computed, "#e07b39")}})},
	{"bars-across", figure(value, band, chart.Bars{Color: "#1d6fa5", Width: 0.6, Data: []chart.Datum{withLabel(at(0.5, 12), "12", chart.Outside), missing}})},
	{"bars-grouped", figure(band, value,
		chart.Bars{Name: "a", Color: "#1d6fa5", Width: 0.3, Offset: -0.2, Data: []chart.Datum{at(0.5, 12)}},
		chart.Bars{Name: "b", Color: "#e07b39", Width: 0.3, Offset: 0.2, Data: []chart.Datum{at(0.5, 8)}})},
	{"bars-stacked", figure(band, value,
		chart.Bars{Name: "a", Color: "#1d6fa5", Width: 0.6, Stack: "s", Data: []chart.Datum{at(0.5, 0.1)}},
		chart.Bars{Name: "b", Color: "#e07b39", Width: 0.6, Stack: "s", Data: []chart.Datum{onBase(at(0.5, 0.3), 0.1)}})},
	{"bars-floating", figure(band, value, chart.Bars{Color: "#1d6fa5", Width: 0.6, Data: []chart.Datum{at(0.5, 12), onBase(at(1.5, 8), 12)}})},
	{"lines", figure(band, value, chart.Lines{Name: "人数", Color: "#1d6fa5", Width: 2, Dots: true, Dashed: true, Step: true,
		End: chart.Label{Text: "人数 12", Place: chart.Right, Color: "#1d6fa5", Bold: true}, Data: []chart.Datum{at(0.5, 12), missing}})},
	{"lines-slope", figure(band, value, chart.Lines{Name: "人数", Color: "#1d6fa5", Width: 2, Dots: true, Data: []chart.Datum{
		withLabel(at(0.5, 12), "人数 12", chart.Left), withLabel(chart.Datum{X: 1.5, Base: 12, Missing: true}, "人数 无数据", chart.Right)}})},
	{"areas", figure(band, value,
		chart.Areas{Name: "a", Color: "#1d6fa5", Stack: "s", Data: []chart.Datum{at(0.5, 4), at(1.5, 6)}},
		chart.Areas{Name: "b", Color: "#e07b39", Stack: "s", Data: []chart.Datum{onBase(at(0.5, 9), 4), onBase(at(1.5, 8), 6)}})},
	{"points", figure(value, value, chart.Points{Name: "专业", Color: "#1d6fa5", Hollow: true, Data: []chart.Datum{at(3, 12)}, Size: []float64{9}})},
	{"slices", figure(chart.Axis{}, chart.Axis{}, chart.Slices{Title: "20 人", Sub: "合计",
		Data: []chart.Datum{colored(withLabel(at(0, 12), "升学 60%", chart.Outside), "#1d6fa5"), colored(at(0, 8), "#e07b39")},
		From: []float64{0, 0.6}, To: []float64{0.6, 1}, Inner: []float64{0.6, 0.6}, Outer: []float64{1, 1}})},
	{"slices-rose", figure(chart.Axis{}, chart.Axis{}, chart.Slices{
		Data: []chart.Datum{colored(withLabel(at(0, 12), "升学", chart.Outside), "#1d6fa5"), colored(at(0, 8), "#e07b39")},
		From: []float64{0, 0.5}, To: []float64{0.5, 1}, Inner: []float64{0, 0}, Outer: []float64{1, 0.8}})},
	{"slices-half", figure(chart.Axis{}, chart.Axis{}, chart.Slices{
		Data: []chart.Datum{colored(at(0, 12), "#1d6fa5"), colored(at(0, 8), "#e07b39")},
		From: []float64{0.75, 1.05}, To: []float64{1.05, 1.25}, Inner: []float64{0.6, 0.6}, Outer: []float64{1, 1}})},
	{"treemap", figure(chart.Axis{}, chart.Axis{}, chart.Cells{Name: "人数", Nested: true,
		Data:  []chart.Datum{within(colored(withLabel(at(0, 12), "升\n学\n12", chart.Center), "#1d6fa5"), "本科"), colored(at(0, 8), "#e07b39")},
		Boxes: []chart.Rect{square, square}}, chart.Notes{Groups: true, Data: []chart.Datum{withLabel(at(0, 0), "本科", chart.Right)}})},
	{"sunburst", figure(chart.Axis{}, chart.Axis{}, chart.Slices{Name: "人数", Nested: true,
		Data: []chart.Datum{{Name: "本科", Text: "12 人", Y: 12, Color: "#1d6fa5"}, within(colored(withLabel(at(0, 12), "升学", chart.Center), "#e07b39"), "本科")},
		From: []float64{0, 0}, To: []float64{1, 1}, Inner: []float64{0.2, 0.6}, Outer: []float64{0.6, 1}})},
	{"cells", figure(band, band, chart.Cells{Data: []chart.Datum{colored(withLabel(at(0, 12), "12", chart.Center), "#1d6fa5")}, Boxes: []chart.Rect{{X: 1, Y: 0, W: 1, H: 1}}})},
	{"flows", figure(chart.Axis{}, chart.Axis{}, chart.Flows{
		Nodes: []chart.Datum{colored(withLabel(at(0, 12), "省内", chart.Left), "#1d6fa5"), colored(at(0, 12), "#e07b39")},
		Boxes: []chart.Rect{{W: 0.1, H: 1}, {X: 0.9, W: 0.1, H: 1}},
		Links: []chart.Link{{From: 0, To: 1, FromY: 0.1, ToY: 0.2, Thick: 0.5, Color: "#cccccc", Datum: at(0, 12)}}})},
	{"regions", figure(chart.Axis{}, chart.Axis{}, chart.Regions{Name: "报到率",
		Data:     []chart.Datum{colored(withLabel(at(0.2, 92), "东区\n92%", chart.Center), "#1d6fa5"), {X: 0.7, Base: 0.5, Missing: true, Color: "#e3e7eb"}},
		Outlines: [][]chart.Ring{{{{X: 0, Y: 0}, {X: 0, Y: 1}, {X: 0.4, Y: 1}}, {{X: 0.1, Y: 0.6}, {X: 0.2, Y: 0.8}, {X: 0.1, Y: 0.8}}}, {{{X: 0.5, Y: 0}, {X: 1, Y: 0}, {X: 1, Y: 1}}}}})},
	{"rules", figure(band, value, chart.Rules{Data: []chart.Rule{{From: 15, To: 15, Label: "目标", Color: "#666666", Dashed: true}, {From: 0, To: 5, Label: "区间", Color: "#eeeeee"}}})},
	{"legend", named(figure(band, value, chart.Bars{Name: "人数", Color: "#1d6fa5", Width: 0.6, Data: []chart.Datum{at(0.5, 12)}}),
		chart.Entry{Name: "人数", Color: "#1d6fa5", Shape: chart.Square}, chart.Entry{Name: "其余", Color: "#e07b39", Shape: chart.Dot})},
	{"empty", &chart.Chart{ID: "figure", Alt: "what a reader hears", Style: style, Width: 200, Height: 100, Empty: true}},
	{"notes", figure(band, value, chart.Notes{Data: []chart.Datum{withLabel(at(1.25, 12), "新校区", chart.Above)}})},
}

func TestOption(t *testing.T) {
	for _, tt := range goldens {
		t.Run(tt.name, func(t *testing.T) {
			got, err := Option(tt.chart)
			if err != nil {
				t.Fatal(err)
			}
			var b bytes.Buffer
			if err := json.Indent(&b, got, "", "  "); err != nil {
				t.Fatal(err)
			}
			b.WriteByte('\n')
			path := filepath.Join("testdata", tt.name+".json")
			if *update {
				if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(b.Bytes(), want) {
				t.Errorf("the option is not that of %s; see the difference with go test -update and git diff", path)
			}
		})
	}
}

// Every text that a mark or an axis bears is in the option, as it is.
func TestOptionHoldsEveryText(t *testing.T) {
	for _, tt := range goldens {
		option, err := Option(tt.chart)
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range textsOf(tt.chart) {
			quoted, _ := json.Marshal(text)
			if !bytes.Contains(option, quoted) {
				t.Errorf("%s: the option lacks %s", tt.name, text)
			}
		}
	}
}

func textsOf(c *chart.Chart) []string {
	var all []string
	for _, p := range c.Panels {
		all = append(all, p.X.Labels...)
		all = append(all, p.Y.Labels...)
		for _, t := range append(p.X.Ticks, p.Y.Ticks...) {
			all = append(all, t.Label)
		}
		for _, m := range p.Marks {
			if b, ok := m.(chart.Bars); ok {
				for _, d := range b.Data {
					all = append(all, d.Text)
					if d.Label.Text != "" {
						all = append(all, d.Label.Text)
					}
				}
			}
		}
	}
	return all
}

func TestNativeBars(t *testing.T) {
	bar := func(offset, width float64, stack string, data ...chart.Datum) chart.Bars {
		return chart.Bars{Offset: offset, Width: width, Stack: stack, Data: data}
	}
	one := at(0.5, 12)
	for _, tt := range []struct {
		name  string
		marks chart.Marks
		want  bool
	}{
		{"one bar in the middle", chart.Marks{bar(0, 0.6, "", one)}, true},
		{"one bar off the middle", chart.Marks{bar(0.1, 0.6, "", one)}, false},
		{"two side by side", chart.Marks{bar(-0.2, 0.3, "", one), bar(0.2, 0.3, "", one)}, true},
		{"the second drawn first", chart.Marks{bar(0.2, 0.3, "", one), bar(-0.2, 0.3, "", one)}, false},
		{"one behind the other", chart.Marks{bar(0, 0.6, "", one), bar(0, 0.6, "", one)}, false},
		{"of two widths", chart.Marks{bar(-0.2, 0.3, "", one), bar(0.2, 0.2, "", one)}, false},
		{"not on zero", chart.Marks{bar(0, 0.6, "", onBase(one, 3))}, false},
		{"a stack", chart.Marks{bar(0, 0.6, "s", one), bar(0, 0.6, "s", onBase(at(0.5, 20), 12))}, true},
		{"a stack with a hole", chart.Marks{bar(0, 0.6, "s", one), bar(0, 0.6, "s", onBase(at(0.5, 20), 13))}, false},
		{"a stack with a gap that nobody sees", chart.Marks{bar(0, 0.6, "s", one), bar(0, 0.6, "s", onBase(at(0.5, 20), 12.05))}, false},
		{"a stack down from zero", chart.Marks{bar(0, 0.6, "s", one), bar(0, 0.6, "s", at(0.5, -4))}, true},
		{"a missing one", chart.Marks{bar(0, 0.6, "", missing)}, true},
	} {
		if got := nativeBars(&chart.Panel{X: band, Y: value, Marks: tt.marks}); got != tt.want {
			t.Errorf("%s: native is %v, want %v", tt.name, got, tt.want)
		}
	}
}

func TestOptionRefuses(t *testing.T) {
	small := figure(band, value)
	small.Width = 0
	for _, tt := range []struct {
		name  string
		chart *chart.Chart
		want  string
	}{
		{"no size", small, "figure has no size"},
		{"a value that is no number", figure(band, value, chart.Bars{Data: []chart.Datum{at(0.5, math.NaN())}}), "figure holds a value that is not a number"},
		{"too few sizes", figure(value, value, chart.Points{Name: "p", Data: []chart.Datum{at(1, 1)}, Size: []float64{1, 2}}), `figure: the points "p" have 2 sizes for 1 data`},
		{"too few boxes", figure(value, value, chart.Cells{Name: "c", Data: []chart.Datum{at(1, 1)}}), `figure: the cells "c" have 0 boxes for 1 data`},
		{"too few angles", figure(value, value, chart.Slices{Name: "s", Data: []chart.Datum{at(1, 1)}}), `figure: the slices "s" have 0 angles or radii for 1 data`},
		{"a link to nowhere", figure(value, value, chart.Flows{Name: "f", Nodes: []chart.Datum{at(1, 1)}, Boxes: []chart.Rect{square}, Links: []chart.Link{{To: 1}}}), `figure: the flows "f" have a link to a node that is not there`},
		{"a base that is not level", figure(band, value, chart.Areas{Name: "a", Data: []chart.Datum{at(0.5, 1), onBase(at(1.5, 2), 1)}}), `figure: the area "a" has a base that is not level and no stack`},
	} {
		_, err := Option(tt.chart)
		if err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%s: the error is %v, want %s", tt.name, err, tt.want)
		}
	}
}

// What a text holds never ends the script element that the option stands in, and
// never becomes a function.
func TestOptionIsSafeInAScript(t *testing.T) {
	for _, text := range []string{`</script><script>alert(1)</script>`, `<!--<script>`, "a\u2028b", `__f__alert(1)__f__`, `a__f__b`, `{"$fn":"tick"}`} {
		names := chart.Axis{Kind: chart.Band, Max: 1, Labels: []string{text}}
		c := figure(names, value, chart.Bars{Name: text, Width: 0.6, Data: []chart.Datum{withLabel(chart.Datum{X: 0.5, Y: 1, Name: text, Text: text}, text, chart.Outside)}})
		c.Alt, c.Sources[0].Quote, c.Panels[0].Title = text, text, text
		c.Legend = []chart.Entry{{Name: text}}
		option, err := Option(c)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.ContainsAny(option, "<>&\u2028") {
			t.Errorf("%q is not escaped", text)
		}
		var back struct {
			Title  []struct{ Text string }
			Legend struct{ Data []struct{ Name string } }
			XAxis  []struct{ Data []string }
			Series []struct {
				Name string
				Data []struct{ Datum struct{ Label, Text string } }
			}
		}
		if err := json.Unmarshal(option, &back); err != nil {
			t.Fatal(err)
		}
		s := back.Series[0]
		for _, got := range []string{
			back.Title[0].Text, back.Legend.Data[0].Name, back.XAxis[0].Data[0],
			s.Name, s.Data[0].Datum.Label, s.Data[0].Datum.Text,
		} {
			if got != text {
				t.Errorf("%q came back as %q", text, got)
			}
		}
	}
}

// A label outside of a bar stands at its end, and that of a zero where bars grow to.
func TestLabelsAtTheEndsOfBars(t *testing.T) {
	reversed := value
	reversed.Reversed = true
	for _, tt := range []struct {
		x, y            chart.Axis
		value           float64
		outside, inside string
	}{
		{band, value, 5, "top", "insideTop"}, {band, value, 0, "top", "insideTop"}, {band, value, -5, "bottom", "insideBottom"},
		{band, reversed, 5, "bottom", "insideBottom"}, {band, reversed, -5, "top", "insideTop"},
		{value, band, 5, "right", "insideRight"}, {value, band, 0, "right", "insideRight"}, {value, band, -5, "left", "insideLeft"},
		{reversed, band, 5, "left", "insideLeft"}, {reversed, band, -5, "right", "insideRight"},
	} {
		p := &plane{Panel: &chart.Panel{X: tt.x, Y: tt.y}}
		d := at(0, tt.value)
		for place, want := range map[chart.LabelPlace]string{chart.Outside: tt.outside, chart.Inside: tt.inside, chart.Above: "top", chart.Below: "bottom", chart.Left: "left", chart.Right: "right", chart.Center: "inside"} {
			d.Label.Place = place
			if got := p.position(d); got != want {
				t.Errorf("%s of %v on axes %s and %s: %s, want %s", place, tt.value, tt.x.Kind, tt.y.Kind, got, want)
			}
		}
	}
}
