package kind

import (
	"slices"
	"strings"
	"testing"

	"charts/internal/chart"
	"charts/internal/series"
	"charts/internal/spec"
	"charts/internal/typeset"
)

// Sums are at stacked bars on paper, where the author asks for values and the
// parts can be summed.
func TestTotals(t *testing.T) {
	whole := []series.Value{num(900, 0, "人"), num(300, 0, "人")}
	tests := []struct {
		name   string
		change func(f *spec.Figure)
		form   chart.Form
		second []series.Value // the parts of the second column
		want   string
	}{
		{"columns", nil, chart.Report, []series.Value{num(700, 0, "人"), num(250, 0, "人")}, "合计 1,200, 合计 950"},
		{"rows on a slide", func(f *spec.Figure) { f.Chart = at("bar") }, chart.Slide, []series.Value{num(700, 0, "人"), num(250, 0, "人")}, "合计 1,200, 合计 950"},
		{"decimals", nil, chart.Report, []series.Value{num(0.1, 1, "人"), num(0.2, 1, "人")}, "合计 1,200.0, 合计 0.3"},
		{"a screen", nil, chart.Screen, whole, ""},
		{"values not asked for", func(f *spec.Figure) { f.Labels = spec.At[bool]{} }, chart.Report, whole, ""},
		{"side by side", func(f *spec.Figure) { f.Stack = at("false") }, chart.Report, whole, ""},
		{"parts of a hundred", func(f *spec.Figure) { f.Stack = at("percent") }, chart.Report, whole, ""},
		{"a part is missing", nil, chart.Report, []series.Value{num(700, 0, "人"), {}}, ""},
		{"a part is negative", nil, chart.Report, []series.Value{num(700, 0, "人"), num(-5, 0, "人")}, ""},
		{"a part is about so much", nil, chart.Report, []series.Value{num(700, 0, "人"), {Kind: series.Number, Num: 250, Unit: "人", Qualifier: "约"}}, ""},
		{"a part is computed", nil, chart.Report, []series.Value{num(700, 0, "人"), {Kind: series.Number, Num: 250, Unit: "人", Computed: true}}, ""},
		{"an annotation stands there", func(f *spec.Figure) { f.Annotations = []spec.Annotation{{At: at("2022年"), Text: at("首次")}} }, chart.Report, whole, ""},
	}
	for _, tt := range tests {
		f := fig("column", "年份", "本科", "专科")
		f.Stack, f.Labels = at("true"), spec.At[bool]{V: true, Pos: at("").Pos}
		if tt.change != nil {
			tt.change(f)
		}
		data := frame("年份 本科/人 专科/人", append([]series.Value{text("2022年")}, whole...), append([]series.Value{text("2023年")}, tt.second...))
		c, problems := Resolve(f, data, Options{Form: tt.form})
		if problems.HasErrors() {
			t.Fatal(said(problems))
		}
		var got []string
		for _, x := range c.Texts {
			if strings.HasPrefix(x.S, "合计") {
				got = append(got, strings.ReplaceAll(x.S, typeset.NoBreak, " "))
			}
		}
		if s := strings.Join(got, ", "); s != tt.want {
			t.Errorf("%s: %q; want %q", tt.name, s, tt.want)
		}
		checkTexts(t, tt.name, c)
	}
}

// Sums that would not be beside one another are all left out.
func TestTotalsHaveRoom(t *testing.T) {
	f, data := stacked("column", 14, 3, 200)
	f.Labels = spec.At[bool]{V: true, Pos: at("").Pos}
	c, _ := Resolve(f, data, Options{})
	if slices.ContainsFunc(c.Texts, func(x chart.Text) bool { return strings.HasPrefix(x.S, "合计") }) {
		t.Error("sums stand over 14 narrow columns")
	}
	checkTexts(t, "totals", c)
}
