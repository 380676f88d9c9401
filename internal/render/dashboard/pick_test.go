package dashboard

import (
	"context"
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"charts/internal/browsertest"
)

// TestPick narrows a page by the marks of its charts.
func TestPick(t *testing.T) {
	ctx := browsertest.Open(t)
	const bar = `#bars .live path[fill="#1f5fa8"]`
	hint := func(figure string) string {
		return `document.querySelector('#` + figure + ` .tip-how')?.textContent`
	}
	point := func(tb *tab) (x, y float64) {
		tb.eval(`document.getElementById('bars').scrollIntoView({ block: 'center', behavior: 'instant' })`, nil)
		tb.run(chromedp.MouseEvent("mouseMoved", 1, 1)) // a bar at the pointer has another colour
		tb.await(fmt.Sprintf(`document.querySelector(%q)`, bar))
		x, y = tb.spot(bar, 0.5)
		tb.hover("bars", "path[fill='#1f5fa8']", "升学2469 人")
		return x, y
	}
	t.Run("by mouse, and back", func(t *testing.T) {
		tb := openTab(t, ctx, readerPage())
		x, y := point(tb)
		tb.says(hint("bars"), "点击或 Shift + Enter：只看 升学")
		tb.run(chromedp.MouseClickXY(x, y))
		tb.says(bodyRows, "升学")
		tb.says(chosen("毕业去向"), "升学")
		tb.says(`new URLSearchParams(location.hash.split('?')[1]).get('毕业去向')`, "升学")
		tb.says(`document.querySelectorAll('#tree [fill-opacity="0.25"]').length`, "0") // which is as it was
		x, y = point(tb)
		tb.says(hint("bars"), "点击或 Shift + Enter：全部")
		tb.run(chromedp.MouseClickXY(x, y))
		tb.says(`document.querySelectorAll('#bars tbody tr').length`, "6")
		tb.says(chips, "")
		tb.quiet()
	})
	t.Run("by keyboard, and back", func(t *testing.T) {
		tb := openTab(t, ctx, readerPage())
		shiftEnter := chromedp.KeyEvent(kb.Enter, chromedp.KeyModifiers(input.ModifierShift))
		tb.press("#columns .live", kb.ArrowRight, kb.ArrowRight, kb.ArrowRight)
		tb.run(shiftEnter)
		tb.says(columnRows, "2021 年")
		tb.says(`document.querySelector('#columns .unseen[aria-live]').textContent.trim()`, "2021 录取 3811 人")
		tb.says(`document.activeElement.closest('.figure').id`, "columns")
		tb.run(shiftEnter)
		tb.says(columnRows, "2019 年,2020 年,2021 年,2022 年,2023 年")
		tb.says(`document.querySelector('#columns .unseen[aria-live]').textContent.trim()`, "2021 录取 3811 人")
		tb.run(chromedp.KeyEvent(kb.Enter))
		tb.says(`document.querySelector('#columns .panel.source').checkVisibility()`, "true")
		tb.quiet()
	})
	t.Run("by a finger that points first", func(t *testing.T) {
		tb := openTab(t, ctx, readerPage(), emulation.SetTouchEmulationEnabled(true))
		x, y := tb.spot(bar, 0.5)
		tap := chromedp.ActionFunc(func(ctx context.Context) error {
			return input.SynthesizeTapGesture(x, y).Do(ctx)
		})
		tb.run(tap)
		tb.says(`document.querySelector('#bars .tip-value')?.textContent`, "2469 人")
		tb.says(chosen("毕业去向"), "全部")
		for got := "全部"; got == "全部"; tb.eval(chosen("毕业去向"), &got) { // a busy browser loses taps
			tb.run(tap)
			tb.settle()
		}
		tb.says(chosen("毕业去向"), "升学")
		tb.quiet()
	})
	t.Run("leaves a level below to the click", func(t *testing.T) {
		p := readerPage()
		tree := &p.Sections[1].Figures[0]
		tree.Table = Table{Columns: []Column{{Name: "毕业去向"}}, Rows: []Row{{Cells: []string{"升学"}}, {Cells: []string{"软件"}}}}
		cell := `#tree .live path[fill="` + string(palette[3]) + `"]`
		tb := openTab(t, ctx, p)
		tb.click(cell)
		tb.says(`document.querySelector('#tree .crumbs').textContent`, "全部市级")
		tb.says(chosen("毕业去向"), "全部")
		tb.says(`[...document.querySelectorAll('#tree .live text')].map((x) => x.textContent).join()`, "软件,升学") // once the others are gone
		tb.click(cell)
		tb.says(chosen("毕业去向"), "升学")
		tb.quiet()
	})
	t.Run("leaves marks alone that no filter has", func(t *testing.T) {
		p := readerPage()
		p.Filters = []string{"没有"}
		tb := openTab(t, ctx, p)
		x, y := point(tb)
		tb.says(hint("bars"), "undefined")
		tb.run(chromedp.MouseClickXY(x, y))
		tb.says(`document.querySelectorAll('#bars tbody tr').length`, "6")
		tb.says(`location.hash`, "")
		tb.quiet()
	})
}
