package script_test

import (
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"charts/internal/browsertest"
	"charts/internal/render/dashboard"
	"charts/internal/render/pagetest"
)

const (
	hits    = `[...document.querySelectorAll('#hits li > span:first-child')].map((x) => x.textContent).join('|')`
	hitSaid = `document.querySelector('.lookup [role=status]').textContent`
)

// ask writes into the open search, in place of what stood there.
func ask(tb *browsertest.Tab, text string) {
	tb.Eval(`document.querySelector('.lookup .search').select(), 0`, nil)
	tb.Run(input.InsertText(text)) // as an input method does
}

func openSearch(tb *browsertest.Tab) {
	tb.Run(chromedp.KeyEvent("k", chromedp.KeyModifiers(input.ModifierCtrl)))
	tb.Says(`document.querySelector('.lookup')?.open`, "true")
}

// TestSearch finds what stands on a page, by keyboard, and goes there.
func TestSearch(t *testing.T) {
	p := pagetest.Reader()
	p.Ways = dashboard.Tabs
	p.Sections[0].Text = "升学人数**连续三年**增长。"
	p.Sections[1].Figures[0].Table = pagetest.LongTable(450)
	t.Run("lists what holds all words", func(t *testing.T) {
		tb := pagetest.Open(t, p)
		openSearch(tb)
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
			ask(tb, tt.text)
			tb.Says(hits, tt.hits)
			tb.Says(hitSaid, tt.said)
		}
		ask(tb, "行")
		tb.Says(hitSaid, "450 处，列出前 50 处")
		tb.Quiet()
	})
	t.Run("goes to a row in a section that is not shown", func(t *testing.T) {
		tb := pagetest.Open(t, p, browsertest.AtStart(`window.requestIdleCallback = (work) => { (window.idle ??= []).push(work); }`))
		openSearch(tb)
		ask(tb, "行 449")
		tb.Run(chromedp.KeyEvent(kb.Enter))
		tb.Says(`document.querySelector('.lookup').open`, "false")
		tb.Await(`window.idle`) // the page comes to rest only now, and does what it put off
		tb.Eval(`while (idle.length) idle.shift()(); 0`, nil)
		tb.Says(`document.querySelector('#tree tr[aria-current]')?.textContent`, "444行 449")
		tb.Says(`document.activeElement.getAttribute('aria-current')`, "true")
		tb.Says(`(({ top, bottom }) => top > 0 && bottom < innerHeight)(document.activeElement.getBoundingClientRect())`, "true")
		tb.Quiet()
	})
	t.Run("goes to a figure and leaves the others as they are", func(t *testing.T) {
		tb := pagetest.Open(t, p)
		tb.Click(`#bars [aria-controls="bars-table"]`)
		tb.Press("[data-find]", kb.Enter)
		ask(tb, "录取")
		tb.Run(chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.ArrowUp), chromedp.KeyEvent(kb.Enter))
		tb.Says(`document.activeElement.id`, "columns")
		tb.Says(`document.getElementById('bars-table').checkVisibility()`, "true")
		tb.Says(`document.getElementById('columns-chart').checkVisibility()`, "true")
		openSearch(tb)
		tb.Says(`document.querySelector('.lookup .search').value`, "录取")
		tb.Run(chromedp.KeyEvent(kb.Escape))
		tb.Says(`document.activeElement.id`, "columns")
		tb.Quiet()
	})
	t.Run("leaves out what the reader narrowed away", func(t *testing.T) {
		tb := pagetest.Open(t, pagetest.Reader())
		check(tb, "毕业去向", "升学")
		openSearch(tb)
		ask(tb, "1830")
		tb.Says(hitSaid, "0 处")
		tb.Quiet()
	})
	t.Run("ends a presentation", func(t *testing.T) {
		tb := pagetest.Open(t, pagetest.Reader())
		tb.Click("[data-present]")
		openSearch(tb)
		ask(tb, "专业群")
		tb.Click("#hit-0")
		tb.Says(`document.querySelector('.alone') === null`, "true")
		tb.Says(`document.activeElement.id`, "tree")
		tb.Quiet()
	})
	t.Run("is not there without JavaScript", func(t *testing.T) {
		tb := pagetest.Open(t, pagetest.Reader())
		tb.Run(emulation.SetScriptExecutionDisabled(true), chromedp.Reload())
		tb.Says(`document.querySelector('[data-find]').checkVisibility() + String(document.querySelector('dialog'))`, "falsenull")
	})
}

// BenchmarkSearch opens the search over 50,000 rows and asks it for one.
func BenchmarkSearch(b *testing.B) {
	p := pagetest.Reader()
	p.Sections[0].Figures[0].Table = pagetest.LongTable(50_000)
	tb := pagetest.Open(b, p)
	var took [2]float64
	for b.Loop() {
		var t [2]float64
		tb.Eval(`(() => { const from = performance.now(); document.querySelector('[data-find]').click(); const field = document.querySelector('.lookup .search');
			const opened = performance.now(); field.value = '行 49'; field.dispatchEvent(new Event('input')); const to = performance.now();
			document.querySelector('.lookup').close(); return [opened - from, to - opened]; })()`, &t)
		took[0], took[1] = took[0]+t[0], took[1]+t[1]
	}
	b.ReportMetric(took[0]/float64(b.N), "open-ms")
	b.ReportMetric(took[1]/float64(b.N), "ask-ms")
}
