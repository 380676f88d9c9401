package script_test

import (
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"charts/internal/render/dashboard"
	"charts/internal/render/pagetest"
)

// TestCardsLeadToTheirFigures goes from a card to its figure, in another tab, more
// than once, with the reader's choice kept, and without scripts.
func TestCardsLeadToTheirFigures(t *testing.T) {
	p := pagetest.Reader()
	p.Ways, p.Cards[0].Figure = dashboard.Tabs, "tree"
	tb := pagetest.Open(t, p)
	seen := `document.getElementById('tree').checkVisibility()`
	tb.Says(seen, "false")
	tb.Press(".card a", kb.Enter)
	tb.Says(seen, "true")
	tb.Says(`document.activeElement.id`, "tree")
	tb.Says(`Math.round(document.getElementById('tree').getBoundingClientRect().top) < innerHeight`, "true")
	tb.Click(".rail li:nth-child(1) a")
	tb.Says(seen, "false")
	tb.Click(".card a") // the address is the same as before
	tb.Says(seen, "true")
	tb.Eval(`location.hash = '#?年份=2019+年'; 0`, nil)
	tb.Click(".rail li:nth-child(1) a")
	tb.Click(".card a")
	tb.Says(seen, "true")
	tb.Says(`decodeURIComponent(location.hash)`, "#tree?年份=2019+年")
	tb.Quiet()
	tb = pagetest.Open(t, p)
	tb.Run(emulation.SetScriptExecutionDisabled(true), chromedp.Reload())
	tb.Click(".card a")
	tb.Says(`document.querySelector('.figure:target').id`, "tree")
}
