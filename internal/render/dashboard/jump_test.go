package dashboard

import (
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"charts/internal/browsertest"
)

// TestCardsLeadToTheirFigures goes from a card to its figure, in another tab, more
// than once, with the reader's choice kept, and without scripts.
func TestCardsLeadToTheirFigures(t *testing.T) {
	ctx := browsertest.Open(t)
	p := readerPage()
	p.Ways, p.Cards[0].Figure = Tabs, "tree"
	tb := openTab(t, ctx, p)
	seen := `document.getElementById('tree').checkVisibility()`
	tb.says(seen, "false")
	tb.press(".card a", kb.Enter)
	tb.says(seen, "true")
	tb.says(`document.activeElement.id`, "tree")
	tb.says(`Math.round(document.getElementById('tree').getBoundingClientRect().top) < innerHeight`, "true")
	tb.click(".rail li:nth-child(1) a")
	tb.says(seen, "false")
	tb.click(".card a") // the address is the same as before
	tb.says(seen, "true")
	tb.eval(`location.hash = '#?年份=2019+年'; 0`, nil)
	tb.click(".rail li:nth-child(1) a")
	tb.click(".card a")
	tb.says(seen, "true")
	tb.says(`decodeURIComponent(location.hash)`, "#tree?年份=2019+年")
	tb.quiet()
	tb = openTab(t, ctx, p)
	tb.run(emulation.SetScriptExecutionDisabled(true), chromedp.Reload())
	tb.click(".card a")
	tb.says(`document.querySelector('.figure:target').id`, "tree")
}
