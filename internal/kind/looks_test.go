package kind

import (
	"cmp"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"

	"charts/internal/chart"
	"charts/internal/layout"
	"charts/internal/notation"
	"charts/internal/palette"
	"charts/internal/series"
)

// looked are values and names as reports have them, on which a picture can go wrong.
var looked = []pattern{
	{"usual", shortName, 6, patterns[0].value},
	{"one", shortName, 1, func(i, j int) series.Value { return num(42, 0, "人") }},
	{"real sums", func(i int) string {
		return []string{"上年结余", "拨款", "学费", "人员经费", "公用经费", "其他"}[i]
	}, 6,
		func(i, j int) series.Value {
			return num([]float64{50400, 9120.5, 2410, 1310, 4123.25, 610}[i]+float64(j), 2, "万元")
		}},
	{"tiny slices", shortName, 6, func(i, j int) series.Value { return num([]float64{9000, 700, 40, 12, 3, 1}[i], 0, "人") }},
	{"long Chinese", longName, 8, func(i, j int) series.Value { return num(float64(12391-700*i+j), 0, "人") }},
	{"long English", func(i int) string {
		return []string{"Electrical and Computer Engineering", "Undergraduate Admissions", "State appropriations", "Biochemistry", "Extracurricular Activities", "Law"}[i]
	}, 6, func(i, j int) series.Value { return num(float64(4100-510*i+90*j), 0, "") }},
	{"years", year, 12, func(i, j int) series.Value { return num(90+math.Sin(float64(i*3+j))*8, 2, "%") }},
	{"months", func(i int) string { return fmt.Sprintf("2023年%d月", i+1) }, 12, func(i, j int) series.Value { return num(float64(900+71*((i*5+j)%7)), 0, "人次") }},
}

// mostPlain is how many of the pictures at most may be plain: much of them empty, or
// their marks beside the middle. The corpus has figures of which nothing else can be
// made, such as a bar of one row.
const mostPlain = 0.03

// TestLooks draws every kind over what reports hold at half a column, a column and as a
// slide, in both languages: no word or number is torn, the size is kept, texts can be
// read and are seen, and few pictures are plain.
func TestLooks(t *testing.T) {
	var plain []plainness
	drawn := 0
	for _, k := range kinds {
		for _, p := range looked {
			for _, n := range seriesCounts(k.name) {
				for _, size := range []string{"80mm", "150mm", "1600x1000"} {
					for _, lang := range []string{"zh-CN", "en"} {
						f, data := p.figure(k.name, n)
						form := chart.Report
						if k.name != "bubble" { // whose size is a column
							f.Size = at(size)
						}
						if size == "1600x1000" {
							form = chart.Slide
						}
						c, problems := Resolve(f, data, Options{Form: form, Lang: lang, Shapes: shapesOf(data)})
						if problems.HasErrors() || c.Empty {
							continue
						}
						drawn++
						name := fmt.Sprint(k.name, " ", p.name, " ", n, " ", size, " ", lang)
						for _, fault := range faultsOf(c, f.Size.V) {
							t.Errorf("%s: %s", name, fault)
						}
						if e := plainnessOf(c); e.empty > mostEmpty || e.aside > mostAside {
							e.name = name
							plain = append(plain, e)
						}
					}
				}
			}
		}
	}
	slices.SortFunc(plain, func(a, b plainness) int { return cmp.Compare(b.empty+b.aside, a.empty+a.aside) })
	for _, e := range plain[:min(10, len(plain))] {
		t.Logf("%s: %.0f %% empty, %.0f %% beside the middle", e.name, 100*e.empty, 100*e.aside)
	}
	if share := float64(len(plain)) / float64(drawn); share > mostPlain || drawn < 1500 {
		t.Errorf("%d of %d pictures are plain, more than %.0f %%", len(plain), drawn, 100*mostPlain)
	}
}

// faultsOf are the faults for which a picture would be sent back.
func faultsOf(c *chart.Chart, size string) (faults []string) {
	known := wordsIn(c)
	for _, x := range c.Texts {
		for _, w := range latin.FindAllString(x.S, -1) {
			if !known[w] {
				faults = append(faults, fmt.Sprintf("%q is torn in %q", w, x.S))
			}
		}
		if x.Size < 7 {
			faults = append(faults, fmt.Sprintf("%q has %v pt", x.S, x.Size))
		}
		if paper := behind(c, x); paper != "" && palette.Contrast(x.Color, paper) < 3 {
			faults = append(faults, fmt.Sprintf("%q is %s on %s", x.S, x.Color, paper))
		}
	}
	if want, err := parseSize(size); err == nil && (math.Abs(c.Width-want.width) > 0.5 || want.height > 0 && math.Abs(c.Height-want.height) > 0.5) {
		faults = append(faults, fmt.Sprintf("the picture is %v × %v, and not %s", c.Width, c.Height, size))
	}
	return append(faults, shownFaults(c)...)
}

// latin are words and numbers that no line may part.
var latin = regexp.MustCompile(`[A-Za-z]+|\d[\d,.]*\d|\d`)

// wordsIn are the words and numbers that a chart has to say, and those that it writes
// short beside others.
func wordsIn(c *chart.Chart) map[string]bool {
	known := map[string]bool{}
	add := func(texts ...string) {
		for _, s := range texts {
			for _, w := range latin.FindAllString(s, -1) {
				known[w] = true
			}
		}
	}
	add(c.Title, c.Subtitle, c.Source)
	add(c.Footnotes()...)
	for _, e := range c.Legend {
		add(e.Name)
	}
	for i := range c.Panels {
		p := &c.Panels[i]
		add(p.Title)
		for _, a := range []chart.Axis{p.X, p.Y, p.Y2} {
			add(a.Title)
			add(a.Labels...)
			add(shortTimes(a)...)
			for _, t := range a.Ticks {
				add(t.Label)
			}
		}
		for _, m := range p.Marks {
			for _, d := range dataOf(m) {
				add(d.Name, d.Text, d.Label.Text, d.Share)
			}
			switch m := m.(type) {
			case chart.Slices:
				add(m.Title, m.Sub)
			case chart.Lines:
				add(m.End.Text)
			case chart.Rules:
				for _, r := range m.Data {
					add(r.Label)
				}
			}
		}
		for _, d := range p.Totals {
			add(d.Label.Text)
		}
	}
	return known
}

// shortTimes are times as they are beside earlier ones.
func shortTimes(a chart.Axis) (short []string) {
	for i, l := range a.Labels {
		for _, before := range a.Labels[:i] {
			short = append(short, notation.ShortTime(l, before))
		}
	}
	return short
}

// dataOf are the data of a mark.
func dataOf(m chart.Mark) []chart.Datum {
	switch m := m.(type) {
	case chart.Bars:
		return m.Data
	case chart.Lines:
		return m.Data
	case chart.Areas:
		return m.Data
	case chart.Points:
		return m.Data
	case chart.Slices:
		return m.Data
	case chart.Cells:
		return m.Data
	case chart.Regions:
		return m.Data
	case chart.Notes:
		return m.Data
	case chart.Flows:
		data := slices.Clone(m.Nodes)
		for _, l := range m.Links {
			data = append(data, l.Datum)
		}
		return data
	}
	return nil
}

// behind is the colour of what a text is on: of the last box around it, or "" on
// sectors and regions.
func behind(c *chart.Chart, x chart.Text) chart.Color {
	color := c.Style.Background
	b := boxOf(x)
	for i := range c.Panels {
		for _, box := range boxesOf(&c.Panels[i]) {
			if b.Within(box.Rect) {
				color = box.color
			}
		}
	}
	return color
}

type colored struct {
	chart.Rect
	color chart.Color
}

// boxesOf are the marks of a panel as boxes; of those that no text is on, without
// a colour.
func boxesOf(p *chart.Panel) (all []colored) {
	pl := p.Plane()
	for _, m := range p.Marks {
		switch m := m.(type) {
		case chart.Bars:
			for _, d := range m.Data {
				if !d.Missing {
					all = append(all, colored{pl.Bar(m, d), cmp.Or(d.Color, m.Color)})
				}
			}
		case chart.Cells:
			for i, d := range m.Data {
				if b := m.Boxes[i]; b.W > 0 && b.H > 0 {
					all = append(all, colored{chart.BoxOf(pl.Px(b.X), pl.Py(b.Y), pl.Px(b.X+b.W), pl.Py(b.Y+b.H)), d.Color})
				}
			}
		case chart.Flows:
			for i := range m.Nodes {
				b := m.Boxes[i]
				all = append(all, colored{chart.BoxOf(pl.Px(b.X), pl.Py(b.Y), pl.Px(b.X+b.W), pl.Py(b.Y+b.H)), ""})
			}
		case chart.Slices:
			side := min(p.Area.W, p.Area.H)
			mid := p.Area.Middle()
			all = append(all, colored{chart.Around(mid, side), ""})
		case chart.Regions:
			all = append(all, colored{p.Area, ""})
		default:
			for _, d := range dataOf(m) {
				if _, note := m.(chart.Notes); !note && !d.Missing {
					all = append(all, colored{chart.Around(pl.Point(d, false), 1), ""})
				}
			}
		}
	}
	return all
}

// Each kind of fault is found.
func TestFaultsAreFound(t *testing.T) {
	width := 80 * layout.PointsPerMM
	usual := func() *chart.Chart {
		return &chart.Chart{Width: width, Height: 100, Style: chart.Style{Background: "#ffffff"}, Panels: []chart.Panel{{
			Area: chart.Rect{X: 40, Y: 10, W: 180, H: 60},
			X:    chart.Axis{Kind: chart.Linear, Max: 10}, Y: chart.Axis{Kind: chart.Band, Max: 1, Labels: []string{"Tuition 2014"}},
			Marks: chart.Marks{chart.Bars{Name: "数", Color: "#1d6fa5", Width: 0.6, Data: []chart.Datum{{X: 0.5, Y: 10, Label: chart.Label{Text: "1,234"}}}}},
		}}, Texts: []chart.Text{
			{Role: chart.RoleTick, S: "Tuition 2014", X: 2, Y: 40, Size: 8, Color: "#1f2933"},
			{Role: chart.RoleValue, S: "1,234", X: 100, Y: 42, Size: 8, Color: "#ffffff"},
		}}
	}
	for _, tt := range []struct {
		name   string
		change func(c *chart.Chart)
		want   string
	}{
		{"none", func(*chart.Chart) {}, ""},
		{"a torn word", func(c *chart.Chart) { c.Texts[0].S = "Tuit" }, `"Tuit" is torn`},
		{"a torn number", func(c *chart.Chart) { c.Texts[0].S = "201" }, `"201" is torn`},
		{"a torn value", func(c *chart.Chart) { c.Texts[1].S = "1,2" }, `"1,2" is torn`},
		{"small text", func(c *chart.Chart) { c.Texts[0].Size = 6 }, "has 6 pt"},
		{"dark on dark", func(c *chart.Chart) { c.Texts[1].Color = "#1f2933" }, `"1,234" is #1f2933 on #1d6fa5`},
		{"light on light", func(c *chart.Chart) { c.Texts[0].Color = "#dddddd" }, `is #dddddd on #ffffff`},
		{"a few values of a stack", func(c *chart.Chart) {
			b := c.Panels[0].Marks[0].(chart.Bars)
			b.Stack, b.Data = "stack", append(b.Data, chart.Datum{X: 1, Y: 5}, chart.Datum{X: 2, Y: 5})
			c.Panels[0].Marks[0] = b
		}, "1 of 3 values of 数 are written"},
		{"an end between other flows", func(c *chart.Chart) {
			c.Panels[0].Marks = chart.Marks{chart.Flows{
				Nodes: []chart.Datum{{Name: "门诊"}, {Name: "日间"}, {Name: "病房"}}, Boxes: []chart.Rect{{}, {X: 0.5}, {X: 0.9}},
				Links: []chart.Link{{From: 0, To: 1}, {From: 0, To: 2}},
			}}
		}, "日间 stands in other flows"},
		{"a number alone at the top of a slide", func(c *chart.Chart) {
			c.Form, c.Panels[0].X.Kind, c.Panels[0].Y.Kind = chart.Slide, chart.NoAxis, chart.NoAxis
			c.Panels[0].Marks, c.Texts[0].Y, c.Texts[1].Y = chart.Marks{chart.Cells{Large: true}}, 10, 20
		}, "aside"},
		{"a list of torn names", func(c *chart.Chart) {
			c.Panels[0].Marks = chart.Marks{chart.Slices{Data: []chart.Datum{{Name: "财政补助收入", Color: "#1d6fa5"}}}}
			c.Swatches = []chart.Swatch{{Box: chart.Rect{X: 2, Y: 20, W: 6, H: 6}}}
			c.Texts = nil
			for i, l := range []string{"财政", "补助", "收入"} {
				c.Texts = append(c.Texts, chart.Text{Role: chart.RoleTick, S: l, X: 14, Y: 26 + 10*float64(i), Size: 8, Color: "#1f2933"})
			}
		}, "财政补助收入 takes 3 lines"},
		{"cells in one colour", func(c *chart.Chart) {
			cells := chart.Cells{}
			for i := range 9 {
				cells.Data, cells.Boxes = append(cells.Data, chart.Datum{Y: float64(i), Color: "#ffffff"}), append(cells.Boxes, chart.Rect{})
			}
			c.Panels[0].X.Kind, c.Panels[0].Marks = chart.Band, chart.Marks{cells}
		}, "9 of 9 cells have one colour"},
		{"a dot without a name", func(c *chart.Chart) {
			c.Panels[0].Y.Kind = chart.Linear
			c.Panels[0].Marks = append(c.Panels[0].Marks, chart.Points{Name: "点", Data: []chart.Datum{{Name: "甲", Label: chart.Label{Text: "甲"}}}})
		}, "甲 is named nowhere"},
		{"another size", func(c *chart.Chart) { c.Width = 300 }, "and not 80mm"},
		{"two thirds empty", func(c *chart.Chart) { c.Panels[0].Area.W = 20; c.Texts = nil }, "empty"},
		{"beside the middle", func(c *chart.Chart) { c.Panels[0].Area = chart.Rect{X: 75, Y: 10, W: 151, H: 60}; c.Texts = nil }, "aside"},
	} {
		c := usual()
		tt.change(c)
		faults := faultsOf(c, "80mm")
		e := plainnessOf(c)
		if e.empty > mostEmpty {
			faults = append(faults, "empty")
		}
		if e.aside > mostAside {
			faults = append(faults, "aside")
		}
		if got := strings.Join(faults, "; "); tt.want == "" && got != "" || !strings.Contains(got, tt.want) {
			t.Errorf("%s: %q; want %q", tt.name, got, tt.want)
		}
	}
}
