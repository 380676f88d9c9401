package kind

import (
	"math"
	"slices"
	"strings"
	"testing"

	"charts/internal/chart"
	"charts/internal/series"
	"charts/internal/spec"
)

// faculties are three faculties in three years; one of them is younger.
func faculties(kind string) (*spec.Figure, series.Frame) {
	f := fig(kind, "年份", "报到率")
	f.Facet.Column = at("学院")
	var rows [][]series.Value
	for i, name := range []string{"机电", "护理", "艺术"} {
		for year := 2021 + i/2; year <= 2023; year++ {
			rows = append(rows, []series.Value{text(name), num(float64(year), 0, ""), num(80+float64(5*i+year-2021), 1, "%")})
		}
	}
	return f, frame("学院 年份 报到率/%", rows...)
}

// panelsOf are the names of the panels with the values of each, in order.
func panelsOf(c *chart.Chart) string {
	var out []string
	for _, p := range c.Panels {
		line := p.Title + ":"
		for _, m := range p.Marks {
			_, data := chart.ValuesOf(m)
			for _, d := range data {
				line += " " + d.Name + "=" + d.Text
			}
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

// Each facet is drawn as a figure of its own; what one lacks is a gap where scales
// are shared, and no place of its own where they are free.
func TestFacets(t *testing.T) {
	for _, tt := range []struct{ kind, scale, third, axes string }{
		{"line", "", "艺术: 2021=无数据 2022=91.0% 2023=92.0%", "75–95 75–95 75–95"},
		{"line", "free", "艺术: 2022=91.0% 2023=92.0%", "79–83 84–88 90.6–92.4"},
		{"column", "", "艺术: 2021=无数据 2022=91.0% 2023=92.0%", "0–92 0–92 0–92"},
		{"column", "free", "艺术: 2022=91.0% 2023=92.0%", "0–82 0–87 0–92"},
	} {
		f, data := faculties(tt.kind)
		f.Facet.Scale = at(tt.scale)
		c, problems := Resolve(f, data, Options{})
		if len(problems) > 0 {
			t.Errorf("%s %s: %s", tt.kind, tt.scale, said(problems))
			continue
		}
		if got := strings.Split(panelsOf(c), "\n"); len(got) != 3 || got[2] != tt.third {
			t.Errorf("%s %s: %q, want %q", tt.kind, tt.scale, got, tt.third)
		}
		var axes []string
		for _, p := range c.Panels {
			axes = append(axes, format{decimals: asPrinted}.number(p.Y.Min, asPrinted)+"–"+format{decimals: asPrinted}.number(p.Y.Max, asPrinted))
		}
		if got := strings.Join(axes, " "); tt.scale == "" && (axes[0] != axes[1] || axes[1] != axes[2]) || tt.scale != "" && axes[0] == axes[2] {
			t.Errorf("%s %q: the axes are %s", tt.kind, tt.scale, got)
		}
	}
}

// Numbers are written alike in all facets, also where one has small ones alone.
func TestFacetsShareTheirUnit(t *testing.T) {
	f := fig("bar", "项", "额")
	f.Facet.Column = at("校")
	data := frame("校 项 额/元", []series.Value{text("甲"), text("收入"), num(12_000_000, 0, "元")}, []series.Value{text("乙"), text("收入"), num(9_500, 0, "元")})
	c, _ := Resolve(f, data, Options{})
	if got, want := panelsOf(c), "甲: 收入=1,200.00万元\n乙: 收入=0.95万元"; strings.ReplaceAll(got, "\u2009", "") != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// Names beside several charts are written once, at the first of a row and under the last
// of a column; the axes are named in a note.
func TestFacetsNameTheirAxesOnce(t *testing.T) {
	f, data := faculties("line")
	f.Facet.Columns = spec.At[int]{V: 2}
	f.Axis.Title = at("率")
	c, _ := Resolve(f, data, Options{})
	for i, p := range c.Panels {
		blank := !slices.ContainsFunc(p.Y.Ticks, func(t chart.Tick) bool { return t.Label != "" })
		if blank != (i%2 == 1) || p.Y.Title != "" {
			t.Errorf("panel %d: labels %v, title %q", i, p.Y.Ticks, p.Y.Title)
		}
		if p.X.Hidden { // the second row is not full: both of the first have names below
			t.Errorf("panel %d has no years", i)
		}
	}
	if len(c.Notes) == 0 || c.Notes[0] != "纵轴：率。" {
		t.Errorf("notes %q", c.Notes)
	}
}

// One length is one value in all rows of bars, however long the labels beside them.
func TestFacetsOfBarsHaveOneScale(t *testing.T) {
	f := fig("bar", "项", "数")
	f.Facet.Column = at("校")
	data := frame("校 项 数/人",
		[]series.Value{text("甲"), text("一"), num(632, 0, "人")}, []series.Value{text("甲"), text("二"), num(3, 0, "人")},
		[]series.Value{text("乙"), text("一"), num(60, 0, "人")}, []series.Value{text("乙"), text("二"), num(617, 0, "人")},
		[]series.Value{text("丙"), text("一"), num(6, 0, "人")}, []series.Value{text("丙"), text("二"), num(1, 0, "人")})
	for _, form := range []chart.Form{chart.Report, chart.Slide, chart.Screen} {
		for _, n := range []int{1, 2, 3} {
			f.Facet.Columns = spec.At[int]{V: n}
			c, _ := Resolve(f, data, Options{Form: form})
			for _, p := range c.Panels {
				first := c.Panels[0]
				if math.Abs(p.Area.W-first.Area.W) > 0.02 || p.X.Min != first.X.Min || p.X.Max != first.X.Max {
					t.Errorf("%s, %d columns: %s is %g wide for %g to %g, %s %g for %g to %g", form, n, p.Title, p.Area.W, p.X.Min, p.X.Max, first.Title, first.Area.W, first.X.Min, first.X.Max)
				}
			}
		}
	}
}

// What a scale is made of is the values of all facets.
func TestFacetsShareWhatTheirScalesAreMadeOf(t *testing.T) {
	for _, tt := range []struct {
		kind, scale string
		same        bool
	}{{"histogram", "", true}, {"histogram", "free", false}, {"heatmap", "", true}} {
		f := fig(tt.kind, "", "分")
		f.X, f.Y, f.Facet.Column, f.Facet.Scale = at("年"), at("课"), at("院"), at(tt.scale)
		var rows [][]series.Value
		for i := range 60 {
			rows = append(rows, []series.Value{text([]string{"甲", "乙"}[i/30]), text(year(i % 6)), text(shortName(i % 30 / 6)), num(float64(i), 0, "分")})
		}
		c, problems := Resolve(f, frame("院 年 课 分/分", rows...), Options{})
		if len(problems) > 0 || len(c.Panels) != 2 {
			t.Fatalf("%s: %d panels, %s", tt.kind, len(c.Panels), said(problems))
		}
		a, b := strings.Join(c.Panels[0].X.Labels, " "), strings.Join(c.Panels[1].X.Labels, " ")
		if (a == b) != tt.same {
			t.Errorf("%s %s: the steps are %s and %s", tt.kind, tt.scale, a, b)
		}
		colors := map[chart.Color]bool{}
		for _, p := range c.Panels {
			if cells, ok := p.Marks[0].(chart.Cells); ok {
				for _, v := range cells.Data {
					colors[v.Color] = true
				}
			}
		}
		if tt.kind == "heatmap" && len(colors) != len(c.Legend) {
			t.Errorf("the cells have %d colours, the legend %d", len(colors), len(c.Legend))
		}
	}
}

// Facets are beside one another and not in one another, on every width.
func TestFacetsKeepApart(t *testing.T) {
	for _, kind := range []string{"column", "bar", "line", "area", "donut", "pie", "rose", "funnel", "pictogram", "radar", "waffle", "boxplot", "strip", "histogram"} {
		for _, size := range []string{"80mm", "150mm", "1600x1000"} {
			f, data := faculties(kind)
			if slices.Contains([]string{"donut", "pie", "waffle"}, kind) { // of shares
				data.Columns[2], f.Value[0] = series.Column{Name: "人数", Unit: "人"}, at("人数")
				for i := range data.Rows {
					data.Rows[i].Cells[2].Unit = "人"
				}
			}
			f.Size = at(size)
			c, problems := Resolve(f, data, Options{})
			if problems.HasErrors() {
				t.Errorf("%s at %s: %s", kind, size, said(problems))
				continue
			}
			for i, p := range c.Panels {
				for _, o := range c.Panels[:i] {
					if a, b := p.Area, o.Area; a.X < b.X+b.W && b.X < a.X+a.W && a.Y < b.Y+b.H && b.Y < a.Y+a.H {
						t.Errorf("%s at %s: %s and %s overlap", kind, size, o.Title, p.Title)
					}
				}
				if p.Area.X < 0 || p.Area.X+p.Area.W > c.Width || p.Area.Y+p.Area.H > c.Height {
					t.Errorf("%s at %s: %s stands beyond the picture", kind, size, p.Title)
				}
			}
		}
	}
}

// What is wrong is told once, and a name needs to be in one of the facets alone.
func TestFacetsSayWhatIsWrong(t *testing.T) {
	for _, tt := range []struct {
		change func(*spec.Figure, *series.Frame)
		want   string
	}{
		{func(f *spec.Figure, _ *series.Frame) { f.Facet.Column = at("系") }, `no column "系" in the data`},
		{func(f *spec.Figure, _ *series.Frame) { f.Highlight = []spec.At[string]{at("2021")} }, ""},
		{func(f *spec.Figure, _ *series.Frame) { f.Highlight = []spec.At[string]{at("2019")} }, `nothing in the figure is named "2019"`},
		{func(_ *spec.Figure, d *series.Frame) {
			for i := range maxFacets + 1 {
				d.Rows = append(d.Rows, series.Row{Cells: []series.Value{text(strings.Repeat("院", i+1)), num(2021, 0, ""), num(1, 0, "%")}})
			}
		}, "small charts do not fit on a page"},
	} {
		f, data := faculties("column")
		tt.change(f, &data)
		_, problems := Resolve(f, data, Options{})
		if got := said(problems); tt.want == "" && got != "" || !strings.Contains(got, tt.want) || strings.Count(got, tt.want) > 1 && tt.want != "" {
			t.Errorf("%q, want %q once", got, tt.want)
		}
	}
}
