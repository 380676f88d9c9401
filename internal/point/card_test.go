package point

import (
	"testing"

	"charts/internal/kind"
)

// A card says its change as the report does, or what follows from two numbers.
func TestCard(t *testing.T) {
	number := kind.Quoted{Text: "636\u2009亿元"}
	tests := []struct {
		card     kind.Card
		lang     string
		sentence string
	}{
		{kind.Card{Quoted: number, Change: "+7.4%", Against: "较上年", Delta: 44, Stated: true}, "zh-CN", "生产总值\u2009636\u2009亿元，比上年增长\u20097.4%"},
		{kind.Card{Quoted: number, Change: "−7.4%", Against: "较上年", Delta: -50, Stated: true}, "zh-CN", "生产总值\u2009636\u2009亿元，比上年下降\u20097.4%"},
		{kind.Card{Quoted: number, Change: "+44\u2009亿元", Against: "较上年", Delta: 44}, "zh-CN", "生产总值\u2009636\u2009亿元，比上年多\u200944\u2009亿元"},
		{kind.Card{Quoted: kind.Quoted{Text: "636"}, Change: "+7.4%", Against: "vs 2022", Delta: 44, Stated: true}, "en", "生产总值: 636, 7.4% more than 2022"},
		{kind.Card{Quoted: number, Against: "较上年"}, "zh-CN", ""},
	}
	for _, tt := range tests {
		tt.card.Title = "生产总值"
		got := ""
		if all := Card(tt.card, "", tt.lang); len(all) > 0 {
			got = all[0].Text()
		}
		if got != tt.sentence {
			t.Errorf("%+v: %q; want %q", tt.card, got, tt.sentence)
		}
	}
}
