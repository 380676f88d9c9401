package script_test

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"charts/internal/render/dashboard"
	"charts/internal/render/pagetest"
)

// TestCardsOfASection are seen in their tab alone, and found by the search.
func TestCardsOfASection(t *testing.T) {
	p := pagetest.Reader()
	p.Ways = dashboard.Tabs
	p.Sections[1].Cards = []dashboard.Card{{Title: "生师比", Value: "16.52", Unit: ":1"}, {Title: "专业", Value: "57", Unit: "个"}}
	tb := pagetest.Open(t, p)
	seen := `[...document.querySelectorAll('.card h3')].filter((e) => e.checkVisibility()).map((e) => e.textContent).join()`
	tb.Says(seen, "升学率")
	tb.Run(chromedp.KeyEvent("k", chromedp.KeyModifiers(2))) // Ctrl
	tb.Run(chromedp.SendKeys(".lookup .search", "生师比", chromedp.ByQuery))
	tb.Says(`document.querySelector('#hits li').textContent`, "生师比 16.52:1专业")
	tb.Run(chromedp.KeyEvent(kb.Enter))
	tb.Says(seen, "升学率,生师比,专业")
	tb.Says(`document.activeElement.querySelector('h3').textContent`, "生师比")
	tb.Says(`document.querySelector('#part-1 h2').getBoundingClientRect().bottom <= document.querySelector('#part-1 .cards').getBoundingClientRect().top`, "true")
	tb.Quiet()
}
