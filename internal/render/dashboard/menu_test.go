package dashboard

import (
	"testing"

	"github.com/chromedp/cdproto/emulation"
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

// TestShared shows one figure of those that share a place, and the others to who asks,
// by tab or by address, on paper and without scripts.
func TestShared(t *testing.T) {
	p := readerPage()
	p.Sections[0].Figures[1].Behind = true
	ctx := browsertest.Open(t)
	tb := openTab(t, ctx, p)
	const seen = `[...document.querySelectorAll('.shared .figure')].filter((f) => f.checkVisibility()).map((f) => f.id).join()`
	tb.says(seen, "bars")
	x, y := tb.spot(".shift button:last-child", 0.5)
	tb.run(chromedp.MouseClickXY(x, y))
	tb.says(seen, "columns")
	tb.says(`document.querySelectorAll('#columns .live svg').length`, "1")
	tb.press(".shift button:last-child", kb.ArrowLeft)
	tb.says(seen, "bars")
	tb.eval(`location.hash = '#columns'; 0`, nil)
	tb.says(seen, "columns")
	tb.run(emulation.SetEmulatedMedia().WithMedia("print"))
	tb.says(seen, "bars,columns")
	tb.quiet()
	tb = openTab(t, ctx, p)
	tb.run(emulation.SetScriptExecutionDisabled(true), chromedp.Reload())
	tb.run(chromedp.WaitVisible("#columns", chromedp.ByQuery))
}
