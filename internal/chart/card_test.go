package chart

import (
	"testing"

	"charts/internal/series"
	"charts/internal/spec"
)

// A card with periods shows the last one and measures from the one before.
func TestCardTellsATrend(t *testing.T) {
	data := frame("年份 报到率/%",
		[]series.Value{num(2021, 0, ""), num(91.20, 2, "%")},
		[]series.Value{num(2022, 0, ""), num(91.55, 2, "%")},
		[]series.Value{num(2023, 0, ""), num(92.79, 2, "%")},
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
		{"no such column", spec.Card{Trend: at("月份")}, "92.79", "", "", 0, 0, 1},
	}
	for _, tt := range tests {
		tt.card.Title, tt.card.Value = at("报到率"), at("报到率")
		got, problems := ResolveCard(tt.card, data, Options{})
		if got.Value != tt.value || got.Against != tt.against || got.Target != tt.target || len(got.Trend) != tt.periods || got.Good != tt.good || len(problems) != tt.problems {
			t.Errorf("%s: ResolveCard = %+v, %v", tt.name, got, problems)
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
