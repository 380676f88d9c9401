package dashboard_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/performance"
	"github.com/chromedp/chromedp"

	"charts/internal/browsertest"
	"charts/internal/chart"
	"charts/internal/chart/charttest"
	"charts/internal/render/dashboard"
	"charts/internal/render/pagetest"
)

// watch notes when the picture of each figure is painted and when its chart is
// drawn. It asks the page for nothing until all are: that would take time, too.
const watch = `(() => {
	[window.painted, window.drawn] = [{}, {}];
	const note = (all, el, time) => { if (el) all[el.closest('.figure').id] ??= time; };
	new PerformanceObserver((list) => list.getEntries().forEach((e) => note(painted, e.element, e.renderTime))).observe({ type: 'element', buffered: true });
	window.over = new Promise((done) => new MutationObserver((records) => {
		records.forEach(({ target }) => target.matches('.drawn') && note(drawn, target, performance.now()));
		if (Object.keys(drawn).length === 24) done();
	}).observe(document, { subtree: true, attributeFilter: ['class'] }));
})()`

// BenchmarkPage opens a page of 24 figures: when the reader sees the last of them
// in the window, as its picture or as its chart, when its first chart is drawn, and
// when the last one is; and what of a processor that takes, which other work on the
// machine does not change.
func BenchmarkPage(b *testing.B) {
	for _, slower := range []float64{1, 4} {
		b.Run(fmt.Sprintf("%g times slower", slower), func(b *testing.B) {
			html, err := dashboard.HTML(pagetest.Many(b, "../../../docs/gallery", 24))
			if err != nil {
				b.Fatal(err)
			}
			file := filepath.Join(b.TempDir(), "page.html")
			if err := os.WriteFile(file, bytes.ReplaceAll(html, []byte(`class="still"`), []byte(`class="still" elementtiming="still"`)), 0o644); err != nil {
				b.Fatal(err)
			}
			var sum [4]float64
			for b.Loop() {
				tb := browsertest.StartFile(b, file, emulation.SetCPUThrottlingRate(slower), browsertest.AtStart(watch), performance.Enable().WithTimeDomain(performance.EnableTimeDomainThreadTicks))
				var times [4]float64
				tb.Eval(`over.then(() => new Promise((done) => setTimeout(() => {
					const shown = [...document.querySelectorAll('.figure')].filter((f) => f.getBoundingClientRect().top < innerHeight).map((f) => f.id);
					done([Math.max(...shown.map((id) => Math.min(painted[id] ?? Infinity, drawn[id]))), Math.min(...Object.values(drawn)), Math.max(...Object.values(drawn))]);
				}, 100)))`, &times, browsertest.Awaited)
				times[3] = 1000 * slower * metric(tb, "TaskDuration")
				for i := range sum {
					sum[i] += times[i]
				}
				if err := chromedp.Cancel(tb.Context); err != nil { // the next page would share its processor
					b.Fatal(err)
				}
			}
			for i, unit := range []string{"seen-ms", "first-chart-ms", "all-charts-ms", "cpu-ms"} {
				b.ReportMetric(sum[i]/float64(b.N), unit)
			}
		})
	}
}

// A chart that is drawn rests: it asks for no more frames.
func TestChartsRest(t *testing.T) {
	p := pagetest.Reader()
	p.Sections[0].Figures[0].Chart = charttest.Ranking(8) // with a line, whose label ECharts lays out at each look
	tb := pagetest.Open(t, p, browsertest.AtStart(`(() => {
		const next = requestAnimationFrame.bind(window);
		window.requestAnimationFrame = (f) => { asked++; return next(f); };
		[window.asked, window.next] = [0, next];
	})()`))
	tb.Says(`document.querySelectorAll('.drawn').length`, "3")
	var rested bool
	tb.Eval(`new Promise((done) => {
		let [still, all, before] = [0, 0, asked];
		const frame = () => {
			still = asked === before ? still + 1 : 0;
			before = asked;
			if (still === 20 || ++all === 500) done(still === 20);
			else next(frame);
		};
		next(frame);
	})`, &rested, browsertest.Awaited)
	if !rested {
		t.Error("the charts are painted again and again")
	}
}

// metric is what the browser has measured of the page.
func metric(tb *browsertest.Tab, name string) (value float64) {
	tb.T.Helper()
	tb.Run(chromedp.ActionFunc(func(ctx context.Context) error {
		all, err := performance.GetMetrics().Do(ctx)
		for _, m := range all {
			if m.Name == name {
				value = m.Value
			}
		}
		return err
	}))
	return value
}

// BenchmarkLongTable sorts, turns and narrows 50,000 rows.
func BenchmarkLongTable(b *testing.B) {
	p := pagetest.Reader()
	long := pagetest.LongTable(50_000)
	long.Columns[0].Name, long.Columns[1].Name = "序号", "年份"
	for i := range long.Rows {
		long.Rows[i].Cells[1] = fmt.Sprint(2000 + i%24)
	}
	p.Sections[0].Figures[0].Table = long
	tb := pagetest.Open(b, p)
	tb.Click(`#bars [aria-controls="bars-table"]`)
	for _, bb := range []struct{ name, do string }{
		{"sort numbers", `document.querySelectorAll('#bars .sort')[0].click()`},
		{"sort texts", `document.querySelectorAll('#bars .sort')[1].click()`},
		{"turn the page", `document.querySelector('#bars .table .pager button:last-child').click()`},
		{"narrow to a year", `document.querySelector('.filter[data-name="年份"] input[type="checkbox"]').click()`},
		{"narrow to one more", `document.querySelector('.filter[data-name="年份"] li:not(:has(:checked)) input').click()`},
	} {
		b.Run(bb.name, func(b *testing.B) {
			var sum float64
			for b.Loop() {
				var took float64
				tb.Eval(`(() => { const from = performance.now(); `+bb.do+`; document.body.offsetHeight; return performance.now() - from; })()`, &took)
				sum += took
			}
			b.ReportMetric(sum/float64(b.N), "page-ms")
		})
	}
}

// TestManyPoints draws 5,000 points and points at one.
func TestManyPoints(t *testing.T) {
	c := charttest.Points(charttest.Light)
	p := chart.Points{Name: "点", Color: charttest.Palette[0]}
	for i := range 5000 {
		p.Data = append(p.Data, chart.Datum{X: float64(i * 37 % 100), Y: 50 + float64(i*53%50), Name: fmt.Sprint(i), Text: fmt.Sprint(i)})
	}
	c.Panels[0].Marks = chart.Marks{p}
	tb := pagetest.Open(t, &dashboard.Page{ID: "p", Title: "点", Lang: "zh-CN", Sections: []dashboard.Section{{Figures: []dashboard.Figure{{ID: "points", Chart: c}}}}})
	tb.Eval(`document.querySelector('#points .live').dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true }))`, nil)
	tb.Says(`document.querySelector('#points .unseen[aria-live]').textContent.trim()`, "4999 点 4999")
	tb.Quiet()
}
