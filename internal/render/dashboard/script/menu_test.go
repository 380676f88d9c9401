package script_test

import (
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"charts/internal/render/pagetest"
)

// TestMenus opens the menus of figures and the sources of cards with the mouse on their
// words and signs, and closes them.
func TestMenus(t *testing.T) {
	p := pagetest.Reader()
	p.Cards[0].Source = "来源：年报，表 7（第 336 行）"
	tb := pagetest.Open(t, p)
	const open = `[...document.querySelectorAll('.menu[open]')].map((m) => m.closest('.figure')?.id ?? 'page').join()`
	press := func(selector string) {
		x, y := tb.Spot(selector, 0.5)
		tb.Run(chromedp.MouseClickXY(x, y))
	}
	tb.Says(open, "")
	press("#bars .menu summary")
	tb.Says(open, "bars")
	press(`#bars [aria-controls="bars-table"]`)
	tb.Says(open, "")
	tb.Says(`document.querySelector('#bars .panel.table').checkVisibility()`, "true")
	press("#bars .menu summary")
	press("#columns .menu summary")
	tb.Says(open, "columns")
	tb.Run(chromedp.KeyEvent(kb.Escape))
	tb.Says(open, "")
	tb.Says(`document.activeElement.closest('.figure').id`, "columns")
	press(".page-controls .menu summary")
	tb.Says(open, "page")
	press("h1")
	tb.Says(open, "")
	x, y := tb.Spot(".card .about summary", 0.5)
	tb.Run(chromedp.MouseEvent("mouseMoved", x, y))
	tb.Says(`(({ height }) => height > 0)(document.querySelector('.card .about .from').getBoundingClientRect())`, "true")
	tb.Quiet()
}

// TestShared shows one figure of those that share a place, and the others to who asks,
// by tab or by address, on paper and without scripts.
func TestShared(t *testing.T) {
	p := pagetest.Reader()
	p.Sections[0].Figures[1].Behind = true
	tb := pagetest.Open(t, p)
	const seen = `[...document.querySelectorAll('.shared .figure')].filter((f) => f.checkVisibility()).map((f) => f.id).join()`
	tb.Says(seen, "bars")
	x, y := tb.Spot(".shift button:last-child", 0.5)
	tb.Run(chromedp.MouseClickXY(x, y))
	tb.Says(seen, "columns")
	tb.Says(`document.querySelectorAll('#columns .live svg').length`, "1")
	tb.Press(".shift button:last-child", kb.ArrowLeft)
	tb.Says(seen, "bars")
	tb.Eval(`location.hash = '#columns'; 0`, nil)
	tb.Says(seen, "columns")
	tb.Run(emulation.SetEmulatedMedia().WithMedia("print"))
	tb.Says(seen, "bars,columns")
	tb.Quiet()
	tb = pagetest.Open(t, p)
	tb.Run(emulation.SetScriptExecutionDisabled(true), chromedp.Reload())
	tb.Run(chromedp.WaitVisible("#columns", chromedp.ByQuery))
}
