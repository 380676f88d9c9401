package dashboard

import (
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"charts/internal/browsertest"
)

const (
	hits    = `[...document.querySelectorAll('#hits li > span:first-child')].map((x) => x.textContent).join('|')`
	hitSaid = `document.querySelector('.lookup [role=status]').textContent`
)

// ask writes into the open search, in place of what stood there.
func (tb *tab) ask(text string) {
	tb.eval(`document.querySelector('.lookup .search').select(), 0`, nil)
	tb.run(input.InsertText(text)) // as an input method does
}

func (tb *tab) openSearch() {
	tb.run(chromedp.KeyEvent("k", chromedp.KeyModifiers(input.ModifierCtrl)))
	tb.says(`document.querySelector('.lookup')?.open`, "true")
}

// TestSearch finds what stands on a page, by keyboard, and goes there.
func TestSearch(t *testing.T) {
	ctx := browsertest.Open(t)
	p := readerPage()
	p.Ways = Tabs
	p.Sections[0].Text = "升学人数**连续三年**增长。"
	p.Sections[1].Figures[0].Table = longTable(450)
	t.Run("lists what holds all words", func(t *testing.T) {
		tb := openTab(t, ctx, p)
		tb.openSearch()
		for _, tt := range []struct{ text, hits, said string }{
			{"升学", "升学率 38.62%|升学人数连续三年增长。|升学 · 2469 人", "3 处"},
			{"２４６９", "升学 · 2469 人", "1 处"},
			{"2,469", "升学 · 2469 人", "1 处"},
			{"2469 升学", "升学 · 2469 人", "1 处"},
			{"2021年", "2021 年 · 3700", "1 处"},
			{"表 6", "来源：某校 2023 年质量年度报告，表 6|来源：某校 2023 年质量年度报告，表 6|来源：某校 2023 年质量年度报告，表 6", "3 处"},
			{"录取与", "图 34 录取与报到", "1 处"},
			{"<b>", "", "0 处"},
			{"  ", "", ""},
		} {
			tb.ask(tt.text)
			tb.says(hits, tt.hits)
			tb.says(hitSaid, tt.said)
		}
		tb.ask("行")
		tb.says(hitSaid, "450 处，列出前 50 处")
		tb.quiet()
	})
	t.Run("goes to a row in a section that is not shown", func(t *testing.T) {
		tb := openTab(t, ctx, p, atStart(`window.requestIdleCallback = (work) => { (window.idle ??= []).push(work); }`))
		tb.openSearch()
		tb.ask("行 449")
		tb.run(chromedp.KeyEvent(kb.Enter))
		tb.says(`document.querySelector('.lookup').open`, "false")
		tb.await(`window.idle`) // the page comes to rest only now, and does what it put off
		tb.eval(`while (idle.length) idle.shift()(); 0`, nil)
		tb.says(`document.querySelector('#tree tr[aria-current]')?.textContent`, "444行 449")
		tb.says(`document.activeElement.getAttribute('aria-current')`, "true")
		tb.says(`(({ top, bottom }) => top > 0 && bottom < innerHeight)(document.activeElement.getBoundingClientRect())`, "true")
		tb.quiet()
	})
	t.Run("goes to a figure and leaves the others as they are", func(t *testing.T) {
		tb := openTab(t, ctx, p)
		tb.click(`#bars [aria-controls="bars-table"]`)
		tb.press("[data-find]", kb.Enter)
		tb.ask("录取")
		tb.run(chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.ArrowUp), chromedp.KeyEvent(kb.Enter))
		tb.says(`document.activeElement.id`, "columns")
		tb.says(`document.getElementById('bars-table').checkVisibility()`, "true")
		tb.says(`document.getElementById('columns-chart').checkVisibility()`, "true")
		tb.openSearch()
		tb.says(`document.querySelector('.lookup .search').value`, "录取")
		tb.run(chromedp.KeyEvent(kb.Escape))
		tb.says(`document.activeElement.id`, "columns")
		tb.quiet()
	})
	t.Run("leaves out what the reader narrowed away", func(t *testing.T) {
		tb := openTab(t, ctx, readerPage())
		tb.check("毕业去向", "升学")
		tb.openSearch()
		tb.ask("1830")
		tb.says(hitSaid, "0 处")
		tb.quiet()
	})
	t.Run("ends a presentation", func(t *testing.T) {
		tb := openTab(t, ctx, readerPage())
		tb.click("[data-present]")
		tb.openSearch()
		tb.ask("专业群")
		tb.click("#hit-0")
		tb.says(`document.querySelector('.alone') === null`, "true")
		tb.says(`document.activeElement.id`, "tree")
		tb.quiet()
	})
	t.Run("is not there without JavaScript", func(t *testing.T) {
		tb := openTab(t, ctx, readerPage())
		tb.run(emulation.SetScriptExecutionDisabled(true), chromedp.Reload())
		tb.says(`document.querySelector('[data-find]').checkVisibility() + String(document.querySelector('dialog'))`, "falsenull")
	})
}

// BenchmarkSearch opens the search over 50,000 rows and asks it for one.
func BenchmarkSearch(b *testing.B) {
	p := readerPage()
	p.Sections[0].Figures[0].Table = longTable(50_000)
	tb := openTab(b, browsertest.Open(b), p)
	var took [2]float64
	for b.Loop() {
		var t [2]float64
		tb.eval(`(() => { const from = performance.now(); document.querySelector('[data-find]').click(); const field = document.querySelector('.lookup .search');
			const opened = performance.now(); field.value = '行 49'; field.dispatchEvent(new Event('input')); const to = performance.now();
			document.querySelector('.lookup').close(); return [opened - from, to - opened]; })()`, &t)
		took[0], took[1] = took[0]+t[0], took[1]+t[1]
	}
	b.ReportMetric(took[0]/float64(b.N), "open-ms")
	b.ReportMetric(took[1]/float64(b.N), "ask-ms")
}
