package kind

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"charts/internal/chart"
	"charts/internal/diag"
	"charts/internal/series"
	"charts/internal/spec"
)

// A gauge fills its half circle in proportion.
func TestGauge(t *testing.T) {
	tests := []struct {
		value       float64
		unit        string
		max, target string
		to          float64 // of the filled part, in turns
		title       string
	}{
		{50, "%", "", "", 1.0, "50%"},
		{100, "%", "", "95", 1.25, "100%"},
		{0, "%", "", "", 0.75, "0%"},
		{300, "人", "1200", "", 0.875, "300\u2009人"},
		{15, "项", "", "20", 1.125, "15\u2009项"}, // the scale ends at a round number beyond both
	}
	for _, tt := range tests {
		f := fig("gauge", "", "值")
		f.Max, f.Target = at(tt.max), at(tt.target)
		c, problems := Resolve(f, frame("值/"+tt.unit, []series.Value{num(tt.value, 0, tt.unit)}), Options{})
		if len(problems) > 0 {
			t.Fatal(said(problems))
		}
		s := c.Panels[0].Marks[0].(chart.Slices)
		if s.From[0] != 0.75 || s.To[0] != tt.to || s.Title != tt.title {
			t.Errorf("%v %s of %q: from %v to %v, %q; want from 0.75 to %v, %q", tt.value, tt.unit, tt.max, s.From[0], s.To[0], s.Title, tt.to, tt.title)
		}
	}
}

func TestChange(t *testing.T) {
	tests := []struct {
		value, before float64
		unit          string
		want          string
	}{
		{92.79, 91.55, "%", "较前 ▲ 1.24 个百分点"},
		{91.55, 92.79, "%", "较前 ▼ 1.24 个百分点"},
		{120, 100, "人", "较前 ▲ 20 人（20.0%）"},
		{100, 100, "人", "较前 0 人（0.0%）"},
		{5, 0, "项", "较前 ▲ 5 项"}, // no share of nothing
	}
	for _, tt := range tests {
		decimals := map[bool]int{true: 2, false: 0}[tt.unit == "%"]
		f := fig("kpi", "", "值")
		f.Compare = at("前")
		c, _ := Resolve(f, frame("值/"+tt.unit+" 前/"+tt.unit, []series.Value{num(tt.value, decimals, tt.unit), num(tt.before, decimals, tt.unit)}), Options{})
		lines := strings.Split(c.Panels[0].Marks[0].(chart.Cells).Data[0].Label.Text, "\n")
		if got := strings.Join(strings.Fields(plain(lines[2])), " "); got != tt.want {
			t.Errorf("%v after %v: %q; want %q", tt.value, tt.before, got, tt.want)
		}
	}
}

// One sign stands for a round number, and all lines together are few.
func TestPerSign(t *testing.T) {
	tests := []struct {
		values         []float64
		line, decimals int
		want           float64
	}{
		{[]float64{31, 48, 12, 9}, 10, 0, 1},  // 13 lines
		{[]float64{31, 48, 22, 11}, 10, 0, 1}, // 14
		{[]float64{31, 51, 22, 11}, 10, 0, 2},
		{[]float64{1863}, 20, 0, 10},
		{[]float64{20}, 20, 0, 1},
		{[]float64{5e6}, 20, 0, 2e4},
		{[]float64{0.4}, 20, 2, 0.002},
		{[]float64{0}, 20, 0, 1},
	}
	for _, tt := range tests {
		m := matrix{runs: []run{{}}}
		m.decimals = tt.decimals
		longest := 0.0
		for _, v := range tt.values {
			m.cats = append(m.cats, "名")
			m.runs[0].cells = append(m.runs[0].cells, cell{Datum: chart.Datum{Y: v}})
			longest = max(longest, v)
		}
		if got := perSign(m, tt.line, longest); got != tt.want {
			t.Errorf("perSign(%v, %d) = %v; want %v", tt.values, tt.line, got, tt.want)
		}
	}
}

// The signs of a row are its value, rounded to whole ones.
func TestPictogramCounts(t *testing.T) {
	f, data := destinations("pictogram")
	f.Highlight = nil
	c, _ := Resolve(f, data, Options{})
	if want := "每格表示 50 人，格数四舍五入。"; plain(c.Notes[0]) != want {
		t.Fatalf("note %q; want %q", c.Notes[0], want)
	}
	values, signs := c.Panels[0].Marks[0].(chart.Cells), c.Panels[0].Marks[1].(chart.Cells)
	next := 0
	for _, d := range values.Data {
		n := int(math.Round(d.Y / 50))
		if n > 0 && (next >= len(signs.Boxes) || signs.Boxes[next].X != signs.Boxes[0].X) {
			t.Errorf("the signs of %s do not begin a line", d.Name)
		}
		next += n
	}
	if next != len(signs.Boxes) {
		t.Errorf("%d signs; want %d", len(signs.Boxes), next)
	}
}

func TestReferences(t *testing.T) {
	tests := []struct {
		ref   spec.Reference
		label string
		at    float64
	}{
		{spec.Reference{Value: at("mean")}, "平均 1,409", 1409},
		{spec.Reference{Value: at("median")}, "中位数 1,323", 1322.5},
		{spec.Reference{Value: at("2000"), Label: at("计划")}, "计划 2,000", 2000},
		{spec.Reference{Value: at("500")}, "500", 500},
	}
	for _, tt := range tests {
		f, data := destinations("bar")
		f.Reference = []spec.Reference{tt.ref}
		c, problems := Resolve(f, data, Options{})
		if len(problems) > 0 {
			t.Fatal(said(problems))
		}
		for _, m := range c.Panels[0].Marks {
			if r, ok := m.(chart.Rules); ok && (plain(r.Data[0].Label) != tt.label || r.Data[0].From != tt.at) {
				t.Errorf("%s: %q at %v; want %q at %v", tt.ref.Value.V, r.Data[0].Label, r.Data[0].From, tt.label, tt.at)
			}
		}
	}
}

// A row that averages others or adds them up counts for no average.
func TestReferencesCountValuesOnly(t *testing.T) {
	for _, name := range []string{"平均", "合计", "Average"} {
		f := fig("bar", "项", "分")
		f.Reference = []spec.Reference{{Value: at("median")}}
		c, problems := Resolve(f, frame("项 分", []series.Value{text("甲"), num(50, 0, "")}, []series.Value{text("乙"), num(40, 0, "")}, []series.Value{text("丙"), num(0, 0, "")}, []series.Value{text(name), num(90, 0, "")}), Options{})
		if len(problems) > 0 {
			t.Fatal(said(problems))
		}
		if want := "中位数由除" + name + "外的3个值算得，报告未印出。"; blankless(c.Notes[0]) != want {
			t.Errorf("%q; want %q", blankless(c.Notes[0]), want)
		}
	}
}

// A value beyond the end of its scale is refused.
func TestValueOverItsMax(t *testing.T) {
	for _, kind := range []string{"gauge", "bullet"} {
		f := fig(kind, "", "值")
		f.Max = at("100")
		_, problems := Resolve(f, frame("值/件", []series.Value{num(130, 0, "件")}), Options{})
		if got := blankless(said(problems)); !strings.Contains(got, "值is130件,morethanthemaxof100件") {
			t.Errorf("%s: %s", kind, got)
		}
	}
}

// A target is called what its column is called; only a number of the spec is a
// target.
func TestTargetHasItsName(t *testing.T) {
	data := frame("编内/人 核定编制/人", []series.Value{num(388, 0, "人"), num(402, 0, "人")})
	for _, kind := range []string{"gauge", "bullet", "kpi"} {
		for target, want := range map[string]string{"核定编制": "核定编制402", "420": "目标420"} {
			f := fig(kind, "", "编内")
			f.Target = at(target)
			c, problems := Resolve(f, data, Options{})
			if problems.HasErrors() {
				t.Fatal(said(problems))
			}
			shown := ""
			for _, x := range c.Texts {
				shown += blankless(x.S) + " "
			}
			if alt := blankless(c.Alt); !strings.Contains(shown, want) || !strings.Contains(alt, want) {
				t.Errorf("%s: the target is %q, shown as %q and told as %q", kind, want, shown, alt)
			}
			if target == "核定编制" && strings.Contains(shown+c.Alt, "目标") {
				t.Errorf("%s: 核定编制 is called a target: %q %q", kind, shown, c.Alt)
			}
		}
	}
}

// A target without a unit is meant in that of its value.
func TestTargetWithoutUnit(t *testing.T) {
	f := fig("gauge", "", "到课率")
	f.Target = at("要求")
	c, problems := Resolve(f, frame("到课率/% 要求", []series.Value{num(93.5, 1, "%"), {Kind: series.Number, Num: 95, Text: "95"}}), Options{})
	if problems.HasErrors() {
		t.Fatal(said(problems))
	}
	if !strings.Contains(blankless(c.Alt), "要求95.0%") {
		t.Errorf("the target is told as %q", c.Alt)
	}
}

// Numbers of a column without a unit do not take that of their neighbours.
func TestUnitOfItsOwn(t *testing.T) {
	_, problems := Resolve(fig("column", "年", "人数", "率"), frame("年 人数 率/%",
		[]series.Value{text("2023"), {Kind: series.Number, Num: 120, Text: "120"}, num(93.5, 1, "%")}), Options{})
	want := "t.yaml:1:1: one axis cannot carry 率 (%) and 人数 (no unit); write unit: where the report leaves it out, or use chart: panels (年报.txt:100)"
	if got := strings.TrimSpace(said(problems)); got != want {
		t.Errorf("%s; want %s", got, want)
	}
}

// A number of the spec that is a part of one among percentages is told, with what it is
// meant to be.
func TestFractions(t *testing.T) {
	for _, tt := range []struct {
		chart, unit string
		value       float64
		set         func(*spec.Figure)
		want        string
	}{
		{"gauge", "%", 80, func(f *spec.Figure) { f.Target = at("0.9") }, "write 90"},
		{"gauge", "%", 80, func(f *spec.Figure) { f.Max = at("1") }, "write 100"},
		{"gauge", "%", 80, func(f *spec.Figure) { f.Target = at("90") }, ""},
		{"gauge", "%", 2, func(f *spec.Figure) { f.Target = at("0.9") }, ""},
		{"gauge", "人", 80, func(f *spec.Figure) { f.Target = at("0.9") }, ""},
		{"column", "%", 80, func(f *spec.Figure) { f.Reference = []spec.Reference{{Value: at("0.29")}} }, "write 29"},
		{"column", "%", 80, func(f *spec.Figure) { f.Limits = []spec.At[float64]{{V: 0.85}} }, "write 85"},
		{"column", "%", 80, func(f *spec.Figure) { f.Limits = []spec.At[float64]{{V: 85}} }, ""},
	} {
		f, data := fig("gauge", "", "值"), frame("值/"+tt.unit, []series.Value{num(tt.value, 0, tt.unit)})
		if tt.chart == "column" {
			f, data = fig("column", "名", "值"), frame("名 值/"+tt.unit, []series.Value{text("甲"), num(tt.value, 0, tt.unit)})
		}
		tt.set(f)
		_, problems := Resolve(f, data, Options{})
		got := ""
		for _, p := range problems {
			got += p.Hint.String()
		}
		if !strings.HasSuffix(got, tt.want) || tt.want == "" && got != "" {
			t.Errorf("%s of %v%s: %s", tt.chart, tt.value, tt.unit, said(problems))
		}
	}
}

// Numbers of the spec are in the unit of the data, whatever the axis has; what cannot be
// meant is refused, and what looks like another unit is told.
func TestTypedNumbersAreInTheUnitOfTheData(t *testing.T) {
	for _, tt := range []struct {
		kind, unit, target, max string
		value                   float64
		said                    string // of the target on the scale, or of what is told
	}{
		{"bullet", "元", "30000000", "", 25e6, "目标 3,000"},
		{"gauge", "元", "30000000", "40000000", 25e6, "目标 3,000 万元"},
		{"bullet", "", "10", "", -5, "starts at zero"},
		{"bullet", "", "-3", "10", 5, "starts at zero"},
		{"bullet", "", "30", "10", 5, "more than the max"},
		{"gauge", "%", "0.5", "", 5, "目标 0.5%"},
	} {
		f := fig(tt.kind, "", "值")
		f.Target, f.Max = at(tt.target), at(tt.max)
		c, problems := Resolve(f, frame("值/"+tt.unit, []series.Value{num(tt.value, 1, tt.unit)}), Options{})
		got := said(problems)
		if len(problems) == 0 {
			got = plain(fmt.Sprint(c.Texts, c.Panels))
		}
		if !strings.Contains(got, tt.said) {
			t.Errorf("%s %v%s of %s, max %q: no %q in %s", tt.kind, tt.value, tt.unit, tt.target, tt.max, tt.said, got)
		}
	}
	f := fig("column", "年", "额")
	f.Reference, f.Limits = []spec.Reference{{Value: at("15000000")}}, []spec.At[float64]{{V: 2e7}}
	f.Axis.Max = spec.At[float64]{V: 4e7, Pos: diag.Pos{Line: 1}}
	c, problems := Resolve(f, frame("年 额/元", []series.Value{text("甲"), num(12e6, 0, "元")}, []series.Value{text("乙"), num(22e6, 0, "元")}), Options{})
	got := plain(fmt.Sprint(c.Texts, c.Panels))
	for _, want := range []string{"1,500", "1,200 ▲", "2,200 ●", "≥2,000"} {
		if !strings.Contains(got, want) || len(problems) > 0 {
			t.Errorf("no %q in %s %s", want, got, said(problems))
		}
	}
}

// The number of a ratio is on the side that the report prints it on.
func TestRatiosKeepTheirSide(t *testing.T) {
	for _, tt := range []struct{ cell, other, want string }{
		{"1:16.5", "1:1", "1:16.5"}, {"16.5:1", "1:1", "16.5:1"}, {"1：16.5", "1：2", "1:16.5"},
	} {
		v := func(s string, n float64) series.Value {
			return series.Value{Kind: series.Number, Num: n, Text: s, Unit: ":", Decimals: 1}
		}
		f := frame("校 比/:", []series.Value{text("甲"), v(tt.other, 1)}, []series.Value{text("乙"), v(tt.cell, 16.5)})
		c, problems := Resolve(fig("column", "校", "比"), f, Options{})
		if got := c.Panels[0].Marks[0].(chart.Bars).Data[1].Text; got != tt.want || len(problems) > 0 {
			t.Errorf("%s beside %s: %q, %s", tt.cell, tt.other, got, said(problems))
		}
		if got := CellText(f.Rows[1].Cells[1], "en"); got != tt.want {
			t.Errorf("%s in a table: %q", tt.cell, got)
		}
		f.Rows = f.Rows[1:]
		if card, _ := ResolveCard(spec.Card{Title: at("比"), Value: at("比")}, f, Options{}); card.Value+card.Unit != tt.want {
			t.Errorf("%s on a card: %q %q", tt.cell, card.Value, card.Unit)
		}
	}
}
