package kind

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"charts/internal/chart"
	"charts/internal/series"
	"charts/internal/spec"

	"github.com/shopspring/decimal"
)

// spreadOut is a figure of many values in two groups: the second has few.
func spreadOut(kind string) func() (*spec.Figure, series.Frame) {
	return func() (*spec.Figure, series.Frame) {
		f := fig(kind, "学制", "报到率")
		if kind == "histogram" {
			f.Category = spec.At[string]{}
		} else {
			f.Label = at("专业")
		}
		var rows [][]series.Value
		for i, v := range []float64{91, 92, 93, 94, 95, 96, 97, 60, 98, 99} {
			group := "三年制"
			if i >= 8 {
				group = "五年制"
			}
			rows = append(rows, []series.Value{text(group), text("专业" + string([]rune("甲乙丙丁戊己庚辛壬癸")[i])), num(v, 0, "%")})
		}
		return f, frame("学制 专业 报到率/%", rows...)
	}
}

// marksOf are the values of all marks, by their names.
func marksOf(c *chart.Chart) string {
	var out []string
	for _, p := range c.Panels {
		for _, m := range p.Marks {
			name, data := chart.ValuesOf(m)
			if name == "" {
				continue
			}
			line := name + ":"
			for _, d := range data {
				line += " " + d.Name + "=" + d.Text
			}
			out = append(out, line)
		}
	}
	return strings.ReplaceAll(strings.Join(out, "\n"), "\u2009", " ")
}

// The steps of a histogram are round, and hold every value once, also those on their
// ends.
func TestHistogram(t *testing.T) {
	for _, tt := range []struct {
		values string
		want   string
	}{
		{"1", "1=1 个"},
		{"0 0 0", "0=3 个"},
		{"1 2 4 4 5", "1=1 个 2=1 个 3=0 个 4=2 个 5=1 个"}, // 5 is not in the bar of 4
		{"0 10 20 30 40", "0–10=1 个 10–20=1 个 20–30=1 个 30–40=2 个"},
		{"1.5 2.5 2.5 9.9", "0–2=1 个 2–4=2 个 4–6=0 个 6–8=0 个 8–10=1 个"},
		{"-5 5", "−5–0=1 个 0–5=1 个"},
	} {
		f := fig("histogram", "", "数")
		var rows [][]series.Value
		n := 0
		for _, v := range strings.Fields(tt.values) {
			var x float64
			fmt.Sscan(v, &x)
			rows = append(rows, []series.Value{num(x, 1, "")})
			n++
		}
		c, problems := Resolve(f, frame("数", rows...), Options{})
		if len(problems) > 0 {
			t.Errorf("%s: %s", tt.values, said(problems))
			continue
		}
		if got := marksOf(c); got != "个数: "+tt.want {
			t.Errorf("%s: %q, want %q", tt.values, got, tt.want)
		}
		total := 0.0
		for _, d := range c.Panels[0].Marks[0].(chart.Bars).Data {
			total += d.Y
		}
		if total != float64(n) {
			t.Errorf("%s: %g values are counted, there are %d", tt.values, total, n)
		}
	}
}

// A box has the quartiles of its category, its whiskers end at values that are there,
// and few values are one by one.
func TestBoxplot(t *testing.T) {
	f, data := spreadOut("boxplot")()
	c, problems := Resolve(f, data, Options{})
	if len(problems) > 0 {
		t.Fatal(said(problems))
	}
	want := "四分位: 三年制=91.75% 至 95.25%（8 个值）\n中位数: 三年制=93.5%\n报到率: 专业辛=60% 专业壬=98% 专业癸=99%"
	if got := marksOf(c); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	reach := c.Panels[0].Marks[0].(chart.Bars).Data[0]
	if reach.Base != 91 || reach.Y != 97 {
		t.Errorf("the whiskers reach from %g to %g, want 91 to 97", reach.Base, reach.Y)
	}
	if alt := plain(c.Alt); !strings.Contains(alt, "最高 专业癸 99%，最低 专业辛 60%。四分位：三年制 91.75% 至 95.25%") || !strings.Contains(alt, "共 10 个值") {
		t.Error(alt)
	}
}

// Five values have a box, and four are one by one.
func TestLeastBox(t *testing.T) {
	for n, want := range map[int]string{4: "四分位:\n中位数:\n报到率: 专业甲=91% 专业乙=92% 专业丙=93% 专业丁=94%", 5: "四分位: 三年制=92% 至 94%（5 个值）\n中位数: 三年制=93%"} {
		f, data := spreadOut("boxplot")()
		data.Rows = data.Rows[:n]
		c, problems := Resolve(f, data, Options{})
		if got := marksOf(c); got != want || len(problems) > 0 {
			t.Errorf("%d values: %q, want %q %s", n, got, want, said(problems))
		}
	}
}

// A value that is missing is named, and what is highlighted lies on top with its name.
func TestStrip(t *testing.T) {
	f, data := spreadOut("strip")()
	data.Rows[2].Cells[2] = series.Value{}
	f.Highlight = []spec.At[string]{at("专业甲")}
	c, problems := Resolve(f, data, Options{})
	if len(problems) > 0 {
		t.Fatal(said(problems))
	}
	dots := c.Panels[0].Marks[len(c.Panels[0].Marks)-1].(chart.Points).Data
	if last := dots[len(dots)-1]; last.Name != "专业甲" || last.Label.Text != "专业甲" || last.X != 0.5 || len(dots) != 9 {
		t.Errorf("%d dots, the last is %+v", len(dots), last)
	}
	if !strings.Contains(strings.Join(c.Notes, ""), "无数据：专业丙。") {
		t.Errorf("notes %q", c.Notes)
	}
}

// A range runs upwards and holds its value.
func TestRanges(t *testing.T) {
	for _, tt := range []struct {
		low, mid, high float64
		want           string
	}{
		{1, 2, 3, ""}, {2, 2, 2, ""}, {3, 2, 1, "最低 of 甲 is above its 最高"}, {1, 4, 3, "平均 of 甲 lies outside its range"}, {2, 1, 3, "平均 of 甲 lies outside its range"},
	} {
		f := fig("range", "项", "平均")
		f.Low, f.High = at("最低"), at("最高")
		_, problems := Resolve(f, frame("项 最低 平均 最高", []series.Value{text("甲"), num(tt.low, 0, ""), num(tt.mid, 0, ""), num(tt.high, 0, "")}), Options{})
		if got := said(problems); tt.want == "" && got != "" || !strings.Contains(got, tt.want) {
			t.Errorf("%v: %q, want %q", tt, got, tt.want)
		}
	}
}

// The axis of dots may start near the values, and the figure says where; that of
// lollipops starts at zero.
func TestDotsNeedNoZero(t *testing.T) {
	for kind, from := range map[string]float64{"dot": 90, "lollipop": 0} {
		f := fig(kind, "项", "率")
		c, _ := Resolve(f, frame("项 率/%", []series.Value{text("甲"), num(91, 0, "%")}, []series.Value{text("乙"), num(97, 0, "%")}), Options{})
		if got := c.Panels[0].X.Min; got != from {
			t.Errorf("%s starts at %g, want %g", kind, got, from)
		}
		if said := strings.Contains(strings.Join(c.Notes, ""), "横轴从 90 开始。"); said != (kind == "dot") {
			t.Errorf("%s: notes %q", kind, c.Notes)
		}
	}
}

// isSpread reports whether the numbers of a text are the quartiles of a category, or
// its median, and how many values it has.
func (w *witness) isSpread(text, category string) bool {
	if w.c.Kind != "boxplot" {
		return false
	}
	var vs []float64
	for _, row := range w.data.Rows {
		if v := row.Cells[2]; v.Kind == series.Number && name(row.Cells[1]) == category {
			vs = append(vs, inUnitOf(v, w.data.Columns[2].Unit).InexactFloat64())
		}
	}
	slices.Sort(vs)
	at := func(part float64) decimal.Decimal { // by the definition of QUARTILE.INC
		place := part * float64(len(vs)-1)
		i := min(int(place), max(len(vs)-2, 0))
		low, high := decimal.NewFromFloat(vs[i]), decimal.NewFromFloat(vs[min(i+1, len(vs)-1)])
		return low.Add(high.Sub(low).Mul(decimal.NewFromFloat(place - float64(i))))
	}
	numbers := numberText.FindAllString(text, -1)
	want := []decimal.Decimal{at(0.25), at(0.75), decimal.NewFromInt(int64(len(vs)))}
	if len(numbers) == 1 {
		want = []decimal.Decimal{at(0.5)}
	}
	for i, digits := range numbers {
		p, ok := takeApart(digits)
		if !ok || i >= len(want) || !slices.ContainsFunc([]int32{0, -4, -8}, func(by int32) bool { return p.says(want[i].Shift(by)) }) {
			return false
		}
	}
	return true
}
