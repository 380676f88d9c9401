package kind

import (
	"slices"
	"strings"
	"testing"

	"charts/internal/chart"
	"charts/internal/palette"
	"charts/internal/series"
	"charts/internal/spec"
)

func TestLevels(t *testing.T) {
	for _, tt := range []struct {
		ends []float64
		down bool
		v    float64
		want level
	}{
		{[]float64{90, 95}, false, 89.99, poor},
		{[]float64{90, 95}, false, 90, fair},
		{[]float64{90, 95}, false, 95, fine},
		{[]float64{16, 18}, true, 16, fine},
		{[]float64{16, 18}, true, 16.01, fair},
		{[]float64{16, 18}, true, 18, fair},
		{[]float64{16, 18}, true, 18.01, poor},
		{[]float64{60}, false, 60, fine},
		{[]float64{60}, false, 59, poor},
		{[]float64{60}, true, 60, fine},
		{[]float64{-5, 0}, false, -0.1, fair},
	} {
		if got := (thresholds{ends: tt.ends, down: tt.down}).of(tt.v); got != tt.want {
			t.Errorf("%v, down %v: %v is %d, want %d", tt.ends, tt.down, tt.v, got, tt.want)
		}
	}
}

// Whoever does not see the colours reads the signs and hears who is where.
func TestLimitsAreToldWithoutColour(t *testing.T) {
	f := fig("bar", "类", "率")
	f.Limits = ends(90, 95)
	c, problems := Resolve(f, frame("类 率/%",
		[]series.Value{text("会计"), num(96, 0, "%")}, []series.Value{text("护理"), num(91, 0, "%")}, []series.Value{text("园林"), num(80, 0, "%")}), Options{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	var labels, legend []string
	for _, d := range c.Panels[0].Marks[0].(chart.Bars).Data {
		labels = append(labels, d.Label.Text)
	}
	for _, e := range c.Legend {
		legend = append(legend, strings.ReplaceAll(e.Name, "\u2009", ""))
	}
	if want := []string{"96%\u00a0●", "91%\u00a0◆", "80%\u00a0▲"}; !slices.Equal(labels, want) {
		t.Errorf("labels %q, want %q", labels, want)
	}
	if want := []string{"● 好：≥95%", "◆ 中：90%–<95%", "▲ 差：<90%"}; !slices.Equal(legend, want) {
		t.Errorf("legend %q, want %q", legend, want)
	}
	if want := "差（<90%）1项：园林"; !strings.Contains(strings.NewReplacer("\u2009", "", " ", "").Replace(c.Alt), want) {
		t.Errorf("alt %q does not say %q", c.Alt, want)
	}
}

// Bars that bear no values are between lines at the limits.
func TestLimitsOfBarsWithoutLabels(t *testing.T) {
	f := fig("column", "类", "率")
	f.Limits, f.Labels = ends(90), spec.At[bool]{Pos: at("").Pos}
	c, _ := Resolve(f, frame("类 率/%", []series.Value{text("会计"), num(96, 0, "%")}), Options{})
	rules, ok := c.Panels[0].Marks[len(c.Panels[0].Marks)-1].(chart.Rules)
	if !ok || len(rules.Data) != 1 || rules.Data[0].From != 90 {
		t.Errorf("marks %+v, want a line at 90 last", c.Panels[0].Marks)
	}
}

func TestLimitsThatMakeNoSense(t *testing.T) {
	for _, tt := range []struct {
		name   string
		change func(*spec.Figure)
		want   string
	}{
		{"falling", func(f *spec.Figure) { f.Limits = ends(95, 90) }, "limits rise, and 90 is not above 95"},
		{"equal", func(f *spec.Figure) { f.Limits = ends(95, 95) }, "limits rise, and 95 is not above 95"},
		{"two series", func(f *spec.Figure) { f.Limits, f.Value = ends(95), []spec.At[string]{at("甲"), at("乙")} }, "limits colour one series, and the figure has 2"},
		{"highlight", func(f *spec.Figure) { f.Limits, f.Highlight = ends(95), []spec.At[string]{at("会计")} }, "limits colour every bar, and highlight and colors do, too"},
		{"good alone", func(f *spec.Figure) { f.Good = at("down") }, "good says which side of the limits is welcome, and there are none"},
		{"of texts", func(f *spec.Figure) {
			f.Chart, f.Columns = at("table"), []spec.TableCol{{Name: at("类"), Limits: ends(1)}}
		}, "limits are for numbers, and the cells of 类 are none"},
	} {
		f := fig("bar", "类", "甲")
		tt.change(f)
		_, problems := Resolve(f, frame("类 甲 乙", []series.Value{text("会计"), num(96, 0, ""), num(90, 0, "")}), Options{})
		if len(problems) != 1 || problems[0].Text.String() != tt.want || problems[0].Pos.Line == 0 {
			t.Errorf("%s: %v, want one problem in its place: %s", tt.name, problems, tt.want)
		}
	}
}

func TestCardWithLimits(t *testing.T) {
	for _, tt := range []struct {
		name          string
		limits        []spec.At[float64]
		good          string
		level, rating string
	}{
		{"below the first", ends(95, 98), "", "poor", "▲ 差：<95%"},
		{"between", ends(90, 95), "up", "fair", "◆ 中：90%–<95%"},
		{"less is better", ends(93, 95), "down", "good", "● 好：≤93%"},
		{"without limits", nil, "up", "", ""},
	} {
		c := spec.Card{Title: at("报到率"), Value: at("报到率"), Limits: tt.limits, Good: at(tt.good)}
		got, problems := ResolveCard(c, frame("报到率/%", []series.Value{num(92.79, 2, "%")}), Options{})
		if rating := strings.ReplaceAll(got.Rating, "\u2009", ""); got.Level != tt.level || rating != tt.rating || len(problems) > 0 {
			t.Errorf("%s: %q %q, %v", tt.name, got.Level, rating, problems)
		}
	}
}

// A theme says which colours good and poor values have.
func TestLevelColoursOfATheme(t *testing.T) {
	f := fig("bar", "类", "率")
	f.Limits = ends(80, 90)
	data := frame("类 率/%", []series.Value{text("会计"), num(96, 0, "%")}, []series.Value{text("护理"), num(85, 0, "%")}, []series.Value{text("机电"), num(70, 0, "%")})
	look := spec.Theme{Light: spec.Palette{Good: at("#005f73"), Poor: at("#9b2226")}}
	c, _ := Resolve(f, data, Options{Look: look})
	want := []chart.Color{"#005f73", palette.Themes[0].Levels[fair], "#9b2226"}
	for i, d := range c.Panels[0].Marks[0].(chart.Bars).Data {
		if d.Color != want[i] || c.Legend[i].Color != want[i] {
			t.Errorf("%s is %s, and %s in the legend; want %s", d.Name, d.Color, c.Legend[i].Color, want[i])
		}
	}
}
