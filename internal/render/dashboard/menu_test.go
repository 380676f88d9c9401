package dashboard

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"charts/internal/browsertest"
)

// TestMenus opens the menus of figures and the sources of cards with the mouse on their
// words and signs, and closes them.
func TestMenus(t *testing.T) {
	p := readerPage()
	p.Cards[0].Source = "来源：年报，表 7（第 336 行）"
	tb := openTab(t, browsertest.Open(t), p)
	const open = `[...document.querySelectorAll('.menu[open]')].map((m) => m.closest('.figure')?.id ?? 'page').join()`
	press := func(selector string) {
		x, y := tb.spot(selector, 0.5)
		tb.run(chromedp.MouseClickXY(x, y))
	}
	tb.says(open, "")
	press("#bars .menu summary")
	tb.says(open, "bars")
	press(`#bars [aria-controls="bars-table"]`)
	tb.says(open, "")
	tb.says(`document.querySelector('#bars .panel.table').checkVisibility()`, "true")
	press("#bars .menu summary")
	press("#columns .menu summary")
	tb.says(open, "columns")
	tb.run(chromedp.KeyEvent(kb.Escape))
	tb.says(open, "")
	tb.says(`document.activeElement.closest('.figure').id`, "columns")
	press(".page-controls .menu summary")
	tb.says(open, "page")
	press("h1")
	tb.says(open, "")
	x, y := tb.spot(".card .about summary", 0.5)
	tb.run(chromedp.MouseEvent("mouseMoved", x, y))
	tb.says(`(({ height }) => height > 0)(document.querySelector('.card .about .from').getBoundingClientRect())`, "true")
	tb.quiet()
}
