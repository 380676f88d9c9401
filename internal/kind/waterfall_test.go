package kind

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"charts/internal/chart"
	"charts/internal/series"
)

func TestWaterfall(t *testing.T) {
	amount := func(name string, v float64) []series.Value {
		return []series.Value{text(name), num(v, 2, "亿元")}
	}
	tests := []struct {
		name string
		rows [][]series.Value
		want string // from–to and the label of each bar
	}{
		{"a total at the end",
			[][]series.Value{amount("2022年", 4.25), amount("财政", 0.5), amount("科研", -0.25), amount("2023年", 4.5)},
			"4–4.25 4.25, 4.25–4.75 +0.50, 4.75–4.5 −0.25, 4–4.5 4.50"}, // the steps would be too low from zero
		{"large steps",
			[][]series.Value{amount("2022年", 4.25), amount("财政", 1.5), amount("科研", -0.25), amount("2023年", 5.5)},
			"0–4.25 4.25, 4.25–5.75 +1.50, 5.75–5.5 −0.25, 0–5.5 5.50"},
		{"no total",
			[][]series.Value{amount("2022年", 4.25), amount("财政", 0.5), amount("科研", 0.25)},
			"3.5–4.25 4.25, 4.25–4.75 +0.50, 4.75–5 +0.25"},
		{"a gap",
			[][]series.Value{amount("2022年", 4.25), {text("财政"), {}}, amount("科研", 0.25)},
			"4.1–4.25 4.25, 4.25–4.25 无数据, 4.25–4.5 +0.25"},
		{"a total of rounded steps",
			[][]series.Value{amount("年初", 0.33), amount("一季度", 0.33), amount("二季度", 0.33), amount("年末", 1)},
			"0–0.33 0.33, 0.33–0.66 +0.33, 0.66–0.99 +0.33, 0–1 1.00"},
		{"below zero",
			[][]series.Value{amount("年初", 1), amount("支出", -3)},
			"0–1 1.00, 1–-2 −3.00"},
	}
	for _, tt := range tests {
		c, problems := Resolve(fig("waterfall", "项", "收入"), frame("项 收入/亿元", tt.rows...), Options{})
		if len(problems) > 0 {
			t.Fatal(said(problems))
		}
		cut := c.Panels[0].Y.Min > 0
		if noted := slices.ContainsFunc(c.Notes, func(n string) bool { return strings.HasPrefix(n, "总额的柱有断口，从") }); noted != cut || len(c.Panels[0].Marks) > 1 != cut {
			t.Errorf("%s: the axis starts at %v, and %d marks and %q say so", tt.name, c.Panels[0].Y.Min, len(c.Panels[0].Marks), c.Notes)
		}
		var got []string
		for _, d := range c.Panels[0].Marks[0].(chart.Bars).Data {
			got = append(got, fmt.Sprintf("%v–%v %s", d.Base, d.Y, d.Label.Text))
		}
		if s := strings.Join(got, ", "); s != tt.want {
			t.Errorf("%s: %s; want %s", tt.name, s, tt.want)
		}
	}
}

// An end that the steps do not lead to is no gain.
func TestWaterfallEnds(t *testing.T) {
	for _, tt := range []struct{ name, want string }{
		{"期末", "期末 is 6.50, and the steps before it lead to 7.00; write losses with a minus"},
		{"年末结余", "年末结余 is 6.50, and the steps before it lead to 7.00"},
		{"结束", "结束 is 6.50"},
		{"Closing balance", "Closing balance is 6.50"},
		{"End of 2023", "End of 2023 is 6.50"},
		{"捐赠", ""},
		{"Endowment", ""},
	} {
		rows := [][]series.Value{{text("期初"), num(3, 2, "亿元")}, {text("拨款"), num(4, 2, "亿元")}, {text(tt.name), num(6.5, 2, "亿元")}}
		_, problems := Resolve(fig("waterfall", "项", "收入"), frame("项 收入/亿元", rows...), Options{})
		if got := said(problems); tt.want == "" && got != "" || !strings.Contains(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// A value that would lie on the line at zero is at the other end of its bar.
func TestWaterfallValuesOffZero(t *testing.T) {
	tests := []struct {
		from, change float64
		want         chart.LabelPlace
	}{
		{100, -50, chart.Outside},
		{100, -98, chart.Above}, // under its bar is the line
		{100, -100, chart.Above},
		{100, -120, chart.Outside}, // beyond the line
		{-100, 98, chart.Below},
		{-100, 50, chart.Outside},
		{0, 3, chart.Outside}, // away from the line
	}
	for _, tt := range tests {
		c, _ := Resolve(fig("waterfall", "项", "收入"), frame("项 收入/万元",
			[]series.Value{text("年初"), num(tt.from, 0, "万元")},
			[]series.Value{text("变动"), num(tt.change, 0, "万元")},
			[]series.Value{text("捐赠"), num(10, 0, "万元")}), Options{})
		if got := c.Panels[0].Marks[0].(chart.Bars).Data[1].Label.Place; got != tt.want {
			t.Errorf("from %v by %v: the value stands %s; want %s", tt.from, tt.change, got, tt.want)
		}
	}
}

// A total row of the report starts at zero wherever it comes.
func TestWaterfallTotalRow(t *testing.T) {
	data := frame("项 收入/万元",
		[]series.Value{text("学费"), num(30, 0, "万元")},
		[]series.Value{text("培训"), num(20, 0, "万元")},
		[]series.Value{text("小计"), num(50, 0, "万元")},
		[]series.Value{text("科研"), num(10, 0, "万元")})
	data.Rows[2].Total = true
	c, _ := Resolve(fig("waterfall", "项", "收入"), data, Options{})
	bars := c.Panels[0].Marks[0].(chart.Bars).Data
	if d := bars[2]; d.Base != 0 || d.Y != 50 {
		t.Errorf("小计 runs from %v to %v; want 0 to 50", d.Base, d.Y)
	}
	if d := bars[3]; d.Base != 50 || d.Y != 60 {
		t.Errorf("科研 runs from %v to %v; want 50 to 60", d.Base, d.Y)
	}
}
