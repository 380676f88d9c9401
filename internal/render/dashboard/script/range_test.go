package script_test

import (
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"charts/internal/browsertest"
	"charts/internal/render/pagetest"
)

const (
	rangeSaid = `document.querySelector('#months .range [role=status]').textContent`
	wholeSaid = "2009-01 – 2023-12 · 180 项"
)

// TestRange looks closely at a long line, in each way that a reader may take.
func TestRange(t *testing.T) {
	for _, tt := range []struct {
		name string
		test func(*testing.T, *browsertest.Tab)
	}{
		{"by controls", testRangeControls},
		{"by keys", testRangeKeys},
		{"by the wheel", testRangeWheel},
		{"by dragging", testRangeDrag},
		{"by two fingers", testRangePinch},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tb := pagetest.Open(t, pagetest.Long())
			tb.Says(rangeSaid, wholeSaid)
			tb.Says(`document.querySelector('#bars .range') === null`, "true") // few categories
			tt.test(t, tb)
			tb.Quiet()
		})
	}
}

func testRangeControls(t *testing.T, tb *browsertest.Tab) {
	tb.Says(`document.querySelector('#months .range input').disabled`, "true")
	tb.Click(`#months .range button:nth-child(2)`)
	tb.Says(rangeSaid, "2012-10 – 2020-03 · 90 / 180 项")
	tb.Says(`[...document.querySelectorAll('#months .live text')].map((x) => x.textContent).filter((x) => x === '本科' || x.startsWith('本科 ')).join()`, "本科") // without the value of the end
	tb.Press(`#months .range input`, kb.ArrowLeft, kb.ArrowLeft)
	tb.Says(rangeSaid, "2012-08 – 2020-01 · 90 / 180 项")
	tb.Press(`#months .live`, kb.ArrowRight)
	tb.Says(`document.querySelector('#months .tip-head').textContent`, "2012-08")
	tb.Says(`document.querySelector('#months .tip-row .tip-value').textContent`, "92 %") // of month 43
	tb.Says(`document.querySelector('#months .tip-source').textContent`, "来源： report-2023.txt · 表 6 · 第 878 行签就业协议 1830 28.63%")
	tb.Click(`#months [aria-controls="months-table"]`)
	tb.Says(`document.querySelectorAll('#months tbody tr').length`, "180")
	tb.Click(`#months [aria-controls="months-chart"]`)
	tb.Press(`#months .range button:nth-child(3)`, kb.Enter)
	tb.Says(rangeSaid, wholeSaid)
	tb.Says(`document.activeElement.textContent`, "全部") // which the reader does not lose
}

func testRangeKeys(t *testing.T, tb *browsertest.Tab) {
	tb.Press(`#months .live`, "+", "+")
	tb.Says(rangeSaid, "2014-09 – 2018-05 · 45 / 180 项")
	tb.Run(chromedp.KeyEvent(kb.ArrowRight, chromedp.KeyModifiers(input.ModifierShift)))
	tb.Says(rangeSaid, "2015-09 – 2019-05 · 45 / 180 项")
	tb.Run(chromedp.KeyEvent("-"))
	tb.Says(rangeSaid, "2013-11 – 2021-04 · 90 / 180 项")
	tb.Run(chromedp.KeyEvent("0"))
	tb.Says(rangeSaid, wholeSaid)
}

func testRangeWheel(t *testing.T, tb *browsertest.Tab) {
	x, y := tb.Spot("#months .live", 0.5)
	wheel := func(keys input.Modifier, dx, dy float64) {
		tb.Run(input.DispatchMouseEvent(input.MouseWheel, x, y).WithModifiers(keys).WithDeltaX(dx).WithDeltaY(dy))
	}
	wheel(0, 0, 100)
	tb.Says(`scrollY > 50`, "true") // the page's
	tb.Says(rangeSaid, wholeSaid)
	tb.Eval(`scrollTo({ top: 0, behavior: 'instant' }), 0`, nil)
	x, y = tb.Spot("#months .live", 0.5)
	wheel(input.ModifierCtrl, 0, -100)
	tb.Says(rangeSaid+`.split(' · ')[1]`, "120 / 180 项")
	tb.Says(`devicePixelRatio`, "1")
	wheel(0, 100, 0)
	tb.Says(rangeSaid+`.split(' · ')[1]`, "120 / 180 项")
	for range 3 {
		wheel(input.ModifierCtrl, 0, 100)
	}
	tb.Says(rangeSaid, wholeSaid)
}

func testRangeDrag(t *testing.T, tb *browsertest.Tab) {
	drag := func(from, to float64) {
		x0, y := tb.Spot("#months .live", from)
		x1, _ := tb.Spot("#months .live", to)
		tb.Run(chromedp.MouseEvent("mousePressed", x0, y, chromedp.ButtonLeft), chromedp.MouseEvent("mouseMoved", (x0+x1)/2, y, chromedp.ButtonLeft),
			chromedp.MouseEvent("mouseMoved", x1, y, chromedp.ButtonLeft))
		tb.Run(chromedp.MouseEvent("mouseReleased", x1, y, chromedp.ButtonLeft))
	}
	months := `(([from, to]) => (to - from) / 12)(` + rangeSaid + `.split(' · ')[0].split(' – ').map((m) => Number(m.slice(0, 4)) * 12 + Number(m.slice(5))))`
	first := rangeSaid + `.slice(0, 4)`
	drag(0.3, 0.6)
	tb.Says(months+` > 4 && `+months+` < 6`, "true")
	tb.Says(first+` > 2012`, "true")
	drag(0.3, 0.7) // moves what it holds
	tb.Says(months+` > 4 && `+months+` < 6`, "true")
	tb.Says(first+` < 2012`, "true")
	tb.Says(`document.querySelector('.marked, .held') === null`, "true")
	x, y := tb.Spot("#months .live", 0.5)
	tb.Run(chromedp.MouseClickXY(x, y, chromedp.ClickCount(2)))
	tb.Says(rangeSaid, wholeSaid)
}

func testRangePinch(t *testing.T, tb *browsertest.Tab) {
	touch := func(kind input.TouchType, places ...float64) {
		points := []*input.TouchPoint{}
		for i, place := range places {
			x, y := tb.Spot("#months .live", place)
			points = append(points, &input.TouchPoint{X: x, Y: y, ID: float64(i + 1)})
		}
		tb.Run(input.DispatchTouchEvent(kind, points))
	}
	touch(input.TouchStart, 0.45)
	touch(input.TouchMove, 0.6)
	tb.Says(rangeSaid, wholeSaid)
	touch(input.TouchEnd)
	touch(input.TouchStart, 0.45, 0.55)
	touch(input.TouchMove, 0.4, 0.6)
	touch(input.TouchMove, 0.35, 0.65)
	tb.Says(`(([n]) => n > 50 && n < 70)(`+rangeSaid+`.split(' · ')[1].split(' / '))`, "true")
	touch(input.TouchEnd)
}
