package kind

import (
	"fmt"
	"strings"
	"testing"

	"charts/internal/chart"
	"charts/internal/series"
	"charts/internal/spec"
	"charts/internal/typeset"
)

// plain has ordinary blanks, as the tests write them.
func plain(s string) string { return strings.NewReplacer("\u2009", " ", "\u00a0", " ").Replace(s) }

// What a reader hears of each kind: kind, extremes, where a line goes, how many
// values there are and how many are missing.
func TestAltOfEachKind(t *testing.T) {
	tests := map[string][2]string{
		"column": {"标题，柱形图。本科：最高 2023 92.80%，最低 2021 91.60%。专科：最高 2021 93.20%，最低 2022 91.80%。共 5 个值，1 个缺失。",
			"标题, column chart. 本科: highest 2023 92.80%, lowest 2021 91.60%. 专科: highest 2021 93.20%, lowest 2022 91.80%. 5 values, 1 missing."},
		"bar": {"2023 届毕业生毕业去向，条形图。人数：最高 签就业协议形式就业 2,924 人，最低 自主创业（含灵活就业） 67 人。共 4 个值。",
			"2023 届毕业生毕业去向, bar chart. 人数: highest 签就业协议形式就业 2,924 人, lowest 自主创业（含灵活就业） 67 人. 4 values."},
		"bar-folded": {"标题，条形图。人数：最高 专业 000 2,000 人，最低 专业 199 10 人。共 200 个值。", // all, drawn or not
			"标题, bar chart. 人数: highest 专业 000 2,000 人, lowest 专业 199 10 人. 200 values."},
		"line": {"标题，折线图。本科：从 2021 的 91.60% 升到 2023 的 92.80%。专科：最高 2021 93.20%，最低 2022 91.80%，从 2021 的 93.20% 降到 2023 的 92.70%。共 5 个值，1 个缺失。",
			"标题, line chart. 本科: from 2021 91.60% up to 2023 92.80%. 专科: highest 2021 93.20%, lowest 2022 91.80%, from 2021 93.20% down to 2023 92.70%. 5 values, 1 missing."},
		"area": {"标题，面积图。本科：最高 2022 92.0%，最低 2020 90.0%，从 2020 的 90.0% 升到 2022 的 92.0%。共 3 个值。",
			"标题, area chart. 本科: highest 2022 92.0%, lowest 2020 90.0%, from 2020 90.0% up to 2022 92.0%. 3 values."},
		"slope": {"标题，斜率图。2021：从 本科 的 91.60% 升到 专科 的 93.20%。2022：专科 91.80%。2023：从 本科 的 92.80% 降到 专科 的 92.70%。共 5 个值，1 个缺失。",
			"标题, slope chart. 2021: from 本科 91.60% up to 专科 93.20%. 2022: 专科 91.80%. 2023: from 本科 92.80% down to 专科 92.70%. 5 values, 1 missing."},
		"heatmap": {"标题，热力图。项数：最高 市级，金奖 19 项，最低 国家级，银奖 1 项。共 3 个值，1 个缺失。",
			"标题, heat map. 项数: highest 市级, 金奖 19 项, lowest 国家级, 银奖 1 项. 3 values, 1 missing."},
		"sankey": {"标题，桑基图。人数：最高 普通高中 → 机电 60 人，最低 中职 → 机电 25 人。共 3 个值。",
			"标题, Sankey diagram. 人数: highest 普通高中 → 机电 60 人, lowest 中职 → 机电 25 人. 3 values."},
		"gauge": {"标题，仪表盘。报到率：报到率 92.79%。目标 95%。共 1 个值。", "标题, gauge. 报到率: 报到率 92.79%. target 95%. 1 value."},
		"map": {"标题，地图。新生：最高 东区 412 人，最低 北区 96 人。共 3 个值，1 个缺失。",
			"标题, map. 新生: highest 东区 412 人, lowest 北区 96 人. 3 values, 1 missing."},
	}
	for _, g := range goldens {
		want, ok := tests[g.name]
		if !ok {
			continue
		}
		for i, lang := range []string{"zh-CN", "en"} {
			f, data := g.figure()
			_, _, shapes := districts()
			c, problems := Resolve(f, data, Options{Form: g.form, Lang: lang, Shapes: shapes})
			if problems.HasErrors() {
				t.Fatal(said(problems))
			}
			if got := plain(c.Alt); !strings.HasPrefix(got, want[i]) {
				t.Errorf("%s:\n%s\nwant\n%s", g.name, got, want[i])
			}
		}
	}
}

// The extremes that are told are those of the rows, found here without the chart.
func TestAltTellsTheExtremes(t *testing.T) {
	for _, kind := range []string{"column", "bar", "line", "area", "donut", "pie", "rose", "funnel", "radar", "pictogram", "treemap"} {
		for _, p := range patterns {
			if p.name != "usual" && p.name != "years" && p.name != "long" && p.name != "ranking" {
				continue // the others have gaps, equal values, or units of their own
			}
			f, data := p.figure(kind, 1)
			c, problems := Resolve(f, data, Options{})
			if problems.HasErrors() {
				continue
			}
			low, high := extremes(data, 2)
			for _, row := range []series.Row{low, high} {
				v := row.Cells[2]
				want := typeset.Text(row.Cells[0].Text) + " " + format{decimals: asPrinted}.number(v.Num, v.Decimals)
				if !strings.Contains(plain(c.Alt), plain(want)) {
					t.Errorf("%s of %s: %q does not tell %q", kind, p.name, c.Alt, want)
				}
			}
			if want := fmt.Sprintf("共 %d 个值", p.n); !strings.Contains(c.Alt, want) {
				t.Errorf("%s of %s: %q does not say %q", kind, p.name, c.Alt, want)
			}
		}
	}
}

// extremes are the rows with the least and the most in a column.
func extremes(data series.Frame, col int) (low, high series.Row) {
	low, high = data.Rows[0], data.Rows[0]
	for _, r := range data.Rows {
		if r.Cells[col].Num < low.Cells[col].Num {
			low = r
		}
		if r.Cells[col].Num > high.Cells[col].Num {
			high = r
		}
	}
	return low, high
}

// The author's words are instead, and an empty figure says that it is empty.
func TestAltOfAuthorAndOfNothing(t *testing.T) {
	f, data := destinations("bar")
	f.Alt = at("近四成毕业生升学。")
	if c, _ := Resolve(f, data, Options{}); c.Alt != "近四成毕业生升学。" {
		t.Errorf("alt text %q", c.Alt)
	}
	f, data = destinations("bar")
	f.Highlight, data.Rows = nil, nil
	for lang, want := range map[string]string{"zh-CN": "2023 届毕业生毕业去向，条形图。无数据。", "en": "2023 届毕业生毕业去向, bar chart. No data."} {
		if c, _ := Resolve(f, data, Options{Lang: lang}); c.Alt != want || !c.Empty {
			t.Errorf("alt text %q, empty %v; want %q", c.Alt, c.Empty, want)
		}
	}
}

// A note names, once each, the rows that a sum lacks.
func TestWhatASumLacksIsSaid(t *testing.T) {
	f, data := awards()
	data.Rows[0].Lacks, data.Rows[1].Lacks = []string{"北院", "南院"}, []string{"北院"}
	c, _ := Resolve(f, data, Options{})
	if got := strings.Join(c.Notes, " "); !strings.HasSuffix(got, "未计入（无数据）：北院、南院。") {
		t.Errorf("notes %q", got)
	}
}

// One note says that all values are computed, and a mark that some are.
func TestComputedIsSaidOnce(t *testing.T) {
	all, data := awards()
	c, _ := Resolve(all, data, Options{})
	if got := strings.Join(c.Notes, " "); got != "图中数值均由报告的数据算得，报告未印出。" {
		t.Errorf("notes %q", got)
	}
	for _, x := range c.Texts {
		if x.Role == chart.RoleValue && strings.HasSuffix(x.S, computedMark) {
			t.Errorf("%q has a mark, and so would all", x.S)
		}
	}
	data.Rows[0].Cells[2].Computed = false // one is printed
	c, _ = Resolve(all, data, Options{})
	marked := 0
	for _, x := range c.Texts {
		if x.Role == chart.RoleValue && strings.HasSuffix(x.S, computedMark) {
			marked++
		}
	}
	if got := strings.Join(c.Notes, " "); got != "* 计算值，报告未印出。" || marked != 2 {
		t.Errorf("notes %q with %d marks; want 2", got, marked)
	}
}

func TestDirection(t *testing.T) {
	d := &builder{fig: &spec.Figure{}, chart: &chart.Chart{Lang: "en"}}
	tests := []struct {
		from, to float64
		want     string
	}{{1, 2, "up"}, {2, 1, "down"}, {2, 2, "level"}, {-3, -2, "up"}}
	for _, tt := range tests {
		if got := direction(d, &chart.Datum{Y: tt.from}, &chart.Datum{Y: tt.to}); got != tt.want {
			t.Errorf("from %v to %v is %q; want %q", tt.from, tt.to, got, tt.want)
		}
	}
}

// A source line on a screen says lines as its language does, and of a table without a
// label where it was read.
func TestSourceLines(t *testing.T) {
	for _, tt := range []struct {
		table, lang string
		rows        int
		want        string
	}{
		{"表 6", "", 3, "来源：年报，表 6（第 100—102 行）"},
		{"表 6", "", 1, "来源：年报，表 6（第 100 行）"},
		{"Table 6", "en", 3, "Source: 年报, Table 6 (lines 100–102)"},
		{"Table 6", "en", 1, "Source: 年报, Table 6 (line 100)"},
		{"第 98 行", "en", 3, "Source: 年报, lines 100–102"},
		{"第 98 行", "", 3, "来源：年报，第 100—102 行"},
	} {
		f, data := destinations("bar")
		f.Highlight, data.Rows = nil, data.Rows[:tt.rows]
		for i := range data.Rows {
			data.Rows[i].Sources[0].Table = tt.table
		}
		c, problems := Resolve(f, data, Options{Lang: tt.lang, Form: chart.Screen})
		if len(problems) > 0 {
			t.Fatal(said(problems))
		}
		if c.Source != tt.want {
			t.Errorf("%s, %d rows, %q: %q; want %q", tt.table, tt.rows, tt.lang, c.Source, tt.want)
		}
	}
}

// On paper a source is cited as in a book: the table and its page. The lines are in the
// alternative text.
func TestSourcesOnPaper(t *testing.T) {
	for _, tt := range []struct {
		table, lang string
		places      []string
		want, alt   string
	}{
		{"表 6", "", []string{"", "", ""}, "来源：年报，表 6", "来源：年报，表 6（第 100—102 行）。"},
		{"Table 6", "en", []string{"", ""}, "Source: 年报, Table 6", " Source: 年报, Table 6 (lines 100–101)."},
		{"第 98 行", "", []string{""}, "来源：年报", "来源：年报，第 100 行。"},
		{"表 6", "", []string{"page 38", "page 38"}, "来源：年报，表 6，第 38 页", "共 2 个值。"},
		{"表 6", "", []string{"page 39", "page 38"}, "来源：年报，表 6，第 38—39 页", ""},
		{"", "en", []string{"page 38", "page 39"}, "Source: 年报, pp. 38–39", ""},
		{"Table 2", "en", []string{"page 7"}, "Source: 年报, Table 2, p. 7", ""},
		{"表 2", "", []string{"table 3 row 5"}, "来源：年报，表 2", ""},
	} {
		f, data := destinations("bar")
		f.Highlight, data.Rows = nil, data.Rows[:len(tt.places)]
		for i := range data.Rows {
			data.Rows[i].Sources[0].Table, data.Rows[i].Sources[0].Place = tt.table, tt.places[i]
		}
		c, problems := Resolve(f, data, Options{Lang: tt.lang})
		if len(problems) > 0 {
			t.Fatal(said(problems))
		}
		if c.Source != tt.want || !strings.HasSuffix(c.Alt, tt.alt) {
			t.Errorf("%s at %v: %q, alt %q; want %q, %q", tt.table, tt.places, c.Source, c.Alt, tt.want, tt.alt)
		}
	}
}

// Texts and numbers of different units have no highest, and a row without a name has that
// of its first text.
func TestTablesTellWhatCompares(t *testing.T) {
	f := fig("table", "", "")
	f.Category, f.Value = at(""), nil
	f.Columns = []spec.TableCol{{Name: at("项目")}, {Name: at("人数")}, {Name: at("数量")}}
	c, problems := Resolve(f, frame("项目 人数/人 数量",
		[]series.Value{text("甲"), num(12, 0, "人"), num(5000, 0, "人")},
		[]series.Value{text("乙"), num(7, 0, "人"), num(12.5, 1, "%")}), Options{})
	if got := plain(c.Alt); !strings.Contains(got, "表格。人数（人）：最高 甲 12，最低 乙 7。共 6 个值") {
		t.Error(got, said(problems))
	}
}
