package kind

import (
	"testing"

	"charts/internal/series"
	"charts/internal/spec"
)

func TestStatedIn(t *testing.T) {
	tests := []struct {
		name, from string
		sign       float64
	}{
		{"比上年增长", "上年", 1},
		{"比上年末减少", "上年末", -1},
		{"比上年增减", "上年", 1},
		{"较去年同期提高", "去年同期", 1},
		{"比 2022 年下降", "2022年", -1},
		{"较上届上升", "上届", 1},
		{"同比增长", "上年同期", 1},
		{"同比降幅", "上年同期", -1},
		{"环比增速", "上期", 1},
		{"growth from 2022", "2022", 1},
		{"Decline since last year", "last year", -1},
		{"比上年", "", 0},  // 108 % of it, or 8 % more
		{"增长", "", 0},   // from what
		{"上年增长", "", 0}, // that of the year before
		{"上年减少", "", 0},
		{"上年", "", 0},
		{"2022年", "", 0},
		{"比重", "", 0},
	}
	for _, tt := range tests {
		if from, sign := statedIn(tt.name); from != tt.from || sign != tt.sign {
			t.Errorf("%s: from %q, %v; want %q, %v", tt.name, from, sign, tt.from, tt.sign)
		}
	}
}

// A card says the change that the report prints, and never counts it again.
func TestCardStatesAChange(t *testing.T) {
	tests := []struct {
		column          string
		value, by       series.Value
		change, against string
		delta           float64
		good            int
	}{
		{"比上年增长", num(110, 0, "亿元"), num(10, 1, "%"), "+10.0%", "较上年", 10, 1},
		{"比上年增长", num(95, 0, "亿元"), num(-5, 0, "%"), "−5%", "较上年", -5, -1},
		{"比上年减少", num(95, 0, "亿元"), num(5, 0, "%"), "−5%", "较上年", -5, -1},
		{"比上年减少", num(0, 0, "人"), num(100, 0, "%"), "−100%", "较上年", -100, -1}, // of what nobody knows
		{"比上年末增加", num(120, 0, "人"), num(20, 0, "人"), "+20\u2009人", "较上年末", 20, 1},
		{"较上年提高", num(97.25, 2, "%"), num(1.5, 1, "个百分点"), "+1.5\u2009个百分点", "较上年", 1.5, 1},
		{"比上年增长", num(95, 0, "亿元"), num(0, 0, "%"), "0%", "较上年", 0, 0},
		{"比上年增长", num(95, 0, "亿元"), series.Value{Kind: series.Missing}, "", "", 0, 0},
	}
	for _, tt := range tests {
		c := spec.Card{Title: at("数"), Value: at("数"), Compare: at(tt.column), Good: at("up")}
		got, problems := ResolveCard(c, frame("数 "+tt.column, []series.Value{tt.value, tt.by}), Options{})
		if got.Change != tt.change || got.Against != tt.against || got.Delta-tt.delta > 1e-9 || tt.delta-got.Delta > 1e-9 || got.Good != tt.good || len(problems) > 0 {
			t.Errorf("%s %v: %q %q %v %d, %v", tt.column, tt.by, got.Against, got.Change, got.Delta, got.Good, problems)
		}
	}
}

// So does a figure of numbers.
func TestNumberStatesAChange(t *testing.T) {
	for _, tt := range []struct {
		by   float64
		want string
	}{{7.4, "较上年 ▲\u00a07.4%"}, {-2, "较上年 ▼\u00a02.0%"}} {
		f := fig("kpi", "", "数")
		f.Compare = at("比上年增长")
		d := newBuilder(f, frame("数 比上年增长", []series.Value{num(636, 0, "亿元"), num(tt.by, 1, "%")}), Options{})
		all, ok := meters(d)
		if !ok {
			t.Fatal(d.problems)
		}
		if got := change(d, all[0]); got != tt.want {
			t.Errorf("%v: %q; want %q", tt.by, got, tt.want)
		}
	}
}
