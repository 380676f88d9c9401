package kind

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"charts/internal/chart"
	"charts/internal/diag"
	"charts/internal/series"
	"charts/internal/spec"
)

// destinations is the figure of the manual: one series, one row computed.
func destinations(kind string) (*spec.Figure, series.Frame) {
	f := fig(kind, "毕业去向", "人数")
	f.Title, f.Number = at("2023 届毕业生毕业去向"), at("图 34")
	f.Highlight = []spec.At[string]{at("升学")}
	data := frame("毕业去向 人数/人",
		[]series.Value{text("签就业协议形式就业"), num(2924, 0, "人")},
		[]series.Value{text("升学"), num(2469, 0, "人")},
		[]series.Value{text("自主创业（含灵活就业）"), num(67, 0, "人")},
		[]series.Value{text("待就业"), {Kind: series.Number, Num: 176, Decimals: -1, Unit: "人", Computed: true}},
	)
	return f, data
}

// rates are two series over years, one with a gap.
func rates(kind string) (*spec.Figure, series.Frame) {
	f := fig(kind, "年份", "本科", "专科")
	data := frame("年份 本科/% 专科/%",
		[]series.Value{num(2021, 0, ""), num(91.6, 1, "%"), num(93.2, 1, "%")},
		[]series.Value{num(2022, 0, ""), {}, num(91.8, 1, "%")},
		[]series.Value{num(2023, 0, ""), num(92.80, 2, "%"), num(92.7, 1, "%")},
	)
	return f, data
}

func TestKindsAreThoseOfTheSpec(t *testing.T) {
	want := []string{}
	for _, k := range spec.Kinds {
		want = append(want, k.Name)
	}
	got := Kinds()
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("chart draws %v; spec knows %v", got, want)
	}
}

// TestProblems says what an author reads: place, text and hint.
func TestProblems(t *testing.T) {
	tests := []struct {
		name   string
		change func(f *spec.Figure, data *series.Frame)
		want   string
	}{
		{"unknown kind", func(f *spec.Figure, _ *series.Frame) { f.Chart = at("barr") },
			`t.yaml:1:1: no chart kind "barr"; did you mean bar?`},
		{"no category", func(f *spec.Figure, _ *series.Frame) { f.Category = spec.At[string]{} },
			`t.yaml:1:1: a bar chart needs category; add category: and the name of a column`},
		{"unknown column", func(f *spec.Figure, _ *series.Frame) { f.Value[0] = at("人 数量") },
			`t.yaml:1:1: no column "人 数量" in the data; it has 毕业去向, 人数; did you mean 人数?`},
		{"text for a value", func(f *spec.Figure, d *series.Frame) { d.Rows[1].Cells[1] = text("约两千") },
			`t.yaml:1:1: column "人数" holds numbers but for "约两千" (升学, line 101); write the number into the report, or leave the row out with where (年报.txt:101)`},
		{"a text beyond all measure", func(_ *spec.Figure, d *series.Frame) {
			d.Rows[1].Cells[0].Text = strings.Repeat("甲", spec.MaxText/3+1)
		},
			`年报.txt:101: a text of column "毕业去向" is longer than 50000 bytes; shorten it`},
		{"a name beyond all measure", func(_ *spec.Figure, d *series.Frame) { d.Columns[1].Name = strings.Repeat("甲", spec.MaxText/3+1) },
			`: the name of column 2 is longer than 50000 bytes; shorten it`},
		{"not finite", func(f *spec.Figure, d *series.Frame) { d.Rows[2].Cells[1].Num = math.NaN() },
			`t.yaml:1:1: column "人数" has a value that is no finite number, or too large or too small to draw (年报.txt:102)`},
		{"next to nothing", func(f *spec.Figure, d *series.Frame) { d.Rows[2].Cells[1].Num = 3e-315 },
			`t.yaml:1:1: column "人数" has a value that is no finite number, or too large or too small to draw (年报.txt:102)`},
		{"two units", func(f *spec.Figure, d *series.Frame) { d.Rows[2].Cells[1].Unit = "%" },
			`t.yaml:1:1: one axis cannot carry 签就业协议形式就业 (人) and 自主创业（含灵活就业） (%); narrow the rows with where, or use chart: panels (年报.txt:102)`},
		{"no such unit", func(f *spec.Figure, _ *series.Frame) { f.Unit = at("万元") },
			`t.yaml:1:1: 签就业协议形式就业 is in 人, which is no multiple of 万元 (年报.txt:100)`},
		{"format", func(f *spec.Figure, _ *series.Frame) { f.Format = at("%.2f") },
			`t.yaml:1:1: no format "%.2f"; a format is like 0, 0.0, 0,0.00, wan or yi`},
		{"highlight", func(f *spec.Figure, _ *series.Frame) { f.Highlight = []spec.At[string]{at("升入")} },
			`t.yaml:1:1: nothing in the figure is named "升入"; did you mean 升学?`},
		{"several in one", func(f *spec.Figure, _ *series.Frame) { f.Highlight = []spec.At[string]{at("升学，自主创业")} },
			`t.yaml:1:1: nothing in the figure is named "升学，自主创业"; several are a list: [升学, 自主创业（含灵活就业）]`},
		{"colour", func(f *spec.Figure, _ *series.Frame) { f.Colors = []spec.Color{{Name: at("升学"), Value: at("rot")}} },
			`t.yaml:1:1: no colour "rot"; a colour is #rrggbb, accent, grey, blue, orange, plum, teal, wine, violet, olive, brown`},
		{"theme", func(f *spec.Figure, _ *series.Frame) { f.Theme = at("neon") },
			`t.yaml:1:1: no theme "neon"; the themes are light, dark, print`},
		{"size", func(f *spec.Figure, _ *series.Frame) { f.Size = at("150 by 90") },
			`t.yaml:1:1: size "150 by 90" is not like 150x90mm, 150mm or 1600x1000`},
		{"bounds", func(f *spec.Figure, _ *series.Frame) { f.Size = at("5000mm") },
			`t.yaml:1:1: size "5000mm" is out of bounds: a side has 20 to 2000 mm`},
		{"pixels", func(f *spec.Figure, _ *series.Frame) { f.Size = at("99x5000") },
			`t.yaml:1:1: size "99x5000" is out of bounds: a side has 100 to 10000 whole pixels`},
		{"too low", func(f *spec.Figure, _ *series.Frame) { f.Size = at("150x22mm") },
			`t.yaml:1:1: size "150x22mm" is too low: the figure needs 31 mm; leave the height out, and the content decides`},
		{"axis not from zero", func(f *spec.Figure, _ *series.Frame) { f.Axis.Min = spec.At[float64]{V: 50, Pos: at("").Pos} },
			`t.yaml:1:1: bars start at zero, not at 50; leave axis min out, or use chart: line`},
		{"axis cuts values off", func(f *spec.Figure, _ *series.Frame) { f.Axis.Max = spec.At[float64]{V: 2000, Pos: at("").Pos} },
			`t.yaml:1:1: axis max 2000 is below the largest value, 2924; leave it out, or write a larger one`},
		{"axis in parts of one", func(f *spec.Figure, d *series.Frame) {
			f.Axis.Max = spec.At[float64]{V: 0.5, Pos: at("").Pos}
			d.Columns[1].Unit = "%"
			for i := range d.Rows {
				d.Rows[i].Cells[1].Unit = "%"
			}
		}, `t.yaml:1:1: axis max 0.5 is below the largest value, 2924; for 50 % write 50`},
		{"a log axis for bars", func(f *spec.Figure, _ *series.Frame) { f.Axis.Log = spec.At[bool]{V: true, Pos: at("").Pos} },
			`t.yaml:1:1: bars start at zero, which a log axis does not have; leave axis log out, or use chart: line`},
		{"a log axis for a loss", func(f *spec.Figure, d *series.Frame) {
			f.Chart, f.Highlight = at("line"), nil
			f.Axis.Log = spec.At[bool]{V: true, Pos: at("").Pos}
			d.Rows[0].Cells[1].Num = -3
		}, `t.yaml:1:1: a log axis has no place for -3; leave axis log out`},
		{"stack", func(f *spec.Figure, _ *series.Frame) { f.Stack = at("yes") },
			`t.yaml:1:1: stack is true, false, percent or diverging, not "yes"`},
		{"reference", func(f *spec.Figure, _ *series.Frame) { f.Reference = []spec.Reference{{Value: at("mode")}} },
			`t.yaml:1:1: a reference is a number, mean, median or quartiles, not "mode"`},
		{"a character of no font in a note", func(f *spec.Figure, _ *series.Frame) { f.Note = at("由杨𠮷野填报") },
			`t.yaml:1:1: no glyph for "𠮷" (U+20BB7) in "注：由杨𠮷野填报"; write it with a character of the list of general standard Chinese characters, or name a font that has it in fonts of specs/theme.yaml`},
		{"a character of no font in the data", func(_ *spec.Figure, d *series.Frame) { d.Rows[2].Cells[0].Text = "😀" },
			`年报.txt:102: no glyph for "😀" (U+1F600) in "😀"; write it with a character of the list of general standard Chinese characters, or name a font that has it in fonts of specs/theme.yaml`},
		{"ten thousand categories", func(f *spec.Figure, d *series.Frame) {
			for i := range 10000 {
				d.Rows = append(d.Rows, series.Row{Cells: []series.Value{text(fmt.Sprint("专业", i)), num(1, 0, "人")}, Sources: d.Rows[0].Sources})
			}
		}, `t.yaml:1:1: 10004 categories do not fit on a page; keep the most important with top: {n: 20}, or narrow with where`},
		{"twenty thousand points", func(f *spec.Figure, d *series.Frame) {
			f.Chart, f.Highlight = at("line"), nil
			for i := range 20000 {
				d.Rows = append(d.Rows, series.Row{Cells: []series.Value{text(fmt.Sprint("第", i, "小时")), num(1, 0, "人")}, Sources: d.Rows[0].Sources})
			}
		}, `t.yaml:1:1: 20004 categories do not fit on a page; keep the most important with top: {n: 20}, or narrow with where`},
		{"ten thousand flows", func(f *spec.Figure, d *series.Frame) {
			f.Chart, f.Category, f.Highlight = at("sankey"), spec.At[string]{}, nil
			f.Source, f.Target = at("毕业去向"), at("到")
			d.Columns, d.Rows = append(d.Columns, series.Column{Name: "到"}), d.Rows[:0]
			for i := range 10000 {
				d.Rows = append(d.Rows, series.Row{Cells: []series.Value{text("毕业生"), num(1, 0, "人"), text(fmt.Sprint("去向", i))}})
			}
		}, `t.yaml:1:1: more than 100 places or 1000 flows, and a reader can follow none of them; fold the small ones with sql, or narrow with where`},
		{"a hundred bullets", func(f *spec.Figure, d *series.Frame) {
			f.Chart, f.Category, f.Highlight = at("bullet"), spec.At[string]{}, nil
			for range 100 {
				d.Rows = append(d.Rows, d.Rows[0])
			}
		}, `bars do not fit on a page; narrow with where, or use chart: bar`},
		{"a gauge below zero", func(f *spec.Figure, d *series.Frame) {
			f.Chart, f.Category, f.Highlight = at("gauge"), spec.At[string]{}, nil
			d.Rows = d.Rows[:1]
			d.Rows[0].Cells[1].Num = -1
		}, `is negative, and a gauge starts at zero; use chart: kpi`},
		{"a donut of nine", func(f *spec.Figure, d *series.Frame) {
			f.Chart = at("donut")
			for i := range 5 {
				d.Rows = append(d.Rows, series.Row{Cells: []series.Value{text(fmt.Sprint("其他", i)), num(1, 0, "人")}, Sources: d.Rows[0].Sources})
			}
		}, `t.yaml:1:1: 9 slices, and a reader can tell 8 apart; fold the small ones with top: {n: 5, other: Other}, or use chart: bar`},
		{"a donut of two values", func(f *spec.Figure, _ *series.Frame) { f.Chart, f.Value = at("donut"), append(f.Value, at("人数")) },
			`t.yaml:1:1: a donut chart takes one value`},
		{"a calendar of two values", func(f *spec.Figure, _ *series.Frame) {
			f.Chart, f.Value = at("calendar"), append(f.Value, at("人数"))
		},
			`t.yaml:1:1: a calendar chart takes one value`},
		{"a slope of one value", func(f *spec.Figure, _ *series.Frame) { f.Chart, f.Highlight = at("slope"), nil },
			`t.yaml:1:1: a slope chart compares two values, not 1; name two columns in value, or narrow series to two values with where`},
		{"a combo without a line", func(f *spec.Figure, _ *series.Frame) { f.Chart = at("combo") },
			`t.yaml:1:1: combo takes at least two values: columns and a line`},
		{"a reference band that falls", func(f *spec.Figure, _ *series.Frame) {
			f.Reference = []spec.Reference{{From: spec.At[float64]{V: 9}, To: spec.At[float64]{V: 9}}}
		}, `a reference band runs from 9 up to a larger value, not 9`},
		{"a negative share", func(f *spec.Figure, d *series.Frame) {
			f.Chart = at("donut")
			d.Rows[0].Cells[1].Num = -1
		}, `t.yaml:1:1: 签就业协议形式就业 is negative and has no share; use chart: bar (年报.txt:100)`},
	}
	for _, tt := range tests {
		f, data := destinations("bar")
		tt.change(f, &data)
		_, problems := Resolve(f, data, Options{})
		if len(problems) == 0 {
			t.Errorf("%s: no problem; want %s", tt.name, tt.want)
			continue
		}
		if got := said(problems); !strings.Contains(got, tt.want) {
			t.Errorf("%s:\n%s\nwant\n%s", tt.name, got, tt.want)
		}
	}
}

// said is a list of problems as text, one a line.
func said(problems diag.List) string {
	var b strings.Builder
	for _, p := range problems {
		fmt.Fprintf(&b, "%s: %s", p.Pos, p.Text)
		if p.Hint.String() != "" {
			b.WriteString("; " + p.Hint.String())
		}
		for _, s := range p.See {
			fmt.Fprintf(&b, " (%s)", s.Pos)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// TestEmpty says that a figure without rows is a figure without data.
func TestEmpty(t *testing.T) {
	for _, k := range Kinds() {
		f, data := patterns[0].figure(k, 2)
		data.Rows = nil
		c, problems := Resolve(f, data, Options{})
		if problems.HasErrors() && k != "slope" {
			t.Errorf("%s: %s", k, said(problems))
		}
		if !c.Empty || len(c.Panels) > 0 {
			t.Errorf("%s: a chart of no rows is not empty", k)
		}
		if !slices.ContainsFunc(c.Texts, func(t chart.Text) bool { return t.S == "无数据" }) {
			t.Errorf("%s: nothing says 无数据", k)
		}
	}
}

// What a picture shows is told apart by parts, and the marks of each kind know
// nothing of where their values were read from.
func TestParts(t *testing.T) {
	corpus(func(name string, f *spec.Figure, data series.Frame) {
		f.Source = at("教务处")
		base, problems := Resolve(f, data, Options{})
		if problems.HasErrors() {
			return
		}
		for i := range data.Rows {
			for j := range data.Rows[i].Sources {
				data.Rows[i].Sources[j] = series.Source{Report: "b.txt", Line: 7, Quote: "x"}
			}
		}
		moved, _ := Resolve(f, data, Options{})
		if base.Hash() != moved.Hash() {
			t.Errorf("%s: other lines of the report make another picture", name)
		}
		f.Title = at("另一个标题")
		titled, _ := Resolve(f, data, Options{})
		if a, b := base.Parts(), titled.Parts(); a[0] == b[0] || a[6] != b[6] {
			t.Errorf("%s: another title leaves the part %s, or changes the %s", name, a[0].Name, a[6].Name)
		}
	})
}

// TestSameContentInEveryForm: paper, slide and page show the same marks.
func TestSameContentInEveryForm(t *testing.T) {
	corpus(func(name string, f *spec.Figure, data series.Frame) {
		paper, problems := Resolve(f, data, Options{Form: chart.Report})
		if problems.HasErrors() {
			return
		}
		page, _ := Resolve(f, data, Options{Form: chart.Screen})
		if paper.DataHash() != page.DataHash() {
			t.Errorf("%s: paper and screen have different data", name)
		}
		if a, b := labels(paper), labels(page); !slices.Equal(a, b) {
			t.Errorf("%s: paper says %q, screen %q", name, a, b)
		}
	})
}

// labels are the texts of all marks and axes.
func labels(c *chart.Chart) []string {
	var all []string
	for _, p := range c.Panels {
		all = append(all, p.Title, p.X.Title, p.Y.Title)
		all = append(all, p.X.Labels...)
		all = append(all, p.Y.Labels...)
		for _, m := range p.Marks {
			_, data := chart.DataOf(m)
			for _, d := range data {
				all = append(all, d.Label.Text)
			}
		}
	}
	return all
}

func TestSourceLine(t *testing.T) {
	tests := []struct {
		sources []series.Source
		want    string
	}{
		{[]series.Source{{Report: "reports/a.txt", Table: "表 6", Line: 875}}, "来源：质量年报，表 6（第 875 行）"},
		{[]series.Source{{Report: "reports/a.txt", Table: "表 6", Line: 880}, {Report: "reports/a.txt", Table: "表 6", Line: 875}}, "来源：质量年报，表 6（第 875—880 行）"},
		{[]series.Source{{Report: "b.docx", Line: 12}}, "来源：b，第 12 行"},
		{[]series.Source{{Report: "b.docx", Table: "表 1", Line: 1}, {Report: "reports/a.txt", Table: "表 2", Line: 2}}, "来源：b，表 1（第 1 行）；质量年报，表 2（第 2 行）"},
		{[]series.Source{{Report: "b", Table: "表 1", Line: 1}, {Report: "b", Table: "表 2", Line: 2}, {Report: "b", Table: "表 3", Line: 3}, {Report: "b", Table: "表 4", Line: 4}}, "来源：b，表 1（第 1 行），表 2（第 2 行），表 3（第 3 行）等"},
	}
	for _, tt := range tests {
		f, data := destinations("bar")
		for i := range data.Rows {
			data.Rows[i].Sources = tt.sources
		}
		c, _ := Resolve(f, data, Options{Form: chart.Screen, Titles: []Titled{{"reports/a.txt", "质量年报"}}})
		if c.Source != tt.want {
			t.Errorf("source line %q; want %q", c.Source, tt.want)
		}
	}
}

func TestCard(t *testing.T) {
	c := spec.Card{Title: at("报到率"), Compare: at("上年"), Good: at("up")}
	data := frame("报到率/% 上年/%", []series.Value{num(92.79, 2, "%"), num(91.55, 2, "%")})
	got, problems := ResolveCard(c, data, Options{})
	want := Card{Title: "报到率", Value: "92.79", Unit: "%", Change: "+1.24\u2009个百分点", Against: "较上年", Delta: got.Delta, Good: 1, Quoted: got.Quoted}
	if len(problems) > 0 || !reflect.DeepEqual(got, want) || got.Quoted.Text != "92.79%" || got.Quoted.Source != "来源：年报，表 6（第 100 行）" || math.Abs(got.Delta-1.24) > 1e-9 {
		t.Errorf("ResolveCard = %+v, %v; want %+v", got, problems, want)
	}
}

func BenchmarkResolve(b *testing.B) {
	for _, kind := range []string{"bar", "line", "donut", "sankey"} {
		b.Run(kind, func(b *testing.B) {
			f, data := patterns[3].figure(kind, 1)
			for b.Loop() {
				if _, problems := Resolve(f, data, Options{}); problems.HasErrors() {
					b.Fatal(said(problems))
				}
			}
		})
	}
	b.Run("ranking of 59", func(b *testing.B) {
		f, data := patterns[14].figure("bar", 1)
		for b.Loop() {
			Resolve(f, data, Options{})
		}
	})
}

// The lines of a note stay lines, and only the first says what they are.
func TestNoteOfSeveralLines(t *testing.T) {
	for _, c := range []struct {
		note string
		want []string
	}{
		{"不含延期毕业的学生", []string{"注：不含延期毕业的学生"}},
		{"不含延期毕业的学生。\n截至 8 月底。\n", []string{"注：不含延期毕业的学生。", "截至 8 月底。"}},
		{"\n \n不含延期毕业的学生。\n\n", []string{"注：不含延期毕业的学生。"}},
		{"\n", nil},
	} {
		f, frame := rates("column")
		f.Note = at(c.note)
		got, problems := Resolve(f, frame, Options{})
		if problems.HasErrors() || !slices.Equal(got.Notes, c.want) {
			t.Errorf("%q: notes %q %v, want %q", c.note, got.Notes, problems, c.want)
		}
	}
}

// A name in letters and accents of their own is drawn, highlighted and told.
func TestDecomposedNames(t *testing.T) {
	f := fig("bar", "教师", "课时")
	f.Highlight = append(f.Highlight, at("Rene\u0301e"))
	c, problems := Resolve(f, frame("教师 课时/课时",
		[]series.Value{text("Rene\u0301e"), num(31, 0, "课时")}, []series.Value{text("Anke"), num(20, 0, "课时")}), Options{})
	if len(problems) > 0 {
		t.Fatal(said(problems))
	}
	if !slices.ContainsFunc(c.Texts, func(x chart.Text) bool { return x.S == "Renée" }) {
		t.Errorf("Renée is not among %v", c.Texts)
	}
}

// BenchmarkDigest hashes the marks of a cloud.
func BenchmarkDigest(b *testing.B) {
	f, data := cloud(10_000)
	c, _ := Resolve(f, data, Options{})
	b.ReportAllocs()
	for b.Loop() {
		c.Parts()
	}
}
