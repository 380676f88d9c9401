package dashboard

import (
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"charts/internal/browsertest"
	"charts/internal/chart"
)

// longLine is a chart of two lines over n months, the second of them with a gap.
func longLine(n int) *chart.Chart {
	c := lineChart(light)
	c.ID = "months"
	var names []string
	var a, b []float64
	for i := range n {
		names = append(names, fmt.Sprintf("%d-%02d", 2009+i/12, i%12+1))
		a, b = append(a, 91+float64(i%7)), append(b, 84+float64(i*5%9))
	}
	p := &c.Panels[0]
	p.X = bandAxis(names...)
	first, second := p.Marks[1].(chart.Lines), p.Marks[2].(chart.Lines)
	first.Data, second.Data, first.Dots, second.Dots = along(names, a, "%"), along(names, b, "%"), false, false
	for i := range n {
		first.Data[i].Label, second.Data[i].Label = chart.Label{}, chart.Label{}
	}
	second.Data[n/2] = chart.Datum{X: float64(n/2) + 0.5, Base: 85, Missing: true, Name: names[n/2], Text: "无数据", Label: chart.Label{Text: "无数据", Place: chart.Center, Color: light.Muted}}
	p.Marks = chart.Marks{p.Marks[0], first, second}
	return c
}

func longPage() *Page {
	p := readerPage()
	p.Filters = nil
	p.Sections[0].Figures = append([]Figure{{ID: "months", Chart: longLine(180), Width: Full, Table: longTable(180)}}, p.Sections[0].Figures...)
	return p
}

const (
	rangeSaid = `document.querySelector('#months .range [role=status]').textContent`
	wholeSaid = "2009-01 – 2023-12 · 180 项"
)

// TestRange looks closely at a long line, in each way that a reader may take.
func TestRange(t *testing.T) {
	ctx := browsertest.Open(t)
	for _, tt := range []struct {
		name string
		test func(*testing.T, *tab)
	}{
		{"by controls", testRangeControls},
		{"by keys", testRangeKeys},
		{"by the wheel", testRangeWheel},
		{"by dragging", testRangeDrag},
		{"by two fingers", testRangePinch},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tb := openTab(t, ctx, longPage())
			tb.says(rangeSaid, wholeSaid)
			tb.says(`document.querySelector('#bars .range') === null`, "true") // few categories
			tt.test(t, tb)
			tb.quiet()
		})
	}
}

func testRangeControls(t *testing.T, tb *tab) {
	tb.says(`document.querySelector('#months .range input').disabled`, "true")
	tb.click(`#months .range button:nth-child(2)`)
	tb.says(rangeSaid, "2012-10 – 2020-03 · 90 / 180 项")
	tb.says(`[...document.querySelectorAll('#months .live text')].map((x) => x.textContent).filter((x) => x === '本科' || x.startsWith('本科 ')).join()`, "本科") // without the value of the end
	tb.press(`#months .range input`, kb.ArrowLeft, kb.ArrowLeft)
	tb.says(rangeSaid, "2012-08 – 2020-01 · 90 / 180 项")
	tb.press(`#months .live`, kb.ArrowRight)
	tb.says(`document.querySelector('#months .tip-head').textContent`, "2012-08")
	tb.says(`document.querySelector('#months .tip-row .tip-value').textContent`, "92 %") // of month 43
	tb.says(`document.querySelector('#months .tip-source').textContent`, "来源： report-2023.txt · 表 6 · 第 878 行签就业协议 1830 28.63%")
	tb.click(`#months [aria-controls="months-table"]`)
	tb.says(`document.querySelectorAll('#months tbody tr').length`, "180")
	tb.click(`#months [aria-controls="months-chart"]`)
	tb.press(`#months .range button:nth-child(3)`, kb.Enter)
	tb.says(rangeSaid, wholeSaid)
	tb.says(`document.activeElement.textContent`, "全部") // which the reader does not lose
}

func testRangeKeys(t *testing.T, tb *tab) {
	tb.press(`#months .live`, "+", "+")
	tb.says(rangeSaid, "2014-09 – 2018-05 · 45 / 180 项")
	tb.run(chromedp.KeyEvent(kb.ArrowRight, chromedp.KeyModifiers(input.ModifierShift)))
	tb.says(rangeSaid, "2015-09 – 2019-05 · 45 / 180 项")
	tb.run(chromedp.KeyEvent("-"))
	tb.says(rangeSaid, "2013-11 – 2021-04 · 90 / 180 项")
	tb.run(chromedp.KeyEvent("0"))
	tb.says(rangeSaid, wholeSaid)
}

func testRangeWheel(t *testing.T, tb *tab) {
	x, y := tb.spot("#months .live", 0.5)
	wheel := func(keys input.Modifier, dx, dy float64) {
		tb.run(input.DispatchMouseEvent(input.MouseWheel, x, y).WithModifiers(keys).WithDeltaX(dx).WithDeltaY(dy))
	}
	wheel(0, 0, 100)
	tb.says(`scrollY > 50`, "true") // the page's
	tb.says(rangeSaid, wholeSaid)
	tb.eval(`scrollTo({ top: 0, behavior: 'instant' }), 0`, nil)
	x, y = tb.spot("#months .live", 0.5)
	wheel(input.ModifierCtrl, 0, -100)
	tb.says(rangeSaid+`.split(' · ')[1]`, "120 / 180 项")
	tb.says(`devicePixelRatio`, "1")
	wheel(0, 100, 0)
	tb.says(rangeSaid+`.split(' · ')[1]`, "120 / 180 项")
	for range 3 {
		wheel(input.ModifierCtrl, 0, 100)
	}
	tb.says(rangeSaid, wholeSaid)
}

func testRangeDrag(t *testing.T, tb *tab) {
	drag := func(from, to float64) {
		x0, y := tb.spot("#months .live", from)
		x1, _ := tb.spot("#months .live", to)
		tb.run(chromedp.MouseEvent("mousePressed", x0, y, chromedp.ButtonLeft), chromedp.MouseEvent("mouseMoved", (x0+x1)/2, y, chromedp.ButtonLeft),
			chromedp.MouseEvent("mouseMoved", x1, y, chromedp.ButtonLeft))
		tb.run(chromedp.MouseEvent("mouseReleased", x1, y, chromedp.ButtonLeft))
	}
	months := `(([from, to]) => (to - from) / 12)(` + rangeSaid + `.split(' · ')[0].split(' – ').map((m) => Number(m.slice(0, 4)) * 12 + Number(m.slice(5))))`
	first := rangeSaid + `.slice(0, 4)`
	drag(0.3, 0.6)
	tb.says(months+` > 4 && `+months+` < 6`, "true")
	tb.says(first+` > 2012`, "true")
	drag(0.3, 0.7) // moves what it holds
	tb.says(months+` > 4 && `+months+` < 6`, "true")
	tb.says(first+` < 2012`, "true")
	tb.says(`document.querySelector('.marked, .held') === null`, "true")
	x, y := tb.spot("#months .live", 0.5)
	tb.run(chromedp.MouseClickXY(x, y, chromedp.ClickCount(2)))
	tb.says(rangeSaid, wholeSaid)
}

func testRangePinch(t *testing.T, tb *tab) {
	touch := func(kind input.TouchType, places ...float64) {
		points := []*input.TouchPoint{}
		for i, place := range places {
			x, y := tb.spot("#months .live", place)
			points = append(points, &input.TouchPoint{X: x, Y: y, ID: float64(i + 1)})
		}
		tb.run(input.DispatchTouchEvent(kind, points))
	}
	touch(input.TouchStart, 0.45)
	touch(input.TouchMove, 0.6)
	tb.says(rangeSaid, wholeSaid)
	touch(input.TouchEnd)
	touch(input.TouchStart, 0.45, 0.55)
	touch(input.TouchMove, 0.4, 0.6)
	touch(input.TouchMove, 0.35, 0.65)
	tb.says(`(([n]) => n > 50 && n < 70)(`+rangeSaid+`.split(' · ')[1].split(' / '))`, "true")
	touch(input.TouchEnd)
}

// spot is a place in the middle of an element's height, at a share of its width.
func (tb *tab) spot(selector string, share float64) (x, y float64) {
	var at [2]float64
	tb.eval(fmt.Sprintf(`(() => { const b = document.querySelector(%q).getBoundingClientRect(); return [b.x + b.width * %g, b.y + b.height / 2]; })()`, selector, share), &at)
	return at[0], at[1]
}
