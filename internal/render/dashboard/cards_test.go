package dashboard

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"charts/internal/browsertest"
)

// TestCardsOfASection are seen in their tab alone, and found by the search.
func TestCardsOfASection(t *testing.T) {
	p := readerPage()
	p.Ways = Tabs
	p.Sections[1].Cards = []Card{{Title: "生师比", Value: "16.52", Unit: ":1"}, {Title: "专业", Value: "57", Unit: "个"}}
	tb := openTab(t, browsertest.Open(t), p)
	seen := `[...document.querySelectorAll('.card h3')].filter((e) => e.checkVisibility()).map((e) => e.textContent).join()`
	tb.says(seen, "升学率")
	tb.run(chromedp.KeyEvent("k", chromedp.KeyModifiers(2))) // Ctrl
	tb.run(chromedp.SendKeys(".lookup .search", "生师比", chromedp.ByQuery))
	tb.says(`document.querySelector('#hits li').textContent`, "生师比 16.52:1专业")
	tb.run(chromedp.KeyEvent(kb.Enter))
	tb.says(seen, "升学率,生师比,专业")
	tb.says(`document.activeElement.querySelector('h3').textContent`, "生师比")
	tb.says(`document.querySelector('#part-1 h2').getBoundingClientRect().bottom <= document.querySelector('#part-1 .cards').getBoundingClientRect().top`, "true")
	tb.quiet()
}
