package dashboard

import (
	"context"
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"charts/internal/chart"
)

// watch notes when the first chart stands and when the last one does.
const watch = `new MutationObserver(() => {
	const n = document.querySelectorAll('.live svg, .live canvas').length;
	if (n && !window.firstChart) window.firstChart = performance.now();
	if (n && n === document.querySelectorAll('.live').length && document.readyState !== 'loading') window.allCharts ??= performance.now();
}).observe(document, { subtree: true, childList: true })`

// BenchmarkPage opens a page of 24 figures: when its first chart stands, and when
// the last one does.
func BenchmarkPage(b *testing.B) {
	for _, slower := range []float64{1, 4} {
		b.Run(fmt.Sprintf("%g times slower", slower), func(b *testing.B) {
			browser := startBrowser(b)
			var first, all float64
			for b.Loop() {
				tb := openTab(b, browser, manyFigures(24), emulation.SetCPUThrottlingRate(slower), chromedp.ActionFunc(func(ctx context.Context) error {
					_, err := page.AddScriptToEvaluateOnNewDocument(watch).Do(ctx)
					return err
				}))
				tb.await(`window.allCharts > 0`)
				var times [2]float64
				tb.eval(`[window.firstChart, window.allCharts]`, &times)
				first, all = first+times[0], all+times[1]
			}
			b.ReportMetric(first/float64(b.N), "first-ms")
			b.ReportMetric(all/float64(b.N), "all-ms")
		})
	}
}

// BenchmarkLongTable sorts, turns and narrows 50,000 rows.
func BenchmarkLongTable(b *testing.B) {
	p := readerPage()
	long := longTable(50_000)
	long.Columns[0].Name, long.Columns[1].Name = "序号", "年份"
	for i := range long.Rows {
		long.Rows[i].Cells[1] = fmt.Sprint(2000 + i%24)
	}
	p.Sections[0].Figures[0].Table = long
	tb := openTab(b, startBrowser(b), p)
	tb.click(`#bars [aria-controls="bars-table"]`)
	for _, bb := range []struct{ name, do string }{
		{"sort numbers", `document.querySelectorAll('#bars .sort')[0].click()`},
		{"sort texts", `document.querySelectorAll('#bars .sort')[1].click()`},
		{"turn the page", `document.querySelector('#bars .table .pager button:last-child').click()`},
		{"narrow to a year", `(() => { const s = document.querySelector('select[name="年份"]'); s.selectedIndex = 3 + s.selectedIndex % 8; s.dispatchEvent(new Event('change', { bubbles: true })); })()`},
	} {
		b.Run(bb.name, func(b *testing.B) {
			var sum float64
			for b.Loop() {
				var took float64
				tb.eval(`(() => { const from = performance.now(); `+bb.do+`; document.body.offsetHeight; return performance.now() - from; })()`, &took)
				sum += took
			}
			b.ReportMetric(sum/float64(b.N), "page-ms")
		})
	}
}

// manyFigures is a page of n figures of all kinds.
func manyFigures(n int) *Page {
	p := samplePage()
	p.Sections = nil
	var s Section
	for i := range n {
		c := samples(light)[i%11]
		c.ID = fmt.Sprintf("%s-%d", c.ID, i)
		s.Figures = append(s.Figures, Figure{ID: c.ID, Chart: c, SVG: []byte(stillPicture), Table: longTable(60)})
	}
	p.Sections = []Section{s}
	return p
}

// TestManyPoints draws 5,000 points and points at one.
func TestManyPoints(t *testing.T) {
	c := pointChart(light)
	p := chart.Points{Name: "点", Color: palette[0]}
	for i := range 5000 {
		p.Data = append(p.Data, chart.Datum{X: float64(i * 37 % 100), Y: 50 + float64(i*53%50), Name: fmt.Sprint(i), Text: fmt.Sprint(i)})
	}
	c.Panels[0].Marks = chart.Marks{p}
	tb := openTab(t, startBrowser(t), &Page{ID: "p", Title: "点", Lang: "zh-CN", Sections: []Section{{Figures: []Figure{{ID: "points", Chart: c}}}}})
	tb.eval(`document.querySelector('#points .live').dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true }))`, nil)
	tb.says(`document.querySelector('#points .unseen[aria-live]').textContent.trim()`, "4999 点 4999")
	tb.quiet()
}
