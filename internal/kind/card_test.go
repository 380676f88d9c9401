package kind

import (
	"strings"
	"testing"

	"charts/internal/series"
	"charts/internal/spec"
)

// A card with periods shows the last one, wherever it stands, and measures from the one
// before.
func TestCardTellsATrend(t *testing.T) {
	data := frame("年份 报到率/%",
		[]series.Value{num(2023, 0, ""), num(92.79, 2, "%")},
		[]series.Value{num(2021, 0, ""), num(91.20, 2, "%")},
		[]series.Value{num(2022, 0, ""), num(91.55, 2, "%")},
		[]series.Value{num(0, 0, ""), num(275.54, 2, "%")})
	data.Rows[3].Total = true
	tests := []struct {
		name                    string
		card                    spec.Card
		value, against, target  string
		periods, good, problems int
	}{
		{"the year before", spec.Card{Trend: at("年份"), Good: at("up")}, "92.79", "较\u20092022", "", 3, 1, 0},
		{"the year before, and an aim", spec.Card{Trend: at("年份"), Target: at("95"), Good: at("down")}, "92.79", "较\u20092022", "目标\u200995%", 3, -1, 0},
		{"several rows without a trend", spec.Card{}, "", "", "", 0, 0, 1},
		{"no such column", spec.Card{Trend: at("月份")}, "91.55", "", "", 0, 0, 1},
	}
	for _, tt := range tests {
		tt.card.Title, tt.card.Value = at("报到率"), at("报到率")
		got, problems := ResolveCard(tt.card, data, Options{})
		if got.Value != tt.value || got.Against != tt.against || got.Target != tt.target || len(got.Trend) != tt.periods || got.Good != tt.good || len(problems) != tt.problems {
			t.Errorf("%s: ResolveCard = %+v, %v", tt.name, got, problems)
		}
	}
}

// A row that has the year before, too, is held against it.
func TestCardFindsTheYearBefore(t *testing.T) {
	for _, tt := range []struct {
		header, against, change string
		card                    spec.Card
	}{
		{"2021年/人 2022年/人 2023年/人", "较\u20092022\u2009年", "+3\u2009人", spec.Card{}},
		{"2021年/人 2022年/% 2023年/人", "较\u20092021\u2009年", "+5\u2009人", spec.Card{}},
		{"2021年/人 2024年/人 2023年/人", "较\u20092021\u2009年", "+5\u2009人", spec.Card{}},
		{"2021年/人 2022年/人 2023年/人", "较目标\u200920\u2009人", "−5\u2009人", spec.Card{Target: at("20")}},
		{"上限/人 计划/人 2023年/人", "", "", spec.Card{}},
	} {
		var cells []series.Value
		for i, name := range strings.Fields(tt.header) {
			_, unit, _ := strings.Cut(name, "/")
			cells = append(cells, num([]float64{10, 12, 15}[i], 0, unit))
		}
		tt.card.Title, tt.card.Value = at("数"), at("2023年")
		got, problems := ResolveCard(tt.card, frame(tt.header, cells), Options{})
		if got.Against != tt.against || got.Change != tt.change || len(problems) > 0 {
			t.Errorf("%s: %q %q, %v; want %q %q", tt.header, got.Against, got.Change, problems, tt.against, tt.change)
		}
	}
}

// Which season is better nothing says: good counts between the same seasons alone.
func TestCardHoldsSeasonsAgainstTheSame(t *testing.T) {
	across := func(earlier, last string) (spec.Card, series.Frame) {
		return spec.Card{Value: at(last), Compare: at(earlier)}, frame(earlier+"/人 "+last+"/人", []series.Value{num(10, 0, "人"), num(15, 0, "人")})
	}
	down := func(names ...string) (spec.Card, series.Frame) {
		var rows [][]series.Value
		for i, name := range names {
			rows = append(rows, []series.Value{text(name), num(float64(10+5*i), 0, "人")})
		}
		return spec.Card{Value: at("人数"), Trend: at("学期")}, frame("学期 人数/人", rows...)
	}
	for _, tt := range []struct {
		layout     func(names ...string) (spec.Card, series.Frame)
		names      []string
		good, told int
	}{
		{down, []string{"2022年春季", "2022年秋季", "2023年春季"}, 1, 0},
		{down, []string{"2022年春季", "2022年秋季"}, 0, 1},
		{func(n ...string) (spec.Card, series.Frame) { return across(n[0], n[1]) }, []string{"2022年春季", "2023年春季"}, 1, 0},
		{func(n ...string) (spec.Card, series.Frame) { return across(n[0], n[1]) }, []string{"2022年秋季", "2023年春季"}, 0, 1},
	} {
		card, data := tt.layout(tt.names...)
		card.Title, card.Good = at("招生人数"), at("up")
		if got, problems := ResolveCard(card, data, Options{}); got.Good != tt.good || len(problems) != tt.told || got.Change == "" {
			t.Errorf("%v: good %d, %v; want %d, %d notes", tt.names, got.Good, problems, tt.good, tt.told)
		}
	}
}

// A ratio says what it is to.
func TestCardOfARatio(t *testing.T) {
	got, _ := ResolveCard(spec.Card{Title: at("生师比"), Value: at("生师比")}, frame("生师比/:", []series.Value{num(16.52, 2, ":")}), Options{})
	if got.Value != "16.52" || got.Unit != ":1" {
		t.Errorf("%q %q", got.Value, got.Unit)
	}
}

// A number in a text has its unit, the digits that are printed, and one row.
func TestNumberInAText(t *testing.T) {
	row := func(cells ...series.Value) series.Frame { return frame("年份 升学率/% 人数/人", cells) }
	one := row(num(2023, 0, ""), num(38.60, 2, "%"), num(2469, 0, "人"))
	one.Rows[0].Sources = []series.Source{{Report: "年报.txt", Table: "表 7", Line: 893, Quote: "2023 38.60%"}}
	none := row(num(2023, 0, ""), series.Value{}, num(2469, 0, "人"))
	for _, tt := range []struct {
		name     string
		number   spec.Number
		data     series.Frame
		text     string
		problems int
	}{
		{"as printed", spec.Number{Value: at("升学率")}, one, "38.60%", 0},
		{"with a format", spec.Number{Value: at("人数"), Format: at("0,0")}, one, "2,469\u2009人", 0},
		{"one of several numbers", spec.Number{}, one, "", 1},
		{"the only number", spec.Number{}, frame("名 率/%", []series.Value{{Kind: series.Text, Text: "a"}, num(5, 0, "%")}), "5%", 0},
		{"missing", spec.Number{Value: at("升学率")}, none, "无数据", 0},
		{"no such column", spec.Number{Value: at("升学")}, one, "", 1},
		{"no row", spec.Number{Value: at("人数")}, frame("人数/人"), "", 1},
		{"two rows", spec.Number{Value: at("人数")}, frame("人数/人", []series.Value{num(1, 0, "人")}, []series.Value{num(2, 0, "人")}), "", 1},
	} {
		tt.number.Name = at("数")
		got, problems := ResolveNumber(tt.number, tt.data, Options{})
		if got.Text != tt.text || len(problems) != tt.problems {
			t.Errorf("%s: ResolveNumber = %+v, %v", tt.name, got, problems)
		}
	}
	if got, _ := ResolveNumber(spec.Number{Name: at("数"), Value: at("人数")}, one, Options{}); len(got.Sources) != 1 || got.Sources[0].Line != 893 {
		t.Errorf("the sources are %+v", got.Sources)
	}
}
