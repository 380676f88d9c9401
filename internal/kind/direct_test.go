package kind

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"charts/internal/chart"
	"charts/internal/palette"
	"charts/internal/series"
	"charts/internal/spec"
)

// stacked is a figure of stacked years with the given parts in each, all as high.
func stacked(kind string, years, parts int, least float64) (*spec.Figure, series.Frame) {
	f := fig(kind, "年份")
	f.Stack = at("true")
	columns := "年份"
	for j := range parts {
		name := "第" + string([]rune("一二三四五六七八九十")[j]) + "产业"
		f.Value = append(f.Value, at(name))
		columns += " " + name + "/人"
	}
	var rows [][]series.Value
	for i := range years {
		row := []series.Value{text(year(i))}
		for j := range parts {
			v := 200.0
			if j == 1 {
				v = least
			}
			row = append(row, num(v, 0, "人"))
		}
		rows = append(rows, row)
	}
	return f, frame(columns, rows...)
}

// legendTexts are where the names of series stand.
func legendTexts(c *chart.Chart) []chart.Text {
	return slices.DeleteFunc(slices.Clone(c.Texts), func(x chart.Text) bool { return x.Role != chart.RoleLegend })
}

// The names of a stack are beside their parts where there is room, and in a row
// where there is none, the author wants it or the reader may hide series.
func TestStackNames(t *testing.T) {
	tests := []struct {
		name  string
		kind  string
		form  chart.Form
		years int
		parts int
		least float64
		ask   string // legend
		want  bool
	}{
		{"columns", "column", chart.Report, 3, 4, 200, "", true},
		{"a slide", "column", chart.Slide, 3, 4, 200, "", true},
		{"areas", "area", chart.Report, 3, 4, 200, "", true},
		{"ten parts", "column", chart.Report, 3, 10, 200, "", true},
		{"a thin part", "column", chart.Report, 3, 4, 5, "", true},
		{"a part of nothing", "column", chart.Report, 3, 4, 0, "", false},
		{"a screen", "column", chart.Screen, 3, 4, 200, "", false},
		{"a row is asked for", "column", chart.Report, 3, 4, 200, "true", false},
		{"columns without room for values", "column", chart.Report, 16, 4, 200, "", false},
	}
	for _, tt := range tests {
		f, data := stacked(tt.kind, tt.years, tt.parts, tt.least)
		if tt.ask != "" {
			f.Legend = at(tt.ask)
		}
		c, problems := Resolve(f, data, Options{Form: tt.form})
		if len(problems) > 0 {
			t.Fatal(said(problems))
		}
		names, area := legendTexts(c), c.Panels[0].Area
		if len(names) != tt.parts || len(c.Legend) != tt.parts {
			t.Errorf("%s: %d names and %d entries; want %d", tt.name, len(names), len(c.Legend), tt.parts)
		}
		if got := names[0].X > area.X+area.W; got != tt.want {
			t.Errorf("%s: named beside %v; want %v", tt.name, got, tt.want)
		}
		if got := len(c.Swatches) == 0; got != tt.want {
			t.Errorf("%s: no swatches %v; want %v", tt.name, got, tt.want)
		}
		checkTexts(t, tt.name, c)
	}
}

// A name beside a stack is at its part, near the last column.
func TestStackNamesStandAtTheirParts(t *testing.T) {
	f, data := stacked("column", 3, 4, 200)
	c, _ := Resolve(f, data, Options{})
	p := c.Panels[0]
	for i, x := range legendTexts(c) {
		b := p.Marks[i].(chart.Bars)
		bar := p.Plane().Bar(b, b.Data[2])
		if b.Name != x.S || math.Abs(boxOf(x).Middle().Y-bar.Middle().Y) > 0.3*x.Size {
			t.Errorf("%s stands at %.1f; its part is at %.1f", x.S, boxOf(x).Middle().Y, bar.Middle().Y)
		}
		if gap := x.X - bar.X - bar.W; gap < 0 || gap > 1.5*x.Size {
			t.Errorf("%s stands %.1f pt from its column", x.S, gap)
		}
		if got := palette.Contrast(x.Color, c.Style.Background); got < palette.TextContrast {
			t.Errorf("%s has a contrast of %.2f", x.S, got)
		}
	}
}

// Where the author asks for values, those of low parts are beside their column,
// but not on one another.
func TestValuesBesideLowParts(t *testing.T) {
	tests := []struct {
		ask    bool
		values []float64 // the parts from below
		want   string
	}{
		{true, []float64{900, 4, 300}, "900 center, 4 left, 300 center"},
		{false, []float64{900, 4, 300}, "900 center, ‘’, 300 center"},
		{true, []float64{900, 4, 5}, "900 center, 4 left, ‘’"},
		{true, []float64{900, 0, 300}, "900 center, ‘’, 300 center"},
	}
	for _, tt := range tests {
		f := fig("column", "年份", "大", "小", "中")
		f.Stack = at("true")
		if tt.ask {
			f.Labels = spec.At[bool]{V: true, Pos: at("").Pos}
		}
		row := func(name string) []series.Value {
			return []series.Value{text(name), num(tt.values[0], 0, "人"), num(tt.values[1], 0, "人"), num(tt.values[2], 0, "人")}
		}
		c, _ := Resolve(f, frame("年份 大/人 小/人 中/人", row("2022年"), row("2023年")), Options{})
		got := ""
		for i, m := range c.Panels[0].Marks {
			if i > 0 {
				got += ", "
			}
			if l := m.(chart.Bars).Data[0].Label; l.Text == "" {
				got += "‘’"
			} else {
				got += fmt.Sprintf("%s %s", l.Text, l.Place)
			}
		}
		if got != tt.want {
			t.Errorf("%v, asked %v: %s; want %s", tt.values, tt.ask, got, tt.want)
		}
		checkTexts(t, tt.want, c)
	}
}

// The name of a line is near its end.
func TestLineNamesNearTheEnd(t *testing.T) {
	f := fig("line", "年份", "本科", "专科")
	f.Labels = spec.At[bool]{V: true, Pos: at("").Pos}
	var rows [][]series.Value
	for i := range 4 {
		rows = append(rows, []series.Value{text(year(i)), num(90+float64(i), 1, "%"), num(80-float64(i), 1, "%")})
	}
	c, _ := Resolve(f, frame("年份 本科 专科", rows...), Options{})
	p := c.Panels[0]
	for i, x := range legendTexts(c) {
		l := p.Marks[i].(chart.Lines)
		if gap := x.X - p.Plane().Point(l.Data[3], false).X; gap > 3*x.Size {
			t.Errorf("%s stands %.1f pt from the end of its line", x.S, gap)
		}
	}
}

// Parts that touch differ in colour, highlighted or not.
func TestTouchingPartsDiffer(t *testing.T) {
	for _, th := range palette.Themes {
		f, data := stacked("column", 3, 6, 200)
		f.Highlight = []spec.At[string]{at("第三产业")}
		c, _ := Resolve(f, data, Options{Theme: th.Name})
		marks := c.Panels[0].Marks
		for i := 1; i < len(marks); i++ {
			a, b := marks[i-1].(chart.Bars), marks[i].(chart.Bars)
			if got := palette.Contrast(a.Color, b.Color); got < 1.2 {
				t.Errorf("%s: %s and %s have a contrast of %.2f", th.Name, a.Name, b.Name, got)
			}
		}
		for i, m := range marks {
			if got := m.(chart.Bars).Color; (got == th.Accent) != (i == 2) || palette.Contrast(got, th.Background) < 3 {
				t.Errorf("%s: %s is %s", th.Name, m.(chart.Bars).Name, got)
			}
		}
	}
}
