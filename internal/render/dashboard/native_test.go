package dashboard

import (
	"bytes"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"charts/internal/browsertest"
	"charts/internal/chart"
)

func TestSankey(t *testing.T) {
	p := &Page{ID: "flow", Title: "流向", Lang: "zh-CN", Sections: []Section{{Figures: []Figure{{ID: "flows", Chart: flowChart(light)}}}}}
	tb := openTab(t, browsertest.Open(t), p)
	said := `document.querySelector('#flows .unseen[aria-live]').textContent.trim()`
	light := func(color chart.Color) string {
		return `Number(document.querySelector('#flows .live path[fill="` + string(color) + `"]').getAttribute('fill-opacity') ?? 1) > 0.5`
	}
	tb.press("#flows .live", kb.ArrowRight)
	tb.says(said, "普通高中 → 省内 30 人")
	tb.says(`document.querySelector('#flows .tip-value').textContent`, "30 人")
	tb.says(`document.querySelector('#flows .tip-quote').textContent`, "升学 2469 38.62%")
	tb.press("#flows .live", kb.ArrowRight, kb.ArrowRight, kb.ArrowRight, kb.ArrowRight)
	tb.says(said, "普通高中 普通高中 60 人")
	tb.says(light(palette[4]), "true") // what leaves the place keeps its light
	tb.says(light(palette[5]), "false")
	tb.press("#flows .live", kb.Escape)
	tb.says(light(palette[5]), "true")
	tb.quiet()
}

// A page carries the series that its figures take, and no others.
func TestPageCarriesWhatItsFiguresNeed(t *testing.T) {
	for _, tt := range []struct {
		name  string
		chart *chart.Chart
		want  script
	}{
		{"bars", barChart(light), program()},
		{"sankey", flowChart(light), wholeProgram()},
	} {
		page, err := HTML(&Page{Title: "t", Lang: "zh-CN", Sections: []Section{{Figures: []Figure{{ID: "f", Chart: tt.chart}}}}})
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Contains(page, []byte(tt.want.text)) {
			t.Errorf("%s: another program than wanted", tt.name)
		}
	}
}
