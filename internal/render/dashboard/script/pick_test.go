package script_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"charts/internal/browsertest"
	"charts/internal/chart/charttest"
	"charts/internal/render/dashboard"
	"charts/internal/render/pagetest"
)

// TestPick narrows a page by the marks of its charts.
func TestPick(t *testing.T) {
	const bar = `#bars .live path[fill="#1f5fa8"]`
	hint := func(figure string) string {
		return `document.querySelector('#` + figure + ` .tip-how')?.textContent`
	}
	point := func(tb *browsertest.Tab) (x, y float64) {
		tb.Eval(`document.getElementById('bars').scrollIntoView({ block: 'center', behavior: 'instant' })`, nil)
		tb.Run(chromedp.MouseEvent("mouseMoved", 1, 1)) // a bar at the pointer has another colour
		tb.Await(fmt.Sprintf(`document.querySelector(%q)`, bar))
		x, y = tb.Spot(bar, 0.5)
		tb.Hover("bars", "path[fill='#1f5fa8']", "升学2469 人")
		return x, y
	}
	t.Run("by mouse, and back", func(t *testing.T) {
		tb := pagetest.Open(t, pagetest.Reader())
		x, y := point(tb)
		tb.Says(hint("bars"), "点击或 Shift + Enter：只看 升学")
		tb.Run(chromedp.MouseClickXY(x, y))
		tb.Says(bodyRows, "升学")
		tb.Says(chosen("毕业去向"), "升学")
		tb.Says(`new URLSearchParams(location.hash.split('?')[1]).get('毕业去向')`, "升学")
		tb.Says(`document.querySelectorAll('#tree [fill-opacity="0.25"]').length`, "0") // which is as it was
		x, y = point(tb)
		tb.Says(hint("bars"), "点击或 Shift + Enter：全部")
		tb.Run(chromedp.MouseClickXY(x, y))
		tb.Says(`document.querySelectorAll('#bars tbody tr').length`, "6")
		tb.Says(chips, "")
		tb.Quiet()
	})
	t.Run("by keyboard, and back", func(t *testing.T) {
		tb := pagetest.Open(t, pagetest.Reader())
		shiftEnter := chromedp.KeyEvent(kb.Enter, chromedp.KeyModifiers(input.ModifierShift))
		tb.Press("#columns .live", kb.ArrowRight, kb.ArrowRight, kb.ArrowRight)
		tb.Run(shiftEnter)
		tb.Says(columnRows, "2021 年")
		tb.Says(`document.querySelector('#columns .unseen[aria-live]').textContent.trim()`, "2021 录取 3811 人")
		tb.Says(`document.activeElement.closest('.figure').id`, "columns")
		tb.Run(shiftEnter)
		tb.Says(columnRows, "2019 年,2020 年,2021 年,2022 年,2023 年")
		tb.Says(`document.querySelector('#columns .unseen[aria-live]').textContent.trim()`, "2021 录取 3811 人")
		tb.Run(chromedp.KeyEvent(kb.Enter))
		tb.Says(`document.querySelector('#columns .panel.source').checkVisibility()`, "true")
		tb.Quiet()
	})
	t.Run("by a finger that points first", func(t *testing.T) {
		tb := pagetest.Open(t, pagetest.Reader(), emulation.SetTouchEmulationEnabled(true))
		x, y := tb.Spot(bar, 0.5)
		tap := chromedp.ActionFunc(func(ctx context.Context) error {
			return input.SynthesizeTapGesture(x, y).Do(ctx)
		})
		tb.Run(tap)
		tb.Says(`document.querySelector('#bars .tip-value')?.textContent`, "2469 人")
		tb.Says(chosen("毕业去向"), "全部")
		for got := "全部"; got == "全部"; tb.Eval(chosen("毕业去向"), &got) { // a busy browser loses taps
			tb.Run(tap)
			tb.Settle()
		}
		tb.Says(chosen("毕业去向"), "升学")
		tb.Quiet()
	})
	t.Run("leaves a level below to the click", func(t *testing.T) {
		p := pagetest.Reader()
		tree := &p.Sections[1].Figures[0]
		tree.Table = dashboard.Table{Columns: []dashboard.Column{{Name: "毕业去向"}}, Rows: []dashboard.Row{{Cells: []string{"升学"}}, {Cells: []string{"软件"}}}}
		cell := `#tree .live path[fill="` + string(charttest.Palette[3]) + `"]`
		tb := pagetest.Open(t, p)
		tb.Click(cell)
		tb.Says(`document.querySelector('#tree .crumbs').textContent`, "全部市级")
		tb.Says(chosen("毕业去向"), "全部")
		tb.Says(`[...document.querySelectorAll('#tree .live text')].map((x) => x.textContent).join()`, "软件,升学") // once the others are gone
		tb.Click(cell)
		tb.Says(chosen("毕业去向"), "升学")
		tb.Quiet()
	})
	t.Run("leaves marks alone that no filter has", func(t *testing.T) {
		p := pagetest.Reader()
		p.Filters = []string{"没有"}
		tb := pagetest.Open(t, p)
		x, y := point(tb)
		tb.Says(hint("bars"), "undefined")
		tb.Run(chromedp.MouseClickXY(x, y))
		tb.Says(`document.querySelectorAll('#bars tbody tr').length`, "6")
		tb.Says(`location.hash`, "")
		tb.Quiet()
	})
}
