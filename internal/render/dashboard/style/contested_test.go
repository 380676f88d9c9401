package style_test

import (
	"testing"

	"charts/internal/render/dashboard"
	"charts/internal/render/pagetest"
)

// TestContested looks at all places where a page shows a number: each says what the
// report has against it.
func TestContested(t *testing.T) {
	const note = "存疑：2469（第 877 行）与 2496（第 12 行）不合。"
	p := pagetest.Sample()
	for i := range p.Sections {
		for k, f := range p.Sections[i].Figures {
			if f.ID == "bars" {
				p.Sections[i].Figures[k].Chart.Sources[0].Contested = note
			}
		}
	}
	p.Cards = []dashboard.Card{{Title: "升学", Value: "2469", Contested: []string{note}}}
	p.Sections[0].Text = "升学 {升学}。"
	p.Sections[0].Numbers = []dashboard.Number{{Name: "升学", Text: "2469 人", Source: "来源：表 6", Quotes: []string{"升学 2469"}, Contested: []string{note}}}
	tb := pagetest.Open(t, p)
	tb.Hover("bars", "path[fill='#1f5fa8']", "升学2469 人38.62%来源： report-2023.txt · 表 6 · 第 877 行升学 2469 38.62%"+note)
	tb.Says(`document.querySelector('.card .contested').textContent`, note)
	tb.Says(`document.querySelector('.origins .contested').textContent`, note)
	tb.Says(`document.querySelector('.origins q').textContent`, "升学 2469")
	tb.Says(`document.querySelector('#bars-source .contested').textContent`, note)
	tb.Quiet()
}
