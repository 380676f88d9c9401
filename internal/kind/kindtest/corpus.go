// Package kindtest gives tests a corpus of figures: every kind over every pattern of values.
package kindtest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"charts/internal/chart"
	"charts/internal/kind"
	"charts/internal/series"
	"charts/internal/spec"
)

// PhoneWidth is the room for a figure on a phone of 360 pixels.
const PhoneWidth = 292

// A Sample is one figure of the corpus in the forms that the two renderers draw.
type Sample struct {
	Name          string
	Kind          string
	Paper, Screen *chart.Chart
	Phone         *chart.Chart // the screen's, laid out for a phone
}

// kinds are the words of each kind over the columns 类, 组 and 甲 … 戊.
var kinds = []struct {
	name   string
	series []int // how many values the figure takes
	words  string
}{
	{"column", []int{1, 2, 5}, "category: 类\nvalue: %s"},
	{"column", []int{3}, "category: 类\nstack: true\nvalue: %s"},
	{"column", []int{3}, "category: 类\nstack: percent\nvalue: %s"},
	{"bar", []int{3, 4}, "category: 类\nstack: diverging\nvalue: %s"},
	{"bar", []int{1, 2, 5}, "category: 类\nvalue: %s"},
	{"bar", []int{3}, "category: 类\nstack: true\nvalue: %s"},
	{"dot", []int{1, 3}, "category: 类\nvalue: %s"},
	{"lollipop", []int{1}, "category: 类\nvalue: %s"},
	{"range", []int{3}, "category: 类\nlow: 甲\nvalue: 乙\nhigh: 丙"},
	{"histogram", []int{1}, "value: %s"},
	{"boxplot", []int{1}, "category: 组\nvalue: %s\nlabel: 类"},
	{"strip", []int{1}, "category: 组\nvalue: %s\nlabel: 类"},
	{"line", []int{1, 2, 5}, "category: 类\nvalue: %s"},
	{"area", []int{1}, "category: 类\nvalue: %s"},
	{"area", []int{3}, "category: 类\nstack: true\nvalue: %s"},
	{"combo", []int{2, 3}, "category: 类\nvalue: %s"},
	{"panels", []int{1, 3}, "category: 类\nvalue: %s"},
	{"donut", []int{1}, "category: 类\nvalue: %s"},
	{"pie", []int{1}, "category: 类\nvalue: %s"},
	{"rose", []int{1}, "category: 类\nvalue: %s"},
	{"funnel", []int{1}, "category: 类\nvalue: %s"},
	{"waterfall", []int{1}, "category: 类\nvalue: %s"},
	{"pictogram", []int{1}, "category: 类\nvalue: %s"},
	{"slope", []int{2}, "category: 类\nvalue: %s"},
	{"dumbbell", []int{2}, "category: 类\nvalue: %s"},
	{"scatter", []int{2}, "x: 甲\ny: 乙\nlabel: 类"},
	{"bubble", []int{3}, "x: 甲\ny: 乙\nsize: 丙\nlabel: 类"},
	{"heatmap", []int{1}, "x: 组\ny: 类\nvalue: %s"},
	{"radar", []int{1, 2}, "category: 类\nvalue: %s"},
	{"waffle", []int{1}, "category: 类\nvalue: %s"},
	{"waffle", []int{1}, "category: 类\nvalue: %s\nfacet: 组"},
	{"calendar", []int{1}, "category: 月\nvalue: %s"},
	{"calendar", []int{1}, "category: 日\nvalue: %s"},
	{"bar", []int{1, 2}, "category: 类\nvalue: %s\nindent: 属"},
	{"treemap", []int{1}, "path: [组, 类]\nvalue: %s"},
	{"sunburst", []int{1}, "path: [组, 类]\nvalue: %s"},
	{"sankey", []int{1}, "source: 组\ntarget: 类\nvalue: %s"},
	{"gauge", []int{1}, "value: %s\nmax: 100"},
	{"bullet", []int{1}, "value: %s\ntarget: 40\nmax: 100"},
	{"kpi", []int{1}, "value: %s"},
	{"map", []int{1}, "category: 类\nvalue: %s\ngeojson: regions.geojson"},
	{"table", []int{1}, "columns: [类, {name: 甲, as: bar}, 组]"},
	{"column", []int{1}, "category: 类\nvalue: %s\nlimits: [150, 220]"},
	{"bar", []int{1}, "category: 类\nvalue: %s\nlimits: 150\ngood: down"},
	{"gauge", []int{1}, "value: %s\nmax: 100\nlimits: [40, 60]"},
	{"bullet", []int{1}, "value: %s\ntarget: 40\nmax: 100\nlimits: [40, 60]"},
	{"kpi", []int{1}, "value: %s\nlimits: [40, 60]"},
	{"table", []int{1}, "columns: [类, {name: 甲, limits: [150, 220]}, 组]"},
	{"column", []int{1}, "category: 类\nvalue: %s\nfacet: 组"},
	{"column", []int{3}, "category: 类\nstack: true\nvalue: %s\nfacet: 组"},
	{"bar", []int{2}, "category: 类\nvalue: %s\nfacet: 组"},
	{"line", []int{1, 2}, "category: 类\nvalue: %s\nfacet: {column: 组, scale: free}"},
	{"donut", []int{1}, "category: 类\nvalue: %s\nfacet: 组"},
	{"scatter", []int{2}, "x: 甲\ny: 乙\nlabel: 类\nfacet: 组"},
	{"bubble", []int{3}, "x: 甲\ny: 乙\nsize: 丙\nlabel: 类\nfacet: 组"},
	{"range", []int{3}, "category: 类\nlow: 甲\nvalue: 乙\nhigh: 丙\nfacet: 组"},
	{"histogram", []int{1}, "value: %s\nfacet: 组"},
	{"boxplot", []int{1}, "category: 类\nvalue: %s\nfacet: 组"},
	{"strip", []int{1}, "category: 类\nvalue: %s\nfacet: 组"},
	{"heatmap", []int{1}, "x: 组\ny: 类\nvalue: %s\nfacet: 组"},
	{"radar", []int{1, 2}, "category: 类\nvalue: %s\nfacet: 组"},
	{"rose", []int{1}, "category: 类\nvalue: %s\nfacet: 组"},
	{"funnel", []int{1}, "category: 类\nvalue: %s\nfacet: 组"},
	{"pictogram", []int{1}, "category: 类\nvalue: %s\nfacet: 组"},
	{"treemap", []int{1}, "path: [类]\nvalue: %s\nfacet: 组"},
	{"sunburst", []int{1}, "path: [类]\nvalue: %s\nfacet: 组"},
	{"sankey", []int{1}, "source: 组\ntarget: 类\nvalue: %s\nfacet: 组"},
	{"gauge", []int{1}, "value: %s\nmax: 100\nfacet: 组"},
	{"map", []int{1}, "category: 类\nvalue: %s\ngeojson: regions.geojson\nfacet: 组"},
}

// patterns are what the values can be.
var patterns = []struct {
	name  string
	rows  int
	label func(i int) string
	value func(i, j int) string
}{
	{"usual", 6, plain, func(i, j int) string { return fmt.Sprint(100 + 37*i + 211*j) }},
	{"negative", 5, plain, func(i, j int) string { return fmt.Sprint((i*53+j*31)%170 - 80) }},
	{"zero", 4, plain, func(i, j int) string { return "0" }},
	{"missing", 6, plain, func(i, j int) string {
		if (i+j)%3 == 1 {
			return "~"
		}
		return fmt.Sprint(50 + 10*i)
	}},
	{"all missing", 3, plain, func(i, j int) string { return "~" }},
	{"huge", 4, plain, func(i, j int) string { return fmt.Sprintf("%de14", i+1) }},
	{"tiny", 4, plain, func(i, j int) string { return fmt.Sprintf("0.00000%d", i+1) }},
	{"one", 1, plain, func(i, j int) string { return "42" }},
	{"long", 6, long, func(i, j int) string { return fmt.Sprint(12391 - 700*i + j) }},
}

func plain(i int) string { return "专业" + string([]rune("甲乙丙丁戊己庚")[i]) }

func long(i int) string {
	return []string{"计算机科学与技术（中外合作办学）", "机械设计制造及其自动化", "公共基础课（不含思想政治课）教学",
		"农、林、牧、渔业及其辅助性活动", "Electrical Engineering and Automation", "跨境电子商务"}[i]
}

// made is the corpus, once it is.
var made []Sample

// Corpus resolves every kind over every pattern, once for all tests of a package, which
// change none of it. What a kind refuses (a donut of negative values) is left out; few
// may be.
func Corpus(t testing.TB) []Sample {
	t.Helper()
	if made == nil {
		made = corpus(t)
	}
	return made
}

func corpus(t testing.TB) (samples []Sample) {
	t.Helper()
	refused := map[string]int{}
	for _, k := range kinds {
		for _, p := range patterns {
			for _, n := range k.series {
				name := fmt.Sprintf("%s-%s-%d-%d", k.name, strings.ReplaceAll(p.name, " ", ""), n, len(samples))
				s := Sample{Name: name, Kind: k.name}
				s.Paper, s.Screen, s.Phone = resolve(t, name, k.name, k.words, n, p.rows, p.label, p.value)
				if s.Paper == nil || s.Screen == nil {
					refused[k.name+" "+k.words]++
					continue
				}
				samples = append(samples, s)
			}
		}
	}
	for kind, n := range refused {
		if n >= len(patterns) {
			t.Errorf("%s refuses every pattern", kind)
		}
	}
	if len(samples) < 250 {
		t.Errorf("only %d figures of the corpus are drawn", len(samples))
	}
	return samples
}

// resolve makes the charts of a figure, nil where it is refused.
func resolve(t testing.TB, id, name, words string, n, rows int, label func(int) string, value func(i, j int) string) (paper, screen, phone *chart.Chart) {
	t.Helper()
	values := []string{"甲", "乙", "丙", "丁", "戊"}[:n]
	if strings.Contains(words, "%s") {
		words = fmt.Sprintf(words, "["+strings.Join(values, ", ")+"]")
	}
	if name == "gauge" || name == "bullet" || name == "kpi" {
		rows = 1
	}
	if k, _ := spec.FindKind(name); slices.Contains(k.Options, "labels") {
		words += "\nlabels: true"
	}
	src := fmt.Sprintf("title: %s\nchart: %s\n%s\ndata:\n  source: 年报\n  values:\n", id, name, words)
	for i := range rows {
		whole := "~"
		if i%3 > 0 {
			whole = fmt.Sprintf("%q", label(i-i%3))
		}
		src += fmt.Sprintf("    - {类: %q, 组: %s, 属: %s, 月: 2023年%d月, 日: 2023-%02d-28", label(i), []string{"东部", "西部"}[i%2], whole, 2*i+1, i+1)
		for j, v := range values {
			src += fmt.Sprintf(", %s: %s", v, value(i, j))
		}
		src += "}\n"
	}
	f, problems := spec.ParseFigure(id+".yaml", []byte(src))
	if problems.HasErrors() {
		t.Fatalf("%v\n%s", problems, src)
	}
	store, err := series.NewStore(nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	frame, problems := store.Figure(t.Context(), f)
	if problems.HasErrors() {
		return nil, nil, nil
	}
	o := kind.Options{Form: chart.Screen, Shapes: regions(rows, label)}
	if screen = form(f, frame, o); screen != nil {
		o.Width = PhoneWidth
		phone = form(f, frame, o)
	}
	return form(f, frame, kind.Options{Form: chart.Report, Shapes: o.Shapes}), screen, phone
}

// regions is a map of rectangles side by side, one a row, and one without a value.
func regions(rows int, label func(i int) string) []byte {
	var all []string
	for i := range rows + 1 {
		name := "他乡"
		if i < rows {
			name = label(i)
		}
		all = append(all, fmt.Sprintf(`{"type": "Feature", "properties": {"name": %q}, "geometry": {"type": "Polygon",
			"coordinates": [[[%d, 30], [%d, 30], [%d, 33], [%d, 33], [%d, 30]]]}}`, name, 100+2*i, 102+2*i, 102+2*i, 100+2*i, 100+2*i))
	}
	return []byte(`{"type": "FeatureCollection", "features": [` + strings.Join(all, ",") + `]}`)
}

func form(f *spec.Figure, frame series.Frame, o kind.Options) *chart.Chart {
	c, problems := kind.Resolve(f, frame, o)
	if problems.HasErrors() {
		return nil
	}
	return c
}
